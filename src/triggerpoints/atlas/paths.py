"""SVG path data as numbers: boxes, areas and breadths, near enough to place and crop a picture.

Curves count by their control points.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import dist

Box = tuple[float, float, float, float]
"""``(left, top, right, bottom)``."""
Point = tuple[float, float]

_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
# How many numbers each command takes, and which pairs of them are points.
_TAKES = {"M": 2, "L": 2, "T": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7, "Z": 0}


def path_commands(d: str) -> Iterator[tuple[str, list[Point]]]:
    """Yield the commands of the path data ``d``: the capital letter, and its points in absolute places.

    ``Z`` has no point. Further pairs after an ``M`` are an ``L``. Raises ValueError for something that is not
    path data.
    """
    tokens = _TOKEN.findall(d)
    x = y = start_x = start_y = 0.0
    command, place = "", 0
    while place < len(tokens):
        if tokens[place].isalpha():
            command = tokens[place]
            place += 1
        kind = command.upper()
        if kind not in _TAKES:
            raise ValueError(f"not an SVG path: {d[:40]!r}")
        numbers = [float(token) for token in tokens[place : place + _TAKES[kind]]]
        place += _TAKES[kind]
        base_x, base_y = (x, y) if command.islower() else (0.0, 0.0)
        if kind == "Z":
            x, y = start_x, start_y
            yield kind, []
            continue
        points = _points(kind, numbers, base_x, base_y, x, y)
        yield kind, points
        x, y = points[-1]
        if kind == "M":
            start_x, start_y = x, y
            command = "l" if command == "m" else "L"


def path_rings(d: str) -> list[list[Point]]:
    """Return the points of each piece of the path data ``d``.

    Raises ValueError for something that is not path data.
    """
    rings: list[list[Point]] = []
    for kind, points in path_commands(d):
        if points and (kind == "M" or not rings):
            rings.append([])
        if points:
            rings[-1] += points
    return rings


def path_box(d: str) -> Box | None:
    """Return the box around the path data ``d``; None when it has no point."""
    points = [point for ring in path_rings(d) for point in ring]
    return around(points) if points else None


def path_area(d: str) -> float:
    """Return the area inside the path data ``d``, each piece by itself."""
    return sum(_area(ring) for ring in path_rings(d))


def path_breadth(d: str) -> float:
    """Return how wide the widest piece is across: of a strap its width, of a disc half of it."""
    return max((2 * _area(ring) / (_length(ring) or 1) for ring in path_rings(d)), default=0.0)


def around(points: Iterable[Point]) -> Box:
    """Return the box around ``points``, of which there must be one at least."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def joined(boxes: Iterable[Box]) -> Box:
    """Return the box around ``boxes``, of which there must be one at least."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def meet(one: Box, other: Box) -> bool:
    """Say whether two boxes have a place in common."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def framed(box: Box, edge: Box, wide: float, high: float) -> Box:
    """Return a box of this size with the middle of ``box``, moved and cut to lie in ``edge``."""
    edge_left, edge_top, edge_right, edge_bottom = edge
    wide, high = min(wide, edge_right - edge_left), min(high, edge_bottom - edge_top)
    left = min(max((box[0] + box[2] - wide) / 2, edge_left), edge_right - wide)
    top = min(max((box[1] + box[3] - high) / 2, edge_top), edge_bottom - high)
    return left, top, left + wide, top + high


def _closed(ring: list[Point]) -> Iterable[tuple[Point, Point]]:
    return pairwise([*ring, ring[0]])


def _area(ring: list[Point]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in _closed(ring))) / 2


def _length(ring: list[Point]) -> float:
    return sum(dist(a, b) for a, b in _closed(ring))


def _points(kind: str, numbers: list[float], base_x: float, base_y: float, x: float, y: float) -> list[Point]:
    if kind == "H":
        return [(base_x + numbers[0], y)]
    if kind == "V":
        return [(x, base_y + numbers[0])]
    if kind == "A":
        end_x, end_y = base_x + numbers[5], base_y + numbers[6]
        reach_x, reach_y = numbers[0], numbers[1]
        middle_x, middle_y = (x + end_x) / 2, (y + end_y) / 2
        return [
            (middle_x - reach_x, middle_y - reach_y),
            (middle_x + reach_x, middle_y + reach_y),
            (end_x, end_y),
        ]
    return [
        (base_x + across, base_y + down) for across, down in zip(numbers[::2], numbers[1::2], strict=True)
    ]

"""The box around an SVG path, near enough to crop a picture: curves count by their control points."""

import re

Box = tuple[float, float, float, float]

_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
# How many numbers each command takes, and which pairs of them are points.
_TAKES = {"M": 2, "L": 2, "T": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7, "Z": 0}


def path_box(d: str) -> Box | None:
    """Return ``(left, top, right, bottom)`` of the path data ``d``; None when it has no point.

    Raises ValueError for something that is not path data.
    """
    xs: list[float] = []
    ys: list[float] = []
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
            continue
        points = _points(kind, numbers, base_x, base_y, x, y)
        xs += [point[0] for point in points]
        ys += [point[1] for point in points]
        x, y = points[-1]
        if kind == "M":
            start_x, start_y = x, y
            command = "l" if command == "m" else "L"
    return (min(xs), min(ys), max(xs), max(ys)) if xs else None


def joined(boxes: list[Box]) -> Box:
    """Return the box around ``boxes``, of which there must be one at least."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _points(
    kind: str, numbers: list[float], base_x: float, base_y: float, x: float, y: float
) -> list[tuple[float, float]]:
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

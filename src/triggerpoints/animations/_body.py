"""Our figure as a part of an animation: cut to a frame, with muscles marked, and its head tilted."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from math import cos, radians, sin
from typing import get_args
from xml.etree import ElementTree

from triggerpoints.animations._model import Bend, Part
from triggerpoints.animations._path import Command, bent, commands, cut, written
from triggerpoints.atlas import Side, course_atlas
from triggerpoints.atlas.drawing import Drawing, Key, Shape, drawing
from triggerpoints.atlas.paths import Box, Point, meet, path_box

LINES = {"fibre", "crease", "contour"}  # never filled, so neighbours can be one path
SIDES: tuple[Side, ...] = get_args(Side)
ON_SKIN = {"outline", "contour", "face", "skin", "crease", "ink", "bone"}  # drawn where muscles are not
JAW = 120.0  # y of the figure: above it lies the face, whose bones do not show through
ROOM = 12.0  # kept around the frame: what a tilt brings into it


def body(part: Part, frame: Box) -> dict[str, str]:
    """Return the shapes of a ``part`` from the figure, each as SVG; the upright one has no name.

    Of a part that bends these are only the paths that move: :func:`at_rest` has the others.
    """
    ways = {"": lambda point: point} | {name: partial(tilted, bend) for name, bend in part.bend.items()}
    moving = [(path, kind) for path, kind in _paths(part, frame) if not _rests(part, path)]
    return {name: _drawn([(bent(path, way), kind) for path, kind in moving]) for name, way in ways.items()}


def at_rest(part: Part, frame: Box) -> str:
    """Return what of a ``part`` no bend moves; it can lie over the rest: shapes of a layer do not overlap."""
    return _drawn([(path, kind) for path, kind in _paths(part, frame) if _rests(part, path)])


def _rests(part: Part, path: list[Command]) -> bool:
    trunk = max((bend.trunk for bend in part.bend.values()), default=None)
    return trunk is not None and all(y >= trunk for _, points in path for _, y in points)


def _paths(part: Part, frame: Box) -> list[tuple[list[Command], str]]:
    left, top, right, bottom = frame
    kept = (left - ROOM, top - ROOM, right + ROOM, bottom + ROOM)
    found = [
        (cut(commands(d), kept), kind)
        for d, kind in (_skin(part) if part.layer == "skin" else _muscles(part))
        if (box := path_box(d)) and meet(box, kept)
    ]
    return [(path, kind) for path, kind in found if path]


def not_shown(part: Part) -> list[str]:
    """Return those of the chosen muscles of ``part`` that its view does not show."""
    shown = drawing(part.figure or "front").shapes
    return [muscle for muscle in part.chosen if Key("muscle", muscle, part.side) not in shown]


def tilted(bend: Bend, point: Point) -> Point:
    """Return where a point of the figure is when the head is tilted."""
    across, down = bend.pivot
    share = min(max((bend.trunk - point[1]) / (bend.trunk - bend.neck), 0.0), 1.0)
    turn = radians(bend.degrees * share * share * (3 - 2 * share))
    x, y = point[0] - across, point[1] - down
    return across + x * cos(turn) - y * sin(turn), down + x * sin(turn) + y * cos(turn)


def _muscles(part: Part) -> Iterator[tuple[str, str]]:
    figure = drawing(part.figure or "front")
    chosen = {shape.d for shape in _chosen(part, figure, part.side) if shape.layer == part.layer}
    for d, kind in figure.base[part.layer]:
        yield d, "tp-tq-chosen" if d in chosen else f"tp-pl-{kind}"
    for d in sorted(chosen):
        yield d, "tp-tq-around"


def _skin(part: Part) -> Iterator[tuple[str, str]]:
    """Yield the skin with its face and folds, and the bones and the chosen muscles of both sides below it."""
    view = part.figure or "front"
    figure = drawing(view)
    marked = {shape.d for side in SIDES for shape in _chosen(part, figure, side)}
    root = ElementTree.fromstring(course_atlas().figure(view))
    for element in root.iter():
        d, kind = element.get("d"), element.get("data-decor", "")
        if d and "data-bare" in element.attrib:
            yield d, f"tp-pl-{kind}"
    for d, kind in figure.base["superficial"]:
        box = path_box(d)
        if kind in ON_SKIN and not (kind == "bone" and box and box[3] < JAW):
            yield d, f"tp-pl-{kind}"
        elif kind == "muscle" and d in marked:
            yield d, "tp-tq-below"


def _chosen(part: Part, figure: Drawing, side: Side) -> Iterator[Shape]:
    for muscle in part.chosen:
        yield from figure.shapes[Key("muscle", muscle, side)]


def _drawn(paths: list[tuple[list[Command], str]]) -> str:
    made = []
    for kind, group in groupby(paths, key=lambda part: part[1]):
        data = [written(path) for path, _ in group]
        joined = ["".join(data)] if kind.removeprefix("tp-pl-") in LINES else data
        made += [f'<path class="{kind}" d="{d}"/>' for d in joined]
    return "".join(made)

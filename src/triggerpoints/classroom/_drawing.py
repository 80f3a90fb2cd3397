"""The figure's SVG, taken apart: what is drawn always, and the shapes that can be marked."""

from functools import cache
from typing import NamedTuple
from xml.etree import ElementTree

from msgspec import Struct

from triggerpoints.atlas import Atlas, View
from triggerpoints.classroom._path_box import Box

# The lines of face and skin belong to the surface: they would cross the bare bone of the deep layer.
_LAYERS = {"superficial": "superficial", "deep": "deep", "decor": "superficial"}
_FILLED = {"bone", "tendon", "flesh"}


class Key(NamedTuple):
    """What a shape shows: ``kind`` is ``muscle`` or ``zone``; ``side`` is the body's own."""

    kind: str
    id: str
    side: str


class Shape(NamedTuple):
    """One path: its data, and its layer (empty for zones)."""

    d: str
    layer: str


class Drawing(Struct, frozen=True):
    """One view. ``base`` holds, for each layer, the path data to draw and their class names, in order."""

    box: Box
    base: dict[str, list[tuple[str, str]]]
    shapes: dict[Key, list[Shape]]


@cache
def drawing(view: View) -> Drawing:
    """Return the drawing of ``view``."""
    root = ElementTree.fromstring(Atlas().figure(view))
    left, top, width, height = (float(part) for part in root.attrib["viewBox"].split())
    base: dict[str, list[tuple[str, str]]] = {"superficial": [], "deep": []}
    shapes: dict[Key, list[Shape]] = {}
    _walk(root, "", base, shapes)
    return Drawing((left, top, left + width, top + height), base, shapes)


def _walk(
    element: ElementTree.Element,
    group: str,
    base: dict[str, list[tuple[str, str]]],
    shapes: dict[Key, list[Shape]],
) -> None:
    group = element.get("data-group", group)
    d, side = element.get("d"), element.get("data-side", "")
    layer = element.get("data-layer") or _LAYERS.get(group, "")
    if d:
        if zone := element.get("data-zone"):
            shapes.setdefault(Key("zone", zone, side), []).append(Shape(d, ""))
        else:
            if muscle := element.get("data-muscle"):
                shapes.setdefault(Key("muscle", muscle, side), []).append(Shape(d, layer))
            for name in (layer,) if layer in base else base:
                base[name].append((d, _class(element)))
    for child in element:
        _walk(child, group, base, shapes)


def _class(element: ElementTree.Element) -> str:
    if "data-outline" in element.attrib:
        return "outline"
    if "data-muscle" in element.attrib:
        return "muscle"
    kind = element.get("data-decor", "line")
    return kind if "data-area" in element.attrib or kind not in _FILLED else "crease"

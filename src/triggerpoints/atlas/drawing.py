"""The figure's SVG, taken apart: what is drawn always, and the shapes that can be marked."""

from functools import cache
from typing import NamedTuple, get_args
from xml.etree import ElementTree

from msgspec import Struct

from triggerpoints.atlas._load import FIGURE, course_atlas
from triggerpoints.atlas._model import Place, View
from triggerpoints.atlas.paths import Box, Point, path_box

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
    """One view. ``base`` holds, for each layer, the path data to draw and their class names, in order.

    ``anterior_at``, in a profile, is where x = 0 of a place is drawn.
    """

    view: View
    box: Box
    anterior_at: float | None
    base: dict[str, list[tuple[str, str]]]
    shapes: dict[Key, list[Shape]]

    def boxes(self, key: Key) -> list[Box]:
        """Return the box of each shape of ``key``; none where this view does not show it."""
        return [box for shape in self.shapes.get(key, ()) if (box := path_box(shape.d))]

    def spot(self, place: Place) -> Point:
        """Return where ``place``, given for the left side, is drawn."""
        across = 1000 * place.x if self.anterior_at is None else self.anterior_at - 1000 * place.x
        return (-across if self.view == "back" else across), 1000 * place.y


@cache  # asked thousands of times for the views of all muscles
def drawn_views() -> tuple[View, ...]:
    """Return the views that have a drawing."""
    return tuple(view for view in get_args(View) if (FIGURE / f"{view}.svg").is_file())


@cache
def drawing(view: View) -> Drawing:
    """Return the drawing of ``view``."""
    root = ElementTree.fromstring(course_atlas().figure(view))
    left, top, width, height = (float(part) for part in root.attrib["viewBox"].split())
    profile = root.get("data-anterior-at")
    base: dict[str, list[tuple[str, str]]] = {"superficial": [], "deep": []}
    shapes: dict[Key, list[Shape]] = {}
    _walk(root, "", base, shapes)
    box = (left, top, left + width, top + height)
    return Drawing(view, box, None if profile is None else float(profile), base, shapes)


def _walk(
    element: ElementTree.Element,
    group: str,
    base: dict[str, list[tuple[str, str]]],
    shapes: dict[Key, list[Shape]],
) -> None:
    group = element.get("data-group", group)
    d, side = element.get("d"), element.get("data-side", "")
    layer = element.get("data-layer") or _LAYERS.get(group, "")
    if d and "data-bare" not in element.attrib:  # that one is hidden where muscles are drawn
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
    if "data-ink" in element.attrib:
        return "ink"
    kind = element.get("data-decor", "line")
    return kind if "data-area" in element.attrib or kind not in _FILLED else "crease"

"""Body maps that stand still: a student's choice beside the right one, as SVG without a script."""

from collections.abc import Collection, Iterable

from markupsafe import Markup, escape
from msgspec import Struct

from triggerpoints.atlas import View
from triggerpoints.atlas.drawing import Drawing, Key, drawing, drawn_views
from triggerpoints.atlas.paths import Box, framed, joined

AROUND = 30.0  # thousandths of stature kept around what is marked, enough to see where one is
SMALLEST = 150.0
SEEN = {
    "front": "Seen from the front: the body's left is on your right.",
    "back": "Seen from behind: the body's left is on your left.",
    "head_side": "Both sides of the head: the right side is on your left.",
    "foot_sole": "The soles of both feet: the left one is on your right.",
    "hand_palm": "The palms of both hands: the left one is on your right.",
}
ONE_SIDE = {"left": "The left side of the head.", "right": "The right side of the head."}


class Picture(Struct, frozen=True):
    """One view of one answer: the student's map, the right map, and how they are seen."""

    yours: Markup
    right: Markup
    seen: str


class Album:
    """Makes the pictures of one page; what they share is drawn once, in ``shared``."""

    def __init__(self) -> None:
        self._used: dict[str, tuple[View, str]] = {}
        self._count = 0

    def pictures(
        self,
        first: View,
        chosen: Collection[Key],
        key: Collection[Key],
        landmark: Collection[Key],
        words: tuple[str, str],
    ) -> list[Picture]:
        """Return a picture for each view that is needed to show ``chosen`` and ``key``.

        ``words`` describe the student's map and the right one for a reader who cannot see them.
        """
        made = []
        for view in _views(first, {*chosen, *key}):
            figure = drawing(view)
            shown = [mark for mark in (*chosen, *key, *landmark) if mark in figure.shapes]
            layer = _layer(figure, shown)
            box = _crop(figure, shown)
            yours = [(mark, "right" if mark in key else "wrong") for mark in chosen]
            right = [(mark, "right") for mark in key]
            marks = [(mark, "landmark") for mark in landmark]
            made.append(
                Picture(
                    self._svg(view, layer, box, marks + yours, "Your map", words[0]),
                    self._svg(view, layer, box, marks + right, "The right map", words[1]),
                    _seen(view, shown),
                )
            )
        return made

    def shared(self) -> Markup:
        """Return the hidden SVG with the body of each view used, and the hatching of wrong marks."""
        symbols = []
        for name, (view, layer) in self._used.items():
            paths = "".join(f'<path class="{kind}" d="{d}"/>' for d, kind in drawing(view).base[layer])
            symbols.append(f'<g id="{name}">{paths}</g>')
        return Markup(
            '<svg class="shared" aria-hidden="true" width="0" height="0"><defs>'
            '<pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" '
            'patternTransform="rotate(45)">'
            '<rect class="hatch-ground" width="4" height="4"/><path class="hatch-line" d="M0,0V4"/></pattern>'
            f"{''.join(symbols)}</defs></svg>"
        )

    def _svg(
        self, view: View, layer: str, box: Box, marks: Iterable[tuple[Key, str]], title: str, words: str
    ) -> Markup:
        self._count += 1
        number = self._count
        name = f"{view}-{layer}"
        self._used[name] = (view, layer)
        shapes = drawing(view).shapes
        paths = "".join(
            f'<path class="mark {kind}" d="{shape.d}"/>'
            for mark, kind in marks
            for shape in shapes.get(mark, ())
        )
        left, top, right, bottom = box
        return Markup(
            f'<svg class="map" role="img" aria-labelledby="map-{number} map-{number}-words" '
            f'viewBox="{left:g} {top:g} {right - left:g} {bottom - top:g}">'
            f'<title id="map-{number}">{escape(title)}</title>'
            f'<desc id="map-{number}-words">{escape(words)}</desc>'
            f'<use href="#{name}"/>{paths}</svg>'
        )


def _views(first: View, marks: set[Key]) -> list[View]:
    """Return the fewest views, ``first`` before the others, that show every mark that any view shows."""
    found: list[View] = []
    left = set(marks)
    for view in (first, *(other for other in drawn_views() if other != first)):
        seen = left & drawing(view).shapes.keys()
        if seen:
            found.append(view)
            left -= seen
    return found


def _seen(view: View, marks: Iterable[Key]) -> str:
    sides = {mark.side for mark in marks}
    return ONE_SIDE[sides.pop()] if view == "head_side" and len(sides) == 1 else SEEN[view]


def _layer(figure: Drawing, marks: Iterable[Key]) -> str:
    deep = any(
        shape.layer == "deep" for mark in marks if mark.kind == "muscle" for shape in figure.shapes[mark]
    )
    return "deep" if deep else "superficial"


def _crop(figure: Drawing, marks: Iterable[Key]) -> Box:
    box = joined([box for mark in marks for box in figure.boxes(mark)])
    left, top, right, bottom = box
    wide, high = max(right - left + 2 * AROUND, SMALLEST), max(bottom - top + 2 * AROUND, SMALLEST)
    return framed(box, figure.box, wide, high)

"""Plates: still pictures of a muscle on the figure, as SVG without a script.

What the plates of a page share, the body of each view and layer, is drawn once in a hidden SVG
(:func:`shared`), cut to what some plate shows; each plate uses it and adds its muscle, pain areas and points.
"""

import html
from collections.abc import Iterable, Sequence
from itertools import groupby
from math import dist

from triggerpoints.atlas import Muscle, View
from triggerpoints.atlas.drawing import Drawing, drawing
from triggerpoints.atlas.paths import Point, meet, path_box, path_breadth
from triggerpoints.atlas.views import muscle_key, zone_key
from triggerpoints.sphinxext._plate_patterns import LEGEND_SCALE, nearest_scale, pattern_defs, pattern_style
from triggerpoints.sphinxext._plate_views import Frame, frames
from triggerpoints.sphinxext._plate_words import NAMES, in_words

HIGH = 352.0  # CSS pixels: about the height of a plate on a desk; lines and marks are sized for it
LEAST, MOST = 4.0, 8.0  # CSS pixels: the radius of a point's mark
SHARE = 0.45  # of its muscle's breadth that the radius may take
BROAD, THINNEST = 18.0, 0.5  # CSS pixels: as broad a muscle has a full outline; the least part of it
LINES = {"fibre", "crease", "contour"}  # never filled, so neighbours can be one path


def shared(muscles: Iterable[Muscle]) -> str:
    """Return the hidden SVG with what the plates of ``muscles`` use."""
    needed: dict[tuple[View, str], list[Frame]] = {}
    scales = {LEGEND_SCALE}
    for frame in (frame for muscle in muscles for frame in frames(muscle)):
        needed.setdefault((frame.view, frame.layer), []).append(frame)
        scales.add(nearest_scale(_unit(frame)))
    bodies = "".join(
        f'<g id="{_body(view, layer)}">{_base(drawing(view), layer, cut)}</g>'
        for (view, layer), cut in needed.items()
    )
    patterns = "".join(pattern_defs(scale) for scale in sorted(scales))
    drawn = f"<defs>{patterns}{bodies}</defs>"
    return f'<svg class="tp-pl-shared tp-palette" aria-hidden="true" width="0" height="0">{drawn}</svg>'


def plate(muscle: Muscle) -> str:
    """Return the plate of ``muscle`` as HTML: one or two pictures."""
    pictures = "".join(_picture(muscle, frame) for frame in frames(muscle))
    return f'<div class="tp-plates tp-palette">{pictures}</div>'


def _picture(muscle: Muscle, frame: Frame) -> str:
    left, top, right, bottom = frame.box
    style = f"--tp-wide:{(right - left) / (bottom - top):.3f}"
    caption = f"<figcaption>{NAMES[frame.view]}</figcaption>"
    return f'<figure style="{style}">{_svg(muscle, frame)}{caption}</figure>'


def _body(view: View, layer: str) -> str:
    return f"plate-{view}-{layer}".replace("_", "-")


def _base(figure: Drawing, layer: str, cut: Sequence[Frame]) -> str:
    """Return the paths of a layer that some frame shows; lines that follow each other become one path."""
    kept = [
        (d, kind)
        for d, kind in figure.base[layer]
        if (box := path_box(d)) and any(meet(box, frame.box) for frame in cut)
    ]
    made = []
    for kind, group in groupby(kept, key=lambda part: part[1]):
        data = [d for d, _ in group]
        for d in ["".join(data)] if kind in LINES else data:
            made.append(f'<path class="tp-pl-{kind}" d="{d}"/>')
    return "".join(made)


def _svg(muscle: Muscle, frame: Frame) -> str:
    figure = drawing(frame.view)
    left, top, right, bottom = frame.box
    name = f"plate-{muscle.id}-{frame.view}".replace("_", "-")
    own = "".join(shape.d for shape in figure.shapes.get(muscle_key(muscle), ()))
    pain = [
        (kind, shape.d)
        for kind, zones in (("spillover", muscle.spillover), ("essential", muscle.essential))
        for zone in zones
        for shape in figure.shapes.get(zone_key(zone), ())
    ]
    parts = [f'<use href="#{_body(frame.view, frame.layer)}"/>']
    parts += [f'<path class="tp-pl-{kind}" d="{d}"/>' for kind, d in pain]
    if box := path_box(own):
        under = any(other and meet(box, other) for other in (path_box(d) for _, d in pain))
        parts.append(f'<defs><path id="{name}" d="{own}"/></defs>')
        # Where pain lies over the muscle, stripes let both colours show.
        layers = ("stripes" if under else "chosen", "casing", "line")
        parts += [f'<use class="tp-pl-{kind}" href="#{name}"/>' for kind in layers]
    parts += _marks(muscle, frame, figure, own)
    style = f"--tp-edge:{_edge(own, frame)};{pattern_style(nearest_scale(_unit(frame)))}"
    return (
        f'<svg role="img" aria-label="{html.escape(in_words(muscle, frame))}" '
        f'viewBox="{left:.5g} {top:.5g} {right - left:.5g} {bottom - top:.5g}" '
        f'style="{style}">{"".join(parts)}</svg>'
    )


def _marks(muscle: Muscle, frame: Frame, figure: Drawing, own: str) -> list[str]:
    spots = [
        (figure.spot(place), point.pressed)
        for point in muscle.trigger_points
        for place in point.places
        if place.view == frame.view
    ]
    unit = _unit(frame)
    gaps = [gap for at, (one, _) in enumerate(spots) for two, _ in spots[at + 1 :] if (gap := dist(one, two))]
    room = min([*gaps, 2 * MOST * unit]) / 2
    radius = min(MOST * unit, max(LEAST * unit, min(room, SHARE * path_breadth(own) or room)))
    return [
        f'<path class="tp-pl-point" d="{(_crossed_circle if pressed else _diamond)(spot, radius)}"/>'
        for spot, pressed in spots
    ]


def _edge(own: str, frame: Frame) -> float:
    """Return how thick the muscle's outline is: a narrow muscle would go under in a full one."""
    return round(min(1.0, max(THINNEST, path_breadth(own) / (BROAD * _unit(frame)))), 2)


def _unit(frame: Frame) -> float:
    """Return how many units of the drawing a CSS pixel is."""
    return (frame.box[3] - frame.box[1]) / HIGH


def _crossed_circle(spot: Point, r: float) -> str:
    (x, y), arm = spot, r / 1.5
    circle = f"M{x - r:.2f},{y:.2f}a{r:.2f},{r:.2f} 0 1 0 {2 * r:.2f},0a{r:.2f},{r:.2f} 0 1 0 {-2 * r:.2f},0z"
    down, up = f"l{2 * arm:.2f},{2 * arm:.2f}", f"l{2 * arm:.2f},{-2 * arm:.2f}"
    return f"{circle}M{x - arm:.2f},{y - arm:.2f}{down}M{x - arm:.2f},{y + arm:.2f}{up}"


def _diamond(spot: Point, r: float) -> str:
    (x, y), edge = spot, r * 1.13
    sides = f"l{edge:.2f},{-edge:.2f}l{edge:.2f},{edge:.2f}l{-edge:.2f},{edge:.2f}z"
    return f"M{x - edge:.2f},{y:.2f}{sides}"

"""Write a scene as SVG: one path a shape and side, no transforms, no colours on elements."""

import re
from itertools import takewhile
from typing import NamedTuple

import numpy as np

from drawing.curve import Array
from drawing.scene import Placed, Scene

CREDIT = (
    "Figure: Trigger Point Therapy course contributors, CC BY-SA 4.0; "
    "proportions measured on Z-Anatomy (CC BY-SA 4.0), after BodyParts3D, "
    "© The Database Center for Life Science"
)
MIDLINE = 0.02
FINE_KINDS = {"outline", "face", "crease", "contour"}
_WIDTH = re.compile(r"(?<=stroke-width: )[.0-9]+")


class Grid(NamedTuple):
    """On what steps the coordinates of a path lie, and with how many decimals they are written."""

    step: float
    decimals: int

    def at(self, xy: Array) -> Array:
        """Return ``xy`` moved to the grid."""
        return np.round(np.round(xy / self.step) * self.step, self.decimals)


# A step moves a line by half of it at most: for an area 0.2 mm on a life-size print.
LINES, AREAS = Grid(0.05, 2), Grid(0.2, 1)
NEAR_LINES, NEAR_AREAS = Grid(0.01, 2), Grid(0.05, 2)  # for a view of a part of the body, seen larger
WHOLE_BODY = 900  # the height of a view that shows all of it


class Pen(NamedTuple):
    """On which side of the view the body's left lies, and whether the view shows only a part of the body."""

    flip: int
    near: bool

    def exact(self, placed: Placed) -> Grid:
        """Return the grid of ``placed``."""
        if placed.record.shape.kind in FINE_KINDS:
            return NEAR_LINES if self.near else LINES
        return NEAR_AREAS if self.near else AREAS


def write(scene: Scene, style: str) -> str:
    """Return the SVG of ``scene``; ``style`` is the CSS for stand-alone viewing."""
    view = scene.view
    frame = " ".join(f"{value:g}" for value in view.box)
    profile = "" if view.anterior_at is None else f' data-anterior-at="{view.anterior_at:g}"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{frame}" data-figure="{view.id}"{profile}>',
        f"<title>{view.title}</title>",
        f"<desc>{CREDIT}</desc>",
        f"<style>{_thinned(style, view.enlarged)}</style>",
    ]
    pen = Pen(-1 if view.flip else 1, view.box[3] < WHOLE_BODY)
    lines.append(f'<path data-outline="" d="{"".join(_joined(p, pen) for p in scene.outline)}"/>')
    for name, placed in (("superficial", scene.superficial), ("deep", scene.deep)):
        fibres = [p for p in scene.fibres if p.record.shape.layer == name]
        lines += _group(name, [*placed, *fibres], pen)
    lines += _group("zones", scene.zones, pen)
    lines += _group("decor", scene.lines, pen)
    return "\n".join([*lines, "</svg>", ""])


def _thinned(style: str, by: float) -> str:
    """Return ``style`` with its line widths divided, so that an inset's lines are not enlarged with it."""
    return style if by == 1 else _WIDTH.sub(lambda width: _number(float(width[0]) / by, 3), style)


def _group(name: str, placed: list[Placed], pen: Pen) -> list[str]:
    painted = sorted(
        placed, key=lambda one: one.record.shape.kind != "skin"
    )  # skin has no line: never over one
    paths = [path for one in painted for path in _paths(one, pen)]
    return [f'<g data-group="{name}">', *paths, "</g>"] if paths else []


def _paths(placed: Placed, pen: Pen) -> list[str]:
    shape = placed.record.shape
    if shape.kind in ("muscle", "zone"):
        layer = f' data-layer="{shape.layer}"' if shape.kind == "muscle" else ""
        return [
            f'<path data-{shape.kind}="{shape.id}" data-side="{side}"{layer} d="{_data(placed, sign, pen)}"/>'
            for side, sign in (("left", pen.flip), ("right", -pen.flip))
        ]
    closed = "" if placed.area is None and not shape.is_closed else ' data-area=""'
    closed += ' data-ink=""' if shape.ink else ""
    closed += ' data-bare="" display="none"' if shape.bare else ""
    closed += ' fill-opacity=".75"' if shape.veil else ""
    return [f'<path data-decor="{shape.kind}"{closed} d="{_joined(placed, pen)}"/>']


def _data(placed: Placed, sign: int, pen: Pen) -> str:
    closed = placed.area is not None or placed.record.shape.is_closed
    return "".join(
        path([cubic * [sign, 1] for cubic in ring], closed, pen.exact(placed)) for ring in placed.rings
    )


def _joined(placed: Placed, pen: Pen) -> str:
    """Both sides as one path; an area that reaches the midline becomes one area across it."""
    found = ""
    for ring in placed.rings:
        inner = [_on_midline(cubic) for cubic in ring]
        if placed.area is not None and any(inner):
            starts = [i for i in range(len(ring)) if inner[i - 1] and not inner[i]]
            for start in starts:
                half = list(takewhile(lambda cubic: not _on_midline(cubic), ring[start:] + ring[:start]))
                other = [cubic[::-1] * [-1, 1] for cubic in reversed(half)]
                found += path([cubic * [pen.flip, 1] for cubic in half + other], True, pen.exact(placed))
        else:
            closed = placed.area is not None or placed.record.shape.is_closed
            for sign in (pen.flip, -pen.flip):
                found += path([cubic * [sign, 1] for cubic in ring], closed, pen.exact(placed))
    return found


def _on_midline(cubic: Array) -> bool:
    return bool(np.all(np.abs(cubic[:, 0]) < MIDLINE))


def path(cubics: list[Array], closed: bool, grid: Grid) -> str:
    """Return path data with relative coordinates; rounding never adds up along the path."""
    here = grid.at(cubics[0][0])
    data = "M" + _joined_numbers(here, grid)
    last = ""
    for cubic in cubics:
        points = grid.at(cubic[1:])
        straight = _is_straight(cubic)
        letter, values = ("l", points[2:] - here) if straight else ("c", points - here)
        here = points[2]
        if straight and not values.any():
            continue
        text = _joined_numbers(values.ravel(), grid)
        join = "" if text.startswith("-") else " "
        data += f"{join}{text}" if letter == last else f"{letter}{text}"
        last = letter
    return data + ("z" if closed else "")


def _joined_numbers(values: Array, grid: Grid) -> str:
    """Return the numbers with no more between them than a reader of paths needs."""
    text = number = ""
    for value in values:
        before, number = number, _number(value, grid.decimals)
        apart = text and not number.startswith("-") and not (number.startswith(".") and "." in before)
        text += f" {number}" if apart else number
    return text


def _is_straight(cubic: Array) -> bool:
    chord = cubic[3] - cubic[0]
    length = max(float(np.hypot(*chord)), 1e-9)
    off = cubic[1:3] - cubic[0]
    away = np.abs(off[:, 0] * chord[1] - off[:, 1] * chord[0]) / length
    return bool(np.all(away < 0.03))


def _number(value: float, decimals: int) -> str:
    text = f"{value:.{decimals}f}".rstrip("0").rstrip(".")
    text = "0" if text in ("-0", "") else text
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text

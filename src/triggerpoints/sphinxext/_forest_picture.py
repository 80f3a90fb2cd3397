"""A forest plot as a still SVG, for readers without scripts and for paper: the same figure, drawn when the
book is built.

It is laid out for a phone: each name stands above its line, and the words keep a size that can be read at
320 px.
"""

import html
import math
from typing import Any

from triggerpoints.sphinxext._figure_table import plain_text

WIDE, EDGE = 300.0, 8.0  # units of the drawing; on a phone about a pixel each
ROW, ABOVE, LINE = 32.0, 9.0, 14.0
TOP, FOOT = 42.0, 46.0
HALF = 5.0  # of a diamond, of an end of the range for a new study
STEPS = (1, 2, 2.5, 5, 10)
TICKS = 5  # about so many
ROOM = 26.0  # from the middle of a number at the axis to that of the next


def forest_picture(figure: dict[str, Any]) -> str:
    """Return the SVG of a figure that :func:`~triggerpoints.evidence.charts.forest` made, as plain data."""
    layout = figure["layout"]
    bottom = layout["yaxis"]["range"][0]
    places = layout["yaxis"]["tickvals"]
    x = _Scale(layout["xaxis"])
    parts = {trace["meta"].get("part", ""): trace for trace in figure["data"]}
    high = TOP + ROW * (bottom + 0.8) + FOOT
    foot = high - FOOT
    drawn = [
        _line("main", x(_none(figure)), TOP, x(_none(figure)), foot),
        _line("dotted", x(parts["effect"]["x"][0]), TOP, x(parts["effect"]["x"][0]), _y(places[-1])),
        *_favours(layout["annotations"][:2]),
        *_words(layout["annotations"][2:]),
        *_squares(parts["studies"], x),
        *[_diamond(parts[name], x, name) for name in ("pooled", "published") if name in parts],
        *_range(parts["new"], x),
        *_axis(layout["xaxis"], x, foot),
    ]
    title = html.escape(plain_text(f"{layout['title']['text']}. {layout['meta']['says']}"))
    return (
        f'<svg class="tp-forest-still" role="img" viewBox="0 0 {WIDE:g} {high:g}">'
        f"<title>{title}</title>{''.join(drawn)}</svg>"
    )


class _Scale:
    """From a value of the axis to its place across the drawing."""

    def __init__(self, axis: dict[str, Any]) -> None:
        self.log = axis.get("type") == "log"
        self.low, self.high = axis["range"]

    def __call__(self, value: float) -> float:
        at = math.log10(value) if self.log else value
        share: float = (at - self.low) / (self.high - self.low)
        return EDGE + min(1.0, max(0.0, share)) * (WIDE - 2 * EDGE)


def _y(place: float) -> float:
    return TOP + ROW * (place + 0.8)


def _none(figure: dict[str, Any]) -> float:
    return float(figure["data"][0]["x"][0])  # the line of no effect is drawn first


def _favours(annotations: list[dict[str, Any]]) -> list[str]:
    """Return who gains at either end: the last line of each stands just above the plot."""
    made = []
    for one in annotations:
        lines = one["text"].split("<br>")
        for up, text in enumerate(reversed(lines)):
            made.append(_text(text, one["x"], TOP - 6 - up * LINE))
    return made


def _words(annotations: list[dict[str, Any]]) -> list[str]:
    return [_text(one["text"], one["x"], _y(one["y"]) - ABOVE) for one in annotations]


def _squares(trace: dict[str, Any], x: _Scale) -> list[str]:
    whiskers, made = trace["error_x"], []
    for at, (value, row) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        low, high = value - whiskers["arrayminus"][at], value + whiskers["array"][at]
        size = 0.8 * trace["marker"]["size"][at]
        made.append(_line("main", x(low), _y(row), x(high), _y(row)))
        made.append(
            f'<rect class="tp-fs-main" x="{x(value) - size / 2:.1f}" y="{_y(row) - size / 2:.1f}" '
            f'width="{size:.1f}" height="{size:.1f}"/>'
        )
    return made


def _diamond(trace: dict[str, Any], x: _Scale, kind: str) -> str:
    low, middle, high = (x(value) for value in trace["x"][:3])
    y = _y(trace["y"][0])
    points = f"{low:.1f},{y:g} {middle:.1f},{y - HALF:g} {high:.1f},{y:g} {middle:.1f},{y + HALF:g}"
    return f'<polygon class="tp-fs-{kind}" points="{points}"/>'


def _range(trace: dict[str, Any], x: _Scale) -> list[str]:
    """Return where a new study may fall: a bar with a stop at each end, or an arrow where it goes on."""
    low, high = trace["x"]
    if low is None:
        return []
    y = _y(trace["y"][0])
    made = [_line("new", x(low), y, x(high), y)]
    for value, symbol, inward in zip((low, high), trace["marker"]["symbol"], (HALF, -HALF), strict=True):
        at = x(value)
        if symbol == trace["meta"]["inside"]:
            made.append(_line("new", at, y - HALF, at, y + HALF))
        else:
            tip = f"M{at + inward:.1f} {y - HALF:g}L{at:.1f} {y:g}L{at + inward:.1f} {y + HALF:g}"
            made.append(f'<path class="tp-fs-new" d="{tip}"/>')
    return made


def _axis(axis: dict[str, Any], x: _Scale, y: float) -> list[str]:
    made = [_line("axis", EDGE, y, WIDE - EDGE, y)]
    last = -ROOM
    for value, text in _ticks(axis):
        made.append(_line("axis", x(value), y, x(value), y + 4))
        if x(value) - last >= ROOM:
            made.append(_text(text, 0.5, y + 16, x(value)))
            last = x(value)
    return [*made, _text(axis["title"]["text"], 0.5, y + 34, WIDE / 2)]


def _ticks(axis: dict[str, Any]) -> list[tuple[float, str]]:
    if "tickvals" in axis:
        return list(zip(axis["tickvals"], axis["ticktext"], strict=True))
    low, high = axis["range"]
    rough = (high - low) / TICKS
    size = 10 ** math.floor(math.log10(rough))
    step = next(size * one for one in STEPS if size * one >= rough)
    first, last = math.ceil(low / step), math.floor(high / step)
    return [(step * at, f"{step * at:g}".replace("-", "−")) for at in range(first, last + 1)]


def _line(kind: str, x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line class="tp-fs-{kind}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def _text(text: str, end: float, y: float, x: float | None = None) -> str:
    """Return words at the start (``end`` 0), around (0.5) or at the end (1) of ``x``, or of the drawing."""
    anchor = {0: "start", 0.5: "middle", 1: "end"}[end]
    at = (0 if end == 0 else WIDE) if x is None else x
    bold = ' font-weight="600"' if text.startswith("<b>") else ""
    said = html.escape(plain_text(text))
    return f'<text x="{at:.1f}" y="{y:.1f}" text-anchor="{anchor}"{bold}>{said}</text>'

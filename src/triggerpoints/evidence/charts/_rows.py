"""Rows under headings: a name at the left of each, its figure at the right; above it in a narrow place."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

WIDE_ROW, NARROW_ROW = 34, 46  # px; a narrow row has its words above its mark
ABOVE = 11  # px from a mark to the words above it
HEADING = 1.0  # of a row
LINE = 0.4  # of a row, for each more line of a name
LOW = 0.62  # of a row: where its mark is, so that words have room above it
WIDE_LETTERS, NARROW_LETTERS = 30, 38  # the latter with the figure at the end of the line


@dataclass(frozen=True)
class Rows:
    """Where each row is on the y axis, counted down, and what a figure's layout needs for the words."""

    places: tuple[float, ...]
    bottom: float
    layout: dict[str, Any]
    narrow: dict[str, Any]

    def height(self, around: int, narrow: bool = False) -> int:
        """Return the height of the figure in px, with ``around`` px above and below the rows."""
        return round(around + (NARROW_ROW if narrow else WIDE_ROW) * self.bottom)


def rows(groups: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> Rows:
    """Lay out ``groups``: each a heading and its rows, a row being its name and its figure in words.

    The figure's first trace must be on ``y2``: Plotly does not draw an axis without marks.
    """
    places: list[float] = []
    tops: list[float] = []
    names: list[str] = []
    said: list[str] = []
    y = 0.0
    for _, members in groups:
        tops.append(y + 0.6 * HEADING)
        y += HEADING
        for name, figure in members:
            lines = max(len(_wide(name)), len(_narrow(name, figure)))
            tall = 1 + LINE * (lines - 1)
            places.append(y + tall - (1 - LOW))
            names.append(name)
            said.append(figure)
            y += tall
    heads = [f"<b>{heading}</b>" for heading, _ in groups]
    axis: dict[str, Any] = {
        "range": [y + 0.2, 0], "showgrid": False, "zeroline": False, "ticklabelstandoff": 6,
        "tickvals": [*places, *tops], "automargin": True,
    }  # fmt: skip
    left = ["<br>".join(_wide(name)) for name in names]
    short = ["<br>".join(_narrow(name, figure)) for name, figure in zip(names, said, strict=True)]
    layout = {
        "yaxis": {**axis, "ticktext": left + heads},
        "yaxis2": {**axis, "ticktext": said + [""] * len(heads), "overlaying": "y", "side": "right"},
        "annotations": [*above(places, short, said), *headings(tops, heads)],
    }
    narrow = {
        "layout.margin.l": 4, "layout.margin.r": 4,
        "layout.yaxis.showticklabels": False, "layout.yaxis2.showticklabels": False,
        **{f"layout.annotations[{at}].visible": True for at in range(2 * len(places) + len(heads))},
    }  # fmt: skip
    return Rows(tuple(places), y + 0.2, layout, narrow)


def _wide(name: str) -> list[str]:
    return textwrap.wrap(name, WIDE_LETTERS)


def _narrow(name: str, figure: str) -> list[str]:
    return textwrap.wrap(name, NARROW_LETTERS - len(figure))


def above(places: Sequence[float], left: Sequence[str], right: Sequence[str]) -> list[dict[str, Any]]:
    """Return the words at both ends above the mark of each row, for narrow places only."""
    shared: dict[str, Any] = {
        "xref": "paper", "yref": "y", "yanchor": "bottom", "yshift": ABOVE, "showarrow": False,
        "visible": False,
    }  # fmt: skip
    return [
        {**shared, "y": y, "x": end, "xanchor": side, "align": side, "text": text}
        for y, *texts in zip(places, left, right, strict=True)
        for end, side, text in zip((0, 1), ("left", "right"), texts, strict=True)
    ]


def headings(tops: Sequence[float], heads: Sequence[str]) -> list[dict[str, Any]]:
    """Return the headings of groups of rows, for narrow places only."""
    shared: dict[str, Any] = {"x": 0, "xref": "paper", "xanchor": "left", "yref": "y", "showarrow": False}
    return [{**shared, "y": y, "text": text, "visible": False} for y, text in zip(tops, heads, strict=True)]

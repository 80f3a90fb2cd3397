"""The evidence map: every finding as a mark, by treatment and condition."""

import textwrap
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

import plotly.graph_objects as go

from triggerpoints.evidence._certainty import LEVELS
from triggerpoints.evidence._filters import in_order
from triggerpoints.evidence._finding import Finding, Says
from triggerpoints.evidence._terms import Terms
from triggerpoints.evidence.charts._look import LEGEND, finished, heading, ink

SHAPES: dict[Says, str] = {
    "better": "triangle-up",
    "no clear difference": "circle",
    "worse": "triangle-down",
    "not known": "x-thin-open",
    "advised": "square",
    "left out": "square-x-open",
}
SIZES = {"high": 16, "moderate": 12, "low": 10, "very low": 7}  # px
STROKES = {"high": 1.6, "moderate": 3.4, "low": 1.6, "very low": 1.2}  # px of the outline
FILLED = "high"
LINE = 23  # px between two lines of marks
ACROSS = 3  # marks beside each other in a cell of the grid
APART = 0.3  # of a cell
SLOTS, FIRST_SLOT, SLOT = 7, 0.58, 0.064  # of a line of the list, in shares of its width
LETTERS = 20  # of a condition's name in a line of the list
TOP, FOOT = 150, 120


def evidence_map(
    findings: Sequence[Finding], terms: Terms, *, title: str = "", sources: Mapping[str, str] | None = None
) -> go.Figure:
    """Return ``findings`` as a grid of treatments by conditions; in a narrow place, a list by treatment.

    The shape of a mark is what the finding says, its size, outline and filling are the certainty;
    ``customdata`` is the finding's id. ``sources`` names the source of a key. Raises ValueError for no
    findings.
    """
    if not findings:
        raise ValueError("there are no findings to draw; give at least one")
    placed = in_order(findings, terms)
    columns = [key for key in terms.condition if any(one.condition == key for one in placed)]
    grid, bands, depth = _grid(placed, columns)
    wrapped = {key: textwrap.wrap(name, LETTERS) for key, name in terms.condition.items()}
    listed, lines, long = _list(placed, wrapped)
    marks = [_marks(says, placed, grid) for says in SHAPES]
    legend = [_sample(says.capitalize(), symbol, 12) for says, symbol in SHAPES.items()]
    legend += [
        _sample(f"{level.capitalize()} certainty", _symbol("circle", level), SIZES[level], STROKES[level])
        for level in LEVELS
    ]
    figure = go.Figure([_rules(bands, len(columns), depth), *marks, *legend])
    headings = [
        {"x": 0, "xref": "paper", "xanchor": "left", "y": y, "yref": "y", "showarrow": False,
         "text": f"<b>{terms.modality[key]}</b>"}
        for key, y in bands.items()
    ]  # fmt: skip
    names = [
        {"x": 0.02, "xref": "paper", "xanchor": "left", "align": "left", "y": y, "yref": "y",
         "yanchor": "top", "yshift": LINE / 2, "showarrow": False, "visible": False,
         "text": "<br>".join(wrapped[condition])}
        for (_, condition), y in lines.items()
    ]  # fmt: skip
    figure.update_layout(
        title=heading(title, TOP),
        showlegend=True,
        legend={**LEGEND, "xref": "paper", "itemsizing": "trace"},
        margin={"l": 8, "r": 8, "t": TOP, "b": FOOT},
        xaxis={
            "side": "top", "range": [-0.5, len(columns) - 0.5], "showgrid": False, "zeroline": False,
            "tickvals": list(range(len(columns))), "tickangle": -90,
            "ticktext": ["<br>".join(textwrap.wrap(terms.condition[key], 18)) for key in columns],
        },
        yaxis={"range": [depth, -1], "visible": False},
        annotations=[*headings, *names],
    )  # fmt: skip
    return finished(
        figure,
        says=_says(placed),
        head=("Treatment", "Condition", "Outcome", "Against", "What was found", "Certainty", "Source"),
        rows=[
            (
                terms.modality[one.modality], terms.condition[one.condition], terms.outcome[one.outcome],
                one.against_words, f"{one.result.capitalize()}. {one.words}", one.certainty,
                (sources or {}).get(one.cite, one.cite),
            )
            for one in placed
        ],
        height=round(TOP + FOOT + LINE * (depth + 1)),
        narrow={
            "height": round(FOOT + 100 + LINE * (long + 1)),
            "set": {
                "layout.margin.t": 4, "layout.xaxis.visible": False, "layout.xaxis.range": [0, 1],
                "layout.yaxis.range": [long, -1], "data[0].opacity": 0,
                **{f"layout.annotations[{place}].y": y for place, y in enumerate(_tops(lines).values())},
                **{f"layout.annotations[{len(bands) + place}].visible": True for place in range(len(lines))},
                **_moved(marks, placed, listed),
            },
        },
    )  # fmt: skip


def _grid(
    placed: list[Finding], columns: list[str]
) -> tuple[dict[str, tuple[float, float]], dict[str, float], float]:
    """Return the place of each finding in the grid, the y of each treatment's heading, and the depth."""
    places: dict[str, tuple[float, float]] = {}
    tops: dict[str, float] = {}
    y = 0.0
    for modality, group in groupby(placed, key=lambda one: one.modality):
        tops[modality] = y
        deepest = 0
        for condition, cell in groupby(group, key=lambda one: one.condition):
            for at, one in enumerate(cell):
                row, slot = divmod(at, ACROSS)
                deepest = max(deepest, row)
                places[one.id] = (columns.index(condition) + APART * (slot - 1), y + 1 + row)
        y += deepest + 2.3
    return places, tops, y - 0.3


def _list(
    placed: list[Finding], wrapped: Mapping[str, list[str]]
) -> tuple[dict[str, tuple[float, float]], dict[tuple[str, str], float], float]:
    """Return the place of each finding in the list, the y of each of its lines, and the depth."""
    places: dict[str, tuple[float, float]] = {}
    lines: dict[tuple[str, str], float] = {}
    y = 0.0
    for modality, group in groupby(placed, key=lambda one: one.modality):
        y += 1
        for condition, cell in groupby(group, key=lambda one: one.condition):
            lines[modality, condition] = y
            row = 0
            for at, one in enumerate(cell):
                row, slot = divmod(at, SLOTS)
                places[one.id] = (FIRST_SLOT + SLOT * slot, y + row)
            y += max(row + 1, 0.8 * len(wrapped[condition]) + 0.2)
        y += 0.3
    return places, lines, y


def _tops(lines: dict[tuple[str, str], float]) -> dict[str, float]:
    """Return the y of each treatment's heading in the list: one line above its first condition."""
    tops: dict[str, float] = {}
    for (modality, _), y in lines.items():
        tops.setdefault(modality, y - 1)
    return tops


def _marks(says: Says, placed: list[Finding], grid: dict[str, tuple[float, float]]) -> go.Scatter:
    mine = [one for one in placed if one.result == says]
    return go.Scatter(
        name=says.capitalize(),
        x=[grid[one.id][0] for one in mine],
        y=[grid[one.id][1] for one in mine],
        mode="markers",
        marker={
            "symbol": [_symbol(SHAPES[says], one.certainty) for one in mine],
            "size": [SIZES[one.certainty] for one in mine],
            "opacity": 1,
            "line": {"width": [STROKES[one.certainty] for one in mine]},
        },
        customdata=[one.id for one in mine],
        text=["<br>".join(textwrap.wrap(f"{one.words} ({one.certainty} certainty)", 40)) for one in mine],
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
        meta=ink("main", "findings"),
    )


def _symbol(shape: str, certainty: str) -> str:
    return shape if certainty == FILLED or shape.endswith("-open") else f"{shape}-open"


def _sample(name: str, symbol: str, size: int, stroke: float = 1.6) -> go.Scatter:
    marker = {"symbol": symbol, "size": size, "line": {"width": stroke}}
    return go.Scatter(x=[None], y=[None], mode="markers", name=name, marker=marker, meta=ink("main"))


def _rules(bands: dict[str, float], columns: int, depth: float) -> go.Scatter:
    """Return the quiet lines of the grid: above each treatment, and between the conditions."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for y in bands.values():
        xs += [-0.5, columns - 0.5, None]
        ys += [y - 0.6, y - 0.6, None]
    for column in range(columns + 1):
        xs += [column - 0.5, column - 0.5, None]
        ys += [-0.6, depth - 0.4, None]
    return go.Scatter(
        x=xs, y=ys, mode="lines", line={"width": 1}, hoverinfo="skip", showlegend=False,
        meta=ink("grid", "rules") | {"line": LINE},
    )  # fmt: skip


def _moved(
    marks: list[go.Scatter], placed: list[Finding], listed: dict[str, tuple[float, float]]
) -> dict[str, Any]:
    """Return where the marks stand in the list, as changes of the figure's data."""
    changes: dict[str, Any] = {}
    for trace, mark in enumerate(marks, start=1):
        changes[f"data[{trace}].x"] = [listed[key][0] for key in mark.customdata]
        changes[f"data[{trace}].y"] = [listed[key][1] for key in mark.customdata]
    return changes


def _says(placed: list[Finding]) -> str:
    says = Counter(one.result for one in placed)
    sure = Counter(one.certainty for one in placed)
    found = ", ".join(f"{says[key]} {key}" for key in SHAPES if says[key])
    levels = ", ".join(f"{sure[level]} {level}" for level in LEVELS if sure[level])
    return f"{len(placed)} findings: {found}. Certainty: {levels}."

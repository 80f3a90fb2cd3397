"""Findings that disagree, each pair on one scale with its intervals."""

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from triggerpoints.evidence._finding import NO_EFFECT, Finding
from triggerpoints.evidence._spoken import spoken
from triggerpoints.evidence.charts._look import finished, heading, ink, line, whiskers

ROW, NARROW_ROW, TOP, FOOT = 52, 74, 12, 70  # px; the words of a row stand above its line
GROUP = 0.75  # of a row: a heading's own
LETTERS = 30  # of a heading's line in a narrow place
ABOVE = 9  # px from a line to its words
MEASURES = {"SMD": "Standardised mean difference", "MD": "Mean difference"}


def side_by_side(
    groups: Mapping[str, Sequence[Finding]], names: Mapping[str, str], *, title: str = ""
) -> go.Figure:
    """Return the effects of ``groups`` (a heading and its findings) with their intervals, a row each.

    ``names`` says what each finding's row is called, by its id. All are measured in the same way, and
    the better end is the lower one. Raises ValueError where that is not so.
    """
    placed = [one for group in groups.values() for one in group]
    kinds = {(one.measure, one.unit) for one in placed}
    if len(kinds) != 1 or any(one.effect is None or one.better != "lower" for one in placed):
        raise ValueError("give findings with an effect, of one measure and unit, whose better end is lower")
    ((measure, unit),) = kinds
    none = NO_EFFECT[measure] if measure else 0.0
    rows, heads, bottom = _places(groups)
    drawn = [(one, one.effect, y) for one, y in zip(placed, rows, strict=True) if one.effect]
    said = [spoken(effect) for _, effect, _ in drawn]
    figure = go.Figure(
        [
            line([none, none], [0, bottom], "main"),
            go.Scatter(
                x=[effect.estimate for _, effect, _ in drawn],
                y=rows,
                mode="markers",
                marker={"symbol": "square", "size": 11},
                error_x=whiskers([effect for _, effect, _ in drawn], 2, 6),
                text=[f"{names[one.id]}<br>{text}" for (one, _, _), text in zip(drawn, said, strict=True)],
                hovertemplate="%{text}<extra></extra>",
                meta=ink("main", "effects"),
            ),
        ]
    )
    shared: dict[str, Any] = {
        "xref": "paper", "yref": "y", "yanchor": "bottom", "align": "left", "showarrow": False,
    }  # fmt: skip
    words = [
        {**shared, "y": y, "yshift": ABOVE, "x": end, "xanchor": side, "text": text}
        for (one, _, y), figures in zip(drawn, said, strict=True)
        for end, side, text in ((0, "left", names[one.id]), (1, "right", figures))
    ]
    figure.update_layout(
        title=heading(title, TOP),
        margin={"l": 12, "r": 12, "t": TOP, "b": FOOT},
        xaxis={
            "title": f"{MEASURES.get(measure or '', measure)}{f' ({unit})' if unit else ''}"
            f"<br>Left of {none:g}: better with the treatment",
            "zeroline": False,
            "nticks": 6,
        },
        yaxis={"range": [bottom, 0], "visible": False},
        annotations=[
            *words,
            *({**shared, "y": y, "x": 0, "xanchor": "left", "text": f"<b>{text}</b>"} for text, y in heads),
        ],
    )
    return finished(
        figure,
        says=" ".join(
            f"{head}: {'; '.join(f'{names[one.id]}, {one.result}' for one in group)}."
            for head, group in groups.items()
        ),
        head=("Pair", "Finding", "Effect (95% interval)", "What it says", "Certainty"),
        rows=[
            (head, names[one.id], spoken(one.effect), one.result, one.certainty)
            for head, group in groups.items()
            for one in group
            if one.effect
        ],
        height=round(TOP + FOOT + ROW * bottom),
        narrow={"height": round(TOP + FOOT + NARROW_ROW * bottom), "set": _stacked(words, heads)},
    )


def _stacked(words: list[dict[str, Any]], heads: list[tuple[str, float]]) -> dict[str, Any]:
    """Return the changes of a narrow place: a row's figures below its name, headings in short lines."""
    changes: dict[str, Any] = {}
    for at in range(0, len(words), 2):
        name, figures = words[at]["text"], words[at + 1]["text"]
        changes[f"layout.annotations[{at}].text"] = f"{name}<br>{figures}"
        changes[f"layout.annotations[{at + 1}].visible"] = False
    for at, (head, _) in enumerate(heads, start=len(words)):
        changes[f"layout.annotations[{at}].text"] = f"<b>{'<br>'.join(textwrap.wrap(head, LETTERS))}</b>"
    return changes


def _places(groups: Mapping[str, Sequence[Finding]]) -> tuple[list[float], list[tuple[str, float]], float]:
    """Return the y of each row, of each heading, and of the foot, counted down."""
    rows: list[float] = []
    heads: list[tuple[str, float]] = []
    y = 0.0
    for head, group in groups.items():
        y += GROUP
        heads.append((head, y - 0.3))
        for _ in group:
            y += 1
            rows.append(y - 0.3)
    return rows, heads, y + 0.1

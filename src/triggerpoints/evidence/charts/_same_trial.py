"""The same trial many times: intervals that differ by chance alone."""

from collections.abc import Sequence
from statistics import fmean

import plotly.graph_objects as go

from triggerpoints._numbers import number
from triggerpoints.evidence._fields import Interval
from triggerpoints.evidence._spoken import spoken
from triggerpoints.evidence.charts._look import LEGEND, finished, heading, ink, line, whiskers

ROW = 11  # px; forty rows are one screen of a phone
TOP, FOOT = 8, 116


def same_trial(
    found: Sequence[Interval], truth: float, reach: tuple[float, float], *, unit: str = ""
) -> go.Figure:
    """Return the differences ``found`` by trials of one treatment whose true effect is ``truth``.

    A filled mark leaves out 0, an empty one does not, and a frame stands around one whose interval
    misses the truth; the title counts them. ``reach`` are the ends of the axis, so that several charts
    can be compared.
    Raises ValueError for no trials.
    """
    if not found:
        raise ValueError("there are no trials to draw; give at least one")
    places = list(enumerate(found))
    sure = [(place, one) for place, one in places if not one.low <= 0 <= one.high]
    open_ = [(place, one) for place, one in places if one.low <= 0 <= one.high]
    missed = [(place, one) for place, one in places if not one.low <= truth <= one.high]
    says = _says(found, sure, missed, truth, unit)
    figure = go.Figure(
        [
            line([0, 0], [-1, len(found)], "main", name="No difference", showlegend=False),
            line([truth] * 2, [-1, len(found)], "accent", "dash", name=f"The truth: {number(truth, 0)}",
                 showlegend=True),
            _marks("Leaves out 0", sure, "circle"),
            _marks("Includes 0", open_, "circle-open"),
            go.Scatter(
                name="Misses the truth",
                x=[one.estimate for _, one in missed],
                y=[place for place, _ in missed],
                mode="markers",
                marker={"symbol": "square-open", "size": 14, "line": {"width": 1.6}},
                hoverinfo="skip",
                meta=ink("accent", "missed"),
            ),
        ]
    )  # fmt: skip
    figure.update_layout(
        title=heading(says, 8),
        showlegend=True,
        legend={**LEGEND, "xref": "paper"},
        margin={"l": 8, "r": 8, "t": TOP, "b": FOOT},
        xaxis={
            "title": f"Difference{f' ({unit})' if unit else ''}",
            "range": list(reach), "zeroline": False, "nticks": 8,
        },
        yaxis={"range": [len(found), -1], "visible": False},
    )  # fmt: skip
    return finished(
        figure,
        says=says,
        head=(
            "Trial",
            f"Difference{f' in {unit}' if unit else ''} (95% interval)",
            "Includes 0",
            "Holds the truth",
        ),
        rows=[
            (
                str(place + 1),
                spoken(one, 1),
                "yes" if one.low <= 0 <= one.high else "no",
                "yes" if one.low <= truth <= one.high else "no",
            )
            for place, one in places
        ],
        height=TOP + FOOT + ROW * (len(found) + 1),
    )


def _marks(name: str, rows: list[tuple[int, Interval]], symbol: str) -> go.Scatter:
    return go.Scatter(
        name=name,
        x=[one.estimate for _, one in rows],
        y=[place for place, _ in rows],
        mode="markers",
        marker={"symbol": symbol, "size": 7, "line": {"width": 1.6}},
        error_x=whiskers([one for _, one in rows], 1.2),
        text=[f"Trial {place + 1}<br>{spoken(one, 1)}" for place, one in rows],
        hovertemplate="%{text}<extra></extra>",
        meta=ink("main"),
    )


def _says(
    found: Sequence[Interval],
    sure: list[tuple[int, Interval]],
    missed: list[tuple[int, Interval]],
    truth: float,
    unit: str,
) -> str:
    shown = [one.estimate for one in found]
    said = (
        f"{len(sure)} of {len(found)} intervals leave out 0 and {len(missed)} "
        f"miss{'es' if len(missed) == 1 else ''} the truth of {number(truth, 0)}. The differences run from "
        f"{number(min(shown), 0)} to {number(max(shown), 0)}{f' {unit}' if unit else ''}."
    )
    if sure:
        said += (
            f" The {len(sure)} that leave out 0 average {number(fmean(one.estimate for _, one in sure), 0)}."
        )
    return said

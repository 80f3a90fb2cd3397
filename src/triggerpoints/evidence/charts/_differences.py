"""One trial read on the scale it was measured on: its differences, none, and the smallest that matters."""

from typing import Any

import plotly.graph_objects as go

from triggerpoints._numbers import decimals, number
from triggerpoints.evidence._fields import Interval
from triggerpoints.evidence._spoken import spoken
from triggerpoints.evidence._trial import Result, Scale, Trial
from triggerpoints.evidence.charts._look import finished, heading, ink, line, whiskers

ROW = 64  # px; each row's words stand above its line
TOP, FOOT = 56, 70
ROOM = 0.08  # of the axis, left free at each end


def differences(trial: Trial, scale: str, *, title: str = "") -> go.Figure:
    """Return the differences that ``trial`` printed on ``scale`` (an id of its scales), a row each.

    A solid line is no difference, a dashed one the smallest that matters, where the record gives one.
    Figures that do not fit each other (a result with a slip) are left out. Raises KeyError for a scale
    that the trial does not have and ValueError where no difference is left to draw.
    """
    measured = trial.scales[scale]
    shown = [
        (result, result.difference)
        for result in trial.results
        if result.scale == scale and result.difference and not result.slip
    ]
    if not shown:
        raise ValueError(
            f"{trial.id} printed no difference on {scale!r} that can be drawn; pick another scale"
        )
    matters = _matters(measured)
    marks = [0.0, *([matters] if matters is not None else [])]
    low = min(*marks, *(effect.low for _, effect in shown), 0.0)
    high = max(*marks, *(effect.high for _, effect in shown), 0.0)
    room = ROOM * (high - low)
    reach = low - room, high + room
    digits = 1
    bottom = len(shown) - 0.5
    figure = go.Figure([line([0, 0], [-0.9, bottom], "main")])
    if matters is not None:
        figure.add_trace(line([matters] * 2, [-0.9, bottom], "accent", "dash"))
    figure.add_trace(
        go.Scatter(
            name="Difference with its 95% interval",
            x=[effect.estimate for _, effect in shown],
            y=list(range(len(shown))),
            mode="markers",
            marker={"symbol": "square", "size": 11},
            error_x=whiskers([effect for _, effect in shown], 2, 6),
            text=[f"{_name(result)}<br>{spoken(effect, digits)}" for result, effect in shown],
            hovertemplate="%{text}<extra></extra>",
            meta=ink("main", "differences"),
        )
    )
    names = [_label(0.0, reach, "No difference", 18)]
    if matters is not None:
        names.append(_label(matters, reach, f"Matters from {number(matters, decimals(matters))}", 0))
    treated = f"“{shown[0][0].treated}”" if len({one.treated for one, _ in shown}) == 1 else "the treated"
    side = "Below" if measured.better == "lower" else "Above"
    unit = measured.unit or "points"
    figure.update_layout(
        title=heading(title, TOP - 8),
        margin={"l": 8, "r": 8, "t": TOP, "b": FOOT},
        xaxis={
            "title": f"Difference ({unit})<br>{side} 0: better for {treated}",
            "range": list(reach),
            "zeroline": False,
            "nticks": 6,
        },
        yaxis={"range": [bottom, -0.9], "visible": False},
        annotations=[*names, *_rows(shown, digits)],
    )
    return finished(
        figure,
        says=" ".join(_reading(result, effect, measured, digits) for result, effect in shown),
        head=("When", "Compared", f"Difference in {unit} (95% interval)", "What the interval holds"),
        rows=[
            (
                result.when,
                f"{result.treated} minus {result.compared.lower()}",
                spoken(effect, digits),
                _holds(result, effect, measured),
            )
            for result, effect in shown
        ],
        height=TOP + FOOT + ROW * len(shown) + 24,
    )


def _matters(scale: Scale) -> float | None:
    """Return the smallest difference that matters, on the good side of 0."""
    if scale.important is None:
        return None
    return -scale.important if scale.better == "lower" else scale.important


def _reading(result: Result, effect: Interval, scale: Scale, digits: int) -> str:
    unit = scale.unit or "points"
    return f"{_name(result)}: {spoken(effect, digits)} {unit}. {_holds(result, effect, scale)}"


def _holds(result: Result, effect: Interval, scale: Scale) -> str:
    """Say in words what lies inside and outside an interval."""
    sign = -1 if scale.better == "lower" else 1
    worst, best = sorted((sign * effect.low, sign * effect.high))
    if worst > 0:
        said = f"The interval leaves out 0; better for “{result.treated}”."
    elif best < 0:
        said = f"The interval leaves out 0; better for “{result.compared}”."
    else:
        said = "The interval includes 0, no difference."
    if scale.important is None:
        return said
    if worst >= scale.important:
        return f"{said} All of it lies beyond the smallest that matters."
    if best < scale.important:
        return f"{said} It ends before the smallest that matters."
    return f"{said} It includes the smallest that matters."


def _name(result: Result) -> str:
    return f"{result.treated}, {result.when}"


def _label(at: float, reach: tuple[float, float], text: str, lift: int) -> dict[str, Any]:
    """Return the words on top of a line, turned to where there is room."""
    left = at < (reach[0] + reach[1]) / 2
    return {
        "x": at, "xref": "x", "y": 1, "yref": "paper", "yanchor": "bottom", "yshift": lift,
        "xanchor": "left" if left else "right", "showarrow": False, "text": text,
    }  # fmt: skip


def _rows(shown: list[tuple[Result, Interval]], digits: int) -> list[dict[str, Any]]:
    """Return what tells a row from the others above its line, and its numbers below it."""
    several = len({result.treated for result, _ in shown}) > 1
    shared: dict[str, Any] = {"xref": "paper", "yref": "y", "showarrow": False}
    return [
        {**shared, "y": place, "x": end, "xanchor": side, "yanchor": edge, "yshift": lift, "text": text}
        for place, (result, effect) in enumerate(shown)
        for end, side, edge, lift, text in (
            (0, "left", "bottom", 8, f"<b>{result.treated if several else result.when.capitalize()}</b>"),
            (1, "right", "top", -8, spoken(effect, digits)),
        )
    ]

"""The forest plot: a line a study, the pooled diamond, and where a new study may fall."""

import math
import textwrap
from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from triggerpoints._numbers import number
from triggerpoints.evidence._fields import Interval
from triggerpoints.evidence._finding import NO_EFFECT
from triggerpoints.evidence._published import RATIOS, in_print
from triggerpoints.evidence._spoken import spoken
from triggerpoints.evidence.charts._look import finished, heading, ink, line, whiskers
from triggerpoints.evidence.charts._pooled_words import WORDS, message
from triggerpoints.evidence.pooling import Pool, Study, own_interval

AXES = {
    "SMD": "Standardised mean difference",
    "MD": "Mean difference",
    "RR": "Risk ratio",
    "OR": "Odds ratio",
}
SQUARE = 15  # px, the side of the study that weighs most; the area goes by the weight
SMALLEST = 4
LEFT_OUT = ("x", 8)  # symbol and px of a study that is left out
INSIDE, BEYOND = "line-ns-open", ("triangle-left", "triangle-right")  # ends of the range for a new study
TALL, NARROW_TALL = 0.3, 0.17  # of a row: half the height of a diamond, below the words of its row
WIDE_ROW, NARROW_ROW = 25, 45  # px; in a narrow place each name stands above its line
ABOVE = 7  # px from a line to the name above it
TOP, FOOT = 52, 56
TICKS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100)


def forest(
    studies: Sequence[Study],
    pool: Pool,
    *,
    title: str = "",
    measure: str = "SMD",
    unit: str = "",
    favours: tuple[str, str] = ("", ""),
    published: Interval | None = None,
    digits: int = 2,
) -> go.Figure:
    """Return the forest plot of ``studies`` and their ``pool``.

    ``measure`` is SMD, MD (with its ``unit``), RR or OR; effects of the last two come as logs, as
    :func:`~triggerpoints.evidence.pooling.studies` gives them, and are drawn as ratios on a log axis.
    ``favours`` says what an effect below and above none means. ``published`` is a review's own
    result, as printed, drawn as a second, empty diamond. Raises ValueError when the pool is of
    another number of studies.
    """
    if len(studies) != len(pool.weights):
        raise ValueError(f"the pool is of {len(pool.weights)} studies, and {len(studies)} were given")
    own = [in_print(own_interval(study), measure) for study in studies]
    pooled = in_print(pool.effect, measure)
    new = in_print(pool.predicted, measure) if pool.predicted else None
    none = NO_EFFECT[measure]
    reach = axis_range([*own, pooled, *filter(None, (new, published))], none, measure)
    last = len(studies)
    labels = [study.name for study in studies] + ["<b>Pooled</b>"]
    said = [spoken(effect, digits) for effect in own] + [f"<b>{spoken(pooled, digits)}</b>"]
    places = [*map(float, range(last)), last + 0.4]
    figure = go.Figure(
        [
            line([none, none], [-0.7, last + 3], "main", yaxis="y2"),
            line([pooled.estimate] * 2, [-0.7, last + 0.4], "accent", "dot", part="effect"),
            _squares(studies, own, pool, said),
            _diamond(pooled, places[-1], "accent", "Pooled"),
        ]
    )
    diamonds = [(len(figure.data) - 1, places[-1])]
    if published:
        places.append(places[-1] + 1)
        labels.append("As published")
        said.append(spoken(published, digits))
        diamonds.append((len(figure.data), places[-1]))
        figure.add_trace(_diamond(published, places[-1], "main", "As published", empty=True))
    places.append(places[-1] + 1)
    labels.append("A new study may fall")
    said.append(_range(new, digits))
    figure.add_trace(_bar(new, places[-1], reach))
    short = [number(effect.estimate, digits) for effect in own] + said[last:]  # beside a name, on a phone
    bottom = places[-1] + 0.8
    figure.data[0].y = (-0.7, bottom)
    rows: dict[str, Any] = {"range": [bottom, -0.8], "tickvals": places, "showgrid": False, "zeroline": False}
    figure.update_layout(
        title=heading(title, TOP - 8),
        margin={"l": 8, "r": 8, "t": TOP, "b": FOOT},
        yaxis={**rows, "ticktext": labels, "ticklabelstandoff": 6},
        yaxis2={**rows, "ticktext": said, "overlaying": "y", "side": "right", "ticklabelstandoff": 6,
                "automargin": True},
        xaxis=effect_axis(measure, unit, reach),
        annotations=[*_favours(favours), *_above(places, labels, short)],
    )  # fmt: skip
    plain = [label.replace("<b>", "").replace("</b>", "") for label in labels]
    weights = [f"{100 * weight:.1f}%" for weight in pool.weights]
    people = [str(study.people or "–") for study in studies]
    blank = [""] * (len(plain) - last)
    table = zip(
        plain, (text.replace("<b>", "").replace("</b>", "") for text in said),
        weights + blank, people + blank, strict=True,
    )  # fmt: skip
    return finished(
        figure,
        says=message(pool, pooled, new, none, favours, digits),
        head=("Study", f"{AXES[measure]} (95% interval)", "Weight", "People"),
        rows=list(table),
        height=round(TOP + FOOT + WIDE_ROW * (bottom + 0.8)),
        narrow={
            "height": round(TOP + FOOT + NARROW_ROW * (bottom + 0.8)),
            "set": {
                "layout.margin.l": 4, "layout.margin.r": 4,
                "layout.yaxis.showticklabels": False, "layout.yaxis2.showticklabels": False,
                **{f"layout.annotations[{2 + i}].visible": True for i in range(2 * len(places))},
                **{f"data[{at}].y": _tips(row, NARROW_TALL) for at, row in diamonds},
            },
        },
    )  # fmt: skip


def axis_range(shown: Sequence[Interval], none: float, measure: str) -> tuple[float, float]:
    """Return the ends of an axis that holds all of ``shown`` and no effect, with a little room."""
    low, high = min(none, *(one.low for one in shown)), max(none, *(one.high for one in shown))
    if measure in RATIOS:
        room = (high / low) ** 0.04
        return low / room, high * room
    room = 0.04 * (high - low)
    return low - room, high + room


def _squares(studies: Sequence[Study], own: list[Interval], pool: Pool, said: list[str]) -> go.Scatter:
    most = max(pool.weights)
    return go.Scatter(
        name="Studies",
        x=[effect.estimate for effect in own],
        y=list(range(len(own))),
        mode="markers",
        marker={
            "symbol": ["square"] * len(own),
            "size": [max(SMALLEST, SQUARE * math.sqrt(weight / most)) for weight in pool.weights],
            "opacity": 1,
        },
        error_x=whiskers(own, 1.3),
        text=[f"{study.name}<br>{text}" for study, text in zip(studies, said, strict=False)],
        hovertemplate="%{text}<extra></extra>",
        meta=ink("main", "studies") | {"largest": SQUARE, "smallest": SMALLEST, "left_out": LEFT_OUT},
    )


def _diamond(effect: Interval, row: float, role: str, name: str, empty: bool = False) -> go.Scatter:
    return go.Scatter(
        name=name,
        x=[effect.low, effect.estimate, effect.high, effect.estimate, effect.low],
        y=_tips(row, TALL),
        mode="lines",
        line={"width": 1.6},
        fill="none" if empty else "toself",
        hoverinfo="skip",
        meta=ink(role, "published" if empty else "pooled"),
    )


def _tips(row: float, tall: float) -> list[float]:
    return [row, row - tall, row, row + tall, row]


def _bar(new: Interval | None, row: float, reach: tuple[float, float]) -> go.Scatter:
    """Return the prediction interval: a bar with a stop at each end, or an arrow where it leaves the axis."""
    low, high = (new.low, new.high) if new else (None, None)
    ends = [low is not None and low < reach[0], high is not None and high > reach[1]]
    return go.Scatter(
        name="A new study may fall",
        x=[low, high],
        y=[row, row],
        mode="lines+markers",
        line={"width": 3},
        marker={
            "symbol": [beyond if end else INSIDE for end, beyond in zip(ends, BEYOND, strict=True)],
            "size": 12,
            "line": {"width": 3},
        },
        hoverinfo="skip",
        meta=ink("main", "new") | {"inside": INSIDE, "beyond": BEYOND},
    )


def _range(new: Interval | None, digits: int) -> str:
    return f"{number(new.low, digits)} to {number(new.high, digits)}" if new else WORDS["no_range"]


def effect_axis(measure: str, unit: str, reach: tuple[float, float]) -> dict[str, Any]:
    """Return the layout of an axis of effects from end to end of ``reach``; a ratio's is a log axis."""
    axis: dict[str, Any] = {"title": AXES[measure] + (f" ({unit})" if unit else ""), "zeroline": False}
    if measure not in RATIOS:
        return {**axis, "range": list(reach), "nticks": 6}
    ticks = [tick for tick in TICKS if reach[0] <= tick <= reach[1]]
    return {
        **axis,
        "type": "log",
        "range": [math.log10(end) for end in reach],
        "tickvals": ticks,
        "ticktext": [f"{tick:g}" for tick in ticks],
    }


def _favours(favours: tuple[str, str]) -> list[dict[str, Any]]:
    """Return the words at both ends, above the first study, each in lines short enough for a phone."""
    left, right = ("<br>".join(textwrap.wrap(text, 20)) for text in favours)
    shared: dict[str, Any] = {"xref": "paper", "yref": "paper", "y": 1, "yanchor": "bottom"}
    texts = (f"← favours<br>{left}" if left else "", f"favours →<br>{right}" if right else "")
    return [
        {**shared, "x": end, "xanchor": side, "align": side, "text": text, "showarrow": False}
        for end, side, text in zip((0, 1), ("left", "right"), texts, strict=True)
    ]


def _above(places: list[float], labels: list[str], said: list[str]) -> list[dict[str, Any]]:
    """Return each name and its numbers as a line above its row, for narrow places only."""
    shared: dict[str, Any] = {
        "xref": "paper", "yref": "y", "yanchor": "bottom", "yshift": ABOVE, "showarrow": False,
        "visible": False,
    }  # fmt: skip
    return [
        {**shared, "y": place, "x": end, "xanchor": anchor, "text": text}
        for place, *texts in zip(places, labels, said, strict=True)
        for end, anchor, text in zip((0, 1), ("left", "right"), texts, strict=True)
    ]

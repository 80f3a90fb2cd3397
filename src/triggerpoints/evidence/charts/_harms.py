"""The harms chart: how often something happened, from one in a million to every time, on one scale."""

import math
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import plotly.graph_objects as go

from triggerpoints.evidence._harm import Harm
from triggerpoints.evidence.charts._look import LEGEND, finished, heading, ink
from triggerpoints.evidence.charts._rows import above, headings
from triggerpoints.evidence.rates import at_most, exact, percent

MOST = 100.0  # percent
NARROW_MOST = 3.5 * MOST  # leaves room for "100%", the last word of the axis
WIDE_ROW, NARROW_ROW = 46, 66  # px; in a narrow place the words stand above the mark
HEADING = 0.85  # of a row, for the source above its rows
LINE = 0.4  # of a row, for each more line of words
LOW = 0.6  # of a row: where its mark is, so that its words have room above it
MOST_TICKS = 6
WIDE_LETTERS, NARROW_LETTERS = 34, 38
TOP, FOOT = 16, 84
KINDS = {
    "counted": ("square", "Counted, with exact 95% interval"),
    "pooled": ("diamond-open", "Printed, with its interval"),
    "bare": ("circle-open", "Printed, without an interval"),
    "none": ("line-ns-open", "None seen: at most this (95%)"),
}


@dataclass(frozen=True)
class Rate:
    """A row as it is drawn, in percent; ``low`` and ``high`` are None where no interval can be given.

    ``percent`` is None where nobody printed among how many the events were: no mark is drawn then.
    """

    kind: str
    percent: float | None
    low: float | None
    high: float | None
    words: str


def harms(rows: Sequence[Harm], *, title: str = "", sources: Mapping[str, str] | None = None) -> go.Figure:
    """Return how often each of ``rows`` happened, on a log scale of percent.

    Counts get their exact 95 % interval; printed figures keep their own, or have none. What did not
    happen is drawn as an arrow below the share that it does not exceed with 95 % confidence.
    ``sources`` names the source of a key, such as "Brady et al., 2014". Raises ValueError for no rows.
    """
    if not rows:
        raise ValueError("there are no harms to draw; give at least one")
    rates = [rate(row) for row in rows]
    least = min(number for one in rates for number in (one.percent, one.low) if number)
    reach = (10 ** math.floor(math.log10(least)), 1.6 * MOST)
    names = [(row.event, _of(row), (sources or {}).get(row.cite, row.cite)) for row in rows]
    places, tops, bottom = _places(rows)
    figure = go.Figure(
        [*(_marks(kind, rates, names, places, reach) for kind in KINDS), _arrows(rates, places, reach[0])]
    )
    heads = [f"<b>{(sources or {}).get(rows[first].cite, rows[first].cite)}</b>" for first in tops]
    shown: dict[str, Any] = {
        "range": [bottom, 0], "showgrid": False, "zeroline": False, "ticklabelstandoff": 6,
        "tickvals": [*places, *tops.values()], "automargin": True,
    }  # fmt: skip
    left = ["<br>".join([*textwrap.wrap(event, WIDE_LETTERS), of]) for event, of, _ in names] + heads
    right = [one.words.replace(" (", "<br>(") for one in rates] + [""] * len(heads)
    lowest = round(math.log10(reach[0]))
    decades = range(2, lowest - 1, -1 if 2 - lowest < MOST_TICKS else -3)  # thousands: they need room
    figure.update_layout(
        title=heading(title, 12),
        showlegend=True,
        legend=LEGEND,
        margin={"l": 8, "r": 8, "t": TOP, "b": FOOT},
        xaxis={
            "type": "log", "range": [math.log10(end) for end in reach], "zeroline": False,
            "tickangle": 0, "tickvals": [10.0**power for power in decades],
            "ticktext": [_tick(power) for power in decades],
        },
        yaxis={**shown, "ticktext": left},
        yaxis2={**shown, "ticktext": right, "overlaying": "y", "side": "right"},
        annotations=[
            *above(
                places,
                ["<br>".join([*textwrap.wrap(event, NARROW_LETTERS), of]) for event, of, _ in names],
                [_short(one) for one in rates],
            ),
            *headings([*tops.values()], heads),
        ],
    )  # fmt: skip
    return finished(
        figure,
        says=_says(rows, rates),
        head=("What happened", "Among", "How often (95% interval)", "Source"),
        rows=[(event, of, one.words, source) for (event, of, source), one in zip(names, rates, strict=True)],
        height=round(TOP + FOOT + WIDE_ROW * bottom),
        narrow={
            "height": round(TOP + FOOT + 48 + NARROW_ROW * bottom),
            "set": {
                "layout.margin.l": 4, "layout.margin.r": 4,
                "layout.xaxis.range": [math.log10(reach[0]), math.log10(NARROW_MOST)],
                "layout.yaxis.showticklabels": False, "layout.yaxis2.showticklabels": False,
                **{f"layout.annotations[{at}].visible": True for at in range(2 * len(rows) + len(heads))},
            },
        },
    )  # fmt: skip


def rate(row: Harm) -> Rate:
    """Return how often ``row`` happened, and how sure that is, as far as its figures say."""
    if row.count == 0 and row.of is not None:
        most = at_most(0, row.of)
        return Rate("none", most, None, most, f"none; at most {percent(most)}")
    if row.interval is not None:  # a printed one may know of clusters, which a count does not
        found, kind = row.interval, "pooled"
    elif row.count is not None and row.of is not None:
        found, kind = exact(row.count, row.of), "counted"
    else:
        words = _printed(row.percent) if row.percent is not None else "no rate follows"
        return Rate("bare", row.percent, None, None, words)
    text = percent if kind == "counted" else _printed
    words = f"{text(found.estimate)} ({text(found.low)} to {text(found.high)})"
    return Rate(kind, found.estimate, found.low, found.high, words)


def _printed(value: float) -> str:
    """Return a printed share with the digits that were printed."""
    return f"{Decimal(repr(value)):f}%".replace(".0%", "%")


def _of(row: Harm) -> str:
    among = f"{row.of:,} {row.unit}" if row.of is not None else f"share of {row.unit}"
    if row.of is None and row.percent is None and row.interval is None:
        among = f"{row.events} in uncounted {row.unit}"
    elif row.studies is not None:
        among = f"{row.studies} studies, {row.unit}"
    elif row.count is not None and row.of is not None:
        # "in": where treatments were counted, one of them may have had two events
        among = f"{row.count:,} {'of' if row.unit == 'people' else 'in'} {among}"
    return f"{among}; {row.control}" if row.control else among


def _places(rows: Sequence[Harm]) -> tuple[list[float], dict[int, float], float]:
    """Return the y of each row, the y of the heading above the first row of each source, and the end."""
    places: list[float] = []
    tops: dict[int, float] = {}
    y = 0.0
    for place, row in enumerate(rows):
        if not place or rows[place - 1].cite != row.cite:
            tops[place] = y + 0.5
            y += HEADING
        tall = 1 + LINE * (len(textwrap.wrap(row.event, WIDE_LETTERS)) - 1)
        places.append(y + LOW * tall)
        y += tall
    return places, tops, y


def _marks(
    kind: str,
    rates: list[Rate],
    names: list[tuple[str, str, str]],
    places: list[float],
    reach: tuple[float, float],
) -> go.Scatter:
    symbol, label = KINDS[kind]
    mine = [
        (place, one, one.percent)
        for place, one in enumerate(rates)
        if one.kind == kind and one.percent is not None
    ]
    below = [share - (reach[0] if kind == "none" else one.low or share) for _, one, share in mine]
    return go.Scatter(
        name=label,
        x=[share for *_, share in mine],
        y=[places[place] for place, *_ in mine],
        mode="markers",
        marker={"symbol": symbol, "size": 10, "line": {"width": 2 if symbol.endswith("open") else 0}},
        error_x={
            "array": [(one.high or share) - share for _, one, share in mine],
            "arrayminus": below,
            "thickness": 1.4,
            "width": 0,
        },
        text=[f"{names[place][0]}<br>{one.words}" for place, one, _ in mine],
        hovertemplate="%{text}<extra></extra>",
        cliponaxis=False,
        yaxis="y2" if kind == "counted" else "y",  # an axis without marks would not be drawn
        meta=ink("main", kind),
    )


def _arrows(rates: list[Rate], places: list[float], left: float) -> go.Scatter:
    """Return the heads that say that a line goes on to nothing at all, which a log scale cannot show."""
    mine = [place for place, one in zip(places, rates, strict=True) if one.kind == "none"]
    return go.Scatter(
        x=[left] * len(mine),
        y=mine,
        mode="markers",
        marker={"symbol": "triangle-left", "size": 9},
        hoverinfo="skip",
        showlegend=False,
        cliponaxis=False,
        meta=ink("main"),
    )


def _tick(power: int) -> str:
    share = f"{10.0**power:.{max(0, -power)}f}%"
    return share if power == 2 else f"{share}<br>1 in<br>{10 ** (2 - power):,}"


def _short(one: Rate) -> str:
    if one.percent is None:
        return ""
    return one.words.removeprefix("none; ").partition(" (")[0]


def _says(rows: Sequence[Harm], rates: list[Rate]) -> str:
    happened = sorted(
        (one.percent, row.event, one.words)
        for row, one in zip(rows, rates, strict=True)
        if one.kind != "none" and one.percent is not None
    )
    none = sum(one.kind == "none" for one in rates)
    parts = []
    if happened:
        parts.append(f"Most often: {happened[-1][1].lower()}, {happened[-1][2]}.")
        if len(happened) > 1:
            parts.append(f"Least often: {happened[0][1].lower()}, {happened[0][2]}.")
    if none:
        parts.append(
            f"{none} of {len(rows)} rows had no event: an arrow shows the shares that chance leaves possible."
        )
    return " ".join(parts)

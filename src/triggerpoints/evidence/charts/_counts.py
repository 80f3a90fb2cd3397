"""What a count leaves open, drawn: exact intervals of one number of people, and how much none seen says."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from triggerpoints.evidence._harm import Harm
from triggerpoints.evidence.charts._look import LEGEND, finished, heading, ink, line
from triggerpoints.evidence.rates import at_most, exact, needed, percent

SHARES = (0, 20, 10)  # none, 1 in 20 and 1 in 10 of those who were asked
MOST = 35.0  # percent; holds the intervals of 20 people
FEWEST = 20
ROW, TOP, FOOT = 84, 12, 76  # px; two lines of words stand above each mark, in wide places too
ABOVE = 9
LEAST = 0.001  # percent, where an arrow towards nothing leaves the log scale


def counted(of: int, who: str = "clients") -> go.Figure:
    """Return three counts among ``of`` people, none, 1 in 20 and 1 in 10, with what each leaves open.

    ``of`` is a multiple of 20. The lines are exact 95 % intervals on one scale of percent, whatever
    ``of`` is, so that they can be compared. Raises ValueError for another number.
    """
    if of < FEWEST or of % FEWEST:
        raise ValueError(f"{of} cannot be divided into 1 in 20; give a multiple of {FEWEST}")
    counts = [of // share if share else 0 for share in SHARES]
    ranges = [(0.0, 0.0, at_most(0, of)) if not count else _ends(count, of) for count in counts]
    words = [
        f"{percent(share)} ({percent(low)} to {percent(high)})" if count else f"none; at most {percent(high)}"
        for count, (share, low, high) in zip(counts, ranges, strict=True)
    ]
    names = [f"{count:,} of {of:,} {who}" for count in counts]
    figure = go.Figure([_lines(ranges), _marks(counts, ranges)])
    figure.update_layout(
        title=heading("What three counts leave open", 12),
        xaxis={"title": "Percent", "range": [-0.5, MOST], "zeroline": False},
        **_rows([f"<b>{name}</b><br>{text}" for name, text in zip(names, words, strict=True)]),
    )
    return finished(
        figure,
        says="; ".join(f"{name}: {text}" for name, text in zip(names, words, strict=True)) + ".",
        head=("Count", "What it leaves open (exact 95% interval)"),
        rows=list(zip(names, words, strict=True)),
        height=TOP + FOOT + ROW * len(counts),
    )


def none_seen(rows: Sequence[Harm], one_in: int, names: Sequence[str]) -> go.Figure:
    """Return what each of ``rows``, in which nothing happened, leaves possible, beside 1 in ``one_in``.

    An arrow points from the share that is not exceeded with 95 % confidence towards nothing, on a log
    scale. ``names`` say which count each is. Raises ValueError for a row with an event or without a
    number, and for no rows.
    """
    if not rows or any(row.count != 0 or row.of is None for row in rows):
        raise ValueError("give rows of which each counted no event among a printed number")
    wanted, share = needed(one_in), 100 / one_in
    numbers = [row.of or 0 for row in rows]
    limits = [at_most(0, number) for number in numbers]
    enough = ["enough" if number >= wanted else "not enough" for number in numbers]
    counts = [f"none in {number:,} {row.unit}" for number, row in zip(numbers, rows, strict=True)]
    told = [f"at most {percent(limit)}" for limit in limits]
    words = [
        f"<b>{name}</b>: {limit}<br>{count}: {word}"
        for name, limit, count, word in zip(names, told, counts, enough, strict=True)
    ]
    title = f"Needs {wanted:,} without an event"
    figure = go.Figure(
        [
            line([share, share], [-0.9, len(rows)], "accent", "dash", "wanted", name=f"1 in {one_in:,}"),
            _arrows(limits),
            *(
                _ends_of(limits, enough, word, symbol)
                for word, symbol in (("enough", "circle"), ("not enough", "circle-open"))
            ),
        ]
    )
    figure.update_layout(
        title=heading(title, 12),
        showlegend=True,
        legend=LEGEND,
        xaxis={
            "type": "log", "range": [-3, 1.2], "zeroline": False, "tickangle": 0,
            "tickvals": [0.001, 0.01, 0.1, 1, 10],
            "ticktext": ["1 in<br>100,000", "1 in<br>10,000", "1 in<br>1,000", "1 in<br>100", "1 in<br>10"],
        },
        **_rows(words),
    )  # fmt: skip
    far = [name for name, word in zip(names, enough, strict=True) if word == "enough"]
    wish = f"Less than 1 in {one_in:,} needs {wanted:,} without an event."
    return finished(
        figure,
        says=f"{wish} Enough by number: {', '.join(far) if far else 'none of them'}.",
        head=("Count", "Among", "What it leaves possible", f"For less than 1 in {one_in:,}"),
        rows=[
            (name, count, limit, word)
            for name, count, limit, word in zip(names, counts, told, enough, strict=True)
        ],
        height=TOP + FOOT + 40 + ROW * len(rows),
    )


def _ends(count: int, of: int) -> tuple[float, float, float]:
    found = exact(count, of)
    return found.estimate, found.low, found.high


def _lines(ranges: Sequence[tuple[float, float, float]]) -> go.Scatter:
    xs = [end for _, low, high in ranges for end in (low, high, None)]
    ys = [end for place in range(len(ranges)) for end in (place, place, None)]
    return go.Scatter(
        x=xs, y=ys, mode="lines", line={"width": 3}, hoverinfo="skip", meta=ink("main", "ranges")
    )


def _marks(counts: Sequence[int], ranges: Sequence[tuple[float, float, float]]) -> go.Scatter:
    return go.Scatter(
        x=[share for share, *_ in ranges],
        y=list(range(len(ranges))),
        mode="markers",
        marker={"symbol": ["square" if count else "triangle-left" for count in counts], "size": 12},
        hoverinfo="skip",
        cliponaxis=False,
        meta=ink("main", "shares"),
    )


def _arrows(limits: Sequence[float]) -> go.Scatter:
    return go.Scatter(
        x=[end for limit in limits for end in (limit, LEAST, None)],
        y=[end for place in range(len(limits)) for end in (place, place, None)],
        mode="lines+markers",
        line={"width": 2},
        marker={"symbol": ["line-ns", "triangle-left", "line-ns"] * len(limits), "size": 10},
        hoverinfo="skip",
        showlegend=False,
        cliponaxis=False,
        meta=ink("main", "possible"),
    )


def _ends_of(limits: Sequence[float], enough: Sequence[str], word: str, symbol: str) -> go.Scatter:
    mine = [place for place, one in enumerate(enough) if one == word]
    # None: a trace without marks would be left out of the legend, which would jump with the control
    xs: list[float | None] = [limits[place] for place in mine] or [None]
    ys: list[int | None] = [*mine] or [None]
    return go.Scatter(
        name=f"At most so often: {word}",
        x=xs,
        y=ys,
        mode="markers",
        marker={"symbol": symbol, "size": 12, "line": {"width": 2}},
        hoverinfo="skip",
        meta=ink("main", word),
    )


def _rows(words: Sequence[str]) -> dict[str, Any]:
    """Return the layout of rows that run downwards, each with its words above its line."""
    shared: dict[str, Any] = {
        "x": 0, "xref": "paper", "xanchor": "left", "align": "left", "yref": "y", "yanchor": "bottom",
        "yshift": ABOVE, "showarrow": False,
    }  # fmt: skip
    return {
        "margin": {"l": 12, "r": 12, "t": TOP, "b": FOOT},
        "yaxis": {"range": [len(words) - 0.6, -0.9], "visible": False},
        "annotations": [{**shared, "y": place, "text": text} for place, text in enumerate(words)],
    }

"""What a count leaves open: exact intervals of three counts among one number of people."""

from collections.abc import Sequence

import plotly.graph_objects as go

from triggerpoints.evidence.charts._look import finished, heading, ink
from triggerpoints.evidence.charts._under_words import FOOT, ROW, TOP, under_words
from triggerpoints.evidence.rates import at_most, exact, percent

SHARES = (0, 20, 10)  # none, 1 in 20 and 1 in 10 of those who were asked
MOST = 35.0  # percent; holds the intervals of 20 people
FEWEST = 20


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
        **under_words([f"<b>{name}</b><br>{text}" for name, text in zip(names, words, strict=True)]),
    )
    return finished(
        figure,
        says="; ".join(f"{name}: {text}" for name, text in zip(names, words, strict=True)) + ".",
        head=("Count", "What it leaves open (exact 95% interval)"),
        rows=list(zip(names, words, strict=True)),
        height=TOP + FOOT + ROW * len(counts),
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

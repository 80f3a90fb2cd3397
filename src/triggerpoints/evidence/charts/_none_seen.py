"""What counts without an event leave possible, beside a share that one would like to rule out."""

from collections.abc import Sequence

import plotly.graph_objects as go

from triggerpoints.evidence._harm import Harm
from triggerpoints.evidence.charts._look import LEGEND, finished, heading, ink, line
from triggerpoints.evidence.charts._under_words import FOOT, ROW, TOP, under_words
from triggerpoints.evidence.rates import at_most, needed, percent

LEAST = 0.001  # percent, where an arrow towards nothing leaves the log scale


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
        **under_words(words),
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

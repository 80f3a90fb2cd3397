"""Two simulated examiners: how often they agree, and how much of that is luck."""

from random import Random

import plotly.graph_objects as go

from triggerpoints._numbers import number
from triggerpoints.evidence._agreement import agreed_by_luck, kappa
from triggerpoints.evidence.charts._look import finished, heading, ink
from triggerpoints.evidence.examiners import SEED, press

PARTS = {  # name: (ink, pattern)
    "Agreed by luck": ("quiet", "/"),
    "Agreed beyond luck": ("accent", ""),
    "Did not agree": ("main", "."),
}


def two_examiners(share: float, first: float = 0.9, second: float = 0.9, spots: int = 20_000) -> go.Figure:
    """Return how far two simulated examiners agree, as parts of 100: by luck, beyond it, not.

    ``share`` (0 to 1) of the spots have the sign; ``first`` and ``second`` are how often each examiner is
    right, 0 to 1. The same numbers always give the same draw.
    """
    said = press(spots, share, first, second, Random(SEED))
    agreed = round(100 * sum(a == b for a, b in zip(*said, strict=True)) / spots)
    by_luck = agreed_by_luck(*said)
    luck = round(100 * by_luck)
    sizes = (min(luck, agreed), max(agreed - luck, 0), 100 - agreed)
    if by_luck == 1:
        message = f"A and B agree on {agreed} of 100. Both gave one answer throughout: there is no kappa."
    else:
        message = (
            f"A and B agree on {agreed} of 100; luck alone gives {luck}. Kappa is {number(kappa(*said))}."
        )
    figure = go.Figure(
        [
            go.Bar(
                name=name, x=[size], y=["A and B"], orientation="h",
                marker={"pattern": {"shape": pattern}}, hovertemplate="%{x} of 100<extra></extra>",
                meta=ink(role),
            )
            for (name, (role, pattern)), size in zip(PARTS.items(), sizes, strict=True)
        ]
    )  # fmt: skip
    figure.update_layout(
        title=heading(message, 62),
        showlegend=True,
        barmode="stack",
        margin={"l": 10, "r": 20, "t": 70, "b": 50},
        legend={"orientation": "h", "traceorder": "normal", "x": 0, "y": 1.05, "yanchor": "bottom"},
        xaxis={"title": "Spots out of 100", "range": [0, 100]},
        yaxis={"visible": False},
    )
    return finished(
        figure,
        says="",
        head=("Part", "Of 100 spots"),
        rows=[(name, number(size, 0)) for name, size in zip(PARTS, sizes, strict=True)],
        height=260,
    )

"""How far kappa jumps from try to try when two examiners press few spots."""

from collections.abc import Sequence

import plotly.graph_objects as go

from triggerpoints._numbers import number
from triggerpoints.evidence.charts._look import finished, heading, ink, line
from triggerpoints.evidence.examiners import expected, tries

MIDDLE = 0.9  # of the tries: what a line spans


def small_samples(
    sizes: Sequence[int], share: float, right: float, *, times: int = 1000, title: str = ""
) -> go.Figure:
    """Return how far kappa jumps from try to try, for each number of spots in ``sizes``.

    Each line spans the middle 90 of 100 of ``times`` simulated tries, with a mark at the middle one; a
    dotted line stands where the formula puts kappa. Raises ValueError for no sizes, and for one at which
    no try had a kappa.
    """
    if not sizes:
        raise ValueError("there are no numbers of spots to draw; give at least one")
    found = [tries(size, share, right, times=times) for size in sizes]
    for size, one in zip(sizes, found, strict=True):
        if not one:
            raise ValueError(f"no try with {size} spots had a kappa; give more spots, or a less rare sign")
    spans = [spread(one) for one in found]
    truth = expected(share, right).kappa
    names = [f"{size:,} spots" for size in sizes]
    figure = go.Figure([line([truth, truth], [-0.6, len(sizes) - 0.4], "accent", "dot", showlegend=False)])
    for y, (low, _, high) in enumerate(spans):
        figure.add_trace(
            go.Scatter(
                x=[low, high], y=[y, y], mode="lines+markers", line={"width": 3},
                marker={"symbol": "line-ns-open", "size": 12, "line": {"width": 3}},
                hovertemplate="%{x:.2f}<extra></extra>", cliponaxis=False, showlegend=False, meta=ink("main"),
            )
        )  # fmt: skip
    figure.add_trace(
        go.Scatter(
            x=[middle for _, middle, _ in spans], y=list(range(len(sizes))), mode="markers",
            marker={"symbol": "diamond", "size": 11}, hovertemplate="%{x:.2f}<extra></extra>",
            showlegend=False, meta=ink("main"),
        )
    )  # fmt: skip
    figure.update_layout(
        title=heading(title, 32),
        margin={"l": 8, "r": 12, "t": 40, "b": 56},
        xaxis={"title": "Kappa", "range": [min(-0.3, *(low for low, _, _ in spans)) - 0.05, 1.05],
               "zeroline": False, "nticks": 7},
        yaxis={"range": [len(sizes) - 0.4, -0.6], "tickvals": list(range(len(sizes))), "ticktext": names,
               "showgrid": False, "zeroline": False, "ticklabelstandoff": 6},
        annotations=[{
            "x": truth, "y": 1, "yref": "paper", "yanchor": "bottom", "showarrow": False,
            "text": f"by the formula {number(truth)}",
        }],
    )  # fmt: skip
    first, last = spans[0], spans[-1]
    return finished(
        figure,
        says=f"With {names[0]} 90 of 100 tries gave a kappa from {number(first[0])} to {number(first[2])}; "
        f"with {names[-1]} from {number(last[0])} to {number(last[2])}.",
        head=("Spots", "Middle 90 of 100 tries", "Middle try", "Tries without a kappa"),
        rows=[
            (name, f"{number(low)} to {number(high)}", number(middle), f"{times - len(one)} of {times:,}")
            for name, (low, middle, high), one in zip(names, spans, found, strict=True)
        ],
        height=100 + 48 * len(sizes),
    )


def spread(ordered: Sequence[float]) -> tuple[float, float, float]:
    """Return the ends of the middle 90 of 100 values of an ordered list, with the middle one between."""
    last = len(ordered) - 1
    cut = (1 - MIDDLE) / 2
    return ordered[round(cut * last)], ordered[round(last / 2)], ordered[round((1 - cut) * last)]

"""Two examiners by the formula and by chance: their agreement, kappa when a sign is rare, small samples."""

from collections.abc import Sequence
from random import Random

import plotly.graph_objects as go

from triggerpoints._numbers import number
from triggerpoints.evidence._agreement import agreed_by_luck, kappa
from triggerpoints.evidence.charts._look import finished, heading, ink, line
from triggerpoints.evidence.examiners import SEED, expected, press, tries

PARTS = {  # name: (ink, pattern)
    "Agreed by luck": ("quiet", "/"),
    "Agreed beyond luck": ("accent", ""),
    "Did not agree": ("main", "."),
}
DASHES = ("dot", "solid", "dash", "longdash")
MIDDLE = 0.9  # of the tries: what a line of the small samples spans


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


def by_prevalence(rights: Sequence[float], *, title: str = "") -> go.Figure:
    """Return plain agreement and, below it, kappa against how common the sign is, by the formula.

    One curve for each of ``rights``: how often both examiners are right, 0 to 1. Raises ValueError for
    none, or more than the four line patterns can tell apart.
    """
    if not 0 < len(rights) <= len(DASHES):
        raise ValueError(f"{len(rights)} curves cannot be told apart; give 1 to {len(DASHES)}")
    shares = [at / 100 for at in range(101)]
    figure = go.Figure()
    notes = []
    for right, dash in zip(rights, DASHES, strict=False):
        name = f"right {right * 100:.0f} in 100"
        found = [expected(share, right) for share in shares]
        for which, where in (("agreed", "y2"), ("kappa", "y")):
            figure.add_trace(
                line(
                    [100 * share for share in shares],
                    [getattr(one, which) for one in found],
                    "accent", dash, name=name, yaxis=where, showlegend=False,
                )
            )  # fmt: skip
            figure.data[-1].line.width = 2.6
            height = getattr(found[50], which)
            notes.append({"x": 50, "y": height, "yref": where, "text": name, "yshift": 10})
    top = {"x": 0, "xref": "paper", "xanchor": "left", "yref": "paper", "yanchor": "bottom"}
    notes.append({**top, "y": 1.01, "text": "<b>Plain agreement</b> (share of spots)"})
    notes.append({**top, "y": 0.63, "text": "<b>Kappa</b>"})
    axis = {"range": [0, 1.04], "tickvals": [0, 0.25, 0.5, 0.75, 1], "zeroline": False}
    figure.update_layout(
        title=heading(title, 32),
        margin={"l": 8, "r": 12, "t": 40, "b": 56},
        xaxis={
            "title": "Spots of 100 that have the sign",
            "range": [0, 100],
            "tickvals": [0, 25, 50, 75, 100],
            "anchor": "y",
            "zeroline": False,
        },
        yaxis={**axis, "domain": [0, 0.62]},
        yaxis2={**axis, "domain": [0.72, 1], "anchor": "x", "range": [0.5, 1.04], "tickvals": [0.5, 0.75, 1]},
        annotations=[{"showarrow": False, **note} for note in notes],
    )
    shown = [expected(at / 100, right) for right in rights for at in (5, 50)]
    says = "; ".join(
        f"right {right * 100:.0f} in 100: agreement {number(half.agreed)} throughout, "
        f"kappa {number(half.kappa)} at 50 of 100 and {number(rare.kappa)} at 5"
        for right, rare, half in zip(rights, shown[::2], shown[1::2], strict=True)
    )
    return finished(
        figure,
        says=f"Both {says}.",
        head=("Spots of 100 with the sign", *(f"Kappa, right {right * 100:.0f} in 100" for right in rights)),
        rows=[
            ("Plain agreement, at any number", *(number(expected(0.5, right).agreed) for right in rights)),
            *(
                (str(at), *(number(expected(at / 100, right).kappa) for right in rights))
                for at in (1, 5, 10, 25, 50, 75, 90, 95, 99)
            ),
        ],
        height=560,
    )


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

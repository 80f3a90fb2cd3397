"""Plain agreement and kappa against how common a sign is, by the formula."""

from collections.abc import Sequence

import plotly.graph_objects as go

from triggerpoints._numbers import number
from triggerpoints.evidence.charts._look import finished, heading, line
from triggerpoints.evidence.examiners import expected

DASHES = ("dot", "solid", "dash", "longdash")


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

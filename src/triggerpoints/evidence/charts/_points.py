"""How many trigger points examiners found per person, with pain and without."""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from triggerpoints._numbers import number
from triggerpoints.evidence._prevalence import PointCount
from triggerpoints.evidence.charts._look import LEGEND, finished, heading, ink, line
from triggerpoints.evidence.charts._rows import rows

KINDS = {"active": ("Active", "diamond", "◆"), "latent": ("Latent", "circle-open", "○")}
TOP, FOOT = 12, 84


def points_per_person(
    records: Sequence[PointCount], *, title: str = "", studies: Mapping[str, str] | None = None
) -> go.Figure:
    """Return the mean number of active and of latent points per person, by study and group.

    ``studies`` names the study of a key, such as "Ortega-Santiago et al., 2020". Counts of any kind of
    point together are left out: what they add up from is there. Raises ValueError for no records.
    """
    shown = [one for one in records if one.kind in KINDS]
    if not shown:
        raise ValueError("there are no counts of active or latent points to draw; give at least one")
    groups: dict[str, dict[str, dict[str, PointCount]]] = {}
    for one in shown:
        people = groups.setdefault((studies or {}).get(one.cite, one.cite), {})
        people.setdefault(f"{one.who[:1].upper()}{one.who[1:]} ({one.people})", {})[one.kind] = one
    laid = rows(
        [(study, [(who, _said(kinds)) for who, kinds in people.items()]) for study, people in groups.items()]
    )
    flat = [kinds for people in groups.values() for kinds in people.values()]
    figure = go.Figure([line([0, 0], [0, laid.bottom], "quiet", yaxis="y2", showlegend=False)])
    for kind, (name, symbol, _) in KINDS.items():
        mine = [(y, kinds[kind].mean) for y, kinds in zip(laid.places, flat, strict=True) if kind in kinds]
        figure.add_trace(
            go.Scatter(
                name=name, x=[mean for _, mean in mine], y=[y for y, _ in mine], mode="markers",
                marker={"symbol": symbol, "size": 12, "line": {"width": 2}},
                hovertemplate="%{x:.1f}<extra></extra>", cliponaxis=False, meta=ink("main", kind),
            )
        )  # fmt: skip
    figure.update_layout(
        title=heading(title, TOP),
        showlegend=True,
        legend=LEGEND,
        margin={"l": 8, "r": 8, "t": TOP, "b": FOOT},
        xaxis={"title": "Points found per person, on average", "zeroline": False,
               "range": [-0.1, max(one.mean for one in shown) + 0.4]},
        **laid.layout,
    )  # fmt: skip
    without = [one.mean for one in shown if one.kind == "latent" and not one.pain]
    return finished(
        figure,
        says=f"People without pain had {number(min(without), 1)} to {number(max(without), 1)} latent points "
        "on average; an active one is counted only in people with pain."
        if without
        else "",
        head=("Study", "Who", "People", "Where", "Kind", "Mean (SD) per person"),
        rows=[
            (
                (studies or {}).get(one.cite, one.cite), one.who, str(one.people), one.place, one.kind,
                f"{number(one.mean, 1)} ({number(one.sd, 1)})",
            )
            for one in shown
        ],
        height=laid.height(TOP + FOOT),
        narrow={"height": laid.height(TOP + FOOT, narrow=True), "set": laid.narrow},
    )  # fmt: skip


def _said(kinds: Mapping[str, PointCount]) -> str:
    return " ".join(
        f"{sign} {number(kinds[kind].mean, 1)}" for kind, (*_, sign) in KINDS.items() if kind in kinds
    )

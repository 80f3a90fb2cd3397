"""The people of one trial, before and after: an analysis of covariance in one picture."""

from collections.abc import Sequence
from statistics import fmean

import plotly.graph_objects as go

from triggerpoints._numbers import number
from triggerpoints.evidence._patients import Patient
from triggerpoints.evidence._spoken import spoken
from triggerpoints.evidence.ancova import adjusted, slope
from triggerpoints.evidence.charts._look import finished, heading, ink, line

GROUPS = {
    True: ("Acupuncture", "circle-open", "accent", "solid"),
    False: ("Usual care", "triangle-up-open", "main", "dash"),
}
HEIGHT = 480
ROOM = 4  # points of the score at the edges of both axes


def before_after(patients: Sequence[Patient], *, adjust: bool, title: str = "") -> go.Figure:
    """Return each person's score before and after a year, and the line of each group.

    With ``adjust`` the lines go by the score before (two parallel lines, whose distance is the adjusted
    difference), else they are the groups' means after a year. People without a score after a year are
    not drawn, and counted in the caption.
    """
    shown = [one for one in patients if one.end is not None]
    difference = adjusted(patients, "baseline" if adjust else "unadjusted").difference
    steep = slope(patients) if adjust else 0.0
    most = max(max(one.start, one.end or 0) for one in shown) + ROOM
    figure = go.Figure()
    rows = []
    for acupuncture, (name, symbol, role, dash) in GROUPS.items():
        mine = [one for one in shown if one.acupuncture == acupuncture]
        starts, ends = [one.start for one in mine], [float(one.end or 0) for one in mine]
        before, after = fmean(starts), fmean(ends)
        figure.add_trace(
            go.Scatter(
                name=name,
                x=starts,
                y=ends,
                mode="markers",
                marker={"symbol": symbol, "size": 7, "line": {"width": 1.3}},
                hovertemplate="before %{x:.1f}, after %{y:.1f}<extra></extra>",
                meta=ink(role),
            )
        )
        heights = [after + steep * (end - before) for end in (0, most)]
        figure.add_trace(line([0, most], heights, role, dash, showlegend=False))
        figure.data[-1].line.width = 2.6
        rows.append((name, str(len(mine)), number(before, 1), number(after, 1)))
    axis = {"range": [-ROOM / 2, most], "zeroline": False}
    figure.update_layout(
        title=heading(title, 40),
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom"},
        margin={"l": 8, "r": 8, "t": 44, "b": 56},
        xaxis={**axis, "title": "Headache score before"},
        yaxis={**axis, "title": "Headache score after a year"},
    )
    missing = len(patients) - len(shown)
    how = "at the same score before" if adjust else "of the two means"
    return finished(
        figure,
        says=f"{len(shown)} people are drawn; {missing} of {len(patients)} have no score after a year. "
        f"Difference {how}: {spoken(difference, 1)} points, in favour of acupuncture.",
        head=("Group", "People drawn", "Mean before", "Mean after a year"),
        rows=rows,
        height=HEIGHT,
    )

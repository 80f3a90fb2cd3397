"""The funnel plot: each study's effect against how exact it is."""

from collections.abc import Sequence

import plotly.graph_objects as go

from triggerpoints._numbers import number
from triggerpoints.evidence._fields import Interval
from triggerpoints.evidence._finding import NO_EFFECT
from triggerpoints.evidence._published import in_print
from triggerpoints.evidence.charts._forest import AXES, axis_range, effect_axis
from triggerpoints.evidence.charts._look import finished, heading, ink, line
from triggerpoints.evidence.pooling import Z95, Pool, Study

HEIGHT = 420


def funnel(
    studies: Sequence[Study], pool: Pool, *, title: str = "", measure: str = "SMD", unit: str = ""
) -> go.Figure:
    """Return the funnel plot: standard error downwards, the pooled effect and its pseudo 95 % limits.

    Measures are those of :func:`~triggerpoints.evidence.charts.forest`. The limits are where 95 of
    100 studies would lie if they all had the pooled effect.
    """
    errors = [study.variance**0.5 for study in studies]
    deepest = 1.08 * max(errors)
    middle = pool.effect.estimate
    cone = in_print(
        Interval(estimate=middle, low=middle - Z95 * deepest, high=middle + Z95 * deepest), measure
    )
    points = [
        in_print(Interval(estimate=study.effect, low=study.effect, high=study.effect), measure).estimate
        for study in studies
    ]
    spots = [Interval(estimate=point, low=point, high=point) for point in points]
    reach = axis_range([cone, *spots], NO_EFFECT[measure], measure)
    outside = sum(
        abs(study.effect - middle) > Z95 * error for study, error in zip(studies, errors, strict=True)
    )
    figure = go.Figure(
        [
            line([cone.low, cone.estimate, cone.high], [deepest, 0, deepest], "main", "dash"),
            line([cone.estimate] * 2, [0, deepest], "accent", "dot"),
            go.Scatter(
                name="Studies",
                x=points,
                y=errors,
                mode="markers",
                marker={"symbol": "circle-open", "size": 9, "line": {"width": 1.8}},
                text=[study.name for study in studies],
                hovertemplate="%{text}<extra></extra>",
                meta=ink("main"),
            ),
        ]
    )
    figure.update_layout(
        title=heading(title, 12),
        margin={"l": 8, "r": 8, "t": 16, "b": 56},
        xaxis=effect_axis(measure, unit, reach),
        yaxis={
            "title": "Standard error (exact studies on top)",
            "range": [deepest, 0],
            "zeroline": False,
            "nticks": 6,
        },
    )
    digits = 2
    rows = [
        (study.name, number(point, digits), number(error, digits))
        for study, point, error in zip(studies, points, errors, strict=True)
    ]
    return finished(
        figure,
        says=f"{len(studies)} studies around the pooled effect {number(cone.estimate, digits)}; "
        f"{outside} of them outside the dashed limits.",
        head=("Study", AXES[measure], "Standard error"),
        rows=rows,
        height=HEIGHT,
    )

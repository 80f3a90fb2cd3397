"""How sure one can be of a finding, step by step: where the course starts, and what takes it down."""

import plotly.graph_objects as go

from triggerpoints.evidence._certainty import CONCERNS, LEVELS, certainty
from triggerpoints.evidence._finding import Finding
from triggerpoints.evidence.charts._look import finished, heading, ink

ROW, TOP, FOOT = 58, 12, 52  # px; the words of a step stand above its mark
ABOVE = 12  # px from a mark to its words
PLACES = tuple(reversed(LEVELS))  # the surest at the right


def rating(finding: Finding, *, title: str = "") -> go.Figure:
    """Return the way from the start to the certainty of ``finding``, a row a step.

    A filled mark is where the rating ends. Raises ValueError for a finding that its source rated.
    """
    if finding.rated_by == "source":
        raise ValueError(f"{finding.id} was rated by its source, which prints no steps; give another one")
    words, reasons, levels = _steps(finding)
    x, y = [PLACES.index(level) for level in levels], list(range(len(levels)))
    symbols = ["circle-open"] * (len(levels) - 1) + ["circle"]
    figure = go.Figure(
        [
            go.Scatter(
                x=[end for _ in y for end in (0, len(PLACES) - 1, None)],
                y=[end for row in y for end in (row, row, None)],
                mode="lines", line={"width": 1}, hoverinfo="skip", meta=ink("grid"),
            ),
            go.Scatter(
                x=x, y=y, mode="lines+markers", line={"width": 2, "shape": "vh"},
                marker={"symbol": symbols, "size": 15, "line": {"width": 2}},
                text=[f"{step}: {level}" for step, level in zip(words, levels, strict=True)],
                hovertemplate="%{text}<extra></extra>", cliponaxis=False, meta=ink("main", "steps"),
            ),
        ]
    )  # fmt: skip
    label = {
        "x": 0, "xref": "paper", "xanchor": "left", "yref": "y", "yanchor": "bottom", "yshift": ABOVE,
        "showarrow": False,
    }  # fmt: skip
    figure.update_layout(
        title=heading(title, TOP),
        margin={"l": 12, "r": 12, "t": TOP, "b": FOOT},
        xaxis={
            "range": [-0.35, len(PLACES) - 0.65], "zeroline": False, "showgrid": False,
            "tickvals": list(range(len(PLACES))), "ticktext": [level.capitalize() for level in PLACES],
        },
        yaxis={"range": [len(y) - 0.5, -0.9], "visible": False},
        annotations=[{**label, "y": row, "text": step} for row, step in enumerate(words)],
    )  # fmt: skip
    return finished(
        figure,
        says="; ".join(f"{step}: {level}" for step, level in zip(words, levels, strict=True))
        + f". {finding.why}",
        head=("Step", "What it rests on", "Certainty then"),
        rows=list(zip(words, reasons, levels, strict=True)),
        height=TOP + FOOT + ROW * len(y) + 24,
    )


def _steps(finding: Finding) -> tuple[list[str], list[str], list[str]]:
    """Return what each step is called, what it rests on, and the level after it; the start is the first."""
    words = ["Start: " + ("randomised trials" if finding.randomised else "a series of cases")]
    reasons = ["Where the course starts for this kind of study"]
    levels: list[str] = [certainty((), finding.randomised)]
    counted = list(finding.owed)
    for number, concern in enumerate(finding.down, start=1):
        found = next((one for one in counted if one[0] == concern), None)
        if found:
            counted.remove(found)
        words.append(f"{number}. {concern.capitalize()}" + (" (counted)" if found else " (judged)"))
        reasons.append(f"Counted: {found[1]}" if found else f"Judged. {CONCERNS[concern]}")
        levels.append(certainty(finding.down[:number], finding.randomised))
    return words, reasons, levels

"""What findings say, by what the treatment was compared with: a bar a comparison."""

from collections import Counter
from collections.abc import Sequence

import plotly.graph_objects as go

from triggerpoints.evidence._filters import AGAINST
from triggerpoints.evidence._finding import ADVICE, Finding, Says
from triggerpoints.evidence.charts._look import LEGEND, finished, heading, ink

PATTERNS: dict[Says, str] = {"better": "", "no clear difference": "/", "worse": "x", "not known": "."}
ROW, NARROW_ROW, TOP, FOOT = 62, 82, 12, 84  # px; the words of a bar stand above it, narrow in two lines
ABOVE = 12  # px from the middle of a bar to its words
THICK = 0.34  # of a row
ORDER = ("nothing", "usual care", "added to care", "other treatment", "sham", "mixed")


def compared_with(findings: Sequence[Finding], *, title: str = "") -> go.Figure:
    """Return what share of ``findings`` says what, by what the treatment was compared with.

    A guideline compares nothing and a series nobody: they are left out. Rows of one source stand side
    by side, so that the shares are a summary of the map and no result. Raises ValueError where nothing
    is left to draw.
    """
    counts = {
        key: Counter(
            one.result for one in findings if one.against == key and one.result not in ADVICE
        )
        for key in ORDER
    }  # fmt: skip
    counts = {key: found for key, found in counts.items() if found}
    if not counts:
        raise ValueError("no finding compares a treatment with something; give others")
    y = list(range(len(counts)))
    bars = [
        go.Bar(
            name=says.capitalize(),
            x=[100 * found[says] / found.total() for found in counts.values()],
            y=y,
            orientation="h",
            width=THICK,
            marker={"pattern": {"shape": shape, "fillmode": "replace"}, "line": {"width": 1.2}},
            hoverinfo="skip",
            meta=ink("main" if says == "better" else "quiet", says),
        )
        for says, shape in PATTERNS.items()
        if any(found[says] for found in counts.values())
    ]
    label = {
        "x": 0, "xref": "paper", "xanchor": "left", "yref": "y", "yanchor": "bottom", "yshift": ABOVE,
        "align": "left", "showarrow": False,
    }  # fmt: skip
    spoken = {key: f"{found['better']} of {found.total()} better" for key, found in counts.items()}
    figure = go.Figure(bars)
    figure.update_layout(
        title=heading(title, TOP),
        barmode="stack",
        showlegend=True,
        legend={**LEGEND, "xref": "paper", "traceorder": "normal"},
        margin={"l": 12, "r": 18, "t": TOP, "b": FOOT},
        xaxis={
            "title": "Of 100 rows", "range": [0, 100], "zeroline": False,
            "tickvals": [0, 25, 50, 75, 100],
        },
        yaxis={"range": [len(y) - 0.6, -0.8], "visible": False},
        annotations=[
            {**label, "y": row, "text": f"<b>{AGAINST[key]}</b>: {spoken[key]}"}
            for row, key in enumerate(counts)
        ],
    )  # fmt: skip
    return finished(
        figure,
        says=". ".join(f"{AGAINST[key]}: {text}" for key, text in spoken.items()) + ".",
        head=("Compared with", *(says.capitalize() for says in PATTERNS), "Rows"),
        rows=[
            (AGAINST[key], *(str(found[says]) for says in PATTERNS), str(found.total()))
            for key, found in counts.items()
        ],
        height=TOP + FOOT + ROW * len(y) + 24,
        narrow={
            "height": TOP + FOOT + NARROW_ROW * len(y) + 60,
            "set": {
                f"layout.annotations[{row}].{part}": value
                for row, key in enumerate(counts)
                for part, value in (
                    ("text", f"<b>{AGAINST[key]}</b><br>{spoken[key]}"),
                    ("yshift", ABOVE * NARROW_ROW / ROW + 2),
                )
            },
        },
    )

"""Rows that run downwards, each with two lines of words above its mark, in wide places too."""

from collections.abc import Sequence
from typing import Any

ROW, TOP, FOOT = 84, 12, 76  # px
ABOVE = 9  # px from a mark to its words


def under_words(words: Sequence[str]) -> dict[str, Any]:
    """Return the layout of rows that run downwards, each with its words above its line."""
    shared: dict[str, Any] = {
        "x": 0, "xref": "paper", "xanchor": "left", "align": "left", "yref": "y", "yanchor": "bottom",
        "yshift": ABOVE, "showarrow": False,
    }  # fmt: skip
    return {
        "margin": {"l": 12, "r": 12, "t": TOP, "b": FOOT},
        "yaxis": {"range": [len(words) - 0.6, -0.9], "visible": False},
        "annotations": [{**shared, "y": place, "text": text} for place, text in enumerate(words)],
    }

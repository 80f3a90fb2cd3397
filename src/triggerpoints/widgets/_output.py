"""A figure in an Output widget, put there without catching what is printed."""

import json
from typing import Protocol

import ipywidgets

PLOTLY = "application/vnd.plotly.v1+json"


class Figure(Protocol):
    """What we need of a ``plotly.graph_objects.Figure``."""

    def to_json(self) -> str | None:
        """Return the figure as JSON."""


def put(output: ipywidgets.Output, figure: Figure | None) -> None:
    """Show ``figure`` in ``output``, in place of what it shows; None clears it.

    ``with output:`` would do the same, but whoever runs a notebook without a browser (nbclient: the
    book, nbconvert, graders) answers it on the channel on which it waits for the end of the cell, and
    now and then waits for ever (jupyter/nbclient #312).
    """
    if figure is None:
        output.outputs = ()
        return
    data = {PLOTLY: json.loads(figure.to_json() or "{}"), "text/plain": "a chart"}
    output.outputs = ({"output_type": "display_data", "data": data, "metadata": {}},)


def sentence(error: ValueError) -> str:
    """Return what ``error`` says as a sentence for those who typed what it is about."""
    said = str(error).strip()
    return f"{said[:1].upper()}{said[1:].rstrip('.')}."

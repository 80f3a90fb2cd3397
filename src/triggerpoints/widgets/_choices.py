"""One control that chooses among figures: live in Jupyter, and working in a built page without a kernel."""

import json
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets

from triggerpoints.widgets._output import Figure, put, sentence

MIME = "application/vnd.triggerpoints.choices+json"
MAX_OPTIONS = 40  # every option's figure is stored in the page


class Choices:
    """Show ``figure(value)`` for the value that ``control`` has.

    ``control`` is an :class:`ipywidgets.Dropdown` or :class:`ipywidgets.SelectionSlider` with a
    ``description``; ``figure`` returns a Plotly figure for any of its values and is called once an
    option when the object is displayed, so it must be quick and free of side effects. ``live`` are more
    controls, which work in Jupyter only: ``figure`` is given their values after the first one, and a page
    shows the figures for the values that they have, and names them. A ValueError of ``figure`` for the
    values that somebody chose is shown as its sentence. Raises ``TypeError`` for another
    control and ``ValueError`` for one without a description, without options or with more than 40.

    >>> from ipywidgets import Dropdown
    >>> import plotly.graph_objects as go
    >>> Choices(Dropdown(options=[1, 2], description="Bars"), lambda n: go.Figure(go.Bar(y=[1] * n)))
    Choices('Bars': 1, 2)
    """

    def __init__(
        self,
        control: ipywidgets.Dropdown | ipywidgets.SelectionSlider,
        figure: Callable[..., Figure],
        live: Sequence[ipywidgets.Widget] = (),
    ) -> None:
        if not isinstance(control, ipywidgets.Dropdown | ipywidgets.SelectionSlider):
            raise TypeError(f"Choices needs a Dropdown or a SelectionSlider, not {type(control).__name__}")
        self._options = _pairs(control.options)
        if not all(one.description for one in (control, *live)):
            raise ValueError("each control needs a description: it is its label, in Jupyter and in the page")
        if not 0 < len(self._options) <= MAX_OPTIONS:
            raise ValueError(
                f"the control has {len(self._options)} options; between 1 and {MAX_OPTIONS} are shown"
            )
        self._control = control
        self._figure = figure
        self._output, self._said = ipywidgets.Output(), ipywidgets.HTML()
        self._live = tuple(live)
        self._box = ipywidgets.VBox([control, *live, self._said, self._output])
        for one in (control, *live):
            one.observe(self._draw, names="value")

    def __repr__(self) -> str:
        return f"Choices({self._control.description!r}: {', '.join(label for label, _ in self._options)})"

    def _draw(self, _change: object = None) -> None:
        figure, said = None, ""
        try:
            figure = self._made(self._control.value)
        except ValueError as error:
            said = f'<p role="status">{escape(sentence(error))}</p>'
        put(self._output, figure)
        self._said.value = said

    def _made(self, value: Any) -> Figure:
        return self._figure(value, *(one.value for one in self._live))

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        self._draw()
        live: dict[str, Any] = dict(self._box._repr_mimebundle_())
        return live | {"text/plain": repr(self), MIME: self.as_dict()}

    def as_dict(self) -> dict[str, Any]:
        """Return what a page needs: labels, kind of control, and each option with its figure as data."""
        values = [value for _, value in self._options]
        return {
            "version": 1,
            "label": self._control.description.rstrip(":"),
            "control": "range" if isinstance(self._control, ipywidgets.SelectionSlider) else "select",
            "live": [one.description.rstrip(":") for one in self._live],
            "selected": values.index(self._control.value) if self._control.value in values else 0,
            "options": [
                {"label": label, "figure": json.loads(self._made(value).to_json() or "{}")}
                for label, value in self._options
            ],
        }


def _pairs(options: Any) -> list[tuple[str, Any]]:
    """Return the options as (label, value) pairs, in any of the forms that ipywidgets takes."""
    if isinstance(options, Mapping):
        return [(str(label), value) for label, value in options.items()]
    return [
        (str(option[0]), option[1])
        if isinstance(option, tuple) and len(option) == 2
        else (str(option), option)
        for option in options
    ]

"""Numbers to type and a sentence about them: live in Jupyter; a page shows what the first numbers give."""

from collections.abc import Callable
from html import escape
from typing import Any

import ipywidgets

from triggerpoints._numbers import entered, minus
from triggerpoints.widgets._output import sentence

MIME = "application/vnd.triggerpoints.typed+json"


class Typed:
    """Show ``says(**values)`` for the values that ``controls`` have.

    ``says`` returns plain text, in lines, whose numbers get a true minus sign; ``controls`` are
    ipywidgets with a ``value`` and a ``description``, by the names of its arguments. Unlike
    :func:`ipywidgets.interactive` it catches no output, for which nbclient now and then waits for ever.
    A ValueError of ``says`` is shown as its sentence. Raises ValueError for a control without a description.

    >>> Typed(lambda of: f"Half of it is {of / 2:g}.", of=ipywidgets.IntText(3, description="Number"))
    Typed('Half of it is 1.5.')
    """

    def __init__(self, says: Callable[..., str], **controls: ipywidgets.Widget) -> None:
        for name, control in controls.items():
            if not control.description:
                raise ValueError(f"{name!r} needs a description: it is its label")
        self._says, self._controls = says, controls
        self._said = ipywidgets.HTML()
        self._box = ipywidgets.VBox([*controls.values(), self._said])
        for control in controls.values():
            control.observe(self._draw, names="value")
        self._draw()

    def __repr__(self) -> str:
        return f"Typed({self._text()!r})"

    def _text(self) -> str:
        values = {name: control.value for name, control in self._controls.items()}
        try:
            said = self._says(**values)
        except ValueError as error:
            said = sentence(error)
        return minus(said)

    def _draw(self, _change: object = None) -> None:
        lines = "<br>".join(escape(line) for line in self._text().splitlines())
        self._said.value = f'<p role="status">{lines}</p>'

    def as_dict(self) -> dict[str, Any]:
        """Return what a page needs: each label with its value, and the lines that are said of them."""
        return {
            "version": 1,
            "given": [
                [control.description.rstrip(":"), entered(control.value)]
                for control in self._controls.values()
            ],
            "says": self._text().splitlines(),
        }

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        live: dict[str, Any] = dict(self._box._repr_mimebundle_())
        return live | {"text/plain": self._text(), MIME: self.as_dict()}

"""A box for a number worked out by hand, which says at once whether it is right: for JupyterLab only."""

from html import escape
from typing import Any

import ipywidgets

from triggerpoints._numbers import decimals, number

MOST_CHARACTERS = 40


class NumberBox:
    """Ask for a number, and say whether the one that was typed is ``answer``.

    ``question`` is the label. A number counts as right when it rounds to the digits of ``answer``, to
    one decimal at least; a comma may stand for the point. ``hint`` is said after a wrong one. Raises
    ValueError for an empty question. In a page it is a sentence that leads to JupyterLab.

    >>> NumberBox("The middle of 2 and 4", 3)
    NumberBox('The middle of 2 and 4')
    """

    def __init__(self, question: str, answer: float, hint: str = "") -> None:
        if not question:
            raise ValueError("the box needs a question: it is its label")
        self._question, self._answer, self._hint = question, answer, hint
        self._typed = ipywidgets.Text(
            description=question,
            placeholder="a number, then Enter",
            continuous_update=False,
            style={"description_width": "initial"},
            layout={"width": "min(100%, 34rem)"},
        )
        self._said = ipywidgets.HTML()
        self._box = ipywidgets.VBox([self._typed, self._said])
        self._typed.observe(self._judge, names="value")

    def __repr__(self) -> str:
        return f"NumberBox({self._question!r})"

    def _judge(self, change: dict[str, Any]) -> None:
        said = verdict(change["new"], self._answer, self._hint)
        self._said.value = f'<p role="status">{escape(said)}</p>' if said else ""

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        return {**self._box._repr_mimebundle_(), "text/plain": repr(self)}


def verdict(typed: str, answer: float, hint: str = "") -> str:
    """Return what to say to ``typed``: nothing for an empty box, else whether it is ``answer``."""
    text = typed.strip()
    if not text:
        return ""
    try:
        found = float(text[:MOST_CHARACTERS].replace("−", "-").replace(",", ".").removesuffix("."))
    except ValueError:
        return f"“{text[:MOST_CHARACTERS]}” is not a number. Type one such as 4.6 or -4.6."
    digits = max(1, decimals(answer))
    near = 0.5 * 10.0**-digits + 1e-9
    if abs(found - answer) <= near:
        return f"Right: {number(answer, digits)}."
    if abs(found + answer) <= near:
        return "The size is right. Look at the sign again."
    return f"Not yet. {hint}".strip()

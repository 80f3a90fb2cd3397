"""A forest plot whose model can be changed and whose studies left out: live in Jupyter, and in a page."""

from collections.abc import Sequence
from html import escape
from typing import Any

import ipywidgets

from triggerpoints.evidence import Dataset, Outcome, course_evidence
from triggerpoints.widgets._names import pick
from triggerpoints.widgets._output import put

MIME = "application/vnd.triggerpoints.forest+json"
ALL = "no study"


class Forest:
    """Show the studies of an outcome, pooled, with selects for the model, its interval, and a study to
    leave out.

    ``dataset`` and ``outcome`` are ids of ``Evidence().datasets`` and its outcomes; the outcome may be
    left away where there is one only. It starts with the model of the review. Raises ``ValueError`` for
    an unknown id, with the closest ones.

    >>> Forest("hauser2009", "pain")
    Forest('hauser2009', 'pain')
    """

    def __init__(self, dataset: str, outcome: str | None = None) -> None:
        datasets = course_evidence().datasets
        self._dataset: Dataset = datasets[pick(dataset, datasets, "data set", f"see {', '.join(datasets)}")]
        known = {one.id: one for one in self._dataset.outcomes}
        if outcome is None and len(known) > 1:
            raise ValueError(f"{dataset!r} has several outcomes; name one of {', '.join(known)}")
        wanted = outcome if outcome is not None else next(iter(known))
        self._outcome: Outcome = known[pick(wanted, known, "outcome", f"see {', '.join(known)}")]
        self._box: ipywidgets.VBox | None = None

    def __repr__(self) -> str:
        return f"Forest({self._dataset.id!r}, {self._outcome.id!r})"

    def as_dict(self) -> dict[str, Any]:
        """Return what a page needs to make the same plot itself: which one it is."""
        return {"version": 1, "dataset": self._dataset.id, "outcome": self._outcome.id}

    def _live(self) -> ipywidgets.VBox:
        # statsmodels and plotly take a second to import: only who shows a forest plot pays for it.
        from triggerpoints.evidence.charts import INTERVALS, MODELS, outcome_forest

        first_model, first_kind = self._outcome.first_model
        model = _select("How the studies are pooled", [(words, key) for key, words in MODELS.items()])
        kind = _select("Interval of the pool", [(words, key) for key, words in INTERVALS.items()])
        left = _select("Leave out", [ALL, *(row.study for row in self._dataset.rows(self._outcome.id))])
        model.value, kind.value = first_model, first_kind
        plot, says = ipywidgets.Output(), ipywidgets.HTML()

        def draw(_change: object = None) -> None:
            out = "" if left.value == ALL else left.value
            made = outcome_forest(self._dataset, self._outcome, model.value, kind.value, out)
            without = f"Without {out}: " if out else ""
            says.value = f'<p role="status">{escape(without + made.layout.meta["says"])}</p>'
            put(plot, made)

        for control in (model, kind, left):
            control.observe(draw, names="value")
        draw()
        about = ipywidgets.HTML(f"<p>{escape(' '.join(self._dataset.neighbour.split()))}</p>")
        return ipywidgets.VBox([model, kind, left, says, plot, about])

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        self._box = self._box or self._live()
        live: dict[str, Any] = dict(self._box._repr_mimebundle_())
        return live | {"text/plain": repr(self), MIME: self.as_dict()}


def _select(label: str, options: Sequence[str | tuple[str, str]]) -> ipywidgets.Dropdown:
    wide = {"description_width": "initial"}
    return ipywidgets.Dropdown(
        options=options, description=label, style=wide, layout={"width": "min(100%, 40rem)"}
    )

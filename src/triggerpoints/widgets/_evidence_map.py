"""The evidence map with its filters: live in Jupyter, and in a page what the directive makes."""

from collections.abc import Sequence
from html import escape
from typing import Any

import ipywidgets

from triggerpoints.evidence import (
    DESIGNS,
    FIELD_LABELS,
    Finding,
    choices_in,
    citation,
    course_evidence,
    in_order,
    measured,
    narrowed,
    stated,
)
from triggerpoints.widgets._output import put

MIME = "application/vnd.triggerpoints.evidence-map+json"
ALL = ("all", "")
NOTHING = "No finding on the map has all of this. That does not mean that it does not work. Choose less."
HEAD = ("Treatment and condition", "Outcome", "What was found, and how sure", "Source")
# JupyterLab centres the cells of a widget's table, and shows its links as plain text.
LOOK = (
    "<style>.tp-evidence-rows :is(th, td) {text-align: start; vertical-align: top; padding: 0.3rem 0.6rem}"
    ".tp-evidence-rows a {color: var(--jp-content-link-color, #0b5c63); text-decoration: underline}</style>"
)


class EvidenceMap:
    """Show every finding as a chart and a table, with a select for each thing to narrow them by.

    >>> EvidenceMap()
    EvidenceMap()
    """

    def __init__(self) -> None:
        self._evidence = course_evidence()
        self._box: ipywidgets.VBox | None = None

    def __repr__(self) -> str:
        return "EvidenceMap()"

    def as_dict(self) -> dict[str, Any]:
        """Return what a page needs: nothing but the version, since it has the findings itself."""
        return {"version": 1}

    def _live(self) -> ipywidgets.VBox:
        # plotly takes a second to import: only who shows the map pays for it.
        from triggerpoints.evidence.charts import evidence_map

        terms = self._evidence.terms
        found = in_order(self._evidence.findings.values(), terms)
        selects = {
            field: ipywidgets.Dropdown(
                options=[ALL, *((name, key) for key, name in names.items())],
                description=FIELD_LABELS[field],
                style={"description_width": "8em"},
                layout={"width": "min(100%, 30rem)"},
            )
            for field, names in choices_in(found, terms).items()
        }
        again = ipywidgets.Button(description="Show all findings", layout={"width": "max-content"})
        status, plot, rows = ipywidgets.HTML(), ipywidgets.Output(), ipywidgets.HTML()

        def draw(_change: object = None) -> None:
            left = narrowed(found, {field: select.value for field, select in selects.items()})
            said = f"{len(left)} of {len(found)} findings." if left else NOTHING
            status.value = f'<p role="status">{said}</p>'
            rows.value = self._table(left)
            put(plot, evidence_map(left, terms) if left else None)

        def open_all(_button: object) -> None:
            for select in selects.values():
                select.unobserve(draw, names="value")
                select.value = ""
                select.observe(draw, names="value")
            draw()

        for select in selects.values():
            select.observe(draw, names="value")
        again.on_click(open_all)
        draw()
        return ipywidgets.VBox([*selects.values(), again, status, plot, rows])

    def _table(self, found: Sequence[Finding]) -> str:
        if not found:
            return ""
        head = "".join(f'<th scope="col">{name}</th>' for name in HEAD)
        body = "".join(f"<tr>{''.join(self._cells(one))}</tr>" for one in found)
        return (
            f"{LOOK}<table class='tp-evidence-rows'><thead><tr>{head}</tr></thead>"
            f"<tbody>{body}</tbody></table>"
        )

    def _cells(self, one: Finding) -> tuple[str, ...]:
        terms = self._evidence.terms
        source = citation(self._evidence.references[one.cite])
        name, url = escape(source["label"]), escape(source["url"])
        link = f'<a href="{url}" target="_blank" rel="noopener">{name}</a>' if url else name
        says, words = stated(one)
        figures = f"<br>{escape(measured(one))}" if measured(one) else ""
        return (
            f'<th scope="row">{escape(terms.modality[one.modality])}<br>'
            f"{escape(terms.condition[one.condition])}</th>",
            f"<td>{escape(terms.outcome[one.outcome])}<br>{escape(f'{one.comparison}; {one.when}')}</td>",
            f"<td><b>{says}</b> {escape(words)}{figures}<details>"
            f"<summary>{one.certainty.capitalize()} certainty</summary>{self._why(one)}</details></td>",
            f"<td>{link}<br>{DESIGNS[one.design]}</td>",
        )

    def _why(self, one: Finding) -> str:
        others = [self._evidence.findings[key] for key in one.disagrees]
        named = "; ".join(
            f"{citation(self._evidence.references[other.cite])['label']} "
            f"({self._evidence.terms.outcome[other.outcome].lower()}: {other.result})"
            for other in others
        )
        elsewhere = f"<br><b>Points elsewhere:</b> {escape(named)}" if named else ""
        return f"{escape(f'{one.why} {one.note}'.strip())}{elsewhere}"

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        self._box = self._box or self._live()
        live: dict[str, Any] = dict(self._box._repr_mimebundle_())
        return live | {"text/plain": repr(self), MIME: self.as_dict()}

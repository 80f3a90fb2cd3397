"""``{evidence-map}``: what was found for each treatment and condition, as a chart, tables and filters.

.. code-block:: md

   ```{evidence-map}
   ```

Each treatment has a table of its findings, which lead to their sources. Without scripts all of them are
open; where scripts run they are closed, and ``evidence_map.js`` (``frontend/src/charts``) narrows tables
and chart together, opens what is left, keeps the choice in the address, and leads from a mark to its row.
"""

import html
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import get_args

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from triggerpoints.evidence import (
    DATA,
    DESIGNS,
    FIELD_LABELS,
    FIELDS,
    Evidence,
    Field,
    Finding,
    Reference,
    Says,
    choices_in,
    citation,
    course_evidence,
    in_full,
    in_order,
    measured,
    stated,
)
from triggerpoints.sphinxext._directive import CourseDirective, labelled, linked, table
from triggerpoints.sphinxext._nodes import add, children_only, details, load_with
from triggerpoints.sphinxext.charts import chart_of

TITLE = "What was found, by treatment and condition"
HEAD = ("Condition", "Outcome", "What was found, and how sure", "Source")
COUNTS = "To count them is not to weigh them: see how sure each one is."
SAYS: tuple[Says, ...] = get_args(Says)
Cell = list[nodes.Element]
Names = Mapping[Field, Mapping[str, str]]


class evidence_map(nodes.General, nodes.Element):
    """The chart of the findings and, for each treatment, their table."""


class EvidenceMap(CourseDirective):
    """The directive."""

    def run(self) -> list[nodes.Node]:
        """Return the map of all findings."""
        self.depends_on(*sorted(DATA.rglob("*.toml")))
        return self.mark(map_of(course_evidence(), self.cited))


def map_of(
    evidence: Evidence, cited: Callable[[tuple[str, ...]], list[nodes.Node]] | None = None
) -> evidence_map:
    """Return the node of all findings of ``evidence``.

    ``cited`` makes a citation of the book's references for a source that has no address of its own;
    without it the source is only named.
    """
    # plotly takes a second to import: only the page with the map pays for it.
    from triggerpoints.evidence import charts

    found = in_order(evidence.findings.values(), evidence.terms)
    sources = {key: citation(reference) for key, reference in evidence.references.items()}
    labels = {key: source["label"] for key, source in sources.items()}
    figure = charts.evidence_map(found, evidence.terms, title=TITLE, sources=labels)
    drawn = chart_of(json.loads(figure.to_json() or "{}"))
    drawn.pop()  # the tables below are more than the chart's own
    names = choices_in(found, evidence.terms)
    drawn["controls"] = _controls(names)
    groups: dict[str, list[tuple[Finding, list[Cell]]]] = {}
    for one in found:
        source = sources[one.cite]
        link = cited((one.cite,)) if cited and not source["url"] else [linked(source["label"], source["url"])]
        more = [*_elsewhere(one, evidence, labels), *_found(evidence.references[one.cite])]
        cells = _cells(one, names, link, more)
        groups.setdefault(one.modality, []).append((one, cells))
    total = labelled("The findings by treatment.", nodes.Text(COUNTS))
    folds = [_fold(modality, names["modality"][modality], group) for modality, group in groups.items()]
    return evidence_map("", drawn, total, *folds)


def _fold(modality: str, name: str, group: Sequence[tuple[Finding, list[Cell]]]) -> details:
    """Return the findings of one treatment."""
    made = table([*HEAD], [cells for _, cells in group], name)
    (body,) = made.findall(nodes.tbody)
    for row, (one, _) in zip(body.findall(nodes.row), group, strict=True):
        row["ids"] = [f"finding-{one.id}"]
        row["data"] = {field: getattr(one, field) for field in FIELDS} | {"result": one.result}
    counted = Counter(one.result for one, _ in group)
    say = ", ".join(f"{counted[result]} {result}" for result in SAYS if counted[result])
    line = f"{len(group)} finding{'s' if len(group) > 1 else ''}: {say}"
    return details("", made, summary=name, line=line, ids=[f"treatment-{modality}"], classes=["tp-fold"])


def _cells(one: Finding, names: Names, source: list[nodes.Node], more: list[nodes.Element]) -> list[Cell]:
    figures = measured(one)
    says, words = stated(one)
    rated = "The source rates it so: " if one.rated_by == "source" else "The course rates it so: "
    why = details(
        "",
        nodes.paragraph(text=rated + one.why),
        *([nodes.paragraph(text=one.note)] if one.note else []),
        *more,
        summary=f"{one.certainty.capitalize()} certainty",
    )
    return [
        [nodes.paragraph(text=names["condition"][one.condition])],
        [nodes.paragraph(text=names["outcome"][one.outcome]), _small(f"{one.comparison}; {one.when}")],
        [
            labelled(says, nodes.Text(words)),
            *([_small(figures)] if figures else []),
            why,
        ],
        [
            nodes.paragraph("", "", *source),
            _small(DESIGNS[one.design]),
        ],
    ]


def _elsewhere(one: Finding, evidence: Evidence, labels: Mapping[str, str]) -> list[nodes.Element]:
    """Return links to the rows that say something else."""
    links: list[nodes.Node] = []
    for key in one.disagrees:
        other = evidence.findings[key]
        said = f"{labels[other.cite]} ({evidence.terms.outcome[other.outcome].lower()}: {other.result})"
        links += [nodes.Text("; " if links else ""), nodes.reference("", said, refid=f"finding-{key}")]
    return [labelled("Points elsewhere:", *links)] if links else []


def _found(reference: Reference) -> list[nodes.Element]:
    """Return how to find a source that has no address: else its row would lead to its name only."""
    if citation(reference)["url"]:
        return []
    return [labelled("The source has no address. A library finds it so:", nodes.Text(in_full(reference)))]


def _small(text: str) -> nodes.paragraph:
    return nodes.paragraph(text=text, classes=["tp-sure"])


def _controls(names: Names) -> str:
    fields = "".join(
        f'<div><label for="evidence-{field}">{FIELD_LABELS[field]}</label>'
        f'<select id="evidence-{field}" data-choice="{field}" autocomplete="off">'
        '<option value="">all</option>'
        + "".join(f'<option value="{key}">{html.escape(name)}</option>' for key, name in options.items())
        + "</select></div>"
        for field, options in names.items()
    )
    again = '<button type="button" data-action="reset" hidden>Show all findings</button>'
    onward = '<button type="button" data-action="to-rows">To the rows</button>'
    return f'<div class="tp-chart-bar" hidden>{fields}{again}{onward}<p role="status"></p></div>'


def _visit(self: HTML5Translator, node: evidence_map) -> None:
    self.body.append(f'<div class="tp-evidence tp-cards" data-results="{",".join(SAYS)}">\n')


def _depart(self: HTML5Translator, node: evidence_map) -> None:
    self.body.append("</div>\n")


def setup(app: Sphinx) -> None:
    """Register the directive, and its script on the pages that have it."""
    add(app, evidence_map, (_visit, _depart), (children_only, children_only))
    app.add_directive("evidence-map", EvidenceMap)
    load_with(app, evidence_map, "evidence_map.js")

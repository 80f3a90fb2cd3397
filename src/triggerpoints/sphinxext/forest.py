"""``{forest} hauser2009 pain``: a forest plot whose model can be changed and whose studies left out.

.. code-block:: md

   ```{forest} hauser2009 pain
   ```

Every result is computed when the book is built; ``forest.js`` (``frontend/src/charts``) puts the chosen one
into the sentence below the choices, the chart and the table. Without scripts they show the review's own
model, all studies in, and the chart is a still picture.
"""

import html
import json
from collections.abc import Sequence
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from triggerpoints.evidence import DATA, Dataset, Outcome, Standing, course_evidence, spoken
from triggerpoints.sphinxext._directive import CourseDirective, paragraphs
from triggerpoints.sphinxext._forest_picture import forest_picture
from triggerpoints.sphinxext._nodes import add, children_only, details, load_with, script_json
from triggerpoints.sphinxext.charts import chart_of, plot

HOW: dict[Standing, str] = {
    "reproduced": "Reproduced: the published result comes out to the last printed digit.",
    "reproduced in part": "Reproduced in part: two of the three printed figures come out.",
    "not reproduced": "Not reproduced: fewer than two of the three printed figures come out.",
    "agrees with a figure not seen in print": "The digits agree, but we have not seen the figure in print, "
    "so we do not call it reproduced.",
    "differs from a figure not seen in print": "The digits differ, and we have not seen the figure in print.",
}


class forest_plot(nodes.General, nodes.Element):
    """A chart with its choices. Attributes: ``name`` (data set and outcome) and ``results`` (as
    :func:`~triggerpoints.evidence.charts.what_if` gives them).
    """


class Forest(CourseDirective):
    """The directive."""

    required_arguments = 1
    optional_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the chart of a data set's outcome, with what it is and how it compares with the review."""
        self.depends_on(*sorted(DATA.rglob("*.toml")))
        dataset = self.pick(course_evidence().datasets, self.arguments[0], "data set")
        known = {outcome.id: outcome for outcome in dataset.outcomes}
        if len(self.arguments) < 2 and len(known) > 1:
            raise self.error(f"{dataset.id} has several outcomes; name one of {', '.join(known)}.")
        wanted = self.arguments[1] if len(self.arguments) > 1 else next(iter(known))
        outcome = self.pick(known, wanted, f"outcome of {dataset.id}")
        return self.mark(forest_of(dataset, outcome, self.cited((dataset.cite,))))


def forest_of(dataset: Dataset, outcome: Outcome, cited: Sequence[nodes.Node] = ()) -> forest_plot:
    """Return the node of ``outcome`` of ``dataset``."""
    # statsmodels and plotly take a second to import: only pages with a forest plot pay for it.
    from triggerpoints.evidence.charts import EXPLAINED, outcome_forest, what_if
    from triggerpoints.evidence.pooling import studies

    first = outcome.first_model
    plain = json.loads(outcome_forest(dataset, outcome, *first).to_json() or "{}")
    drawn = chart_of(plain)
    says = nodes.paragraph(text=plain["layout"]["meta"]["says"], classes=["tp-forest-says"])
    (still,) = drawn.findall(plot)
    still["still"] = forest_picture(plain)
    drawn[:0] = [says, details("", *paragraphs("\n\n".join(EXPLAINED)), summary="What the choices mean")]
    name = f"{dataset.id}-{outcome.id}"
    results = what_if(studies(dataset, outcome.id), measure=dataset.measure, favours=dataset.favours)
    drawn["controls"] = _controls(name, outcome, results)
    return forest_plot(
        "",
        drawn,
        nodes.paragraph(text=_compared(dataset, outcome), classes=["tp-forest-published"]),
        nodes.paragraph(
            "", "", nodes.Text(" ".join(dataset.neighbour.split())), *cited, classes=["tp-forest-neighbour"]
        ),
        name=name,
        results=results,
    )


def _compared(dataset: Dataset, outcome: Outcome) -> str:
    """Say how the review's own model, run again, stands to what the review printed."""
    from triggerpoints.evidence.pooling import recompute

    printed = outcome.published
    if printed is None:
        return "We have not seen the review's own pooled result, so there is nothing to hold ours to."
    again = recompute(dataset, outcome.id)
    theirs, ours = spoken(printed.effect, printed.digits), spoken(again.effect, printed.digits)
    read = printed.seen == "yes"
    known = "Printed" if read else "The figure as we have it"
    start = f"{HOW[again.standing]} {known}: {theirs}. Recomputed with the review's own model: {ours}."
    seen = "" if read else printed.where
    return " ".join(" ".join(part.split()) for part in (start, seen, printed.why_not) if part)


def _controls(name: str, outcome: Outcome, results: dict[str, Any]) -> str:
    from triggerpoints.evidence.charts import INTERVALS, MODELS

    model, interval = outcome.first_model
    fields: list[tuple[str, str, Sequence[str], int]] = [
        ("model", "How the studies are pooled", list(MODELS.values()), list(MODELS).index(model)),
        ("interval", "Interval of the pool", list(INTERVALS.values()), list(INTERVALS).index(interval)),
    ]
    if len(results["results"][0][0]) > 1:
        fields.append(("left-out", "Leave out", ["no study", *results["names"]], 0))
    written = "".join(
        f'<div><label for="{name}-{field}">{label}</label>'
        f'<select id="{name}-{field}" data-choice="{field}" autocomplete="off">'
        f"{_options(options, at)}</select></div>"
        for field, label, options, at in fields
    )
    again = '<button type="button" data-action="reset" hidden>Back to the start</button>'
    change = (
        '<p class="tp-forest-change" hidden><span>Before: <b data-before></b></span> '
        "<span>Now: <b data-now></b></span></p>"
    )
    return f'<div class="tp-chart-bar" hidden>{written}{again}{change}</div>'


def _options(labels: Sequence[str], chosen: int) -> str:
    return "".join(
        f'<option value="{place}"{" selected" if place == chosen else ""}>{html.escape(label)}</option>'
        for place, label in enumerate(labels)
    )


def _visit(self: HTML5Translator, node: forest_plot) -> None:
    self.body.append(
        f'<div class="tp-forest" id="forest-{node["name"]}" data-forest="{node["name"]}">'
        f'<script type="application/json" data-results>{script_json(node["results"])}</script>\n'
    )


def _depart(self: HTML5Translator, node: forest_plot) -> None:
    self.body.append("</div>\n")


def setup(app: Sphinx) -> None:
    """Register the directive, and its script on the pages that have it."""
    add(app, forest_plot, (_visit, _depart), (children_only, children_only))
    app.add_directive("forest", Forest)
    load_with(app, forest_plot, "forest.js")

"""Charts and their controls as nodes: a box of fixed height, the figure as JSON, its numbers as a table.

``charts.js`` (``frontend/src/charts``) draws them when they come near the viewport, with one Plotly bundle
that the book serves itself. Pages without a chart load neither.
"""

import html
import shutil
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ConfigError
from sphinx.writers.html5 import HTML5Translator

from triggerpoints.sphinxext._assets import FOLDER, address
from triggerpoints.sphinxext._directive import table
from triggerpoints.sphinxext._figure_table import figure_table, plain_text
from triggerpoints.sphinxext._nodes import add, children_only, details, script_json

PLOTLY = "plotly-basic.min.js"
ROOT = 16  # px of a rem: a chart is as high as its figure says, and grows with the page's text
NOTHING_MISSED = "You miss nothing of the course here."
WITHOUT_SCRIPT = "Scripts are off, so there is nothing to choose here: each choice has its own table below."
NO_STILL = "The chart is drawn with JavaScript; its numbers are here as a table."
WITH_STILL = "The chart that you can change is drawn with JavaScript; its numbers are here as a table."
HEIGHT = 420  # px, where the figure names none: fits a phone held upright with its caption


class chart(nodes.General, nodes.Element):
    """A chart: its children are the :class:`plot` and the table of its numbers.

    ``controls`` is the markup of what changes it, which stands below its name.
    """


class plot(nodes.General, nodes.Element):
    """The place where a Plotly figure (attribute ``figure``) is drawn; other builders have its words.

    ``still`` is a picture of it as SVG, for pages without scripts and for paper; empty: there is none.
    """


class choices(nodes.General, nodes.Element):
    """A labelled control and one :class:`chart` an option (attributes ``label``, ``control``, ``options``,
    ``selected``); ``control`` is ``"select"`` or ``"range"``. ``live`` are the labels of what only
    JupyterLab can change.
    """


def chart_of(figure: dict[str, Any], name: str = "") -> chart:
    """Return the node of a Plotly figure, given as plain data; ``name`` tells it from its siblings.

    ``layout.meta`` may hold ``says`` (its message), ``table`` (``head`` and ``rows`` of text) and
    ``narrow`` (``height`` in px; ``set``, attributes of the figure by their path), as the charts of the
    evidence do.
    """
    layout = dict(figure.get("layout", {}))
    title = plain_text(layout.pop("title", ""))
    layout.pop("template", None)  # the page gives the colours and the type
    height = layout.pop("height", None) or HEIGHT
    layout.pop("width", None)
    meta = dict(layout.pop("meta", None) or {})
    told = meta.pop("table", None)
    narrow: dict[str, Any] = meta.get("narrow") or {}
    caption = title if title.startswith(name) else ": ".join(part for part in (name, title) if part)
    numbers = (
        table(told["head"], [[[nodes.paragraph(text=text)] for text in row] for row in told["rows"]])
        if told
        else figure_table({"data": figure.get("data", []), "layout": layout})
    )
    node = chart(caption=caption)
    node += plot(
        figure={"data": figure.get("data", []), "layout": layout, "narrow": narrow.get("set", {})},
        caption=caption,
        says=meta.get("says", ""),
        height=int(height),
        narrow_height=int(narrow.get("height") or height),
    )
    node += details("", numbers, summary="The numbers of this chart", classes=["tp-fold"])
    return node


def _visit_chart(self: HTML5Translator, node: chart) -> None:
    source = address(self.builder.app, self.builder.current_docname, PLOTLY)
    chosen = " data-selected" if node.get("selected") else ""
    self.body.append(
        f'<figure class="tp-chart" data-plotly="{source}"{chosen}>'
        + (f"<figcaption>{html.escape(node['caption'])}</figcaption>" if node["caption"] else "")
        + node.get("controls", "")
        + "\n"
    )


def _depart_chart(self: HTML5Translator, node: chart) -> None:
    self.body.append("</figure>\n")


def _visit_plot(self: HTML5Translator, node: plot) -> None:
    sentences = ("Chart", node["caption"], node["says"], "Its numbers follow as a table")
    label = html.escape(" ".join(f"{text.rstrip('.')}." for text in sentences if text))
    self.body.append(
        f'<div class="tp-chart-plot" role="img" aria-label="{label}"'
        f' style="--tp-wide:{node["height"] / ROOT:g}rem;'
        f'--tp-narrow:{node["narrow_height"] / ROOT:g}rem"></div>'
        f"{node.get('still', '')}<noscript><p>{WITH_STILL if node.get('still') else NO_STILL}</p></noscript>"
        f'<script type="application/json">{script_json(node["figure"])}</script>\n'
    )
    raise nodes.SkipNode


def _visit_choices(self: HTML5Translator, node: choices) -> None:
    serial = len(self.body)
    control, kind = f"tp-choices-{serial}", node["control"]
    label, chosen = html.escape(node["label"]), html.escape(node["options"][node["selected"]])
    self.body.append(
        f'<div class="tp-choices jupyter-widgets widget-{"slider" if kind == "range" else "dropdown"}">'
        f'<div class="tp-choices-control" hidden><label for="{control}">{label}</label> '
        f'<output for="{control}" style="--tp-longest:{max(map(len, node["options"]))}ch">{chosen}</output>\n'
    )
    if kind == "range":
        names = html.escape(script_json(node["options"]))
        self.body.append(
            f'<span class="tp-range"><input type="range" id="{control}" '
            f'min="0" max="{len(node["options"]) - 1}" step="1" '
            f'value="{node["selected"]}" aria-valuetext="{chosen}" data-options="{names}">'
            f'<span class="tp-range-ends" aria-hidden="true"><span>{html.escape(node["options"][0])}</span>'
            f"<span>{html.escape(node['options'][-1])}</span></span></span>"
        )
    else:
        options = "".join(
            f'<option value="{i}"{" selected" if i == node["selected"] else ""}>{html.escape(name)}</option>'
            for i, name in enumerate(node["options"])
        )
        self.body.append(f'<select id="{control}" autocomplete="off">{options}</select>')
    self.body.append(f"</div>\n<noscript><p>{WITHOUT_SCRIPT}</p></noscript>\n")


def _depart_choices(self: HTML5Translator, node: choices) -> None:
    also = f"; there you can also change more: {', '.join(node['live'])}" if node["live"] else ""
    self.body.append(
        f'<p class="tp-live">{NOTHING_MISSED} In JupyterLab, where this page is a notebook, the same charts '
        f"are computed live{html.escape(also)}.</p></div>\n"
    )


def chart_pages(env: BuildEnvironment) -> set[str]:
    """Return the names of the pages that have a chart."""
    return getattr(env, "triggerpoints_chart_pages", set()) & set(env.found_docs)


def _note(app: Sphinx, doctree: nodes.document) -> None:
    pages: set[str] = getattr(app.env, "triggerpoints_chart_pages", set())
    found = next(iter(doctree.findall(chart)), None) is not None
    pages = pages | {app.env.docname} if found else pages - {app.env.docname}
    app.env.triggerpoints_chart_pages = pages  # type: ignore[attr-defined]


def _merge(app: Sphinx, env: BuildEnvironment, docnames: list[str], other: BuildEnvironment) -> None:
    mine: set[str] = getattr(env, "triggerpoints_chart_pages", set())
    theirs: set[str] = getattr(other, "triggerpoints_chart_pages", set())
    pages = (mine - set(docnames)) | (theirs & set(docnames))
    env.triggerpoints_chart_pages = pages  # type: ignore[attr-defined]


def _copy_plotly(app: Sphinx, error: Exception | None) -> None:
    if error is not None or app.builder.format != "html" or not chart_pages(app.env):
        return
    bundle = Path(app.confdir, app.config.triggerpoints_plotly)
    if not bundle.is_file():
        raise ConfigError(
            f"triggerpoints_plotly: {bundle} is missing, and pages have charts; run 'npm ci' in frontend/."
        )
    shutil.copyfile(bundle, Path(app.outdir, FOLDER, PLOTLY))


def setup(app: Sphinx) -> None:
    """Register the nodes, and what keeps track of the pages that have them."""
    app.add_config_value(
        "triggerpoints_plotly", f"frontend/node_modules/plotly.js-basic-dist-min/{PLOTLY}", "", [str]
    )
    add(app, chart, (_visit_chart, _depart_chart), (children_only, children_only))
    add(app, plot, (_visit_plot, children_only), (children_only, children_only))
    add(app, choices, (_visit_choices, _depart_choices), (children_only, children_only))
    app.connect("doctree-read", _note)
    app.connect("env-merge-info", _merge)
    app.connect("build-finished", _copy_plotly)

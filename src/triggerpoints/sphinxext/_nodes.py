"""Neutral nodes: HTML gets an element, every other builder gets the words inside."""

import html
import json
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxTranslator
from sphinx.writers.html5 import HTML5Translator

from triggerpoints.sphinxext._assets import MODULE, address, folder
from triggerpoints.sphinxext._links import read_on, record_places


class widget_host(nodes.General, nodes.Element):
    """A place for a widget. Attributes: ``state`` (the model), ``key`` (names its stored answers;
    empty: it keeps none), ``module`` (URL relative to the output root; empty for the course's own),
    ``css``; its children say everything without JavaScript.
    """


class details(nodes.General, nodes.Element):
    """Words behind a summary (attribute ``summary``, and ``line``: what it says in small below it);
    printed open by other builders. With ``open`` it is open at first. With the class ``tp-fold`` it is
    open for readers without scripts, and ``charts.js`` closes it for the others. ``number`` is the id of the
    record inside, by which paper names its sources.
    """


class body_figure(nodes.General, nodes.Element):
    """A view of the body (attributes ``view`` and ``alt``); other builders print the alt text."""


class picture(nodes.General, nodes.Element):
    """A drawing (attribute ``html``) and what it shows in words (``alt``), which other builders print."""


def script_json(data: Any) -> str:
    """Return ``data`` as JSON that no markup in it can end early."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _visit_host(self: HTML5Translator, node: widget_host) -> None:
    app, page = self.builder.app, self.builder.current_docname
    state = dict(node["state"])
    if node["module"]:
        root = "../" * page.count("/")
        module, css = root + node["module"], root + node["css"] if node["css"] else ""
    else:
        module, css = address(app, page, MODULE), ""
        state["assets"] = {
            "citations": None,
            **state.get("assets", {}),
            "atlas": None,
            "figures": None,
            "base": folder(app, page),
            "version": app.config.triggerpoints_hash,
        }
        places = record_places(app.env) if state["kind"] == "body-map" else {}
        if places:
            state["assets"]["pages"] = {
                muscle: f"{self.builder.get_relative_uri(page, place)}#{target}"
                for muscle, (place, target) in places.items()
            }
        if state["kind"] == "body-map":
            state["assets"]["read_on"] = read_on(self.builder, page)
    attributes = {"data-module": module, "data-key": node["key"], "data-css": css}
    classes = ["tp-host", *node["classes"]]
    written = "".join(f' {name}="{html.escape(value)}"' for name, value in attributes.items() if value)
    self.body.append(
        f'<div class="{" ".join(classes)}"{written}>'
        f'<script type="application/json">{script_json(state)}</script>\n<div class="tp-fallback">\n'
    )


def _depart_host(self: HTML5Translator, node: widget_host) -> None:
    self.body.append("</div></div>\n")


def _visit_details(self: HTML5Translator, node: details) -> None:
    classes = " ".join(["tp-details", *node["classes"]])
    target = f' id="{node["ids"][0]}"' if node["ids"] else ""
    opened = " open" if node.get("open") or "tp-fold" in node["classes"] else ""
    line = f' <span class="tp-line">{html.escape(node["line"])}</span>' if node.get("line") else ""
    number = f' data-number="{node["number"]}"' if node.get("number") else ""
    self.body.append(
        f'<details class="{classes}"{target}{opened}>'
        f"<summary{number}>{html.escape(node['summary'])}{line}</summary>\n"
    )


def _depart_details(self: HTML5Translator, node: details) -> None:
    self.body.append("</details>\n")


def _visit_figure(self: HTML5Translator, node: body_figure) -> None:
    source = address(self.builder.app, self.builder.current_docname, f"{node['view']}.svg")
    self.body.append(
        f'<img class="tp-still dark-light" src="{source}" alt="{html.escape(node["alt"])}" loading="lazy">\n'
    )
    raise nodes.SkipNode


def _visit_picture(self: HTML5Translator, node: picture) -> None:
    self.body.append(node["html"])
    raise nodes.SkipNode


def children_only(self: SphinxTranslator, node: nodes.Element) -> None:
    """Print the children, and nothing around them: a visitor for :func:`add`."""


def nothing(self: SphinxTranslator, node: nodes.Element) -> None:
    """Print nothing of the node: a visitor for :func:`add`."""
    raise nodes.SkipNode


def print_words(self: SphinxTranslator, node: nodes.Element, *words: nodes.Node) -> None:
    """Print ``words`` as a paragraph, where a visitor of ``node`` calls it."""
    paragraph = nodes.paragraph("", "", *words)
    paragraph.parent = node.parent
    paragraph.walkabout(self)


def _print_summary(self: SphinxTranslator, node: details) -> None:
    line = f" {node['line']}" if node.get("line") else ""
    print_words(self, node, nodes.strong(text=node["summary"]), nodes.Text(line))


def _print_alt(self: SphinxTranslator, node: body_figure | picture) -> None:
    print_words(self, node, nodes.Text(node["alt"]))
    raise nodes.SkipNode


def add(
    app: Sphinx, node: type[nodes.Element], html_visitors: tuple[Any, Any], other: tuple[Any, Any]
) -> None:
    """Register ``node``: one pair of visitors for HTML, one for every other builder."""
    app.add_node(node, html=html_visitors, latex=other, text=other, man=other, texinfo=other)


def has(doctree: nodes.document | None, node: type[nodes.Element]) -> bool:
    """Say whether a page (None: one without a source) has such a node."""
    return doctree is not None and next(iter(doctree.findall(node)), None) is not None


def load_with(app: Sphinx, node: type[nodes.Element], script: str, style: str = "") -> None:
    """Load ``script``, a module, and ``style`` on the pages that have such a node, and on no other."""

    def load(
        app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document | None
    ) -> None:
        if has(doctree, node):
            if style:
                app.add_css_file(f"triggerpoints/{style}")
            app.add_js_file(f"triggerpoints/{script}", type="module")

    app.connect("html-page-context", load, priority=900)


def setup(app: Sphinx) -> None:
    """Register the nodes."""
    add(app, widget_host, (_visit_host, _depart_host), (children_only, children_only))
    add(app, details, (_visit_details, _depart_details), (_print_summary, children_only))
    add(app, body_figure, (_visit_figure, children_only), (_print_alt, children_only))
    add(app, picture, (_visit_picture, children_only), (_print_alt, children_only))

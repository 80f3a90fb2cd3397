"""Nodes of the fact-check: a claim with what may narrow the list to it, and the controls that narrow it."""

import html
from collections.abc import Iterable
from typing import get_args

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxTranslator
from sphinx.writers.html5 import HTML5Translator

from triggerpoints.evidence import Topic, Verdict
from triggerpoints.sphinxext._nodes import add, children_only, nothing, print_words


class fact(nodes.General, nodes.Element):
    """A claim: attributes ``ids``, ``topic`` and ``verdict`` (both as :func:`slug` writes them), and
    ``called``: the name of a link to it, which never has the claim without its verdict.
    """


class fact_title(nodes.General, nodes.TextElement):
    """The claim itself: in HTML a heading one level below that of its section, which no contents list."""


class fact_count(nodes.Inline, nodes.TextElement):
    """How many claims have a verdict; attribute ``choice``: the address of the list narrowed to them."""


class fact_bar(nodes.General, nodes.Element):
    """The controls, which only a script shows: attribute ``total``, how many claims there are."""


def slug(name: str) -> str:
    """Return ``name`` as an address and an id can hold it: small letters joined by hyphens."""
    return "-".join("".join(sign if sign.isalnum() else " " for sign in name.lower()).split())


def anchor(claim: str) -> str:
    """Return the anchor of the claim with this id: ``claim-c07``."""
    return f"claim-{claim.lower()}"


def verdict_mark(verdict: Verdict, text: str = "") -> nodes.strong:
    """Return the verdict as a word, to which the style adds a shape and a colour."""
    return nodes.strong(text=text or verdict, classes=["tp-verdict-mark", f"tp-verdict-{slug(verdict)}"])


def _visit_fact(self: HTML5Translator, node: fact) -> None:
    (target,) = node["ids"]
    self.body.append(
        f'<article class="tp-fact tp-verdict-{node["verdict"]}" id="{target}" aria-labelledby="{target}-text"'
        f' data-topic="{node["topic"]}" data-verdict="{node["verdict"]}"'
        f' data-called="{html.escape(node["called"])}">\n'
    )


def _depart_fact(self: HTML5Translator, node: fact) -> None:
    self.body.append("</article>\n")


def _visit_title(self: HTML5Translator, node: fact_title) -> None:
    (target,) = node.parent["ids"]
    self.body.append(f'<h{self.section_level + 1} class="tp-fact-title" id="{target}-text">')


def _depart_title(self: HTML5Translator, node: fact_title) -> None:
    self.body.append(f"</h{self.section_level + 1}>\n")


def _visit_count(self: HTML5Translator, node: fact_count) -> None:
    self.body.append(f'<span class="tp-fact-part" data-choice="{html.escape(node["choice"])}">')


def _depart_count(self: HTML5Translator, node: fact_count) -> None:
    self.body.append("</span>")


def _visit_bar(self: HTML5Translator, node: fact_bar) -> None:
    self.body.append(
        f'<div class="tp-fact-bar" data-total="{node["total"]}" hidden>'
        '<div><label for="fact-find">Find a claim by word or number</label>'
        '<input type="search" id="fact-find" autocomplete="off" spellcheck="false"></div>'
        f"{_select('topic', 'Topic', get_args(Topic))}{_select('verdict', 'Verdict', get_args(Verdict))}"
        f'<button type="button" data-action="clear" hidden>Show all {node["total"]} claims</button>'
        '<p role="status"></p></div>\n'
    )
    raise nodes.SkipNode


def _select(name: str, label: str, options: Iterable[str]) -> str:
    listed = "".join(f'<option value="{slug(one)}">{html.escape(one)}</option>' for one in options)
    return (
        f'<div><label for="fact-{name}">{label}</label><select id="fact-{name}" autocomplete="off">'
        f'<option value="">all</option>{listed}</select></div>'
    )


def _print_title(self: SphinxTranslator, node: fact_title) -> None:
    print_words(self, node, nodes.strong(text=node.astext()))
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Register the nodes."""
    add(app, fact, (_visit_fact, _depart_fact), (children_only, children_only))
    add(app, fact_title, (_visit_title, _depart_title), (_print_title, children_only))
    add(app, fact_count, (_visit_count, _depart_count), (children_only, children_only))
    add(app, fact_bar, (_visit_bar, children_only), (nothing, children_only))

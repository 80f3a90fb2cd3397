"""The first mention of a glossary term on a page leads to the glossary and shows the definition.

Nothing is marked up on the page: any term of Sphinx's own ``{glossary}`` directive is found in the
paragraphs, the longest first. In HTML the mention is a link; ``terms.js`` shows the definition on hover,
focus and a first tap. Without scripts the link is what there is, and a screen reader has the definition as
its description.
"""

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import clean_astext
from sphinx.writers.html5 import HTML5Translator

from triggerpoints.sphinxext._nodes import add, children_only, details, load_with, widget_host
from triggerpoints.sphinxext.bibliography import LIST

Place = tuple[str, str]  # a page and an anchor on it
# Where a link would stand in a link, or change what is a name, code or a widget's own words. In a table it
# would stand alone in its cell, too small to tap, or inside the button that sorts a column.
NOT_IN = (
    nodes.reference,
    nodes.literal,
    nodes.title,
    nodes.caption,
    nodes.table,
    nodes.raw,
    details,
    widget_host,
)


class mention(nodes.Inline, nodes.TextElement):
    """A term where a page first uses it (attributes ``place``: docname and anchor, ``tip``: an id)."""


class tips(nodes.General, nodes.Element):
    """The definitions that a page shows (attribute ``shown``: id to text); other builders print nothing."""


class ExplainTerms(SphinxPostTransform):
    """Wrap the first mention of each term on a page."""

    default_priority = 900  # citations and cross-references are links by now

    def run(self, **kwargs: Any) -> None:
        """Find terms in the paragraphs of every page but the glossary's own."""
        known = _terms(self.env)
        if not known or any(place[0] == self.env.docname for place, _ in known.values()):
            return
        left = {name.lower(): one for name, one in known.items()}
        pattern = _pattern(tuple(known))
        shown: dict[str, str] = {}
        for paragraph in list(self.document.findall(nodes.paragraph)):
            if not left:
                break
            for text in list(paragraph.findall(nodes.Text)):
                if not _kept(text):
                    made = list(_explained(str(text), pattern, left, shown))
                    if any(isinstance(node, mention) for node in made):
                        text.parent.replace(text, made)
        if shown:
            self.document += tips(shown=shown)


def _explained(
    text: str, pattern: re.Pattern[str], left: dict[str, tuple[Place, str]], shown: dict[str, str]
) -> Iterator[nodes.Node]:
    """Yield ``text`` with the terms that are ``left`` to explain marked; they go from there to ``shown``."""
    end = 0
    for found in pattern.finditer(text):
        if found[1].lower() not in left:
            continue
        place, definition = left[found[1].lower()]
        tip = f"tip-{place[1]}"
        shown[tip] = definition
        for name in [name for name, (other, _) in left.items() if other == place]:
            del left[name]  # a synonym is not explained again
        if end < found.start():
            yield nodes.Text(text[end : found.start()])
        yield mention("", nodes.Text(found[0]), place=place, tip=tip)
        end = found.end()
    if end < len(text):
        yield nodes.Text(text[end:])


@lru_cache(maxsize=1)  # two hundred names make it slow, and every page asks for the same
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(names, key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(_spelled, longest))})(?:s|es)?\b", re.IGNORECASE)


def _spelled(name: str) -> str:
    # An abbreviation is found in capitals only: nobody washes with a SOAP note.
    return f"(?-i:{re.escape(name)})" if name.isupper() else re.escape(name)


def _kept(text: nodes.Text) -> bool:
    """Say whether a text stays as it is; so do the titles of papers in a list of references."""
    above = text.parent
    while above is not None:
        if isinstance(above, NOT_IN) or LIST in above.get("classes", ()):
            return True
        above = above.parent
    return False


def _collect(app: Sphinx, doctree: nodes.document) -> None:
    env = app.env
    for glossary in doctree.findall(addnodes.glossary):
        for item in glossary.findall(nodes.definition_list_item):
            said = clean_astext(next(item.findall(nodes.paragraph), nodes.paragraph()))
            terms = [term for term in item.findall(nodes.term) if term["ids"]]
            for term in terms:
                # “NRS (scale)” is found without its brackets; a synonym leads to the first name.
                name = re.sub(r"\s*\(.*\)$", "", term.astext())
                _terms(env)[name] = ((env.docname, terms[0]["ids"][0]), said)


def _terms(env: BuildEnvironment) -> dict[str, tuple[Place, str]]:
    """Return the glossary: each name with its page and anchor, and its definition as text."""
    if not hasattr(env, "triggerpoints_terms"):
        env.triggerpoints_terms = {}  # type: ignore[attr-defined]
    return env.triggerpoints_terms  # type: ignore[attr-defined,no-any-return]


def _purge(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    for name in [name for name, (place, _) in _terms(env).items() if place[0] == docname]:
        del _terms(env)[name]


def _merge(app: Sphinx, env: BuildEnvironment, docnames: list[str], other: BuildEnvironment) -> None:
    _terms(env).update({name: one for name, one in _terms(other).items() if one[0][0] in docnames})


def _changed(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Write every page again when a definition changed."""
    now = sorted(_terms(env).items())
    if getattr(env, "triggerpoints_terms_written", None) == now:
        return []
    env.triggerpoints_terms_written = now  # type: ignore[attr-defined]
    return sorted(env.found_docs)


def _visit_mention(self: HTML5Translator, node: mention) -> None:
    docname, anchor = node["place"]
    uri = self.builder.get_relative_uri(self.builder.current_docname, docname)
    self.body.append(
        f'<a class="reference internal tp-term" href="{uri}#{anchor}" aria-describedby="{node["tip"]}">'
    )


def _depart_mention(self: HTML5Translator, node: mention) -> None:
    self.body.append("</a>")


def _visit_tips(self: HTML5Translator, node: tips) -> None:
    lines = "".join(
        f'<p id="{tip}">{html.escape(definition)}</p>' for tip, definition in node["shown"].items()
    )
    self.body.append(f'<div class="tp-tips" hidden>{lines}</div>\n')


def setup(app: Sphinx) -> None:
    """Register the nodes, the transform and the page's script."""
    add(app, mention, (_visit_mention, _depart_mention), (children_only, children_only))
    add(app, tips, (_visit_tips, children_only), (children_only, children_only))
    app.add_post_transform(ExplainTerms)
    app.connect("doctree-read", _collect)
    app.connect("env-purge-doc", _purge)
    app.connect("env-merge-info", _merge)
    app.connect("env-updated", _changed)
    load_with(app, tips, "terms.js")

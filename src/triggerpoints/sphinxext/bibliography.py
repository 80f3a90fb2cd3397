"""The bibliography as an ordinary list, and citations by author and year that have short titles.

Docutils writes citations with the ARIA role ``doc-biblioentry``, which is deprecated and which axe
reports, and with numbers that author-year citations never show. A work whose authors nobody could read
is cited by its ``shorttitle``: a whole title would break the sentence.
"""

from dataclasses import dataclass, field
from typing import Any

from docutils import nodes
from pybtex.style import template
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinxcontrib.bibtex.plugin import register_plugin
from sphinxcontrib.bibtex.style.referencing import PersonStyle
from sphinxcontrib.bibtex.style.referencing.author_year import AuthorYearReferenceStyle

LIST = "tp-references"  # the class of the list
STYLE = "author_year_short"  # the name for ``bibtex_reference_style``


class ShortTitled(PersonStyle):
    """Names a work without authors by its short title."""

    def author_or_editor_or_title(self, full: bool) -> Any:
        """Return the template of what a citation calls a work."""
        short = template.tag("em")[template.field("shorttitle")]
        people = template.optional[self.names("author", full)]
        return template.first_of[people, template.optional[short], super().author_or_editor_or_title(full)]


@dataclass
class AuthorYearShort(AuthorYearReferenceStyle):
    """Author and year, with short titles."""

    person: PersonStyle = field(default_factory=ShortTitled)


class CitationsToList(SphinxPostTransform):
    """Turn each run of citation nodes into a bullet list whose items keep their anchors."""

    default_priority = 20  # after sphinxcontrib-bibtex has made the citations
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Replace the citations of each parent, in order."""
        parents = {id(node.parent): node.parent for node in self.document.findall(nodes.citation)}
        for parent in parents.values():
            found = [child for child in parent.children if isinstance(child, nodes.citation)]
            entries = [
                nodes.list_item(
                    "",
                    *[part for part in node.children if not isinstance(part, nodes.label)],
                    ids=node["ids"],
                )
                for node in found
            ]
            parent.insert(parent.index(found[0]), nodes.bullet_list("", *entries, classes=[LIST]))
            for node in found:
                parent.remove(node)


def setup(app: Sphinx) -> None:
    """Register the transform and the style of citations."""
    register_plugin("sphinxcontrib.bibtex.style.referencing", STYLE, AuthorYearShort)
    app.add_post_transform(CitationsToList)

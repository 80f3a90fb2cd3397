"""The bibliography as an ordinary list, and citations by author and year that have short titles.

Docutils writes citations with the ARIA role ``doc-biblioentry``, which is deprecated and which axe
reports, and with numbers that author-year citations never show. A work whose authors nobody could read
is cited by its ``shorttitle``: a whole title would break the sentence. The list is in the order in which
a reader looks works up: by what the citation calls them.
"""

import unicodedata
from dataclasses import dataclass, field
from typing import Any

from docutils import nodes
from pybtex.database import Entry
from pybtex.plugin import register_plugin as register_pybtex
from pybtex.style import template
from pybtex.style.formatting.unsrt import Style
from pybtex.style.sorting import BaseSortingStyle
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinxcontrib.bibtex.plugin import register_plugin
from sphinxcontrib.bibtex.style.referencing import PersonStyle
from sphinxcontrib.bibtex.style.referencing.author_year import AuthorYearReferenceStyle

LIST = "tp-references"  # the class of the list
STYLE = "author_year_short"  # the name for ``bibtex_reference_style``
LISTED = "by_author"  # the name for ``bibtex_default_style``, and of its order


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


class ByAuthor(BaseSortingStyle):  # type: ignore[misc]  # pybtex has no types
    """The order of authors, where there are none of titles, then of years; accents and capitals count not."""

    def sorting_key(self, entry: Entry) -> tuple[str, ...]:
        """Return what ``entry`` is sorted by."""
        names = [str(person) for person in entry.persons.get("author", [])]
        called = names or [entry.fields.get("shorttitle") or entry.fields.get("title", "")]
        return (*map(_plain, called), entry.fields.get("year", ""), _plain(entry.fields.get("title", "")))


class Listed(Style):  # type: ignore[misc]  # pybtex has no types
    """The plain style in that order."""

    default_sorting_style = LISTED


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.replace("{", "").replace("}", "").casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


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
    """Register the transform, the order of the list and the style of citations."""
    register_pybtex("pybtex.style.sorting", LISTED, ByAuthor)
    register_pybtex("pybtex.style.formatting", LISTED, Listed)
    register_plugin("sphinxcontrib.bibtex.style.referencing", STYLE, AuthorYearShort)
    app.add_post_transform(CitationsToList)

"""``{progress}``: how far a reader is in all practice sets, by the answers that the browser keeps.

Each set is a row: the page that has it, and how many questions. ``progress.js`` (``frontend/src``) puts in
how many were checked and right; without scripts the table leads to the questions.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from triggerpoints.questions import ItemSet, read_items
from triggerpoints.sphinxext._directive import CourseDirective, Row, table
from triggerpoints.sphinxext._nodes import add, children_only, load_with
from triggerpoints.sphinxext._set_pages import sets_by_page

HEAD = ["Page", "Questions"]


class progress(nodes.container):
    """The table with what is said above it."""


class Progress(CourseDirective):
    """The directive."""

    def run(self) -> list[nodes.Node]:
        """Return the table; nothing where the book has no page with a set."""
        found = list(self._sets())
        if not found:
            return []
        made = table(HEAD, [_row(self.page_link(page), items) for page, items in found], "Your progress")
        (body,) = made.findall(nodes.tbody)
        for row, (_, items) in zip(body.children, found, strict=True):
            row["data"] = {  # type: ignore[index]
                "set": items.id,
                "items": " ".join(item.id for item in items.item),
                "safety": " ".join(item.id for item in items.item if item.safety),
            }
        says = nodes.paragraph(
            text="With JavaScript, this table shows how many you have done, and how many were right.",
            classes=["tp-progress-says"],
        )
        return self.mark(progress("", says, made, classes=["tp-progress-all"]))

    def _sets(self) -> Iterator[tuple[str, ItemSet]]:
        """Yield each page of the book that has a set, in the order of the book, and the set."""
        sets = sets_by_page()
        order = list(getattr(self.config, "external_site_map", None) or sorted(self.env.found_docs))
        for page in order:
            path = sets.get(PurePosixPath(page).name)
            if path is not None and page in self.env.found_docs:
                yield page, self.read(path, read_items)


def _row(page: nodes.Node, items: ItemSet) -> Row:
    count = len(items.item)
    return [
        [nodes.paragraph("", "", page)],
        [nodes.paragraph(text=f"{count} question{'' if count == 1 else 's'}")],
    ]


def setup(app: Sphinx) -> None:
    """Register the directive and its script."""
    visitors = HTML5Translator.visit_container, HTML5Translator.depart_container
    add(app, progress, visitors, (children_only, children_only))
    app.add_directive("progress", Progress)
    load_with(app, progress, "progress.js")

"""What the directives share."""

from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

from triggerpoints._records import ContentError

T = TypeVar("T")
Row = list[list[nodes.Element]]
"""A row of a table: the blocks of each cell."""
SHOWN = 5  # close matches named in an error
NARROW, WIDE = 20, 50  # characters: builders without HTML wrap the cells to these


class CourseDirective(SphinxDirective):
    """A directive with helpers for looking up ids and for building nodes."""

    def pick(self, known: Mapping[str, T], key: str, kind: str) -> T:
        """Return ``known[key]``; otherwise a Sphinx error at this file and line with close matches."""
        if key in known:
            return known[key]
        near = get_close_matches(key, known, n=SHOWN, cutoff=0.5)
        hint = (
            f"did you mean {' or '.join(near)}?"
            if near
            else f"there are {len(known)}, such as {_some(known)}."
        )
        raise self.error(f"There is no {kind} {key!r}; {hint}")

    def depends_on(self, *paths: Path) -> None:
        """Rebuild this page when one of ``paths`` changes."""
        for path in paths:
            self.env.note_dependency(str(path))

    def read(self, path: Path, reader: Callable[[Path], T]) -> T:
        """Return what ``reader`` makes of the file at ``path``, on which this page then depends.

        Its ContentError becomes a Sphinx error at this file and line.
        """
        self.depends_on(path)
        try:
            return reader(path)
        except ContentError as error:
            raise self.error(str(error)) from None

    def page_link(self, docname: str, text: str = "") -> pending_xref:
        """Return a link to the page ``docname``, called ``text`` or, without one, by its title.

        A page that the book does not have is a warning of nitpicky builds, as the book's own is.
        """
        return pending_xref(
            "",
            nodes.inline(text=text),
            refdomain="std",
            reftype="doc",
            reftarget=f"/{docname}",
            refexplicit=bool(text),
            refdoc=self.env.docname,
        )

    def cited(self, keys: tuple[str, ...]) -> list[nodes.Node]:
        """Return real bibtex citations of ``keys``."""
        return citations(self.env, self.state.inliner, self.lineno, keys)

    def mark(self, *new: nodes.Element) -> list[nodes.Node]:
        """Return ``new`` with this file and line as their source."""
        for node in new:
            self.set_source_info(node)
        return list(new)


def citations(env: BuildEnvironment, inliner: Any, line: int, keys: tuple[str, ...]) -> list[nodes.Node]:
    """Return real bibtex citations of ``keys``, made as the parser with this ``inliner`` makes them."""
    if not keys:
        return []
    role = env.get_domain("cite").role("p")
    assert role is not None
    text = ",".join(keys)
    found, messages = role("p", f":cite:p:`{text}`", text, line, inliner)
    return [nodes.Text(" "), *found, *messages]


def words(text: str) -> tuple[str, ...]:
    """Return the words of an option, separated by spaces or commas."""
    return tuple(text.replace(",", " ").split())


def paragraphs(text: str) -> list[nodes.Element]:
    """Return the paragraphs of plain ``text`` (separated by blank lines)."""
    return [nodes.paragraph(text=" ".join(part.split())) for part in text.split("\n\n") if part.strip()]


def labelled(label: str, *content: nodes.Node) -> nodes.paragraph:
    """Return a paragraph that starts with a bold ``label``."""
    return nodes.paragraph("", "", nodes.strong(text=label), nodes.Text(" "), *content)


def linked(text: str, url: str) -> nodes.Node:
    """Return ``text`` as a link to ``url``; where that is empty, as it is."""
    return nodes.reference("", text, refuri=url, internal=False) if url else nodes.Text(text)


def bullets(items: list[list[nodes.Element]], classes: Sequence[str] = ()) -> nodes.bullet_list:
    """Return a bullet list."""
    return nodes.bullet_list("", *[nodes.list_item("", *item) for item in items], classes=[*classes])


def section(title: str, name: str, *content: nodes.Node, classes: Sequence[str] = ()) -> nodes.section:
    """Return a section with a heading, which ``#name`` leads to."""
    return nodes.section("", nodes.title(text=title), *content, ids=[name], names=[name], classes=[*classes])


def table(head: list[str], rows: list[Row], title: str = "", stub: bool = True) -> nodes.table:
    """Return a table whose first column, with ``stub``, holds row headers."""
    made = nodes.table("", *([nodes.title(text=title)] if title else []), classes=["tp-table"])
    group = nodes.tgroup(cols=len(head))
    made += group
    for index in range(len(head)):
        group += nodes.colspec(colwidth=NARROW if index == 0 else WIDE, stub=1 if stub and index == 0 else 0)
    group += nodes.thead("", _row([[nodes.paragraph(text=text)] for text in head]))
    group += nodes.tbody("", *[_row(row) for row in rows])
    return made


def cards(head: list[str], rows: list[Row], title: str = "") -> nodes.table:
    """Return a table that is cards in a narrow place: each cell carries its column's name.

    It stands in a container with the class ``tp-cards``.
    """
    made = table(head, rows, title)
    (body,) = made.findall(nodes.tbody)
    for entry in body.findall(nodes.entry):
        column = entry.parent.index(entry)
        if column:
            entry["data"] = {"label": head[column]}
    return made


def _row(cells: Row) -> nodes.row:
    return nodes.row("", *[nodes.entry("", *cell) for cell in cells])


def _some(known: Mapping[str, object]) -> str:
    return ", ".join(list(known)[:SHOWN])

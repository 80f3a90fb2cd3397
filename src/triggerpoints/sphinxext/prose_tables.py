"""Tables of sentences are cards in a narrow place: beside each other their columns would be a word wide.

A table of numbers or of single words stays a table, and a box "How sure are we?" has cards on every page.
The first column names its row. The style is in ``tables.css``; where there is room, nothing differs.
"""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

from triggerpoints.sphinxext.boxes import MARKS

LONG, LONG_HEAD = 40, 30  # letters of the longest cell; of the longest one in the first of two columns
MARK = MARKS["How sure are we?"]
OWN = "tp-table"  # a directive made it, and has seen to this


class ProseTables(SphinxTransform):
    """The transform."""

    default_priority = 220

    def apply(self, **kwargs: object) -> None:
        """Put each such table into a container, its cells with the names of their columns."""
        for table in list(self.document.findall(nodes.table)):
            if OWN not in table["classes"] and (MARK in table.parent["classes"] or _is_prose(table)):
                _name_cells(table)
                place = nodes.container(classes=["tp-words"])
                table.replace_self(place)
                place += table


def _rows(table: nodes.table) -> list[list[nodes.entry]]:
    body = table.next_node(nodes.tbody)
    return [list(row.children) for row in body.children] if body is not None else []  # type: ignore[arg-type]


def _is_prose(table: nodes.table) -> bool:
    rows = _rows(table)
    lengths = [max(len(cell.astext()) for cell in column) for column in zip(*rows, strict=False)]
    if len(lengths) < 2:
        return False
    return max(lengths[1:]) > LONG and (len(lengths) > 2 or lengths[0] > LONG_HEAD)


def _name_cells(table: nodes.table) -> None:
    head = table.next_node(nodes.thead)
    names = [cell.astext() for cell in head.next_node(nodes.row).children] if head is not None else []  # type: ignore[union-attr]
    for row in _rows(table):
        for name, cell in list(zip(names, row, strict=False))[1:]:
            if name:
                cell["data"] = {"label": name}


def setup(app: Sphinx) -> None:
    """Register the transform."""
    app.add_transform(ProseTables)

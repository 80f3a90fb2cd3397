"""Header cells that say what they head, and what a script needs of rows and cells.

Docutils leaves out ``scope="col"`` and ``scope="row"``; a row or a cell with a ``data`` attribute, a
dictionary, gets one ``data-…`` attribute a key.
"""

import html

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator


def _visit(self: HTML5Translator, node: nodes.entry) -> None:
    HTML5Translator.visit_entry(self, node)
    if self.body[-1].startswith("<th"):
        scope = "col" if isinstance(node.parent.parent, nodes.thead) else "row"
        self.body[-1] = self.body[-1].replace("<th", f'<th scope="{scope}"', 1)
    self.body[-1] = _with_data(self.body[-1], node)


def _depart(self: HTML5Translator, node: nodes.entry) -> None:
    HTML5Translator.depart_entry(self, node)


def _visit_row(self: HTML5Translator, node: nodes.row) -> None:
    HTML5Translator.visit_row(self, node)
    self.body[-1] = _with_data(self.body[-1], node)


def _depart_row(self: HTML5Translator, node: nodes.row) -> None:
    HTML5Translator.depart_row(self, node)


def _with_data(tag: str, node: nodes.Element) -> str:
    """Return the start ``tag`` with the ``data`` of ``node``, before the bracket that closes it."""
    found: dict[str, object] = node.get("data", {})
    data = "".join(f' data-{key}="{html.escape(str(value))}"' for key, value in found.items())
    return f"{tag.rstrip().removesuffix('>')}{data}>" if data else tag


def setup(app: Sphinx) -> None:
    """Register the visitors."""
    app.add_node(nodes.entry, override=True, html=(_visit, _depart))
    app.add_node(nodes.row, override=True, html=(_visit_row, _depart_row))

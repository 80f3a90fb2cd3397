"""Captions of plain Markdown tables: a paragraph that begins with ``Table:``, right above one.

.. code-block:: md

   Table: Three made-up trials

   | Trial | Result |
   | --- | --- |

It is Pandoc's way to write a caption. JupyterLab, which shows MyST's ``{table}`` as code, shows the
paragraph; the book makes it the table's caption.
"""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

MARK = "Table:"


class TableCaptions(SphinxTransform):
    """The transform."""

    default_priority = 200  # before what looks at the titles of tables

    def apply(self, **kwargs: object) -> None:
        """Make each such paragraph the title of its table."""
        for table in list(self.document.findall(nodes.table)):
            if table.first_child_matching_class(nodes.title) is not None:
                continue
            place = table.parent.index(table)
            above = table.parent[place - 1] if place else None
            if isinstance(above, nodes.paragraph) and above.rawsource.startswith(MARK):
                first, *others = above.children
                words = nodes.Text(first.astext().removeprefix(MARK).lstrip())
                table.insert(0, nodes.title("", "", words, *others))
                above.parent.remove(above)


def setup(app: Sphinx) -> None:
    """Register the transform."""
    app.add_transform(TableCaptions)

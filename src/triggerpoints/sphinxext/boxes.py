"""Boxes get their look from their title: what means something else looks different.

"How sure are we?" is no warning and "Do this now" no summary, whatever class their author gave them. In the
short answer at the top of a page each line of its author is a line of its own: nobody reads a wall first.
"""

from collections.abc import Iterator

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

MARKS = {"How sure are we?": "tp-how-sure", "Do this now": "tp-do-now"}
SHORT = ("The answer in short", "In short")
LOOKS = {"important", "note", "seealso", "tip"}


class Boxes(SphinxTransform):
    """The transform."""

    default_priority = 210

    def apply(self, **kwargs: object) -> None:
        """Mark each box, and break the short answers into lines."""
        for box in self.document.findall(nodes.admonition):
            title = box.next_node(nodes.title)
            name = title.astext() if title is not None else ""
            if name in MARKS:
                box["classes"] = [MARKS[name], *(one for one in box["classes"] if one not in LOOKS)]
            elif name in SHORT:
                box["classes"].append("tp-short")
                for paragraph in [one for one in box.children if isinstance(one, nodes.paragraph)]:
                    paragraph.replace_self([*_lines(paragraph)])


def _lines(paragraph: nodes.paragraph) -> Iterator[nodes.paragraph]:
    line = nodes.paragraph()
    for child in list(paragraph.children):
        if isinstance(child, nodes.Text) and child == "\n":
            yield line
            line = nodes.paragraph()
        else:
            line += child
    yield line


def setup(app: Sphinx) -> None:
    """Register the transform."""
    app.add_transform(Boxes)

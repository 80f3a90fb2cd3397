"""Code folded away in notebooks, as a summary whose name is the text one sees.

MyST-NB names the summary "Toggle hidden content" while it shows other words, which speech control
cannot follow and axe reports.
"""

from typing import Any

from myst_nb.sphinx_ import HideCodeCellNode
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

from triggerpoints.sphinxext._nodes import details


class FoldCells(SphinxPostTransform):
    """Turn MyST-NB's folded cells into ours."""

    default_priority = 200  # just after MyST-NB has wrapped them
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Replace each wrapper."""
        for node in list(self.document.findall(HideCodeCellNode)):
            node.replace_self(details("", *node.children, summary=node["prompt_show"]))


def setup(app: Sphinx) -> None:
    """Register the transform."""
    app.add_post_transform(FoldCells)

"""Buttons that print a part of a page alone: a sheet, or a muscle of a region. Their script and its style are
loaded on the pages that have such a part.
"""

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

PARTS = {"tp-sheet", "tp-record"}  # the classes of a sheet, and of a muscle's record


def _load(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    if doctree and any(PARTS & set(node["classes"]) for node in doctree.findall(nodes.Element)):
        app.add_css_file("triggerpoints/buttons.css")
        app.add_js_file("triggerpoints/buttons.js", type="module")


def setup(app: Sphinx) -> None:
    """Load the script."""
    app.connect("html-page-context", _load, priority=900)

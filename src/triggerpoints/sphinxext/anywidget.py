"""``{anywidget}`` with MyST's own syntax: an ES module and a JSON body, so that pages stay portable.

.. code-block:: md

   :::{anywidget} ./dots.js
   :class: tall
   :css: ./dots.css
   {"count": 3}
   :::
"""

import json
from pathlib import Path

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx

from triggerpoints.sphinxext._directive import CourseDirective
from triggerpoints.sphinxext._nodes import widget_host


class AnyWidget(CourseDirective):
    """The directive."""

    required_arguments = 1
    has_content = True
    final_argument_whitespace = True
    option_spec = {
        "class": directives.class_option,
        "css": directives.unchanged_required,
    }

    def run(self) -> list[nodes.Node]:
        """Return a host whose model is the JSON body."""
        try:
            state = json.loads("\n".join(self.content) or "{}")
        except json.JSONDecodeError as error:
            raise self.error(f"The body of {{anywidget}} is not JSON: {error}.") from None
        if not isinstance(state, dict):
            raise self.error('The body of {anywidget} must be a JSON object, such as {"count": 3}.')
        node = widget_host(
            state=state,
            key="",
            module=self._served(self.arguments[0]),
            css=self._served(self.options["css"]) if "css" in self.options else "",
        )
        node["classes"] += self.options.get("class", [])
        node += nodes.paragraph(text="This part is interactive and needs JavaScript.")
        return self.mark(node)

    def _served(self, name: str) -> str:
        """Return the address, from the root of the book, at which Sphinx will serve ``name``."""
        if name.startswith(("http:", "https:", "//")):
            raise self.error(
                f"{name}: the book loads nothing from other hosts; save the file beside the page."
            )
        relative, absolute = self.env.relfn2path(name, self.env.docname)
        if not Path(absolute).is_file():
            raise self.error(f"{relative}: there is no such file.")
        self.env.note_dependency(relative)
        return f"_downloads/{self.env.dlfiles.add_file(self.env.docname, relative)}"


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("anywidget", AnyWidget)

"""The bibliography as an ordinary list.

Docutils writes citations with the ARIA role ``doc-biblioentry``, which is deprecated and which axe
reports, and with numbers that author-year citations never show.
"""

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

LIST = "tp-references"  # the class of the list


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
    """Register the transform."""
    app.add_post_transform(CitationsToList)

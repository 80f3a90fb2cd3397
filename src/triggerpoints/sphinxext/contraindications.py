"""``{contraindications}``: when not to treat, or to treat otherwise, as tables that are cards on a phone.

.. code-block:: md

   :::{contraindications}
   :technique: massage stretch
   :scope: local
   :::

``technique`` keeps the rules for any of these techniques, ``scope`` those for the whole person (``general``)
or for a place (``local``: not here, or only lightly); without them, all are listed. Each row says what kind
of source its rule rests on, and what of it was not read.
"""

from collections.abc import Mapping
from typing import get_args

from docutils import nodes
from sphinx.application import Sphinx

from triggerpoints.atlas import (
    GROUNDS,
    SCOPES,
    Contraindication,
    Scope,
    course_atlas,
)
from triggerpoints.sphinxext._assets import atlas_files
from triggerpoints.sphinxext._directive import CourseDirective, cards, labelled, linked, words
from triggerpoints.sphinxext._nodes import details
from triggerpoints.sphinxext.red_flags import REVIEWED
from triggerpoints.sphinxext.safety_first import TECHNIQUES

HEAD = ["Condition or place", "Why", "Instead", "Rests on"]
WHOLE: Mapping[str, tuple[Scope, ...]] = {
    "general": ("general",),
    "local": tuple(scope for scope in get_args(Scope) if scope != "general"),
}
MEANT = ". ".join(f"{name.capitalize()}: {said}" for name, said in GROUNDS.items())
ABOUT = f"No trial can test such rules. {MEANT}"


class Contraindications(CourseDirective):
    """The directive."""

    option_spec = {"technique": words, "scope": words}

    def run(self) -> list[nodes.Node]:
        """Return a table for each scope that has rows, the strictest first, and what the words mean."""
        self.depends_on(*atlas_files())
        done = {
            self.pick(TECHNIQUES, name, "technique") for name in self.options.get("technique", TECHNIQUES)
        }
        asked = [self.pick(WHOLE, name, "scope") for name in self.options.get("scope", WHOLE)]
        scopes = {scope for some in asked for scope in some}
        found = [one for one in course_atlas().contraindications.values() if done & set(one.techniques)]
        made = nodes.container(classes=["tp-contraindications", "tp-cards"])
        for scope, called in SCOPES.items():
            rows = [one for one in found if one.scope == scope]
            if scope in scopes and rows:
                made += cards(HEAD, [_row(one) for one in rows], f"{called}: {len(rows)}")
        if not made.children:
            raise self.error("No contraindication has this technique and scope; take the directive out.")
        made += nodes.paragraph(text=f"{ABOUT}. {REVIEWED}", classes=["tp-sure"])
        return self.mark(made)


def _row(one: Contraindication) -> list[list[nodes.Element]]:
    return [
        [nodes.paragraph(text=one.name)],
        [nodes.paragraph(text=one.why)],
        [nodes.paragraph(text=one.instead)],
        [labelled(one.certainty.capitalize(), nodes.Text(f"({one.id})")), *_sources(one)],
    ]


def _sources(one: Contraindication) -> list[nodes.Element]:
    unseen = nodes.paragraph(text=one.how_sure, classes=["tp-sure"])
    if not one.sources:
        return [unseen]
    count = len(one.sources)
    listed = [
        nodes.paragraph("", "", linked(read.name, read.url), nodes.Text(f": {read.says}."))
        for read in one.sources
    ]
    folded = details("", *listed, summary=f"{count} source{'' if count == 1 else 's'}", number=one.id)
    if one.note:
        return [folded, unseen]
    folded += nodes.paragraph(text=one.how_sure)
    return [folded]


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("contraindications", Contraindications)

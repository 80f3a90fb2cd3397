"""``{red-flags} action``: the red flags of an action, each with its question, for the areas of a chapter.

.. code-block:: md

   :::{red-flags} call_emergency
   :zones: head_temporal neck_back
   :::

Without ``zones``, only the general red flags (asked whatever hurts) are listed; with ``zones``,
those of any of these areas, and the general ones too.
"""

from docutils import nodes
from sphinx.application import Sphinx

from triggerpoints.atlas import RedFlag, course_atlas
from triggerpoints.sphinxext._assets import atlas_files
from triggerpoints.sphinxext._directive import CourseDirective, bullets, labelled
from triggerpoints.sphinxext._nodes import details

SEEN = {
    "yes": "Sign and urgency were read in the source.",
    "partly": "The sign was read in the source; the urgency is our judgement.",
    "no": "Not yet checked in a source.",
}


class RedFlags(CourseDirective):
    """The directive."""

    required_arguments = 1
    option_spec = {"zones": lambda text: tuple(text.replace(",", " ").split())}

    def run(self) -> list[nodes.Node]:
        """Return a list: question and sign in the open, the rest behind a summary."""
        atlas = course_atlas()
        self.depends_on(*atlas_files())
        action = self.arguments[0]
        self.pick({flag.action: flag for flag in atlas.red_flags.values()}, action, "action")
        zones = {self.pick(atlas.zones, zone, "zone").id for zone in self.options.get("zones", ())}
        chosen = [
            flag
            for flag in atlas.red_flags.values()
            if flag.action == action and (not flag.zones or zones.intersection(flag.zones))
        ]
        if not chosen:
            raise self.error(f"No red flag has the action {action!r} in these zones; take the directive out.")
        listed = bullets([_item(flag) for flag in chosen])
        listed["classes"].append("tp-red-flags")
        return self.mark(listed)


def _item(flag: RedFlag) -> list[nodes.Element]:
    return [
        nodes.paragraph("", "", nodes.strong(text=flag.question)),
        labelled("Look out for:", nodes.Text(f"{flag.sign[:1].lower()}{flag.sign[1:]}.")),
        details(
            "",
            labelled("May mean:", nodes.Text(f"{flag.may_mean}.")),
            labelled("Say:", nodes.Text(f"“{flag.say}”")),
            labelled("Source:", nodes.Text(f"{flag.source}. {SEEN[flag.verified]}")),
            summary=f"Meaning, words, source ({flag.id})",
        ),
    ]


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("red-flags", RedFlags)

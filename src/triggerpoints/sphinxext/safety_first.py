"""``{safety-first}``: the red flags of all four actions in one block, for the top of a chapter.

.. code-block:: md

   :::{safety-first}
   :zones: head_temporal neck_back
   :areas: head neck
   :technique: massage
   :::

The most urgent group is open, the others are one line each. ``zones`` and ``areas`` pick the signs as
``{red-flags}`` does; with ``areas`` alone, their zones are meant. ``technique`` adds what was reported during
or after it. Without any of these, only the general red flags are listed.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from docutils import nodes
from sphinx.application import Sphinx

from triggerpoints.atlas import (
    ACTIONS,
    Action,
    Atlas,
    RedFlag,
    Technique,
    course_atlas,
    flags_by_action,
)
from triggerpoints.sphinxext._assets import atlas_files
from triggerpoints.sphinxext._directive import CourseDirective, labelled, words
from triggerpoints.sphinxext._nodes import details
from triggerpoints.sphinxext.red_flags import REVIEWED, signs

TECHNIQUES: Mapping[str, Technique] = {name: name for name in get_args(Technique)}
ASK = (
    "Ask before you touch. Open a line for what it may mean, the question, the words to say, and the "
    f"source. {REVIEWED} Each line says where the urgency is our own judgement."
)


class SafetyFirst(CourseDirective):
    """The directive."""

    option_spec = {"zones": words, "areas": words, "technique": words}

    def run(self) -> list[nodes.Node]:
        """Return the block: a group an action, the most urgent first and open."""
        atlas = course_atlas()
        self.depends_on(*atlas_files())
        known = {flag.area: flag.area for flag in atlas.red_flags.values()}
        areas = {self.pick(known, area, "area") for area in self.options.get("areas", known)}
        zones = {self.pick(atlas.zones, zone, "zone").id for zone in self.options.get("zones", ())}
        if "areas" in self.options and not zones:
            zones = zones_of(atlas, areas)
        done = [self.pick(TECHNIQUES, name, "technique") for name in self.options.get("technique", ())]
        found = flags_by_action(atlas, zones, areas=areas, techniques=done)
        asked = labelled("Red flags first.", nodes.Text(ASK))
        return self.mark(nodes.container("", asked, *groups(found), classes=["tp-safety-first"]))


def zones_of(atlas: Atlas, areas: Iterable[str]) -> set[str]:
    """Return the zones of the red flags that are listed under ``areas``."""
    near = set(areas)
    return {zone for flag in atlas.red_flags.values() if flag.area in near for zone in flag.zones}


def groups(found: Mapping[Action, tuple[Sequence[RedFlag], Sequence[RedFlag]]]) -> list[details]:
    """Return the signs of each action of ``found`` as a closed group; the first group is open."""
    made: list[details] = []
    for action, (own, rest) in found.items():
        count = len(own or rest)
        line = f"{count} sign{'' if count == 1 else 's'}"
        made.append(details("", *signs(own, rest), summary=ACTIONS[action].heading, line=line, open=not made))
    return made


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("safety-first", SafetyFirst)

"""``{red-flags} action``: the signs of an action, one line each, for the areas of a chapter.

.. code-block:: md

   :::{red-flags} call_emergency
   :zones: head_temporal neck_back
   :areas: head neck
   :::

Without ``zones``, only the general red flags (those of any pain) are listed. With ``zones``, those of
any of these zones are listed, and the general ones follow in one closed group. ``areas`` narrows the
open list to red flags of these parts of the body, and emergencies; the others go to the closed group.
"""

from collections.abc import Mapping, Sequence

from docutils import nodes
from sphinx.application import Sphinx

from triggerpoints.atlas import (
    ACTIONS,
    REVIEWED_BY_CLINICIAN,
    Action,
    Reading,
    RedFlag,
    course_atlas,
    page_flags,
)
from triggerpoints.sphinxext._assets import atlas_files
from triggerpoints.sphinxext._directive import CourseDirective, bullets, labelled, linked, section, words
from triggerpoints.sphinxext._nodes import details

REVIEWED = (
    f"Reviewed by {REVIEWED_BY_CLINICIAN}."
    if REVIEWED_BY_CLINICIAN
    else "No clinician has reviewed this list."
)
WHEN = {"during": "during a session", "after": "after a session"}


class RedFlags(CourseDirective):
    """The directive."""

    required_arguments = 1
    option_spec = {"zones": words, "areas": words}

    def run(self) -> list[nodes.Node]:
        """Return the signs as a list, each with the rest behind it, and the closed group if there is one."""
        atlas = course_atlas()
        self.depends_on(*atlas_files())
        every = tuple(atlas.red_flags.values())
        action = self.pick({flag.action: flag.action for flag in every}, self.arguments[0], "action")
        zones = {self.pick(atlas.zones, zone, "zone").id for zone in self.options.get("zones", ())}
        by_area = {flag.area: flag.area for flag in every}
        areas = {self.pick(by_area, area, "area") for area in self.options.get("areas", by_area)}
        own, rest = page_flags(atlas, action, zones, areas=areas)
        if not own and not rest:
            raise self.error(f"No red flag has the action {action!r} in these zones; take the directive out.")
        return self.mark(*signs(own, rest))


def signs(own: Sequence[RedFlag], rest: Sequence[RedFlag]) -> list[nodes.Element]:
    """Return ``own`` as an open list, and ``rest`` as a closed group after it or, without own ones, open."""
    made: list[nodes.Element] = [_listed(own or rest)]
    if own and rest:
        made.append(
            details("", _listed(rest), summary=f"Signs from elsewhere, or with any pain: {len(rest)}")
        )
    return made


def sections(found: Mapping[Action, tuple[Sequence[RedFlag], Sequence[RedFlag]]]) -> list[nodes.section]:
    """Return a section with a heading for each action of ``found``, with its signs."""
    return [
        section(ACTIONS[action].heading, f"red-flags-{action.replace('_', '-')}", *signs(own, rest))
        for action, (own, rest) in found.items()
    ]


def _listed(flags: Sequence[RedFlag]) -> nodes.bullet_list:
    made = bullets([[_item(flag)] for flag in flags])
    made["classes"].append("tp-red-flags")
    return made


def _item(flag: RedFlag) -> nodes.Element:
    made = details(summary=flag.sign, number=flag.id)
    if flag.detail:
        made += nodes.paragraph(text=f"{flag.detail[:1].upper()}{flag.detail[1:]}.")
    if flag.asked in WHEN:
        made += labelled("Seen:", nodes.Text(f"{WHEN[flag.asked]}."))
    if flag.techniques:
        done = f"{' or '.join(flag.techniques)}; watch for it there."
        made += labelled("Reported during or after:", nodes.Text(done))
    made += labelled("May mean:", nodes.Text(f"{flag.may_mean}."))
    made += labelled("Ask:", nodes.Text(asked(flag)))
    made += labelled("Say:", nodes.Text(f"“{flag.say}”"))
    limits = " ".join(filter(None, (flag.how_sure, flag.note)))
    made += labelled(f"{flag.id}, sources:", *_sources(flag.sources), nodes.Text(limits))
    return made


def asked(flag: RedFlag) -> str:
    """Return what to ask, each question in quotation marks, then what the therapist does meanwhile."""
    return " ".join([*(f"“{question}”" for question in flag.questions), flag.how_to_ask]).strip()


def _sources(readings: Sequence[Reading]) -> list[nodes.Node]:
    made: list[nodes.Node] = []
    for reading in readings:
        made.append(linked(reading.name, reading.url))
        made.append(nodes.Text(f" ({reading.says}). " if reading.says else ". "))
    return made


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("red-flags", RedFlags)

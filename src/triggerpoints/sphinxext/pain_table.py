"""``{pain-table}``: for every area of the body, what to ask first and which muscles refer pain there.

It is the body map's content in words, for print, for reading without JavaScript and for anyone who
prefers a list. One page of the book has it.
"""

from collections.abc import Sequence

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.domains.std import StandardDomain

from triggerpoints.atlas import RedFlag, Zone, by_urgency, course_atlas, find
from triggerpoints.sphinxext._assets import atlas_files
from triggerpoints.sphinxext._directive import CourseDirective, bullets, labelled
from triggerpoints.sphinxext._links import name_of
from triggerpoints.sphinxext._nodes import details
from triggerpoints.sphinxext.red_flags import asked

LABEL = "where-it-hurts-in-words"


def zone_target(zone: Zone) -> str:
    """Return the anchor of ``zone`` in the table."""
    return f"zone-{zone.id.replace('_', '-')}"


class PainTable(CourseDirective):
    """The directive."""

    def run(self) -> list[nodes.Node]:
        """Return general red flags, then every zone by region."""
        atlas = course_atlas()
        self.depends_on(*atlas_files())
        domain = self.env.get_domain("std")
        assert isinstance(domain, StandardDomain)
        domain.note_hyperlink_target(LABEL, self.env.docname, LABEL, "Where it hurts, in words")
        general = [flag for flag in atlas.red_flags.values() if not flag.zones]
        first = find(atlas, []).red_flags
        later = by_urgency(flag for flag in general if flag.asked != "before")
        made: list[nodes.Element] = [
            nodes.paragraph("", "Wherever it hurts, ask these first:", ids=[LABEL]),
            _asked(first),
            nodes.paragraph(text="During and after a session:"),
            _asked(later),
        ]
        regions: dict[str, list[Zone]] = {}
        for zone in atlas.zones.values():
            regions.setdefault(zone.region, []).append(zone)
        for region, zones in regions.items():
            section = details(summary=region[:1].upper() + region[1:])
            for zone in zones:
                section += self._zone(zone)
            made.append(section)
        return self.mark(*made)

    def _zone(self, zone: Zone) -> nodes.Element:
        finding = find(course_atlas(), [zone.id])
        name = nodes.paragraph("", "", nodes.strong(text=zone.name))
        made = nodes.container("", name, classes=["tp-zone"], ids=[zone_target(zone)])
        own = [flag for flag in finding.red_flags if flag.zones]
        if own:
            made += nodes.paragraph(text="Ask first:")
            made += _asked(own)
        for label, essential in (("Essential area of:", True), ("Spillover area of:", False)):
            names: list[nodes.Node] = []
            for candidate in finding.muscles:
                if candidate.essential == essential:
                    names += [nodes.Text(", " if names else ""), name_of(candidate.id)]
            if names:
                made += labelled(label, *names)
        return made


def _asked(flags: Sequence[RedFlag]) -> nodes.bullet_list:
    return bullets(
        [
            [labelled(f"{flag.sign}.", nodes.Text(f"Ask: {asked(flag)} If it fits: “{flag.say}”"))]
            for flag in flags
        ]
    )


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("pain-table", PainTable)

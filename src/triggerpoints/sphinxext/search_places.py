"""The book's search knows muscles and areas of pain by the words that people use for them.

Sphinx finds whole pages, and an index entry only by its whole name. This gives the search page every
muscle card and every area of the map in words, each with its everyday words; ``static/search.js``
lists those that have all words of the query, before the pages.
"""

import html
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.domains.std import StandardDomain

from triggerpoints.atlas import Muscle, Zone, course_atlas
from triggerpoints.sphinxext._links import record_places
from triggerpoints.sphinxext._nodes import script_json
from triggerpoints.sphinxext.pain_table import LABEL, zone_target

SEARCH = "search"  # the name of Sphinx's search page
ZONES_NAMED = 3  # in the line under a muscle: two lines on a phone


def places(app: Sphinx) -> list[dict[str, Any]]:
    """Return what can be found: ``page`` and ``anchor``, ``title`` and ``note`` as HTML, and lists of
    words, from the names (``names``) to what else is said of it (``more``).
    """
    atlas = course_atlas()
    found = [
        {"page": page, "anchor": target, **_muscle(atlas.muscles[muscle])}
        for muscle, (page, target) in record_places(app.env).items()
    ]
    domain = app.env.get_domain("std")
    assert isinstance(domain, StandardDomain)
    if LABEL in domain.anonlabels:
        page = domain.anonlabels[LABEL][0]
        found += [{"page": page, "anchor": zone_target(zone), **_zone(zone)} for zone in atlas.zones.values()]
    return found


def _muscle(muscle: Muscle) -> dict[str, Any]:
    zones = [course_atlas().zones[zone] for zone in muscle.essential]
    named = "; ".join(zone.name for zone in zones[:ZONES_NAMED])
    more = f"; and {len(zones) - ZONES_NAMED} more" if len(zones) > ZONES_NAMED else ""
    note = f"muscle. Pain described first: {named}{more}" if named else "muscle"
    return {
        "title": html.escape(muscle.english_name),
        "note": html.escape(note),
        "names": [muscle.english_name, muscle.latin_name, *muscle.synonyms],
        "more": [
            *(word for zone in zones for word in (zone.name, *zone.synonyms)),
            *([muscle.symptoms.text] if muscle.symptoms else []),
        ],
    }


def _zone(zone: Zone) -> dict[str, Any]:
    return {
        "title": html.escape(zone.name),
        "note": "where it hurts: what to ask first, and which muscles are said to refer pain there",
        "names": [zone.name, *zone.synonyms],
        "more": [zone.description, zone.region],
    }


def _page(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    if pagename != SEARCH:
        return
    app.add_js_file(None, body=script_json(places(app)), type="application/json", id="tp-places")
    app.add_js_file("triggerpoints/search.js", loading_method="defer")


def setup(app: Sphinx) -> None:
    """Register the words of the search page."""
    app.connect("html-page-context", _page, priority=950)

"""Every page says who wrote it, when it was last reviewed, from which sources, and under which licence.

The date comes from the page's front matter (``reviewed: 2026-11-21``; in a notebook, from its
metadata). A page without one is a warning. ``clinician: Name, profession, 2027-01-15`` says who reviewed
it as a clinician, and when; without it the page says that nobody has. The authors, the day of publication
and the address to write to are those of :mod:`.people`. The template is ``page-info.html``.
"""

import datetime
import re
from typing import Any

from docutils import nodes
from pybtex.plugin import find_plugin
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from triggerpoints.sphinxext._links import record_places
from triggerpoints.sphinxext.people import UNNAMED

LOG = logging.getLogger(__name__)
DATE = re.compile(r"\b\d{4}-\d\d-\d\d\b")


def reviewed(env: BuildEnvironment, docname: str) -> datetime.date | None:
    """Return the date of last review of ``docname``, or None where it has none that can be read."""
    written = str(env.metadata[docname].get("reviewed", ""))
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        return None


def sources(env: BuildEnvironment, docname: str) -> list[tuple[str, str, str]]:
    """Return the page's citations in order of first use: key, reference as HTML, and its anchor's page#id."""
    if "cite" not in env.domains:
        return []
    domain: Any = env.get_domain("cite")
    html = find_plugin("pybtex.backends", "html")()
    entries = {citation.key: citation for citation in domain.citations}
    used = dict.fromkeys(
        target.key for ref in domain.citation_refs if ref.docname == docname for target in ref.targets
    )
    return [
        (key, entries[key].formatted_entry.text.render(html), entries[key].bibliography_key.docname)
        for key in used
        if key in entries
    ]


def _check(app: Sphinx, env: BuildEnvironment) -> None:
    for docname in sorted(env.found_docs):
        if reviewed(env, docname) is None:
            LOG.warning(
                "no date of last review; add 'reviewed: YYYY-MM-DD' to the front matter.",
                location=docname,
                type="triggerpoints",
                subtype="reviewed",
            )
        clinician = str(env.metadata[docname].get("clinician", ""))
        if clinician and not DATE.search(clinician):
            LOG.warning(
                "the clinical review has no date; write 'clinician: Name, profession, YYYY-MM-DD'.",
                location=docname,
                type="triggerpoints",
                subtype="clinician",
            )


def _context(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    if doctree is None or pagename not in app.env.found_docs:
        return
    date = reviewed(app.env, pagename)
    context["tp_date"] = lambda day: f"{day.day} {day:%B %Y}"
    context["tp_reviewed"] = date
    context["tp_clinician"] = app.env.metadata[pagename].get("clinician", "")
    context["tp_sources"] = sources(app.env, pagename)
    context["tp_records"] = any(page == pagename for page, _ in record_places(app.env).values())
    context["tp_people"] = app.config.triggerpoints_people_read
    context["tp_unnamed"] = UNNAMED
    context["tp_credits"] = context["pathto"](app.config.triggerpoints_credits)


def setup(app: Sphinx) -> None:
    """Register the check and the template's values."""
    app.add_config_value("triggerpoints_credits", "book/credits", "html", [str])
    app.connect("env-check-consistency", _check)
    app.connect("html-page-context", _context)

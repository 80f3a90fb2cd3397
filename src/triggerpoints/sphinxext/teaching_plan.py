"""``{outcomes}`` and ``{weeks}``: tables of the teaching plan, made from ``book/outcomes.toml``.

``{outcomes}`` shows for each outcome the chapters that teach it, how many of their questions ask it, the
practical stations that show it, and the content areas it serves. ``{weeks}`` shows the weeks and their hours.
A page, a chapter or a station that does not exist is an error.
"""

from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx

from triggerpoints.questions import read_items
from triggerpoints.sphinxext._directive import CourseDirective, Row, bullets, cards, table
from triggerpoints.sphinxext._osce import read_stations
from triggerpoints.sphinxext._outcomes import AREAS, KINDS, Outcome, Plan, Week, read_plan
from triggerpoints.sphinxext._set_pages import sets_by_page

AREA_HEAD = ["Content area", "Share of the examination", "Outcomes that serve it"]
WEEK_HEAD = ["Week", "Read before", "In class", "Hours"]
OUTCOME_HEAD = ["A student can", "Taught in", "Asked and shown", "Content areas"]


class FromPlan(CourseDirective):
    """A directive that reads the plan."""

    def plan(self) -> Plan:
        """Return the plan; a fault in it is an error of the page."""
        return self.read(Path(self.env.srcdir, self.config.triggerpoints_outcomes), read_plan)

    def link(self, docname: str) -> nodes.Node:
        """Return a link to a page by its title; a page that does not exist is an error."""
        known = {name: name for name in self.env.found_docs}
        return self.page_link(self.pick(known, docname, "page"))


class Outcomes(FromPlan):
    """The table of outcomes, and below it how many serve each content area."""

    def run(self) -> list[nodes.Node]:
        """Return the two tables."""
        plan = self.plan()
        stations = self._stations()
        rows = [self._row(outcome, stations) for outcome in plan.outcome]
        areas: list[Row] = [
            [
                [nodes.paragraph(text=name)],
                [nodes.paragraph(text=f"{share} in 100")],
                [nodes.paragraph(text=str(sum(area in outcome.areas for outcome in plan.outcome)))],
            ]
            for area, (name, share) in AREAS.items()
        ]
        return self.mark(
            _cards(OUTCOME_HEAD, rows, "The outcomes"),
            _cards(AREA_HEAD, areas, "The content areas, and the outcomes for each"),
        )

    def _row(self, outcome: Outcome, stations: dict[str, str]) -> Row:
        chapters: list[list[nodes.Element]] = [
            [nodes.paragraph("", "", self.link(f"book/{name}"))] for name in outcome.chapters
        ]
        shown = [f"station: {self.pick(stations, name, 'station')}" for name in outcome.stations]
        asked = sum(self._questions(outcome))
        return [
            [nodes.paragraph(text=outcome.text)],
            [bullets(chapters)],
            [bullets([[nodes.paragraph(text=text)] for text in (f"{asked} questions", *shown)])],
            [bullets([[nodes.paragraph(text=AREAS[area][0])] for area in outcome.areas])],
        ]

    def _questions(self, outcome: Outcome) -> Iterator[int]:
        """Yield how many questions each chapter's own set has."""
        for chapter in outcome.chapters:
            path = sets_by_page().get(chapter)
            if path is not None:
                yield len(self.read(path, read_items).item)

    def _stations(self) -> dict[str, str]:
        found = self.read(Path(self.env.srcdir, self.config.triggerpoints_osce), read_stations)
        return {station.id: station.title for station in found.station}


class Weeks(FromPlan):
    """The table of weeks, and below it the hours of each kind."""

    def run(self) -> list[nodes.Node]:
        """Return the two tables."""
        plan = self.plan()
        rows = [self._row(number, week) for number, week in enumerate(plan.week, 1)]
        kinds: list[Row] = [
            [[nodes.paragraph(text=name)], [nodes.paragraph(text=str(plan.hours_of(kind)))]]
            for kind, name in KINDS.items()
        ]
        total = sum(week.total for week in plan.week)
        kinds.append([[nodes.paragraph(text="Together")], [nodes.paragraph(text=str(total))]])
        return self.mark(
            _cards(WEEK_HEAD, rows, "The plan, week by week"),
            table(["Kind of hours", "Hours"], kinds, "Hours of each kind"),
        )

    def _row(self, number: int, week: Week) -> Row:
        hours = [f"{KINDS[kind]}: {count}" for kind, count in week.hours.items()]
        return [
            [nodes.paragraph(text=f"Week {number}")],
            [bullets([[nodes.paragraph("", "", self.link(page))] for page in week.pages])],
            [nodes.paragraph(text=week.task)],
            [bullets([[nodes.paragraph(text=text)] for text in (*hours, f"together: {week.total}")])],
        ]


def _cards(head: list[str], rows: list[Row], title: str) -> nodes.container:
    return nodes.container("", cards(head, rows, title), classes=["tp-cards"])


def setup(app: Sphinx) -> None:
    """Register the directives and where the plan is."""
    app.add_config_value("triggerpoints_outcomes", "book/outcomes.toml", "env", [str])
    app.add_directive("outcomes", Outcomes)
    app.add_directive("weeks", Weeks)

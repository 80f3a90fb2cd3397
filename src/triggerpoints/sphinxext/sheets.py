"""``{sheet} title`` and ``{stations}``: pages to print and write on, each on paper of its own.

.. code-block:: md

   ::::{sheet} Agreement for the year
   - I may be touched on the back.

   | Name | |
   | --- | --- |
   | Date | |
   ::::

The points of a list have a box to tick; an empty cell of a table is a line to write on. ``{stations}`` makes
a sheet of each station in ``book/osce.toml``: steps that are marked 0, 1 or 2, a row of numbers that counts
the points, and the unsafe acts, of which one fails the station.
"""

from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx

from triggerpoints.sphinxext._directive import CourseDirective, Row, bullets, labelled, section, table
from triggerpoints.sphinxext._osce import MARKS, Station, Stations, read_stations

BOX = "☐"
SCORE = f"Mark each step {MARKS[2]} (done), {MARKS[1]} (in part, or when reminded) or {MARKS[0]} (not done)."
COUNT = "For each point cross off the next number. The last one crossed off is the result; a bold one passes."
FAILS = "One tick here fails the station, whatever the points:"
FOOT = ["Student", "Examiner", "Date"]


class Sheet(CourseDirective):
    """A sheet of paper with any content."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return a section with the content."""
        made = sheet(" ".join(self.arguments[0].split()))
        self.state.nested_parse(self.content, self.content_offset, made)
        return self.mark(made)


class StationSheets(CourseDirective):
    """A sheet for each station."""

    def run(self) -> list[nodes.Node]:
        """Return the sheets in the order of the file."""
        found = self.read(Path(self.env.srcdir, self.config.triggerpoints_osce), read_stations)
        made = [self._station(found, station, place) for place, station in enumerate(found.station, 1)]
        return self.mark(*made)

    def _station(self, found: Stations, station: Station, place: int) -> nodes.section:
        made = sheet(f"Station {place}: {station.title}", "tp-station")
        made += labelled("Task:", nodes.Text(station.task))
        made += nodes.paragraph(
            text=f"{station.minutes} minutes. Ready: {station.needs}", classes=["tp-line"]
        )
        if station.partner:
            made += labelled("Card of the partner:")
            made += bullets([[nodes.paragraph(text=line)] for line in station.partner], classes=["tp-card"])
        made += _steps(station)
        made += labelled("Points:", nodes.Text(COUNT))
        made += _numbers(station.points, found.needed(station))
        made += labelled("Unsafe.", nodes.Text(FAILS))
        made += bullets([[nodes.paragraph(text=act)] for act in station.unsafe])
        passed = f"{found.needed(station)} of {station.points} points, and no unsafe act."
        made += labelled("Passed with:", nodes.Text(passed), *self.cited(station.cite))
        made += _foot()
        return made


def sheet(title: str, *classes: str) -> nodes.section:
    """Return an empty section that is a sheet of its own in print."""
    return section(title, nodes.make_id(title), classes=["tp-sheet", *classes])


def _steps(station: Station) -> nodes.table:
    boxes = " ".join(f"{BOX} {mark}" for mark in MARKS)
    rows: list[Row] = [
        [[nodes.paragraph(text=step)], [nodes.paragraph(text=boxes)]] for step in station.steps
    ]
    return table(["Step", "Mark"], rows, SCORE)


def _numbers(points: int, needed: int) -> nodes.paragraph:
    """Return 1 to ``points`` in a row, for a pen to count on: nobody has to add up in an examination."""
    made = nodes.paragraph(classes=["tp-count"])
    for number in range(1, points + 1):
        made += nodes.strong(text=str(number)) if number >= needed else nodes.inline(text=str(number))
        made += nodes.Text(" ")
    return made


def _foot() -> nodes.table:
    rows: list[Row] = [[[nodes.paragraph(text=name)], []] for name in FOOT]
    made = table(["Field", "Entry"], rows)
    made["classes"].append("tp-form")
    return made


def setup(app: Sphinx) -> None:
    """Register the directives and the file of the stations."""
    app.add_config_value("triggerpoints_osce", "book/osce.toml", "env", [str])
    app.add_directive("sheet", Sheet)
    app.add_directive("stations", StationSheets)

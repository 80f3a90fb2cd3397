"""The grade report: what happened to every student, in one file that people can read."""

import csv
import os
from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import Struct

from triggerpoints.classroom._layout import Layout
from triggerpoints.classroom._names import called
from triggerpoints.classroom._scores import Scores
from triggerpoints.classroom._time import MOODLE, NOBODY, HandedIn
from triggerpoints.questions.types import Text

# What the folders of submissions say, in short.
UNKNOWN = {MOODLE: "unknown (Moodle)", NOBODY: "unknown (no timestamp.txt)"}
COLUMNS = (
    "id",
    "last_name",
    "first_name",
    "status",
    "handed in (UTC)",
    "time is from",
    "hours late",
    "points",
    "written points",
    "taken off for lateness",
    "total",
    "maximum",
    "waiting",
    "safety questions not right",
    "remarks",
)


class Line(Struct, frozen=True, kw_only=True):
    """One student. ``status`` is ``graded``, ``not graded: …`` or ``no submission``.

    ``time`` is when it was handed in and who says so; ``late`` is in hours, None when in time.
    ``names`` are the last and the first name; ``written`` is None until a person has marked;
    ``waiting`` counts written answers; ``unsafe`` are the numbers of safety questions not right.
    ``remarks`` are what a person has to look at, ``notes`` what is good to know.
    """

    student: str
    status: str
    names: tuple[str, str] = ("", "")
    time: HandedIn | None = None
    late: float | None = None
    points: float | None = None
    written: float | None = None
    penalty: float | None = None
    total: float | None = None
    maximum: float | None = None
    waiting: int = 0
    unsafe: tuple[int, ...] = ()
    remarks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def called(self) -> str:
        """The student's id with the name behind it."""
        last, first = self.names
        return called(self.student, first, last)

    @property
    def faulty(self) -> bool:
        """Whether a person has to look: not graded, or graded with remarks."""
        return bool(self.remarks) or self.status.startswith("not graded")


def scored(line: Line, layout: Layout, scores: Scores) -> Line:
    """Return ``line`` with what the gradebook says, marks by hand included."""
    points, written, waiting = 0.0, None, 0
    unsafe, remarks = [], []
    for number, item in enumerate(layout.items, start=1):
        cell = scores.cells[item.id]
        if not isinstance(item, Text):
            points += cell.points or 0.0
        elif cell.points is not None:
            written = (written or 0.0) + cell.points
        if isinstance(item, Text):
            waiting += cell.points is None or cell.again
        if cell.again:
            kind = "written answer" if isinstance(item, Text) else "answer"
            remarks.append(f"Question {number}: the {kind} changed after it was marked; read it again.")
        if item.safety and (cell.points or 0.0) < item.points:
            unsafe.append(number)
    return msgspec.structs.replace(
        line,
        points=points,
        written=written,
        late=scores.late,
        penalty=scores.penalty or None,
        total=scores.total,
        maximum=sum(item.points for item in layout.items),
        waiting=waiting,
        unsafe=tuple(unsafe),
        remarks=(*line.remarks, *remarks),
    )


def write_report(path: Path, lines: Iterable[Line], separator: str = ",") -> None:
    """Write ``lines`` to ``path`` as csv with a byte order mark, which spreadsheets need for accents.

    The old report stays where the new one cannot be written whole.
    """
    part = path.with_name(f".{path.name}.part")
    with part.open("w", newline="", encoding="utf-8-sig") as file:
        table = csv.writer(file, delimiter=separator)
        table.writerow(COLUMNS)
        for line in lines:
            numbers = (line.points, line.written, line.penalty, line.total, line.maximum)
            row: list[object] = [line.student, *line.names, line.status, *_times(line), *map(_short, numbers)]
            row += [line.waiting or ""]
            row += [", ".join(map(str, line.unsafe)), " ".join((*line.remarks, *line.notes))]
            table.writerow([_inert(cell) for cell in row])
    os.replace(part, path)


def _times(line: Line) -> list[str]:
    if line.time is None:
        return ["", "", ""]
    unknown = UNKNOWN.get(line.time.source)
    when = "" if unknown else f"{line.time.when:%Y-%m-%d %H:%M:%S}"
    return [when, unknown or line.time.source, _short(line.late)]


def _short(number: float | None) -> str:
    return "" if number is None else f"{number:.2f}".rstrip("0").rstrip(".")


def _inert(cell: object) -> object:
    """Keep a spreadsheet from running a student's text as a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell

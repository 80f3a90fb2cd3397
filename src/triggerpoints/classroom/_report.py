"""The grade report: what happened to every student, in one file that people can read."""

import csv
from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import Struct

from triggerpoints.classroom._layout import Layout
from triggerpoints.classroom._scores import Scores
from triggerpoints.questions.types import Text

COLUMNS = (
    "id",
    "last_name",
    "first_name",
    "status",
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

    ``names`` are the last and the first name; ``written`` is None until a person has marked;
    ``waiting`` counts written answers; ``unsafe`` are the numbers of safety questions not right.
    """

    student: str
    status: str
    names: tuple[str, str] = ("", "")
    points: float | None = None
    written: float | None = None
    penalty: float | None = None
    total: float | None = None
    maximum: float | None = None
    waiting: int = 0
    unsafe: tuple[int, ...] = ()
    remarks: tuple[str, ...] = ()

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
            remarks.append(
                f"Question {number} ({item.id!r}): the {kind} changed after it was marked; read it again."
            )
        if item.safety and (cell.points or 0.0) < item.points:
            unsafe.append(number)
    return msgspec.structs.replace(
        line,
        points=points,
        written=written,
        penalty=scores.penalty or None,
        total=scores.total,
        maximum=sum(item.points for item in layout.items),
        waiting=waiting,
        unsafe=tuple(unsafe),
        remarks=(*line.remarks, *remarks),
    )


def write_report(path: Path, lines: Iterable[Line]) -> None:
    """Write ``lines`` to ``path`` as csv with a byte order mark, which spreadsheets need for accents."""
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        for line in lines:
            numbers = (line.points, line.written, line.penalty, line.total, line.maximum)
            row = [line.student, *line.names, line.status, *map(_short, numbers), line.waiting or ""]
            row += [", ".join(map(str, line.unsafe)), " ".join(line.remarks)]
            table.writerow([_inert(cell) for cell in row])


def _short(number: float | None) -> str:
    return "" if number is None else f"{number:.2f}".rstrip("0").rstrip(".")


def _inert(cell: object) -> object:
    """Keep a spreadsheet from running a student's text as a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t") else cell

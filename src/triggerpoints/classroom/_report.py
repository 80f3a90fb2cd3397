"""The grade report: what happened to every student, in one file that people can read."""

import csv
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

COLUMNS = (
    "student",
    "status",
    "points marked by the program",
    "of",
    "waiting for a person",
    "safety questions not right",
    "remarks",
)


class Line(Struct, frozen=True, kw_only=True):
    """One student. ``status`` is ``graded``, ``not graded: …`` or ``no submission``."""

    student: str
    status: str
    points: float | None = None
    maximum: float | None = None
    waiting: int = 0
    unsafe: int = 0
    remarks: tuple[str, ...] = ()

    @property
    def faulty(self) -> bool:
        """Whether a person has to look: not graded, or graded with remarks."""
        return bool(self.remarks) or self.status.startswith("not graded")


def write_report(path: Path, lines: Iterable[Line]) -> None:
    """Write ``lines`` to ``path`` as csv with a byte order mark, which spreadsheets need for accents."""
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        for line in lines:
            points = "" if line.points is None else f"{line.points:g}"
            maximum = "" if line.maximum is None else f"{line.maximum:g}"
            counts = [line.waiting or "", line.unsafe or ""]
            row = [line.student, line.status, points, maximum, *counts, " ".join(line.remarks)]
            table.writerow([_inert(cell) for cell in row])


def _inert(cell: object) -> object:
    """Keep a spreadsheet from running a student's text as a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t") else cell

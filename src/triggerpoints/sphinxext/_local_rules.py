"""The page of local rules: a heading an act or a rule of the school, below it the note of a teacher."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from triggerpoints._faults import near
from triggerpoints._records import ContentError

SCHOOL = ("Honesty in graded work", "Complaints", "When answers and marks come")  # what only a school can say
HEADING = "## "
COMMENT = "%"


@dataclass(frozen=True)
class Note:
    """The ``lines`` of a note in Markdown, of which the first is line ``start`` (from 0) of the page."""

    start: int
    lines: tuple[str, ...]


def read_notes(path: Path, headings: Iterable[str]) -> dict[str, Note]:
    """Return the notes of the page at ``path``, as :func:`notes` does; none where there is no such page."""
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    return notes(text, headings, str(path))


def notes(text: str, headings: Iterable[str], where: str) -> dict[str, Note]:
    """Return the notes of the page ``text`` by heading; a heading with comments only has none.

    ``where`` names the page in a fault. Raises :class:`~triggerpoints._records.ContentError` for a heading
    that is none of ``headings``, or is there twice.
    """
    known = {heading.casefold(): heading for heading in headings}
    found: dict[str, tuple[int, list[str]]] = {}
    here: list[str] = []
    for number, line in enumerate(text.splitlines()):
        if not line.startswith(HEADING):
            here.append(line)
            continue
        name = line.removeprefix(HEADING).strip()
        heading = known.get(name.casefold())
        if heading is None:
            fix = near(name, known.values(), f"use one of {', '.join(known.values())}")
            raise ContentError(
                f"{where}, line {number + 1}: the heading {name!r} is none of the acts; {fix.rstrip('.')}"
                f"{'' if fix.endswith('?') else '.'}"
            )
        if heading in found:
            raise ContentError(
                f"{where}, line {number + 1}: {name!r} is there twice; put both notes under one."
            )
        here = []
        found[heading] = (number + 1, here)
    return {
        heading: Note(start, tuple(lines))
        for heading, (start, lines) in found.items()
        if any(line.strip() and not line.lstrip().startswith(COMMENT) for line in lines)
    }

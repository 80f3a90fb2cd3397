"""What one student handed in at one time, made into a complete submission folder."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from msgspec import Struct

from triggerpoints._records import ContentError
from triggerpoints.classroom._incoming import Incoming
from triggerpoints.classroom._json import write_json
from triggerpoints.classroom._submission import OURS, REBUILT, rebuilt, saved_text
from triggerpoints.classroom._time import LONG_AGO, STAMP, HandedIn, naive, read_time, time_of, write_time
from triggerpoints.classroom._trace import NOTEBOOK, leave, left, said_time
from triggerpoints.classroom._written import BadNotebook, answer_text, fill, parse_notebook, written_cells
from triggerpoints.questions import Answers, read_answers


class HandIn(Struct, kw_only=True):
    """The files of one student from one place.

    ``named`` is the time that the file name gives; ``moodle`` says that the dates are Moodle's.
    """

    student: str
    named: datetime | None = None
    moodle: bool = False
    answers: list[Incoming] = []
    notebooks: list[Incoming] = []
    stamps: list[Incoming] = []

    def take(self, found: Incoming, stamped: bool) -> str:
        """Sort ``found`` in; return as a phrase why it is of no use here, else nothing.

        ``stamped`` says that a ``timestamp.txt`` from there counts.
        """
        suffix = found.path.suffix.lower()
        if suffix == ".json":
            self.answers.append(found)
        elif suffix == ".ipynb":
            self.notebooks.append(found)
        elif found.path.name != STAMP:
            return "neither an answers file nor a notebook"
        elif not stamped:
            return "a time that the student can have written; it decides nothing"
        else:
            self.stamps.append(found)
        return ""

    def files(self) -> list[Incoming]:
        """Return all files."""
        return [*self.answers, *self.notebooks, *self.stamps]

    def attempts(self) -> Iterator["HandIn"]:
        """Yield single submissions: two answers files in one place are two attempts, oldest first."""
        answers = sorted(self.answers, key=_order)
        notebooks = sorted(self.notebooks, key=_order)
        for number in range(max(len(answers), len(notebooks))):
            yield HandIn(
                student=self.student,
                named=self.named,
                moodle=self.moodle,
                answers=answers[number : number + 1],
                notebooks=notebooks[number : number + 1],
                stamps=self.stamps,
            )


class Staged(Struct, kw_only=True):
    """A submission folder ready to be put in place.

    ``useless`` says that no answers can be read from it. ``bad`` are files to
    put aside with the reason; ``faults`` are sentences.
    """

    time: HandedIn
    useless: bool
    bad: list[tuple[PurePosixPath, bytes, str]]
    faults: list[str]


def stage(
    part: Path,
    assignment: str,
    handin: HandIn,
    present: Path,
    stub: dict[str, str],
    template: dict[str, Any],
    who: str,
) -> Staged:
    """Write a complete submission into ``part``; what ``handin`` lacks comes from ``present``.

    ``who`` names the student in sentences.
    """
    time = time_of(handin.named, handin.stamps, [*handin.answers, *handin.notebooks], handin.moodle)
    staged = Staged(time=time, useless=False, bad=[], faults=[])
    answers = _stage_answers(part / "answers.json", assignment, handin, present, staged, who)
    notebook = _notebook(assignment, handin, present, staged)
    base = notebook or {**template, "metadata": {**template["metadata"], OURS: {REBUILT: True}}}
    cells = written_cells(base, stub)
    texts = {
        key: answer_text(cells.get(key), text, saved_text(answers, key), own=notebook is not None)
        for key, text in stub.items()
    }
    changed = {key: text for key, text in texts.items() if text not in (cells.get(key), stub[key])}
    path = part / f"{assignment}.ipynb"
    if notebook is not None and not changed and handin.notebooks:
        path.write_bytes(handin.notebooks[0].data)
    else:
        write_json(path, fill(base, changed, template))
    write_time(part, staged.time, str((handin.answers or handin.notebooks)[0].path))
    typed = (key for key, text in cells.items() if text not in (stub[key], saved_text(answers, key)))
    if notebook is not None and not handin.notebooks and any(typed):
        leave(part, NOTEBOOK, left(present).get(NOTEBOOK) or said_time(read_time(present)))
    return staged


def _stage_answers(
    path: Path, assignment: str, handin: HandIn, present: Path, staged: Staged, who: str
) -> Answers | None:
    if handin.answers:
        offered = handin.answers[0]
        path.write_bytes(offered.data)
        name = str(offered.path)
    elif (present / "answers.json").is_file():
        path.write_bytes((present / "answers.json").read_bytes())
        staged.time = max(staged.time, read_time(present))
        name = str(present / "answers.json")
    else:
        staged.useless = True
        name = str(handin.notebooks[0].path)
        staged.faults.append(f"{name}: came without answers.json; ask {who} for it.")
        return None
    try:
        return read_answers(path, assignment)
    except ContentError as error:
        staged.useless = True
        staged.faults.append(str(error).replace(str(path), name).replace("the student", who))
        return None


def _notebook(assignment: str, handin: HandIn, present: Path, staged: Staged) -> dict[str, Any] | None:
    """Return the student's own notebook, from this hand-in or the present one; None when there is none."""
    if handin.notebooks:
        offered = handin.notebooks[0]
        try:
            return parse_notebook(offered.data)
        except BadNotebook as error:
            staged.bad.append((offered.path, offered.data, f"{error}; a clean notebook stands in for it"))
            return None
    try:
        found = parse_notebook((present / f"{assignment}.ipynb").read_bytes())
    except (OSError, BadNotebook):
        return None
    return None if rebuilt(found) else found


_ANSWERED = re.compile(rb'"answered_at"\s*:\s*"([0-9T:.+Z-]{10,40})"')


def _order(found: Incoming) -> tuple[datetime, str]:
    """Sort by date; of two of the same second, the last answer says which is the later attempt."""
    when = naive(found.when).replace(microsecond=0) if found.when else LONG_AGO
    return when, max((_instant(text.decode()) for text in _ANSWERED.findall(found.data)), default="")


def _instant(text: str) -> str:
    try:
        return naive(datetime.fromisoformat(text)).isoformat()
    except (ValueError, OverflowError):
        return ""

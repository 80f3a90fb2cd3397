"""One student's submission, read from its folder: what can be used, and what is wrong with it."""

import hashlib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from triggerpoints._records import ContentError
from triggerpoints.classroom._layout import Layout, cell_id
from triggerpoints.classroom._notebook import prompt_id, rubric_id
from triggerpoints.classroom._written import (
    NO_NOTEBOOK,
    BadNotebook,
    answer_text,
    cell_faults,
    parse_notebook,
    written_cells,
)
from triggerpoints.questions import Answers, read_answers
from triggerpoints.questions.types import Text

OURS, REBUILT = "triggerpoints", "rebuilt"


class Submission(Struct, kw_only=True):
    """``answers`` is None when the file cannot be used: ``fatal`` says why, and nothing is marked.

    ``written`` is the text of each written answer's cell; ``problems`` are sentences about what
    was marked all the same, ``notes`` about what to know. ``fingerprint`` identifies everything the
    marks depend on.
    """

    student: str
    answers: Answers | None
    written: dict[str, str]
    problems: list[str]
    notes: list[str]
    fatal: str
    fingerprint: str


def read_submission(folder: Path, student: str, layout: Layout) -> Submission:
    """Return the submission in ``folder``; never raises for what a student can put there."""
    answers, fatal = _read_answers(folder / "answers.json", layout.assignment)
    notebook, problems = _read_notebook(folder / f"{layout.assignment}.ipynb", layout)
    cells = written_cells(notebook, layout.stub) if notebook else {}
    own = notebook is not None and not rebuilt(notebook)
    written = {
        key: answer_text(cells.get(key), stub, saved_text(answers, key), own)
        for key, stub in layout.stub.items()
    }
    numbers = layout.numbers()
    notes = [
        f"Question {numbers[key]}: nothing is written in the question, and no notebook came that can be "
        "read; if the long answer was written there, ask for it."
        for key, text in written.items()
        if text == NO_NOTEBOOK
    ]
    if answers:
        problems += _strangers([*answers.answers, *answers.unreadable], {item.id for item in layout.items})
    digest = hashlib.sha256()
    for name in ("answers.json", f"{layout.assignment}.ipynb", "timestamp.txt"):
        path = folder / name
        digest.update(path.read_bytes() if path.is_file() else b"-")
        digest.update(b"\0")
    digest.update("".join(written.values()).encode(errors="surrogatepass"))
    return Submission(
        student=student,
        answers=answers,
        written=written,
        problems=problems,
        notes=notes,
        fatal=fatal,
        fingerprint=digest.hexdigest(),
    )


def rebuilt(notebook: Mapping[str, Any]) -> bool:
    """Return whether ``collect`` put ``notebook`` where none came from the student."""
    metadata = notebook.get("metadata")
    ours = metadata.get(OURS) if isinstance(metadata, dict) else None
    return isinstance(ours, dict) and REBUILT in ours


def saved_text(answers: Answers | None, item_id: str) -> str:
    """Return the saved text of a written answer, or nothing where it is missing or not text."""
    answer = answers.answers.get(item_id) if answers else None
    response = answer.response if answer else None
    return response.strip() if isinstance(response, str) else ""


def _strangers(given: Collection[str], known: Collection[str]) -> list[str]:
    unknown = [key for key in given if key not in known]
    named = ", ".join(repr(key[:80]) for key in unknown[:3])
    if len(unknown) > 3:
        return [
            f"answers.json has {len(unknown)} answers, such as {named}, to no question of this assignment; "
            "left out."
        ]
    return (
        [f"answers.json has an answer to {named}, no question of this assignment; left out."]
        if unknown
        else []
    )


def _read_answers(path: Path, assignment: str) -> tuple[Answers | None, str]:
    try:
        return read_answers(path, assignment), ""
    except ContentError as error:
        return None, str(error).replace(f"{path}: ", "answers.json: ")


def _read_notebook(path: Path, layout: Layout) -> tuple[dict[str, Any] | None, list[str]]:
    try:
        notebook = parse_notebook(path.read_bytes())
    except FileNotFoundError:
        return None, [f"{path.name}: is missing; marked from answers.json."]
    except (BadNotebook, OSError) as error:
        return None, [f"{path.name}: {error}; marked from answers.json."]
    numbers = layout.numbers()
    named = {item.id: f"of question {numbers[item.id]}" for item in layout.items}
    for item in (item for item in layout.items if isinstance(item, Text)):
        named[prompt_id(item)] = f"above the answer to question {numbers[item.id]}"
        named[rubric_id(item)] = f"below the answer to question {numbers[item.id]}"
    expected = {key: named.get(key, repr(key)) for key in map(cell_id, layout.notebook["cells"]) if key}
    return notebook, [
        f"{path.name}: {fault}; marked all the same." for fault in cell_faults(notebook, expected)
    ]

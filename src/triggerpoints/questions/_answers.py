"""The answers file: what a student answered, never a score, never code."""

import os
from pathlib import Path
from typing import Any, Final, Literal

import msgspec
from msgspec import Struct

from triggerpoints._records import ContentError

FORMAT: Final = "triggerpoints-answers"
MAX_BYTES = 2_000_000  # a class set of answers is a few kB; this keeps a wrong file out of memory


class AnswersError(ContentError):
    """An answers file that cannot be used: one sentence that names the file and the fix."""


class Answer(Struct, kw_only=True, omit_defaults=True):
    """One answer: the response, how sure the student was (0 to 1), and when (ISO 8601)."""

    response: Any = None
    confidence: float | None = None
    answered_at: str | None = None


class Answers(Struct, kw_only=True):
    """The answers of one student to one assignment, by item id."""

    format: Literal["triggerpoints-answers"] = FORMAT
    version: Literal[1] = 1
    assignment: str
    answers: dict[str, Answer] = {}


def read_answers(path: Path | str, assignment: str | None = None) -> Answers:
    """Return the answers in ``path``; with ``assignment``, they must be for it.

    Raises AnswersError for a missing, unreadable, broken, oversized or foreign file.
    """
    path = Path(path)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise AnswersError(f"{path}: larger than {MAX_BYTES:,} bytes; this is not an answers file.")
        raw = path.read_bytes()
    except FileNotFoundError:
        raise AnswersError(f"{path}: there is no such file; ask the student for it.") from None
    except OSError as error:
        raise AnswersError(f"{path}: cannot be read ({error.strerror}); ask the student for it.") from None
    try:
        data = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise AnswersError(f"{path}: not valid JSON ({error}); ask the student to save it again.") from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise AnswersError(f"{path}: not an answers file of this course; ask the student for answers.json.")
    if data.get("version") != 1:
        raise AnswersError(
            f"{path}: version {data.get('version')!r}, and this program reads version 1; update it."
        )
    try:
        found = msgspec.convert(data, Answers)
    except msgspec.ValidationError as error:
        raise AnswersError(
            f"{path}: {_misshapen(data) or error}; ask the student to save it again."
        ) from None
    if assignment is not None and found.assignment != assignment:
        raise AnswersError(
            f"{path}: answers to {found.assignment!r}, not to {assignment!r}; ask for the right file."
        )
    return found


def _misshapen(data: dict[str, Any]) -> str:
    """Return what is wrong with which answer: msgspec's own error names no keys."""
    answers = data.get("answers")
    for item, answer in answers.items() if isinstance(answers, dict) else ():
        try:
            msgspec.convert(answer, Answer)
        except msgspec.ValidationError as error:
            return f"the answer to {item[:80]!r}: {error}"
    return ""


def write_answers(path: Path | str, answers: Answers) -> None:
    """Write ``answers`` to ``path`` in one step: a crash leaves the old file or the new one."""
    path = Path(path)
    part = path.with_name(path.name + ".part")
    part.write_bytes(msgspec.json.format(msgspec.json.encode(answers), indent=1) + b"\n")
    os.replace(part, path)

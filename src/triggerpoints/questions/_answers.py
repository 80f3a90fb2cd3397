"""The answers file: what a student answered, never a score, never code."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Literal, NoReturn

import msgspec
from msgspec import Struct

from triggerpoints._records import ContentError
from triggerpoints.questions._plain import HALF_CHARACTER, encodable, unsafe, whole_number
from triggerpoints.questions.types._base import ResponseError

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
    """The answers of one student to one assignment, by item id.

    ``unreadable`` is not in the file: it says what is wrong with each entry that is no answer, as a
    phrase by item id. Such an entry costs its own item and no other.
    """

    format: Literal["triggerpoints-answers"] = FORMAT
    version: Literal[1] = 1
    assignment: str
    answers: dict[str, Answer] = {}
    unreadable: dict[str, str] = {}

    def response(self, item_id: str) -> Any:
        """Return the response to an item, None where there is none.

        Raises ResponseError, one phrase, where the file has an entry that is no answer.
        """
        if fault := self.unreadable.get(item_id):
            raise ResponseError(f"item {item_id!r}: {fault}")
        answer = self.answers.get(item_id)
        return answer.response if answer else None


def read_answers(path: Path | str, assignment: str | None = None) -> Answers:
    """Return the answers in ``path``; with ``assignment``, they must be for it.

    Raises AnswersError for a missing, unreadable, broken, oversized or foreign file. A single entry
    of the wrong shape is no reason for that: it is in ``unreadable``.
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
        # Not msgspec: it refuses the whole file for half a character in one text.
        data = json.loads(raw, parse_int=whole_number, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise AnswersError(
            f"{path}: not a whole answers file (it breaks off or was edited at line {error.lineno}); "
            "ask the student to save it again."
        ) from None
    except (ValueError, RecursionError) as error:
        raise AnswersError(
            f"{path}: not a whole answers file ({error}); ask the student to save it again."
        ) from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise AnswersError(f"{path}: not an answers file of this course; ask the student for answers.json.")
    if data.get("version") != 1:
        version = str(data.get("version"))[:20] if unsafe(data.get("version")) == "" else "?"
        raise AnswersError(f"{path}: version {version}, and this program reads version 1; update it.")
    entries: Any = data.get("answers", {})
    named: Any = data.get("assignment")
    for field, value, kind in (("answers", entries, dict), ("assignment", named, str)):
        if not isinstance(value, kind):
            raise AnswersError(
                f"{path}: {field!r} must be {_WORDS[kind]}, not {_word(value)}; "
                "ask the student to save it again."
            )
    if assignment is not None and named != assignment:
        raise AnswersError(
            f"{path}: answers to {named[:80]!r}, not to {assignment!r}; ask for the right file."
        )
    good, bad = split_entries(entries)
    return Answers(assignment=named, answers=good, unreadable=bad)


def split_entries(entries: Mapping[str, Any]) -> tuple[dict[str, Answer], dict[str, str]]:
    """Return the entries that are answers, and what is wrong with each other one, by item id."""
    good, bad = {}, {}
    for item, entry in entries.items():
        if fault := HALF_CHARACTER if not encodable(item) else _fault(entry):
            bad[item] = fault
            continue
        try:
            good[item] = msgspec.convert(entry, Answer)
        except msgspec.ValidationError:
            bad[item] = "the answer does not have the form that this course writes"
    return good, bad


def _fault(entry: Any) -> str:
    """Return what is wrong with an entry of the file: msgspec's own errors are for programmers."""
    if not isinstance(entry, dict):
        return f"the answer must be {_WORDS[dict]} with a response, not {_word(entry)}"
    confidence, when = entry.get("confidence"), entry.get("answered_at")
    if confidence is not None:
        if isinstance(confidence, bool) or not isinstance(confidence, int | float):
            return f"its confidence must be a number from 0 to 1, not {_word(confidence)}"
        if not 0 <= confidence <= 1:
            return "its confidence must be a number from 0 to 1, not one outside that"
    if when is not None and not isinstance(when, str):
        return f"its time (answered_at) must be text, not {_word(when)}"
    return unsafe(entry)


_WORDS = {
    dict: "a record",
    list: "a list",
    str: "text",
    bool: "yes or no",
    int: "a number",
    float: "a number",
    type(None): "nothing",
}


def _word(value: Any) -> str:
    return _WORDS[type(value)]


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number in JSON")


def write_answers(path: Path | str, answers: Answers) -> None:
    """Write ``answers`` to ``path`` in one step: a crash leaves the old file or the new one."""
    path = Path(path)
    part = path.with_name(path.name + ".part")
    data = msgspec.to_builtins(answers)
    del data["unreadable"]
    part.write_bytes(msgspec.json.format(msgspec.json.encode(data), indent=1) + b"\n")
    os.replace(part, path)

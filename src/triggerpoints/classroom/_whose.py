"""Whose file is it? From its name, its folders or a pattern."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from datetime import datetime
from pathlib import PurePosixPath
from typing import NamedTuple

from triggerpoints._records import ContentError

_SEPARATED = re.compile(r"(\d{4})\D?(\d\d)\D?(\d\d)(?:\D?(\d\d)\D?(\d\d)(?:\D?(\d\d))?)?")


class Owner(NamedTuple):
    """A student id as found, and the time of handing in where the name says it (UTC)."""

    student: str
    when: datetime | None


def compile_pattern(text: str | None) -> re.Pattern[str] | None:
    """Return the pattern; raise ContentError when it does not name the student."""
    if text is None:
        return None
    try:
        pattern = re.compile(text)
    except re.error as error:
        raise ContentError(f"--pattern {text!r}: not a regular expression ({error}).") from None
    if "student_id" not in pattern.groupindex:
        raise ContentError(
            f"--pattern {text!r}: lacks a named group; write (?P<student_id>…) where the id stands."
        )
    return pattern


def owner(path: PurePosixPath, known: Collection[str], pattern: re.Pattern[str] | None) -> Owner | None:
    """Return whose file ``path`` is; None when no known student is named.

    With a ``pattern``, what it says: it is searched in the whole path, and may have a group
    ``timestamp``. Without one, the file's own name, else the innermost folder with a student's id.
    """
    if pattern:
        match = pattern.search(str(path))
        if not match:
            return None
        named = match.groupdict()
        found = _known(named["student_id"] or "", known)
        return Owner(found, _when(named.get("timestamp"))) if found else None
    for name in _names(path):
        if found := _known(name, known):
            return Owner(found, None)
    return None


def _names(path: PurePosixPath) -> Iterable[str]:
    yield path.name
    yield path.stem
    yield from (part.name for part in path.parents)


def _known(name: str, known: Collection[str]) -> str:
    if name in known:
        return name
    alike = [student for student in known if _folded(student) == _folded(name)]
    return alike[0] if len(alike) == 1 else ""


def _folded(name: str) -> str:
    # macOS takes letters with accents apart when it stores a file name.
    return unicodedata.normalize("NFC", name).casefold()


def _when(text: str | None) -> datetime | None:
    match = _SEPARATED.search(text or "")
    if not match:
        return None
    try:
        year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
        return datetime(year, month, day, hour, minute, second)
    except ValueError:
        return None

"""Whose file is it? From its name, its folders or a pattern."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import PurePosixPath
from typing import NamedTuple

from triggerpoints._records import ContentError
from triggerpoints.classroom._moodle import MoodlePart, Person, moodle_part, people_called

_SEPARATED = re.compile(
    r"(\d{4})\D?(\d\d)\D?(\d\d)"
    r"(?:\D?(\d\d)\D?(\d\d)(?:[^\d+]?(\d\d)(?:\.\d+)?)?( ?(?:Z|UTC|GMT)|[+-]\d\d:?\d\d)?)?"
)


UNKNOWN = "names no student of this course"


class Owner(NamedTuple):
    """Whose a file is.

    ``place`` is the part of its path that says so: what is inside it, the student made. ``when`` is
    the time of handing in where the name says it (UTC). ``moodle`` is the number that Moodle put
    behind the name where that name decided, else empty.
    """

    student: str
    place: PurePosixPath
    when: datetime | None = None
    moodle: str | None = None


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


def owner(path: PurePosixPath, roster: Mapping[str, Person], pattern: re.Pattern[str] | None) -> Owner | str:
    """Return whose file ``path`` is, or a phrase that says why nobody can tell.

    With a ``pattern``, what it says: it is searched in the whole path, and may have a group
    ``timestamp``, in the time of this computer unless a zone stands behind it. Without one, the
    student that the file's own name or one of its folders names, as
    an id or in Moodle's form. Nothing is guessed: names that contradict each other name nobody.
    """
    if pattern:
        match = pattern.search(str(path))
        named = match.groupdict() if match else {}
        found = _known(named.get("student_id") or "", roster)
        if not match or not found:
            return UNKNOWN
        return Owner(found, _reaching(path, match.end("student_id")), _when(named.get("timestamp")))
    part = moodle_part(path)
    places: dict[str, PurePosixPath] = {}
    for place in reversed((path, *path.parents)):
        if found := _known(place.name, roster) or _known(place.stem, roster):
            places.setdefault(found, place)
    if part is None:
        return _only(places)
    if found := _known(part.file, roster) or _known(PurePosixPath(part.file).stem, roster):
        places.setdefault(found, part.place)
    return _in_moodle(part, places, roster)


def _reaching(path: PurePosixPath, end: int) -> PurePosixPath:
    """Return the shortest front part of ``path`` that has the character before ``end``."""
    return next(place for place in reversed((path, *path.parents[:-1])) if len(str(place)) >= end)


def _only(places: Mapping[str, PurePosixPath]) -> Owner | str:
    if len(places) > 1:
        return f"names two students ({' and '.join(list(places)[:2])}); keep the one that is right"
    for student, place in places.items():
        return Owner(student, place)
    return UNKNOWN


def _in_moodle(
    part: MoodlePart, places: Mapping[str, PurePosixPath], roster: Mapping[str, Person]
) -> Owner | str:
    called = people_called(part.name, roster)
    if not called:
        found = _only(places)
        if found == UNKNOWN:
            return f"nobody on the class list is called {part.name!r}; put the student's id in its place"
        return found if isinstance(found, str) else Owner(found.student, part.place, moodle="")
    said = [student for student in places if student in called]
    if len(places) > len(said):
        other = next(student for student in places if student not in called)
        return f"is from {part.name!r} in Moodle, and named for {other!r}; ask whose it is"
    if len(called) > 1 and len(said) != 1:
        ids = ", ".join(called[:5])
        return f"{part.name!r} can be {ids}; put the right id in its place"
    return Owner(said[0] if said else called[0], part.place, moodle=part.number)


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
    *parts, zone = match.groups()
    year, month, day, hour, minute, second = (int(part or 0) for part in parts)
    try:
        local = datetime(year, month, day, hour, minute, second)
        return (local.replace(tzinfo=_zone(zone)) if zone else local).astimezone(UTC).replace(tzinfo=None)
    except (ValueError, OverflowError):
        return None


def _zone(text: str) -> tzinfo:
    if text[0] not in "+-":
        return UTC
    away = timedelta(hours=int(text[1:3]), minutes=int(text[-2:]))
    return timezone(-away if text[0] == "-" else away)

"""Moodle's names for what it lets teachers download, and who on the class list is meant.

"Download all submissions" gives a folder ``Full Name_12345_assignsubmission_file`` a student (older
versions end it with an underscore), or, without folders, a file with that in front of its own name.
Underscores in the name have become spaces and some characters are gone. The number is made for one
assignment: nothing on a class list has it. (Moodle: ``mod/assign/classes/downloader.php``.)
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from msgspec import Struct

from triggerpoints.classroom._names import full_name

_NAME = re.compile(r"(?P<name>[^_]+)(?:_(?P<number>\d+))?_assignsubmission_[a-z]+(?:_(?P<file>.*))?")
# What Moodle's clean_filename takes out of names, and the comma of "Last, First".
_GONE = re.compile(r"[&<>\"`|':\\/,\x00-\x1f\x7f]|\.\.+")


class Person(Struct, frozen=True):
    """A student as the class list has them; fields may be empty."""

    first: str = ""
    last: str = ""
    email: str = ""


class MoodlePart(Struct, frozen=True):
    """The part of a path that Moodle named: where it is, whom it names, and the file's own name."""

    place: PurePosixPath
    name: str
    number: str
    file: str


def moodle_part(path: PurePosixPath) -> MoodlePart | None:
    """Return the outermost part of ``path`` in Moodle's form; None when there is none."""
    for place in reversed((path, *path.parents)):
        if match := _NAME.fullmatch(place.name):
            return MoodlePart(place, match["name"], match["number"] or "", match["file"] or "")
    return None


def people_called(name: str, roster: Mapping[str, Person]) -> list[str]:
    """Return the ids of all students whom ``name``, as Moodle writes it, can mean."""
    wanted = _folded(name)
    return [student for student, person in roster.items() if wanted in _forms(student, person)]


def _forms(student: str, person: Person) -> Iterator[str]:
    """Yield the id, the address, and the full name in both orders, also with the id in front."""
    yield _folded(student)
    if person.email:
        yield _folded(person.email)
    if person.first or person.last:
        for name in (full_name(person.first, person.last), f"{person.last} {person.first}"):
            yield _folded(name)
            yield _folded(f"{student} {name}")


def _folded(name: str) -> str:
    text = _GONE.sub("", unicodedata.normalize("NFC", name).replace("_", " "))
    return " ".join(text.casefold().split())

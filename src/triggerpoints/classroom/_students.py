"""The class list: nbgrader's csv (id, first_name, last_name, email), as spreadsheets really save it."""

import csv
import io
import re
from pathlib import Path
from typing import Any

from msgspec import Struct

from triggerpoints._records import ContentError
from triggerpoints.classroom._course import STUDENT_ID

FIELDS = ("id", "first_name", "last_name", "email")
# Headings as Moodle and German and French spreadsheets have them.
SAME = {
    "id": ("student_id", "id_number", "matrikelnummer", "numéro"),
    "first_name": ("firstname", "given_name", "vorname", "prénom", "prenom"),
    "last_name": ("lastname", "surname", "family_name", "nachname", "familienname", "nom"),
    "email": ("e-mail", "mail", "email_address", "e-mail-adresse", "courriel", "adresse_e-mail"),
}
_MEANT = {name: field for field, names in SAME.items() for name in (field, *names)}


class ClassList(Struct, kw_only=True):
    """The students by id, each with first name, last name and e-mail where given.

    ``unknown`` are the headings of columns that were left out.
    """

    people: dict[str, dict[str, str]]
    unknown: list[str]


def read_students(path: Path) -> ClassList:
    """Return the students in ``path``.

    Reads UTF-8 with or without a byte order mark; commas, semicolons or tabs; columns in any
    order. Raises ContentError naming the line.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError:
        raise ContentError(f"{path}: cannot be read; give the path of the class list.") from None
    except UnicodeDecodeError:
        raise ContentError(f"{path}: not UTF-8 text; save the spreadsheet as 'CSV UTF-8'.") from None
    first = text.partition("\n")[0]
    said = re.fullmatch(r"\s*sep=(.)\s*", first, re.IGNORECASE)  # Excel's word for the delimiter
    delimiter = said[1] if said else max(",;\t", key=first.count)
    # Strict: a quote that is never closed would join all later students into one.
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        if said:
            next(rows)
        return _records(path, rows)
    except csv.Error as error:
        raise ContentError(f"{path}: line {rows.line_num}: {error}; check the quotes there.") from None


def _records(path: Path, rows: Any) -> ClassList:
    given = [name.strip() for name in next(rows, [])]
    header = [_MEANT.get(name.lower().replace(" ", "_"), "") for name in given]
    for place, name in enumerate(header):
        if name in header[:place]:
            header[place] = ""
    if "id" not in header:
        raise ContentError(
            f"{path}: line {max(rows.line_num, 1)} has no column 'id'; the columns are {', '.join(FIELDS)}."
        )
    students: dict[str, dict[str, str]] = {}
    folded: dict[str, str] = {}
    for row in rows:
        line = f"{path}: line {rows.line_num}"
        if not any(cell.strip() for cell in row):
            continue
        if len(row) > len(header):
            raise ContentError(f"{line} has {len(row)} fields, the header {len(header)}; check the quotes.")
        record = {name: cell.strip() for name, cell in zip(header, row, strict=False) if name}
        student = record.pop("id", "")
        if not STUDENT_ID.fullmatch(student):
            raise ContentError(
                f"{line}: {student!r} cannot be a student id; use at most 60 letters, digits, - _ . or @."
            )
        if student in students:
            raise ContentError(f"{line}: student {student!r} is there twice; remove one line.")
        if alike := folded.get(student.casefold()):
            raise ContentError(
                f"{line}: students {alike!r} and {student!r} would share a folder on Windows and macOS; "
                "change one id."
            )
        folded[student.casefold()] = student
        students[student] = record
    unknown = [name for name, field in zip(given, header, strict=True) if name and not field]
    return ClassList(people=students, unknown=unknown)

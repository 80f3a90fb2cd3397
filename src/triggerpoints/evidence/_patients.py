"""The people of one trial: acupuncture or usual care for chronic headache (Vickers 2004)."""

import csv
from pathlib import Path

import msgspec
from msgspec import Struct

from triggerpoints._records import ContentError


class Patient(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One person of the trial, by a number that names nobody.

    ``acupuncture`` says in which group; ``start`` and ``end`` are the headache score before and 12
    months after (higher is worse), ``end`` None where it is missing; ``age`` and ``years`` (with
    headache) in years.
    """

    number: int
    acupuncture: bool
    age: int
    female: bool
    migraine: bool
    years: float
    start: float
    end: float | None


def read_patients(path: Path) -> tuple[Patient, ...]:
    """Return the rows of the CSV file at ``path``, whose columns are the fields of :class:`Patient`.

    Raises ContentError naming the file and the line when a value has the wrong form.
    """
    found = []
    with path.open(encoding="utf-8", newline="") as file:
        for row in (rows := csv.DictReader(file)):
            try:
                values = {name: None if value == "" else value for name, value in row.items()}
                found.append(msgspec.convert(values, Patient, strict=False))
            except msgspec.ValidationError as error:
                raise ContentError(f"{path}: line {rows.line_num}: {error}; correct that value.") from None
    return tuple(found)

"""The people of one trial, acupuncture for chronic headache (Vickers 2004), and what it printed of them."""

import csv
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from triggerpoints._records import ContentError, Slug
from triggerpoints.evidence._fields import Key
from triggerpoints.evidence._published import Printed

When = Literal["middle", "end"]


class Patient(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One person of the trial, by a number that names nobody.

    ``acupuncture`` says in which group; ``age`` and ``years`` (with headache) are in years; ``site``
    is the number of the acupuncturist, 1 to 12. ``start``, ``middle`` and ``end`` are the weekly
    headache score before, after 3 months and after 12 (higher is worse), None where it is missing.
    """

    number: int
    acupuncture: bool
    age: Annotated[int, Meta(ge=0)]
    female: bool
    migraine: bool
    years: Annotated[float, Meta(ge=0)]
    site: Annotated[int, Meta(ge=1)]
    start: Annotated[float, Meta(ge=0)]
    middle: Annotated[float, Meta(ge=0)] | None
    end: Annotated[float, Meta(ge=0)] | None


class PrintedGroup(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The people of one group who have a score both after a year and ``when``, as printed."""

    acupuncture: bool
    when: When
    n: Annotated[int, Meta(ge=1)]
    mean: float
    sd: Annotated[float, Meta(gt=0)]


class PrintedDifference(Printed, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An adjusted difference that was printed: usual care minus acupuncture; above 0 favours acupuncture."""

    when: When
    p: Annotated[float, Meta(ge=0, le=1)]


class PatientTrial(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The trial whose people are public: what it asked, where they come from, and what was printed.

    ``release`` says who made the figures public and on what terms, ``coding`` how we know what the
    columns mean, ``score`` what the headache score is.
    """

    id: Slug
    cite: tuple[Key, ...]
    title: str
    question: str
    neighbour: str
    numbers_from: str
    release: str
    coding: str
    score: str
    digits: Annotated[int, Meta(ge=0, le=4, description="of the printed means and SDs")]
    groups: tuple[PrintedGroup, ...]
    differences: tuple[PrintedDifference, ...]
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse two figures for one group or one time."""
        for kind, figures in (
            ("groups", [(group.acupuncture, group.when) for group in self.groups]),
            ("differences", [difference.when for difference in self.differences]),
        ):
            if len(set(figures)) < len(figures):
                raise ValueError(f"two of {kind} are for the same people and time; remove one")

    def difference(self, when: When) -> PrintedDifference:
        """Return the printed difference at one time. Raises KeyError where none was printed."""
        return {difference.when: difference for difference in self.differences}[when]


def read_patients(path: Path) -> tuple[Patient, ...]:
    """Return the rows of the CSV file at ``path``, whose columns are the fields of :class:`Patient`.

    Raises ContentError naming the file and the line when there is no such file, a value has the
    wrong form or a number is there twice.
    """
    found: dict[int, Patient] = {}
    try:
        file = path.open(encoding="utf-8", newline="")
    except FileNotFoundError:
        raise ContentError(f"{path}: there is no such file.") from None
    with file:
        for row in (rows := csv.DictReader(file, restkey="more than the columns")):
            try:
                values = {name: None if value == "" else value for name, value in row.items()}
                patient = msgspec.convert(values, Patient, strict=False)
            except msgspec.ValidationError as error:
                raise ContentError(f"{path}: line {rows.line_num}: {error}; correct that value.") from None
            if patient.number in found:
                raise ContentError(
                    f"{path}: line {rows.line_num}: {patient.number} is there twice; remove one."
                )
            found[patient.number] = patient
    return tuple(found.values())

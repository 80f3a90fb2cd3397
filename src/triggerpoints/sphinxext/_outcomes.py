"""Outcomes of the course and the weeks of its plan as records."""

from pathlib import Path
from typing import Annotated, Literal, get_args

from msgspec import Meta

from triggerpoints._faults import each_once
from triggerpoints._records import Record, Slug, read_toml

Area = Literal["assessment", "ethics", "benefits", "guidelines", "pathology", "kinesiology", "anatomy"]
Hours = Literal["foundation", "anatomy", "palpation", "technique", "cases", "assessment"]

# The seven areas of the MBLEx with their share of its 100 questions, in percent, as two guides to the
# examination print them (named on the page). They sum to 100.
AREAS: dict[Area, tuple[str, int]] = {
    "assessment": ("Client assessment and treatment planning", 17),
    "ethics": ("Ethics, boundaries and laws", 16),
    "benefits": ("Benefits and effects of techniques", 15),
    "guidelines": ("Guidelines for professional practice", 15),
    "pathology": ("Pathology and contraindications", 14),
    "kinesiology": ("Kinesiology", 12),
    "anatomy": ("Anatomy and physiology", 11),
}
KINDS: dict[Hours, str] = {
    "foundation": "Ideas, evidence, safety",
    "anatomy": "Regional anatomy and maps",
    "palpation": "Palpation",
    "technique": "Technique",
    "cases": "Cases and supervised practice",
    "assessment": "Assessment",
}


class Outcome(Record, frozen=True, kw_only=True):
    """Something a student can do: ``chapters`` teach it, their questions ask it, ``stations`` show it."""

    id: Slug
    text: Annotated[str, Meta(min_length=20)]
    chapters: Annotated[tuple[str, ...], Meta(min_length=1)]
    stations: tuple[str, ...] = ()
    areas: Annotated[tuple[Area, ...], Meta(min_length=1)]


class Week(Record, frozen=True, kw_only=True):
    """A week of the plan: hours of each kind, what is read before it, and what is done in class."""

    hours: Annotated[dict[Hours, Annotated[int, Meta(ge=1, le=10)]], Meta(min_length=1)]
    pages: Annotated[tuple[str, ...], Meta(min_length=1)]
    task: str

    @property
    def total(self) -> int:
        """The hours of the week."""
        return sum(self.hours.values())


class Plan(Record, frozen=True, kw_only=True):
    """The outcomes and the weeks, in order."""

    outcome: tuple[Outcome, ...]
    week: tuple[Week, ...]

    def __post_init__(self) -> None:
        """Refuse an outcome that is there twice, and an area that no outcome serves."""
        each_once("outcome", [outcome.id for outcome in self.outcome])
        served = {area for outcome in self.outcome for area in outcome.areas}
        for area in get_args(Area):
            if area not in served:
                raise ValueError(f"no outcome serves the area {area!r}; name it in the areas of one")

    def hours_of(self, kind: Hours) -> int:
        """Return the hours of one kind in all weeks."""
        return sum(week.hours.get(kind, 0) for week in self.week)


def read_plan(path: Path) -> Plan:
    """Return the plan in the TOML file at ``path``; raise ContentError, one sentence, at a fault."""
    return read_toml(path, Plan)

"""Practical stations as records: what a student is asked, the steps that are marked, and what fails them."""

from pathlib import Path
from typing import Annotated

from msgspec import Meta

from triggerpoints._faults import each_once
from triggerpoints._records import Record, Slug, read_toml

MARKS = (0, 1, 2)
"""What a step can earn: not done, done in part or when reminded, done."""
STEPS = (6, 14)  # fewer tell little of a skill, more cannot be watched and marked in ten minutes


class Station(Record, frozen=True, kw_only=True):
    """A station: ``task`` is read to the student, ``steps`` are marked, an ``unsafe`` act fails it at once.

    ``partner`` is the card of the person who plays the client, ``needs`` what stands ready. Raises
    ValueError when there are too few or too many steps, or when no act is unsafe.
    """

    id: Slug
    title: str
    minutes: Annotated[int, Meta(ge=3, le=20)]
    task: str
    needs: str
    partner: tuple[str, ...] = ()
    steps: tuple[str, ...]
    unsafe: tuple[str, ...]
    cite: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a station that cannot be marked, or that nothing can fail."""
        low, high = STEPS
        if not low <= len(self.steps) <= high:
            raise ValueError(f"station {self.id!r} has {len(self.steps)} steps; give {low} to {high}")
        if not self.unsafe:
            raise ValueError(f"no act fails station {self.id!r}; say what is unsafe there")

    @property
    def points(self) -> int:
        """The most that the steps can earn."""
        return MARKS[-1] * len(self.steps)


class Stations(Record, frozen=True, kw_only=True):
    """The stations of a practical examination; ``pass_percent`` of the points passes one."""

    pass_percent: Annotated[int, Meta(ge=50, le=100)]
    station: tuple[Station, ...]

    def __post_init__(self) -> None:
        """Refuse two stations with one id."""
        each_once("station", [station.id for station in self.station])

    def needed(self, station: Station) -> int:
        """Return the points that pass ``station``."""
        return -(-station.points * self.pass_percent // 100)


def read_stations(path: Path) -> Stations:
    """Return the stations in the TOML file at ``path``; raise ContentError, one sentence, at a fault."""
    return read_toml(path, Stations)

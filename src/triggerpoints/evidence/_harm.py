"""How often a treatment did harm, where somebody counted, and what was reported where nobody could."""

import math
from typing import Annotated, Literal

from msgspec import Meta, Struct

from triggerpoints._numbers import decimals
from triggerpoints._records import Slug
from triggerpoints.evidence._fields import Interval, Key

ROUNDING = 0.5  # of the last printed digit
Unit = Literal["treatments", "appointments", "people", "consultations"]
Count = Annotated[int, Meta(ge=0)]


class Harm(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``events`` among ``of`` treatments, appointments or people, or the ``percent`` that was printed.

    ``grade`` is how bad the events were, ``during`` how long they were looked for, ``counting`` who
    counted and what that can miss. ``interval`` is the one that was printed, in percent; with
    ``studies`` it is pooled over so many. ``of`` is None where it was not printed or where studies were
    pooled: no exact interval can be given then. ``control`` says what the people of this row got when
    they are the comparison of a trial, and so not a harm of the treatment.
    """

    id: Slug
    cite: Key
    modality: Slug
    control: str = ""
    event: str
    grade: Literal["mild", "serious", "any"]
    of: Annotated[int, Meta(ge=1)] | None = None
    unit: Unit
    events: Count | None = None
    percent: Annotated[float, Meta(ge=0, le=100)] | None = None
    interval: Interval | None = None
    studies: Annotated[int, Meta(ge=1)] | None = None
    during: str = ""
    counting: str
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse a row without a figure, and a percentage that no whole count gives."""
        if self.events is None and self.percent is None and self.interval is None:
            raise ValueError("give events, or percent, or the interval that was printed")
        if self.studies is not None and self.interval is None:
            raise ValueError("studies were pooled, so that there is an interval; give it")
        if self.of is None:
            return
        if self.events is not None and self.events > self.of:
            raise ValueError(f"{self.events} events among {self.of} {self.unit}; correct one of them")
        if self.percent is not None:
            count = self.events if self.events is not None else round(self.percent * self.of / 100)
            digits = decimals(self.percent)
            if abs(100 * count / self.of - self.percent) > ROUNDING * 10.0**-digits + 1e-9:
                raise ValueError(
                    f"{count} of {self.of} is {100 * count / self.of:.{digits + 2}f} %, "
                    f"not {self.percent} %; correct one of them"
                )

    @property
    def count(self) -> int | None:
        """The events: printed, or the one whole number that gives the printed percentage.

        None where nothing or more than one number does: 16 % of 20,464 can be 205 different counts.
        """
        if self.events is not None:
            return self.events
        if self.of is None or self.percent is None:
            return None
        reach = ROUNDING * 10.0 ** -decimals(self.percent)
        least = math.ceil((self.percent - reach) * self.of / 100 - 1e-9)
        most = math.floor((self.percent + reach) * self.of / 100 + 1e-9)
        return least if least == most else None


class CaseReports(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Harms that somebody wrote down, without knowing among how many treatments.

    They tell what can happen, never how often: no rate follows from them. ``reports`` is the number of
    publications, ``events`` of harms in them, ``kinds`` what was reported, ``who`` who had treated.
    """

    id: Slug
    cite: Key
    modality: Slug
    reports: Annotated[int, Meta(ge=1)]
    events: Annotated[int, Meta(ge=1)] | None = None
    years: str = ""
    kinds: Annotated[tuple[str, ...], Meta(min_length=1)]
    who: str
    note: str = ""

"""How often a treatment did harm, where somebody counted."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from triggerpoints.evidence._fields import Interval, Key, Slug

ROUNDING = 0.5  # of the last printed digit


class Harm(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``events`` among ``of`` treatments, appointments or people, or the ``percent`` that was printed.

    ``grade`` is how bad the events were, ``during`` how long they were looked for, ``counting`` who
    counted and what that can miss. ``interval`` is the one that was printed, in percent.
    """

    id: Slug
    cite: Key
    modality: Slug
    event: str
    grade: Literal["mild", "serious", "any"]
    of: Annotated[int, Meta(ge=1)]
    unit: Literal["treatments", "appointments", "people", "consultations"]
    events: Annotated[int, Meta(ge=0)] | None = None
    percent: Annotated[float, Meta(ge=0, le=100)] | None = None
    interval: Interval | None = None
    during: str = ""
    counting: str
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse a row without a count, and a percentage that does not follow from its count."""
        if self.events is None and self.percent is None:
            raise ValueError("give events, or percent, or both")
        if self.events is None:
            return
        if self.events > self.of:
            raise ValueError(f"{self.events} events among {self.of} {self.unit}; correct one of them")
        if self.percent is not None:
            digits = len(str(self.percent).partition(".")[2].rstrip("0"))
            if abs(100 * self.events / self.of - self.percent) > ROUNDING * 10**-digits + 1e-9:
                raise ValueError(
                    f"{self.events} of {self.of} is {100 * self.events / self.of:.2f} %, "
                    f"not {self.percent} %; correct one of them"
                )

    @property
    def count(self) -> int:
        """The events: printed, or the whole number nearest to the printed percentage."""
        if self.events is not None:
            return self.events
        assert self.percent is not None
        return round(self.percent * self.of / 100)

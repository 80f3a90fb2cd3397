"""How far two examiners agree: Cohen's kappa of two lists of answers, and what was published."""

from collections.abc import Sequence
from typing import Annotated, Literal

from msgspec import Meta, Struct

from triggerpoints.evidence._fields import Key

Statistic = Literal["kappa", "weighted kappa", "PABAK", "percent agreement", "positive agreement"]
ENDS = {  # of each statistic's scale
    "kappa": (-1.0, 1.0),
    "weighted kappa": (-1.0, 1.0),
    "PABAK": (-1.0, 1.0),
    "percent agreement": (0.0, 100.0),
    "positive agreement": (0.0, 1.0),
}


class Agreement(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Published agreement between examiners on one sign.

    ``statistic`` says what the figures are; PABAK is kappa adjusted for how common the sign is, and
    cannot stand beside a plain kappa. ``low`` and ``high`` are what ``spread`` says: one ``value`` (then
    they are equal), the ``range`` of several, or the 95 % ``interval`` around ``estimate``. ``cite`` is a
    key of the references, ``study`` names it in a few words, ``raters`` says who examined, ``people`` how
    many were examined and ``place`` where.
    """

    cite: Key
    study: str
    sign: str
    raters: str
    people: Annotated[int, Meta(ge=1)] | None = None
    place: str = ""
    statistic: Statistic = "kappa"
    spread: Literal["value", "range", "interval"]
    low: float
    high: float
    estimate: float | None = None
    note: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError for figures off the scale, and for a spread that the figures do not have."""
        if self.low > self.high:
            raise ValueError(f"low ({self.low}) is above high ({self.high}) for {self.sign!r}; swap them")
        least, most = ENDS[self.statistic]
        if self.low < least or self.high > most:
            raise ValueError(
                f"{self.statistic} for {self.sign!r} lies between {least:g} and {most:g}, "
                f"not {self.low:g} to {self.high:g}; correct it"
            )
        if (self.spread == "value") != (self.low == self.high):
            raise ValueError(
                f"{self.low:g} to {self.high:g} for {self.sign!r} is no {self.spread}; correct spread"
            )
        if (self.spread == "interval") != (self.estimate is not None):
            raise ValueError(f'an estimate for {self.sign!r} goes with spread = "interval", and only with it')
        if self.estimate is not None and not self.low <= self.estimate <= self.high:
            raise ValueError(
                f"the interval {self.low:g} to {self.high:g} for {self.sign!r} does not contain "
                f"its estimate {self.estimate:g}; correct a figure"
            )


def kappa(first: Sequence[bool], second: Sequence[bool]) -> float:
    """Return Cohen's kappa of two examiners' answers to the same things, -1 to 1.

    It is (agreed - luck) / (1 - luck), where ``luck`` is :func:`agreed_by_luck`; 0.0 where luck
    leaves nothing to agree on. Raises ValueError for lists that are empty or of unequal length.
    """
    luck = agreed_by_luck(first, second)
    agreed = sum(a == b for a, b in zip(first, second, strict=True)) / len(first)
    return (agreed - luck) / (1 - luck) if luck < 1 else 0.0


def agreed_by_luck(first: Sequence[bool], second: Sequence[bool]) -> float:
    """Return the share (0 to 1) of agreement to expect if both said yes at random, as often as they did."""
    if not first or len(first) != len(second):
        raise ValueError(f"the two lists need one answer each, and they have {len(first)} and {len(second)}")
    yes, also = sum(first) / len(first), sum(second) / len(second)
    return yes * also + (1 - yes) * (1 - also)

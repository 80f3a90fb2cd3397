"""How far two examiners agree: Cohen's kappa of two lists of answers, and the kappas that were published."""

from collections.abc import Sequence
from typing import Annotated

from msgspec import Meta, Struct

from triggerpoints.evidence._fields import Key

Kappa = Annotated[float, Meta(ge=-1, le=1)]


class Agreement(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A published kappa, or the range of several, for one sign; ``low`` and ``high`` are equal for one value.

    ``cite`` is a key of the references, ``study`` names it in a few words, ``raters`` says who
    examined.
    """

    cite: Key
    study: str
    sign: str
    raters: str
    low: Kappa
    high: Kappa

    def __post_init__(self) -> None:
        """Raise ValueError when the range runs backwards."""
        if self.low > self.high:
            raise ValueError(f"low ({self.low}) is above high ({self.high}) for {self.sign!r}; swap them")


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

"""A figure that somebody printed, and whether ours agrees with it to the printed digits."""

from math import exp
from typing import Annotated, Literal

from msgspec import Meta, Struct

from triggerpoints.evidence._fields import Interval, Key, Seen

PARTS = ("estimate", "low", "high")
RATIOS = frozenset({"RR", "OR"})
ENOUGH = 2  # of the three parts; one alone may agree by luck
Standing = Literal[
    "reproduced",
    "reproduced in part",
    "not reproduced",
    "agrees with a figure not seen in print",
    "differs from a figure not seen in print",
]


class Printed(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An effect as a paper printed it, to ``digits`` places, and ``where`` it was read.

    ``cite`` names the paper where it is another one than the record's own. ``seen``: whether the
    printed figure was read (``yes``), read on a copy or in part (``partly``), or not (``no``); only
    the first can be called reproduced. ``why_not`` explains what differs when we recompute it.
    """

    effect: Interval
    digits: Annotated[int, Meta(ge=0, le=4)]
    cite: Key | None = None
    seen: Seen
    where: str
    why_not: str = ""


def in_print(effect: Interval, measure: str) -> Interval:
    """Return ``effect`` as papers print it: the ratio where the pool has its log, else unchanged."""
    if measure not in RATIOS:
        return effect
    return Interval(
        estimate=exp(effect.estimate), low=exp(effect.low), high=exp(effect.high), level=effect.level
    )


def matches(printed: Printed, effect: Interval) -> dict[str, bool]:
    """Return for ``estimate``, ``low`` and ``high`` whether ``effect`` rounds to the printed digits.

    ``effect`` has the sign and the scale of the printed figure; see :func:`in_print` for ratios.
    """
    ours, theirs = (
        [round(getattr(interval, part), printed.digits) for part in PARTS]
        for interval in (effect, printed.effect)
    )
    return {part: our == their for part, our, their in zip(PARTS, ours, theirs, strict=True)}


def standing(printed: Printed, effect: Interval) -> Standing:
    """Return in words how ``effect``, recomputed, stands to the printed figure.

    It is reproduced when estimate and both ends agree, in part when two of the three do.
    """
    agree = matches(printed, effect).values()
    if printed.seen != "yes":
        if all(agree):
            return "agrees with a figure not seen in print"
        return "differs from a figure not seen in print"
    if all(agree):
        return "reproduced"
    return "reproduced in part" if sum(agree) >= ENOUGH else "not reproduced"

"""An interval in words."""

from triggerpoints._numbers import number
from triggerpoints.evidence._fields import Interval


def spoken(effect: Interval, digits: int = 2) -> str:
    """Return an interval as it is printed, each end with ``digits`` decimals: ``−0.43 (−0.55 to −0.30)``."""
    estimate, low, high = (number(end, digits) for end in (effect.estimate, effect.low, effect.high))
    return f"{estimate} ({low} to {high})"

"""How often something happens, with what chance leaves open: exact intervals, and the rule of three.

Counts give shares of ``per`` (100: percent; 10 000: per ten thousand). The intervals are
statsmodels' (``statsmodels.stats.proportion``).
"""

import math
from dataclasses import dataclass

from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from triggerpoints.evidence._fields import Interval

FEWEST_FOR_THREE = 30


@dataclass(frozen=True)
class Compared:
    """One group beside another: ``ratio`` of their shares, ``difference`` in ``per`` (first minus second)."""

    ratio: Interval
    difference: Interval


def exact(events: int, of: int, per: float = 100) -> Interval:
    """Return the share of ``events`` among ``of``, times ``per``, with its exact 95 % interval.

    It is Clopper and Pearson's (1934), from the beta distribution, and never covers less than 95 %.
    Raises ValueError unless 0 ≤ events ≤ of and of ≥ 1.
    """
    _check(events, of)
    low, high = proportion_confint(events, of, alpha=0.05, method="beta")
    return Interval(estimate=per * events / of, low=per * float(low), high=per * float(high))


def at_most(events: int, of: int, per: float = 100) -> float:
    """Return the share, times ``per``, that the true one does not exceed with 95 % confidence.

    It is the upper end of Clopper and Pearson's one-sided interval; for no events it is
    1 - 0.05 ** (1 / of), which the rule of three comes near to. Raises ValueError as :func:`exact`.
    """
    _check(events, of)
    return per * float(proportion_confint(events, of, alpha=0.10, method="beta")[1])


def rule_of_three(of: int, per: float = 100) -> float:
    """Return 3 / of, times ``per``: at most so many when none happened in ``of`` (95 % confidence).

    The rule is Hanley's, as Eypasch 1995 gives it, for more than 30; raises ValueError for fewer.
    """
    if of <= FEWEST_FOR_THREE:
        raise ValueError(f"the rule of three is for more than {FEWEST_FOR_THREE}, not {of}; use at_most")
    return per * 3 / of


def needed(one_in: float) -> int:
    """Return how many must pass without an event before less than 1 in ``one_in`` may be said (95 %).

    It is the smallest number whose :func:`at_most` lies below that share; the rule of three gives
    3 * ``one_in``. Raises ValueError unless ``one_in`` is above 1.
    """
    if one_in <= 1:
        raise ValueError(f"one in {one_in:g} is no share below 1; give a number above 1")
    return math.floor(math.log(0.05) / math.log1p(-1 / one_in)) + 1


def compare(events: int, of: int, other_events: int, other_of: int, per: float = 100) -> Compared:
    """Return the ratio and the difference of two shares, each with its 95 % interval.

    The ratio's interval is symmetric on the log scale; the difference's is Newcombe's, made of two
    score intervals. Raises ValueError as :func:`exact`, and where a group has no event, since
    no ratio can then be made.
    """
    _check(events, of)
    _check(other_events, other_of)
    if not events or not other_events:
        raise ValueError("a ratio needs an event in each group; compare their exact intervals instead")
    counts = events, of, other_events, other_of
    first, second = events / of, other_events / other_of
    low, high = confint_proportions_2indep(*counts, compare="ratio", method="log")
    ratio = Interval(estimate=first / second, low=float(low), high=float(high))
    low, high = confint_proportions_2indep(*counts, compare="diff", method="newcomb")
    difference = Interval(estimate=per * (first - second), low=per * float(low), high=per * float(high))
    return Compared(ratio, difference)


def percent(value: float) -> str:
    """Return a share in percent: one decimal from 10 on, two from 1 on, else two significant digits."""
    if value == 0 or value >= 1:
        return f"{value:.{1 if value >= 10 else 2}f}%"
    return f"{value:.{1 - math.floor(math.log10(value))}f}%"


def _check(events: int, of: int) -> None:
    if of < 1 or not 0 <= events <= of:
        raise ValueError(f"{events} events among {of} cannot be; give 0 to {max(of, 1)} events")

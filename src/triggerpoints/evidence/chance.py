"""What chance does to a trial: the same trial, run again and again with other people."""

from math import sqrt
from random import Random
from statistics import fmean, variance

from scipy.stats import t

from triggerpoints.evidence._fields import Interval

FEWEST = 2  # people in a group, for a spread to be computed


def again(
    truth: float, spread: float, people: int, *, trials: int = 40, seed: int = 2026
) -> tuple[Interval, ...]:
    """Return the difference that each of ``trials`` simulated trials would print, with its 95 % interval.

    Each has two groups of ``people``, drawn from normal distributions with the standard deviation
    ``spread`` whose means differ by ``truth``. The interval is Student's, with the variance of both
    groups together. The same ``seed`` gives the same trials. Raises ValueError for groups of fewer
    than two, no trial, or a spread of 0 or less.
    """
    if people < FEWEST or trials < 1 or spread <= 0:
        raise ValueError(
            f"{trials} trials with {people} people a group and a spread of {spread:g} cannot be simulated; "
            f"give at least 1 trial, {FEWEST} people and a spread above 0"
        )
    draw = Random(seed)
    reach = float(t.ppf(0.975, 2 * people - 2))
    return tuple(_trial(draw, truth, spread, people, reach) for _ in range(trials))


def _trial(draw: Random, truth: float, spread: float, people: int, reach: float) -> Interval:
    treated = [draw.gauss(truth, spread) for _ in range(people)]
    compared = [draw.gauss(0, spread) for _ in range(people)]
    found = fmean(treated) - fmean(compared)
    half = reach * sqrt((variance(treated) + variance(compared)) / people)
    return Interval(estimate=found, low=found - half, high=found + half)

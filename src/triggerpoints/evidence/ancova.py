"""The difference between the groups of a trial, adjusted for what the people brought with them.

An analysis of covariance is a linear regression of the score afterwards on the group and on what was
measured before; the coefficient of the group is the adjusted difference. Vickers 2004 analysed its
trial so, with the variables of its randomisation as covariates. The regression is statsmodels' OLS;
the intervals use t with the degrees of freedom that the people leave.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, stdev
from types import MappingProxyType
from typing import Any

import numpy as np
from statsmodels.api import OLS

from triggerpoints.evidence._fields import Interval
from triggerpoints.evidence._patients import Patient, When

FACTORS: tuple[Callable[[Patient], float], ...] = (
    lambda one: one.age,
    lambda one: one.female,
    lambda one: one.migraine,
    lambda one: one.years,
)
WORDS: Mapping[str, str] = MappingProxyType(
    {
        "unadjusted": "nothing",
        "baseline": "the score before",
        "factors": "the score before, age, sex, migraine and years with headache",
        "sites": "the score before, age, sex, migraine, years with headache and the acupuncturist",
    }
)


@dataclass(frozen=True)
class Adjusted:
    """A difference of means, usual care minus acupuncture: above 0 favours acupuncture.

    ``difference`` has a 95 % interval, ``p`` is two-sided (0 to 1), ``people`` how many had a score.
    """

    model: str
    difference: Interval
    p: float
    people: int


@dataclass(frozen=True)
class Summary:
    """The people of one group: how many, and the mean and SD of their score."""

    n: int
    mean: float
    sd: float


def adjusted(patients: Sequence[Patient], model: str = "factors", when: When = "end") -> Adjusted:
    """Return the difference between the groups at ``when``, adjusted as ``model`` says (see ``WORDS``).

    The people with a score after a year are compared, at 3 months too, as the trial did. Raises
    ValueError for an unknown model, or fewer than two people with a score in a group.
    """
    fitted, kept = _fit(patients, model, when)
    low, high = fitted.conf_int()[1]
    interval = Interval(estimate=float(fitted.params[1]), low=float(low), high=float(high))
    return Adjusted(model, interval, float(fitted.pvalues[1]), kept)


def slope(patients: Sequence[Patient], when: When = "end") -> float:
    """Return by how many points the score at ``when`` rises a point of the score before (model ``baseline``).

    Raises ValueError as :func:`adjusted` does.
    """
    fitted, _ = _fit(patients, "baseline", when)
    return float(fitted.params[2])


def summary(patients: Sequence[Patient], acupuncture: bool, when: When = "end") -> Summary:
    """Return how many people of a group have a score after a year and ``when``, and its mean and SD."""
    scores = [float(getattr(one, when)) for one in _with_score(patients, acupuncture, when)]
    return Summary(len(scores), fmean(scores), stdev(scores))


def _with_score(patients: Sequence[Patient], acupuncture: bool, when: When) -> list[Patient]:
    kept = [
        one
        for one in patients
        if one.acupuncture == acupuncture and one.end is not None and getattr(one, when) is not None
    ]
    if len(kept) < 2:
        group = "with" if acupuncture else "without"
        raise ValueError(f"a mean needs two people or more, and {len(kept)} {group} acupuncture have a score")
    return kept


def _fit(patients: Sequence[Patient], model: str, when: When) -> tuple[Any, int]:
    """Return the regression (constant, usual care, score before, …) and of how many people it is."""
    if model not in WORDS:
        raise ValueError(f"there is no model {model!r}; choose from {', '.join(WORDS)}")
    kept = [one for both in (False, True) for one in _with_score(patients, both, when)]
    columns = [[1.0] * len(kept), [float(not one.acupuncture) for one in kept]]
    if model != "unadjusted":
        columns.append([one.start for one in kept])
    if model in ("factors", "sites"):
        columns += [[float(factor(one)) for one in kept] for factor in FACTORS]
    if model == "sites":  # the first site is what the others are compared with
        sites = sorted({one.site for one in kept})
        columns += [[float(one.site == site) for one in kept] for site in sites[1:]]
    return OLS(np.array([getattr(one, when) for one in kept]), np.array(columns).T).fit(), len(kept)

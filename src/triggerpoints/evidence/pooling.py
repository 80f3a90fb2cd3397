"""Pool studies: effects with their variances, the common models, and what each study does to the result.

The statistics are statsmodels' (``statsmodels.stats.meta_analysis``, checked by its authors against
R's metafor); this module truncates, names and arranges them. It needs numpy, so that nothing else
of the evidence imports it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np
from scipy.stats import norm, t
from statsmodels.stats.meta_analysis import combine_effects, effectsize_2proportions, effectsize_smd

from triggerpoints.evidence._dataset import Counts, Dataset, Effect, IntervalKind, Means, Model
from triggerpoints.evidence._fields import Interval
from triggerpoints.evidence._published import Standing, in_print, matches, standing

FEWEST_TO_PREDICT = 3  # studies; the interval has k - 2 degrees of freedom
Z95 = float(norm.ppf(0.975))  # half a normal 95 % interval, in standard errors


@dataclass(frozen=True)
class Study:
    """One study as it enters a pool: its effect (a log for a ratio), the variance, and the people in it."""

    name: str
    effect: float
    variance: float
    people: int | None


@dataclass(frozen=True)
class Pool:
    """What a model makes of studies, on the scale of their effects (the log scale for a ratio).

    ``tau2`` is the variance between studies, 0 or more; ``i2`` the share of the spread that chance
    does not explain, 0 to 100 percent; ``q`` Cochran's Q. ``weights`` add up to 1, in the order of
    the studies. ``predicted`` is the 95 % prediction interval of a new study's effect, None for the
    fixed model and for fewer than three studies.
    """

    model: Model
    kind: IntervalKind
    effect: Interval
    tau2: float
    i2: float
    q: float
    weights: tuple[float, ...]
    predicted: Interval | None


@dataclass(frozen=True)
class Recomputed:
    """A published pool, computed again with the published model.

    ``effect`` is on the scale of print (a ratio is no log). ``agrees`` says of ``estimate``, ``low``
    and ``high`` whether it rounds to the printed digits; ``standing`` says it in words.
    """

    pool: Pool
    effect: Interval
    agrees: dict[str, bool]
    standing: Standing


def studies(dataset: Dataset, outcome: str) -> tuple[Study, ...]:
    """Return the studies of ``outcome`` with their effects, in the order of the file.

    SMD is Hedges' g with its small-sample correction, RR a log risk ratio, MD a raw difference; each
    is treated minus compared. Raises KeyError for an outcome the set does not have.
    """
    return tuple(_study(row, dataset.measure) for row in dataset.rows(outcome))


def pool(found: Sequence[Study], model: Model = "DL", kind: IntervalKind = "normal") -> Pool:
    """Return the pool of two or more studies.

    ``model``: ``fixed`` (one common effect), ``DL`` (DerSimonian and Laird 1986) or ``PM`` (Paule and
    Mandel 1982) for the variance between studies. ``kind``: ``normal``, or ``HK`` for the interval of
    Hartung and Knapp (2001), with t and k - 1 degrees of freedom. The prediction interval is that of
    Higgins, Thompson and Spiegelhalter (2009), with t and k - 2, as Riley 2011 explains it. Raises
    ValueError for fewer than two studies, an unknown model, or a study without a variance above 0.
    """
    if len(found) < 2:
        raise ValueError(f"a pool needs two studies or more, not {len(found)}")
    if model not in get_args(Model) or kind not in get_args(IntervalKind):
        raise ValueError(f"there is no model {model!r} with interval {kind!r}; see the names in pool's text")
    for study in found:
        if not (np.isfinite(study.effect) and np.isfinite(study.variance) and study.variance > 0):
            raise ValueError(f"{study.name!r} has no finite effect with a variance above 0; leave it out")
    effects = np.array([study.effect for study in found])
    variances = np.array([study.variance for study in found])
    # statsmodels warns of roots and quotients that are not used here, where the studies differ too little.
    with np.errstate(divide="ignore", invalid="ignore"):
        first = combine_effects(effects, variances, method_re="pm" if model == "PM" else "dl")
        # It does not stop DerSimonian and Laird's variance at 0.
        tau2 = 0.0 if model == "fixed" else max(0.0, float(first.tau2))
        # With that variance known, the random-effects pool is the fixed one of the variances added up.
        fitted = combine_effects(effects, variances + tau2, method_re="dl")
        low, high = fitted.conf_int(use_t=True)[2] if kind == "HK" else fitted.conf_int(use_t=False)[0]
    error = fitted.sd_eff_w_fe_hksj if kind == "HK" else fitted.sd_eff_w_fe
    estimate, q = float(fitted.mean_effect_fe), float(first.q)
    return Pool(
        model,
        kind,
        Interval(estimate=estimate, low=float(low), high=float(high)),
        tau2,
        100 * max(0.0, float(first.i2)) if q > 0 else 0.0,
        q,
        tuple(float(weight) for weight in fitted.weights_rel_fe),
        None if model == "fixed" else _predicted(estimate, float(error), tau2, len(found)),
    )


def recompute(dataset: Dataset, outcome: str) -> Recomputed:
    """Return the published pool of ``outcome``, computed again from its studies.

    Raises KeyError for an outcome that the set does not have, ValueError for one whose pool was not
    published.
    """
    published = dataset.outcome_named(outcome).published
    if published is None:
        raise ValueError(f"nothing was published about {outcome!r} of {dataset.id!r}; use pool instead")
    found = pool(studies(dataset, outcome), published.model, published.interval)
    effect = in_print(found.effect, dataset.measure)
    return Recomputed(found, effect, matches(published, effect), standing(published, effect))


def leave_one_out(
    found: Sequence[Study], model: Model = "DL", kind: IntervalKind = "normal"
) -> tuple[Pool, ...]:
    """Return, for each study, the pool of all the others. Raises ValueError for fewer than three studies."""
    if len(found) < 3:
        raise ValueError(f"to leave one out takes three studies or more, not {len(found)}")
    return tuple(pool([*found[:i], *found[i + 1 :]], model, kind) for i in range(len(found)))


def printed_study(name: str, effect: Interval, people: int | None = None) -> Study:
    """Return a study of which only the effect and its 95 % interval are known.

    The standard error is read from the width of the interval as if it were normal, so that a small
    trial, which used t, looks a little less sure than it was. For a ratio give the logs. Raises
    ValueError for an interval without width.
    """
    if effect.high <= effect.low:
        raise ValueError(f"the interval of {name!r} has no width, so that nothing says how sure it is")
    return Study(name, effect.estimate, ((effect.high - effect.low) / (2 * Z95)) ** 2, people)


def own_interval(study: Study) -> Interval:
    """Return the 95 % interval of one study's effect (normal)."""
    reach = Z95 * study.variance**0.5
    return Interval(estimate=study.effect, low=study.effect - reach, high=study.effect + reach)


def _study(row: Means | Counts | Effect, measure: str) -> Study:
    if isinstance(row, Effect):
        return Study(row.study, row.estimate, row.variance, row.n)
    people = row.treated_n + row.compared_n
    if isinstance(row, Counts):
        counts = row.treated_events, row.treated_n, row.compared_events, row.compared_n
        effect, variance = effectsize_2proportions(*counts, statistic="risk-ratio")
    elif measure == "SMD":
        effect, variance = effectsize_smd(
            row.treated_mean,
            row.treated_sd,
            row.treated_n,
            row.compared_mean,
            row.compared_sd,
            row.compared_n,
        )
    else:
        effect = row.treated_mean - row.compared_mean
        variance = row.treated_sd**2 / row.treated_n + row.compared_sd**2 / row.compared_n
    return Study(row.study, float(effect), float(variance), people)


def _predicted(estimate: float, error: float, tau2: float, count: int) -> Interval | None:
    if count < FEWEST_TO_PREDICT:
        return None
    reach = float(t.ppf(0.975, count - 2)) * (tau2 + error**2) ** 0.5
    return Interval(estimate=estimate, low=estimate - reach, high=estimate + reach)

"""A pool in one sentence after another: the templates that Python and the page's script both fill."""

from collections.abc import Mapping

from triggerpoints._numbers import number
from triggerpoints.evidence._dataset import IntervalKind, Model
from triggerpoints.evidence._fields import Interval
from triggerpoints.evidence.pooling import Pool

# Short enough for a select on a phone; EXPLAINED says what they mean.
MODELS: Mapping[Model, str] = {
    "DL": "Effects differ (DerSimonian-Laird)",
    "PM": "Effects differ (Paule-Mandel)",
    "fixed": "One common effect",
}
INTERVALS: Mapping[IntervalKind, str] = {"normal": "usual", "HK": "Hartung-Knapp"}
EXPLAINED = (
    "Effects differ: each trial has its own true effect, and the pool is their average. How far they lie "
    "apart must be guessed: DerSimonian-Laird and Paule-Mandel are two recipes for that, named after their "
    "authors.",
    "One common effect: all trials measure the same effect, and only luck makes them differ.",
    "The usual interval takes that guess as known. Hartung-Knapp looks at how far the trials really lie from "
    "the pool, and is mostly wider when they are few.",
)
SMALL_TAU2, TAU2_DIGITS = 10, (3, 1)  # below it three decimals, from it on one
WORDS = {
    "all": "{count} studies.",
    "without": "{count} of {of} studies, without {left}.",
    "effect": "Pooled effect {estimate}, 95% interval {low} to {high}",
    "below": ", in favour of {below}.",
    "above": ", in favour of {above}.",
    "across": ", which includes no effect.",
    "spread": "I² {i2}%, tau² {tau2}.",
    "new": "In a new study the effect may lie between {new_low} and {new_high}",
    "new_same": ", on the same side of no effect.",
    "new_across": ", so also on the other side of no effect.",
    "common": "This model assumes one effect for all studies, and so gives no range for a new one.",
    "few": "Two studies are too few to give a range for a new one.",
    "pooled": "{estimate} ({low} to {high})",
    "range": "{new_low} to {new_high}",
    "no_range": "no range",
    "out": "left out",
}


def spread_of(pool: Pool) -> dict[str, str]:
    """Return I² (whole percent) and tau² (three decimals, one from 10 on) as they are printed."""
    return {"i2": number(pool.i2, 0), "tau2": number(pool.tau2, TAU2_DIGITS[pool.tau2 >= SMALL_TAU2])}


def message(
    pool: Pool,
    shown: Interval,
    new: Interval | None,
    none: float,
    favours: tuple[str, str],
    digits: int = 2,
) -> str:
    """Return what a pool of all its studies says, in words.

    ``shown`` and ``new`` are the pooled effect and the prediction interval on the scale of the axis,
    where ``none`` is no effect; ``favours`` names who gains below and above it.
    """
    figures = {
        "count": str(len(pool.weights)),
        "estimate": number(shown.estimate, digits),
        "low": number(shown.low, digits),
        "high": number(shown.high, digits),
        "below": favours[0],
        "above": favours[1],
        **spread_of(pool),
    }
    parts = [WORDS["all"], WORDS["effect"] + WORDS[_side(shown, none)], WORDS["spread"]]
    if new is not None:
        figures |= {"new_low": number(new.low, digits), "new_high": number(new.high, digits)}
        parts.append(WORDS["new"] + WORDS["new_across" if _side(new, none) == "across" else "new_same"])
    else:
        parts.append(WORDS["common" if pool.model == "fixed" else "few"])
    return " ".join(parts).format_map(figures)


def _side(effect: Interval, none: float) -> str:
    return "below" if effect.high < none else "above" if effect.low > none else "across"

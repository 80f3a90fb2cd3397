"""A pool in one sentence after another: the templates that Python and the page's script both fill."""

from collections.abc import Mapping

from triggerpoints._numbers import number
from triggerpoints.evidence._dataset import IntervalKind, Model
from triggerpoints.evidence._fields import Interval
from triggerpoints.evidence.pooling import Pool

MODELS: Mapping[tuple[Model, IntervalKind], str] = {
    ("DL", "normal"): "Effects differ (DerSimonian-Laird)",
    ("DL", "HK"): "Effects differ (DerSimonian-Laird), Hartung-Knapp interval",
    ("PM", "normal"): "Effects differ (Paule-Mandel)",
    ("PM", "HK"): "Effects differ (Paule-Mandel), Hartung-Knapp interval",
    ("fixed", "normal"): "One common effect",
    ("fixed", "HK"): "One common effect, Hartung-Knapp interval",
}
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
}


def spread_of(pool: Pool) -> dict[str, str]:
    """Return I² (whole percent) and tau² (three decimals, one from 10 on) as they are printed."""
    return {"i2": number(pool.i2, 0), "tau2": number(pool.tau2, 3 if pool.tau2 < 10 else 1)}


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

"""Every result that a reader can choose under a forest plot, as compact numbers for a page's script."""

from collections.abc import Sequence
from typing import Any

from triggerpoints.evidence._finding import NO_EFFECT
from triggerpoints.evidence._published import in_print
from triggerpoints.evidence.charts._pooled_words import INTERVALS, MODELS, SMALL_TAU2, TAU2_DIGITS, WORDS
from triggerpoints.evidence.pooling import Pool, Study, leave_one_out, pool

SIGNIFICANT = 8  # digits kept of each number; two to four of them are shown
FEWEST = 3  # studies of which one can be left out


def what_if(
    studies: Sequence[Study], *, measure: str = "SMD", favours: tuple[str, str] = ("", ""), digits: int = 2
) -> dict[str, Any]:
    """Return the pools of ``studies`` by each model, with all of them and without each one, as plain data.

    ``results[model][interval][left]`` is ``[estimate, low, high, new low, new high, i2, tau2]``, the first
    five on the scale of the axis (a ratio, not its log); ``model`` and ``interval`` count through ``MODELS``
    and ``INTERVALS``, and ``left`` is 0 for all studies, else 1 + the place of the one left out. ``new low``
    and ``new high`` are None where the model gives no prediction interval (``common`` says which models never
    do). ``variances`` give the weights, 1 / (variance + tau2).
    """
    return {
        "names": [study.name for study in studies],
        "variances": [_short(study.variance) for study in studies],
        "results": [
            [[_numbers(one, measure) for one in _all(studies, model, kind)] for kind in INTERVALS]
            for model in MODELS
        ],
        "common": [model == "fixed" for model in MODELS],
        "none": NO_EFFECT[measure],
        "favours": list(favours),
        "digits": digits,
        "small_tau2": SMALL_TAU2,
        "tau2_digits": TAU2_DIGITS,
        "words": WORDS,
    }


def _all(studies: Sequence[Study], model: Any, kind: Any) -> list[Pool]:
    without = leave_one_out(studies, model, kind) if len(studies) >= FEWEST else ()
    return [pool(studies, model, kind), *without]


def _numbers(one: Pool, measure: str) -> list[float | None]:
    effect = in_print(one.effect, measure)
    new = in_print(one.predicted, measure) if one.predicted else None
    ends = (new.low, new.high) if new else (None, None)
    numbers = (effect.estimate, effect.low, effect.high, *ends, one.i2, one.tau2)
    return [None if number is None else _short(number) for number in numbers]


def _short(number: float) -> float:
    return float(f"{number:.{SIGNIFICANT}g}")

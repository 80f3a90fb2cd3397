"""Two examiners who press the same spots: what to expect of them, and what one try gives.

Both work alone, so that their mistakes fall on different spots; ``right`` is the chance that an
examiner is right about a spot, whether it has the sign or not.
"""

from random import Random
from typing import NamedTuple

from triggerpoints.evidence._agreement import agreed_by_luck, kappa

SEED = 2026


class Expected(NamedTuple):
    """Shares (0 to 1) of spots on which two agree, and would by luck; and the kappa that follows."""

    agreed: float
    luck: float
    kappa: float


def expected(share: float, first: float, second: float | None = None) -> Expected:
    """Return what to expect when ``share`` (0 to 1) of the spots have the sign.

    ``first`` and ``second`` (the same where left away) are how often each is right, 0 to 1. Kappa is 0
    where luck leaves nothing to agree on. Raises ValueError for anything outside 0 to 1.
    """
    second = first if second is None else second
    _check(share=share, first=first, second=second)
    agreed = first * second + (1 - first) * (1 - second)
    yes, also = (share * right + (1 - share) * (1 - right) for right in (first, second))
    luck = yes * also + (1 - yes) * (1 - also)
    return Expected(agreed, luck, (agreed - luck) / (1 - luck) if luck < 1 else 0.0)


def press(
    spots: int, share: float, first: float, second: float, draw: Random
) -> tuple[list[bool], list[bool]]:
    """Return what each of two examiners says about ``spots`` spots, of which each has the sign by chance.

    ``share``, ``first`` and ``second`` are as for :func:`expected`. Raises ValueError for no spot.
    """
    _check(share=share, first=first, second=second)
    if spots < 1:
        raise ValueError(f"{spots} spots cannot be pressed; give at least 1")
    signs = [draw.random() < share for _ in range(spots)]
    said = [[sign if draw.random() < right else not sign for sign in signs] for right in (first, second)]
    return said[0], said[1]


def tries(
    spots: int, share: float, right: float, *, times: int = 1000, seed: int = SEED
) -> tuple[float, ...]:
    """Return the kappas of ``times`` tries with ``spots`` spots each, the lowest first.

    Both examiners are equally good. A try in which both gave one and the same answer throughout has no
    kappa and is left out, so that there can be fewer than ``times``. The same ``seed`` gives the same
    tries.
    """
    draw = Random(seed)
    pairs = (press(spots, share, right, right, draw) for _ in range(times))
    return tuple(sorted(kappa(*pair) for pair in pairs if agreed_by_luck(*pair) < 1))


def _check(**shares: float) -> None:
    for name, value in shares.items():
        if not 0 <= value <= 1:
            raise ValueError(f"{name} is a share from 0 to 1, not {value:g}")

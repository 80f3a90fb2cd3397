"""Score a response: a pure function of (item, response, atlas)."""

from typing import Any, Literal

from msgspec import Struct

from triggerpoints.atlas import Atlas
from triggerpoints.questions.types import TYPES, Choice, Item, choice
from triggerpoints.questions.types._base import ResponseError

__all__ = ["ResponseError", "Result", "score"]

Status = Literal["correct", "partial", "incorrect", "blank", "ungraded"]


class Result(Struct, frozen=True):
    """``fraction`` of the full mark (0 to 1; None where a person marks), ``points`` earned, and a status.

    ``blank`` scores 0. ``ungraded`` is a written answer that waits for a person. ``careful``: a safety
    question missed on the safe side; points and status are those of any other mistake.
    """

    item: str
    fraction: float | None
    points: float | None
    status: Status
    careful: bool = False


def score(item: Item, response: Any, atlas: Atlas) -> Result:
    """Return the result of ``response`` to ``item``.

    Raises :class:`ResponseError`, one sentence, when the response has the wrong shape or names an
    id that does not exist.
    """
    kind = TYPES[type(item)]
    parsed = kind.parse(item, response, atlas)
    if not parsed:
        return Result(item.id, 0.0, 0.0, "blank")
    fraction = kind.fraction(item, parsed, atlas)
    if fraction is None:
        return Result(item.id, None, None, "ungraded")
    status: Status = "correct" if fraction == 1 else "partial" if fraction > 0 else "incorrect"
    careful = isinstance(item, Choice) and choice.too_careful(item, parsed)
    return Result(item.id, fraction, fraction * item.points, status, careful)

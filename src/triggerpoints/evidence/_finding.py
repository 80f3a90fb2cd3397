"""A published finding: the effect of a treatment on an outcome, and how sure one can be of it."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from triggerpoints.evidence._fields import Better, Certainty, Interval, Key, Slug
from triggerpoints.evidence._trial import Against

Measure = Literal["SMD", "MD", "RR", "OR", "kappa"]
NO_EFFECT = {"SMD": 0.0, "MD": 0.0, "RR": 1.0, "OR": 1.0, "kappa": 0.0}
Says = Literal["better", "no clear difference", "worse", "not known"]


class Finding(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One row of the evidence map.

    ``modality``, ``condition`` and ``outcome`` are ids of the map's own lists. ``effect`` is as
    printed, in units of ``measure`` (and ``unit`` for a mean difference); findings in words only
    have none, and say their ``verdict``. ``trials`` and ``people`` are what the finding rests on.
    ``certainty`` is what the ``rated_by`` gives it: ``source`` where the review or guideline says
    so, ``course`` where the course team rates it, with ``why`` for a reason.
    """

    id: Slug
    cite: Key
    design: Literal["review", "trial", "guideline"]
    modality: Slug
    condition: Slug
    outcome: Slug
    against: Against | Literal["mixed"]
    against_words: str
    when: str
    words: str
    measure: Measure | None = None
    unit: str = ""
    better: Better | None = None
    effect: Interval | None = None
    i2: Annotated[float, Meta(ge=0, le=100, description="percent")] | None = None
    verdict: Says | None = None
    trials: Annotated[int, Meta(ge=1)] | None = None
    people: Annotated[int, Meta(ge=1)] | None = None
    certainty: Certainty
    rated_by: Literal["source", "course"]
    why: str
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse an effect without a measure and a direction, and words without a verdict."""
        if self.effect is not None and (self.measure is None or self.better is None):
            raise ValueError("an effect needs its measure, and better (which end is good)")
        if (self.effect is None) == (self.verdict is None):
            raise ValueError("give either an effect or a verdict, not both and not neither")

    @property
    def result(self) -> Says:
        """What the finding says: from the interval where there is one, else the verdict in words."""
        if self.effect is None or self.measure is None:
            assert self.verdict is not None
            return self.verdict
        none = NO_EFFECT[self.measure]
        if self.effect.low <= none <= self.effect.high:
            return "no clear difference"
        below = self.effect.high < none
        return "better" if below == (self.better == "lower") else "worse"

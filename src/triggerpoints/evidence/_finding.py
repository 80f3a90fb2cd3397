"""A published finding: the effect of a treatment on an outcome, and how sure one can be of it."""

from collections.abc import Mapping
from math import log
from typing import Annotated, Literal

from msgspec import Meta, Struct

from triggerpoints._records import Slug
from triggerpoints.evidence._certainty import ASKED, Concern, Owed, certainty, narrow, owed
from triggerpoints.evidence._fields import Better, Certainty, Interval, Key
from triggerpoints.evidence._trial import Against

Measure = Literal["SMD", "MD", "RR", "OR", "kappa"]
NO_EFFECT = {"SMD": 0.0, "MD": 0.0, "RR": 1.0, "OR": 1.0, "kappa": 0.0}
Says = Literal["better", "no clear difference", "worse", "not known", "advised", "left out"]
ADVICE = frozenset({"advised", "left out"})  # what a guideline says; it may add conditions, in words


class Finding(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One row of the evidence map.

    ``modality``, ``condition`` and ``outcome`` are ids of the map's own lists. ``effect`` is as
    printed, in units of ``measure`` (and ``unit`` for a mean difference), with ``better`` for its
    good end; a finding in words only has none, and says its ``verdict``. ``trials`` and ``people``
    are those of the pool where the source counts them, else of the ``whole`` source, of which a part
    may stand behind this result. ``i2`` is in percent.

    ``certainty`` is what the ``rated_by`` gives it. A ``source`` (a review or guideline) rates
    itself, and ``why`` says in what words. What the ``course`` rates follows from ``down``, by the
    rule of :mod:`triggerpoints.evidence._certainty`, and ``why`` explains each step. ``spared`` are the
    concerns of which the rule asks, and for which no step is taken: ``why`` names each and says why. A
    guideline gives advice and has no pool whose size could be asked for. ``disagrees``
    holds the ids of findings that point elsewhere about the same treatment and condition; they name
    this one too.
    """

    id: Slug
    cite: Key
    design: Literal["review", "trial", "guideline", "series"]
    modality: Slug
    condition: Slug
    outcome: Slug
    against: Against | Literal["mixed", "no comparison"]
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
    whole: bool = False
    certainty: Certainty
    rated_by: Literal["source", "course"]
    down: tuple[Concern, ...] = ()
    spared: tuple[Concern, ...] = ()
    why: str
    disagrees: tuple[Slug, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse half an effect, an effect beside a verdict, and a certainty that the rule does not give."""
        if self.effect is not None and (self.measure is None or self.better is None):
            raise ValueError("an effect needs its measure, and better (which end is good)")
        if self.measure == "MD" and not self.unit:
            raise ValueError("a mean difference needs its unit, such as 'points of 100'")
        if (self.effect is None) == (self.verdict is None):
            raise ValueError("give either an effect or a verdict, not both and not neither")
        if (self.design == "guideline") != (self.verdict in ADVICE):
            raise ValueError("'advised' and 'left out' are what a guideline says, and nothing else says them")
        if self.whole and self.trials is None and self.people is None:
            raise ValueError("whole is about trials and people; give one of them, or take it out")
        if self.rated_by == "course":
            self._follow_the_rule()
        elif self.down or self.spared:
            raise ValueError(
                "the source rated this itself; take out down and spared, or write rated_by = 'course'"
            )

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

    @property
    def comparison(self) -> str:
        """What the treatment was compared with, as a reader says it: ``against sham needling``."""
        compared = self.design != "guideline" and self.against != "no comparison"
        return f"against {self.against_words}" if compared else self.against_words

    @property
    def owed(self) -> tuple[Owed, ...]:
        """The concerns that the rule asks for, each with what makes it so."""
        unseen = self.design != "guideline" and (self.people is None or self.whole) and not self._narrow
        found = owed(
            alone=self.design == "trial" or self.trials == 1,
            people=self.people,
            unseen=unseen,
            i2=self.i2,
            against=self.against,
            condition=self.condition,
        )
        return tuple(one for one in found if not (one.spares and one.concern in self.spared))

    @property
    def randomised(self) -> bool:
        """Whether the rule starts it at high."""
        return self.design != "series"

    @property
    def _narrow(self) -> bool:
        if self.effect is None or self.measure is None:
            return False
        ends = self.effect.estimate, self.effect.low, self.effect.high
        if self.measure in ("RR", "OR"):
            return narrow(*(log(end) for end in ends))
        return narrow(*(end - NO_EFFECT[self.measure] for end in ends))

    def _follow_the_rule(self) -> None:
        if "not studied" not in self.down:
            self._pay()
        given = certainty(self.down, randomised=self.randomised)
        if given != self.certainty:
            steps = ", ".join(self.down) or "no concern"
            raise ValueError(
                f"the certainty is {self.certainty!r}, but {steps} makes it {given!r}; correct one of them"
            )

    def _pay(self) -> None:
        for concern in self.spared:
            if concern in self.down:
                raise ValueError(f"{concern!r} is in down and in spared; take it out of one of them")
            if concern not in self.why:
                raise ValueError(
                    f"spared has {concern!r}, but why does not name it; say why there is no step"
                )
        for concern in dict.fromkeys(one.concern for one in self.owed):
            reasons = [one.because for one in self.owed if one.concern == concern]
            if self.down.count(concern) < len(reasons):
                times = "twice" if len(reasons) > 1 else "once"
                raise ValueError(f"down owes {concern!r} {times}: {' and '.join(reasons)}; add it")
        if ASKED not in (*self.down, *self.spared):
            raise ValueError(f"nothing is said of the {ASKED}; add it to down, or to spared with the reason")


def unanswered(findings: Mapping[str, Finding]) -> str:
    """Return a sentence about the first disagreement that leads nowhere or goes one way only, or ""."""
    for name, finding in findings.items():
        for other in finding.disagrees:
            if other not in findings:
                return f"{name} disagrees with {other!r}, which is not there; add it, or correct the id."
            if name not in findings[other].disagrees:
                return f"{name} disagrees with {other!r}, but not the other way round; name it there too."
    return ""

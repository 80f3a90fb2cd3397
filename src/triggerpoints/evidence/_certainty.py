"""How sure one can be of a finding: the rule by which the course rates it.

It takes the five concerns of GRADE, as the Cochrane Handbook lists them, and makes them countable;
``CONCERNS`` says of each what it means, ``RULE_CITES`` are the keys of the rule's sources.
A finding of randomised trials starts at high, one of a series of cases at low; each concern takes
it one step down, two mentions of the same concern two steps, and very low is the end. Some steps are
not ours to choose, see :func:`owed`; the risk of bias is thought of in every finding (``ASKED``). What
nobody has studied is very low at once.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple, get_args

from triggerpoints.evidence._fields import Certainty

Concern = Literal[
    "risk of bias", "inconsistency", "imprecision", "indirectness", "publication bias", "not studied"
]
CONCERNS: dict[Concern, str] = {
    "risk of bias": "The trials could mislead: people knew what they got, or reports leave it unclear.",
    "inconsistency": "The trials disagree by more than chance: I² is over 50 %, or the review says so.",
    "imprecision": (
        "One trial, fewer than 400 people, or a wide interval; one small trial counts twice. Where nobody "
        "could see how many people there were: one step, unless the interval was seen and is narrow."
    ),
    "indirectness": "The question is not quite ours: other people, another treatment, an unclear comparison.",
    "publication bias": "Trials that found nothing may be missing.",
    "not studied": "Nobody has studied it, or too little to judge, as far as we or the source could find.",
}
RULE_CITES = ("CochraneHandbook51",)
LEVELS: tuple[Certainty, ...] = get_args(Certainty)  # from high to very low
FEW_PEOPLE = 400
MUCH_SPREAD = 50.0  # I², percent
UNBLINDED = frozenset({"nothing", "usual care", "added to care", "no comparison"})
ASKED: Concern = "risk of bias"  # a step for it, or a reason why there is none


class Owed(NamedTuple):
    """A concern that a finding owes, what makes it so, and whether a reason can take its place."""

    concern: Concern
    because: str
    spares: bool = False


def certainty(down: Sequence[Concern], randomised: bool = True) -> Certainty:
    """Return the certainty that the concerns ``down`` leave; ``randomised`` is False for a case series."""
    if "not studied" in down:
        return LEVELS[-1]
    steps = len(down) + (0 if randomised else 2)
    return LEVELS[min(steps, len(LEVELS) - 1)]


def narrow(estimate: float, low: float, high: float) -> bool:
    """Return whether even the weak end of an interval leaves half of the effect; 0 is no effect."""
    return estimate != 0 and min(low / estimate, high / estimate) >= 0.5 - 1e-9


def owed(
    *, alone: bool, people: int | None, unseen: bool, i2: float | None, against: str, condition: str
) -> tuple[Owed, ...]:
    """Return the concerns that a finding cannot leave out, each with what makes it so.

    ``alone`` says that it rests on one trial; ``people`` are all of them, ``i2`` is in percent,
    ``against`` what the treatment was compared with, ``condition`` an id of the map's list. ``unseen``
    says that nobody could read how many people stand behind the result, nor that its interval is narrow.
    One small trial owes imprecision twice.
    """
    found: list[Owed] = []
    if alone:
        found.append(Owed("imprecision", "it is one trial"))
    if people is not None and people < FEW_PEOPLE:
        found.append(Owed("imprecision", f"{people} people are fewer than {FEW_PEOPLE}"))
    elif unseen:
        found.append(
            Owed("imprecision", "how many people it rests on, and a narrow interval, were not seen", True)
        )
    if i2 is not None and i2 > MUCH_SPREAD:
        found.append(Owed("inconsistency", f"an I² of {i2:g} % is over {MUCH_SPREAD:g} %"))
    if against in UNBLINDED:
        found.append(Owed("risk of bias", f"against {against!r} people know what they got"))
    if condition == "healthy":
        found.append(Owed("indirectness", "people without pain are not the people we treat"))
    return tuple(found)

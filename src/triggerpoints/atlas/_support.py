"""How many statements of the atlas rest on two sources, on one, or on none."""

from collections.abc import Iterator
from dataclasses import dataclass

from triggerpoints.atlas._load import Atlas
from triggerpoints.atlas._model import UNSOURCED, Fact, Muscle

FACTS = ("origin", "insertion", "actions", "innervation", "symptoms", "palpation", "stretch")
CAUTIONS = ("cautions", "caution")  # of a muscle, of a point


@dataclass(frozen=True)
class Support:
    """Counts of one ``field``: ``several`` (2 sources or more), ``one``, ``none``, and ``left_out``.

    ``left_out`` counts muscles without the statement and points whose place is unsourced: no source
    supports it, so it is not published.
    """

    field: str
    several: int
    one: int
    none: int
    left_out: int


def support(atlas: Atlas) -> list[Support]:
    """Return one count for each field of a muscle, for its cautions, then for its points."""
    muscles = list(atlas.muscles.values())
    found = [_count(field, (_of_muscle(muscle, field) for muscle in muscles)) for field in FACTS]
    facts = [found for muscle in muscles for found in muscle.facts()]
    cautions = (len(fact.sources) for name, fact in facts if name.endswith(CAUTIONS))
    points = [point for muscle in muscles for point in muscle.trigger_points]
    places = (None if point.location.text == UNSOURCED else len(point.location.sources) for point in points)
    referrals = (len(point.referral_sources) for point in points)
    return [*found, _count("cautions", cautions), _count("location", places), _count("referral", referrals)]


def _of_muscle(muscle: Muscle, field: str) -> int | None:
    fact: Fact | None = getattr(muscle, field)
    return None if fact is None else len(fact.sources)


def _count(field: str, numbers: Iterator[int | None]) -> Support:
    found = list(numbers)
    return Support(
        field,
        several=sum(number is not None and number > 1 for number in found),
        one=found.count(1),
        none=found.count(0),
        left_out=found.count(None),
    )

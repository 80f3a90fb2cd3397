"""A data set to pool again: the studies as numbers, and what was published about them together."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from triggerpoints.evidence._fields import Interval, Key, Seen, Slug

People = Annotated[int, Meta(ge=1)]
Events = Annotated[int, Meta(ge=0)]
Model = Literal["fixed", "DL", "PM"]  # common effect; DerSimonian-Laird; Paule-Mandel
IntervalKind = Literal["normal", "HK"]  # HK: Hartung-Knapp


class Published(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The pooled result that a review printed, to ``digits`` places, and the model it used.

    ``seen``: whether the printed figure was read (``yes``), read on a copy (``partly``) or not (``no``;
    then it is never called reproduced). ``why_not`` explains a difference that recomputing shows.
    """

    effect: Interval
    digits: Annotated[int, Meta(ge=0, le=4)]
    model: Model
    interval: IntervalKind = "normal"
    seen: Seen
    where: str
    why_not: str = ""


class Outcome(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a set of studies measured; ``published`` is the review's own pool of it."""

    id: Slug
    label: str
    published: Published | None = None


class Means(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Two groups of a study by mean, SD and number."""

    study: str
    outcome: Slug
    treated_n: People
    treated_mean: float
    treated_sd: Annotated[float, Meta(gt=0)]
    compared_n: People
    compared_mean: float
    compared_sd: Annotated[float, Meta(gt=0)]


class Counts(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Two groups of a study by how many had the event."""

    study: str
    outcome: Slug
    treated_events: Events
    treated_n: People
    compared_events: Events
    compared_n: People

    def __post_init__(self) -> None:
        """Refuse more events than people."""
        if self.treated_events > self.treated_n or self.compared_events > self.compared_n:
            raise ValueError(f"{self.study!r} has more events than people; correct a figure")


class Effect(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A study by its effect and the variance of it (on the log scale for a ratio)."""

    study: str
    outcome: Slug
    estimate: float
    variance: Annotated[float, Meta(gt=0)]
    n: People | None = None


class Dataset(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Studies of one question. One of ``means``, ``counts`` or ``effects`` holds them.

    ``measure`` is what is pooled: SMD is Hedges' g. ``low_favours`` and ``high_favours`` name who
    gains below and above no effect. ``neighbour`` says what the set is and why it is no evidence
    about trigger points; ``numbers_from`` where the numbers were read.
    """

    id: Slug
    cite: Key
    title: str
    question: str
    neighbour: str
    numbers_from: str
    measure: Literal["SMD", "MD", "RR"]
    unit: str = ""
    low_favours: str
    high_favours: str
    outcomes: tuple[Outcome, ...]
    means: tuple[Means, ...] = ()
    counts: tuple[Counts, ...] = ()
    effects: tuple[Effect, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse a set of no studies or of two kinds, and a study of an outcome the set does not have."""
        if sum(map(bool, (self.means, self.counts, self.effects))) != 1:
            raise ValueError("the studies stand in one of means, counts and effects; fill just one")
        if (self.counts and self.measure != "RR") or (self.means and self.measure == "RR"):
            raise ValueError(f"the measure {self.measure} does not follow from the rows given; correct it")
        known = {outcome.id for outcome in self.outcomes}
        for row in self._studies:
            if row.outcome not in known:
                raise ValueError(f"{row.study!r} has the outcome {row.outcome!r}; add it to outcomes")

    @property
    def _studies(self) -> "tuple[Means | Counts | Effect, ...]":
        return (*self.means, *self.counts, *self.effects)

    def rows(self, outcome: str) -> "tuple[Means | Counts | Effect, ...]":
        """Return the studies of ``outcome``, in the order of the file. Raises KeyError for an unknown one."""
        if outcome not in {known.id for known in self.outcomes}:
            raise KeyError(outcome)
        return tuple(row for row in self._studies if row.outcome == outcome)

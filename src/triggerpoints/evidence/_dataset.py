"""A data set to pool again: the studies as numbers, and what was published about them together."""

from collections import Counter
from typing import Annotated, Literal

from msgspec import Meta, Struct

from triggerpoints._records import Slug
from triggerpoints.evidence._fields import Interval, Key
from triggerpoints.evidence._published import Printed

People = Annotated[int, Meta(ge=1)]
Events = Annotated[int, Meta(ge=0)]
Spread = Annotated[float, Meta(gt=0)]
Model = Literal["fixed", "DL", "PM"]  # common effect; DerSimonian-Laird; Paule-Mandel
IntervalKind = Literal["normal", "HK"]  # HK: Hartung-Knapp


class Published(Printed, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The pooled result that a review printed, and the model that it used."""

    model: Model
    interval: IntervalKind = "normal"


class Outcome(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a set of studies measured.

    ``published`` is the review's own pool of it, where some of it was seen in print, ``predicted`` a
    prediction interval printed for it, by the same model.
    """

    id: Slug
    label: str
    published: Published | None = None
    predicted: Printed | None = None

    @property
    def first_model(self) -> tuple[Model, IntervalKind]:
        """The model of the review, with which a page starts; DerSimonian-Laird where it was not seen."""
        return (self.published.model, self.published.interval) if self.published else ("DL", "normal")

    @property
    def drawn(self) -> Interval | None:
        """The published effect where it may be drawn as published: only what was seen in print."""
        return self.published.effect if self.published and self.published.seen == "yes" else None


class Row(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One comparison of one study; ``study`` tells it apart from every other of its outcome.

    Rows with the same name in ``shares`` have a group of people in common, counted once in each.
    """

    study: str
    outcome: Slug
    shares: Slug | None = None


class Means(Row, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Two groups of a study by mean, SD and number."""

    treated_n: People
    treated_mean: float
    treated_sd: Spread
    compared_n: People
    compared_mean: float
    compared_sd: Spread


class Counts(Row, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Two groups of a study by how many had the event."""

    treated_events: Events
    treated_n: People
    compared_events: Events
    compared_n: People

    def __post_init__(self) -> None:
        """Refuse more events than people, and a group of which no ratio can be made."""
        if self.treated_events > self.treated_n or self.compared_events > self.compared_n:
            raise ValueError(f"{self.study!r} has more events than people; correct a figure")
        if not self.treated_events or not self.compared_events:
            raise ValueError(
                f"{self.study!r} has a group without events, of which no ratio can be made; "
                "leave the study out and say so in the note"
            )


class Effect(Row, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A study by its effect and the variance of it (on the log scale for a ratio)."""

    estimate: float
    variance: Spread
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
        """Refuse rows of two kinds, rows no outcome or no measure fits, and rows that look the same."""
        if sum(map(bool, (self.means, self.counts, self.effects))) != 1:
            raise ValueError("the studies stand in one of means, counts and effects; fill just one")
        if (self.counts and self.measure != "RR") or (self.means and self.measure == "RR"):
            raise ValueError(f"the measure {self.measure} does not follow from the rows given; correct it")
        known = Counter(outcome.id for outcome in self.outcomes)
        labels = Counter((row.outcome, row.study) for row in self._studies)
        for outcome, study in labels:
            if outcome not in known:
                raise ValueError(f"{study!r} has the outcome {outcome!r}; add it to outcomes")
        for name, times in known.items():
            if times > 1:
                raise ValueError(f"the outcome {name!r} is there twice; remove or rename one")
            if name not in {outcome for outcome, _ in labels}:
                raise ValueError(f"no study has the outcome {name!r}; add one, or remove it")
        for (outcome, study), times in labels.items():
            if times > 1:
                raise ValueError(f"{study!r} is there twice with {outcome!r}; say what tells them apart")

    @property
    def favours(self) -> tuple[str, str]:
        """Who gains below no effect, and who above it."""
        return self.low_favours, self.high_favours

    @property
    def _studies(self) -> "tuple[Means | Counts | Effect, ...]":
        return (*self.means, *self.counts, *self.effects)

    def outcome_named(self, name: str) -> Outcome:
        """Return the outcome with the id ``name``. Raises KeyError for an unknown one."""
        return {known.id: known for known in self.outcomes}[name]

    def rows(self, outcome: str) -> "tuple[Means | Counts | Effect, ...]":
        """Return the studies of ``outcome``, in the order of the file. Raises KeyError for an unknown one."""
        return tuple(row for row in self._studies if row.outcome == self.outcome_named(outcome).id)

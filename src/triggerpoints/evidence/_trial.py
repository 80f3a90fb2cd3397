"""A trial as it was read: its groups, its results, and the slips found in its report."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from triggerpoints.evidence._fields import Better, Interval, Key, Slug

Count = Annotated[int, Meta(ge=0)]
People = Annotated[int, Meta(ge=1)]
Spread = Annotated[float, Meta(gt=0, description="a standard deviation")]
Against = Literal["sham", "nothing", "usual care", "other treatment", "added to care"]


class Scale(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What was measured: ``low`` and ``high`` are the ends of the scale, ``better`` its good end.

    ``important`` is the smallest difference that matters to people on this scale, as ``important_cite``
    gives it.
    """

    name: str
    better: Better
    low: float | None = None
    high: float | None = None
    unit: str = ""
    important: Annotated[float, Meta(gt=0)] | None = None
    important_cite: Key | None = None

    def __post_init__(self) -> None:
        """Refuse a scale that runs backwards, and an important difference that no source gives."""
        if self.low is not None and self.high is not None and self.low >= self.high:
            raise ValueError(f"the scale {self.name!r} runs from {self.low} to {self.high}; swap its ends")
        if (self.important is None) != (self.important_cite is None):
            raise ValueError(f"the scale {self.name!r} needs both important and important_cite, or neither")


class Group(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One group of a trial: what was done, to how many, and the mean and SD that were printed."""

    name: str
    n: People | None = None
    mean: float | None = None
    sd: Spread | None = None
    before_mean: float | None = None
    before_sd: Spread | None = None


class Result(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A difference between two groups, printed with its interval.

    ``difference`` is treated minus compared, in units of the scale: below 0 is good where
    ``scale.better`` is ``lower``. ``kind`` says what the means are. ``scale`` is an id of the
    trial's scales.
    """

    scale: Slug
    when: str
    kind: Literal["final", "change"]
    treated: str
    compared: str
    difference: Interval | None = None
    groups: tuple[Group, ...] = ()
    p: str = ""
    note: str = ""


class Responders(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How many of each group improved, by the trial's own ``definition``."""

    definition: str
    when: str
    treated: str
    treated_events: Count
    treated_n: People
    compared: str
    compared_events: Count
    compared_n: People
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse more events than people."""
        for events, people, name in (
            (self.treated_events, self.treated_n, self.treated),
            (self.compared_events, self.compared_n, self.compared),
        ):
            if events > people:
                raise ValueError(f"{name!r} has {events} events in {people} people; correct one of them")


class Slip(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Figures in a report that do not fit each other.

    ``printed`` and ``found`` are the two in words, ``how`` the arithmetic in one line that a student
    can follow, ``means`` what it does to the trial's message. ``figures`` are the printed numbers by
    name, from which a test recomputes ``found``.
    """

    id: Slug
    printed: str
    found: str
    how: str
    means: str
    figures: dict[str, float] = {}


class Trial(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A single trial: who, what against what, how many, and its results.

    ``randomised`` is the number of people, ``seen`` says which part of the report was read and
    ``bias`` what in its design can mislead. ``scales`` are by id.
    """

    id: Slug
    cite: Key
    modality: Slug
    condition: Slug
    treatment: str
    comparison: str
    against: Against
    randomised: People | None = None
    seen: str
    bias: str
    scales: dict[str, Scale] = {}
    results: tuple[Result, ...] = ()
    responders: tuple[Responders, ...] = ()
    slips: tuple[Slip, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a result on a scale that the trial does not have, and groups larger than the trial."""
        for result in self.results:
            if result.scale not in self.scales:
                raise ValueError(f"a result names the scale {result.scale!r}; add it to [trial.scales]")
            people = sum(group.n or 0 for group in result.groups)
            if self.randomised is not None and people > self.randomised:
                raise ValueError(
                    f"the groups of {result.scale!r} ({result.when}) add up to {people} people, "
                    f"more than the {self.randomised} randomised; correct one of them"
                )

"""A trial as it was read: its groups, its results, and the slips found in its report."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from triggerpoints._numbers import decimals
from triggerpoints._records import Slug
from triggerpoints.evidence._fields import Better, Interval, Key

Count = Annotated[int, Meta(ge=0)]
People = Annotated[int, Meta(ge=1)]
Spread = Annotated[float, Meta(gt=0, description="a standard deviation")]
Against = Literal["sham", "nothing", "usual care", "other treatment", "added to care"]
# An interval of a mean difference lies evenly around it; a printed one may be off by its rounding
# and by this share of its width before it counts as a slip.
UNEVEN = 0.02


class Scale(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What was measured: ``low`` and ``high`` are the ends of the scale, ``better`` its good end.

    ``important`` is the smallest difference that matters to people on this scale, as ``important_cite``
    gives it; ``important_note`` says what that number was measured in.
    """

    name: str
    better: Better
    low: float | None = None
    high: float | None = None
    unit: str = ""
    important: Annotated[float, Meta(gt=0)] | None = None
    important_cite: Key | None = None
    important_note: str = ""

    def __post_init__(self) -> None:
        """Refuse a scale that runs backwards, and an important difference that no source gives."""
        if self.low is not None and self.high is not None and self.low >= self.high:
            raise ValueError(f"the scale {self.name!r} runs from {self.low} to {self.high}; swap its ends")
        if (self.important is None) != (self.important_cite is None):
            raise ValueError(f"the scale {self.name!r} needs both important and important_cite, or neither")


class Group(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One group of a trial: what was done, to how many, and the mean and SD that were printed.

    ``mean_low`` and ``mean_high`` are the 95 % interval of the mean itself, where that was printed
    instead of an SD. Raises ValueError when it does not contain the mean.
    """

    name: str
    n: People | None = None
    mean: float | None = None
    sd: Spread | None = None
    mean_low: float | None = None
    mean_high: float | None = None
    before_mean: float | None = None
    before_sd: Spread | None = None

    def __post_init__(self) -> None:
        """Refuse half an interval, and one that does not contain its mean."""
        if self.mean_low is None and self.mean_high is None:
            return
        if self.mean is None or self.mean_low is None or self.mean_high is None:
            raise ValueError(f"the group {self.name!r} needs mean, mean_low and mean_high together")
        if not self.mean_low <= self.mean <= self.mean_high:
            raise ValueError(
                f"the interval {self.mean_low} to {self.mean_high} of the group {self.name!r} does not "
                f"contain its mean {self.mean}; correct a figure, or write it as a slip"
            )


class Result(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A difference between two groups, printed with its interval.

    ``difference`` is treated minus compared, in units of the scale: below 0 is good where
    ``scale.better`` is ``lower``. ``kind`` says what the means are; ``adjusted`` that the difference
    was computed with other figures as well, so that it need not be that of the means. ``scale`` is an
    id of the trial's scales, ``treated`` and ``compared`` name two of the ``groups`` where there are
    any. ``slip`` is the id of the slip that explains figures which do not fit each other. A difference
    that was printed with the other sign is turned round, and ``note`` says so.
    """

    scale: Slug
    when: str
    kind: Literal["final", "change"]
    treated: str
    compared: str
    difference: Interval | None = None
    adjusted: bool = False
    groups: tuple[Group, ...] = ()
    p: str = ""
    slip: Slug | None = None
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse groups of other names, and figures that do not fit each other and name no slip."""
        means = {group.name: group.mean for group in self.groups}
        for name in (self.treated, self.compared):
            if means and name not in means:
                raise ValueError(f"{self.scale!r} ({self.when}) has no group {name!r}; add it, or correct it")
        if self.slip is not None or self.difference is None:
            return
        printed = self.difference
        step = 10.0 ** -max(map(decimals, (printed.estimate, printed.low, printed.high)))
        middle = (printed.low + printed.high) / 2
        if abs(middle - printed.estimate) > step + UNEVEN * (printed.high - printed.low):
            raise ValueError(
                f"{self.scale!r} ({self.when}): the middle of {printed.low} to {printed.high} is {middle:g}, "
                f"not {printed.estimate:g}; correct a figure, or name the slip that explains it"
            )
        treated, compared = means.get(self.treated), means.get(self.compared)
        if self.adjusted or treated is None or compared is None:
            return
        step = 10.0 ** -max(map(decimals, (treated, compared, printed.estimate)))
        if abs(treated - compared - printed.estimate) > 1.5 * step + 1e-9:  # three figures, each rounded
            raise ValueError(
                f"{self.scale!r} ({self.when}): the means {treated:g} and {compared:g} differ by "
                f"{treated - compared:.4g}, not by {printed.estimate:g}; correct a figure, or name the slip"
            )


class Responders(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How many of each group improved, by the trial's own ``definition``.

    ``ratio`` is the risk ratio (treated to compared) where one was printed.
    """

    definition: str
    when: str
    treated: str
    treated_events: Count
    treated_n: People
    compared: str
    compared_events: Count
    compared_n: People
    ratio: Interval | None = None
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse more events than people, and a ratio that does not follow from the counts."""
        for events, people, name in (
            (self.treated_events, self.treated_n, self.treated),
            (self.compared_events, self.compared_n, self.compared),
        ):
            if events > people:
                raise ValueError(f"{name!r} has {events} events in {people} people; correct one of them")
        if self.ratio is None:
            return
        if not self.compared_events:
            raise ValueError(f"{self.compared!r} has no event, so that there is no ratio; leave ratio out")
        found = (self.treated_events / self.treated_n) / (self.compared_events / self.compared_n)
        if abs(found - self.ratio.estimate) > 0.5 * 10.0 ** -decimals(self.ratio.estimate) + 1e-9:
            raise ValueError(
                f"{self.definition!r} ({self.when}): the counts give a ratio of {found:.3g}, "
                f"not {self.ratio.estimate:g}; correct a figure, or write it as a slip"
            )


class Slip(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Figures in a report that do not fit each other.

    ``printed`` and ``found`` are the two in words, ``how`` the arithmetic in one line that a student
    can follow, ``means`` what it does to the trial's message, ``unknown`` what cannot be told from the
    page. ``figures`` are the printed numbers by name, ``answers`` what follows from them: a test
    recomputes each answer.
    """

    id: Slug
    title: str
    printed: str
    found: str
    how: str
    means: str
    unknown: str
    figures: dict[str, float]
    answers: dict[str, float]


class Trial(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A single trial: who, what against what, how many, and its results.

    ``randomised`` is the number of people, None where it was not seen; ``seen`` says which part of the
    report was read and ``bias`` what in its design can mislead. ``about_trigger_points`` is False for a
    neighbour: a trial of another massage or needling. ``scales`` are by id.
    """

    id: Slug
    cite: Key
    modality: Slug
    condition: Slug
    treatment: str
    comparison: str
    against: Against
    randomised: People | None = None
    about_trigger_points: bool = True
    seen: str
    bias: str
    scales: dict[str, Scale] = {}
    results: tuple[Result, ...] = ()
    responders: tuple[Responders, ...] = ()
    slips: tuple[Slip, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a result on a scale or with a slip that the trial does not have, and too large groups."""
        slips = {slip.id for slip in self.slips}
        for result in self.results:
            if result.scale not in self.scales:
                raise ValueError(f"a result names the scale {result.scale!r}; add it to [trial.scales]")
            if result.slip is not None and result.slip not in slips:
                raise ValueError(f"a result names the slip {result.slip!r}; add it to [[trial.slips]]")
            people = sum(group.n or 0 for group in result.groups)
            if self.randomised is not None and people > self.randomised:
                raise ValueError(
                    f"the groups of {result.scale!r} ({result.when}) add up to {people} people, "
                    f"more than the {self.randomised} randomised; correct one of them"
                )

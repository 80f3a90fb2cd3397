"""The records of an animation: what is drawn, and its steps with a caption and what moves.

One TOML file each in ``data/``, named as its ``id``. Lengths are units of the drawing: a picture of the
body has those of the figure, thousandths of stature.
"""

from typing import Annotated, Literal

from msgspec import Meta
from msgspec.structs import replace

from triggerpoints._faults import each_once, near
from triggerpoints._records import Record, Slug
from triggerpoints.atlas import Reading, View, course_atlas

READING = 3.3  # words a second that most people read with ease
FEWEST = 3  # steps: fewer are no sequence
Spot = tuple[float, float]


class Pose(Record, frozen=True, kw_only=True):
    """Where a part is: moved by ``x`` and ``y``, turned about its origin, stretched, and how much it shows.

    ``turn`` is in degrees clockwise, ``wide`` and ``high`` are factors, ``seen`` runs from 0 to 1, and
    ``shape`` names one of the shapes of the part. What is None stays as it was.
    """

    x: float | None = None
    y: float | None = None
    turn: float | None = None
    wide: float | None = None
    high: float | None = None
    seen: Annotated[float, Meta(ge=0, le=1)] | None = None
    shape: str | None = None

    def after(self, before: "Pose") -> "Pose":
        """Return this pose, with what it leaves open as in ``before``."""
        given = {name: value for name in self.__struct_fields__ if (value := getattr(self, name)) is not None}
        return replace(before, **given)


REST = Pose(x=0.0, y=0.0, turn=0.0, wide=1.0, high=1.0, seen=1.0, shape="")


class Bend(Record, frozen=True, kw_only=True):
    """The head of the figure tilted: everything above ``neck`` turns by ``degrees`` about ``pivot``.

    From ``trunk`` up to ``neck`` (both y) the turn grows from nothing to all of it.
    """

    degrees: float
    pivot: Spot
    trunk: float
    neck: float


class Part(Record, frozen=True, kw_only=True):
    """One thing of a picture, in front of those before it: a drawing, or our figure cut to the frame.

    ``drawn`` names a file in ``drawn/``; ``figure`` a view of the figure, with its ``layer``,
    the muscles to mark (``chosen``, of ``side``) and the shapes it can ``bend`` to. ``within`` is what of the
    figure is drawn (left, top, width, height) where a pose moves other parts of it into the frame.
    """

    id: Slug
    drawn: str = ""
    figure: View | Literal[""] = ""
    layer: Literal["superficial", "deep", "skin"] = "superficial"
    within: tuple[float, float, float, float] | None = None
    chosen: tuple[str, ...] = ()
    side: Literal["left", "right"] = "left"
    bend: dict[str, Bend] = {}
    start: Pose = REST

    def __post_init__(self) -> None:
        """Refuse a part that is two things, or none."""
        if bool(self.drawn) == bool(self.figure):
            raise ValueError(
                f"part {self.id!r} is drawn or from the figure; give one of 'drawn' and 'figure'"
            )


class Label(Record, frozen=True, kw_only=True):
    """A word in a picture, ``at`` its start, middle or end; with ``to``, a line leads there from ``of``."""

    text: str
    at: Spot
    of: Spot | None = None
    to: Spot | None = None
    anchor: Literal["start", "middle", "end"] = "start"


class Picture(Record, frozen=True, kw_only=True):
    """A picture that the steps move: its ``frame`` is left, top, width and height in units of the drawing."""

    title: str
    frame: tuple[float, float, float, float]
    part: Annotated[tuple[Part, ...], Meta(min_length=1)]
    label: tuple[Label, ...] = ()


class Step(Record, frozen=True, kw_only=True):
    """One step: its caption, for how many ``seconds`` it is shown, what its still ``shows``, what moves.

    ``move`` gives each moving part its poses, in even times; the last one is that of the still.
    ``contraindication`` is the id of the atlas' record on which the step rests.
    """

    caption: str
    shows: str
    seconds: Annotated[float, Meta(ge=2, le=20)]
    move: dict[str, tuple[Pose, ...]] = {}
    contraindication: str = ""

    @property
    def said(self) -> str:
        """The caption, with what kind of source it rests on."""
        if not self.contraindication:
            return self.caption
        return f"{self.caption} Rests on {course_atlas().contraindications[self.contraindication].certainty}."

    def __post_init__(self) -> None:
        """Refuse captions that are no sentence, or that go before they are read."""
        for name in ("caption", "shows"):
            if not getattr(self, name).endswith((".", "?")):
                raise ValueError(f"{name!r} is whole sentences; end it with a full stop")
        needed = len(self.caption.split()) / READING
        if needed > self.seconds:
            raise ValueError(f"the caption takes {needed:.1f} seconds to read; raise 'seconds'")


class Animation(Record, frozen=True, kw_only=True):
    """A technique shown moving, with its sources: references (``cite``) and pages (``source``).

    ``safety`` is what to be careful of, ``unsure`` what is not known; ``rule`` names what is this
    course's own rule and stands in no source.
    """

    id: Slug
    title: str
    use: str
    safety: str
    unsure: str = ""
    rule: str = ""
    cite: tuple[str, ...] = ()
    source: tuple[Reading, ...] = ()
    picture: Annotated[tuple[Picture, ...], Meta(min_length=1, max_length=2)]
    step: Annotated[tuple[Step, ...], Meta(min_length=FEWEST)]

    def __post_init__(self) -> None:
        """Refuse what could not be drawn, or stands on nothing."""
        names = [part.id for picture in self.picture for part in picture.part]
        each_once("part", names)
        for number, step in enumerate(self.step, 1):
            for name in step.move:
                if name not in names:
                    fix = near(name, names, "name a part")
                    raise ValueError(f"step {number} moves {name!r}, which is no part of a picture; {fix}")
        if not (self.cite or self.source or any(step.contraindication for step in self.step)):
            raise ValueError("a technique stands on a source; give 'cite' or a 'source'")

    def poses(self) -> list[dict[str, list[Pose]]]:
        """Return for each step the complete poses of the parts that move in it."""
        now = self.starts()
        steps = []
        for step in self.step:
            moved: dict[str, list[Pose]] = {}
            for name, keys in step.move.items():
                for key in keys:
                    now[name] = key.after(now[name])
                    moved.setdefault(name, []).append(now[name])
            steps.append(moved)
        return steps

    def stills(self) -> list[dict[str, Pose]]:
        """Return where every part is at the end of each step."""
        now = self.starts()
        found = []
        for moved in self.poses():
            now = now | {name: keys[-1] for name, keys in moved.items()}
            found.append(now)
        return found

    def starts(self) -> dict[str, Pose]:
        """Return where every part is before the first step."""
        return {part.id: part.start.after(REST) for picture in self.picture for part in picture.part}

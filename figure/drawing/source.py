"""Read the authored curves of the figure (the format is described in ``figure/README.md``)."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from triggerpoints._records import ContentError, read_toml
from triggerpoints.atlas import View as ViewName

Kind = Literal[
    "outline",
    "part",
    "muscle",
    "zone",
    "bone",
    "tendon",
    "skin",
    "fibre",
    "face",
    "contour",
    "crease",
    "flesh",
]
Point = Annotated[list[float], Meta(min_length=2, max_length=3)]

ALWAYS_CLOSED = {"part", "muscle", "zone", "skin", "flesh"}
LAYERED = {"muscle", "flesh", "bone", "tendon", "skin"}


class Shape(Struct, forbid_unknown_fields=True, kw_only=True):
    """One authored curve: the body's left side, stature units times 1000.

    A point is ``[x, y]`` (smooth) or ``[x, y, 0]`` (a corner). ``until`` and ``count`` make a row of
    fibres that blend from ``points`` to ``until``. ``ink`` fills an area with the colour of the lines;
    ``veil`` lays a tendon over the muscle of the same id instead of cutting it; ``with_layer`` lets a
    contour show with its ``layer`` only; ``bare`` makes a line of the skin show with the zones only.
    """

    kind: Kind
    id: str
    points: list[Point]
    layer: Literal["superficial", "deep"] = "superficial"
    closed: bool | None = None
    within: str = ""
    ink: bool = False
    veil: bool = False
    with_layer: bool = False
    bare: bool = False
    until: list[Point] = field(default_factory=list)
    count: int = 0

    @property
    def is_closed(self) -> bool:
        """Whether the curve returns to its first point."""
        return self.kind in ALWAYS_CLOSED if self.closed is None else self.closed


class _File(Struct, forbid_unknown_fields=True, kw_only=True):
    view: ViewName | list[ViewName]
    order: int = 50
    shape: list[Shape]

    @property
    def views(self) -> list[ViewName]:
        return [self.view] if isinstance(self.view, str) else self.view


class View(Struct, forbid_unknown_fields=True, kw_only=True):
    """A drawing: its frame and on which side of it the body's left lies (``flip`` for the back).

    ``anterior_at`` makes it a profile: x of its curves is how far forward a point lies, and the left
    profile is drawn at ``anterior_at - x``. ``enlarged`` says how much larger than the whole body an
    inset is shown: its lines are drawn that much thinner, its curves followed that much closer.
    """

    id: ViewName
    title: str
    box: tuple[float, float, float, float]
    flip: bool = False
    anterior_at: float | None = None
    enlarged: float = 1.0


class _Views(Struct, forbid_unknown_fields=True, kw_only=True):
    view: list[View]


@dataclass(frozen=True)
class Record:
    """A shape and where it is written, for errors."""

    shape: Shape
    path: Path

    @property
    def where(self) -> str:
        """The file and record, as an error names them."""
        return f"{self.path.name}: {self.shape.kind} {self.shape.id!r}"


def read_views(folder: Path) -> dict[str, View]:
    """Return the drawings described in ``views.toml`` of ``folder``."""
    return {view.id: view for view in read_toml(folder / "views.toml", _Views).view}


def read_records(folder: Path) -> dict[str, list[Record]]:
    """Return the shapes of each view, topmost first: by the files' ``order``, then as written.

    Raises :class:`ContentError` for a file of the wrong shape, too few points or an open area.
    """
    files = [
        (read_toml(path, _File), path) for path in sorted(folder.glob("*.toml")) if path.name != "views.toml"
    ]
    files.sort(key=lambda pair: (pair[0].order, pair[1].name))
    found: dict[str, list[Record]] = {}
    for content, path in files:
        for shape in content.shape:
            record = Record(shape, path)
            _check(record)
            for view in content.views:
                found.setdefault(view, []).append(record)
    return found


def _check(record: Record) -> None:
    shape = record.shape
    if shape.kind in ALWAYS_CLOSED and not shape.is_closed:
        raise ContentError(f"{record.where} is an open curve; remove `closed = false`, an area must close.")
    least = 3 if shape.is_closed else 2
    for name, points in (("points", shape.points), ("until", shape.until)):
        if (points or name == "points") and len(points) < least:
            raise ContentError(f"{record.where} has {len(points)} {name}; give at least {least}.")
    if bool(shape.until) != (shape.count > 1):
        raise ContentError(f"{record.where} needs both `until` and a `count` of 2 or more, or neither.")

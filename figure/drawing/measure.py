"""Compare what is drawn with the measured body: long axis, width along it, and centroid of each muscle.

The figure is drawn at the heights of the measured vertex, shoulder, crotch, knee and sole, so no y is
rescaled. Units are stature / 1000; everything describes the body's left side.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from shapely import LineString

from drawing.cover import Area, polygons
from drawing.curve import Array
from drawing.scene import Placed
from triggerpoints._records import ContentError

AT = (0.1, 0.3, 0.5, 0.7, 0.9)
SHAPE_LIMIT = 25.0  # axis ends and offsets: 2.5 % of stature
CENTROID_LIMIT = 10.0  # 1.0 % of stature
ENOUGH = 0.9
DRAWN = ("muscle", "flesh")
REACH = 200.0  # half the length of a cut across a muscle
COLUMNS = ("x0", "y0", "x1", "y1", *(f"{side}{round(100 * at)}" for at in AT for side in "ml"), "cx", "cy")


@dataclass(frozen=True)
class Measured:
    """One row of ``measured.csv``: the muscles of the atlas it stands for, and where they showed.

    ``ends`` is (2, 2), upper end first; ``offsets`` is (5, 2): how far the shape reaches to the medial
    (negative) and the lateral side of the axis at 10, 30, 50, 70 and 90 % of it. Of a muscle in
    several ``pieces`` ends and offsets are those of the largest; the centroid is that of all.
    """

    muscles: tuple[str, ...]
    view: str
    pieces: int
    ends: Array
    offsets: Array
    centroid: Array


@dataclass(frozen=True)
class Comparison:
    """How far a drawn muscle is off: its axis ends, its worst offset and its centroid."""

    row: Measured
    ends: float
    offset: float
    centroid: float

    @property
    def passes(self) -> bool:
        """Whether all three are within their limits."""
        return max(self.ends, self.offset) <= SHAPE_LIMIT and self.centroid <= CENTROID_LIMIT


def read_measured(path: Path) -> list[Measured]:
    """Return the rows of a table like ``measured.csv``.

    Raises :class:`ContentError` when the file is missing or a row lacks a column or a number.
    """
    if not path.exists():
        raise ContentError(f"{path} does not exist; name a table with the columns of figure/measured.csv.")
    with path.open(encoding="utf-8", newline="") as file:
        return [_measured(row, f"{path.name}, line {i}") for i, row in enumerate(csv.DictReader(file), 2)]


def _measured(row: dict[str, str], where: str) -> Measured:
    try:
        values = np.array([float(row[name]) for name in COLUMNS])
        muscles, view, pieces = tuple(row["muscles"].split("+")), row["view"], int(row["pieces"])
    except KeyError as error:
        raise ContentError(
            f"{where} has no column {error}; take the columns of figure/measured.csv."
        ) from None
    except (TypeError, ValueError) as error:
        raise ContentError(f"{where} is not all numbers ({error}); correct it.") from None
    return Measured(muscles, view, pieces, values[:4].reshape(2, 2), values[4:14].reshape(5, 2), values[14:])


def compare(row: Measured, drawn: Iterable[Placed]) -> Comparison | None:
    """Return how far the muscles of ``row`` are off among ``drawn``, or None if none of them is drawn."""
    areas = [
        one.area for one in drawn if one.record.shape.kind in DRAWN and one.record.shape.id in row.muscles
    ]
    if not areas:
        return None
    whole = shapely.union_all(areas)
    centre = np.array([whole.centroid.x, whole.centroid.y])
    largest = max(polygons(whole), key=lambda part: part.area) if row.pieces > 1 else whole
    away = float(np.hypot(*(centre - row.centroid)))
    return Comparison(row, _ends(row, largest), _offset(row, largest), away)


def _frame(row: Measured) -> tuple[Array, Array, float]:
    """Return the axis' direction, the direction to the lateral side, and its length."""
    along = row.ends[1] - row.ends[0]
    length = float(np.hypot(*along))
    along = along / length
    return along, np.array([along[1], -along[0]]), length


def _ends(row: Measured, shape: Area) -> float:
    """Return the larger distance, along the axis, of the drawn ends from the measured ones."""
    along, _, length = _frame(row)
    reach = (shapely.get_coordinates(shape) - row.ends[0]) @ along
    return max(abs(float(reach.min())), abs(float(reach.max()) - length))


def _offset(row: Measured, shape: Area) -> float:
    """Return the worst of the ten offsets; where the drawn shape has ended, its distance counts."""
    along, aside, length = _frame(row)
    worst = 0.0
    for at, (medial, lateral) in zip(AT, row.offsets, strict=True):
        foot = row.ends[0] + at * length * along
        cut = shapely.intersection(LineString([foot - REACH * aside, foot + REACH * aside]), shape)
        if cut.is_empty:
            edge = LineString([foot + medial * aside, foot + lateral * aside])
            worst = max(worst, float(shapely.distance(edge, shape)))
        else:
            across = (shapely.get_coordinates(cut) - foot) @ aside
            worst = max(worst, abs(float(across.min()) - medial), abs(float(across.max()) - lateral))
    return worst

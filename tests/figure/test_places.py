"""Every trigger point lies inside its own muscle as drawn, in each view it is placed in."""

import re
from functools import cache
from xml.etree import ElementTree

import numpy as np
import pytest
from shapely import Point, Polygon, union_all

from triggerpoints import Atlas

SVG = "{http://www.w3.org/2000/svg}"
ATLAS = Atlas()
POINTS = [(muscle, point) for muscle in ATLAS.muscles.values() for point in muscle.trigger_points]
PLACES = [(muscle.id, point.id, place) for muscle, point in POINTS for place in point.places]


def _rings(data: str) -> list[list[np.ndarray]]:
    """Return the corners and sampled curves of path data made of M, c, l and z."""
    rings, here, command = [], np.zeros(2), ""
    tokens = re.findall(r"[A-Za-z]|-?\d*\.?\d+", data)
    while tokens:
        if tokens[0].isalpha():
            command = tokens.pop(0)
            assert command in "Mclz", f"path command {command!r} is not read here"
            if command == "M":
                rings.append([])
            continue
        count = {"M": 2, "l": 2, "c": 6}[command]
        numbers, tokens = np.array(tokens[:count], dtype=float).reshape(-1, 2), tokens[count:]
        if command == "c":
            a, b, c = numbers + here
            rings[-1] += [
                (1 - t) ** 3 * here + 3 * (1 - t) ** 2 * t * a + 3 * (1 - t) * t**2 * b + t**3 * c
                for t in np.linspace(0, 1, 8, endpoint=False)
            ]
            here = c
        else:
            here = numbers[0] if command == "M" else here + numbers[0]
            rings[-1].append(here)
    return rings


@cache
def _root(view: str) -> ElementTree.Element:
    return ElementTree.fromstring(ATLAS.figure(view))


@cache
def _muscle(view: str, muscle: str, side: str) -> Polygon:
    """Return where ``muscle`` is drawn, all its layers together, in the units of the SVG."""
    paths = _root(view).iter(f"{SVG}path")
    wanted = [p.get("d") for p in paths if p.get("data-muscle") == muscle and p.get("data-side") == side]
    return union_all([Polygon(ring).buffer(0) for data in wanted for ring in _rings(data)])


def _drawn_at(view: str, x: float, y: float, side: str) -> Point:
    anterior_at = _root(view).get("data-anterior-at")
    across = 1000 * x if anterior_at is None else float(anterior_at) - 1000 * x
    mirrored = (view == "back") != (side == "right")
    return Point(-across if mirrored else across, 1000 * y)


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize(
    ("muscle", "point", "place"), PLACES, ids=lambda value: str(getattr(value, "view", value))
)
def test_point_lies_in_its_muscle(muscle, point, place, side):
    assert place.view in ATLAS.muscles[muscle].views
    spot = _drawn_at(place.view, place.x, place.y, side)
    area = _muscle(place.view, muscle, side)
    assert area.contains(spot), f"{point} is {area.distance(spot):.1f} outside {muscle} in {place.view}"


def test_every_point_with_a_described_location_has_a_place():
    assert [point.id for _, point in POINTS if point.location.text != "unsourced" and not point.places] == []

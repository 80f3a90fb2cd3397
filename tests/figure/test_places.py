"""Where a page draws a trigger point: inside its muscle, on both sides."""

from functools import cache

import pytest
from shapely import Point, union_all
from svg_reading import Drawn, area

from triggerpoints import Atlas

ATLAS = Atlas()
POINTS = [(muscle, point) for muscle in ATLAS.muscles.values() for point in muscle.trigger_points]
VIEWS = sorted({place.view for _, point in POINTS for place in point.places})

drawing = cache(Drawn)


def drawn_at(place, side):
    """Where a page draws ``place``: the left side as it is, the right side as its mirror."""
    anterior_at = drawing(place.view).root.get("data-anterior-at")
    across = 1000 * place.x if anterior_at is None else float(anterior_at) - 1000 * place.x
    mirrored = (place.view == "back") != (side == "right")
    return Point(-across if mirrored else across, 1000 * place.y)


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("view", VIEWS)
def test_points_lie_in_their_muscles(view, side):
    for muscle, point in POINTS:
        paths = drawing(view).chosen(muscle=muscle.id, side=side)
        drawn = union_all([area(path.get("d")) for path in paths])
        for place in point.places:
            assert place.view != view or drawn.contains(drawn_at(place, side)), (muscle.id, point.id)


def test_every_point_with_a_described_location_has_a_place():
    unplaced = {
        point.id
        for muscle, point in POINTS
        if muscle.views and point.location.text != "unsourced" and not point.places
    }
    assert unplaced == set()

"""The views in which a muscle is shown: what a plate has, and what a map opens on."""

from typing import get_args

import pytest

from triggerpoints import Atlas
from triggerpoints.atlas import View
from triggerpoints.atlas.drawing import drawing
from triggerpoints.atlas.views import best_views, muscle_key, plate_views, views_by_id, zone_key

ATLAS = Atlas()


@pytest.mark.parametrize(
    ("muscle", "plate", "opened"),
    [
        ("infraspinatus", ["back", "front"], "front"),  # the muscle behind, its pain in front
        ("subscapularis", ["front", "back"], "back"),
        ("rectus_abdominis", ["front", "back"], "front"),  # as much pain in both: where the muscle is
        ("masseter", ["head_side"], "head_side"),
        ("abductor_hallucis", ["foot_sole"], "foot_sole"),  # an inset shows more than the whole body does
    ],
)
def test_a_plate_shows_muscle_and_pain_and_a_map_opens_on_the_pain(muscle, plate, opened):
    assert plate_views(ATLAS.muscles[muscle]) == plate
    assert best_views(ATLAS.muscles[muscle])[0] == opened


@pytest.mark.parametrize("muscle", ATLAS.muscles.values(), ids=lambda muscle: muscle.id)
def test_every_view_that_shows_something_is_named_once_those_of_the_plate_first(muscle):
    found = best_views(muscle)
    plate = plate_views(muscle)
    assert set(found[: len(plate)]) == set(plate) and len(set(found)) == len(found)
    keys = [muscle_key(muscle), *map(zone_key, (*muscle.essential, *muscle.spillover))]
    shown = {place.view for point in muscle.trigger_points for place in point.places}
    for view in get_args(View):
        assert (view in found) == (view in shown or any(key in drawing(view).shapes for key in keys))


def test_a_point_has_its_own_order():
    by_id = views_by_id(ATLAS.muscles.values())
    for muscle in ATLAS.muscles.values():
        for point in muscle.trigger_points:
            assert by_id[point.id] == best_views(muscle, point) != []
    assert any(
        by_id[point.id] != by_id[muscle.id]
        for muscle in ATLAS.muscles.values()
        for point in muscle.trigger_points
    )

"""The views in which a muscle is shown: the one that shows most of it and its pain comes first."""

import pytest

from triggerpoints import Atlas
from triggerpoints.atlas.drawing import drawing
from triggerpoints.atlas.views import best_views, muscle_key, views_by_id, zone_key

ATLAS = Atlas()


@pytest.mark.parametrize(
    ("muscle", "views"),
    [
        ("infraspinatus", ["back", "front"]),  # the muscle behind, its pain in front
        ("rectus_abdominis", ["front", "back"]),
        ("abductor_hallucis", ["foot_sole"]),  # an inset where it shows more than the whole body does
        ("masseter", ["head_side"]),
    ],
)
def test_a_muscle_opens_where_most_of_it_and_its_pain_is_seen(muscle, views):
    assert list(best_views(ATLAS.muscles[muscle]))[: len(views)] == views


@pytest.mark.parametrize("muscle", ATLAS.muscles.values(), ids=lambda muscle: muscle.id)
def test_every_view_that_shows_something_is_named_once_and_all_of_it_is_seen(muscle):
    found = best_views(muscle)
    keys = [muscle_key(muscle), *map(zone_key, (*muscle.essential, *muscle.spillover))]
    shown = {place.view for point in muscle.trigger_points for place in point.places}
    for view in ("front", "back", "head_side", "foot_sole", "hand_palm"):
        assert (view in found) == (view in shown or any(key in drawing(view).shapes for key in keys))
    assert sum(found.values()) == pytest.approx(1)
    assert max(found.values()) == next(iter(found.values()))


def test_a_point_has_its_own_order():
    by_id = views_by_id(ATLAS.muscles.values())
    for muscle in ATLAS.muscles.values():
        for point in muscle.trigger_points:
            assert by_id[point.id] == list(best_views(muscle, point)) != []
    assert any(
        by_id[point.id] != by_id[muscle.id]
        for muscle in ATLAS.muscles.values()
        for point in muscle.trigger_points
    )

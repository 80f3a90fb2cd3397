"""Plates: what a still picture of a muscle shows, in lines and in words."""

import re

import pytest

from triggerpoints import Atlas
from triggerpoints.atlas.drawing import drawing
from triggerpoints.atlas.paths import meet
from triggerpoints.atlas.views import muscle_key, zone_key
from triggerpoints.sphinxext._plate import plate, shared
from triggerpoints.sphinxext._plate_views import frames
from triggerpoints.sphinxext._plate_words import in_words

ATLAS = Atlas()


@pytest.mark.parametrize("muscle", ATLAS.muscles.values(), ids=lambda muscle: muscle.id)
def test_a_plate_shows_the_muscle_its_pain_and_its_points(muscle):
    """One or two pictures show what the figure has of the muscle, and most of its essential pain."""
    shown = frames(muscle)
    assert 1 <= len(shown) <= 2
    figures = [drawing(frame.view) for frame in shown]
    if muscle.views:
        assert any(muscle_key(muscle) in figure.shapes for figure in figures)
    seen = [zone for zone in muscle.essential if any(zone_key(zone) in figure.shapes for figure in figures)]
    assert len(seen) >= len(muscle.essential) / 2
    for frame, figure in zip(shown, figures, strict=True):
        left, top, right, bottom = frame.box
        assert (
            figure.box[0] <= left < right <= figure.box[2] and figure.box[1] <= top < bottom <= figure.box[3]
        )
        for point in muscle.trigger_points:
            for place in point.places:
                if place.view == frame.view:
                    x, y = figure.spot(place)
                    assert left < x < right and top < y < bottom
        solid = in_words(muscle, frame).partition("Hatched")[0]
        for zone in muscle.essential:
            assert (ATLAS.zones[zone].name in solid) == (zone_key(zone) in figure.shapes)


def test_every_plate_finds_the_body_it_uses_and_no_id_is_there_twice():
    muscles = [muscle for muscle in ATLAS.muscles.values() if muscle.region == "shoulder"]
    html = shared(muscles) + "".join(map(plate, muscles))
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) | set(re.findall(r"url\(#([^)]+)\)", html)) <= set(ids)


def test_the_shared_body_leaves_out_what_no_plate_shows():
    abdomen = [muscle for muscle in ATLAS.muscles.values() if muscle.region == "abdomen"]
    boxes = {frame.view: frame.box for muscle in abdomen for frame in frames(muscle)}
    foot = drawing("front").boxes(muscle_key(ATLAS.muscles["extensor_digitorum_brevis"]))
    assert foot and not any(meet(box, boxes["front"]) for box in foot)
    hidden = drawing("front").shapes[muscle_key(ATLAS.muscles["extensor_digitorum_brevis"])][0].d
    assert hidden not in shared(abdomen)

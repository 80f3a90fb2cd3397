"""The map on the page of a region opens on the region."""

from typing import get_args

import pytest

from triggerpoints import Atlas
from triggerpoints.atlas._model import Region
from triggerpoints.atlas.drawing import drawing
from triggerpoints.atlas.views import muscle_key
from triggerpoints.sphinxext._region_map import look


@pytest.mark.parametrize("region", get_args(Region))
def test_the_first_frame_holds_every_muscle_that_its_view_shows(region):
    muscles = [muscle for muscle in Atlas().muscles.values() if muscle.region == region]
    seen = look(muscles)
    figure = drawing(seen["view"])
    left, top, right, bottom = figure.box
    wide, high = (right - left) / seen["scale"], (bottom - top) / seen["scale"]
    centre = seen["centres"][seen["view"]]
    x = min(max(centre["x"] - wide / 2, left), right - wide)  # as the front end keeps it inside the whole
    y = min(max(centre["y"] - high / 2, top), bottom - high)
    boxes = [box for muscle in muscles for box in figure.boxes(muscle_key(muscle))]
    assert boxes
    for box in boxes:
        assert x <= box[0] and box[2] <= x + wide and y <= box[1] and box[3] <= y + high


def test_a_region_of_the_surface_opens_on_the_surface():
    muscles = [muscle for muscle in Atlas().muscles.values() if muscle.region == "chest"]
    assert look(muscles)["layer"] == "superficial"
    assert look([muscle for muscle in muscles if muscle.layer == "deep"])["layer"] == "deep"

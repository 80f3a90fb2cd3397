"""The figure taken apart, and its paths as numbers."""

import pytest

from triggerpoints.atlas.drawing import drawing, drawn_views
from triggerpoints.atlas.paths import framed, path_area, path_box, path_breadth


@pytest.mark.parametrize("view", drawn_views())
def test_every_view_can_be_taken_apart(view):
    found = drawing(view)
    assert found.shapes
    left, top, right, bottom = found.box
    for shapes in found.shapes.values():
        for shape in shapes:
            box = path_box(shape.d)
            assert box is not None
            assert left - 20 <= box[0] <= box[2] <= right + 20
            assert top - 20 <= box[1] <= box[3] <= bottom + 20


@pytest.mark.parametrize(
    ("d", "box"),
    [
        ("M1,2L3-4", (1, -4, 3, 2)),
        ("m1 2 3 4z", (1, 2, 4, 6)),
        ("M0,0H5v-2h-1V3", (0, -2, 5, 3)),
        ("M0 0c1,1 2,2 3,0s1-5,2,0", (0, -5, 5, 2)),
        ("M0,0q1,2 3,0t1 1", (0, 0, 4, 2)),
        ("M-12,0a12,8 0 1,0 24,0a12,8 0 1,0 -24,0Z", (-12, -8, 12, 8)),
        ("", None),
    ],
)
def test_the_box_of_a_path(d, box):
    assert path_box(d) == box


def test_a_path_that_is_none_is_an_error():
    with pytest.raises(ValueError, match="not an SVG path"):
        path_box("X 1 2")


def test_area_and_breadth_are_those_of_the_pieces():
    strap, square = "M0,0h10v1h-10z", "m20 0 2 0 0 2 -2 0z"
    assert path_area(strap + square) == pytest.approx(14)
    assert path_breadth(strap) == pytest.approx(20 / 22)
    assert path_breadth(strap + square) == pytest.approx(1), "the widest piece counts"
    assert path_breadth("") == 0


@pytest.mark.parametrize(
    ("box", "frame"),
    [
        ((4, 4, 6, 6), (2, 2, 8, 8)),
        ((0, 9, 1, 10), (0, 4, 6, 10)),
    ],
)
def test_a_frame_is_moved_into_the_picture(box, frame):
    assert framed(box, (0, 0, 10, 10), 6, 6) == frame
    assert framed(box, (0, 0, 10, 10), 20, 20) == (0, 0, 10, 10)

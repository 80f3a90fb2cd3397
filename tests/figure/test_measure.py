"""The comparison with the measured body: right numbers for known shapes, clear sentences for bad tables."""

from pathlib import Path

import numpy as np
import pytest
from shapely import MultiPolygon, box

import compare
from drawing.measure import Measured
from drawing.measure import compare as compared
from drawing.scene import Placed
from drawing.source import Record, Shape
from triggerpoints._records import ContentError

TABLE = Path(compare.HERE) / "measured.csv"
HEAD = TABLE.read_text(encoding="utf-8").splitlines()[0]
STRIP = Measured(
    ("a",), "front", 1, np.array([[50.0, 100], [50, 200]]), np.array([[-10.0, 10]] * 5), np.array([50.0, 150])
)


def placed(area, name="a", kind="muscle"):
    return Placed(Record(Shape(kind=kind, id=name, points=[]), TABLE), area, [])


def test_the_measured_shape_itself_is_not_off():
    result = compared(STRIP, [placed(box(40, 100, 60, 200)), placed(box(0, 0, 9, 9), "b")])
    assert (result.ends, result.offset, result.centroid) == (0, 0, 0) and result.passes


@pytest.mark.parametrize(
    ("area", "ends", "offset", "centroid"),
    [
        (box(40, 110, 60, 200), 10, 0, 5),  # starts too low, reaches over the first cut
        (box(40, 120, 60, 200), 20, 10, 10),  # ends before the first cut, 10 from it
        (box(48, 100, 60, 200), 0, 8, 4),  # too narrow on the medial side
        (box(40, 100, 70, 200), 0, 10, 5),  # too broad on the lateral side
    ],
)
def test_each_number_is_a_distance_in_thousandths(area, ends, offset, centroid):
    result = compared(STRIP, [placed(area)])
    assert (result.ends, result.offset, result.centroid) == pytest.approx((ends, offset, centroid))


@pytest.mark.parametrize(("area", "true"), [(box(40, 118, 60, 200), True), (box(40, 126, 60, 200), False)])
def test_limits_are_those_of_the_issue(area, true):
    assert compared(STRIP, [placed(area)]).passes is true


def test_a_combined_row_is_the_union_and_muscles_without_a_record_count():
    both = Measured(("a", "b"), "front", 1, STRIP.ends, STRIP.offsets, STRIP.centroid)
    upper, lower = placed(box(40, 100, 60, 150)), placed(box(40, 150, 60, 200), "b", "flesh")
    assert compared(both, [upper, lower]).passes
    assert compared(both, [placed(box(40, 100, 60, 200), "c")]) is None


def test_of_several_pieces_only_the_largest_gives_the_shape():
    pieces = MultiPolygon([box(40, 100, 60, 200), box(300, 100, 310, 110)])
    several = Measured(("a",), "front", 2, STRIP.ends, STRIP.offsets, np.array([62.1, 147.8]))
    assert compared(several, [placed(pieces)]).offset == 0
    assert compared(STRIP, [placed(pieces)]).centroid > 5


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, ["m.csv does not exist", "measured.csv"]),
        (f"{HEAD}\n", ["m.csv has no rows", "add what was measured"]),
        (
            f"{HEAD}\nfrontalus,a,front,1{',1' * 16}\n",
            ["m.csv has the muscle 'frontalus'", "did you mean 'frontalis'?"],
        ),
        (f"{HEAD}\nqqq,a,front,1{',1' * 16}\n", ["m.csv has the muscle 'qqq'", "use an id of"]),
        ("muscles,view\na,front\n", ["m.csv, line 2", "no column 'x0'"]),
        (f"{HEAD}\na,a,front,1{',x' * 16}\n", ["m.csv, line 2", "not all numbers", "correct it"]),
        (f"{HEAD}\na,a,top,1{',1' * 16}\n", ["m.csv", "view 'top'", "use one of"]),
    ],
)
def test_a_bad_table_is_one_clear_sentence(tmp_path, text, words):
    path = tmp_path / "m.csv"
    if text:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as error:
        compare.comparisons(path)
    assert [word for word in words if word not in str(error.value)] == [] and "\n" not in str(error.value)


def test_a_folder_is_one_clear_sentence(tmp_path, capsys):
    assert compare.main(["--measured", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and "is a folder; name a table" in said

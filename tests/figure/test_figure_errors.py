"""A fault in the curves is one clear sentence that names the file, the record and the fix."""

import re
import shutil
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
import shapely
from msgspec.structs import replace

import draw
from drawing.rules import check_places
from triggerpoints import Atlas
from triggerpoints._records import ContentError

pytestmark = pytest.mark.usefixtures("lines_fitted_once")
ATLAS = Atlas()
CURVES = draw.HERE / "curves"

FILE = "zz_test.toml"
SQUARE = "points = [[10, 210], [20, 210], [20, 220], [10, 220]]"


def shape(body, view="front", order=1):
    return f'view = "{view}"\norder = {order}\n[[shape]]\n{body}\n'


def fault(curves, text, only="front"):
    (curves / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as error:
        draw.draw(curves, only=only)
    return str(error.value)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            f'kind = "muscle"\nid = "biceps_imaginarius"\n{SQUARE}',
            ["muscle 'biceps_imaginarius'", "not in the atlas", "use the id"],
        ),
        (
            f'kind = "flesh"\nid = "masseter"\n{SQUARE}',
            ["flesh 'masseter'", "has a record", "kind 'muscle'"],
        ),
        (
            f'kind = "zone"\nid = "buttock"\n{SQUARE}',
            ["zone 'buttock'", "drawn in 'front'", "shows it in back"],
        ),
        (
            f'kind = "zone"\nid = "groin"\nclosed = false\n{SQUARE}',
            ["zone 'groin'", "open curve", "remove `closed = false`"],
        ),
        (
            'kind = "zone"\nid = "groin"\npoints = [[1, 2], [3, 4]]',
            ["zone 'groin'", "2 points", "at least 3"],
        ),
        (
            'kind = "fibre"\nid = "masseter"\npoints = [[1, 2], [3, 4]]\ncount = 4',
            ["fibre 'masseter'", "`until`", "`count`"],
        ),
    ],
)
def test_fault_names_file_record_and_fix(curves, body, words):
    message = fault(curves, shape(body))
    assert FILE in message and message.count("\n") == 0
    assert [word for word in words if word not in message] == []


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            'kind = "zone"\nid = "heel"\npoints = [[10, 210, 0], [20, 220, 0], [20, 210, 0], [10, 220, 0]]',
            ["zone 'heel'", "crosses itself", "move or remove"],
        ),
        (
            'kind = "zone"\nid = "heel"\npoints = [[300, 210], [310, 210], [310, 220]]',
            ["zone 'heel'", "shows nowhere", "move or remove"],
        ),
        (
            'kind = "fibre"\nid = "masseter"\nlayer = "deep"\npoints = [[1, 2], [3, 4]]',
            ["fibre 'masseter'", "no deep muscle", "use the id"],
        ),
        (
            f'kind = "zone"\nid = "heel"\nwithin = "tail"\n{SQUARE}',
            ["zone 'heel'", "'tail'", "use one of: "],
        ),
    ],
)
def test_a_fault_that_only_the_drawing_shows(curves, body, words):
    """In the smallest view: everything is drawn before such a fault comes to light."""
    message = fault(curves, shape(body, "foot_sole"), only="foot_sole")
    assert FILE in message and message.count("\n") == 0
    assert [word for word in words if word not in message] == []


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (
            f'kind = "muscle"\nid = "biceps_imaginarius"\n{SQUARE}',
            f"{FILE}: muscle 'biceps_imaginarius' is not in the atlas; use the id of a muscle there.",
        ),
        (
            f'kind = "zone"\nid = "buttock"\n{SQUARE}',
            f"{FILE}: zone 'buttock' is drawn in 'front', but the atlas shows it in back; draw it there or "
            "change its `views`.",
        ),
        (
            f'kind = "zone"\nid = "groin"\nclosed = false\n{SQUARE}',
            f"{FILE}: zone 'groin' is an open curve; remove `closed = false`, an area must close.",
        ),
    ],
)
def test_the_command_says_one_sentence_and_fails(curves, monkeypatch, capsys, body, sentence):
    (curves / FILE).write_text(shape(body), encoding="utf-8")
    monkeypatch.setattr(draw, "draw", partial(draw.draw, curves))
    assert draw.main(["--check", "--view", "front"]) == 1
    assert capsys.readouterr().err == f"{sentence}\n"


def test_a_veil_that_only_touches_its_muscle_is_named(curves):
    corners = "points = [[{0}, 90, 0], [{1}, 90, 0], [{1}, 95, 0], [{0}, 95, 0]]"
    name = 'id = "flexor_hallucis_brevis"'
    veil = f'kind = "tendon"\n{name}\nclosed = true\nveil = true\n{corners.format(58, 61)}'
    muscle = f'kind = "muscle"\n{name}\n{corners.format(55, 58)}'
    assert fault(curves, shape(f"{muscle}\n[[shape]]\n{veil}", "foot_sole"), only="foot_sole") == (
        f"{FILE}: tendon 'flexor_hallucis_brevis' shows nowhere on what it veils; move it there or remove it."
    )


def test_unknown_field_names_file_and_record(curves):
    message = fault(curves, shape(f'kind = "zone"\nid = "groin"\ncolour = "red"\n{SQUARE}'))
    assert FILE in message and "'groin'" in message and "colour" in message


def test_missing_shape_names_the_muscle_and_what_to_do(curves):
    path = curves / "front_head.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace('id = "masseter"', 'id = "temporalis"'), encoding="utf-8"
    )
    with pytest.raises(ContentError) as error:
        draw.draw(curves, only="front")
    assert str(error.value) == (
        "muscle 'masseter' is drawn nowhere in 'front'; add a shape to figure/curves "
        "or take the view out of its `views`."
    )


def test_what_the_geometry_library_cannot_cut_is_named(curves, monkeypatch):
    def fails(*areas, **options):
        raise shapely.GEOSException("TopologyException: side location conflict at 18 54. This can occur if")

    monkeypatch.setattr(shapely, "difference", fails)
    assert fault(curves, shape('kind = "muscle"\nid = "masseter"\n' + SQUARE)) == (
        f"{FILE}: muscle 'masseter' cannot be cut by what lies above it (TopologyException: side location "
        "conflict at 18 54); move a point of it there a little."
    )


def test_view_without_skin(curves):
    (curves / "outline.toml").unlink()
    assert "no outline" in fault(curves, shape(f'kind = "bone"\nid = "x"\n{SQUARE}'))


PLACE = 'places = [{ view = "foot_sole", x = 0.0238, y = 0.1 }]'


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        (
            'places = [{ view = "foot_sole", x = 0.06, y = 0.1 }]',
            r"foot\.toml: 'abductor_hallucis' T52 lies outside its muscle as drawn in 'foot_sole', by [\d.]+ "
            r"thousandths of stature; move it, such as to x = 0\.0[23]\d+, y = 0\.\d+\.",
        ),
        (
            'places = [{ view = "front", x = 0.06, y = 0.1 }]',
            r"foot\.toml: 'abductor_hallucis' T52 has a place in 'front', but its muscle is drawn in "
            r"foot_sole; correct one\.",
        ),
    ],
)
def test_a_point_outside_its_muscle_fails_the_check(tmp_path, monkeypatch, capsys, place, sentence):
    data = Path(shutil.copytree(draw.PACKAGE / "data", tmp_path / "data"))
    file = data / "muscles" / "foot.toml"
    text = file.read_text(encoding="utf-8")
    assert PLACE in text
    file.write_text(text.replace(PLACE, place), encoding="utf-8")
    monkeypatch.setattr(draw, "Atlas", lambda: Atlas(data))
    assert draw.main(["--check", "--view", "foot_sole"]) == 1
    assert re.fullmatch(sentence, capsys.readouterr().err.strip())


def test_the_place_that_is_proposed_lies_inside():
    """In a profile too, where x says how far forward a place lies."""
    scene = draw.compose(draw.read_views(CURVES)["head_side"], draw.read_records(CURVES)["head_side"])
    muscle = ATLAS.muscles["masseter"]
    point = next(point for point in muscle.trigger_points if point.places)

    def faults(x, y):
        place = replace(point.places[0], view="head_side", x=x, y=y)
        moved = replace(muscle, trigger_points=(replace(point, places=(place,)),))
        return check_places({"head_side": scene}, SimpleNamespace(muscles={"masseter": moved}))

    (fault,) = faults(0.5, 0.3)
    x, y = (float(number) for number in re.findall(r"[xy] = ([-\d.]+\d)", fault))
    assert faults(x, y) == []


def test_check_reports_a_changed_file_and_writes_nothing(tmp_path, monkeypatch, capsys):
    package = tmp_path / "atlas"
    shutil.copytree(draw.PACKAGE, package)
    monkeypatch.setattr(draw, "PACKAGE", package)
    # What the curves give, which another test holds to be the committed files: half a minute to draw.
    drawn = {path.stem: path.read_text(encoding="utf-8") for path in (package / "figure").glob("*.svg")}
    monkeypatch.setattr(draw, "draw", lambda only: (drawn, ATLAS.zone_areas, []))
    assert draw.main(["--check"]) == 0
    changed = package / "figure" / "front.svg"
    changed.write_text("<svg/>", encoding="utf-8")
    zones = package / "data" / "zones" / "1_head_and_neck.toml"
    zones.write_text(zones.read_text(encoding="utf-8").replace("area = ", "area = 1", 1), encoding="utf-8")
    before = zones.read_bytes()
    assert draw.main(["--check"]) == 1
    assert changed.read_text(encoding="utf-8") == "<svg/>" and zones.read_bytes() == before
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("1_head_and_neck.toml: zone 'head_vertex' has area 1")
    assert lines[1] == "front.svg differs from its curves; run `python figure/draw.py`."

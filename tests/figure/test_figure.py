"""The committed figure keeps its promises: ids, mirror, borders, size."""

import gzip
import re
from itertools import combinations
from typing import get_args

import pytest
from shapely import Polygon, affinity, union_all
from svg_reading import NUMBER, SVG, Drawn, area, rings

import draw
from drawing import source
from triggerpoints import Atlas
from triggerpoints.atlas import View

ATLAS = Atlas()
GZIPPED = 60_000
TOUCH = 2.0  # rounding along a shared border: a tenth of a unit over the longest borders
HALO = 0.35  # a fitted curve may leave the skin by no more than its own tolerance


def test_drawing_again_gives_the_same_bytes():
    assert draw.draw(only="foot_sole") == draw.draw(only="foot_sole")


@pytest.mark.parametrize("kind", ["muscle", "zone"])
def test_ids_are_those_of_the_atlas_on_both_sides(drawn, kind):
    records = ATLAS.muscles if kind == "muscle" else ATLAS.zones
    wanted = {
        (name, side) for name, r in records.items() if drawn.view in r.views for side in ("left", "right")
    }
    found = {(path.get(f"data-{kind}"), path.get("data-side")) for path in drawn.chosen(**{kind: True})}
    assert found == wanted


def test_right_is_the_mirror_of_left(drawn):
    def shapes(side, sign):
        return sorted(
            (path.get("data-muscle") or path.get("data-zone"), mirrored(path.get("d"), sign))
            for path in drawn.chosen(side=side)
        )

    def mirrored(data, sign):
        numbers = [float(n) for n in NUMBER.findall(data)]
        return tuple(sign * n if i % 2 == 0 else n for i, n in enumerate(numbers))

    assert shapes("left", 1.0) == shapes("right", -1.0)


def test_the_bodys_left_is_where_the_view_says(drawn):
    sign = -1 if drawn.view == "back" else 1
    assert all(sign * area(path.get("d")).centroid.x > 0 for path in drawn.chosen(side="left"))


def test_what_is_drawn_for_both_sides_at_once_is_its_own_mirror(drawn):
    shapes = {path.get("d"): path.get("data-decor") for path in drawn.chosen(decor=True, area="")}
    shapes |= {path.get("d"): "flesh" for path in drawn.chosen(decor="flesh")}
    for data, kind in shapes.items():
        mirrored = affinity.scale(area(data), -1, 1, origin=(0, 0))
        assert area(data).symmetric_difference(mirrored).area < 0.01, (kind, data[:30])


@pytest.mark.parametrize("group", [{"layer": "superficial"}, {"layer": "deep"}, {"zone": True}])
def test_nothing_overlaps_within_a_layer(drawn, group):
    shapes = [(path, area(path.get("d"))) for path in drawn.chosen(side="left", **group)]
    assert shapes
    for (one, a), (other, b) in combinations(shapes, 2):
        names = [p.get("data-muscle") or p.get("data-zone") for p in (one, other)]
        assert a.intersection(b).area < TOUCH + 0.002 * min(a.area, b.area), names


def test_no_path_crosses_itself(drawn):
    areas = drawn.chosen(side=True) + drawn.chosen(outline=True)
    names = {
        p.get("data-muscle") or p.get("data-zone") or "outline"
        for p in areas
        for ring in rings(p.get("d"))
        if not Polygon(ring).is_valid
    }
    assert names == set()


@pytest.mark.parametrize("kind", ["muscle", "zone"])
def test_everything_lies_inside_the_skin(drawn, kind):
    skin = drawn.outline.buffer(HALO)
    assert [
        p.get(f"data-{kind}") for p in drawn.chosen(**{kind: True}) if not skin.covers(area(p.get("d")))
    ] == []


def test_zones_tile_the_body(drawn):
    if drawn.view == "head_side":
        pytest.skip("the profile shows neither face nor chest zones in full")
    bare = drawn.outline.buffer(-1).difference(union_all([area(p.get("d")) for p in drawn.chosen(zone=True)]))
    ears = 900  # both ears are chosen in the profile
    assert bare.area < ears


def test_outline_is_one_closed_curve_a_body(drawn):
    data = "".join(path.get("d") for path in drawn.chosen(outline=True))
    expected = 1 if drawn.view in ("front", "back") else 2
    assert (data.count("M"), data.count("z")) == (expected, expected)


def test_elements_carry_no_colour_and_no_transform(drawn):
    allowed = {
        "d",
        "data-muscle",
        "data-side",
        "data-layer",
        "data-zone",
        "data-outline",
        "data-decor",
        "data-area",
        "data-ink",
        "data-bare",
        "display",
        "fill-opacity",
    }
    assert {key for path in drawn.paths for key in path.attrib} <= allowed
    assert "transform" not in drawn.file.read_text(encoding="utf-8")


def test_zones_are_drawn_above_the_muscles(drawn):
    groups = [element.get("data-group") for element in drawn.root if element.get("data-group")]
    assert groups == ["superficial", "deep", "zones", "decor"]


def test_contours_of_muscles_go_with_their_layer_and_creases_show_with_every_layer():
    front = Drawn("front")
    drawn_in = {
        element.get("data-group"): [path.get("data-decor") for path in element]
        for element in front.root
        if element.get("data-group")
    }
    assert "contour" in drawn_in["superficial"] and "contour" in drawn_in["decor"]
    assert "contour" not in drawn_in["deep"]


def test_lines_of_bare_skin_are_hidden_until_a_page_shows_zones():
    for view in ("foot_sole", "hand_palm"):
        lines = Drawn(view).chosen(bare=True)
        assert lines and {path.get("display") for path in lines} == {"none"}
    assert not Drawn("front").chosen(bare=True)


def test_an_inset_has_as_thin_lines_on_paper_as_the_body():
    def width(view):
        style = Drawn(view).root.findtext(f"{SVG}style")
        return float(re.search(r"\[data-outline\][^}]*stroke-width: ([.0-9]+)", style)[1])

    for view, one in source.read_views(draw.HERE / "curves").items():
        assert width(view) * one.enlarged == pytest.approx(width("front"), rel=0.01), view


def test_muscles_without_a_record_are_seen_and_not_chosen():
    curves = source.read_records(draw.HERE / "curves")
    flesh = {
        (record.shape.id, view) for view in curves for record in curves[view] if record.shape.kind == "flesh"
    }
    assert {("extensor_indicis", "back"), ("abductor_digiti_minimi", "hand_palm")} <= flesh
    assert [one for one in flesh if one[0] in ATLAS.muscles and one[1] in ATLAS.muscles[one[0]].views] == []
    for view in ("front", "back", "foot_sole", "hand_palm"):
        paths = Drawn(view).chosen(decor="flesh")
        assert paths and not any(path.get("data-muscle") or path.get("data-side") for path in paths)


@pytest.mark.parametrize("view", get_args(View))
def test_size_and_credit(view):
    data = Drawn(view).file.read_bytes()
    assert len(gzip.compress(data)) < GZIPPED
    assert "CC BY-SA 4.0" in data.decode() and "Z-Anatomy" in data.decode()


def test_stored_zone_areas_are_those_of_the_drawn_paths():
    files = {view: Drawn(view) for view in get_args(View)}

    def measured(name, view):
        return sum(area(path.get("d")).area for path in files[view].chosen(zone=name, side="left"))

    for name, zone in ATLAS.zones.items():
        front = max(measured(name, "front"), measured(name, "hand_palm"))
        shown = front + measured(name, "back") + measured(name, "foot_sole") or measured(name, "head_side")
        assert zone.area == pytest.approx(shown, rel=0.02, abs=3), name

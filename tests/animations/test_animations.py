"""Animations: what their files may say, what stands behind them, and how the figure is bent."""

import pytest

from triggerpoints._records import ContentError
from triggerpoints.animations import DATA, DRAWN, Pose, animations, shared
from triggerpoints.animations._body import tilted
from triggerpoints.animations._load import read_animation
from triggerpoints.animations._model import Bend
from triggerpoints.animations._path import bent, commands, cut, written
from triggerpoints.animations._picture import read_drawn
from triggerpoints.atlas.paths import path_box

IDS = {
    "flat-palpation",
    "pincer-palpation",
    "compression-and-release",
    "stripping",
    "pressure-contraction-stretch",
    "post-isometric-relaxation",
    "ball-self-treatment",
    "upper-trapezius-stretch",
    "where-not-to-press",
}
SHAPE = '<g data-shape="{0}"><path d="M0 0{0}"/></g>'
HEAVIEST = 45_000  # characters of an animation's drawing; about a third of it travels


def test_every_technique_of_the_course_is_there_and_can_be_drawn():
    assert set(animations()) == IDS
    for one in animations().values():
        assert len(shared(one)) < HEAVIEST, one.id
        assert one.safety
        assert any(step.move for step in one.step), one.id


def test_every_drawing_is_used():
    used = {part.drawn for one in animations().values() for picture in one.picture for part in picture.part}
    assert {path.stem for path in DRAWN.glob("*.svg")} == used - {""}


def test_nothing_presses_down_on_the_ridge_above_the_lung():
    """The upper trapezius is pinched; a thumb or finger on its ridge would be wrong (see the atlas)."""
    for one in animations().values():
        chosen = {muscle for picture in one.picture for part in picture.part for muscle in part.chosen}
        drawn = {part.drawn for picture in one.picture for part in picture.part}
        if "trapezius_superior" in chosen:
            assert not drawn & {"hand-thumb", "tissue", "muscle-on-bone"}, one.id


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('id = "stripping"', 'id = "strip"', "the id 'strip' is not the file's name"),
        (
            "move.way = ",
            "move.ways = ",
            "step 3 moves 'ways', which is no part of a picture; did you mean 'way'?",
        ),
        ('shape = "light"', 'shape = "firm"', "part 'tissue' has no shape 'firm'; it has rest, light"),
        ('chosen = ["extensor_digitorum"]', 'chosen = ["masseter"]', "shows no 'masseter'"),
        ('drawn = "arrow"', 'drawn = "arow"', "there is no such drawing"),
        ("go slower and press less", "stay 45 seconds and press less", "step 4 says 45, which no source"),
        ('press less, not more."', 'press less, not more"', "end it with a full stop"),
        ("seconds = 8", "seconds = 3", "the caption takes"),
        ('id = "band"', 'id = "bed"', "part 'bed' is there twice; rename one"),
        (
            'drawn = "muscle-along"',
            'drawn = "muscle-along"\nfigure = "back"',
            "give one of 'drawn' and 'figure'",
        ),
        (
            'title = "Stripping"',
            'title = "Stripping"\ncite = ["Nobody1900"]',
            "cites 'Nobody1900', which is not in references",
        ),
        (
            'title = "Stripping"',
            'title = "Stripping"\ncite = ["Mehdikhani2012RETRACTED"]',
            "cites 'Mehdikhani2012RETRACTED', which was retracted; cite another.",
        ),
        ("[[step]]", '[[step]]\ncontraindication = "CI99"', "contraindication 'CI99'; did you mean 'CI"),
        ("seen = 0.4", "seen = 4", "<= 1"),
        ("[[picture.label]]", "[[picture.lable]]", "lable"),
    ],
)
def test_a_technique_that_cannot_be_shown_is_one_sentence(tmp_path, old, new, fault):
    text = (DATA / "stripping.toml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "stripping.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as error:
        read_animation(path)
    said = str(error.value)
    assert said.startswith(f"{path}: ") and said.endswith((".", "?")) and "\n" not in said
    assert fault in said


@pytest.mark.parametrize(
    ("svg", "fault"),
    [
        ("<svg>", "this is not SVG"),
        (f"<svg>{SHAPE.format('L1 1')}{SHAPE.format('C1 1 2 2 3 3')}</svg>", "differ in more than numbers"),
    ],
)
def test_a_drawing_that_cannot_move_is_one_sentence(tmp_path, svg, fault):
    path = tmp_path / "hand.svg"
    path.write_text(svg, encoding="utf-8")
    with pytest.raises(ContentError, match=fault):
        read_drawn(path)


def test_a_step_carries_over_what_it_leaves_open():
    animation = animations()["flat-palpation"]
    third = animation.poses()[2]
    assert [pose.x for pose in third["finger"]] == [-26, 24, -26, 24]
    assert {pose.y for pose in third["finger"]} == {13}  # as deep as the step before pressed
    assert animation.stills()[-1]["tissue"] == Pose(x=5, y=0, turn=0, wide=1, high=1, seen=1, shape="pressed")


def test_a_tilted_head_turns_as_a_whole_and_leaves_the_trunk():
    bend = Bend(degrees=20, pivot=(0, 140), trunk=160, neck=90)
    for point in ((30.0, 160.0), (-90.0, 200.0)):
        assert tilted(bend, point) == point
    ears = [tilted(bend, point) for point in ((-40.0, 70.0), (40.0, 70.0))]
    (left, left_y), (right, right_y) = ears
    assert (right - left) ** 2 + (right_y - left_y) ** 2 == pytest.approx(80**2)
    assert right_y - left_y == pytest.approx(80 * 0.34202, abs=0.01)  # the sine of 20 degrees
    half = tilted(bend, (0.0, 125.0))
    assert 0 < half[0] < tilted(bend, (0.0, 90.0))[0]


def test_path_data_survives_reading_cutting_and_writing():
    d = "M0 0l10 0c5 0 5 10 0 10l-10 0zM500 500l9 9l-9 9z"
    assert written(commands(d)) == d
    near = cut(commands(d), (-5, -5, 20, 20))
    assert written(near) == "M0 0l10 0c5 0 5 10 0 10l-10 0z"
    around = "M0 0L40 0L90 10L90 50L80 90L40 99L0 99z"
    short = written(cut(commands(around), (-10, -10, 50, 110)))
    assert path_box(short) and len(short) < len(written(commands(around)))
    assert "M0 0" in short and short.endswith("z")
    with pytest.raises(ValueError, match="'A' cannot be bent"):
        commands("M0 0A1 1 0 0 0 2 2")
    up = bent(commands("M1 2l3 4"), lambda point: (point[0], -point[1]))
    assert written(up) == "M1-2l3-4"

"""Techniques shown moving: what their files may say, how the figure is bent, and what a page gets of them."""

import json
import re
from html import unescape

import pytest

from triggerpoints._records import ContentError
from triggerpoints.atlas.paths import path_box
from triggerpoints.sphinxext._technique import Bend, Pose
from triggerpoints.sphinxext._technique_body import tilted
from triggerpoints.sphinxext._technique_load import read_technique, techniques
from triggerpoints.sphinxext._technique_path import bent, commands, cut, written
from triggerpoints.sphinxext._technique_picture import DRAWN, TECHNIQUES, read_drawn, shared

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
HEAVIEST = 45_000  # characters of a technique's drawing; about a third of it travels


def test_every_technique_of_the_course_is_there_and_can_be_drawn():
    assert set(techniques()) == IDS
    for technique in techniques().values():
        assert len(shared(technique)) < HEAVIEST, technique.id
        assert technique.safety
        assert any(step.move for step in technique.step), technique.id


def test_every_drawing_is_used():
    used = {part.drawn for one in techniques().values() for picture in one.picture for part in picture.part}
    assert {path.stem for path in DRAWN.glob("*.svg")} == used - {""}


def test_nothing_presses_down_on_the_ridge_above_the_lung():
    """The upper trapezius is pinched; a thumb or finger on its ridge would be wrong (see the atlas)."""
    for technique in techniques().values():
        chosen = {muscle for picture in technique.picture for part in picture.part for muscle in part.chosen}
        drawn = {part.drawn for picture in technique.picture for part in picture.part}
        if "trapezius_superior" in chosen:
            assert not drawn & {"hand-thumb", "tissue", "muscle-on-bone"}, technique.id


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('id = "stripping"', 'id = "strip"', "the id 'strip' is not the file's name"),
        ("move.way = ", "move.ways = ", "step 3 moves 'ways', which is no part"),
        ('shape = "light"', 'shape = "firm"', "part 'tissue' has no shape 'firm'; it has rest, light"),
        ('chosen = ["extensor_digitorum"]', 'chosen = ["masseter"]', "shows no 'masseter'"),
        ('drawn = "arrow"', 'drawn = "arow"', "there is no such drawing"),
        ("go slower and press less", "stay 45 seconds and press less", "step 4 says 45, which no source"),
        ('press less, not more."', 'press less, not more"', "end it with a full stop"),
        ("seconds = 8", "seconds = 3", "the caption takes"),
        ('id = "band"', 'id = "bed"', "two parts are called 'bed'"),
        (
            'drawn = "muscle-along"',
            'drawn = "muscle-along"\nfigure = "back"',
            "give one of 'drawn' and 'figure'",
        ),
        (
            'title = "Stripping"',
            'title = "Stripping"\ncite = ["Nobody1900"]',
            "'Nobody1900', which is no ref",
        ),
        ("[[step]]", '[[step]]\ncontraindication = "CI99"', "there is no contraindication 'CI99'"),
        ("seen = 0.4", "seen = 4", "<= 1"),
        ("[[picture.label]]", "[[picture.lable]]", "lable"),
    ],
)
def test_a_technique_that_cannot_be_shown_is_one_sentence(tmp_path, old, new, fault):
    text = (TECHNIQUES / "stripping.toml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "stripping.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as error:
        read_technique(path)
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
    technique = techniques()["flat-palpation"]
    third = technique.poses()[2]
    assert [pose.x for pose in third["finger"]] == [-26, 24, -26, 24]
    assert {pose.y for pose in third["finger"]} == {13}  # as deep as the step before pressed
    assert technique.stills()[-1]["tissue"] == Pose(x=5, y=0, turn=0, wide=1, high=1, seen=1, shape="pressed")


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


def ask(name):
    return f"```{{technique}} {name}\n```\n\n"


def text_of(html):
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)))


def test_a_page_has_the_steps_in_words_and_in_stills(project):
    page = f"{ask('pincer-palpation')}{ask('where-not-to-press')}```{{bibliography}}\n```"
    wrong = ask("pincer-palpaton") + ask("stripping") + ask("stripping")
    with project(index=page, wrong=wrong, plain="Words.") as built:
        assert "There is no technique 'pincer-palpaton'; did you mean pincer-palpation" in built.warnings
        assert "'stripping' is on this page already" in built.warnings
        assert built.warnings.count("ERROR") == 2
        html, plain = built.page(), built.page("plain.html")
    assert html.count("triggerpoints/technique.js") == 1 and "technique.css" in html
    assert "technique.js" not in plain and "technique.css" not in plain
    for technique in (techniques()["pincer-palpation"], techniques()["where-not-to-press"]):
        figure = html[html.index(f'id="technique-{technique.id}"') :]
        figure = figure[: figure.index("</figure>")]
        listed = figure[figure.index("<ol") : figure.index("</ol>")]
        items = re.findall(r"<li>(.*?)</li>", listed, re.DOTALL)
        assert len(items) == len(technique.step)
        for item, step in zip(items, technique.step, strict=True):
            assert step.caption in text_of(item)
            assert f'aria-label="{step.shows}"' in unescape(item)
            assert item.count("<svg") == len(technique.picture)
        for name in re.findall(r'href="#(tq-[^"]+)"', figure):
            assert f'<g id="{name}">' in figure
        assert technique.safety in text_of(figure)
        assert figure.index("tp-tq-safety") < figure.index("tp-tq-stage")
        data = json.loads(re.search(r'<script type="application/json">(.*?)</script>', figure)[1])
        assert [step["caption"] for step in data["steps"]] == [step.said for step in technique.step]
        parts = {part.id for picture in technique.picture for part in picture.part}
        assert data["starts"].keys() == parts
        assert 'data-action="play">Play<' in figure and "autoplay" not in figure
    assert "Rests on tradition." in html and "jmedicalcasereports" not in html
    assert 'href="https://doi.org/10.1186/s13256-021-02680-1"' in html  # from the atlas' record


def test_other_builders_print_the_words(build):
    built = build("text", index=ask("stripping"))
    said = re.sub(r"\s+", " ", (built.out / "index.txt").read_text(encoding="utf-8"))
    for step in techniques()["stripping"].step:
        assert step.caption in said and step.shows in said
    assert "Play" not in said

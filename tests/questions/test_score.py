"""Scoring by the rules of each type, with numbers worked out by hand."""

import msgspec
import pytest

from triggerpoints import Atlas
from triggerpoints.questions import Item, ResponseError, score


@pytest.fixture(scope="module")
def atlas():
    return Atlas()


def item(**fields):
    return msgspec.convert({"id": "i", "objective": "o", "prompt": "p", **fields}, Item)


ONE = item(
    type="choice", options=[{"id": "a", "text": "A", "correct": True}, {"id": "b", "text": "B"}], points=2
)
MANY = item(
    type="choice",
    multiple=True,
    options=[{"id": name, "text": name, "correct": name in "abc"} for name in "abcde"],
)
MUSCLE = item(type="muscles", key=["left:temporalis", "left:masseter"])
SIDED = item(type="muscles", key=["left:temporalis", "left:masseter"], sides="exact")
ZONES = item(type="zones", key=["left:ear", "left:head_temporal"])
TEXT = item(type="text", rubric=["names the red flag"])


@pytest.mark.parametrize(
    ("question", "response", "fraction", "status"),
    [
        (ONE, ["a"], 1.0, "correct"),
        (ONE, ["b"], 0.0, "incorrect"),
        (ONE, [], 0.0, "blank"),
        (ONE, None, 0.0, "blank"),
        (MANY, ["c", "b", "a"], 1.0, "correct"),
        (MANY, ["a", "b"], 2 / 3, "partial"),
        (MANY, ["a", "b", "d"], 1 / 3, "partial"),
        (MANY, ["a", "d", "e"], 0.0, "incorrect"),
        (MANY, ["a", "b", "c", "d", "e"], 1 / 3, "partial"),
        (MUSCLE, ["right:temporalis", "left:masseter"], 1.0, "correct"),
        (MUSCLE, ["left:temporalis", "right:temporalis"], 1 / 2, "partial"),
        (MUSCLE, ["left:temporalis", "left:masseter", "left:frontalis"], 2 / 3, "partial"),
        (SIDED, ["right:temporalis", "left:masseter"], 1 / 3, "partial"),
        (SIDED, ["right:temporalis"], 0.0, "incorrect"),
        (ZONES, ["left:ear", "left:head_temporal"], 1.0, "correct"),
        (ZONES, ["right:ear"], 0.0, "incorrect"),
    ],
)
def test_score(atlas, question, response, fraction, status):
    result = score(question, response, atlas)
    assert result.fraction == fraction
    assert result.points == fraction * question.points
    assert result.status == status


def test_zones_are_weighted_by_their_area(atlas):
    ear, temple = atlas.zones["ear"].area, atlas.zones["head_temporal"].area
    assert score(ZONES, ["left:ear"], atlas).fraction == pytest.approx(ear / (ear + temple))


def test_a_written_answer_waits_for_a_person(atlas):
    assert score(TEXT, "  I would ask first. ", atlas).status == "ungraded"
    assert score(TEXT, "   ", atlas).status == "blank"


@pytest.mark.parametrize(
    ("question", "response", "sentence"),
    [
        (ONE, "a", r"item 'i': the response must be a list of ids, not 'a'"),
        (ONE, {"a": 1}, r"must be a list of ids"),
        (ONE, [["a"]], r"must be a list of ids"),
        (ONE, ["z"], r"item 'i' has no option 'z'; it has a, b"),
        (ONE, ["a", "b"], r"takes one option, and the response has 2"),
        (MUSCLE, ["temporalis"], r"'temporalis' must be written 'left:<muscle>' or 'right:<muscle>'"),
        (MUSCLE, ["left:nose"], r"there is no muscle 'nose' in the atlas"),
        (ZONES, ["up:ear"], r"'up:ear' must be written"),
        (ZONES, 3, r"must be a list of ids, not 3"),
        (TEXT, ["words"], r"the response must be text, not list"),
        (TEXT, "x" * 20_001, r"the text has 20001 characters"),
    ],
)
def test_a_response_of_the_wrong_shape_is_one_sentence(atlas, question, response, sentence):
    with pytest.raises(ResponseError, match=sentence):
        score(question, response, atlas)

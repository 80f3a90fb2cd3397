import json

import pytest

from triggerpoints._records import ContentError
from triggerpoints.questions import read_items, release

SET = """
format = "triggerpoints-items"
version = 1
id = "s"
title = "A set"
kind = "graded"

[[item]]
id = "first"
type = "choice"
objective = "o"
prompt = "p"
explain = "SECRET explanation"
cite = ["SECRET2020"]
[[item.options]]
id = "a"
text = "A"
correct = true
feedback = "SECRET feedback"
[[item.options]]
id = "b"
text = "B"

[[item]]
id = "second"
type = "zones"
objective = "o"
prompt = "p"
key = ["left:ear"]
feedback = { head_temporal = "SECRET reason" }

[[item]]
id = "third"
type = "text"
objective = "o"
prompt = "p"
rubric = ["SECRET line"]
model_answer = "SECRET answer"
"""


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "items.toml"
    path.write_text(SET)
    return path


def test_release_keeps_the_questions_and_nothing_that_helps_to_answer(path, tmp_path):
    released = release(read_items(path))
    text = json.dumps(released)
    assert "SECRET" not in text
    assert "left:ear" not in text
    assert "correct" not in text
    copy = tmp_path / "items.json"
    copy.write_text(text)
    again = read_items(copy)
    assert again.released
    assert [item.id for item in again.item] == ["first", "second", "third"]
    assert [option.id for option in again.item[0].options] == ["a", "b"]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('id = "second"', 'id = "first"', r"items.toml: .*item 'first' is there twice; rename one"),
        ('type = "zones"', 'type = "zone"', r"items.toml: Invalid value 'zone'.*'second'"),
        ('prompt = "p"\nkey', "key", r"missing required field `prompt`, in item 'second'; add it\.$"),
        ('key = ["left:ear"]', 'keys = ["left:ear"]', r"unknown field `keys`, in item 'second'"),
        ("version = 1", "version = 9", r"Invalid enum value 9"),
    ],
)
def test_a_broken_set_is_one_sentence_with_file_and_item(path, old, new, sentence):
    path.write_text(SET.replace(old, new))
    with pytest.raises(ContentError, match=sentence):
        read_items(path)


@pytest.mark.parametrize("text", ["{", "[" * 200_000])
def test_a_broken_released_file_is_one_sentence(tmp_path, text):
    path = tmp_path / "items.json"
    path.write_text(text)
    with pytest.raises(ContentError, match=r"items.json: not valid JSON .*; download the assignment again"):
        read_items(path)


def test_a_table_is_no_item_file_and_says_which_files_are(tmp_path):
    path = tmp_path / "items.csv"
    path.write_text("id,prompt\n")
    with pytest.raises(ContentError, match=r"items.csv: not an item file; it is .toml as authors write it"):
        read_items(path)

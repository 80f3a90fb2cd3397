"""No key, feedback, rubric or hidden test leaves the house."""

import json

import msgspec
import pytest
from commands import tp
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder
from simulated import ASSIGNMENTS, NAME

from triggerpoints.classroom._leaks import leaks, secret_sentences
from triggerpoints.questions import read_items, release

ROOT = ASSIGNMENTS.parents[1]


@pytest.fixture(scope="module")
def all_items():
    return [item for path in ASSIGNMENTS.glob("*/items.toml") for item in read_items(path).item]


def test_the_search_finds_what_it_looks_for(tmp_path, items, all_items):
    """A search that finds nothing proves nothing."""
    for number, item in enumerate(items.item):
        (tmp_path / f"{number}.json").write_bytes(msgspec.json.encode(item))
    assert len(leaks(tmp_path, all_items)) == len(items.item)
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "one.txt").write_text(items.item[0].explain)
    assert leaks(tmp_path / "source", all_items)


FIELDS = ("correct", "key", "feedback", "explain", "rubric", "model_answer")


@pytest.mark.parametrize("text", ["### BEGIN HIDDEN TESTS", *(f'{{\\"{field}\\": 1}}' for field in FIELDS)])
def test_each_sign_of_a_leak_is_enough(tmp_path, text):
    (tmp_path / "any.ipynb").write_text(text)
    assert len(leaks(tmp_path, [])) == 1


def test_the_released_folder_has_none(released, all_items):
    assert leaks(released / "release", all_items) == []
    # The folder next to it does: the search works on notebooks too.
    assert leaks(released / "source", all_items)


def test_a_release_with_a_key_in_it_is_refused_and_removed(course, items):
    (course / "source" / NAME / "notes.md").write_text(f"Remember: {items.item[0].explain}\n")
    _, said = tp("class", "release", course, NAME, code=1)
    assert "notes.md" in said
    assert not (course / "release" / NAME).exists()


def test_a_release_that_nbgrader_refuses_leaves_the_earlier_one(marked):
    path = marked / "source" / NAME / f"{NAME}.ipynb"
    notebook = json.loads(path.read_text())
    notebook["cells"].pop()
    path.write_text(json.dumps(notebook))
    before = {file.name: file.read_bytes() for file in (marked / "release" / NAME).iterdir()}
    _, said = tp("class", "release", marked, NAME, code=1)
    assert said.count("\n") == 1
    assert "there are submissions associated with it" in said
    assert {file.name: file.read_bytes() for file in (marked / "release" / NAME).iterdir()} == before


def test_feedback_has_no_hidden_test_and_no_field_of_an_item(marked):
    tp("class", "feedback", marked, NAME)
    # Reasons and right answers belong into feedback: only the machinery must not be there.
    pages = list((marked / "feedback").rglob("*.html"))
    assert pages
    assert leaks(marked / "feedback", []) == []
    for page in pages:
        text = page.read_text()
        assert "cell_score" not in text
        assert "rubric" not in text.lower()


@pytest.mark.parametrize("builder", [WheelBuilder, SdistBuilder])
def test_what_is_packed_has_none(builder, all_items):
    files = [included.path for included in builder(str(ROOT)).recurse_included_files()]
    assert any(path.endswith("questions/_score.py") for path in files)
    assert not [path for path in files if "assignments" in path.split("/")]
    # A reason why a muscle is wrong may be a fact that practice tells too; these are the item's own.
    own = [
        msgspec.structs.replace(item, feedback={}) if hasattr(item, "feedback") else item
        for item in all_items
    ]
    sentences = [text.encode() for text in secret_sentences(own)] + [item.id.encode() for item in all_items]
    for path in files:
        with open(path, "rb") as file:
            raw = file.read()
        assert not [text for text in sentences if text in raw], path


def test_released_items_have_only_allowed_fields(items):
    fields = {field for item in release(items)["item"] for field in item}
    assert not fields & {"key", "feedback", "explain", "rubric", "model_answer", "cite", "safety"}
    options = {
        field for item in release(items)["item"] for option in item.get("options", ()) for field in option
    }
    assert options == {"id", "text"}

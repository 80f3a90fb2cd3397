"""What the cells of an assignment do when they are run."""

import json
import subprocess
import sys

import msgspec
import pytest
from simulated import NAME

from triggerpoints._records import ContentError
from triggerpoints.classroom._notebook import _test, hidden_item
from triggerpoints.questions import Answer, Answers, cell_score, write_answers
from triggerpoints.questions.types import TYPES, Text


def encoded(item):
    return msgspec.json.encode(item).decode()


def test_every_item_comes_back_from_its_hidden_tests(items):
    for item in items.item:
        assert hidden_item(_test(item)) == item


def test_an_item_that_quotes_nbgraders_marks_is_refused(items):
    item = msgspec.structs.replace(items.item[0], explain="### BEGIN HIDDEN TESTS")
    with pytest.raises(ContentError, match="HIDDEN TESTS"):
        _test(item)


def test_the_key_scores_full_and_nothing_scores_zero(items, tmp_path):
    path = tmp_path / "answers.json"
    for item in items.item:
        if isinstance(item, Text):
            continue
        key = TYPES[type(item)].key_response(item)
        write_answers(path, Answers(assignment=NAME, answers={item.id: Answer(response=key)}))
        full = cell_score(encoded(item), path)
        assert (type(full), full) == (float, item.points)
        write_answers(path, Answers(assignment=NAME))
        assert cell_score(encoded(item), path) == 0.0


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", ""),
        ('{"format": "other"}', ""),
        (
            '{"format": "triggerpoints-answers", "version": 1, "assignment": "a",'
            ' "answers": {"%s": {"response": 7}}}',
            "scores 0",
        ),
        (
            '{"format": "triggerpoints-answers", "version": 1, "assignment": "a",'
            ' "answers": {"%s": {"confidence": "high"}}}',
            "scores 0",
        ),
    ],
)
def test_what_cannot_be_read_scores_zero(items, tmp_path, capsys, content, said):
    path = tmp_path / "answers.json"
    item = items.item[0]
    path.write_text(content.replace("%s", item.id))
    assert cell_score(encoded(item), path) == 0.0
    assert said in capsys.readouterr().out


@pytest.mark.parametrize("answers", [None, "{", '{"format": "triggerpoints-answers", "version": 1}'])
def test_released_test_cells_run_without_error_or_stderr(released, tmp_path, answers):
    """A student may run them at any time, before and after answering."""
    notebook = json.loads((released / "release" / NAME / f"{NAME}.ipynb").read_text())
    code = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    tests = [source for source in code if "Quiz" not in source]
    assert len(tests) == len(code) - 1
    if answers is not None:
        (tmp_path / "answers.json").write_text(answers)
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(tests)], cwd=tmp_path, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    # One line each, but none from the cell below a written answer.
    assert len(done.stdout.splitlines()) == len(tests) - 1


def test_the_cell_of_a_written_answer_says_where_to_write(released, items):
    notebook = json.loads((released / "release" / NAME / f"{NAME}.ipynb").read_text())
    (cell,) = (c for c in notebook["cells"] if c["metadata"]["nbgrader"]["grade_id"] == items.item[-1].id)
    text = "".join(cell["source"])
    assert text.startswith(f"**Write in question {len(items.item)} above**")
    assert "double-click here" in text
    assert text.endswith("YOUR ANSWER HERE")
    assert "SOLUTION" not in text

"""The course folder: older ones, two commands at once, and commands that can be pasted."""

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest
from commands import tp
from gradebook_rows import GRADES, rows
from simulated import NAME, STUDENTS

from triggerpoints._records import ContentError
from triggerpoints.classroom._notebook import _UNBROKEN, BREAK, _test, hidden_item
from triggerpoints.classroom._typed import typed

OWN = Path(sys.executable).parent
# nbgrader_config.py as the first courses have it.
OLD_SETTINGS = """c = get_config()
c.GenerateFeedback.preprocessors = [
    "nbgrader.preprocessors.GetGrades",
    "triggerpoints.classroom.nbgrader_hide.HideTests",
    "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
]
"""


def test_a_course_of_an_older_version_works_and_says_what_to_add(marked):
    before = rows(marked, GRADES)
    config = marked / "nbgrader_config.py"
    config.write_text(OLD_SETTINGS)
    out, said = tp("class", "grade", marked, NAME, "--force")
    assert f"({STUDENTS} of them now)" in out
    assert rows(marked, GRADES) == before
    assert said.count("\n") == 1
    line = said.strip().partition("add this line at its end: ")[2]
    config.write_text(f"{OLD_SETTINGS}{line}\n")
    assert tp("class", "grade", marked, NAME)[1] == ""


def test_questions_are_found_in_the_cells_of_an_older_version(items):
    """The hidden tests of the first courses had no broken lines."""
    for item in items.item:
        old = _test(item).replace(BREAK, "").replace(_UNBROKEN, "")
        assert _UNBROKEN not in old
        assert hidden_item(old) == item


def test_a_question_of_another_version_is_one_sentence_with_the_way_out(items):
    cell = _test(items.item[0]).replace('"objective"', '"aim"')
    with pytest.raises(ContentError, match=r"another version.*collect the folder 'submitted'.*class new"):
        hidden_item(cell)


@pytest.mark.parametrize("command", ["release", "grade", "feedback"])
def test_a_second_command_waits_for_the_first(marked, command):
    with (marked / ".triggerpoints.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        _, said = tp("class", command, marked, NAME, code=1)
    assert said == f"{marked}: another command is at work in this course; wait for it, then try again.\n"
    tp("class", command, marked, NAME)


def test_commands_are_printed_as_they_can_be_pasted(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "/usr/bin")
    monkeypatch.chdir(OWN.parents[1])
    program = str(OWN.relative_to(OWN.parents[1]) / "triggerpoints")
    assert typed("class", "release", "my class", NAME) == f"{program} class release 'my class' {NAME}"
    monkeypatch.chdir(tmp_path)
    assert typed("items") == f"{OWN / 'triggerpoints'} items"
    assert typed("db", program="nbgrader", folder=Path("a b")) == f"cd 'a b' && {OWN / 'nbgrader'} db"
    monkeypatch.setenv("PATH", f"{OWN}{os.pathsep}/usr/bin")
    assert typed("items") == "triggerpoints items"


def test_the_next_command_that_new_prints_works(tmp_path):
    out, _ = tp("class", "new", tmp_path / "my class")
    line = next(line for line in out.splitlines() if line.startswith("Next: "))
    subprocess.run(["sh", "-c", line.removeprefix("Next: ")], check=True, capture_output=True)
    assert (tmp_path / "my class" / "release" / NAME / "items.json").is_file()

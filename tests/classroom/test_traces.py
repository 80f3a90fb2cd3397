"""What a person has to ask a student about is said in the report, not only while collecting."""

import json
import os
import shutil
from datetime import timedelta

import pytest
from commands import nbgrader, tp
from course_files import EARLY, LATE, handed_in, mark_by_hand, report
from gradebook_rows import grades
from simulated import NAME

from triggerpoints.questions import Answer, Answers, write_answers

TEXT = "case-temple-ache-and-stiff-neck"
ASK = "if the long answer was written there, ask for it."


def page(course):
    tp("class", "feedback", course, NAME)
    return (course / "feedback" / "student-000" / NAME / f"{NAME}.html").read_text()


def typed(course, target, text):
    """Write the released notebook with ``text`` in the cell of the long answer."""
    notebook = json.loads((course / "release" / NAME / f"{NAME}.ipynb").read_text())
    for cell in notebook["cells"]:
        if cell["metadata"]["nbgrader"]["grade_id"] == TEXT and text is not None:
            cell["source"] = text
    target.write_text(json.dumps(notebook))
    os.utime(target, (EARLY.timestamp(),) * 2)


def test_without_a_notebook_and_a_text_the_long_answer_waits(course, tmp_path):
    tp("class", "collect", course, NAME, handed_in(tmp_path / "student-000.json", EARLY))
    out, _ = tp("class", "grade", course, NAME, code=1)
    assert "student-000 (Simulated Student 000): Question 13: nothing is written" in out
    row = report(course)["student-000"]
    assert (row["written points"], row["waiting"]) == ("", "1")
    assert ASK in row["remarks"]
    assert grades(course, "student-000")[TEXT] == (None, None, 1)
    found = page(course)
    assert "1 written answer waits for your instructor" in found
    assert "If you wrote your answer in the notebook, hand that in too." in found
    assert "ask for it" not in found
    # Nothing was written, says the student: a person gives the 0.
    mark_by_hand(course, TEXT, "student-000", 0)
    tp("class", "grade", course, NAME, code=1)
    assert report(course)["student-000"]["written points"] == "0"


def test_the_notebook_that_comes_later_has_the_answer(course, tmp_path):
    tp("class", "collect", course, NAME, handed_in(tmp_path / "student-000.json", EARLY))
    (tmp_path / "in").mkdir()
    typed(course, tmp_path / "in" / "student-000.ipynb", "My plan")
    tp("class", "collect", course, NAME, tmp_path / "in")
    tp("class", "grade", course, NAME, code=1)
    assert ASK not in report(course)["student-000"]["remarks"]
    assert "My plan" in page(course)


def test_an_untouched_cell_in_the_students_own_notebook_is_nothing_written(course, tmp_path):
    home = tmp_path / "student-000"
    handed_in(home / "answers.json", EARLY)
    typed(course, home / f"{NAME}.ipynb", None)
    tp("class", "collect", course, NAME, home)
    tp("class", "grade", course, NAME, code=1)
    assert report(course)["student-000"]["written points"] == "0"
    assert "You wrote nothing." in page(course)
    assert "hand that in too" not in page(course)


@pytest.mark.nbgrader
def test_it_waits_under_plain_nbgrader_too(course, tmp_path):
    tp("class", "collect", course, NAME, handed_in(tmp_path / "student-000.json", EARLY))
    theirs = shutil.copytree(course, tmp_path / "theirs" / "course")
    tp("class", "grade", course, NAME, code=1)
    nbgrader(theirs, "autograde", NAME)
    assert grades(theirs, "student-000") == grades(course, "student-000")
    assert grades(theirs, "student-000")[TEXT] == (None, None, 1)


@pytest.mark.parametrize("broken_first", [True, False])
def test_a_newer_hand_in_that_cannot_be_read_is_in_the_report(course, tmp_path, broken_first):
    good = handed_in(tmp_path / "good" / "student-000.json", EARLY)
    bad = tmp_path / "bad" / "student-000.json"
    bad.parent.mkdir()
    bad.write_text('{\n"format": \n')
    os.utime(bad, (LATE.timestamp(),) * 2)
    given = (bad, good) if broken_first else (good, bad)
    said = "".join(tp("class", "collect", course, NAME, file, code=int(file == bad))[1] for file in given)
    assert "not a whole answers file (it breaks off or was edited at line 3)" in said
    assert "ask student-000 (Simulated Student 000) to save it again" in said
    sentence = (
        "A newer hand-in (on 2026-10-05 14:00 UTC) could not be read; "
        "the one handed in on 2026-10-05 10:00 UTC stands."
    )
    _, said = tp("class", "grade", course, NAME, code=1)
    assert sentence in said
    assert sentence in report(course)["student-000"]["remarks"]
    newest = handed_in(tmp_path / "new" / "student-000.json", LATE + timedelta(hours=1))
    newest.write_text(newest.read_text().replace('"a"', '"b"'))
    tp("class", "collect", course, NAME, newest)
    tp("class", "grade", course, NAME, code=1)
    assert sentence not in report(course)["student-000"]["remarks"]


def test_answers_alone_keep_the_notebook_and_the_report_says_so(course, tmp_path):
    home = tmp_path / "student-000"
    handed_in(home / "answers.json", EARLY)
    typed(course, home / f"{NAME}.ipynb", "My plan")
    tp("class", "collect", course, NAME, home)
    for days in (1, 2):
        newer = tmp_path / str(days) / "student-000.json"
        handed_in(newer, EARLY + timedelta(days=days))
        tp("class", "collect", course, NAME, newer)
    tp("class", "grade", course, NAME, code=1)
    said = "The written answer is from the notebook handed in on 2026-10-05 10:00 UTC"
    assert said in report(course)["student-000"]["remarks"]
    assert "My plan" in page(course)


def test_a_missing_path_or_an_empty_folder_does_not_lead_to_marking(course, tmp_path):
    out, said = tp("class", "collect", course, NAME, tmp_path / "nowhere", code=1)
    assert "there is no such file" in said
    assert "Next" not in out
    (tmp_path / "empty").mkdir()
    out, _ = tp("class", "collect", course, NAME, tmp_path / "empty")
    assert "Next" not in out
    assert "There is nothing that was handed in" in out


def test_a_report_for_a_spreadsheet_that_wants_semicolons(course, tmp_path):
    home = tmp_path / "student-000.json"
    write_answers(home, Answers(assignment=NAME, answers={TEXT: Answer(response="My plan")}))
    tp("class", "collect", course, NAME, home)
    tp("class", "grade", course, NAME, "--separator", ";")
    head = (course / f"grade-report-{NAME}.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    assert head.startswith("id;last_name;first_name;status")

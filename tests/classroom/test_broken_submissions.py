import json
import os
import shutil
import subprocess

from commands import nbgrader, tp
from course_files import change_answers, report, submitted
from gradebook_rows import grades, rows
from simulated import NAME, STUDENTS, class_list, student_ids

from triggerpoints.questions.types import Text

BROKEN = {
    0: "answers.json: not a whole answers file (it breaks off or was edited at line 1)",
    1: "answers.json: not an answers file",
    2: "answers.json: answers to '02-other'",
    3: "answers.json: there is no such file",
    4: "to 'no-such-item', no question of this assignment",
    5: "there is no muscle 'biceps_of_the_ear' in the atlas",
    6: "the response must be a list of ids",
    7: "is missing; marked from answers.json",
    8: "is missing from the notebook; marked all the same",
    9: "is in the notebook 2 times; marked all the same",
    10: "not a whole notebook (it breaks off or was edited at line 1)",
}


def break_everything(course, items):
    muscles = next(item.id for item in items.item if type(item).__name__ == "Muscles")
    first = items.item[0].id
    (submitted(course, 0) / "answers.json").write_text("{")
    (submitted(course, 1) / "answers.json").write_text('{"cells": []}')
    change_answers(course, 2, lambda data: data.update(assignment="02-other"))
    (submitted(course, 3) / "answers.json").unlink()
    change_answers(course, 4, lambda data: data["answers"].update({"no-such-item": {"response": ["a"]}}))
    change_answers(
        course, 5, lambda data: data["answers"].update({muscles: {"response": ["left:biceps_of_the_ear"]}})
    )
    change_answers(course, 6, lambda data: data["answers"].update({first: {"response": {"a": 1}}}))
    (submitted(course, 7) / f"{NAME}.ipynb").unlink()
    for number in (8, 9):
        path = submitted(course, number) / f"{NAME}.ipynb"
        notebook = json.loads(path.read_text())
        marked = [c for c in notebook["cells"] if c["metadata"]["nbgrader"]["grade_id"] == first]
        if number == 8:
            notebook["cells"].remove(marked[0])
        else:
            notebook["cells"].append(marked[0])
        path.write_text(json.dumps(notebook))
    (submitted(course, 10) / f"{NAME}.ipynb").write_text("{")


def test_broken_submissions_are_reported_and_everyone_else_is_marked(course, handed_in, items, atlas):
    tp("class", "collect", course, NAME, handed_in)
    break_everything(course, items)
    out, said = tp("class", "grade", course, NAME, code=1)
    lines = said.splitlines()
    assert len(lines) == len(BROKEN)
    lines = {int(line[8:11]): line for line in lines}
    for number, fault in BROKEN.items():
        assert fault in lines[number]
    table = report(course)
    for number, student in enumerate(student_ids(STUDENTS)):
        if number < 4:
            assert table[student]["status"].startswith("not graded: ")
            assert grades(course, student) == {}
            assert not (course / "autograded" / student).exists()
        else:
            assert table[student]["status"] == "graded"
            assert len(grades(course, student)) == len(items.item) + 1
    assert "8 graded" in out
    assert "Question 1: " in lines[6]
    assert "the cell of question 1 is missing" in lines[8]
    tp("class", "feedback", course, NAME, code=0)
    page = (course / "feedback" / "student-005" / NAME / f"{NAME}.html").read_text()
    assert "<dt>Your answer</dt><dd>could not be read</dd>" in page
    # A response of the wrong shape scores 0 for its item only, and the notebook says why.
    assert grades(course, "student-006")[items.item[0].id][0] == 0
    notebook = (course / "autograded" / "student-006" / NAME / f"{NAME}.ipynb").read_text()
    assert "cannot be read and scores 0" in notebook


def test_long_faults_are_said_in_short(course, handed_in, items):
    tp("class", "collect", course, NAME, handed_in)
    muscles = next(item.id for item in items.item if type(item).__name__ == "Muscles")
    text = next(item.id for item in items.item if isinstance(item, Text))
    given = {f"unknown-{number}": {} for number in range(20_000)}
    given[muscles] = {"response": ["left:" + "x" * 100_000]}
    given[text] = {"response": ["not text"]}
    path = submitted(course, 0) / "answers.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "answers": given}))
    _, said = tp("class", "grade", course, NAME, code=1)
    assert "has 20000 answers, such as 'unknown-0', 'unknown-1', 'unknown-2'" in said
    assert "not list. Ask the student to write it again.\n" in said  # a person marks it: no word of a 0
    assert len(said) < 1_000
    assert len(report(course)["student-000"]["remarks"]) < 1_000


def test_a_broken_resubmission_leaves_the_earlier_marks_and_says_so(marked):
    before = grades(marked, "student-001")
    (submitted(marked, 1) / "answers.json").write_text("{")
    _, said = tp("class", "grade", marked, NAME, code=1)
    assert "marks of an earlier submission are still in the gradebook" in said
    assert grades(marked, "student-001") == before


def test_a_link_in_a_submission_brings_nothing_along(course, handed_in):
    tp("class", "collect", course, NAME, handed_in)
    secret = course / "source" / NAME / f"{NAME}.ipynb"
    os.symlink(secret, submitted(course, 0) / "mine.txt")
    tp("class", "grade", course, NAME)
    assert not (course / "autograded" / "student-000" / NAME / "mine.txt").exists()


def test_nobody_runs_a_students_code(course, handed_in, tmp_path):
    shutil.copytree(handed_in, tmp_path / "in")
    trap = tmp_path / "trap"
    path = tmp_path / "in" / "student-001" / f"{NAME}.ipynb"
    notebook = json.loads(path.read_text())
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["source"] = f"open({str(trap)!r}, 'w')"
    path.write_text(json.dumps(notebook))
    (tmp_path / "in" / "student-001" / "triggerpoints.py").write_text(f"open({str(trap)!r}, 'w')")
    tp("class", "collect", course, NAME, tmp_path / "in", code=1)
    tp("class", "grade", course, NAME)
    assert not trap.exists()


OUTSIDE = "its confidence must be a number from 0 to 1, not one outside that"
WRONG_SHAPES = {
    1: (
        {"response": ["a"], "confidence": "high"},
        "its confidence must be a number from 0 to 1, not text",
    ),
    2: ({"response": ["a"], "answered_at": 3}, "its time (answered_at) must be text, not a number"),
    3: ("a", "the answer must be a record with a response, not text"),
    4: ({"response": {"a": 1}}, "the response must be a list of ids, not {'a': 1}"),
    5: ({"response": [1]}, "the response must be a list of ids, not [1]"),
    6: ({"response": "\ud800"}, "it has half a character in its text, which no program can save"),
    7: ({"confidence": 10**400}, OUTSIDE),
    8: ({"confidence": 7}, OUTSIDE),
    9: ({"confidence": float("1e999")}, OUTSIDE),
}


def test_one_wrong_entry_costs_its_own_question_and_no_other(marked, items):
    first = items.item[0].id
    before = {number: grades(marked, f"student-{number:03d}") for number in WRONG_SHAPES}
    for number, (entry, _) in WRONG_SHAPES.items():
        change_answers(marked, number, lambda data, entry=entry: data["answers"].update({first: entry}))
    raw = (submitted(marked, 1) / "answers.json").read_bytes()
    out, said = tp("class", "grade", marked, NAME, code=1)
    assert said.splitlines() == [
        f"student-{number:03d} (Simulated Student {number:03d}): Question 1: {fault}. "
        "It scores 0; ask the student to answer it again."
        for number, (_, fault) in WRONG_SHAPES.items()
    ]
    assert f"{STUDENTS} graded ({len(WRONG_SHAPES)} of them now)" in out
    for number in WRONG_SHAPES:
        found = grades(marked, f"student-{number:03d}")
        assert found.pop(first)[0] == 0
        del before[number][first]
        assert found == before[number]
    assert (submitted(marked, 1) / "answers.json").read_bytes() == raw
    tp("class", "feedback", marked, NAME)
    page = (marked / "feedback" / "student-001" / NAME / f"{NAME}.html").read_text()
    assert "could not be read and scores 0: its confidence must" in page
    assert "its confidence must be a number" in page


def test_who_was_taken_off_the_class_list_stays_off(marked):
    nbgrader(marked, "db", "student", "remove", "student-003", "--force")
    out, said = tp("class", "grade", marked, NAME, "--force", code=1)
    assert said.startswith(
        "student-003: not graded: handed in, but not on the class list; the files are kept."
    )
    assert said.count("\n") == 1
    assert f"{STUDENTS - 1} graded" in out
    assert rows(marked, "select count(*) from student") == [(STUDENTS - 1,)]
    assert grades(marked, "student-003") == {}
    assert report(marked)["student-003"]["status"].startswith("not graded: handed in, but not on")
    assert (submitted(marked, 3) / "answers.json").is_file()
    # The sentence says how to put the student back, who has name and address again.
    command = said.partition("write the line into students.csv, then: ")[2]
    listed = class_list(marked.parent / "students.csv", STUDENTS)
    command = command.replace("students.csv", str(listed))
    subprocess.run(["sh", "-c", command], check=True, capture_output=True)
    found = rows(marked, "select first_name, last_name, email from student where id = 'student-003'")
    assert found == [("Simulated", "Student 003", "student-003@example.org")]
    tp("class", "grade", marked, NAME)
    assert report(marked)["student-003"]["status"] == "graded"


def test_a_student_is_added_where_nbgraders_setting_says_so(marked):
    nbgrader(marked, "db", "student", "remove", "student-003", "--force")
    with (marked / "nbgrader_config.py").open("a") as file:
        file.write("c.Autograde.create_student = True\n")
    tp("class", "grade", marked, NAME)
    assert report(marked)["student-003"]["status"] == "graded"

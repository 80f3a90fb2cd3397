import csv
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from commands import tp
from gradebook_rows import GRADES, change, grades, rows
from simulated import NAME, STUDENTS, student_ids

from triggerpoints.classroom._course import Course
from triggerpoints.classroom._grade import grade_assignment
from triggerpoints.classroom._report import Line, write_report
from triggerpoints.classroom._scores import all_scores
from triggerpoints.questions import read_answers, score, write_answers
from triggerpoints.questions.types import Text


def submitted(course, number):
    return course / "submitted" / f"student-{number:03d}" / NAME


def report(course):
    with (course / f"grade-report-{NAME}.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def auto_scores(course):
    return {(row[0], row[1]): row[2] for row in rows(course, GRADES)}


def test_the_gradebook_holds_exactly_what_scoring_gives(marked, items, atlas):
    found = auto_scores(marked)
    for student in student_ids(STUDENTS):
        given = read_answers(marked / "submitted" / student / NAME / "answers.json").answers
        for item in items.item:
            if not isinstance(item, Text):
                response = given[item.id].response if item.id in given else None
                assert found[student, item.id] == score(item, response, atlas).points


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


BROKEN = {
    0: "answers.json: not valid JSON",
    1: "answers.json: not an answers file",
    2: "answers.json: answers to '02-other'",
    3: "answers.json: there is no such file",
    4: "to 'no-such-item', no question of this assignment",
    5: "there is no muscle 'biceps_of_the_ear' in the atlas",
    6: "the response must be a list of ids",
    7: "is missing; marked from answers.json",
    8: "is missing from the notebook; marked all the same",
    9: "is in the notebook 2 times; marked all the same",
    10: "not valid JSON",
}


def break_everything(course, items):
    def edit(number, change):
        path = submitted(course, number) / "answers.json"
        data = json.loads(path.read_text())
        change(data)
        path.write_text(json.dumps(data))

    muscles = next(item.id for item in items.item if type(item).__name__ == "Muscles")
    first = items.item[0].id
    (submitted(course, 0) / "answers.json").write_text("{")
    (submitted(course, 1) / "answers.json").write_text('{"cells": []}')
    edit(2, lambda data: data.update(assignment="02-other"))
    (submitted(course, 3) / "answers.json").unlink()
    edit(4, lambda data: data["answers"].update({"no-such-item": {"response": ["a"]}}))
    edit(5, lambda data: data["answers"].update({muscles: {"response": ["left:biceps_of_the_ear"]}}))
    edit(6, lambda data: data["answers"].update({first: {"response": {"a": 1}}}))
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
    assert "(question 1) is missing" in lines[8]
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
    assert "the response must be text, not list.\n" in said  # a person marks it: no word of a 0
    assert len(said) < 1_000
    assert len(report(course)["student-000"]["remarks"]) < 1_000


def test_a_broken_resubmission_leaves_the_earlier_marks_and_says_so(marked):
    before = grades(marked, "student-001")
    (submitted(marked, 1) / "answers.json").write_text("{")
    _, said = tp("class", "grade", marked, NAME, code=1)
    assert "marks of an earlier submission are still in the gradebook" in said
    assert grades(marked, "student-001") == before


def test_only_what_changed_is_marked_again(marked, items):
    course = Course(marked)
    assert grade_assignment(course, NAME).fresh == 0
    path = submitted(marked, 2) / "answers.json"
    answers = read_answers(path)
    answers.answers.clear()
    write_answers(path, answers)
    assert grade_assignment(course, NAME).fresh == 1
    assert sum(row[0] or 0 for row in grades(marked, "student-002").values()) == 0
    assert grade_assignment(course, NAME, force=True).fresh == STUDENTS


@pytest.mark.parametrize("loss", ["folder", "row"])
def test_a_killed_run_goes_on_where_it_stopped(marked, loss):
    """Killed before the folder was written, or with a gradebook restored from before."""
    complete = rows(marked, GRADES)
    if loss == "folder":
        shutil.rmtree(marked / "autograded" / "student-004")
        (marked / "autograded" / "student-004" / f".{NAME}.part").mkdir(parents=True)
    else:
        query = """delete from submitted_notebook where assignment_id in
                   (select id from submitted_assignment where student_id = 'student-004')"""
        change(marked, query)
        change(marked, "delete from submitted_assignment where student_id = 'student-004'")
    assert grade_assignment(Course(marked), NAME).fresh == 1
    assert rows(marked, GRADES) == complete
    assert not list((marked / "autograded").rglob("*.part"))


def test_one_submission_is_one_transaction(course, handed_in, monkeypatch):
    """Killed in the middle of the fifth: four are stored whole, nothing of the fifth."""
    from triggerpoints.classroom import _record

    tp("class", "collect", course, NAME, handed_in)
    real, calls = _record.Recorder._penalise, []

    def killed(self, *arguments):
        calls.append(arguments)
        if len(calls) == 5:
            raise KeyboardInterrupt
        real(self, *arguments)

    monkeypatch.setattr(_record.Recorder, "_penalise", killed)
    with pytest.raises(KeyboardInterrupt):
        grade_assignment(Course(course), NAME)
    assert len({row[0] for row in rows(course, GRADES)}) == 4
    monkeypatch.undo()
    assert grade_assignment(Course(course), NAME).fresh == STUDENTS - 4


def test_manual_marks_and_comments_stay(marked, items):
    text = items.item[-1].id
    student = next(row[0] for row in rows(marked, GRADES) if row[1] == text and row[2] is None)
    where = """cell_id in (select id from base_cell where name = ?) and notebook_id in
        (select n.id from submitted_notebook n join submitted_assignment s on n.assignment_id = s.id
         where s.student_id = ?)"""
    change(
        marked,
        f"update grade set manual_score = 3, extra_credit = 0.5, needs_manual_grade = 0 where {where}",
        text,
        student,
    )
    change(marked, f"update comment set manual_comment = 'Clear plan.' where {where}", text, student)
    path = marked / "submitted" / student / NAME / "answers.json"
    answers = read_answers(path)
    answers.answers.pop(items.item[0].id, None)
    write_answers(path, answers)
    tp("class", "grade", marked, NAME, "--force")
    # Other answers changed, not this one: nobody has to read it again.
    assert grades(marked, student)[text] == (None, 3.0, 0)
    assert ("Clear plan.",) in rows(marked, "select manual_comment from comment")
    assert (0.5,) in rows(marked, "select extra_credit from grade")


def test_late_submissions_are_handled_by_nbgraders_plugin(marked, items):
    with (marked / "nbgrader_config.py").open("a") as file:
        file.write('c.LateSubmissionPlugin.penalty_method = "zero"\n')
    change(marked, "update assignment set duedate = '2026-10-01 00:00:00.000000'")
    change(
        marked,
        "update submitted_assignment set extension = '1970-02-01 00:00:00.000000' "
        "where student_id = 'student-001'",
    )
    tp("class", "grade", marked, NAME, "--force")
    penalties = dict(
        rows(
            marked,
            """select s.student_id, n.late_submission_penalty from submitted_notebook n
               join submitted_assignment s on n.assignment_id = s.id""",
        )
    )
    points = {student: float(row["points"]) for student, row in report(marked).items()}
    assert penalties.pop("student-001") is None
    for student, penalty in penalties.items():
        assert penalty == pytest.approx(points[student], abs=0.006)


def test_changed_sources_ask_for_a_new_release(marked):
    path = marked / "source" / NAME / f"{NAME}.ipynb"
    path.write_text(path.read_text().replace("nothing to type here", "nothing to do here"))
    _, said = tp("class", "grade", marked, NAME, code=1)
    assert "changed after the release" in said
    tp("class", "release", marked, NAME)
    assert f"({STUDENTS} of them now)" in tp("class", "grade", marked, NAME)[0]


def test_nothing_handed_in_and_nothing_released(course):
    assert "nothing handed in" in tp("class", "grade", course, NAME, code=1)[1]
    assert "not released" in tp("class", "grade", course, "02-unknown", code=1)[1]


def test_students_without_a_submission_are_in_the_report(course, handed_in):
    tp("class", "collect", course, NAME, handed_in / "student-000")
    tp("class", "grade", course, NAME)
    assert report(course)["student-011"]["status"] == "no submission"


def test_no_spreadsheet_runs_what_a_student_wrote(tmp_path):
    path = tmp_path / "report.csv"
    write_report(path, [Line(student="=1+1", status="graded", remarks=("@SUM(A1)", "is there."))])
    row = path.read_text(encoding="utf-8-sig").splitlines()[1]
    assert row.startswith("'=1+1,,,graded,")
    assert row.endswith(",'@SUM(A1) is there.")


def test_safety_questions_are_named_in_the_report(marked, items, atlas):
    for student, row in report(marked).items():
        found = grades(marked, student)
        wrong = [
            str(number)
            for number, item in enumerate(items.item, start=1)
            if item.safety and found[item.id][0] < item.points
        ]
        assert row["safety questions not right"] == ", ".join(wrong)


def test_a_busy_gradebook_is_one_sentence(marked):
    with closing(sqlite3.connect(marked / "gradebook.db")) as book:
        book.execute("begin exclusive")
        _, said = tp("class", "grade", marked, NAME, "--force", code=1)
    assert said.count("\n") == 1
    assert "busy" in said


def test_marking_does_not_import_what_it_does_not_use(marked):
    """Half of a short run would be imports."""
    code = (
        "import sys; from triggerpoints.cli import main; sys.argv[0] = 'triggerpoints'\n"
        "try: main()\n"
        "finally: print([name for name in sys.modules if name.split('.')[0] in "
        "('nbconvert', 'jupyter_server', 'jinja2', 'anywidget', 'numpy') "
        "or name.startswith('rfc3987_syntax.')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "class", "grade", marked, NAME, "--force"],
        capture_output=True,
        text=True,
    )
    assert done.stdout.splitlines()[-1] == "[]", done


def test_nbgrader_is_whole_after_a_light_import():
    code = (
        "from triggerpoints.classroom._record import Recorder\n"
        "from triggerpoints.classroom._light import full_nbgrader; full_nbgrader()\n"
        "import nbgrader.apps, nbgrader.api; assert nbgrader.api.Gradebook and nbgrader.__version__"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_link_in_a_submission_brings_nothing_along(course, handed_in):
    tp("class", "collect", course, NAME, handed_in)
    secret = course / "source" / NAME / f"{NAME}.ipynb"
    os.symlink(secret, submitted(course, 0) / "mine.txt")
    tp("class", "grade", course, NAME)
    assert not (course / "autograded" / "student-000" / NAME / "mine.txt").exists()


def test_who_waits_for_a_person_is_counted(marked, items):
    text = items.item[-1].id
    for student, row in report(marked).items():
        waits = grades(marked, student)[text][0] is None
        assert row["waiting"] == ("1" if waits else "")


def test_points_changed_by_a_person_count_with_extra_credit_and_penalty(marked, items):
    first = items.item[0].id
    where = "cell_id in (select id from base_cell where name = ?)"
    change(marked, f"update grade set manual_score = 0.25, extra_credit = 0.5 where {where}", first)
    tp("class", "grade", marked, NAME, "--force")
    auto, manual, look_again = grades(marked, "student-001")[first]
    assert auto is not None
    assert (manual, look_again) == (0.25, 0)
    change(marked, "update submitted_notebook set late_submission_penalty = 0.125")
    with Course(marked).gradebook() as book:
        scores = all_scores(book, NAME)["student-001"]
    assert scores.cells[first].points == 0.75
    assert scores.cells[first].by_person
    assert scores.total == sum(cell.points or 0 for cell in scores.cells.values()) - 0.125


def mark_by_hand(course, text, student, points):
    where = """cell_id in (select id from base_cell where name = ?) and notebook_id in
        (select n.id from submitted_notebook n join submitted_assignment s on n.assignment_id = s.id
         where s.student_id = ?)"""
    change(
        course,
        f"update grade set manual_score = ?, needs_manual_grade = 0 where {where}",
        points,
        text,
        student,
    )


def test_marks_by_hand_reach_the_report_without_marking_again(marked, items):
    text = items.item[-1].id
    waiting = [row[0] for row in rows(marked, GRADES) if row[1] == text and row[2] is None]
    for student in waiting[1:]:
        mark_by_hand(marked, text, student, 2.3333333)
    out, _ = tp("class", "grade", marked, NAME)
    assert "(0 of them now), 1 written answer waits for a person." in out
    found = report(marked)
    row = found[waiting[1]]
    assert (row["written points"], row["waiting"], row["maximum"]) == ("2.33", "", "16")
    assert float(row["total"]) == pytest.approx(float(row["points"]) + 2.33, abs=0.011)
    assert (row["last_name"], row["first_name"]) == (f"Student {waiting[1][-3:]}", "Simulated")
    assert (found[waiting[0]]["written points"], found[waiting[0]]["waiting"]) == ("", "1")
    assert all(len(row[key].partition(".")[2]) <= 2 for row in found.values() for key in ("points", "total"))


def test_force_leaves_what_a_person_marked_as_marked(marked, items):
    text = items.item[-1].id
    student = next(row[0] for row in rows(marked, GRADES) if row[1] == text and row[2] is None)
    mark_by_hand(marked, text, student, 3)
    tp("class", "grade", marked, NAME, "--force")
    assert grades(marked, student)[text] == (None, 3.0, 0)


def test_an_answer_changed_after_it_was_marked_waits_again(marked, items):
    text = items.item[-1].id
    student = next(row[0] for row in rows(marked, GRADES) if row[1] == text and row[2] is None)
    mark_by_hand(marked, text, student, 3)
    path = marked / "submitted" / student / NAME / "answers.json"
    data = json.loads(path.read_text())
    data["answers"][text] = {"response": "Another plan."}
    path.write_text(json.dumps(data))
    sentence = "the written answer changed after it was marked; read it again."
    for _ in range(2):  # said until it is marked again
        _, said = tp("class", "grade", marked, NAME, code=1)
        assert said == f"{student}: Question 13 ({text!r}): {sentence}\n"
        assert report(marked)[student]["waiting"] == "1"
    tp("class", "feedback", marked, NAME)
    page = marked / "feedback" / student / NAME / f"{NAME}.html"
    assert "changed after it was marked" in page.read_text()
    assert "marked by your instructor" not in page.read_text()
    mark_by_hand(marked, text, student, 3.5)
    tp("class", "grade", marked, NAME)
    assert report(marked)[student]["written points"] == "3.5"

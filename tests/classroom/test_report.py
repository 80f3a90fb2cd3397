import json

import pytest
from commands import tp
from course_files import mark_by_hand, report
from gradebook_rows import GRADES, change, grades, rows
from simulated import NAME

from triggerpoints.classroom._course import Course
from triggerpoints.classroom._report import Line, write_report
from triggerpoints.classroom._scores import all_scores
from triggerpoints.questions import read_answers, write_answers


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


def test_who_waits_for_a_person_is_counted(marked, items):
    text = items.item[-1].id
    for student, row in report(marked).items():
        waits = grades(marked, student)[text][0] is None
        assert row["waiting"] == ("1" if waits else "")


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
        assert said == f"{student} (Simulated Student {student[-3:]}): Question 13: {sentence}\n"
        assert report(marked)[student]["waiting"] == "1"
    tp("class", "feedback", marked, NAME)
    page = marked / "feedback" / student / NAME / f"{NAME}.html"
    assert "changed after it was marked" in page.read_text()
    assert "marked by your instructor" not in page.read_text()
    mark_by_hand(marked, text, student, 3.5)
    tp("class", "grade", marked, NAME)
    assert report(marked)[student]["written points"] == "3.5"


def test_manual_marks_and_comments_stay(marked, items):
    text = items.item[-1].id
    student = next(row[0] for row in rows(marked, GRADES) if row[1] == text and row[2] is None)
    where = """cell_id in (select id from base_cell where name = ?) and notebook_id in
        (select n.id from submitted_notebook n join submitted_assignment s on n.assignment_id = s.id
         where s.student_id = ?)"""
    mark_by_hand(marked, text, student, 3)
    change(marked, f"update grade set extra_credit = 0.5 where {where}", text, student)
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

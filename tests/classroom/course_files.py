"""What a test reads and changes in a course folder."""

import csv
import json
import os
from datetime import UTC, datetime, timedelta

from gradebook_rows import change
from simulated import NAME, student_ids

from triggerpoints.questions import Answer, Answers, write_answers

DUE = datetime(2026, 10, 5, 12, tzinfo=UTC)
EARLY, LATE = DUE - timedelta(hours=2), DUE + timedelta(hours=2)


def handed_in(path, when, answered=EARLY):
    """Write an answers file with the date ``when`` whose answers claim to be of ``answered``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    given = {"any": Answer(response=["a"], answered_at=answered.isoformat())}
    write_answers(path, Answers(assignment=NAME, answers=given))
    os.utime(path, (when.timestamp(),) * 2)
    return path


def submitted(course, number):
    return course / "submitted" / student_ids(number + 1)[-1] / NAME


def change_answers(course, number, change):
    """Let ``change`` work on the JSON of a submission's answers file."""
    path = submitted(course, number) / "answers.json"
    data = json.loads(path.read_text())
    change(data)
    path.write_text(json.dumps(data).replace("Infinity", "1e999"))  # what Python writes is no JSON


def report(course):
    with (course / f"grade-report-{NAME}.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


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

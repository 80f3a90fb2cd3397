import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from commands import tp
from course_files import report, submitted
from gradebook_rows import GRADES, change, grades, rows
from simulated import NAME, STUDENTS, student_ids

from triggerpoints.classroom._course import Course
from triggerpoints.classroom._grade import grade_assignment
from triggerpoints.questions import read_answers, score, write_answers
from triggerpoints.questions.types import Text


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

"""The pure path and plain ``nbgrader`` give the same marks: the real command line on a class of students."""

import json
import shutil
from concurrent.futures import ThreadPoolExecutor

import pytest
import simulated
from commands import nbgrader, tp
from course_files import change_answers
from gradebook_rows import COMMENTS, GRADES, change, rows
from simulated import NAME

from triggerpoints.classroom._leaks import leaks

pytestmark = pytest.mark.nbgrader
# nbgrader takes over a second a student. With 24 all kinds of marks occur; sixty are marked by make test-all.
CLASSES = [24, pytest.param(60, marks=pytest.mark.slow)]


@pytest.fixture(scope="module", params=CLASSES)
def students(request):
    return simulated.student_ids(request.param)


@pytest.fixture(scope="module")
def collected(tmp_path_factory, items, atlas, students):
    home = tmp_path_factory.mktemp("class")
    course = home / "collected"
    tp("class", "new", course, "--students", simulated.class_list(home / "students.csv", len(students)))
    tp("class", "release", course, NAME)
    notebook = course / "release" / NAME / f"{NAME}.ipynb"
    simulated.hand_in(home / "in", items, students, notebook, atlas)
    tp("class", "collect", course, NAME, home / "in")
    # Everyone is late, and loses all points for it: penalties are compared too.
    change(course, "update assignment set duedate = '2026-10-05 09:00:00.000000'")
    with (course / "nbgrader_config.py").open("a") as file:
        file.write('c.LateSubmissionPlugin.penalty_method = "zero"\n')
    return course


@pytest.fixture(scope="module")
def ours(collected):
    course = collected.parent / "ours"
    shutil.copytree(collected, course)
    tp("class", "grade", course, NAME)
    return course


@pytest.fixture(scope="module")
def halves(collected, students):
    """Two copies with half the class each, marked by nbgrader at the same time."""
    courses = []
    for half in (0, 1):
        course = collected.parent / f"half-{half}" / "course"
        shutil.copytree(collected, course)
        for number, student in enumerate(students):
            if number % 2 != half:
                shutil.rmtree(course / "submitted" / student)
        courses.append(course)
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda course: nbgrader(course, "autograde", NAME), courses))
    return courses


def of_both(halves, query):
    return sorted(row for course in halves for row in rows(course, query))


def test_the_class_is_worth_comparing(ours, items, students):
    """All kinds of marks occur: none, part, full, and waiting for a person."""
    found = rows(ours, GRADES)
    assert {row[0] for row in found} == {*students}
    for item in items.item:
        scores = {row[2] for row in found if row[1] == item.id}
        assert len(scores) > 1, item.id
    assert any(row[2] not in (0, None) and row[2] < row[5] for row in found)
    assert any(row[2] is None and row[4] for row in found)
    assert any(row[6] == "markdown" and row[2] == 0 for row in found)


def test_same_marks_item_by_item(ours, halves):
    assert sorted(rows(ours, GRADES)) == of_both(halves, GRADES)


def test_same_comments_timestamps_and_penalties(ours, halves):
    found = sorted(rows(ours, COMMENTS))
    assert found == of_both(halves, COMMENTS)
    assert any(row[4] for row in found)


def test_same_graded_cells(ours, halves, students):
    """Sources, checksums and results agree; nbgrader adds only when a cell ran."""
    for number, student in enumerate(students):
        mine, theirs = (
            cells(course / "autograded" / student / NAME / f"{NAME}.ipynb")
            for course in (ours, halves[number % 2])
        )
        assert mine == theirs


def cells(path):
    found = {}
    for cell in json.loads(path.read_text())["cells"]:
        meta = cell["metadata"]["nbgrader"]
        results = [
            "".join(output["data"]["text/plain"])
            for output in cell.get("outputs", ())
            if output["output_type"] == "execute_result" and meta["grade"]
        ]
        points = meta["points"] if meta["grade"] else 0
        found[meta["grade_id"]] = ("".join(cell["source"]), meta["checksum"], points, results)
    return found


def test_the_questions_cell_runs_under_nbgrader(halves):
    path = halves[0] / "autograded" / "student-000" / NAME / f"{NAME}.ipynb"
    outputs = [
        output
        for cell in json.loads(path.read_text())["cells"]
        if cell["cell_type"] == "code"
        for output in cell["outputs"]
    ]
    assert not [output for output in outputs if output["output_type"] == "error"]
    assert not [output for output in outputs if output.get("name") == "stderr"]


def test_nbgrader_marks_again_what_we_marked(ours, halves, tmp_path):
    """Either may run after the other, in one folder."""
    course = tmp_path / "course"
    shutil.copytree(ours, course)
    before = rows(course, GRADES)
    nbgrader(course, "autograde", NAME, "--force", "--student", "student-001")
    assert rows(course, GRADES) == before
    assert "(1 of them now)" in tp("class", "grade", course, NAME)[0]
    assert rows(course, GRADES) == before


def test_nbgrader_releases_the_same(collected, tmp_path):
    course = tmp_path / "course"
    shutil.copytree(collected, course)
    shutil.rmtree(course / "submitted")
    released = course / "release" / NAME
    before = {path.name: path.read_bytes() for path in released.iterdir()}
    shutil.rmtree(released)
    nbgrader(course, "generate_assignment", NAME)
    assert {path.name: path.read_bytes() for path in released.iterdir()} == before


def test_nbgraders_own_feedback_hides_the_tests(ours, items, tmp_path):
    course = tmp_path / "course"
    shutil.copytree(ours, course)
    nbgrader(course, "generate_feedback", NAME, "--student", "student-00*")
    pages = list((course / "feedback").rglob("*.html"))
    assert len(pages) == 10
    assert leaks(course / "feedback", items.item) == []


def test_one_wrong_entry_costs_the_same_question_under_both(collected, items, tmp_path):
    """A confidence, an entry and responses of the wrong shape, one student each."""
    course = tmp_path / "course"
    shutil.copytree(collected, course)
    first = items.item[0].id
    wrong = [{"response": ["a"], "confidence": "high"}, 7, {"response": {"a": 1}}, {"response": "\ud800"}]
    kept = simulated.student_ids(len(wrong) + 1)
    for path in (course / "submitted").iterdir():
        if path.name not in kept:
            shutil.rmtree(path)
    for number, entry in enumerate(wrong):
        change_answers(course, number, lambda data, entry=entry: data["answers"].update({first: entry}))
    theirs = tmp_path / "theirs" / "course"
    shutil.copytree(course, theirs)
    _, said = tp("class", "grade", course, NAME, code=1)
    assert said.count("Question 1: ") == len(wrong)
    nbgrader(theirs, "autograde", NAME)
    assert rows(course, GRADES) == rows(theirs, GRADES)
    found = [row[2] for row in rows(course, GRADES) if row[1] == first]
    assert found[: len(wrong)] == [0.0] * len(wrong)
    page = (theirs / "autograded" / kept[0] / NAME / f"{NAME}.ipynb").read_text()
    assert "cannot be read and scores 0" in page
    assert '"output_type": "error"' not in page


def test_a_broken_answers_file_scores_zero_and_stops_nobody_under_nbgrader(collected, tmp_path):
    course = tmp_path / "course"
    shutil.copytree(collected, course)
    for path in (course / "submitted").iterdir():
        if path.name not in ("student-001", "student-002"):
            shutil.rmtree(path)
    (course / "submitted" / "student-001" / NAME / "answers.json").write_text("{")
    nbgrader(course, "autograde", NAME)
    points = dict(
        rows(
            course,
            """select s.student_id, sum(g.auto_score) from grade g
               join submitted_notebook n on g.notebook_id = n.id
               join submitted_assignment s on n.assignment_id = s.id group by 1""",
        )
    )
    assert points["student-001"] == 0 < points["student-002"]
    text = (course / "autograded" / "student-001" / NAME / f"{NAME}.ipynb").read_text()
    assert "cannot be used" in text or "not a whole answers file" in text
    assert '"output_type": "error"' not in text

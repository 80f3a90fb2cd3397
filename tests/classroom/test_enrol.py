"""``class new`` on a class that is there adds students, and changes nothing else."""

from commands import tp
from gradebook_rows import GRADES, change, rows
from simulated import NAME, STUDENTS, class_list

PEOPLE = "select id, first_name, last_name, email from student order by id"


def files(course):
    wanted = (path for path in course.rglob("*") if path.is_file() and path.name != "gradebook.db")
    return {path: path.read_bytes() for path in wanted if not path.name.startswith(".")}


def test_new_students_are_added_and_all_else_stays(marked, tmp_path):
    before, marks, kept = rows(marked, PEOPLE), rows(marked, GRADES), files(marked)
    listed = class_list(tmp_path / "students.csv", STUDENTS)
    lines = listed.read_text().splitlines()
    del lines[4]  # student-003 is left out, student-000 has another name now
    lines[1] = lines[1].replace("Simulated", "Other")
    listed.write_text("\n".join([*lines, "new-1,Anna,O'Neill,anna@example.org", "new-2,,,"]) + "\n")
    out, said = tp("class", "new", marked, "--students", listed)
    assert "2 students added: new-1 (Anna O'Neill), new-2." in out
    assert "In the class but not in this list, and kept: student-003." in out
    assert said == ""
    new = [("new-1", "Anna", "O'Neill", "anna@example.org"), ("new-2", "", "", "")]
    assert rows(marked, PEOPLE) == sorted([*before, *new])
    assert rows(marked, GRADES) == marks
    assert files(marked) == kept
    assert "0 students added." in tp("class", "new", marked, "--students", listed)[0]


def test_an_id_that_differs_in_capitals_only_adds_nobody(course, tmp_path):
    path = tmp_path / "students.csv"
    path.write_text("id\nnew-1\nSTUDENT-001\n")
    before = rows(course, PEOPLE)
    _, said = tp("class", "new", course, "--students", path, code=1)
    assert "'student-001', in the class, and 'STUDENT-001' would share a folder" in said
    assert rows(course, PEOPLE) == before


def test_without_a_list_it_says_how_to_add(course):
    _, said = tp("class", "new", course, code=1)
    assert said.count("\n") == 1
    assert "is a class already; to add students to it: " in said
    assert "--students students.csv" in said
    assert "remove" not in said


def test_a_last_name_with_the_first_in_it_is_said_once(marked):
    change(
        marked,
        "update student set first_name = 'Anna', last_name = 'O''Neill, Anna' where id = ?",
        "student-001",
    )
    tp("class", "feedback", marked, NAME)
    page = (marked / "feedback" / "student-001" / NAME / f"{NAME}.html").read_text()
    assert "Feedback for <bdi>Anna O&#39;Neill</bdi>" in page

import json

import pytest
import simulated
from commands import nbgrader, tp
from gradebook_rows import rows
from simulated import NAME

from triggerpoints._records import ContentError
from triggerpoints.classroom._new import graded_assignments, new_course
from triggerpoints.classroom._students import read_students

PERSON = {"first_name": "Zoë", "last_name": "Öztürk", "email": "z@example.org"}


@pytest.mark.parametrize(
    "text",
    [
        "id,first_name,last_name,email\nz1,Zoë,Öztürk,z@example.org\n",
        "\ufeffid;first_name;last_name;email\r\nz1;Zoë;Öztürk;z@example.org\r\n;;;\r\n",
        "email\tLast name\tID\tFirst Name\tgroup\nz@example.org\tÖztürk\tz1\tZoë\tB\n",
        "\ufeffsep=;\r\nid;first_name;last_name;email\r\nz1;Zoë;Öztürk;z@example.org\r\n",
        "ID;Vorname;Nachname;E-Mail\nz1;Zoë;Öztürk;z@example.org\n",
        "ID number,Nom,Prénom,Courriel\nz1,Öztürk,Zoë,z@example.org\n",
        'id,first_name,last_name,email\n"z1","Zoë","Öztürk","z@example.org"',
    ],
)
def test_reads_the_class_list_as_spreadsheets_save_it(tmp_path, text):
    path = tmp_path / "students.csv"
    path.write_text(text, encoding="utf-8")
    found = read_students(path)
    assert found.people == {"z1": PERSON}
    assert found.unknown == (["group"] if "group" in text else [])


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (b"name,email\nA,a@b\n", "line 1 has no column 'id'"),
        (b"id,email\nz1,a@b\nz1,c@d\n", "line 3: student 'z1' is there twice"),
        (b"id,email\nz1,a@b,c\n", "line 2 has 3 fields, the header 2"),
        (b"id,email\n../z1,a@b\n", "line 2: '../z1' cannot be a student id"),
        (b"id,email\n*,a@b\n", "line 2: '*' cannot be a student id"),
        (b"id,email\nz 1,a@b\n", "line 2: 'z 1' cannot be a student id"),
        (b"sep=;\nid;email\n*;a@b\n", "line 3: '*' cannot be a student id"),
        (b"id\n" + b"z" * 61, "at most 60 letters"),
        (b'id,email\n"z1,a@b\nz2,c@d\n', "unexpected end of data; check the quotes"),
        (b"id,email\nz1," + b"a" * 200_000, "line 2: field larger than field limit"),
        (b"id\nanna\nbert\nAnna\n", "line 4: students 'anna' and 'Anna' would share a folder"),
        ("id,first_name\nz1,Zoë\n".encode("latin-1"), "not UTF-8"),
        (None, "cannot be read"),
    ],
)
def test_a_bad_class_list_is_one_sentence_and_makes_nothing(tmp_path, raw, fault):
    path = tmp_path / "students.csv"
    if raw is not None:
        path.write_bytes(raw)
    _, said = tp("class", "new", tmp_path / "course", "--students", path, code=1)
    assert said.count("\n") == 1
    assert fault in said
    assert not (tmp_path / "course").exists()


def test_six_hundred_students(tmp_path):
    path = tmp_path / "students.csv"
    path.write_text("id\n" + "\n".join(f"s{number}" for number in range(600)))
    assert new_course(tmp_path / "course", read_students(path).people, None) == [NAME]
    assert rows(tmp_path / "course", "select count(*) from student") == [(600,)]


def test_a_column_that_is_not_known_is_named(tmp_path):
    path = tmp_path / "students.csv"
    path.write_text("ID,Rufname,Nachname,Gruppe\nz1,Zoë,Öztürk,B\n", encoding="utf-8")
    _, said = tp("class", "new", tmp_path / "course", "--students", path)
    known = "the columns are id, first_name, last_name, email"
    assert said == f"{path}: left out the columns 'Rufname', 'Gruppe'; {known}.\n"


def test_a_course_without_students_says_how_to_add_them(tmp_path):
    out, _ = tp("class", "new", tmp_path / "course")
    assert "no students yet" in out
    command = next(line for line in out.splitlines() if "nbgrader db student import" in line)
    people = simulated.class_list(tmp_path / "students.csv", 2)
    (tmp_path / "course" / "students.csv").write_bytes(people.read_bytes())
    assert "nbgrader db student import students.csv" in command
    nbgrader(tmp_path / "course", "db", "student", "import", "students.csv")
    assert rows(tmp_path / "course", "select count(*) from student") == [(2,)]


def test_an_existing_folder_is_left_alone(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    _, said = tp("class", "new", tmp_path, code=1)
    assert "exists already" in said
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_folder_that_is_no_course_is_one_sentence(tmp_path):
    _, said = tp("class", "grade", tmp_path, NAME, code=1)
    assert said.count("\n") == 1
    assert "not a course folder" in said


def test_assignments_must_be_graded_sets_named_like_their_folder(tmp_path):
    with pytest.raises(ContentError, match="no graded assignments"):
        graded_assignments(tmp_path)
    folder = tmp_path / "one"
    folder.mkdir()
    head = 'format = "triggerpoints-items"\nversion = 1\ntitle = "T"\nitem = []\n'
    (folder / "items.toml").write_text(head + 'id = "one"\nkind = "practice"\n')
    with pytest.raises(ContentError, match="kind"):
        graded_assignments(tmp_path)
    (folder / "items.toml").write_text(head + 'id = "two"\nkind = "graded"\n')
    with pytest.raises(ContentError, match="like its folder"):
        graded_assignments(tmp_path)


@pytest.mark.parametrize(
    ("item", "fault"),
    [
        (
            'type = "choice"\noptions = [{ id = "a", text = "A" }, { id = "b", text = "B" }]',
            "no right answer",
        ),
        ('type = "zones"\nkey = ["left:nowhere"]', "there is no zone 'nowhere'"),
    ],
)
def test_an_item_that_cannot_be_marked_makes_no_course(tmp_path, item, fault):
    folder = tmp_path / "in" / "one"
    folder.mkdir(parents=True)
    (folder / "items.toml").write_text(
        'format = "triggerpoints-items"\nversion = 1\ntitle = "T"\nid = "one"\nkind = "graded"\n'
        f'[[item]]\nid = "first"\nobjective = "o"\nprompt = "p"\n{item}\n'
    )
    _, said = tp("class", "new", tmp_path / "course", "--assignments", tmp_path / "in", code=1)
    assert said.count("\n") == 1
    assert "item 'first': it" in said
    assert fault in said
    assert not (tmp_path / "course").exists()
    _, said = tp("items", "check", folder / "items.toml", code=1)
    assert fault in said


def test_a_path_that_nbgrader_reads_as_a_pattern_is_refused_at_once(tmp_path):
    _, said = tp("class", "new", tmp_path / "course [2026]", code=1)
    assert said.count("\n") == 1
    assert "cannot work in a path with [ ]" in said
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("line", ["c.CourseDirectory.groupshared = 'x'", "raise SystemExit(3)", "c.x ="])
def test_a_broken_configuration_is_one_sentence(course, line):
    (course / "nbgrader_config.py").write_text(line + "\n")
    _, said = tp("class", "grade", course, NAME, code=1)
    assert said.count("\n") == 1
    assert "nbgrader_config.py: does not run" in said


def test_a_folder_in_place_of_a_file_is_one_sentence(tmp_path):
    folder = tmp_path / "items.json"
    folder.mkdir()
    _, said = tp("items", "list", folder, code=1)
    assert said == f"{folder}: Is a directory; check the path, its rights and the free space.\n"


def test_cells_are_valid_and_known_by_the_items_id(released, items):
    import nbformat
    from nbgrader.nbgraderformat import MetadataValidator

    notebook = nbformat.read(released / "source" / NAME / f"{NAME}.ipynb", as_version=4)
    nbformat.validate(notebook)
    MetadataValidator().validate_nb(notebook)
    marked = {
        cell.metadata.nbgrader.grade_id: cell.metadata.nbgrader.points
        for cell in notebook.cells
        if cell.metadata.nbgrader.grade and cell.metadata.nbgrader.points
    }
    assert marked == {item.id: item.points for item in items.item}
    assert json.loads((released / "source" / NAME / "items.json").read_text())["released"] is True

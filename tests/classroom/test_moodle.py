"""Moodle's names: found without ``--pattern``, matched to the class list, and never guessed."""

from pathlib import PurePosixPath

import pytest
from commands import tp
from course_files import EARLY, handed_in, submitted
from simulated import NAME

from triggerpoints.classroom._moodle import Person
from triggerpoints.classroom._whose import owner

ROSTER = {
    "s001": Person("Anna", "First", "anna@example.org"),
    "s002": Person("Zoë", "O'Brien-Núñez", "zoe@example.org"),
    "s003": Person("Li", "Wei"),
    "s004": Person("Li", "Wei"),
    "s005": Person("محمد", "علي"),
    "anna.second": Person("Anna", "Second, Jr."),
    "name_with_line": Person(),
}


@pytest.mark.parametrize(
    ("name", "student"),
    [
        ("Anna First_12345_assignsubmission_file/answers.json", "s001"),
        ("Anna First_12345_assignsubmission_file_/answers.json", "s001"),
        ("Anna First_12345_assignsubmission_file_answers.json", "s001"),
        ("Anna First_12345_assignsubmission_file/my work/answers (1).json", "s001"),
        ("COURSE-Week 1-99/First Anna_1_assignsubmission_file/answers.json", "s001"),
        ("First, Anna_1_assignsubmission_file_/answers.json", "s001"),
        ("anna  FIRST_1_assignsubmission_file_/answers.json", "s001"),
        ("s001 Anna First_1_assignsubmission_file_/answers.json", "s001"),
        ("s001_1_assignsubmission_file_/answers.json", "s001"),
        ("anna@example.org_1_assignsubmission_file_/answers.json", "s001"),
        ("Zoë OBrien-Núñez_2_assignsubmission_file_/answers.json", "s002"),
        ("Zoe\u0308 OBrien-Nu\u0301n\u0303ez_2_assignsubmission_file_/answers.json", "s002"),
        ("محمد علي_5_assignsubmission_file_/answers.json", "s005"),
        ("Anna Second Jr._6_assignsubmission_file_/answers.json", "anna.second"),
        ("name with line_7_assignsubmission_file_/answers.json", "name_with_line"),
        # The name fits two, and the file's own name one of them.
        ("Li Wei_3_assignsubmission_file_/s004.json", "s004"),
        ("Li Wei_3_assignsubmission_file_s004.json", "s004"),
        # Marking without names: only the file's own name is left.
        ("Participant_12_assignsubmission_file_/s003.json", "s003"),
    ],
)
def test_whose_it_is(name, student):
    found = owner(PurePosixPath("moodle") / name, ROSTER, None)
    assert not isinstance(found, str), found
    assert found.student == student


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Li Wei_3_assignsubmission_file_/answers.json", "'Li Wei' can be s003, s004; put the right id"),
        ("Anna_3_assignsubmission_file_/answers.json", "nobody on the class list is called 'Anna'; put"),
        ("Participant_3_assignsubmission_file_/answers.json", "nobody on the class list is called 'Partic"),
        (
            "Anna First_3_assignsubmission_file_/s002.json",
            "from 'Anna First' in Moodle, and named for 's002'",
        ),
        ("Anna First_3_assignsubmission_file_s002.json", "from 'Anna First' in Moodle, and named for 's002'"),
        ("Li Wei_3_assignsubmission_file_/s001.json", "from 'Li Wei' in Moodle, and named for 's001'"),
        ("s001/s002.json", "names two students (s001 and s002)"),
        ("assignsubmission_file_/answers.json", "names no student of this course"),
    ],
)
def test_nobody_is_guessed(name, reason):
    found = owner(PurePosixPath("moodle") / name, ROSTER, None)
    assert isinstance(found, str)
    assert reason in found


def test_a_class_as_moodle_gives_it(course, tmp_path):
    home = tmp_path / "COURSE-Assignment 1-99"
    for number in range(3):
        folder = home / f"Simulated Student 00{number}_47{number}_assignsubmission_file"
        handed_in(folder / "answers.json", EARLY)
    handed_in(home / "Some Body_480_assignsubmission_file" / "answers.json", EARLY)
    # Two people in Moodle with one name, of whom the class list has one.
    for number in (3, 4):
        folder = home / f"Simulated Student 005_49{number}_assignsubmission_file"
        handed_in(folder / "answers.json", EARLY)
    out, said = tp("class", "collect", course, NAME, home, code=1)
    assert "3 new" in out
    lines = said.splitlines()
    assert len(lines) == 3
    assert "nobody on the class list is called 'Some Body'" in lines[0]
    assert all(
        "two people in Moodle (493 and 494) have the name of student-005" in line for line in lines[1:]
    )
    assert [submitted(course, number).is_dir() for number in (0, 1, 2, 5)] == [True, True, True, False]
    assert len(list((course / "quarantine").rglob("answers.json"))) == 3

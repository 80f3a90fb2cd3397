"""Courses for the tests: made once by the real command line, copied for each test that changes one."""

import shutil
from pathlib import Path

import pytest
import simulated
from commands import tp
from simulated import NAME, STUDENTS

from triggerpoints.atlas import Atlas
from triggerpoints.questions import read_items


@pytest.fixture(scope="session")
def items():
    return read_items(simulated.ASSIGNMENTS / NAME / "items.toml")


@pytest.fixture(scope="session")
def atlas():
    return Atlas()


@pytest.fixture(scope="session")
def released(tmp_path_factory):
    """A course of twelve with the assignment released and nothing handed in."""
    home = tmp_path_factory.mktemp("released")
    simulated.class_list(home / "students.csv", STUDENTS)
    tp("class", "new", home / "course", "--students", home / "students.csv")
    tp("class", "release", home / "course", NAME)
    return home / "course"


@pytest.fixture(scope="session")
def handed_in(released, items, atlas, tmp_path_factory):
    """The folder that twelve students handed in."""
    home = tmp_path_factory.mktemp("handed-in") / "in"
    notebook = released / "release" / NAME / f"{NAME}.ipynb"
    simulated.hand_in(home, items, simulated.student_ids(STUDENTS), notebook, atlas)
    return home


@pytest.fixture(scope="session")
def graded(released, handed_in, tmp_path_factory):
    """The course of twelve, collected and marked."""
    course = tmp_path_factory.mktemp("graded") / "course"
    shutil.copytree(released, course)
    tp("class", "collect", course, NAME, handed_in)
    tp("class", "grade", course, NAME)
    return course


@pytest.fixture
def course(released, tmp_path):
    """A copy of the released course."""
    return Path(shutil.copytree(released, tmp_path / "course"))


@pytest.fixture
def marked(graded, tmp_path):
    """A copy of the marked course."""
    return Path(shutil.copytree(graded, tmp_path / "course"))

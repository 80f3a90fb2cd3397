"""Courses for the tests: made once by the real command line, copied for each test that changes one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import simulated

from triggerpoints.atlas import Atlas
from triggerpoints.questions import read_items

NAME = simulated.ASSIGNMENT
STUDENTS = 12


def tp(*arguments, code=0):
    """Run ``triggerpoints``; return what it printed to stdout and stderr."""
    done = subprocess.run(
        [sys.executable, "-c", "from triggerpoints.cli import main; main()", *map(str, arguments)],
        capture_output=True,
        text=True,
    )
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout, done.stderr


def nbgrader(course, *arguments):
    """Run the real ``nbgrader`` in ``course`` with an empty home; return its output."""
    programs = Path(sys.executable).parent
    home = Path(course).parent / "home"
    home.mkdir(exist_ok=True)
    environment = os.environ | {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(home),
        "JUPYTER_CONFIG_DIR": str(home),
        "IPYTHONDIR": str(home),
    }
    done = subprocess.run(
        [programs / "nbgrader", *arguments], cwd=course, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout + done.stderr


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

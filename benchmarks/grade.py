"""Marking a class: ``triggerpoints class grade`` beside ``nbgrader autograde``, whole commands, in one run.

    python benchmarks/grade.py [--students 60] [--ours 7] [--theirs 2]

Both mark the same submissions in copies of one course, one after the other in turns. Every Python
module is compiled before, and both are run once on a class of one before anything is timed. The
marks are compared at the end: a fast wrong answer is worth nothing.
"""

import argparse
import compileall
import os
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "classroom"))

import simulated  # noqa: E402  # the tests' simulated class
from gradebook_rows import GRADES, rows  # noqa: E402

from triggerpoints.atlas import Atlas  # noqa: E402
from triggerpoints.questions import read_items  # noqa: E402

PROGRAMS = Path(sys.executable).parent
OURS = [PROGRAMS / "triggerpoints", "class", "grade", ".", simulated.NAME]
THEIRS = [PROGRAMS / "nbgrader", "autograde", simulated.NAME]


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--students", type=int, default=60)
    options.add_argument("--ours", type=int, default=7, help="how often ours is run")
    options.add_argument("--theirs", type=int, default=2, help="how often nbgrader is run")
    given = options.parse_args()
    for folder in (sysconfig.get_path("purelib"), ROOT / "src"):
        compileall.compile_dir(folder, quiet=2)
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        run([THEIRS, OURS], made(home / "one", 1))
        course = made(home / "class", given.students)
        mine, theirs, marks = [], [], []
        for turn in range(max(given.ours, given.theirs)):
            for command, times, count in ((THEIRS, theirs, given.theirs), (OURS, mine, given.ours)):
                if turn < count:
                    seconds, found = timed(command, course, home / "run")
                    times.append(seconds)
                    marks.append(found)
    report("nbgrader autograde", theirs, given.students)
    report("class grade", mine, given.students)
    print(
        f"nbgrader takes {statistics.median(theirs) / statistics.median(mine):.0f} times as long"
        f" (spread {min(theirs) / max(mine):.0f} to {max(theirs) / min(mine):.0f})."
    )
    if any(found != marks[0] for found in marks):
        sys.exit("The marks differ.")
    print(f"All {len(marks[0])} marks are the same in all {len(marks)} runs.")


def made(home: Path, students: int) -> Path:
    """Return a course of ``students`` with everything handed in and nothing marked."""
    home.mkdir()
    course = home / "course"
    listed = simulated.class_list(home / "students.csv", students)
    tool = PROGRAMS / "triggerpoints"
    run([[tool, "class", "new", course, "--students", listed]], home)
    run([[tool, "class", "release", course, simulated.NAME]], home)
    items = read_items(simulated.ASSIGNMENTS / simulated.NAME / "items.toml")
    notebook = course / "release" / simulated.NAME / f"{simulated.NAME}.ipynb"
    simulated.hand_in(home / "in", items, simulated.student_ids(students), notebook, Atlas())
    run([[tool, "class", "collect", course, simulated.NAME, home / "in"]], home)
    return course


def timed(command: list, course: Path, copy: Path) -> tuple[float, list]:
    """Return how long ``command`` takes in a fresh copy of ``course``, and the marks it gives."""
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(course, copy)
    start = time.perf_counter()
    run([command], copy)
    return time.perf_counter() - start, sorted(rows(copy, GRADES))


def run(commands: list, folder: Path) -> None:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment["PATH"] = f"{PROGRAMS}{os.pathsep}{environment.get('PATH', '')}"
    for command in commands:
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"{command[0].name} failed:\n{done.stdout}{done.stderr}")


def report(name: str, times: list[float], students: int) -> None:
    middle = statistics.median(times)
    print(
        f"{name:<20} {middle:7.2f} s (from {min(times):.2f} to {max(times):.2f}, {len(times)} runs),"
        f" {1000 * middle / students:6.1f} ms a submission"
    )


if __name__ == "__main__":
    main()

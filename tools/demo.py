"""Make a demonstration class: ``python tools/demo.py FOLDER [STUDENTS]``.

Writes a class list and the answers of simulated students, then runs the five commands an
instructor runs, printing each, so that they can be repeated by hand.
"""

import os
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "classroom"))

import simulated  # noqa: E402  # the tests' simulated class

from triggerpoints.atlas import Atlas  # noqa: E402
from triggerpoints.questions import read_items  # noqa: E402

PROGRAM = Path(sys.executable).with_name("triggerpoints")


def main(home: Path, students: int) -> None:
    """Fill ``home``, which must not exist, with a class of ``students``, graded."""
    if home.exists():
        sys.exit(
            f"{home} is there already. To go on with it: make formgrader CLASS={home / 'course'}\n"
            f"For a new one: .venv/bin/python tools/demo.py {home}-2"
        )
    home.mkdir(parents=True)
    roster = simulated.class_list(home / "students.csv", students)
    course, handed_in = home / "course", home / "handed-in"
    run("new", course, "--students", roster)
    run("release", course, simulated.NAME)
    items = read_items(simulated.ASSIGNMENTS / simulated.NAME / "items.toml")
    notebook = course / "release" / simulated.NAME / f"{simulated.NAME}.ipynb"
    simulated.hand_in(handed_in, items, simulated.student_ids(students), notebook, Atlas())
    print(f"{students} simulated students handed in: {handed_in}")
    run("collect", course, simulated.NAME, handed_in)
    run("grade", course, simulated.NAME)
    run("feedback", course, simulated.NAME)
    print(f"Open the pages in {course / 'feedback'}.")
    print(f"Mark the written answers: make formgrader CLASS={course}")


def run(command: str, *arguments: object) -> None:
    """Run ``triggerpoints class COMMAND`` and print it; stop when it fails."""
    words = ["class", command, *map(str, arguments)]
    print(f"\n$ .venv/bin/triggerpoints {shlex.join(words)}", flush=True)
    # make puts .venv/bin on PATH; the commands that are printed are for a terminal without that.
    path = [part for part in os.environ["PATH"].split(os.pathsep) if Path(part) != PROGRAM.parent]
    environment = os.environ | {"PATH": os.pathsep.join(path)}
    if subprocess.run([PROGRAM, *words], env=environment).returncode:
        sys.exit(1)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 60)

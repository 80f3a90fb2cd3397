"""The real command lines, ours and nbgrader's."""

import os
import subprocess
import sys
from pathlib import Path


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

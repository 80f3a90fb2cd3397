"""Set everything up in .venv: ``python3 tools/setup.py [--browser]``.

Runs on the system's Python with the standard library only. Each step is skipped when it is done.
``--browser`` also finds or installs the Chromium that the tests drive.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCK = ROOT / "requirements.lock"
NODE_LOCK = ROOT / "requirements-node.lock"
STAMP = VENV / ".installed-from"
OLDEST_PYTHON = (3, 11)
OLDEST_NODE = 20
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def main(browser: bool) -> None:
    """Make the environment, install the locked packages and the project, and the browser if asked."""
    if sys.version_info < OLDEST_PYTHON:
        sys.exit(
            f"Python 3.11 or newer is needed, and this is {sys.version.split()[0]}: "
            "install it, then run 'make PYTHON=python3.11 …'."
        )
    make_environment()
    wanted = hashlib.sha256(
        b"".join(path.read_bytes() for path in (LOCK, NODE_LOCK, ROOT / "pyproject.toml"))
    ).hexdigest()
    if not (STAMP.is_file() and STAMP.read_text() == wanted):
        say("Installing the pinned packages (about two minutes the first time) …")
        pip("install", "--require-hashes", "-r", str(LOCK))
        if not node_is_here():
            say("No Node.js on this machine: installing it as a Python package …")
            pip("install", "--require-hashes", "-r", str(NODE_LOCK))
        say("Building the widgets and installing the course …")
        pip("install", "--no-deps", "--no-build-isolation", "-e", str(ROOT))
        STAMP.write_text(wanted)
    if browser:
        find_browser()


def make_environment() -> None:
    """Make .venv; where Debian has split the venv module off, install that first when we may."""
    if PYTHON.exists():
        return
    say("Making a Python environment in .venv …")
    command = [sys.executable, "-m", "venv", str(VENV)]
    if subprocess.run(command, capture_output=True).returncode == 0:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    if apt("python3-venv") and subprocess.run(command).returncode == 0:
        return
    sys.exit("Python's venv module is missing: install the package 'python3-venv', then try again.")


def node_is_here() -> bool:
    """Say whether the system has npm and a Node new enough for the build."""
    node = shutil.which("node")
    if not node or not shutil.which("npm"):
        return False
    version = subprocess.run([node, "--version"], capture_output=True, text=True).stdout
    return int(version.removeprefix("v").partition(".")[0] or 0) >= OLDEST_NODE


def find_browser() -> None:
    """Make sure there is a Chromium: the system's, else through apt, else Playwright's own."""
    if any(shutil.which(name) for name in CHROMIUMS):
        return
    say("Installing Chromium for the tests …")
    if apt("chromium"):
        return
    if subprocess.run([str(PYTHON), "-m", "playwright", "install", "chromium"]).returncode != 0:
        sys.exit(
            "The tests need a Chromium: install the package 'chromium' "
            "or run '.venv/bin/playwright install --with-deps chromium', then try again."
        )


def apt(package: str) -> bool:
    """Install a Debian package when we are root and apt is here; say whether that worked."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    quiet = {"env": dict(os.environ, DEBIAN_FRONTEND="noninteractive"), "stdout": subprocess.DEVNULL}
    subprocess.run(["apt-get", "update", "-qq"], **quiet)
    return subprocess.run(["apt-get", "install", "-y", "-qq", package], **quiet).returncode == 0


def pip(*arguments: str) -> None:
    """Run pip in .venv, quietly; its errors show."""
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", *arguments]
    if subprocess.run([*command, "-q"]).returncode != 0:
        sys.exit(
            f"'{' '.join(arguments[:3])} …' failed (see above); check the network, then run the same again."
        )


def say(text: str) -> None:
    """Print a line of progress at once."""
    print(text, flush=True)


if __name__ == "__main__":
    main(browser="--browser" in sys.argv[1:])

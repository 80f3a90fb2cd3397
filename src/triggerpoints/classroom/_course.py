"""A course folder: where its files are, what its configuration says, and its gradebook."""

import glob
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from triggerpoints._records import ContentError
from triggerpoints.classroom._light import light_imports
from triggerpoints.classroom._typed import typed
from triggerpoints.classroom.nbgrader_settings import in_use

CONFIG = "nbgrader_config.py"
# A student id names folders (of 255 bytes at most) and is matched by nbgrader as a file pattern.
STUDENT_ID = re.compile(r"[^\s./\\:*?\"<>|,;\[\]{}+~$][^\s/\\:*?\"<>|,;\[\]{}+~$\x00-\x1f]{0,59}")
LOCK = ".triggerpoints.lock"
AGAIN = "run the command again, it goes on where it stopped"
ADVICE = {
    "locked": f"another program is busy with it: wait a moment, then {AGAIN}",
    "full": f"free some space on the disk, then {AGAIN}",
    "disk I/O": f"check the disk and its free space, then {AGAIN}",
    "readonly": f"allow writing to gradebook.db and its folder, then {AGAIN}",
    "unable to open": f"check the rights of gradebook.db and its folder, then {AGAIN}",
}
PATTERN_MARKS = "*?[]{}"


class Course:
    """An nbgrader course: a folder with ``nbgrader_config.py``.

    Raises ContentError when ``root`` is not one, its configuration does not run, or nbgrader would
    read its path as a pattern.
    """

    def __init__(self, root: Path | str) -> None:
        self.root = Path(root).resolve()
        self._given = str(root)
        if not (self.root / CONFIG).is_file():
            raise ContentError(
                f"{root}: not a course folder (it has no {CONFIG}); make one: {typed('class', 'new', root)}"
            )
        if marks := [mark for mark in PATTERN_MARKS if mark in str(self.root)]:
            raise ContentError(
                f"{self.root}: nbgrader cannot work in a path with {' '.join(marks)}; choose another folder."
            )
        with light_imports():
            from nbgrader.coursedir import CourseDirectory
            from traitlets.config.loader import PyFileConfigLoader
        try:
            self.config = PyFileConfigLoader(CONFIG, path=str(self.root)).load_config()
            self.directory = CourseDirectory(root=str(self.root), config=self.config)
        except (Exception, SystemExit) as error:
            raise ContentError(f"{self.root / CONFIG}: does not run ({error}); correct that line.") from None

    def command(self, name: str, *words: str) -> str:
        """Return one of our commands for this course, as it can be pasted."""
        return typed("class", name, self._given, *words)

    def notes(self) -> list[str]:
        """Return sentences about what is not as in a course made today."""
        if in_use(self.config):
            return []
        return [
            f"{self.root / CONFIG}: made by an older version, so that nbgrader's own pages may show hidden "
            "tests, run what a student wrote, or list again who has left; add this line at its end: "
            "from triggerpoints.classroom.nbgrader_settings import use; use(c)"
        ]

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other commands of ours out of the course; raise ContentError where one is at work."""
        try:
            import fcntl
        except ImportError:  # Windows, where nbgrader's own commands do not lock either
            yield
            return
        with (self.root / LOCK).open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise ContentError(
                    f"{self._given}: another command is at work in this course; wait for it, then try again."
                ) from None
            yield

    def folder(self, step: str, assignment: str, student: str = ".") -> Path:
        """Return the folder of ``step`` (``source``, ``release``, ``submitted``, …)."""
        name = getattr(self.directory, f"{step}_directory")
        return Path(os.path.normpath(self.directory.format_path(name, student, assignment)))

    def notebook(self, step: str, assignment: str, student: str = ".") -> Path:
        """Return the path of the assignment's notebook in ``step``."""
        return self.folder(step, assignment, student) / f"{assignment}.ipynb"

    def submitters(self, assignment: str) -> list[str]:
        """Return the ids of the students who have a folder for ``assignment``, sorted."""
        step = self.directory.submitted_directory
        paths = glob.glob(self.directory.format_path(step, "*", assignment))
        name = re.compile(self.directory.format_path(step, "(?P<student>.*)", assignment, escape=True))
        found = (name.match(path) for path in paths if os.path.isdir(path))
        return sorted(match["student"] for match in found if match)

    def mode(self) -> int:
        """Return the permissions nbgrader gives autograded files."""
        return 0o664 if self.directory.groupshared else 0o444

    @contextmanager
    def gradebook(self) -> Iterator[Any]:
        """Open nbgrader's gradebook; what is done in the block is stored only by ``save()``.

        Its functions commit after every step. Here each of those commits only flushes, so that
        one submission is one transaction, and a killed run leaves none half stored.
        """
        with light_imports():
            from nbgrader.api import Gradebook
            from sqlalchemy.exc import DBAPIError
            from sqlalchemy.orm import Session, scoped_session, sessionmaker

        class Held(Session):
            def commit(self) -> None:
                self.flush()

            def save(self) -> None:
                super().commit()

        try:
            with own_programs_first():
                book = Gradebook(self.directory.db_url, self.directory.course_id)
            book.db.remove()
            book.db = scoped_session(sessionmaker(class_=Held, bind=book.engine, expire_on_commit=False))
            book.save = lambda: book.db().save()
            with book:
                yield book
        except DBAPIError as error:
            raise ContentError(
                f"{self.directory.db_url}: the gradebook cannot be used ({error.orig}); {_advice(error)}."
            ) from None


def _advice(error: Exception) -> str:
    for sign, advice in ADVICE.items():
        if sign in str(error):
            return advice
    return "close other programs that use it and try again, or restore gradebook.db from a copy"


@contextmanager
def own_programs_first() -> Iterator[None]:
    """Put this Python's programs on PATH: nbgrader calls ``alembic`` when it makes a database."""
    before = os.environ.get("PATH", "")
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), before])
    try:
        yield
    finally:
        os.environ["PATH"] = before

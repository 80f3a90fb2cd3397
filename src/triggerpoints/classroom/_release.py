"""Make what students get, with nbgrader's own converter, and look that no key is in it."""

import logging
import shutil

from triggerpoints._records import ContentError
from triggerpoints.classroom._course import Course, own_programs_first
from triggerpoints.classroom._layout import stored_cells
from triggerpoints.classroom._leaks import leaks
from triggerpoints.classroom._light import full_nbgrader
from triggerpoints.classroom._notebook import hidden_item


def release_assignment(course: Course, assignment: str) -> None:
    """Write ``release/ASSIGNMENT`` and register the assignment in the gradebook.

    Raises ContentError when nbgrader refuses, or when a key, feedback or rubric is in the folder;
    then the folder is removed again.
    """
    if not course.notebook("source", assignment).is_file():
        known = ", ".join(sorted(p.name for p in course.folder("source", "*").parent.glob("*"))) or "none"
        raise ContentError(f"{assignment}: there is no such assignment in source; there are: {known}.")
    course.directory.assignment_id = assignment
    folder = course.folder("release", assignment)
    before = folder.with_name(f".{assignment}.before")
    shutil.rmtree(before, ignore_errors=True)
    if folder.exists():
        folder.rename(before)
    try:
        _convert(course, assignment)
    except ContentError:
        if before.exists():
            before.rename(folder)
        raise
    shutil.rmtree(before, ignore_errors=True)
    with course.gradebook() as book:
        sources = [cell.source for cell in stored_cells(book, assignment).values()]
    if found := leaks(folder, filter(None, map(hidden_item, sources))):
        shutil.rmtree(folder)
        raise ContentError(f"{found[0]}, which students must not see; removed again, correct the source.")


def _convert(course: Course, assignment: str) -> None:
    full_nbgrader()
    from nbgrader.converters import GenerateAssignment, NbGraderException

    messages = logging.getLogger("triggerpoints.release")
    messages.propagate = False
    lines = _Lines()
    messages.addHandler(lines)
    with own_programs_first():
        try:
            converter = GenerateAssignment(coursedir=course.directory, config=course.config, log=messages)
            converter.force = True
            converter.start()
        except NbGraderException as error:
            raise ContentError(f"{assignment}: nbgrader did not release it: {lines.last or error}.") from None
        finally:
            messages.removeHandler(lines)


class _Lines(logging.Handler):
    """Keeps the last line of the last error, which is where Python puts the reason."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.last = ""

    def emit(self, record: logging.LogRecord) -> None:
        lines = record.getMessage().strip().splitlines()
        if lines and "Traceback" in lines[0]:
            self.last = lines[-1].rstrip(".")

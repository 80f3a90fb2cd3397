"""Mark every submission of an assignment: the pure path, with files and the gradebook at its edges."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from triggerpoints import __version__
from triggerpoints._records import ContentError
from triggerpoints.atlas import Atlas
from triggerpoints.classroom._autograded import (
    graded_fingerprint,
    graded_notebook,
    graded_texts,
    write_graded,
)
from triggerpoints.classroom._course import Course
from triggerpoints.classroom._layout import Layout, read_layout
from triggerpoints.classroom._light import light_imports
from triggerpoints.classroom._mark import Mark, mark
from triggerpoints.classroom._report import Line, scored, write_report
from triggerpoints.classroom._scores import all_scores
from triggerpoints.classroom._submission import Submission, read_submission
from triggerpoints.classroom._time import read_time
from triggerpoints.classroom._trace import sentences
from triggerpoints.questions.types import Text

NOT_LISTED = "not graded: handed in, but not on the class list; the files are kept."
Progress = Callable[[int, int], None]


class Outcome(Struct, kw_only=True):
    """What a run did: one line a student, how many were marked anew, and the report's path."""

    lines: list[Line]
    fresh: int
    report: Path


def grade_assignment(
    course: Course,
    assignment: str,
    *,
    force: bool = False,
    separator: str = ",",
    progress: Progress = lambda done, of: None,
) -> Outcome:
    """Mark all submissions of ``assignment``; only what changed since the last run, unless ``force``.

    ``separator`` is the character between the columns of the report.
    One student's bad files never stop the others: they are in the returned lines. Raises
    ContentError when the assignment itself cannot be marked.
    """
    from triggerpoints.classroom._record import Recorder

    with course.gradebook() as book:
        layout = read_layout(course, assignment, book)
        recorder = Recorder(course, assignment, book)
        marker = _Marker(course, layout, recorder)
        submitters = course.submitters(assignment)
        if not submitters:
            collect = course.command("collect", assignment, "FOLDER")
            raise ContentError(f"{assignment}: nothing handed in; first: {collect}")
        lines = []
        for count, student in enumerate(submitters, start=1):
            lines.append(marker.line(student, force))
            progress(count, len(submitters))
        lines += [
            Line(student=student, status="no submission")
            for student in sorted(recorder.students - set(submitters))
        ]
        names = recorder.names()
        scores = all_scores(book, assignment)
    # After all marks: what a person marked since the last run is in the gradebook only.
    lines = [
        msgspec.structs.replace(
            scored(line, layout, scores[line.student]) if line.status == "graded" else line,
            names=names.get(line.student, ("", "")),
        )
        for line in lines
    ]
    report = course.root / f"grade-report-{assignment}.csv"
    write_report(report, lines, separator)
    return Outcome(lines=lines, fresh=marker.fresh, report=report)


class _Marker:
    """Marks one student after the other with what is the same for all."""

    def __init__(self, course: Course, layout: Layout, recorder: Any) -> None:
        self._course, self._layout, self._recorder = course, layout, recorder
        self._atlas = Atlas()
        self._base = hashlib.sha256(msgspec.json.encode([__version__, layout])).hexdigest()
        self._numbers = layout.numbers()
        self._cells = layout.item_of_cell()
        # nbgrader's own setting, but off where nobody has set it: who has left stays off the list.
        self._adds_students = course.config.Autograde.get("create_student") is True
        self.fresh = 0

    def line(self, student: str, force: bool) -> Line:
        folder = self._course.folder("submitted", self._layout.assignment, student)
        line, time = self._marked(student, folder, force), read_time(folder)
        ask, know = sentences(folder, time)
        return msgspec.structs.replace(
            line, time=time, remarks=(*line.remarks, *ask), notes=(*line.notes, *know)
        )

    def _marked(self, student: str, folder: Path, force: bool) -> Line:
        if student not in self._recorder.students and not self._adds_students:
            add = self._course.command("new", "--students", "students.csv")
            remark = f"To put the student on the list again, write the line into students.csv, then: {add}"
            return Line(student=student, status=NOT_LISTED, remarks=(remark,))
        assignment = self._layout.assignment
        submission = read_submission(folder, student, self._layout)
        if submission.answers is None:
            return self._refuse(student, submission)
        submission.fingerprint = f"{self._base[:16]}-{submission.fingerprint[:32]}"
        marks = mark(self._layout, submission.answers, self._atlas)
        target = self._course.notebook("autograded", assignment, student)
        if (
            force
            or student not in self._recorder.known
            or graded_fingerprint(target) != submission.fingerprint
        ):
            self._store(student, submission, marks, folder, target.parent)
            self.fresh += 1
        reasons = [self._reason(key, found) for key, found in marks.items() if found.reason]
        return Line(
            student=student,
            status="graded",
            remarks=(*submission.problems, *reasons),
            notes=tuple(submission.notes),
        )

    def _reason(self, key: str, found: Mark) -> str:
        item = self._cells[key]
        reason = found.reason.removeprefix(f"item {item.id!r}: ")
        said = f"Question {self._numbers[item.id]}: {reason}"
        if isinstance(item, Text):
            return f"{said} Ask the student to write it again."
        return f"{said} It scores 0; ask the student to answer it again."

    def _store(
        self, student: str, submission: Submission, marks: dict[str, Mark], folder: Path, target: Path
    ) -> None:
        with light_imports():
            from nbformat.notebooknode import from_dict

        notebook = graded_notebook(self._layout, submission, marks)
        timestamp = _timestamp(self._course, folder)
        cells = from_dict(notebook)["cells"]  # type: ignore[no-untyped-call]
        before = graded_texts(target / f"{self._layout.assignment}.ipynb")
        self._recorder.record(student, cells, timestamp, before)
        # After the gradebook: a run killed in between marks this student again.
        write_graded(
            target,
            notebook,
            folder,
            self._course.folder("source", self._layout.assignment),
            self._course.mode(),
            tuple(self._course.directory.ignore),
        )

    def _refuse(self, student: str, submission: Submission) -> Line:
        status = f"not graded: {submission.fatal}"
        if student in self._recorder.known:
            status += " The marks of an earlier submission are still in the gradebook."
        return Line(student=student, status=status, remarks=tuple(submission.problems))


def _timestamp(course: Course, folder: Path) -> Any:
    try:
        return course.directory.get_existing_timestamp(str(folder))
    except (
        ValueError,
        OverflowError,
        AttributeError,
        OSError,
    ):  # AttributeError: nbgrader's own handler is broken
        return None

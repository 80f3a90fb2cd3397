"""Store marks in nbgrader's gradebook, as its own autograde would."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from triggerpoints.classroom._course import Course
from triggerpoints.classroom._light import full_nbgrader, light_imports
from triggerpoints.classroom._scores import hours_late

with light_imports():
    from nbgrader import utils
    from nbgrader.api import (
        Assignment,
        BaseCell,
        Comment,
        Grade,
        Notebook,
        Student,
        SubmittedAssignment,
        SubmittedNotebook,
        new_uuid,
    )
    from sqlalchemy.orm import load_only

# The rows nbgrader keeps of a submission for each kind of cell.
ROWS = {"GradeCell": (Grade,), "SolutionCell": (Comment,), "TaskCell": (Grade, Comment)}


class Recorder:
    """Writes the marks of one assignment into the open gradebook ``book``.

    Ids of cells and earlier submissions are read once: nbgrader's own look-ups compute class-wide
    sums for every record they load, which makes a class of 600 slow.
    """

    def __init__(self, course: Course, assignment: str, book: Any) -> None:
        self._course, self._book, self._db = course, book, book.db
        self.students = {key for (key,) in self._db.query(Student.id)}
        self._assignment = self._db.query(Assignment.id).filter(Assignment.name == assignment).scalar()
        self._notebook = (
            self._db.query(Notebook.id)
            .filter(Notebook.assignment_id == self._assignment, Notebook.name == assignment)
            .scalar()
        )
        self._cells = {
            cell: (name, kind)
            for cell, name, kind in self._db.query(BaseCell.id, BaseCell.name, BaseCell.type).filter(
                BaseCell.notebook_id == self._notebook
            )
        }
        self._late_plugin: Any = None
        self.known: dict[str, tuple[str, str]] = {
            student: (submission, notebook)
            for student, submission, notebook in self._db.query(
                SubmittedAssignment.student_id, SubmittedAssignment.id, SubmittedNotebook.id
            )
            .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
            .filter(
                SubmittedAssignment.assignment_id == self._assignment,
                SubmittedNotebook.notebook_id == self._notebook,
            )
        }

    def names(self) -> dict[str, tuple[str, str]]:
        """Return each student's last and first name, by id; empty where the class list has none."""
        rows = self._db.query(Student.id, Student.last_name, Student.first_name)
        return {key: (last or "", first or "") for key, last, first in rows}

    def record(
        self, student: str, cells: Iterable[Any], timestamp: datetime | None, before: Mapping[str, str]
    ) -> None:
        """Store the graded ``cells`` of one submission in one transaction.

        Manual scores and comments stay. A cell that has a manual score is marked for another look,
        as nbgrader does, but only where its text differs from ``before`` (texts by grade id) or its
        points changed.
        """
        submission, notebook = self.known.get(student) or self._add(student)
        self._stamp(submission, timestamp)
        grades = {grade.cell_id: grade for grade in self._rows(Grade, notebook)}
        comments = {comment.cell_id: comment for comment in self._rows(Comment, notebook)}
        by_name = {cell.metadata.nbgrader["grade_id"]: cell for cell in cells if "nbgrader" in cell.metadata}
        for key, (name, _) in self._cells.items():
            cell = by_name.get(name)
            if cell is None:
                continue
            if key in grades and not utils.is_task(cell):
                grade = grades[key]
                auto, _maximum = utils.determine_grade(cell)
                changed = auto != grade.auto_score or cell.source != before.get(name)
                if changed or grade.manual_score is None:
                    grade.needs_manual_grade = grade.manual_score is not None or auto is None
                grade.auto_score = auto
            if key in comments:
                comments[key].auto_comment = "No response." if _untouched(cell) else None
        self._penalise(submission, notebook, student)
        self._book.save()
        self._db.expunge_all()

    def _rows(self, kind: Any, notebook: str) -> Any:
        wanted = [kind.cell_id, *((kind.manual_score, kind.auto_score) if kind is Grade else ())]
        return self._db.query(kind).options(load_only(*wanted)).filter(kind.notebook_id == notebook)

    def _add(self, student: str) -> tuple[str, str]:
        """Make an empty submission: what ``Gradebook.add_submission`` does, by ids."""
        if student not in self.students:
            self._book.add_student(student)
            self.students.add(student)
        submission, notebook = new_uuid(), new_uuid()
        self._db.add(SubmittedAssignment(id=submission, assignment_id=self._assignment, student_id=student))
        self._db.flush()
        self._db.add(SubmittedNotebook(id=notebook, notebook_id=self._notebook, assignment_id=submission))
        self._db.flush()
        for key, (_, kind) in self._cells.items():
            self._db.add_all(row(cell_id=key, notebook_id=notebook) for row in ROWS.get(kind, ()))
        self._db.flush()
        self._db.expunge_all()
        self.known[student] = (submission, notebook)
        return submission, notebook

    def _stamp(self, submission: str, timestamp: datetime | None) -> None:
        # None too: the time of an earlier hand-in says nothing about this one.
        self._db.query(SubmittedAssignment).filter(SubmittedAssignment.id == submission).update(
            {"timestamp": timestamp}, synchronize_session=False
        )

    def _penalise(self, submission: str, notebook: str, student: str) -> None:
        self._db.flush()
        row = self._db.query(SubmittedNotebook).filter(SubmittedNotebook.id == notebook)
        row.update({"late_submission_penalty": None}, synchronize_session=False)
        due, extension, sent = (
            self._db.query(Assignment.duedate, SubmittedAssignment.extension, SubmittedAssignment.timestamp)
            .join(SubmittedAssignment, SubmittedAssignment.assignment_id == Assignment.id)
            .filter(SubmittedAssignment.id == submission)
            .one()
        )
        late = hours_late(due, extension, sent)
        if late is None:
            return
        plugin = self._plugin()
        found = row.one()
        penalty = plugin.plugin_inst.late_submission_penalty(student, found.score, late * 3600)
        if penalty is not None:
            found.late_submission_penalty = plugin._check_late_penalty(found, penalty)

    def _plugin(self) -> Any:
        if self._late_plugin is None:
            full_nbgrader()
            from nbgrader.preprocessors import AssignLatePenalties

            self._late_plugin = AssignLatePenalties(config=self._course.config)
            self._late_plugin.init_plugin()
        return self._late_plugin


def _untouched(cell: Any) -> bool:
    checksum = cell.metadata.nbgrader.get("checksum")
    return not utils.is_task(cell) and checksum == utils.compute_checksum(cell)

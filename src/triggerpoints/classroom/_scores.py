"""Marks and comments as the gradebook has them, of a whole assignment at once."""

from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct

from triggerpoints.classroom._feedback_item import Score
from triggerpoints.classroom._names import full_name


class Scores(Struct, kw_only=True):
    """One student's marks by grade id, the points taken off for being late, and how late (hours)."""

    name: str
    cells: dict[str, Score]
    penalty: float = 0.0
    late: float | None = None

    @property
    def total(self) -> float:
        """Points so far, never below 0; what waits for a person counts 0."""
        return max(0.0, sum(cell.points or 0.0 for cell in self.cells.values()) - self.penalty)


def all_scores(book: Any, assignment: str) -> dict[str, Scores]:
    """Return the scores of every student with a submission in the gradebook ``book``, by student id."""
    from nbgrader.api import (
        Assignment,
        BaseCell,
        Comment,
        Grade,
        Notebook,
        Student,
        SubmittedAssignment,
        SubmittedNotebook,
    )

    found: dict[str, Scores] = {}
    notebooks: dict[str, str] = {}
    rows = (
        book.db.query(
            SubmittedNotebook.id,
            SubmittedNotebook.late_submission_penalty,
            Student.id,
            Student.first_name,
            Student.last_name,
            Assignment.duedate,
            SubmittedAssignment.extension,
            SubmittedAssignment.timestamp,
        )
        .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Student, SubmittedAssignment.student_id == Student.id)
        .join(Notebook, SubmittedNotebook.notebook_id == Notebook.id)
        .join(Assignment, Notebook.assignment_id == Assignment.id)
        .filter(Assignment.name == assignment, Notebook.name == assignment)
    )
    for notebook, penalty, student, first, last, due, extension, sent in rows:
        name = full_name(first or "", last or "") or student
        found[student] = Scores(
            name=name, cells={}, penalty=penalty or 0.0, late=hours_late(due, extension, sent)
        )
        notebooks[notebook] = student
    comments = {
        (notebook, cell): manual or ""
        for notebook, cell, manual in book.db.query(
            Comment.notebook_id, BaseCell.name, Comment.manual_comment
        ).join(BaseCell, Comment.cell_id == BaseCell.id)
    }
    grades = book.db.query(
        Grade.notebook_id,
        BaseCell.name,
        Grade.auto_score,
        Grade.manual_score,
        Grade.extra_credit,
        Grade.needs_manual_grade,
    ).join(BaseCell, Grade.cell_id == BaseCell.id)
    for notebook, cell, auto, manual, extra, needed in grades:
        if notebook in notebooks:
            points = manual if manual is not None else auto
            found[notebooks[notebook]].cells[cell] = Score(
                points=None if points is None else points + (extra or 0.0),
                by_person=manual is not None,
                raised=manual is not None and manual > (auto or 0.0),
                again=manual is not None and bool(needed),
                comment=comments.get((notebook, cell), ""),
            )
    return found


def hours_late(due: datetime | None, extension: timedelta | None, sent: datetime | None) -> float | None:
    """Return the hours between deadline and handing in, None where it was in time or nobody knows."""
    if due is None or sent is None:
        return None
    late = (sent - due - (extension or timedelta())).total_seconds() / 3600
    return late if late > 0 else None

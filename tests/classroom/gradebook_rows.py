"""Look into a gradebook with plain SQL, so that a test sees what nbgrader would."""

import sqlite3
from contextlib import closing
from pathlib import Path

GRADES = """
    select s.student_id, c.name, g.auto_score, g.manual_score, g.needs_manual_grade, k.max_score, k.cell_type
    from grade g
    join submitted_notebook n on g.notebook_id = n.id
    join submitted_assignment s on n.assignment_id = s.id
    join base_cell c on c.id = g.cell_id
    join grade_cells k on k.id = c.id
    order by 1, 2
"""
COMMENTS = """
    select s.student_id, c.name, m.auto_comment, m.manual_comment, n.late_submission_penalty, s.timestamp
    from comment m
    join submitted_notebook n on m.notebook_id = n.id
    join submitted_assignment s on n.assignment_id = s.id
    join base_cell c on c.id = m.cell_id
    order by 1, 2
"""


def rows(course: Path, query: str, *values: object) -> list[tuple]:
    with closing(sqlite3.connect(course / "gradebook.db")) as book:
        return book.execute(query, values).fetchall()


def change(course: Path, query: str, *values: object) -> None:
    with closing(sqlite3.connect(course / "gradebook.db")) as book:
        assert book.execute(query, values).rowcount
        book.commit()


def grades(course: Path, student: str) -> dict[str, tuple]:
    """Return (auto score, manual score, needs a person) of each cell of ``student``."""
    return {row[1]: row[2:5] for row in rows(course, GRADES) if row[0] == student}

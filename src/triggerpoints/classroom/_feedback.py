"""Feedback for a class: one self-contained HTML page a student, without a script or a hidden test."""

from typing import Any

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from msgspec import Struct

from triggerpoints._records import ContentError
from triggerpoints.atlas import Atlas
from triggerpoints.classroom._course import Course
from triggerpoints.classroom._feedback_item import Score, item_feedback
from triggerpoints.classroom._layout import Layout, read_layout
from triggerpoints.classroom._picture import Album
from triggerpoints.classroom._scores import Scores, all_scores
from triggerpoints.classroom._submission import read_submission
from triggerpoints.classroom._written import NO_NOTEBOOK
from triggerpoints.questions import ResponseError
from triggerpoints.questions.types import Text

NO_TEXT = (
    "Nothing is written in the question, and no notebook came. "
    "If you wrote your answer in the notebook, hand that in too."
)


class Given(Struct, kw_only=True):
    """What a run did: how many pages, and a sentence for each student without one."""

    pages: int
    faults: list[str]


def write_feedback(course: Course, assignment: str) -> Given:
    """Write ``feedback/STUDENT/ASSIGNMENT/ASSIGNMENT.html`` for every student with marks.

    Raises ContentError when nobody has any.
    """
    with course.gradebook() as book:
        layout = read_layout(course, assignment, book)
        marked = all_scores(book, assignment)
    if not marked:
        grade = course.command("grade", assignment)
        raise ContentError(f"{assignment}: nobody has marks yet; first: {grade}")
    page = _page()
    atlas = Atlas()
    given = Given(pages=0, faults=[])
    for student, scores in sorted(marked.items()):
        folder = course.folder("autograded", assignment, student)
        submission = read_submission(folder, student, layout)
        if submission.answers is None:
            given.faults.append(f"{student}: no feedback: {submission.fatal} Then grade again.")
            continue
        target = course.folder("feedback", assignment, student) / f"{assignment}.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        target.write_text(page.render(_context(layout, submission, scores, atlas)), encoding="utf-8")
        given.pages += 1
    return given


def _page() -> Template:
    environment = Environment(
        loader=PackageLoader("triggerpoints.classroom"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    environment.filters["points"] = lambda points: f"{points:.2f}".rstrip("0").rstrip(".")
    return environment.get_template("feedback.html")


def _context(layout: Layout, submission: Any, scores: Scores, atlas: Atlas) -> dict[str, Any]:
    album = Album()
    items = []
    for number, item in enumerate(layout.items, start=1):
        try:
            response, fault = submission.answers.response(item.id), ""
        except ResponseError as error:
            response, fault = None, str(error)
        written = submission.written.get(item.id, "") if isinstance(item, Text) else ""
        if written in (layout.stub.get(item.id), NO_NOTEBOOK):
            written = ""
        found = scores.cells.get(item.id, Score(points=None))
        shown = item_feedback(number, item, response, written, found, atlas, album, fault)
        asked = isinstance(item, Text) and submission.written.get(item.id) == NO_NOTEBOOK
        items.append(msgspec.structs.replace(shown, note=NO_TEXT) if asked else shown)
    again = [
        shown for shown in items if shown.score.points is not None and shown.score.points < shown.maximum
    ]
    return {
        "unsafe": [shown for shown in again if shown.safety],
        "again": again,
        "commented": [shown for shown in items if shown.score.comment],
        "title": layout.title,
        "name": scores.name,
        "items": items,
        "total": scores.total,
        "maximum": sum(item.points for item in layout.items),
        "penalty": scores.penalty,
        "waiting": sum(
            shown.score.points is None or (shown.score.again and isinstance(item, Text))
            for shown, item in zip(items, layout.items, strict=True)
        ),
        "shared": album.shared(),
    }

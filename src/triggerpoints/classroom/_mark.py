"""Mark a submission: a pure function of (items, answers), with no code of the student run."""

import textwrap

from msgspec import Struct

from triggerpoints.atlas import Atlas
from triggerpoints.classroom._layout import Layout
from triggerpoints.questions import Answers, ResponseError, score
from triggerpoints.questions.types import Text

REASON = 300  # characters; a response can quote a whole file


class Mark(Struct, frozen=True):
    """The points of one test cell, and why where the response could not be read."""

    points: float
    reason: str = ""


def mark(layout: Layout, answers: Answers, atlas: Atlas) -> dict[str, Mark]:
    """Return the mark of each test cell, by grade id. Written answers are marked by a person: 0 here."""
    marks = {}
    for key, item in layout.item_of_cell().items():
        try:
            result = score(item, answers.response(item.id), atlas)
        except ResponseError as error:
            marks[key] = Mark(0.0, f"{textwrap.shorten(str(error), REASON, placeholder=' …')}.")
        else:
            marks[key] = Mark(0.0 if isinstance(item, Text) else float(result.points or 0.0))
    return marks

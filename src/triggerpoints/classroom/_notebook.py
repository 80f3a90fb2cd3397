"""The instructor's notebook of an assignment: made from items, and read back by cell id.

Cells are known by their grade id, never by position: the item's id for the cell that carries its
mark, ids with a leading underscore (which no item can have) for the others.
"""

import json
import re
import textwrap
from typing import Any

import msgspec

from triggerpoints._records import ContentError
from triggerpoints.classroom._typed import typed
from triggerpoints.questions import Item, ItemSet
from triggerpoints.questions.types import Text

ABOUT, QUESTIONS = "_about", "_questions"
HIDDEN = ("### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS")
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
# What nbgrader looks for in cells: an item that quotes one would be cut or rejected at release.
MARKS = ("HIDDEN TESTS", "BEGIN SOLUTION", "END SOLUTION", "MARK SCHEME")
WRITTEN = "# A person reads the answer above: there is nothing to type here."
SAVED = """# Marked from your saved answers: there is nothing to type here.
from triggerpoints.questions import cell_note
"""
WIDTH = 90  # characters of a line in a hidden test: what fits into the formgrader's page
# Long lines go on below: a backslash and a line break, which the test takes out again.
BREAK = "\\\n"
_UNBROKEN = f".replace({json.dumps(BREAK)}, '')"
# Courses made before long lines were broken have the call without ``replace``.
_ITEM = re.compile(rf"^cell_score\(r'''\n(.*?)\n'''(?:{re.escape(_UNBROKEN)})?\)$", re.DOTALL | re.MULTILINE)

HOW_TO = """# {title}

{introduction}

1. Run the cell below (choose it and press Shift and Enter) and answer the questions that appear.
2. Your answers are saved as you give them, in the file `answers.json` beside this notebook.
3. Write long answers in the question itself. Only if a question does not show, use its cell below.
4. Hand in `answers.json`, together with this notebook.

Running the cells under "Marking" is not needed. Do not delete them."""


PLACE = """**Write in question {number} above**, where the answer is saved as you type.
Only if that question does not show: double-click here, click once more into this text, and type in place of
the last line.

### BEGIN SOLUTION
### END SOLUTION"""


def prompt_id(item: Item) -> str:
    """Return the id of the cell that repeats the question above the cell of a written answer."""
    return f"_{item.id}-prompt"


def rubric_id(item: Item) -> str:
    """Return the id of the cell that shows the rubric of a written answer to the instructor."""
    return f"_{item.id}-rubric"


def source_notebook(items: ItemSet) -> dict[str, Any]:
    """Return the instructor's notebook, with each key in the hidden tests of its cell."""
    cells = [
        _cell("markdown", ABOUT, HOW_TO.format(title=items.title, introduction=items.introduction.strip())),
        _cell("code", QUESTIONS, 'from triggerpoints import Quiz\n\nQuiz.from_file("items.json")'),
    ]
    for number, item in enumerate(items.item, start=1):
        if not isinstance(item, Text):
            continue
        cells += [
            _cell("markdown", prompt_id(item), f"## Question {number}: written answer\n\n{item.prompt}"),
            _cell("markdown", item.id, PLACE.format(number=number), solution=True, points=item.points),
            # Below the answer, so that who marks it in the formgrader has the rubric beside it.
            _cell("code", rubric_id(item), _test(item), points=0),
        ]
    cells.append(_cell("markdown", "_marking", "## Marking\n\nNothing to do here."))
    cells += [
        _cell("code", item.id, _test(item), points=item.points)
        for item in items.item
        if not isinstance(item, Text)
    ]
    return {
        "cells": cells,
        "metadata": {"kernelspec": KERNEL, "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def hidden_item(source: str) -> Item | None:
    """Return the item in the hidden tests of a cell; None when there is none.

    Raises ContentError for an item of another version of this program.
    """
    found = _ITEM.search(source)
    if not found:
        return None
    try:
        item: Item = msgspec.json.decode(found[1].replace(BREAK, ""), type=Item)
    except msgspec.DecodeError as error:
        raise ContentError(
            f"this course was made by another version of the program, and a question in it cannot be read "
            f"({error}); make a new one, release there, and collect the folder 'submitted' of this one: "
            f"{typed('class', 'new', 'NEW-FOLDER')}"
        ) from None
    return item


def _test(item: Item) -> str:
    # No apostrophe and no '#' can end the string or look like one of nbgrader's marks.
    data = json.dumps(msgspec.to_builtins(item), ensure_ascii=False, indent=1)
    data = data.replace("'", "\\u0027").replace("#", "\\u0023")
    guide = _guide(item) if isinstance(item, Text) else ()
    for mark in MARKS:
        if mark in data:
            raise ContentError(f"item {item.id!r}: {mark!r} has a meaning in nbgrader; put it differently.")
    shown = (WRITTEN,) if isinstance(item, Text) else (SAVED, f'cell_note("{item.id}")')
    broken = "\n".join(
        BREAK.join(line[start : start + WIDTH] for start in range(0, len(line), WIDTH))
        for line in data.split("\n")
    )
    test = f"cell_score(r'''\n{broken}\n'''{_UNBROKEN})"
    hidden = (*guide, "from triggerpoints.questions import cell_score", "", test)
    return "\n".join([*shown, HIDDEN[0], *hidden, HIDDEN[1]])


def _guide(item: Text) -> list[str]:
    """Return comment lines for who marks the answer in the formgrader: rubric and model answer."""
    lines = [f"RUBRIC, for {item.points:g} points"]
    for number, line in enumerate(item.rubric, start=1):
        lines += textwrap.wrap(f"{number}. {line}", WIDTH, subsequent_indent="   ")
    lines += ["", "ONE GOOD ANSWER"]
    for part in item.model_answer.splitlines():
        lines += textwrap.wrap(part, WIDTH) or [""]
    return [f"# {line}".rstrip() for line in lines] + [""]


def _cell(
    kind: str,
    grade_id: str,
    source: str,
    *,
    solution: bool = False,
    points: float | None = None,
) -> dict[str, Any]:
    nbgrader: dict[str, Any] = {
        "schema_version": 3,
        "grade_id": grade_id,
        "grade": points is not None,
        "solution": solution,
        "locked": not solution,
        "task": False,
    }
    if points is not None:
        nbgrader["points"] = points
    cell: dict[str, Any] = {
        "cell_type": kind,
        "id": grade_id[:64],
        "metadata": {"nbgrader": nbgrader},
        "source": source,
    }
    if kind == "code":
        cell |= {"execution_count": None, "outputs": []}
    return cell

"""What the test cells of an assignment call when nbgrader executes them in a notebook."""

from functools import cache
from pathlib import Path

import msgspec

from triggerpoints._records import ContentError
from triggerpoints.atlas import Atlas
from triggerpoints.questions._answers import Answers, read_answers
from triggerpoints.questions._score import ResponseError, score
from triggerpoints.questions.types import Item

ANSWERS = "answers.json"


def cell_note(item_id: str, path: Path | str = ANSWERS) -> None:
    """Print whether the item has a saved answer; never raise, whatever the file holds."""
    found = _read(path)
    if isinstance(found, Answers):
        if item_id in found.unreadable:
            print("Your answer cannot be read: answer the question again.")
            return
        answer = found.answers.get(item_id)
        saved = answer is not None and answer.response not in (None, "", [])
        print("Your answer is saved." if saved else "No answer is saved yet.")
    else:
        print(found)


def cell_score(item_json: str, path: Path | str = ANSWERS) -> float:
    """Return the points earned, 0 to the item's points, as a plain float.

    ``item_json`` is the item with its key. A file or response that cannot be read earns 0.0, with
    one printed sentence; a written answer earns 0.0 here because a person marks its own cell.
    """
    item = msgspec.json.decode(item_json, type=Item)
    found = _read(path)
    if not isinstance(found, Answers):
        return 0.0
    try:
        return float(score(item, found.response(item.id), _atlas()).points or 0.0)
    except ResponseError as error:
        print(f"This answer cannot be read and scores 0: {error}.")
        return 0.0


def _read(path: Path | str) -> Answers | str:
    """Return the answers, or the sentence that says why there are none."""
    path = Path(path)
    try:
        return read_answers(path)
    except ContentError as error:
        if path.exists():
            return str(error)
    # The questions, run before this cell, set a file aside that they cannot use.
    aside = sorted(path.parent.glob(f"{path.stem}.set-aside-*"))
    return (
        f"{path.name} cannot be used; it was kept as {aside[0].name}."
        if aside
        else "No answers are saved yet."
    )


_atlas = cache(Atlas)

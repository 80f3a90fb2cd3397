"""What is marked in an assignment: the cells nbgrader keeps in the gradebook, and the items in them."""

import json
from typing import Any

from msgspec import Struct

from triggerpoints._records import ContentError
from triggerpoints.classroom._course import Course
from triggerpoints.classroom._notebook import hidden_item, rubric_id
from triggerpoints.questions import Item, ItemSet, read_items
from triggerpoints.questions.types import Text


class Layout(Struct, frozen=True, kw_only=True):
    """The instructor's notebook with keys, as released.

    ``cells`` are the notebook's cells in order; ``checksums`` and ``maximum`` are by grade id.
    ``stub`` is the text of each written answer's cell before the student writes.
    """

    assignment: str
    title: str
    items: tuple[Item, ...]
    notebook: dict[str, Any]
    checksums: dict[str, str]
    stub: dict[str, str]

    def item_of_cell(self) -> dict[str, Item]:
        """Return each test cell's item, by grade id."""
        return {rubric_id(item) if isinstance(item, Text) else item.id: item for item in self.items}

    def numbers(self) -> dict[str, int]:
        """Return the number of each question, from 1, by item id."""
        return {item.id: number for number, item in enumerate(self.items, start=1)}


def cell_id(cell: Any) -> str:
    """Return the grade id of a notebook cell; empty for a cell nbgrader does not know."""
    meta = cell.get("metadata") if isinstance(cell, dict) else None
    known = meta.get("nbgrader") if isinstance(meta, dict) else None
    found = known.get("grade_id") if isinstance(known, dict) else None
    return found if isinstance(found, str) else ""


def read_layout(course: Course, assignment: str, book: Any) -> Layout:
    """Return the layout of a released assignment from its source and the gradebook ``book``.

    Raises ContentError when it was not released, was changed since, or has cells that need code
    to be run.
    """
    path = course.notebook("source", assignment)
    release = course.command("release", assignment)
    again = f"release it again: {release}"
    stored = stored_cells(book, assignment)
    if not stored:
        raise ContentError(f"{assignment}: not released yet; first: {release}")
    notebook = _read_notebook(path)
    items = {item.id: item for item in map(hidden_item, (cell.source for cell in stored.values())) if item}
    seen = set()
    for cell in notebook["cells"]:
        key = cell_id(cell)
        if not key:
            continue
        seen.add(key)
        if key not in stored:
            raise ContentError(f"{path}: cell {key!r} was added after the release; {again}")
        if stored[key].locked and stored[key].source != cell["source"]:
            raise ContentError(f"{path}: cell {key!r} was changed after the release; {again}")
        by_code = hidden_item(stored[key].source) is None and key not in items
        if cell["metadata"]["nbgrader"]["grade"] and by_code:
            raise ContentError(
                f"{path}: cell {key!r} is marked by running code; use 'nbgrader autograde' for it."
            )
    if missing := set(stored) - seen:
        raise ContentError(f"{path}: cell {min(missing)!r} was removed after the release; {again}")
    released = _item_set(course, assignment)
    unknown = [item.id for item in released.item if item.id not in items]
    if unknown:
        raise ContentError(f"{path}: no cell marks item {unknown[0]!r} of items.json; {again}")
    return Layout(
        assignment=assignment,
        title=released.title,
        items=tuple(items[item.id] for item in released.item),
        notebook=notebook,
        checksums={key: cell.checksum for key, cell in stored.items()},
        stub={item.id: stored[item.id].source for item in items.values() if isinstance(item, Text)},
    )


def stored_cells(book: Any, assignment: str) -> dict[str, Any]:
    """Return the source cells in the gradebook, by grade id; empty when not released."""
    from nbgrader.api import Assignment, Notebook, SourceCell

    rows = (
        book.db.query(SourceCell)
        .join(Notebook, SourceCell.notebook_id == Notebook.id)
        .join(Assignment, Notebook.assignment_id == Assignment.id)
        .filter(Assignment.name == assignment, Notebook.name == assignment)
    )
    return {cell.name: cell for cell in rows}


def _item_set(course: Course, assignment: str) -> ItemSet:
    return read_items(course.folder("source", assignment) / "items.json")


def _read_notebook(path: Any) -> dict[str, Any]:
    try:
        notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ContentError(f"{path}: there is no such notebook; check the name of the assignment.") from None
    except ValueError as error:
        raise ContentError(f"{path}: not a notebook ({error}); restore it from a copy.") from None
    for cell in notebook["cells"]:
        if isinstance(cell["source"], list):
            cell["source"] = "".join(cell["source"])
    return notebook

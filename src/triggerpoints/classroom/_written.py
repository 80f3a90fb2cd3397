"""Notebooks that students hand in: read without trusting them, and filled with written answers."""

import copy
import json
from collections.abc import Mapping
from typing import Any

from triggerpoints.classroom._layout import cell_id
from triggerpoints.questions import unsafe, whole_number

MAX_NOTEBOOK = 20_000_000  # bytes; a handed-in notebook of this course is below 100 kB
# Not the text that was released: nbgrader gives an untouched cell 0 points, and nobody looks at it.
NO_NOTEBOOK = (
    "*Nothing is written in the question, and no notebook came that can be read. "
    "If the long answer was written there, ask for it.*"
)
BOTH = "\n\n---\n\n*Also written in the notebook cell:*\n\n"


class BadNotebook(ValueError):
    """A notebook that cannot be read: one phrase."""


def parse_notebook(raw: bytes) -> dict[str, Any]:
    """Return the notebook, with every cell's source as one string; raise BadNotebook."""
    if len(raw) > MAX_NOTEBOOK:
        raise BadNotebook(f"larger than {MAX_NOTEBOOK:,} bytes")
    try:
        notebook: Any = json.loads(raw, parse_int=whole_number)
    except json.JSONDecodeError as error:
        raise BadNotebook(
            f"not a whole notebook (it breaks off or was edited at line {error.lineno})"
        ) from None
    except (ValueError, RecursionError) as error:
        raise BadNotebook(f"not a whole notebook ({error})") from None
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list) or not all(isinstance(cell, dict) for cell in cells):
        raise BadNotebook("not a notebook of this format (it has no list of cells)")
    if fault := unsafe(notebook):
        raise BadNotebook(fault)
    found: dict[str, Any] = notebook
    for cell in cells:
        source = cell.get("source", "")
        if isinstance(source, list) and all(isinstance(line, str) for line in source):
            source = "".join(source)
        if not isinstance(source, str):
            raise BadNotebook("a cell's source is not text")
        cell["source"] = source
    return found


def written_cells(notebook: Mapping[str, Any], stub: Mapping[str, str]) -> dict[str, str]:
    """Return what stands in the cells of written answers, by grade id.

    Of a duplicated cell every version that was written in is kept.
    """
    found: dict[str, dict[str, None]] = {}  # a set that keeps its order
    for cell in notebook["cells"]:
        key = cell_id(cell)
        if key in stub:
            found.setdefault(key, {})[cell["source"]] = None
    return {
        key: BOTH.join([text for text in texts if text != stub[key]] or list(texts)[:1])
        for key, texts in found.items()
    }


def cell_faults(notebook: Mapping[str, Any], expected: Mapping[str, str]) -> list[str]:
    """Return one phrase each for missing and duplicated cells; ``expected`` is a name by grade id."""
    ids = [cell_id(cell) for cell in notebook["cells"]]
    missing = [key for key in expected if key not in ids]
    twice = [key for key in expected if ids.count(key) > 1]
    return [f"the cell {expected[key]} is missing from the notebook" for key in missing] + [
        f"the cell {expected[key]} is in the notebook {ids.count(key)} times" for key in twice
    ]


def answer_text(cell: str | None, stub: str, written: str, own: bool) -> str:
    """Return the text of a written answer's cell from what stands there and what was saved.

    ``own`` says that the student's own notebook is there: only then does an untouched cell say that
    nothing was written.
    """
    text = _merged(cell, stub, written)
    return text if own or text != stub else NO_NOTEBOOK


def _merged(cell: str | None, stub: str, written: str) -> str:
    """Return both texts, the saved answer first, where both were written and differ; else the one."""
    if cell in (None, stub, NO_NOTEBOOK) or not cell.strip():
        return written or (stub if cell is None else cell)
    return cell if written in cell else written + BOTH + cell


def fill(notebook: dict[str, Any], texts: Mapping[str, str], template: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``notebook`` with ``texts`` in its cells; a cell that is missing comes from ``template``."""
    filled = copy.deepcopy(notebook)
    present = set()
    for cell in filled["cells"]:
        key = cell_id(cell)
        if key in texts:
            cell["source"] = texts[key]
            present.add(key)
    for cell in template["cells"]:
        key = cell_id(cell)
        if key in texts and key not in present:
            filled["cells"].append({**copy.deepcopy(cell), "source": texts[key]})
    return filled

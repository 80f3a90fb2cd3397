"""The graded notebook: the instructor's own, with the student's answers and marks put in."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from triggerpoints.classroom._json import write_json
from triggerpoints.classroom._layout import Layout, cell_id
from triggerpoints.classroom._mark import Mark
from triggerpoints.classroom._submission import OURS, Submission
from triggerpoints.classroom._written import BadNotebook, parse_notebook

FINGERPRINT = "fingerprint"


def graded_notebook(layout: Layout, submission: Submission, marks: Mapping[str, Mark]) -> dict[str, Any]:
    """Return the notebook nbgrader's autograde would leave: tests restored, results as outputs."""
    cells = []
    for count, cell in enumerate(layout.notebook["cells"], start=1):
        key = cell_id(cell)
        new = {**cell, "metadata": {**cell["metadata"]}}
        if key:
            new["metadata"]["nbgrader"] = {
                **cell["metadata"]["nbgrader"],
                "checksum": layout.checksums[key],
                "cell_type": cell["cell_type"],
            }
        if key in submission.written:
            new["source"] = submission.written[key]
        if key in marks:
            new |= {"execution_count": count, "outputs": _outputs(marks[key], count)}
        cells.append(new)
    metadata = {**layout.notebook["metadata"], OURS: {FINGERPRINT: submission.fingerprint}}
    return {**layout.notebook, "cells": cells, "metadata": metadata}


def graded_fingerprint(path: Path) -> str:
    """Return what a graded notebook was made from; empty when it is not there or not ours."""
    try:
        found = json.loads(path.read_bytes())["metadata"][OURS][FINGERPRINT]
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    return str(found)


def graded_texts(path: Path) -> dict[str, str]:
    """Return the text of each cell of a graded notebook, by grade id; empty when it cannot be read."""
    try:
        notebook = parse_notebook(path.read_bytes())
    except (OSError, BadNotebook):
        return {}
    return {key: cell["source"] for cell in notebook["cells"] if (key := cell_id(cell))}


def write_graded(
    target: Path,
    notebook: Mapping[str, Any],
    submitted: Path,
    source: Path,
    mode: int,
    ignore: tuple[str, ...],
) -> None:
    """Replace ``target`` by the graded notebook, the submitted files and the instructor's files.

    The folder appears whole or not at all.
    """
    part = target.with_name(f".{target.name}.part")
    if part.exists():
        shutil.rmtree(part)
    part.mkdir(parents=True)
    for origin in (submitted, source):
        _copy_files(origin, part, ignore)
    path = part / f"{target.name}.ipynb"
    write_json(path, notebook)
    for file in part.rglob("*"):
        if file.is_file():
            file.chmod(mode)
    if target.exists():
        shutil.rmtree(target)
    part.rename(target)


def _copy_files(origin: Path, target: Path, ignore: tuple[str, ...]) -> None:
    for path in origin.rglob("*"):
        inside = path.relative_to(origin)
        # A link could bring a file of the instructor's into a folder that students get.
        if path.is_symlink() or not path.is_file() or path.suffix == ".ipynb":
            continue
        if any(Path(part).match(pattern) for part in inside.parts for pattern in ignore):
            continue
        (target / inside).parent.mkdir(parents=True, exist_ok=True)
        (target / inside).unlink(missing_ok=True)
        shutil.copyfile(path, target / inside)


def _outputs(mark: Mark, count: int) -> list[dict[str, Any]]:
    result = {
        "output_type": "execute_result",
        "execution_count": count,
        "data": {"text/plain": repr(mark.points)},
        "metadata": {},
    }
    if not mark.reason:
        return [result]
    said = f"This answer cannot be read and scores 0: {mark.reason}\n"
    return [{"output_type": "stream", "name": "stdout", "text": said}, result]

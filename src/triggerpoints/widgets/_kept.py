"""Answers kept in a file beside the notebook: read at the start, written at each change, never lost."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from triggerpoints.questions import Answer, Answers, AnswersError, read_answers, write_answers


def load(path: Path, assignment: str) -> tuple[dict[str, Any], str]:
    """Return the answers kept in ``path`` as plain data, and a notice that is empty when all is well.

    A file that is broken or belongs to something else is not overwritten: it is set aside under a
    new name beside it, and the notice says so in one sentence.
    """
    if not path.exists():
        return {}, ""
    try:
        kept = read_answers(path, assignment)
    except AnswersError as error:
        aside = _free_name(path)
        path.rename(aside)
        # The error is written for whoever collects answers; here the student reads it.
        fault = str(error).partition(";")[0].replace(str(path), path.name)
        return {}, f"{fault}. It was kept as {aside.name}, and this quiz starts with no answers."
    return {item: msgspec.to_builtins(answer) for item, answer in kept.answers.items()}, ""


def save(path: Path, assignment: str, answers: Mapping[str, Any]) -> None:
    """Write ``answers`` (the widget's trait) to ``path``, in one step; what is not an answer is left out."""
    kept = {}
    for item, answer in answers.items():
        try:
            kept[item] = msgspec.convert(answer, Answer)
        except msgspec.ValidationError:
            continue
    path.parent.mkdir(parents=True, exist_ok=True)
    write_answers(path, Answers(assignment=assignment, answers=kept))


def _free_name(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.stem}.set-aside-{number}{path.suffix}")).exists():
        number += 1
    return aside

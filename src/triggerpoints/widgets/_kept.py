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


def save(
    path: Path, assignment: str, before: Mapping[str, Any], now: Mapping[str, Any]
) -> tuple[Mapping[str, Any], str]:
    """Write what changed between ``before`` (last in the file) and ``now`` (the widget's trait) to ``path``.

    What the file holds beside that stays: the same notebook may be open twice, and each kernel writes
    only the answers that were given in it. Returns what is in the file now as far as this widget
    knows, and a notice, empty when all is well. A file that has become broken meanwhile is set aside
    as in :func:`load`; where nothing can be written, all of it is tried again at the next change.
    """
    try:
        kept, notice = load(path, assignment)
        if notice:
            kept = dict(before)
        kept |= {item: answer for item, answer in now.items() if before.get(item) != answer}
        good, bad = _sorted_out(kept)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_answers(path, Answers(assignment=assignment, answers=good))
    except (OSError, AnswersError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        notice = f"Your answers could not be saved to {path.name} ({reason})"
        return before, f"{notice}: keep this page open and ask for help."
    if bad:
        notice = f"The answer to {', '.join(bad)} could not be saved; the others are in {path.name}."
    return dict(now), notice


def _sorted_out(answers: Mapping[str, Any]) -> tuple[dict[str, Answer], list[str]]:
    """Return what are answers, and the item ids of what are not."""
    good, bad = {}, []
    for item, answer in answers.items():
        try:
            good[item] = msgspec.convert(answer, Answer)
        except msgspec.ValidationError:
            bad.append(item)
    return good, bad


def _free_name(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.stem}.set-aside-{number}{path.suffix}")).exists():
        number += 1
    return aside

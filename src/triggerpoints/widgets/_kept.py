"""Answers kept in a file beside the notebook: read at the start, written at each change, never lost."""

from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import Any

import msgspec

from triggerpoints.questions import Answers, AnswersError, read_answers, split_entries, write_answers


def load(path: Path, assignment: str) -> tuple[dict[str, Any], str]:
    """Return the answers kept in ``path`` as plain data, and a notice that is empty when all is well.

    A file that is broken or belongs to something else is not overwritten: it is set aside under a
    new name beside it, and the notice says so in one sentence. Where only single entries are no
    answers, a copy is set aside and the others are returned.
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
    good = {item: msgspec.to_builtins(answer) for item, answer in kept.answers.items()}
    return good, _copied(path, list(kept.unreadable)) if kept.unreadable else ""


def _copied(path: Path, items: list[str]) -> str:
    """Keep a copy of ``path`` before it is written again without ``items``; return the notice."""
    notice = f"{path.name}: the answer to {_named(items)} cannot be read; answer again."
    raw = path.read_bytes()
    for number in count(1):
        aside = _aside(path, number)
        try:
            if not aside.exists():
                aside.write_bytes(raw)
        except OSError:  # a folder that cannot be written: then the file itself stays as it is
            return notice
        if aside.read_bytes() == raw:
            break
    return f"{notice} A copy is in {aside.name}."


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
        if notice and not kept:
            kept = dict(before)
        kept |= {item: answer for item, answer in now.items() if before.get(item) != answer}
        good, bad = split_entries(kept)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_answers(path, Answers(assignment=assignment, answers=good))
    except (OSError, AnswersError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        notice = f"Your answers could not be saved to {path.name} ({reason})"
        return before, f"{notice}: keep this page open and ask for help."
    if bad:
        notice = f"The answer to {_named(list(bad))} could not be saved; the others are in {path.name}."
    return dict(now), notice


def _named(items: list[str]) -> str:
    """Return a few ids in one line that can be shown: an id may have half a character in it."""
    known = ", ".join(item[:80].encode(errors="replace").decode() for item in items[:3])
    return known + (" …" if len(items) > 3 else "")


def _free_name(path: Path) -> Path:
    return next(aside for number in count(1) if not (aside := _aside(path, number)).exists())


def _aside(path: Path, number: int) -> Path:
    return path.with_name(f"{path.stem}.set-aside-{number}{path.suffix}")

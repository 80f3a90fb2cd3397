"""The quiz for Jupyter."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import traitlets

from triggerpoints.questions import ItemSet, cited_in, practice_sets, read_items
from triggerpoints.questions.types import Choice
from triggerpoints.widgets import _kept
from triggerpoints.widgets._names import pick, reject_unknown
from triggerpoints.widgets._widget import CourseWidget

PRACTICE_ANSWERS = "answers"
"""Folder beside the notebook in which answers to practice sets are kept, one file a set."""


class Quiz(CourseWidget):
    """A set of questions.

    ``Quiz("neck-and-head")`` shows a practice set: answers are judged at once and kept in
    ``answers/practice-neck-and-head.json`` beside the notebook, so that a reload finds them.
    ``answers`` names another file, or with ``None`` none at all.

    ``Quiz.from_file("items.json")`` shows a set from a file; a released assignment is recorded, not
    judged, in ``answers.json`` beside the notebook.

    Raises ValueError naming close matches for a set that does not exist, and ContentError for a file
    that cannot be used.
    """

    answers = traitlets.Dict().tag(sync=True)
    """Answers by item id: ``{"response", "confidence", "answered_at"}``, as in the answers file."""

    def __init__(self, practice_set: str, answers: Path | str | None = "", **unknown: Any) -> None:
        reject_unknown(unknown, ("practice_set", "answers"), "Quiz()")
        sets = practice_sets()
        name = pick(practice_set, sets, "practice set", f"the sets are {', '.join(map(repr, sets))}")
        path = f"{PRACTICE_ANSWERS}/practice-{name}.json" if answers == "" else answers
        self._show(read_items(sets[name]), path)

    @classmethod
    def from_file(cls, items: Path | str, answers: Path | str | None = "answers.json") -> "Quiz":
        """Return the quiz of the item set in ``items``; ``answers`` is where answers are kept.

        A set without keys (a released assignment) records answers without judging them. An answers
        file that is broken or of another assignment is set aside under a new name, not overwritten,
        and the widget says so. Raises ContentError when ``items`` cannot be used.
        """
        quiz = cls.__new__(cls)
        quiz._show(read_items(items), answers)
        return quiz

    def _show(self, items: ItemSet, answers: Path | str | None) -> None:
        # Resolved now: a later chdir in the notebook must not move the file.
        path = None if answers is None else Path(answers).resolve()
        kept, notice = ({}, "") if path is None else _kept.load(path, items.id)
        props = {"set": msgspec.to_builtins(items), "judged": not items.released, "notice": notice}
        super().__init__(citations=cited_in(items), kind="quiz", props=props, answers=kept)
        self._items = items
        self._first_notice = notice
        if path is not None:
            self._in_file: Mapping[str, Any] = kept
            self.observe(lambda change: self._save(path, change["new"]), names="answers")

    def _save(self, path: Path, now: dict[str, Any]) -> None:
        self._in_file, notice = _kept.save(path, self._items.id, self._in_file, now)
        notice = notice or self._first_notice
        if notice != self.props["notice"]:
            self.props = {**self.props, "notice": notice}

    def in_words(self) -> str:
        """Return the questions as plain text."""
        lines = [self._items.title]
        for number, item in enumerate(self._items.item, start=1):
            lines.append(f"{number}. {item.prompt}")
            if isinstance(item, Choice):
                lines += [f"   - {option.text}" for option in item.options]
        return "\n".join(lines)

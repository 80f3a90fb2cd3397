"""A simulated class: deterministic answers of every kind, as students hand them in."""

import json
import os
import random
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from triggerpoints.atlas import Atlas
from triggerpoints.questions import Answer, Answers, Item, ItemSet, write_answers
from triggerpoints.questions.types import TYPES, Choice, Muscles, Text, Zones

ASSIGNMENTS = Path(__file__).parents[2] / "notebooks" / "assignments"
NAME = "01-neck-and-head"
STUDENTS = 12
HANDED_IN = datetime(2026, 10, 5, 10, tzinfo=UTC)
SENTENCES = (
    "I ask about red flags first.",
    "The map comes from one manual – so I say ‘perhaps’.",
    "∴ ½ sure; <b>not</b> & \\n.",
)


def student_ids(count: int) -> list[str]:
    return [f"student-{number:03d}" for number in range(count)]


def class_list(path: Path, count: int) -> Path:
    rows = [
        f"{student},Simulated,Student {student[-3:]},{student}@example.org" for student in student_ids(count)
    ]
    path.write_text("id,first_name,last_name,email\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def answers(items: ItemSet, student: str, atlas: Atlas) -> Answers:
    """Return the student's answers: right, wrong, partial and blank ones of every type."""
    chance = random.Random(student)
    skill = chance.random()
    given = {}
    for item in items.item:
        if chance.random() < 0.12:
            continue
        response = _response(item, chance, skill, atlas)
        given[item.id] = Answer(
            response=response, confidence=round(chance.random(), 2), answered_at="2026-10-05T10:00:00Z"
        )
    return Answers(assignment=items.id, answers=given if chance.random() > 0.05 else {})


def hand_in(folder: Path, items: ItemSet, students: list[str], release: Path, atlas: Atlas) -> None:
    """Write ``STUDENT/answers.json`` for each student, and for two of three the notebook.

    The files have the date ``HANDED_IN``.
    """
    for number, student in enumerate(students):
        home = folder / student
        home.mkdir(parents=True)
        write_answers(home / "answers.json", answers(items, student, atlas))
        if number % 3:
            notebook = json.loads(release.read_text(encoding="utf-8"))
            if number % 3 == 2:
                type_answer(notebook, items, f"Typed in the notebook by {student}.")
            (home / release.name).write_text(json.dumps(notebook), encoding="utf-8")
        for path in home.iterdir():
            os.utime(path, (HANDED_IN.timestamp(),) * 2)


def type_answer(notebook: dict[str, Any], items: ItemSet, text: str) -> None:
    written = {item.id for item in items.item if isinstance(item, Text)}
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") in written:
            cell["source"] = text


def _response(item: Item, chance: random.Random, skill: float, atlas: Atlas) -> Any:
    if isinstance(item, Text):
        return " ".join(chance.sample(SENTENCES, chance.randint(0, len(SENTENCES))))
    key = TYPES[type(item)].key_response(item)
    if chance.random() < skill:
        return key
    if isinstance(item, Choice):
        options = [option.id for option in item.options]
        return chance.sample(options, chance.randint(0, len(options)) if item.multiple else 1)
    names = list(atlas.zones if isinstance(item, Zones) else atlas.muscles)
    extra = [
        f"{chance.choice(('left', 'right'))}:{chance.choice(names)}" for _ in range(chance.randint(0, 3))
    ]
    kept = chance.sample(key, chance.randint(0, len(key)))
    assert isinstance(item, Muscles | Zones)
    return kept + extra

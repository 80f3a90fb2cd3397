"""Look for what students must not get: keys, feedback, rubrics and hidden tests."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

import msgspec

from triggerpoints.questions import RELEASED, Item
from triggerpoints.questions.types import Choice

# A field of an item in JSON, or in JSON inside the JSON of a notebook.
SECRET_FIELD = re.compile(r'\\?"(correct|key|feedback|explain|rubric|model_answer)\\?"\s*:')


def leaks(folder: Path, items: Iterable[Item]) -> list[str]:
    """Return one phrase for each file in ``folder`` with something secret in it."""
    sentences = secret_sentences(items)
    found = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        text = path.read_bytes().decode("utf-8", errors="replace")
        if "HIDDEN TESTS" in text:
            found.append(f"{path} has hidden tests")
        elif match := SECRET_FIELD.search(text):
            found.append(f"{path} has the field {match[1]!r}")
        elif secret := next((words for words in sentences if words in text), None):
            found.append(f"{path} has the words {secret[:40]!r}")
    return found


def secret_sentences(items: Iterable[Item]) -> list[str]:
    """Return the texts that are in no released field, as written and as JSON escapes them."""
    found: set[str] = set()
    for item in items:
        record = msgspec.to_builtins(item)
        for field in set(record) - RELEASED - {"key", "cite"}:
            found.update(_strings(record[field]))
        if isinstance(item, Choice):
            found.update(option.feedback for option in item.options)
    words = {text for text in found if len(text) > 20}
    return sorted(words | {json.dumps(text)[1:-1] for text in words} | {_plain(text) for text in words})


def _plain(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _strings(part)

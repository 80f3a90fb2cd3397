"""Content tests itself: what is wrong with a set of items, one line a fault."""

from collections.abc import Collection
from typing import Any

from triggerpoints.atlas import Atlas
from triggerpoints.questions._items import ItemSet, release
from triggerpoints.questions._lint import SET_RULES, lint
from triggerpoints.questions._score import ResponseError, score
from triggerpoints.questions.types import TYPES, Choice, Item, Muscles, Text, Zones

SECRET = frozenset({"key", "explain", "cite", "feedback", "correct", "careful", "rubric", "model_answer"})


def check(item_set: ItemSet, atlas: Atlas, known_citations: Collection[str]) -> list[str]:
    """Return the faults of ``item_set``, one line each with set and item; an empty list is a pass.

    Each item is checked by its type, by the writing rules, by scoring its own key, a blank and its
    wrong answers, and for citations that are not in ``known_citations``.
    """
    lines = [f"{item_set.id}: {fault}" for rule in SET_RULES for fault in rule(item_set)]
    for item in item_set.item:
        found = TYPES[type(item)].faults(item, atlas) + lint(item) + _citations(item, known_citations)
        lines += [
            f"{item_set.id}: item {item.id!r}: {fault}" for fault in found + scoring_faults(item, atlas)
        ]
    return lines + [
        f"{item_set.id}: the released copy has {path}" for path in _secrets(release(item_set)["item"], "item")
    ]


def wrong_responses(item: Item) -> list[list[str]]:
    """Return responses to ``item`` that must not score full: each mistake alone, and everything at once."""
    match item:
        case Choice():
            wrong = [[option.id] for option in item.options if not option.correct]
            return [*wrong, [option.id for option in item.options]] if item.multiple else wrong
        case Muscles() | Zones():
            alone = [[f"{side}:{name}"] for name in item.feedback for side in ("left", "right")]
            return alone + [[*item.key, *picks] for picks in alone]
        case Text():
            return []


def _citations(item: Item, known: Collection[str]) -> list[str]:
    return [
        f"cites {key!r}, which is not among the references; add it or correct the key"
        for key in item.cite
        if key not in known
    ]


def scoring_faults(item: Item, atlas: Atlas) -> list[str]:
    """Return why ``item`` cannot mark fairly, after scoring its key, a blank and its mistakes."""
    if isinstance(item, Text):
        return []
    if not TYPES[type(item)].key_response(item):
        return ["it has no right answer"]
    try:
        found = (
            []
            if score(item, TYPES[type(item)].key_response(item), atlas).fraction == 1
            else ["its key does not score full"]
        )
        if score(item, None, atlas).fraction != 0:
            found.append("a blank response does not score 0")
        for response in wrong_responses(item):
            if score(item, response, atlas).fraction == 1:
                found.append(f"the wrong response {response} scores full")
    except ResponseError as error:
        return [f"its key cannot be scored ({error})"]
    return found


def _secrets(data: Any, path: str) -> list[str]:
    if isinstance(data, dict):
        here = [f"{path}.{field}" for field in data if field in SECRET]
        return here + [line for field, value in data.items() for line in _secrets(value, f"{path}.{field}")]
    if isinstance(data, list | tuple):
        return [line for place, value in enumerate(data) for line in _secrets(value, f"{path}[{place}]")]
    return []

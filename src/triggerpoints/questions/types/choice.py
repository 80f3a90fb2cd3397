"""Choice: one best answer, or several right ones."""

from typing import Any

from msgspec import Struct

from triggerpoints.atlas import Atlas
from triggerpoints.questions.types._base import BaseItem, ItemId, ResponseError, parse_list


class Option(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """One option; ``feedback`` says why it is right or wrong to a student who chose it.

    ``careful`` marks a wrong option of a safety question that is on the safe side, such as an
    ambulance where a doctor the same day is right. It scores like any wrong one; the message differs.
    """

    id: ItemId
    text: str
    correct: bool = False
    careful: bool = False
    feedback: str = ""


class Choice(BaseItem, frozen=True, kw_only=True, tag="choice"):
    """Choose among options. A response is a list of option ids.

    One right option: full or nothing. ``multiple``: each right option chosen adds 1, each wrong
    one takes 1 away, over the number of right ones, never below 0 (the usual multiple-answer rule,
    under which ticking everything does not pay).
    """

    options: tuple[Option, ...]
    multiple: bool = False


def parse(item: Choice, response: Any, atlas: Atlas) -> tuple[str, ...]:
    """Return the chosen option ids; raise ResponseError for an unknown one or too many."""
    chosen = parse_list(item.id, response)
    known = {option.id for option in item.options}
    for option in chosen:
        if option not in known:
            raise ResponseError(
                f"item {item.id!r} has no option {option!r}; it has {', '.join(sorted(known))}"
            )
    if not item.multiple and len(chosen) > 1:
        raise ResponseError(f"item {item.id!r} takes one option, and the response has {len(chosen)}")
    return chosen


def fraction(item: Choice, chosen: tuple[str, ...], atlas: Atlas) -> float:
    """Return the share of the full mark, 0 to 1."""
    key = {option.id for option in item.options if option.correct}
    right = len(key & set(chosen))
    wrong = len(set(chosen) - key)
    return max(0, right - wrong) / len(key)


def too_careful(item: Choice, chosen: tuple[str, ...]) -> bool:
    """Return whether every mistake is a careful option, and where several are asked for, none is missing."""
    wrong = [option for option in item.options if option.id in chosen and not option.correct]
    missing = item.multiple and not {option.id for option in item.options if option.correct} <= set(chosen)
    return bool(wrong) and not missing and all(option.careful for option in wrong)


def key_response(item: Choice) -> list[str]:
    """Return the response that scores full."""
    return [option.id for option in item.options if option.correct]


def faults(item: Choice, atlas: Atlas) -> list[str]:
    """Return what is wrong with the item itself, one phrase each."""
    found = []
    right = [option for option in item.options if option.correct]
    if len({option.id for option in item.options}) < len(item.options):
        found.append("two options have the same id")
    if not item.multiple and len(right) > 1:
        found.append("several options are correct but 'multiple' is not set")
    careful = [option for option in item.options if option.careful]
    if careful and not item.safety:
        found.append("an option is 'careful' but the item is no safety question; set 'safety' or remove it")
    found += [
        f"option {option.id!r} is both correct and careful; keep one" for option in careful if option.correct
    ]
    found += [f"option {option.id!r} has no feedback" for option in item.options if not option.feedback]
    return found

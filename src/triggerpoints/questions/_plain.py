"""What JSON may hold and this program can still save: no endless depth, no half characters."""

from typing import Any

MAX_DEPTH = 100  # an answer needs 3 and a notebook about 10; Python stops at a few hundred
MAX_DIGITS = 18
LARGEST = 2**63  # what the writer of our JSON takes

TOO_DEEP = f"it has lists or records in each other, more than {MAX_DEPTH} deep"
TOO_LARGE = "it has a whole number that is too large to save"
HALF_CHARACTER = "it has half a character in its text, which no program can save"


def whole_number(digits: str) -> int | float:
    """Return the number that JSON writes as ``digits``: a float, maybe infinite, where it is very long."""
    return int(digits) if len(digits) <= MAX_DIGITS else float(digits)


def unsafe(data: Any) -> str:
    """Return as a phrase why ``data``, read from JSON, cannot be worked with; empty when it can."""
    level = [data]
    for _ in range(MAX_DEPTH):
        if any(not encodable(text) for value in level for text in _texts(value)):
            return HALF_CHARACTER
        if any(isinstance(value, int) and abs(value) >= LARGEST for value in level):
            return TOO_LARGE
        level = [inner for value in level for inner in _inside(value)]
        if not level:
            return ""
    return TOO_DEEP


def encodable(text: str) -> bool:
    """Return whether ``text`` has no lone half of a surrogate pair."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _texts(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value) if isinstance(value, dict) else []


def _inside(value: Any) -> list[Any]:
    return list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []

"""Errors that name what exists."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any


def pick(name: str, known: Iterable[str], what: str, where: str) -> str:
    """Return ``name`` if it is ``known``; else raise ValueError with the closest names, or where to look."""
    names = list(known)
    if name in names:
        return name
    close = get_close_matches(str(name), names, n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(map(repr, close))}?" if close else where
    raise ValueError(f"there is no {what} {name!r}; {hint}")


def reject_unknown(keywords: Mapping[str, Any], known: Iterable[str], call: str) -> None:
    """Raise TypeError naming the first unknown keyword and those that exist."""
    names = list(known)
    for keyword in keywords:
        close = get_close_matches(keyword, names, n=1, cutoff=0.5)
        hint = f"did you mean {close[0]!r}?" if close else f"it takes {', '.join(names)}"
        raise TypeError(f"{call} has no argument {keyword!r}; {hint}")

"""Sets of items: read them, check them, and make the copy without keys that students get."""

from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from triggerpoints._faults import each_once
from triggerpoints._records import ContentError, convert, read_toml
from triggerpoints.questions.types import Item
from triggerpoints.questions.types._base import ItemId

__all__ = ["Item", "ItemSet", "practice_sets", "read_items", "release"]

SETS = Path(__file__).parent / "sets"

# What a student gets before grading: nothing outside this list leaves the house.
RELEASED = frozenset(
    {
        "id",
        "objective",
        "type",
        "prompt",
        "points",
        "options",
        "multiple",
        "sides",
        "single",
        "view",
        "muscle",
    }
)
RELEASED_OPTION = frozenset({"id", "text"})


class ItemSet(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An ordered set of items. ``kind`` is ``practice`` (keys ship) or ``graded`` (they never do).

    ``released`` sets have no keys: they record answers without judging them.
    """

    format: Literal["triggerpoints-items"]
    version: Literal[1]
    id: ItemId
    title: str
    kind: Literal["practice", "graded"]
    released: bool = False
    introduction: str = ""
    item: tuple[Item, ...]

    def __post_init__(self) -> None:
        """Raise ValueError when two items share an id."""
        each_once("item", [item.id for item in self.item])


def read_items(path: Path | str) -> ItemSet:
    """Return the item set in ``path`` (TOML as authored, or JSON as released).

    Raises ContentError, one sentence with file and item, when it is broken.
    """
    path = Path(path)
    kind = path.suffix.lower()
    if kind == ".toml":
        return read_toml(path, ItemSet)
    if kind != ".json" and path.exists():
        raise ContentError(f"{path}: not an item file; it is .toml as authors write it, .json as released.")
    try:
        data = msgspec.json.decode(path.read_bytes())
    except FileNotFoundError:
        raise ContentError(f"{path}: there is no such file.") from None
    except (msgspec.DecodeError, RecursionError) as error:
        raise ContentError(f"{path}: not valid JSON ({error}); download the assignment again.") from None
    return convert(data, ItemSet, str(path))


def practice_sets() -> dict[str, Path]:
    """Return the practice sets of the course: id to file."""
    return {path.stem: path for path in sorted(SETS.glob("*.toml"))}


def release(items: ItemSet) -> dict[str, Any]:
    """Return ``items`` as plain data without key, feedback or explanation: only ``RELEASED`` fields."""
    data: dict[str, Any] = msgspec.to_builtins(items)
    for item in data["item"]:
        for field in set(item) - RELEASED:
            del item[field]
        for option in item.get("options", ()):
            for field in set(option) - RELEASED_OPTION:
                del option[field]
    data["released"] = True
    return data

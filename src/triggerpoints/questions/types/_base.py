"""What every question type shares."""

from collections.abc import Collection
from typing import Annotated, Any, get_args

from msgspec import Meta, Struct

from triggerpoints.atlas import Side

ItemId = Annotated[str, Meta(pattern="^[a-z0-9][a-z0-9-]*$")]
SIDES = get_args(Side)


class ResponseError(ValueError):
    """A response of the wrong shape, or one that names an id that does not exist: one sentence."""


class BaseItem(
    Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True, tag_field="type"
):
    """The fields of every item.

    ``objective`` says what a student who gets it right can do. ``prompt`` and ``explain`` are
    plain text with paragraphs separated by blank lines. ``cite`` holds keys of
    ``evidence/data/references/``. ``points`` is the full mark. ``safety`` items gate a pass.
    ``generated`` marks items that a program made from the atlas. ``section`` is the id of the
    heading, in the chapter that shows the set, to read again after a wrong answer.
    """

    id: ItemId
    objective: str
    prompt: str
    explain: str = ""
    cite: tuple[str, ...] = ()
    points: Annotated[float, Meta(gt=0)] = 1.0
    safety: bool = False
    section: str = ""
    generated: bool = False


def parse_list(item_id: str, response: Any) -> tuple[str, ...]:
    """Return ``response`` as a tuple of distinct strings; ``None`` is blank."""
    if response is None:
        return ()
    if not isinstance(response, list | tuple) or not all(isinstance(part, str) for part in response):
        raise ResponseError(f"item {item_id!r}: the response must be a list of ids, not {_short(response)}")
    return tuple(dict.fromkeys(response))


def parse_sided(item_id: str, response: Any, kind: str, known: Collection[str]) -> tuple[str, ...]:
    """Return ``response`` as distinct ``"left:<id>"`` or ``"right:<id>"`` strings with known ids."""
    parts = parse_list(item_id, response)
    for part in parts:
        side, colon, name = part.partition(":")
        if side not in SIDES or not colon:
            raise ResponseError(
                f"item {item_id!r}: {part!r} must be written 'left:<{kind}>' or 'right:<{kind}>'"
            )
        if name not in known:
            raise ResponseError(f"item {item_id!r}: there is no {kind} {name!r} in the atlas")
    return parts


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."

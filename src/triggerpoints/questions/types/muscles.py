"""Muscles: pick muscles on the body."""

from typing import Any, Literal

from triggerpoints.atlas import Atlas, View
from triggerpoints.questions.types._base import BaseItem, parse_sided


class Muscles(BaseItem, frozen=True, kw_only=True, tag="muscles"):
    """Pick muscles on the body. A response is a list of ``"left:<muscle>"`` or ``"right:<muscle>"``.

    Scored by the Jaccard index: muscles in both over muscles in either, so every extra pick costs.
    ``sides="either"``: the side does not matter, and a muscle picked on both counts once.
    ``single`` says so where one muscle is asked for: another pick then takes the place of the first.
    ``view`` is the view shown first. ``feedback`` maps a muscle id (without a side) that students
    pick by mistake to the reason why it is not the answer.
    """

    key: tuple[str, ...] = ()
    sides: Literal["exact", "either"] = "either"
    single: bool = False
    view: View = "front"
    feedback: dict[str, str] = {}


def parse(item: Muscles, response: Any, atlas: Atlas) -> tuple[str, ...]:
    """Return the picked muscles; raise ResponseError for an unknown one."""
    return parse_sided(item.id, response, "muscle", atlas.muscles)


def fraction(item: Muscles, picked: tuple[str, ...], atlas: Atlas) -> float:
    """Return the Jaccard index of picks and key, 0 to 1."""
    key, chosen = _sided(item, item.key), _sided(item, picked)
    return len(key & chosen) / len(key | chosen)


def key_response(item: Muscles) -> list[str]:
    """Return the response that scores full."""
    return list(item.key)


def faults(item: Muscles, atlas: Atlas) -> list[str]:
    """Return what is wrong with the item itself, one phrase each."""
    found = [
        f"feedback for {muscle!r}, which is not in the atlas"
        for muscle in item.feedback
        if muscle not in atlas.muscles
    ]
    asked = len(_sided(item, item.key))
    if item.single and asked > 1:
        found.append(f"'single' is set but the key has {asked} muscles")
    return found


def _sided(item: Muscles, picks: tuple[str, ...]) -> set[str]:
    return set(picks) if item.sides == "exact" else {pick.partition(":")[2] for pick in picks}

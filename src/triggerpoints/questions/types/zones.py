"""Zones: mark where pain is felt."""

from typing import Any

from triggerpoints.atlas import Atlas, View
from triggerpoints.questions.types._base import BaseItem, parse_sided


class Zones(BaseItem, frozen=True, kw_only=True, tag="zones"):
    """Mark zones on the body. A response is a list of ``"left:<zone>"`` or ``"right:<zone>"``.

    Scored by the Jaccard index weighted by zone area: the area marked and asked for, over the area
    marked or asked for. ``muscle`` (with a side) is drawn on the figure as a landmark. ``view`` is
    the view shown first. ``feedback`` maps a zone id (without a side) that students mark by
    mistake to the reason why it is not part of the answer.
    """

    key: tuple[str, ...] = ()
    muscle: str = ""
    view: View = "front"
    feedback: dict[str, str] = {}


def parse(item: Zones, response: Any, atlas: Atlas) -> tuple[str, ...]:
    """Return the marked zones; raise ResponseError for an unknown one."""
    return parse_sided(item.id, response, "zone", atlas.zones)


def fraction(item: Zones, marked: tuple[str, ...], atlas: Atlas) -> float:
    """Return the area-weighted Jaccard index of marked zones and key, 0 to 1.

    Areas are added in sorted order of the sided ids, so that every implementation gets the same
    last bit.
    """
    key, chosen = set(item.key), set(marked)
    return _area(key & chosen, atlas) / _area(key | chosen, atlas)


def key_response(item: Zones) -> list[str]:
    """Return the response that scores full."""
    return list(item.key)


def faults(item: Zones, atlas: Atlas) -> list[str]:
    """Return what is wrong with the item itself, one phrase each."""
    found = [
        f"feedback for {zone!r}, which is not in the atlas"
        for zone in item.feedback
        if zone not in atlas.zones
    ]
    if item.muscle and item.muscle.partition(":")[2] not in atlas.muscles:
        found.append(f"muscle {item.muscle!r} is not in the atlas")
    return found


def _area(sided: set[str], atlas: Atlas) -> float:
    total = 0.0
    for zone in sorted(sided):
        total += atlas.zone_areas[zone.partition(":")[2]]
    return total

"""Which red flags a page lists openly, and which it keeps in a closed group behind them."""

from collections.abc import Iterable

from triggerpoints.atlas._actions import ACTIONS
from triggerpoints.atlas._load import Atlas
from triggerpoints.atlas._model import Action, RedFlag, Technique


def page_flags(
    atlas: Atlas,
    action: Action,
    zones: Iterable[str] = (),
    also: Iterable[str] = (),
    muscles: Iterable[str] = (),
    areas: Iterable[str] | None = None,
    techniques: Iterable[Technique] = (),
) -> tuple[list[RedFlag], list[RedFlag]]:
    """Return the red flags of ``action`` that belong to a page, and the others to ask about there.

    A red flag belongs to the page when it has been reported with one of its ``techniques``, when it looks
    like one of its ``muscles``, or when it shares one of its ``zones``: every emergency does, and of the
    others those of ``areas`` (parts of the body, as red flags name them; None: all). What looks like one of
    ``muscles`` stands before what only shares a zone. The others are those
    that share a zone with ``zones`` or ``also`` (where pain is felt at times), and the general ones, which
    have no zones.
    """
    first, felt, ids = set(zones), {*zones, *also}, set(muscles)
    done = set(techniques)
    near = None if areas is None else set(areas)

    def belongs(flag: RedFlag) -> bool:
        if done & set(flag.techniques):
            return True
        here = action == "call_emergency" or near is None or flag.area in near
        return bool(flag.zones and ((here and first & set(flag.zones)) or ids & set(flag.muscles)))

    asked = [flag for flag in atlas.red_flags.values() if flag.action == action]
    own = sorted((flag for flag in asked if belongs(flag)), key=lambda flag: not ids & set(flag.muscles))
    rest = [flag for flag in asked if flag not in own and (not flag.zones or felt & set(flag.zones))]
    return own, rest


def flags_by_action(
    atlas: Atlas,
    zones: Iterable[str] = (),
    also: Iterable[str] = (),
    muscles: Iterable[str] = (),
    areas: Iterable[str] | None = None,
    techniques: Iterable[Technique] = (),
) -> dict[Action, tuple[list[RedFlag], list[RedFlag]]]:
    """Return :func:`page_flags` of each action that has any to ask about, the most urgent first."""
    first, felt, ids, done = set(zones), set(also), set(muscles), set(techniques)
    near = None if areas is None else set(areas)
    found = {action: page_flags(atlas, action, first, felt, ids, near, done) for action in ACTIONS}
    return {action: flags for action, flags in found.items() if any(flags)}

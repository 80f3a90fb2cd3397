"""From where it hurts to red flags first, then candidate muscles in order, each with its reason.

The rule, in full, so that anyone can redo it by hand: a muscle gets ``ESSENTIAL`` points for each
chosen zone that is essential for at least one of its trigger points, and ``SPILLOVER`` points for
each chosen zone that is only spillover; a zone chosen twice, or on both sides, counts once, and a
muscle without points is left out. Higher totals come first; ties go to the muscle with more
essential matches, then to the one with fewer zones in all (the more specific pattern), then to
the order of the atlas. The weights order a list; they are not probabilities.

The body map and ``triggerpoints find`` show two groups, each in this order: muscles with at least
one essential match, then those with spillover only. ``--json`` is the one list.
The rule for readers is in ``book/where_it_hurts.md``.

Red flags: those of the chosen zones and the general ones, as far as they can be asked before a
session; the most urgent action first, in it those of the zones first, then the order of the atlas.
"""

from collections.abc import Iterable, Sequence
from typing import get_args

from msgspec import Struct

from triggerpoints.atlas._load import Atlas
from triggerpoints.atlas._model import Action, RedFlag

ESSENTIAL = 2
SPILLOVER = 1
URGENCY: tuple[Action, ...] = get_args(Action)


class Candidate(Struct, frozen=True):
    """A muscle that is described as referring pain to the chosen zones; ``why`` is a few words."""

    id: str
    score: int
    essential: bool
    why: str


class Finding(Struct, frozen=True):
    """Red flags to ask about first, then candidate muscles, best first."""

    red_flags: tuple[RedFlag, ...]
    muscles: tuple[Candidate, ...]


def find(atlas: Atlas, zones: Sequence[str]) -> Finding:
    """Return the red flags and candidate muscles for the chosen ``zones`` (ids without a side).

    Raises ``KeyError`` with one sentence when a zone is unknown.
    """
    chosen = tuple(dict.fromkeys(zones))
    for zone in chosen:
        if zone not in atlas.zones:
            raise KeyError(f"there is no zone {zone!r}; 'triggerpoints zones' lists all {len(atlas.zones)}")
    flags = by_urgency(
        flag
        for flag in atlas.red_flags.values()
        if flag.asked == "before" and (not flag.zones or set(flag.zones) & set(chosen))
    )
    ranked = []
    for position, muscle in enumerate(atlas.muscles.values()):
        essential = [zone for zone in chosen if zone in muscle.essential]
        spillover = [zone for zone in chosen if zone in muscle.spillover]
        if essential or spillover:
            score = ESSENTIAL * len(essential) + SPILLOVER * len(spillover)
            breadth = len(muscle.essential) + len(muscle.spillover)
            candidate = Candidate(muscle.id, score, bool(essential), _why(atlas, essential, spillover))
            ranked.append(((-score, -len(essential), breadth, position), candidate))
    return Finding(
        tuple(flags), tuple(candidate for _, candidate in sorted(ranked, key=lambda pair: pair[0]))
    )


def by_urgency(flags: Iterable[RedFlag]) -> list[RedFlag]:
    """Return ``flags``, the most urgent action first, in it those of zones first, else in their order."""
    return sorted(flags, key=lambda flag: (URGENCY.index(flag.action), not flag.zones))


def _why(atlas: Atlas, essential: list[str], spillover: list[str]) -> str:
    parts = []
    for zones, words in ((essential, "main area"), (spillover, "sometimes also")):
        if zones:
            names = (atlas.zones[zone].name for zone in zones)
            parts.append(f"{words}: " + ", ".join(name[:1].lower() + name[1:] for name in names))
    return "; ".join(parts)

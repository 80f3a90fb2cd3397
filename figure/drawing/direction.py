"""Choose which way round each ring runs, so that neighbours write their shared border in the same words.

A border is written by both its areas. Run in opposite senses along it they give two texts; in the same sense
one text twice, which compression finds. Areas are filled even-odd: the sense of a ring means nothing else.
"""

from dataclasses import replace

from drawing.curve import Array
from drawing.scene import Placed, Scene

PASSES = 4
Step = tuple[float, ...]


def aligned(scene: Scene) -> Scene:
    """Return ``scene`` with the rings of its areas turned so that shared borders run the same way."""
    groups = {name: _turned(getattr(scene, name)) for name in ("superficial", "deep", "zones")}
    return replace(scene, **groups)


def _turned(group: list[Placed]) -> list[Placed]:
    rings = [ring for placed in group for ring in placed.rings]
    users: dict[Step, list[tuple[int, bool]]] = {}
    for i, ring in enumerate(rings):
        for key, along in map(_key, ring):
            users.setdefault(key, []).append((i, along))
    shared = [
        [
            (other, along == theirs)
            for key, along in map(_key, ring)
            for other, theirs in users[key]
            if other != i
        ]
        for i, ring in enumerate(rings)
    ]
    back = [False] * len(rings)
    for i in [*range(len(rings))] * PASSES:
        against = sum(1 if along != (back[i] == back[other]) else -1 for other, along in shared[i])
        if against > 0:
            back[i] = not back[i]
    turned = iter([_reversed(ring) if turn else ring for ring, turn in zip(rings, back, strict=True)])
    return [replace(placed, rings=[next(turned) for _ in placed.rings]) for placed in group]


def _key(cubic: Array) -> tuple[Step, bool]:
    """Return what is the same for a cubic and its reverse, and which of the two this one is."""
    step = tuple(cubic.round(2).ravel().tolist())
    back = tuple(cubic[::-1].round(2).ravel().tolist())
    return min(step, back), step < back


def _reversed(ring: list[Array]) -> list[Array]:
    return [cubic[::-1] for cubic in reversed(ring)]

"""The body map on the page of a region: opened on the view that shows most of its muscles, and enlarged."""

from collections.abc import Sequence
from typing import Any

from docutils import nodes

from triggerpoints.atlas import Muscle, View
from triggerpoints.atlas.drawing import Key, drawing, drawn_views
from triggerpoints.atlas.paths import Box, joined
from triggerpoints.atlas.views import muscle_key, shares
from triggerpoints.sphinxext.body_map import host_of

MOST = 5.0  # what the map enlarges at most
INSETS: tuple[View, ...] = ("foot_sole", "hand_palm")  # they are enlarged already
ROOM = 1.25  # of the region's size that its frame has


def region_map(muscles: Sequence[Muscle]) -> nodes.Element:
    """Return the host of a body map that opens on ``muscles``."""
    return host_of({"mode": "explore", "look": look(muscles)})


def look(muscles: Sequence[Muscle]) -> dict[str, Any]:
    """Return how the map is looked at first: its view and layer, and how much it is enlarged around what."""
    shown = [view for view in drawn_views() if _boxes(muscles, view, "left")]
    seen = [shares(muscle_key(muscle)) for muscle in muscles]
    first = max(shown, key=lambda view: sum(share.get(view, 0.0) for share in seen))
    outer = [muscle for muscle in muscles if muscle.layer == "superficial"]
    areas = {view: _area(muscles, view) for view in shown}
    return {
        "view": first,
        "layer": "superficial" if 3 * len(outer) >= len(muscles) else "deep",
        "whole": True,
        "scale": round(_scale(first, areas[first]), 2),
        "centres": {
            view: {"x": round((left + right) / 2, 1), "y": round((top + bottom) / 2, 1)}
            for view, (left, top, right, bottom) in areas.items()
        },
    }


def _boxes(muscles: Sequence[Muscle], view: View, side: str) -> list[Box]:
    figure = drawing(view)
    return [joined(boxes) for muscle in muscles if (boxes := figure.boxes(Key("muscle", muscle.id, side)))]


def _area(muscles: Sequence[Muscle], view: View) -> Box:
    """Return the box around both sides, or around the left one where both are most of the picture."""
    left = _boxes(muscles, view, "left")
    both = joined([*left, *_boxes(muscles, view, "right")])
    edge = drawing(view).box
    return joined(left) if 2 * (both[2] - both[0]) > edge[2] - edge[0] else both


def _scale(view: View, area: Box) -> float:
    if view in INSETS:
        return 1.0
    left, top, right, bottom = drawing(view).box
    wide, high = (right - left) / (area[2] - area[0]), (bottom - top) / (area[3] - area[1])
    return max(1.0, min(MOST, wide / ROOM, high / ROOM))

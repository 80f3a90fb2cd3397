"""Which views of the body a plate of a muscle needs, and what part of each: its frame."""

from typing import NamedTuple

from triggerpoints.atlas import Muscle, View
from triggerpoints.atlas.drawing import Drawing, drawing
from triggerpoints.atlas.paths import Box, around, framed, joined
from triggerpoints.atlas.views import muscle_key, plate_views, zone_key

ROOM = 26.0  # thousandths of stature kept around what is marked, enough to see where one is
SMALLEST = 110.0
NARROWEST, WIDEST = 0.55, 1.7  # breadth by height: a leg shows its neighbour, and two views fit a phone


class Frame(NamedTuple):
    """A part of a view: which layer of it, and the box that shows."""

    view: View
    layer: str
    box: Box


def frames(muscle: Muscle) -> list[Frame]:
    """Return one frame, or two where one view leaves much unseen of muscle, points and pain."""
    return [_frame(muscle, view) for view in plate_views(muscle)]


def _frame(muscle: Muscle, view: View) -> Frame:
    figure = drawing(view)
    keys = [muscle_key(muscle), *map(zone_key, (*muscle.essential, *muscle.spillover))]
    boxes = [box for key in keys for box in figure.boxes(key)]
    spots = [
        figure.spot(place) for point in muscle.trigger_points for place in point.places if place.view == view
    ]
    box = joined([*boxes, *([around(spots)] if spots else [])])
    left, top, right, bottom = box
    wide, high = max(right - left + 2 * ROOM, SMALLEST), max(bottom - top + 2 * ROOM, SMALLEST)
    wide, high = max(wide, NARROWEST * high), max(high, wide / WIDEST)
    layer = "superficial" if muscle.layer == "superficial" else "deep"
    return Frame(view, layer, framed(box, _edge(figure), wide, high))


def _edge(figure: Drawing) -> Box:
    """Return what a frame may show: of a profile, whose other half is another head, the left one."""
    _, top, right, bottom = figure.box
    return figure.box if figure.anterior_at is None else (0.0, top, right, bottom)

"""Which views of the body a plate of a muscle needs, and what part of each: its frame."""

from itertools import combinations
from typing import NamedTuple

from triggerpoints.atlas import Muscle, View
from triggerpoints.atlas.drawing import Drawing, Key, drawing, drawn_views
from triggerpoints.atlas.paths import Box, around, framed, joined, path_area

MOST = 2  # views of one muscle
WORTH = 0.12  # of all there is to see, that a second view must add
MUSCLE, ESSENTIAL, POINT, SPILLOVER = 3.0, 2.0, 1.5, 1.0  # what it counts that a view shows it
ROOM = 26.0  # thousandths of stature kept around what is marked, enough to see where one is
SMALLEST = 110.0
NARROWEST, WIDEST = 0.55, 1.7  # breadth by height: a leg shows its neighbour, and two views fit a phone


class Frame(NamedTuple):
    """A part of a view: which layer of it, and the box that shows."""

    view: View
    layer: str
    box: Box


def muscle_key(muscle: Muscle) -> Key:
    """Return the key of the left one."""
    return Key("muscle", muscle.id, "left")


def zone_key(zone: str) -> Key:
    """Return the key of the left one."""
    return Key("zone", zone, "left")


def frames(muscle: Muscle) -> list[Frame]:
    """Return one frame, or two where one view leaves much unseen of muscle, points and pain.

    None, where no view shows any of it.
    """
    whole = shares(muscle_key(muscle))
    worth = [(MUSCLE, whole)]
    worth += [(ESSENTIAL, shares(zone_key(zone))) for zone in muscle.essential]
    worth += [(SPILLOVER, shares(zone_key(zone))) for zone in muscle.spillover]
    worth += [(POINT, {place.view: 1.0 for place in point.places}) for point in muscle.trigger_points]
    views = [view for view in drawn_views() if any(view in share for _, share in worth)]

    def seen(chosen: tuple[View, ...]) -> float:
        return sum(much * max(share.get(view, 0.0) for view in chosen) for much, share in worth)

    best: tuple[View, ...] = ()
    for count in range(1, MOST + 1):
        more = max(combinations(views, count), key=seen, default=())
        if more and (not best or seen(more) - seen(best) >= WORTH * seen(tuple(views))):
            best = more
    return [_frame(muscle, view) for view in sorted(best, key=lambda view: -whole.get(view, 0.0))]


def shares(key: Key) -> dict[View, float]:
    """Return for each view that shows ``key`` how much of it shows, as a part of the most that any shows."""
    areas = {
        view: sum(path_area(shape.d) for shape in drawing(view).shapes.get(key, ())) for view in drawn_views()
    }
    most = max(areas.values())
    return {view: area / most for view, area in areas.items() if area}


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

"""In which views of the figure a muscle is shown: one rule for the map, the plates and the comparison."""

from collections.abc import Iterable
from functools import cache

from triggerpoints.atlas._model import Muscle, TriggerPoint, View
from triggerpoints.atlas.drawing import Key, drawing, drawn_views
from triggerpoints.atlas.paths import path_area

MUSCLE, ESSENTIAL, POINT, SPILLOVER = 3.0, 2.0, 1.5, 1.0  # what it counts that a view shows it


def muscle_key(muscle: Muscle) -> Key:
    """Return the key of the left one."""
    return Key("muscle", muscle.id, "left")


def zone_key(zone: str) -> Key:
    """Return the key of the left one."""
    return Key("zone", zone, "left")


@cache
def shares(key: Key) -> dict[View, float]:
    """Return for each view that shows ``key`` how much of it shows, as a part of the most that any shows."""
    areas = {
        view: sum(path_area(shape.d) for shape in drawing(view).shapes.get(key, ())) for view in drawn_views()
    }
    most = max(areas.values())
    return {view: area / most for view, area in areas.items() if area}


def best_views(muscle: Muscle, point: TriggerPoint | None = None) -> dict[View, float]:
    """Return the views of ``muscle``, the best first, each with what it adds to those before it.

    What there is to see is the muscle, its pain areas and its points; with ``point``, that point and
    its pain only. What a view adds is a part of all that, from 0 to 1. None, where no view shows any of it.
    """
    pain = muscle if point is None else point
    points = muscle.trigger_points if point is None else (point,)
    worth = [(MUSCLE, shares(muscle_key(muscle)))]
    worth += [(ESSENTIAL, shares(zone_key(zone))) for zone in pain.essential]
    worth += [(SPILLOVER, shares(zone_key(zone))) for zone in pain.spillover]
    worth += [(POINT, {place.view: 1.0 for place in one.places}) for one in points]
    left = [view for view in drawn_views() if any(view in share for _, share in worth)]

    def seen(views: list[View]) -> float:
        return sum(much * max((share.get(view, 0.0) for view in views), default=0.0) for much, share in worth)

    everything, found = seen(left), dict[View, float]()
    while left:
        best = max(left, key=lambda view: (seen([*found, view]), seen([view])))
        found[best] = (seen([*found, best]) - seen([*found])) / everything
        left.remove(best)
    return found


def views_by_id(muscles: Iterable[Muscle]) -> dict[str, list[View]]:
    """Return the best views of each of ``muscles``, and of each of its trigger points, by its id."""
    found: dict[str, list[View]] = {}
    for muscle in muscles:
        found[muscle.id] = list(best_views(muscle))
        found |= {point.id: list(best_views(muscle, point)) for point in muscle.trigger_points}
    return found

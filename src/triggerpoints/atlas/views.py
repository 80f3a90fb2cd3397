"""In which views of the figure a muscle is shown: one rule for the map, the plates and the comparison."""

from collections.abc import Iterable
from functools import cache

from triggerpoints.atlas._model import Muscle, TriggerPoint, View
from triggerpoints.atlas.drawing import Key, drawing, drawn_views
from triggerpoints.atlas.paths import path_area

MUSCLE, ESSENTIAL, POINT, SPILLOVER = 3.0, 2.0, 1.5, 1.0  # what it counts that a view shows it
MOST = 2  # views in which a muscle is shown at once
WORTH = 0.12  # of all there is to see, that a second view must add
BESIDE = 0.6  # where only one view is open, the muscle counts less than the pain it is opened for


def muscle_key(muscle: Muscle) -> Key:
    """Return the key of the left one."""
    return Key("muscle", muscle.id, "left")


def zone_key(zone: str) -> Key:
    """Return the key of the left one."""
    return Key("zone", zone, "left")


@cache
def shares(key: Key) -> dict[View, float]:
    """Return for each view that shows ``key`` how much of it shows, as a part of the most that any shows."""
    areas = {view: _area(key, view) for view in drawn_views()}
    most = max(areas.values())
    return {view: area / most for view, area in areas.items() if area}


def best_views(muscle: Muscle, point: TriggerPoint | None = None) -> list[View]:
    """Return every view of ``muscle``, best first: those of its plate, then what each other one adds.

    What there is to see is the muscle, its pain areas and its points; with ``point``, that point and its
    pain only. Of the views of the plate the one that shows more of the essential pain comes first: a map
    opens on it. None, where no view shows any of it.
    """
    added = _added(muscle, point)
    together = _together(added)
    pain = (muscle if point is None else point).essential
    areas = {view: sum(_area(zone_key(zone), view) for zone in pain) for view in added}
    most = max(areas.values(), default=0.0) or 1.0
    whole = shares(muscle_key(muscle))
    together.sort(key=lambda view: -(areas[view] / most + BESIDE * whole.get(view, 0.0)))
    return [*together, *(view for view in added if view not in together)]


def plate_views(muscle: Muscle, point: TriggerPoint | None = None) -> list[View]:
    """Return the one view, or the two where one leaves much unseen, that show muscle, points and pain."""
    return _together(_added(muscle, point))


def views_by_id(muscles: Iterable[Muscle]) -> dict[str, list[View]]:
    """Return the best views of each of ``muscles``, and of each of its trigger points, by its id."""
    found: dict[str, list[View]] = {}
    for muscle in muscles:
        found[muscle.id] = best_views(muscle)
        found |= {point.id: best_views(muscle, point) for point in muscle.trigger_points}
    return found


@cache
def _area(key: Key, view: View) -> float:
    return sum(path_area(shape.d) for shape in drawing(view).shapes.get(key, ()))


def _together(added: dict[View, float]) -> list[View]:
    return [view for view, part in list(added.items())[:MOST] if part >= WORTH]


def _added(muscle: Muscle, point: TriggerPoint | None) -> dict[View, float]:
    """Return each view with the part of all there is to see that it adds to those before it, most first."""
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

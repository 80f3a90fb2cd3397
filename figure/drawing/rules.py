"""What must hold between the figure and the atlas, one sentence a fault."""

import re
from collections.abc import Mapping
from pathlib import Path

import shapely
from shapely import Point

from drawing.cover import Area, shrunk
from drawing.scene import Scene
from drawing.source import Record
from triggerpoints import Atlas
from triggerpoints._records import ContentError
from triggerpoints.atlas import Muscle, Place, TriggerPoint

# The views that show the same skin; a zone has the skin of all faces on which it is drawn.
FACES = (("front", "hand_palm"), ("back",), ("foot_sole",))
ELSE = "head_side"  # shows what front and back show, and some zones that they do not
WELL_INSIDE = 1.0  # thousandths of stature from the border: where a point is proposed
_AREA = re.compile(r'(\[\[zone\]\]\s*?\nid = "(?P<id>[^"]+)".*?\narea = )(?P<area>[0-9.]+)', re.DOTALL)


def check_ids(view: str, records: list[Record], atlas: Atlas) -> list[str]:
    """Return the faults of ids: unknown, on a view they do not belong to, or missing."""
    faults = []
    for record in records:
        if record.shape.kind == "flesh" and view in getattr(atlas.muscles.get(record.shape.id), "views", ()):
            faults.append(f"{record.where} has a record in the atlas; make it of kind 'muscle'.")
    for kind, known in (("muscle", atlas.muscles), ("zone", atlas.zones)):
        drawn: dict[str, Record] = {}
        for record in records:
            if record.shape.kind == kind:
                drawn.setdefault(record.shape.id, record)
        for name, record in drawn.items():
            if name not in known:
                faults.append(f"{record.where} is not in the atlas; use the id of a {kind} there.")
            elif view not in known[name].views:
                faults.append(
                    f"{record.where} is drawn in {view!r}, but the atlas shows it in "
                    f"{', '.join(known[name].views)}; draw it there or change its `views`."
                )
        for name, entry in known.items():
            if view in entry.views and name not in drawn:
                faults.append(
                    f"{kind} {name!r} is drawn nowhere in {view!r}; add a shape to figure/curves "
                    "or take the view out of its `views`."
                )
    return faults


def check_places(scenes: Mapping[str, Scene], atlas: Atlas) -> list[str]:
    """Return a fault for each place of a trigger point that lies outside its muscle as drawn.

    Places in views that are not in ``scenes`` are only looked at for whether the muscle is drawn there.
    """
    return [
        fault
        for muscle in atlas.muscles.values()
        for point in muscle.trigger_points
        for place in point.places
        for fault in _misplaced(muscle, point, place, scenes)
    ]


def _misplaced(muscle: Muscle, point: TriggerPoint, place: Place, scenes: Mapping[str, Scene]) -> list[str]:
    where = f"{muscle.region.replace(' ', '_')}.toml: {muscle.id!r} {point.id}"
    if place.view not in muscle.views:
        shown = ", ".join(muscle.views) or "no view"
        return [f"{where} has a place in {place.view!r}, but its muscle is drawn in {shown}; correct one."]
    if place.view not in scenes:
        return []
    scene = scenes[place.view]
    at = scene.view.anterior_at
    across = 1000 * place.x if at is None else at - 1000 * place.x
    spot, area = Point(across, 1000 * place.y), _muscle_area(scene, muscle.id)
    if area.contains(spot):
        return []
    inside = shapely.shortest_line(shrunk(area, WELL_INSIDE), spot).coords[0]
    x = (inside[0] if at is None else at - inside[0]) / 1000
    return [
        f"{where} lies outside its muscle as drawn in {place.view!r}, by {area.distance(spot):.1f} "
        f"thousandths of stature; move it, such as to x = {x:.4f}, y = {inside[1] / 1000:.4f}."
    ]


def _muscle_area(scene: Scene, name: str) -> Area:
    placed = (one for one in (*scene.superficial, *scene.deep) if one.record.shape.id == name)
    return shapely.union_all([one.area for one in placed if one.record.shape.kind == "muscle"])


def zone_areas(scenes: Mapping[str, Scene]) -> dict[str, float]:
    """Return each zone's area on one side, in (stature / 1000)²: on all faces, else on the head's side.

    Where two views show one face, the one that shows more of the zone counts: its skin is counted once.
    """
    drawn = {view: _zones(scene) for view, scene in scenes.items()}
    found = dict(drawn.get(ELSE, {}))
    for name in dict.fromkeys(name for views in FACES for view in views for name in drawn.get(view, {})):
        found[name] = sum(max(drawn.get(view, {}).get(name, 0.0) for view in views) for views in FACES)
    return {name: round(area, 1) for name, area in found.items()}


def _zones(scene: Scene) -> dict[str, float]:
    found: dict[str, float] = {}
    for placed in scene.zones:
        assert placed.area is not None
        name = placed.record.shape.id
        found[name] = found.get(name, 0.0) + placed.area.area
    return found


def with_areas(text: str, areas: dict[str, float]) -> str:
    """Return the text of a file of zones with its ``area`` values replaced, and nothing else."""

    def replace(match: re.Match[str]) -> str:
        area = areas.get(match["id"])
        return match[0] if area is None else f"{match[1]}{area}"

    return _AREA.sub(replace, text)


def check_areas(text: str, areas: dict[str, float], path: Path) -> list[str]:
    """Return a fault for each area stored in ``text`` that is not the computed one."""
    stored = {match["id"]: float(match["area"]) for match in _AREA.finditer(text)}
    return [
        f"{path.name}: zone {name!r} has area {area}, the figure gives {areas[name]}; "
        "run `python figure/draw.py`."
        for name, area in stored.items()
        if areas.get(name, area) != area
    ]


def refuse(faults: list[str]) -> None:
    """Raise :class:`ContentError` with all ``faults``, one a line, if there are any."""
    if faults:
        raise ContentError("\n".join(faults))

"""What must hold between the figure and the atlas, one sentence a fault."""

import re
from pathlib import Path

from drawing.scene import Scene
from drawing.source import Record
from triggerpoints import Atlas
from triggerpoints._records import ContentError

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


def zone_areas(scenes: dict[str, Scene]) -> dict[str, float]:
    """Return each zone's area on one side, in (stature / 1000)²: front and back, else the head's side."""
    found: dict[str, float] = {}
    for views in (("front", "back"), ("head_side",)):
        here: dict[str, float] = {}
        for view in views:
            for placed in scenes[view].zones if view in scenes else []:
                assert placed.area is not None
                name = placed.record.shape.id
                here[name] = here.get(name, 0.0) + placed.area.area
        found = here | found
    return {name: round(area, 1) for name, area in found.items()}


def with_areas(text: str, areas: dict[str, float]) -> str:
    """Return the text of ``zones.toml`` with its ``area`` values replaced, and nothing else."""

    def replace(match: re.Match[str]) -> str:
        area = areas.get(match["id"])
        return match[0] if area is None else f"{match[1]}{area}"

    return _AREA.sub(replace, text)


def check_areas(text: str, areas: dict[str, float], path: Path) -> list[str]:
    """Return a fault for each stored area that is not the computed one."""
    stored = {match["id"]: float(match["area"]) for match in _AREA.finditer(text)}
    return [
        f"{path.name}: zone {name!r} has area {stored.get(name)}, the figure gives {area}; "
        "run `python figure/draw.py`."
        for name, area in areas.items()
        if stored.get(name) != area
    ]


def refuse(faults: list[str]) -> None:
    """Raise :class:`ContentError` with all ``faults``, one a line, if there are any."""
    if faults:
        raise ContentError("\n".join(faults))

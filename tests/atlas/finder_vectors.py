"""Writes ``tests/vectors/finder.json``, which the TypeScript finder runs too.

Run it after a change of muscles, zones or red flags, and read the difference before you commit it:
``python tests/atlas/finder_vectors.py``. The file holds only what the finder reads of each record.
"""

import json
from pathlib import Path

from triggerpoints.atlas import Atlas, find

VECTORS = Path(__file__).parents[1] / "vectors" / "finder.json"
# One zone with a clear winner, ties by breadth, two zones, spillover only, no muscle, repeated, all asked.
CHOSEN = (
    ("head_vertex",),
    ("face_cheek",),
    ("shoulder_front",),
    ("ear", "face_jaw"),
    ("thumb", "shoulder_side"),
    ("forearm_ulnar",),
    ("knee_back",),
    ("interscapular", "interscapular"),
    ("neck_back", "head_temporal", "face_eye", "head_frontal"),
    (),
)


def vectors() -> dict[str, object]:
    atlas = Atlas()
    cases = []
    for zones in CHOSEN:
        finding = find(atlas, zones)
        muscles = [{"id": c.id, "score": c.score, "essential": c.essential} for c in finding.muscles]
        flags = [flag.id for flag in finding.red_flags]
        cases.append({"zones": list(zones), "red_flags": flags, "muscles": muscles})
    read = {
        "muscles": {
            m.id: {
                "id": m.id,
                "english_name": m.english_name,
                "essential": list(m.essential),
                "spillover": list(m.spillover),
            }
            for m in atlas.muscles.values()
        },
        "zones": {z.id: {"name": z.name} for z in atlas.zones.values()},
        "red_flags": {
            f.id: {"id": f.id, "asked": f.asked, "action": f.action, "zones": list(f.zones)}
            for f in atlas.red_flags.values()
        },
    }
    return {"about": "What the finder answers for the course's own atlas.", "atlas": read, "cases": cases}


def as_text() -> str:
    lines = ["{"]
    found = vectors()
    atlas, cases = found.pop("atlas"), found.pop("cases")
    lines += [f"{json.dumps(key)}: {json.dumps(value)}," for key, value in found.items()]
    lines.append('"atlas": {')
    for index, (kind, records) in enumerate(atlas.items()):
        body = ",\n".join(f" {json.dumps(key)}: {json.dumps(value)}" for key, value in records.items())
        lines.append(f"{json.dumps(kind)}: {{\n{body}\n}}" + ("," if index < len(atlas) - 1 else ""))
    lines.append("},")
    lines.append('"cases": [\n' + ",\n".join(f" {json.dumps(case)}" for case in cases) + "\n]}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    VECTORS.write_text(as_text(), encoding="utf-8")

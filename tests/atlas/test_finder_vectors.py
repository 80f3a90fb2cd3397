"""The finder exists twice and is one rule: the front end runs these vectors too.

See ``frontend/test/finder.test.ts``.
"""

import json
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest

from triggerpoints.atlas import Muscle, RedFlag, Zone, find

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "finder_rule.json").read_text(encoding="utf-8"))
FACT = {"text": "x"}


def small_atlas():
    """Return real records of a small atlas; the course's own may change."""
    zone = {"region": "head", "views": [], "description": "x", "area": 1}
    muscle = {"latin_name": "x", "region": "head", "layer": "deep", "views": []}
    facts = dict.fromkeys(("origin", "insertion", "actions", "innervation"), FACT)
    facts["cautions"] = [FACT]
    point = {"label": "x", "location": FACT}
    flag = dict.fromkeys(("area", "sign", "may_mean", "say"), "x")
    flag["questions"] = ["x"]
    flag |= {"verified": "yes"}
    return SimpleNamespace(
        zones={
            key: msgspec.convert({**zone, "id": key, "name": name}, Zone)
            for key, name in VECTORS["zones"].items()
        },
        muscles={
            key: msgspec.convert(
                {
                    **muscle,
                    **facts,
                    "id": key,
                    "english_name": record["english_name"],
                    "trigger_points": [
                        {**point, **zones, "id": f"T{number}"}
                        for number, zones in enumerate(record["trigger_points"])
                    ],
                },
                Muscle,
            )
            for key, record in VECTORS["muscles"].items()
        },
        red_flags={
            key: msgspec.convert({**flag, **asked, "id": key}, RedFlag)
            for key, asked in VECTORS["red_flags"].items()
        },
    )


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: case["name"])
def test_vector(case):
    if "error" in case:
        with pytest.raises(KeyError, match=case["error"]):
            find(small_atlas(), case["zones"])
        return
    finding = find(small_atlas(), case["zones"])
    assert [flag.id for flag in finding.red_flags] == case["red_flags"]
    assert [msgspec.to_builtins(muscle) for muscle in finding.muscles] == case["muscles"]


def test_the_zones_of_a_muscle_are_those_of_its_points():
    for key, muscle in small_atlas().muscles.items():
        assert list(muscle.essential) == VECTORS["muscles"][key]["essential"]
        assert list(muscle.spillover) == VECTORS["muscles"][key]["spillover"]

"""Scoring exists twice and is one thing: the front end runs these vectors too.

See ``frontend/test/vectors.test.ts``.
"""

import json
from pathlib import Path

import msgspec
import pytest

from triggerpoints.atlas import Atlas
from triggerpoints.questions import Item, ResponseError, score

VECTORS = Path(__file__).parents[1] / "vectors"
TYPES = ("choice", "muscles", "text", "zones")


def cases():
    for name in TYPES:
        data = json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8"))
        for case in data["cases"]:
            yield pytest.param(data, case, id=f"{name}: {case['name']}")


@pytest.mark.parametrize(("data", "case"), list(cases()))
def test_vector(data, case, tmp_path):
    item = msgspec.convert(case["item"], Item)
    response = case["response"]
    if isinstance(response, dict) and "repeat" in response:
        response = response["repeat"] * response["times"]
    atlas = small_atlas(tmp_path, data.get("zones", {}), data.get("muscles", []))
    if "error" in case:
        with pytest.raises(ResponseError) as caught:
            score(item, response, atlas)
        assert case["error"] in str(caught.value)
    else:
        result = score(item, response, atlas)
        assert (result.fraction, result.status) == (case["fraction"], case["status"])
        assert result.careful == case.get("careful", False)


def test_every_type_has_vectors_that_score_full_and_part_and_that_fail():
    for name in ("choice", "muscles", "zones"):
        found = json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8"))["cases"]
        assert {case.get("status", "error") for case in found} >= {
            "correct", "partial", "incorrect", "blank", "error",
        }  # fmt: skip


def small_atlas(folder: Path, zones: dict[str, float], muscles: list[str]) -> Atlas:
    """Return a real atlas of just these zones (id to area) and muscles: the course's own areas may change."""
    muscle_facts = "".join(
        f'{fact} = {{ text = "x" }}\n' for fact in ("origin", "insertion", "actions", "innervation")
    )
    muscle_facts += 'cautions = [{ text = "x" }]\n'
    zone_tables = [
        f'[[zone]]\nid = "{zone}"\nname = "x"\nregion = "head"\nviews = []\ndescription = "x"\n'
        f"area = {area!r}\n"
        for zone, area in zones.items()
    ]
    muscle_tables = [
        f'[[muscle]]\nid = "{muscle}"\nlatin_name = "x"\nenglish_name = "x"\nregion = "head"\n'
        f'layer = "deep"\nviews = []\n{muscle_facts}'
        for muscle in muscles
    ]
    for name in ("muscles", "red_flags", "sources", "zones"):
        (folder / name).mkdir()
    (folder / "zones" / "all.toml").write_text("".join(zone_tables) or "zone = []\n")
    (folder / "muscles" / "all.toml").write_text("".join(muscle_tables) or "muscle = []\n")
    (folder / "red_flags" / "all.toml").write_text("red_flag = []\n")
    (folder / "sources" / "all.toml").write_text("source = []\n")
    return Atlas(folder)

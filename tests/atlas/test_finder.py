import json

import pytest
from finder_vectors import VECTORS, as_text
from small_atlas import muscle

from triggerpoints.atlas import Atlas, find


def order(folder, muscles, zones):
    (folder / "muscles" / "head.toml").write_text("\n".join(muscles))
    return [(c.id, c.score, c.essential) for c in find(Atlas(folder), zones).muscles]


def test_essential_counts_two_and_spillover_one(folder):
    ranked = order(folder, [muscle("x", (["a"], ["b"]), (["c"], []))], ["a", "b", "c", "d"])
    assert ranked == [("x", 2 + 1 + 2, True)]


def test_a_zone_counts_once_and_as_essential_when_any_point_says_so(folder):
    muscles = [muscle("x", (["a"], []), (["b"], ["a"]))]
    assert order(folder, muscles, ["a", "a"]) == [("x", 2, True)]


@pytest.mark.parametrize(
    ("muscles", "zones", "ids"),
    [
        ([muscle("low", ([], ["a"])), muscle("high", (["a"], []))], ["a"], ["high", "low"]),
        # Equal score: one essential match comes before two spillover matches.
        (
            [muscle("spill", (["c"], ["a", "b"])), muscle("core", (["a", "c", "d"], []))],
            ["a", "b"],
            ["core", "spill"],
        ),
        # Equal score and matches: the more specific pattern comes first.
        ([muscle("wide", (["a"], ["b", "c"])), muscle("slim", (["a"], ["e"]))], ["a"], ["slim", "wide"]),
        # All equal: the order of the atlas.
        ([muscle("zeta", (["a"], [])), muscle("alpha", (["a"], []))], ["a"], ["zeta", "alpha"]),
        ([muscle("x", (["a"], []))], ["e"], []),
    ],
    ids=["score", "essential", "breadth", "atlas order", "nothing"],
)
def test_ranking(folder, muscles, zones, ids):
    assert [id for id, _, _ in order(folder, muscles, zones)] == ids


def test_within_an_action_red_flags_of_the_zone_come_before_the_general_ones(folder):
    assert [flag.id for flag in find(Atlas(folder), ["a"]).red_flags] == ["RF1", "RF3", "RF2"]
    assert [flag.id for flag in find(Atlas(folder), ["e"]).red_flags] == ["RF2"]
    assert [flag.id for flag in find(Atlas(folder), []).red_flags] == ["RF2"]


def change(folder, id, old, new):
    """Change one line of one red flag."""
    path = folder / "red_flags" / "all.toml"
    before, after = path.read_text().split(f'id = "{id}"')
    path.write_text(before + f'id = "{id}"' + after.replace(old, new, 1))


def test_the_most_urgent_action_comes_first_even_when_it_is_general(folder):
    change(folder, "RF1", "call_emergency", "modify_and_ask")
    change(folder, "RF3", "call_emergency", "same_day_medical")
    assert [flag.id for flag in find(Atlas(folder), ["a"]).red_flags] == ["RF2", "RF3", "RF1"]


@pytest.mark.parametrize("asked", ["during", "after"])
def test_what_can_only_be_seen_in_or_after_a_session_is_not_asked(folder, asked):
    change(folder, "RF2", 'asked = "before"', f'asked = "{asked}"')
    assert [flag.id for flag in find(Atlas(folder), ["a"]).red_flags] == ["RF1", "RF3"]


def test_every_sign_of_an_area_is_asked_there():
    atlas = Atlas()
    for zone in atlas.zones:
        asked = {flag.id for flag in find(atlas, [zone]).red_flags}
        assert asked >= {flag.id for flag in atlas.red_flags.values() if zone in flag.zones}


@pytest.mark.parametrize(("zone", "most"), [("head_frontal", 17), ("forearm_volar", 10)])
def test_the_checklist_stays_short(zone, most):
    assert len(find(Atlas(), [zone]).red_flags) <= most


def test_the_reason_names_the_zones_as_essential_or_spillover(folder):
    (candidate,) = find(Atlas(folder), ["b", "a"]).muscles
    assert candidate.why == "main area: a; sometimes also: b"


def test_an_unknown_zone_is_one_sentence(folder):
    with pytest.raises(KeyError, match="there is no zone 'nose'; 'triggerpoints zones' lists all 5"):
        find(Atlas(folder), ["a", "nose"])


def test_crown_of_the_head_by_hand():
    """Splenius capitis: vertex essential, 2. Sternal head: vertex spillover, 1. No other muscle."""
    found = find(Atlas(), ["head_vertex"]).muscles
    assert [(c.id, c.score, c.essential) for c in found][:2] == [
        ("splenius_capitis", 2, True),
        ("scm_sternal", 1, False),
    ]


def test_vectors_are_what_the_atlas_answers():
    written = VECTORS.read_text(encoding="utf-8")
    assert json.loads(written) == json.loads(as_text()), "run python tests/atlas/finder_vectors.py"
    for case in json.loads(written)["cases"]:
        scores = [m["score"] for m in case["muscles"]]
        assert scores == sorted(scores, reverse=True)

"""Which red flags a page lists openly: those of its muscles and zones; the others to ask about follow."""

import pytest
from small_atlas import FLAG

from triggerpoints.atlas import ACTIONS, Atlas, page_flags


@pytest.fixture
def atlas(folder):
    """A doctor today: RF1 and RF3 at a (RF3 of the foot), RF2 anywhere, RF4 at c, RF5 like muscle first."""
    flags = {"RF1": ["a"], "RF2": [], "RF3": ["a", "b"], "RF4": ["c"], "RF5": ["d"]}
    text = "\n".join(FLAG.format(id=id, zones=zones) for id, zones in flags.items())
    text = text.replace("call_emergency", "same_day_medical")
    third, fifth = text.index('id = "RF3"'), text.index('id = "RF5"')
    text = text[:third] + text[third:fifth].replace('area = "head"', 'area = "foot"', 1) + text[fifth:]
    (folder / "red_flags" / "all.toml").write_text(text + 'muscles = ["first"]\n')
    return Atlas(folder)


def ids(atlas, *where, **more):
    return tuple(
        [flag.id for flag in flags] for flags in page_flags(atlas, "same_day_medical", *where, **more)
    )


def test_what_shares_a_zone_is_the_pages_own_and_the_general_ones_follow(atlas):
    assert ids(atlas, ["a"]) == (["RF1", "RF3"], ["RF2"])
    assert ids(atlas) == ([], ["RF2"])


def test_areas_close_the_others_and_drop_none(atlas):
    assert ids(atlas, ["a"], areas=["head"]) == (["RF1"], ["RF2", "RF3"])
    assert ids(atlas, ["a"], areas=["foot"]) == (["RF3"], ["RF1", "RF2"])


def test_where_pain_is_felt_at_times_is_asked_about_in_the_closed_group(atlas):
    assert ids(atlas, ["a"], also=["c"]) == (["RF1", "RF3"], ["RF2", "RF4"])


def test_a_sign_that_looks_like_a_muscle_of_the_page_is_its_own_wherever_it_is(atlas):
    assert ids(atlas, muscles=["first"], areas=["foot"]) == (["RF5"], ["RF2"])


def test_what_looks_like_a_muscle_of_the_page_comes_first(atlas):
    assert ids(atlas, ["a"], muscles=["first"]) == (["RF5", "RF1", "RF3"], ["RF2"])


def test_an_emergency_at_the_place_is_never_closed_by_an_area(folder):
    own, rest = page_flags(Atlas(folder), "call_emergency", ["b"], areas=["foot"])
    assert ([flag.id for flag in own], [flag.id for flag in rest]) == (["RF3"], ["RF2"])


def test_every_action_that_a_red_flag_may_have_has_words_the_most_urgent_first(folder):
    used = [flag.action for flag in Atlas().red_flags.values()]
    assert set(used) == set(ACTIONS)
    assert next(iter(ACTIONS)) == "call_emergency" and list(ACTIONS)[-1] == "modify_and_ask"
    assert len({words.heading for words in ACTIONS.values()}) == len(ACTIONS)

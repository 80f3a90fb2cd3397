"""The course's own atlas: what every record keeps to."""

import json
import re
import tomllib
from typing import get_args

import pytest

from triggerpoints.atlas import REVIEWED_BY_CLINICIAN, Atlas, Fact, View
from triggerpoints.atlas._load import DATA

ATLAS = Atlas()
MUSCLES = pytest.mark.parametrize("muscle", ATLAS.muscles.values(), ids=ATLAS.muscles.keys())
VIEWS = get_args(View)
# Hosts of uploaded copies: what they hold is cited by its own title or not at all.
COPIES = re.compile(
    r"scribd|docslib|studylib|vdocument|dokumen|yumpu|readbag|b-ok|lib\.ir|kupdf|brainscape", re.I
)

TRADE = {
    source["id"]
    for path in (DATA / "sources").glob("*.toml")
    if path.stem.startswith(("technique_pages", "self_care_pages"))
    for source in tomllib.loads(path.read_text(encoding="utf-8"))["source"]
}
# How to touch the front belly safely was found on one page of a trade site, and nowhere else.
ON_TRADE_PAGES_ALONE = {
    "digastricus": ("Front belly only: fingertip weight under the chin, one side at a time",),
}


def cautions(muscle):
    return ((field, fact) for field, fact in muscle.facts() if field.endswith(("cautions", "caution")))


def texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)


def test_sizes():
    assert len(ATLAS.muscles) == 98
    assert sum(len(muscle.trigger_points) for muscle in ATLAS.muscles.values()) == 135
    assert len(ATLAS.zones) == 65
    assert len(ATLAS.red_flags) >= 60


def test_every_zone_leads_to_a_muscle():
    """So the finder never ends with nothing, and has no words for it."""
    used = {zone for muscle in ATLAS.muscles.values() for zone in (*muscle.essential, *muscle.spillover)}
    assert used == set(ATLAS.zones)


@MUSCLES
def test_anatomy_has_a_source(muscle):
    for field in ("origin", "insertion", "actions", "innervation"):
        assert getattr(muscle, field).sources, field


@MUSCLES
def test_what_no_source_supports_is_left_out(muscle):
    for field in ("symptoms", "palpation", "stretch"):
        fact = getattr(muscle, field)
        assert fact is None or fact.sources, field
    for point in muscle.trigger_points:
        assert point.location.sources or point.location.text == "unsourced", point.id


@MUSCLES
def test_every_caution_says_where_it_was_read(muscle):
    """A clinic, shop or blog page may say more, but an institution, book or article must stand behind it."""
    for field, fact in cautions(muscle):
        assert fact.sources, (field, fact.text)
        assert "No source" not in fact.note
        on_trade_pages_alone = not set(fact.sources) - TRADE
        assert on_trade_pages_alone == (fact.text in ON_TRADE_PAGES_ALONE.get(muscle.id, ())), fact.text


@MUSCLES
def test_cautions_are_single_statements_and_emergencies_come_first(muscle):
    urgent = ["emergency services" in caution.text for caution in muscle.cautions]
    assert 2 <= len(muscle.cautions) <= 6
    assert urgent == sorted(urgent, reverse=True)
    assert len({caution.text for caution in muscle.cautions}) == len(muscle.cautions)
    assert all(len(caution.text.split()) <= 40 for caution in muscle.cautions)


@MUSCLES
def test_points_say_where_their_referral_was_read(muscle):
    assert muscle.trigger_points
    for point in muscle.trigger_points:
        assert bool(point.essential) == bool(point.referral_sources), point.id
        if not point.essential:
            assert point.referral_how_sure == "no source we read says where its pain is felt"
            assert point.referral_note and not point.spillover and not point.pressed, point.id
        assert point.caution not in muscle.cautions, point.id


def test_disputed_referral_is_shown():
    infraspinatus = ATLAS.muscles["infraspinatus"]
    assert "297 patients" in infraspinatus.disagreement
    assert all("disagree" in point.referral_note for point in infraspinatus.trigger_points)


def test_points_under_the_jaw_and_cheekbone_are_not_pressed():
    not_pressed = {p.id for m in ATLAS.muscles.values() for p in m.trigger_points if not p.pressed}
    assert {"T55", "T56", "T57"} <= not_pressed


@MUSCLES
def test_views_are_those_in_which_the_muscle_is_drawn(muscle):
    for view in VIEWS:
        assert (f'data-muscle="{muscle.id}"' in ATLAS.figure(view)) == (view in muscle.views), view


def test_every_muscle_is_drawn_somewhere():
    assert [muscle.id for muscle in ATLAS.muscles.values() if not muscle.views] == []


@pytest.mark.parametrize("zone", ATLAS.zones.values(), ids=ATLAS.zones.keys())
def test_zones_are_drawn_where_they_say_and_can_be_searched(zone):
    for view in VIEWS:
        assert (f'data-zone="{zone.id}"' in ATLAS.figure(view)) == (view in zone.views), view
    assert zone.synonyms
    assert zone.description[0].isupper()


@pytest.mark.parametrize("flag", ATLAS.red_flags.values(), ids=ATLAS.red_flags.keys())
def test_a_red_flag_asks_short_questions_one_thing_each(flag):
    for question in flag.questions:
        assert question.endswith("?") and question.count("?") == 1
        assert ", and " not in question and len(question.split()) <= 14
        assert not re.search(r"^(What|When|Where|How|Which)\b|[(“”]", question)
    assert "?" not in flag.how_to_ask
    assert flag.say.endswith((".", "!"))
    if flag.verified == "no":
        assert flag.note.startswith("No source seen") and not flag.sources
    else:
        assert flag.sources


@pytest.mark.parametrize("flag", ATLAS.red_flags.values(), ids=ATLAS.red_flags.keys())
def test_a_sign_has_no_person_in_it_and_one_of_an_area_is_asked_before(flag):
    """A person reads it about their own pain, a therapist about a client: one voice serves both."""
    words = f"{flag.sign} {flag.detail}"
    assert not re.search(r"\b(you|your|I|my|they|their|client|takes|tells|says|feels)\b", words), words
    assert not flag.sign.endswith((".", "?")) and not flag.detail.endswith(".")
    assert len(flag.sign.split()) <= 25
    assert flag.asked == "before" or not flag.zones


def test_emergency_numbers_are_dialled_as_written_and_say_where_that_was_read():
    assert [one.number for one in ATLAS.emergency_numbers] == ["112", "999", "911", "000"]
    assert all(source.url and source.says for one in ATLAS.emergency_numbers for source in one.sources)


@pytest.mark.parametrize("kind", ["muscles", "zones", "red_flags", "sources"])
def test_words_are_plain_and_no_copy_is_linked(kind):
    for text in texts(ATLAS.as_dict()[kind]):
        assert "\N{EM DASH}" not in text
        assert " - " not in text
        assert not COPIES.search(text), text


def test_every_source_is_cited():
    words = json.dumps(ATLAS.as_dict()["muscles"])
    assert [id for id in ATLAS.sources if f'"{id}"' not in words] == []


def test_how_sure_says_what_was_done():
    assert Fact(text="t").how_sure == "general knowledge, no source checked"
    assert Fact(text="t", sources=("a",)).how_sure == "said in 1 source we read"
    assert Fact(text="t", sources=("a", "b")).how_sure == "said in 2 sources we read"
    composed = Fact(text="t", sources=("a", "b"), composed=True)
    assert composed.how_sure == "put together from 2 sources, each for a part"
    assert Fact(text="t", sources=("a",), composed=True).how_sure == "said in 1 source we read"


def test_as_dict_is_plain_and_has_what_is_computed():
    plain = json.loads(json.dumps(ATLAS.as_dict()))
    assert set(plain) == {
        "muscles",
        "zones",
        "red_flags",
        "sources",
        "best_views",
        "actions",
        "emergency_numbers",
        "reviewed_by_clinician",
    }
    assert plain["reviewed_by_clinician"] == REVIEWED_BY_CLINICIAN
    for id, muscle in ATLAS.muscles.items():
        record = plain["muscles"][id]
        assert record["essential"] == list(muscle.essential)
        assert record["spillover"] == list(muscle.spillover)
        assert record["origin"]["how_sure"] == muscle.origin.how_sure
        for point, written in zip(muscle.trigger_points, record["trigger_points"], strict=True):
            assert written["referral_how_sure"] == point.referral_how_sure
            assert written["pressed"] == point.pressed


def test_the_first_point_of_the_sternal_head():
    point = ATLAS.muscles["scm_sternal"].trigger_points[0]
    assert point.essential == ("face_cheek", "face_eye", "head_occipital")

import re
from pathlib import Path

import pytest
from sphinx.errors import SphinxError

from triggerpoints import Atlas


def text(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.replace("&lt;", "<").replace("&#39;", "'")))


def test_lists_the_flags_of_an_action_and_of_zones(build):
    built = build(index=":::{red-flags} call_emergency\n:zones: head_temporal\n:::")
    assert built.warnings == ""
    words = text(built.page())
    for flag in Atlas().red_flags.values():
        expected = flag.action == "call_emergency" and (not flag.zones or "head_temporal" in flag.zones)
        assert (f"source ({flag.id})" in words) == expected, flag.id
        if expected:
            assert text(flag.question) in words
            assert text(flag.source) in words


def test_says_where_the_urgency_is_our_judgement(build):
    html = build(index=":::{red-flags} same_day_medical\n:zones: neck_back\n:::").page()
    items = {
        re.search(r"source \((RF\d+)\)", item)[1]: item
        for item in html.split("<li>")[1:]
        if "source (" in item
    }
    assert set(items) > {"RF10", "RF58"}
    for key, item in items.items():
        assert ("the urgency is our judgement" in item) == (Atlas().red_flags[key].verified == "partly")


def test_without_zones_only_the_general_flags(build):
    words = text(build(index=":::{red-flags} call_emergency\n:::").page())
    assert "source (RF51)" in words
    assert "source (RF01)" not in words


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (
            ":::{red-flags} call_emergancy\n:::",
            "There is no action 'call_emergancy'; did you mean call_emergency",
        ),
        (":::{red-flags} call_emergency\n:zones: head_temporl\n:::", "There is no zone 'head_temporl'"),
    ],
)
def test_unknown_ids_are_named(build, body, says):
    try:
        warnings = build(index=body).warnings
    except SphinxError as error:
        warnings = str(error)
    assert says in warnings


@pytest.mark.parametrize("chapter", ["neck_head_shoulder"])
def test_a_chapter_asks_every_flag_of_its_muscles(chapter):
    """The zones listed in the chapter bring every red flag that looks like one of its muscles' pain there."""
    page = (Path(__file__).parents[2] / "book" / f"{chapter}.md").read_text(encoding="utf-8")
    atlas = Atlas()
    listed = [
        (found[1], set(found[2].split()))
        for found in re.finditer(r":::\{red-flags\} (\w+)\n:zones: (.+)\n", page)
    ]
    shown = {
        flag.id
        for action, zones in listed
        for flag in atlas.red_flags.values()
        if flag.action == action and (not flag.zones or zones & set(flag.zones))
    }
    muscles = set(re.findall(r"```\{muscle\} (\w+)", page))
    near = {"head", "neck", "chest", "shoulder-arm"}
    missing = {
        flag.id for flag in atlas.red_flags.values() if flag.area in near and muscles & set(flag.muscles)
    } - shown
    assert missing == set()
    assert muscles == {
        m.id
        for m in atlas.muscles.values()
        if m.region in ("head", "neck", "shoulder", "upper back", "chest")
    }

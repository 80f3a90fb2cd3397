import re
from pathlib import Path

import pytest
from page_text import words_of

from triggerpoints import Atlas

PAGES = {
    "head": ":::{red-flags} call_emergency\n:zones: head_temporal\n:::",
    "wide": ":::{red-flags} same_day_medical\n:zones: shoulder_front neck_back\n:::",
    "narrow": ":::{red-flags} same_day_medical\n:zones: shoulder_front neck_back\n:areas: head neck\n:::",
    "brow": ":::{red-flags} same_day_medical\n:zones: head_frontal\n:::",
    "nape": ":::{red-flags} same_day_medical\n:zones: neck_back\n:::",
    "general": ":::{red-flags} call_emergency\n:::",
}
UNKNOWN = {
    "action": (
        ":::{red-flags} call_emergancy\n:::",
        "There is no action 'call_emergancy'; did you mean call_emergency",
    ),
    "zone": (
        ":::{red-flags} call_emergency\n:zones: head_temporl\n:::",
        "There is no zone 'head_temporl'",
    ),
    "area": (
        ":::{red-flags} call_emergency\n:areas: nec\n:::",
        "There is no area 'nec'; did you mean neck",
    ),
}


@pytest.fixture(scope="module")
def built(project):
    with project(index="", **PAGES, **{name: body for name, (body, _) in UNKNOWN.items()}) as made:
        yield made


@pytest.fixture(scope="module")
def page(built):
    return lambda name: built.page(f"{name}.html")


def items(html):
    """Return each sign's part of the page by its id."""
    found = {}
    for item in html.split("<li>")[1:]:
        name = re.search(r"(RF\d+), sources:", item)
        if name:
            found[name[1]] = item.split("</li>")[0]
    return found


def closed(html):
    """Return the part of the page that is the closed group at the end of the list."""
    return html.split("Signs from elsewhere, or with any pain", 1)[1]


def test_lists_the_signs_of_an_action_and_of_zones_and_the_general_ones_closed(page):
    listed = items(page("head"))
    assert set(listed) == {
        flag.id
        for flag in Atlas().red_flags.values()
        if flag.action == "call_emergency" and (not flag.zones or "head_temporal" in flag.zones)
    }
    assert set(items(closed(page("head")))) == {id for id in listed if not Atlas().red_flags[id].zones}
    for id, item in listed.items():
        flag = Atlas().red_flags[id]
        summary, rest = words_of(item).split("May mean:")
        assert flag.sign in summary
        assert all(question not in summary and question in rest for question in flag.questions)
        assert flag.how_to_ask in rest and flag.say in rest
        assert flag.note in rest


def test_areas_narrow_the_open_list_and_drop_nothing(page):
    wide = page("wide")
    assert "RF43" in items(wide) and "RF43" not in items(closed(wide))


def test_a_sign_of_another_area_is_in_the_closed_group(page):
    html = page("narrow")
    assert {"RF43", "RF58"} <= set(items(closed(html)))
    assert set(items(html)) - set(items(closed(html))) == {"RF10"}


def test_sources_are_links_with_the_name_of_the_publisher(page):
    item = items(page("brow"))["RF02"]
    assert re.search(r'<a class="reference external" href="https://[^"]+">WA Health</a>', item)


def test_says_where_the_urgency_is_our_judgement(page):
    listed = items(page("nape"))
    assert set(listed) > {"RF10", "RF58"}
    for key, item in listed.items():
        assert ("the urgency is our judgement" in item) == (Atlas().red_flags[key].verified == "partly")


def test_says_what_is_seen_in_or_after_a_session(page):
    listed = items(page("general"))
    assert "Seen: during a session." in words_of(listed["RF54"]).replace(" :", ":")
    assert "Seen:" not in words_of(listed["RF51"])


def test_without_zones_only_the_general_flags(page):
    listed = items(page("general"))
    assert "RF51" in listed and "RF01" not in listed


def test_unknown_ids_are_named_and_nothing_else_is_wrong(built):
    warnings = [line for line in built.warnings.splitlines() if ".md" in line and "toctree" not in line]
    assert all(any(f"{name}.md" in line for name in UNKNOWN) for line in warnings)
    for name, (_, says) in UNKNOWN.items():
        assert says in " ".join(line for line in warnings if f"{name}.md" in line)


@pytest.mark.parametrize("chapter", ["neck_head_shoulder"])
def test_a_chapter_asks_every_flag_of_its_muscles(chapter):
    """The zones listed in the chapter bring every red flag that looks like one of its muscles' pain there."""
    page = (Path(__file__).parents[2] / "book" / f"{chapter}.md").read_text(encoding="utf-8")
    atlas = Atlas()
    zones = set(re.search(r":::\{safety-first\}\n:zones: (.+)\n", page)[1].split())
    shown = {flag.id for flag in atlas.red_flags.values() if not flag.zones or zones & set(flag.zones)}
    muscles = set(" ".join(re.findall(r"```\{muscle\} ([\w ]+)", page)).split())
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

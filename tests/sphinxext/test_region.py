"""The page of a region: red flags first, then every muscle of it in a picture and in words."""

import json
import re
from typing import get_args

import pytest
from docutils import nodes
from page_text import words_of

from triggerpoints import Atlas
from triggerpoints.atlas import Region
from triggerpoints.sphinxext._plate_views import frames
from triggerpoints.sphinxext._plate_words import in_words
from triggerpoints.sphinxext._region_short import in_short

ATLAS = Atlas()
PAGE = ":::{region} abdomen\n:areas: abdomen\n:::\n\n```{pain-table}\n```"
LEADS = "{muscle}`rectus_abdominis`\n\n```{muscle} rectus_abdominis\n```"
EVERY = "```{muscle-list}\n```"
UNKNOWN = {
    "region": (":::{region} nek\n:::", "There is no region 'nek'; did you mean neck"),
    "area": (":::{region} neck\n:areas: hed\n:::", "There is no area 'hed'; did you mean head"),
}


@pytest.fixture(scope="module")
def abdomen():
    return [muscle for muscle in ATLAS.muscles.values() if muscle.region == "abdomen"]


@pytest.fixture(scope="module")
def built(project):
    with project(index=f"{PAGE}\n\n```{{toctree}}\nleads\nevery\n```", leads=LEADS, every=EVERY) as made:
        return made  # closed: another builder follows


def test_a_page_has_red_flags_the_map_and_a_section_for_each_muscle_in_this_order(built, abdomen):
    assert built.warnings == ""
    html = built.page()
    parts = ("red-flags-first", "on-the-map", "the-muscles")
    places = [html.index(f'<section id="{part}">') for part in parts]
    for muscle in abdomen:
        target = f"muscle-{muscle.id.replace('_', '-')}"
        assert f'href="#{target}">{muscle.english_name}<' in html
        places.append(html.index(f'<section id="{target}">'))
    assert places == sorted(places)
    assert places[2] < html.index("Ask the red flags above") < places[3], (
        "how to use a record, before the first"
    )


def test_the_page_in_short_counts_what_stands_on_it(built, abdomen):
    html = built.page()
    box = re.search(r'<div class="[^"]*tp-short.*?</ul>', html, re.S)[0]
    assert html.index("tp-short") < html.index('<section id="red-flags-first">')
    said = words_of(box)
    actions = {"call_emergency": "signs mean an ambulance", "same_day_medical": "a doctor today"}
    for action, words in actions.items():
        part = html.split(f'id="red-flags-{action.replace("_", "-")}"')[1].split("</section>")[0]
        assert f"{len(re.findall(r'RF[0-9]+, sources:', part))} {words}" in said
    points = sum(len(muscle.trigger_points) for muscle in abdomen)
    assert f"{len(abdomen)} muscles with {points} trigger points" in said


def test_the_page_in_short_names_what_is_not_pressed_and_where_sources_disagree():
    for region in get_args(Region):
        muscles = [muscle for muscle in ATLAS.muscles.values() if muscle.region == region]
        spared = [one for one in muscles if not all(point.pressed for point in one.trigger_points)]
        named = [link.astext() for link in in_short(muscles, {}).findall(nodes.reference)][2:]
        assert named == [one.english_name for one in [*spared, *(one for one in muscles if one.disagreement)]]


def test_the_cautions_stand_open_before_the_record(built, abdomen):
    html = built.page()
    for muscle in abdomen:
        own = html.split(f'<section id="muscle-{muscle.id.replace("_", "-")}">')[1].split("</section>")[0]
        before, record = own.split('<details class="tp-details tp-muscle tp-record">')
        for fact in muscle.cautions:
            assert fact.text[1:].strip(".") in words_of(before)
        for part in ("Origin", *(point.label for point in muscle.trigger_points)):
            assert part in words_of(record) and part not in words_of(before.partition("</figure>")[2])


def test_a_red_flag_of_the_region_is_in_the_open_list_and_none_is_dropped(built, abdomen):
    html = built.page()
    first = {zone for muscle in abdomen for zone in muscle.essential}
    felt = first | {zone for muscle in abdomen for zone in muscle.spillover}
    ids = {muscle.id for muscle in abdomen}
    open_lists = "".join(re.findall(r"</h\d>\s*<ul class=\"tp-red-flags[^>]*>.*?</ul>", html, re.S))
    for flag in ATLAS.red_flags.values():
        asked = not flag.zones or felt.intersection(flag.zones) or ids.intersection(flag.muscles)
        assert (f"{flag.id}, sources:" in html) == bool(asked), flag.id
        alike = ids.intersection(flag.muscles)
        urgent = flag.action == "call_emergency" and first.intersection(flag.zones)
        if flag.zones and (alike or urgent):
            assert f"{flag.id}, sources:" in open_lists, flag.id


def test_names_and_the_search_lead_to_the_section(built, abdomen):
    assert 'href="#muscle-rectus-abdominis"' in built.page(), "the contents"
    assert built.page("leads.html").count('href="index.html#muscle-rectus-abdominis"') == 2, "role and card"
    index = json.loads((built.out / "searchindex.js").read_text().removeprefix("Search.setIndex(")[:-1])
    place = index["docnames"].index("index")
    for muscle in abdomen:
        for name in (muscle.english_name, muscle.latin_name, *muscle.synonyms):
            found = index["indexentries"][name.lower()]
            assert [place, f"muscle-{muscle.id.replace('_', '-')}", True] in found


def test_a_builder_without_html_prints_what_the_plates_show(build, abdomen):
    built = build("text", index=PAGE)
    printed = " ".join((built.out / "index.txt").read_text(encoding="utf-8").split())
    assert built.warnings == ""
    for muscle in abdomen:
        for frame in frames(muscle):
            assert in_words(muscle, frame) in printed


def test_an_unknown_name_is_an_error_that_says_which_there_are(project):
    with project("dummy", index="", **{name: source for name, (source, _) in UNKNOWN.items()}) as made:
        warnings = made.warnings
    assert [name for name, (_, message) in UNKNOWN.items() if message not in warnings] == []


def test_the_list_of_all_muscles_has_each_once_in_order(built):
    doctree = built.env.get_doctree("every")
    names = [entry[0][0].astext() for entry in doctree.findall(nodes.list_item)]
    assert len(names) == len(ATLAS.muscles)
    assert [name.lower() for name in names] == sorted(name.lower() for name in names)

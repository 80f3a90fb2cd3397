"""The blocks of the safety chapters, in one built project: red flags, contraindications, scope boxes."""

import re
from pathlib import Path

import pytest
from page_text import words_of

from triggerpoints import Atlas
from triggerpoints._records import ContentError
from triggerpoints.atlas import ACTIONS, SCOPES
from triggerpoints.sphinxext._local_rules import notes
from triggerpoints.sphinxext._osce import read_stations

PAGE = """
:::{safety-first}
:zones: head_temporal neck_back
:areas: head neck
:::

:::{safety-first}
:technique: needling
:::

:::{contraindications}
:technique: needling injection
:::

:::{contraindications}
:technique: heat
:scope: local
:::

:::{scope} needling
:::

:::{scope} massage
:::

:::{school-rule} Complaints
:::

:::{school-rule} Honesty in graded work
:::

## Sheets

::::{sheet} Agreement for the year
- back, with a towel

| To sign | To fill in |
| --- | --- |
| Name | |
::::

:::{stations}
:::

```{bibliography}
```

```{toctree}
rules
```
"""
OSCE = Path(__file__).parents[2] / "book" / "osce.toml"
RULES = """## Massage

Only with a **supervisor**, see [the rules](https://example.org).

- In class.

## Dry needling

% Nothing here yet.

## Complaints

To the **office**, within a month.
"""


@pytest.fixture(scope="module")
def built(project):
    """The warnings of the build, and its page."""
    conf = f'triggerpoints_local_rules = "rules"\ntriggerpoints_osce = {str(OSCE)!r}\n'
    with project(conf=conf, index=PAGE, rules=RULES) as made:
        return made.warnings, made.page(), made.page("rules.html")


@pytest.fixture(scope="module")
def parts(built):
    """The blocks of the page in their order: two of red flags, two of contraindications, two boxes."""
    return re.split(
        r'<div class="(?:tp-safety-first|tp-contraindications|tp-scope|admonition tp-scope)', built[1]
    )[1:]


def flags(html):
    return re.findall(r"(RF\d+), sources:", html)


def test_the_page_is_built_without_a_word(built):
    assert built[0] == ""


def test_a_page_with_sheets_loads_what_prints_one_alone_and_another_page_does_not(built):
    for name in ("buttons.js", "buttons.css"):
        assert [name in page for page in built[1:]] == [True, False]


def test_red_flags_of_all_actions_stand_in_one_block_and_the_most_urgent_is_open(parts):
    groups = re.findall(r'<details class="tp-details"( open)?><summary>([^<]+) <span', parts[0])
    assert groups == [
        (" open" if not place else "", words.heading) for place, words in enumerate(ACTIONS.values())
    ]
    assert "No clinician has reviewed this list" in words_of(parts[0])


def test_every_red_flag_of_the_zones_is_in_the_block(parts):
    zones = {"head_temporal", "neck_back"}
    due = {id for id, flag in Atlas().red_flags.items() if not flag.zones or zones & set(flag.zones)}
    assert set(flags(parts[0])) == due == set(re.findall(r'<summary data-number="(RF\d+)">', parts[0]))


def test_a_technique_brings_what_was_reported_with_it_before_the_general_signs(parts):
    first = parts[1].split("Signs from elsewhere")[0]
    assert flags(first) == ["RF04", "RF15", "RF29", "RF55"]
    assert "Reported during or after: needling or injection; watch for it there." in words_of(first).replace(
        " :", ":"
    )
    assert "RF46" in flags(parts[1])


def test_contraindications_of_a_technique_with_their_ground_and_what_was_not_read(parts):
    rules = Atlas().contraindications.values()
    due = [one for one in rules if {"needling", "injection"} & set(one.techniques)]
    said = words_of(parts[2])
    for one in due:
        assert one.name in said and one.why in said and one.instead in said
        assert one.how_sure in said and f"({one.id})" in said
        assert (f'<summary data-number="{one.id}">' in parts[2]) == bool(one.sources), (
            "paper finds them by it"
        )
        assert all(f'href="{reading.url}"' in parts[2].replace("&amp;", "&") for reading in one.sources)
    assert parts[2].count('<th scope="row"') == len(due)
    assert [called for called in SCOPES.values() if f"{called}:" in said] == list(SCOPES.values())


def test_a_scope_narrows_the_table_and_cells_carry_their_heads(parts):
    assert f"{SCOPES['general']}:" not in words_of(parts[3]) and f"{SCOPES['local']}:" in words_of(parts[3])
    assert parts[3].count('data-label="Why"') == parts[3].count('<th scope="row"') > 10


def test_a_box_without_a_local_note_says_whom_to_ask(parts):
    said = words_of(parts[4])
    assert "In most places massage therapists do not needle." in said
    assert "Here: ask your regulator. ( local rules )" in said.replace(" :", ":")
    assert "Is piercing of the skin licensed?" in said
    assert 'href="rules.html"' in parts[4] and "Nothing here yet" not in said
    assert "Ontario, Canada" in said and "a course is not a law" in said


def test_a_local_note_appears_in_the_box_as_markdown(parts):
    box = parts[5]
    assert "<strong>supervisor</strong>" in box and 'href="https://example.org"' in box
    assert "<li><p>In class.</p></li>" in box
    assert "ask your regulator" not in box


def test_a_rule_of_the_school_is_its_note_or_says_whom_to_ask(parts):
    said = words_of(parts[5]).replace(" :", ":")
    assert re.search(r"At your school: \( local rules \) To the office , within a month", said)
    assert "At your school: ask your instructor. ( local rules )" in said


def test_a_sheet_is_a_section_of_its_own_with_what_is_in_it(built):
    sheet = re.search(
        r'<section class="tp-sheet" id="agreement-for-the-year">(.*?)</section>', built[1], re.S
    )[1]
    assert re.search(r"<h3>Agreement for the year", sheet)
    assert "<li><p>back, with a towel</p></li>" in sheet and "<td></td>" in sheet.replace("<p></p>", "")


def test_each_station_is_a_sheet_with_marks_and_the_acts_that_fail_it(built):
    found = re.findall(
        r'<section class="tp-sheet tp-station" id="(station-\d[^"]*)">(.*?)</section>', built[1], re.S
    )
    stations = read_stations(OSCE)
    assert len(found) == len(stations.station) >= 5
    for (_, html), station in zip(found, stations.station, strict=True):
        said = words_of(html)
        lines = (*station.steps, *station.unsafe, *station.partner, station.task)
        assert all(words_of(line) in said for line in lines)
        assert said.count("☐ 0 ☐ 1 ☐ 2") == len(station.steps)
        assert f"{stations.needed(station)} of {station.points} points, and no unsafe act." in said
        row = re.search(r'<p class="tp-count">(.*?)</p>', html, re.S)[1]
        assert re.findall(r"\d+", row) == [str(number) for number in range(1, station.points + 1)]
        passing = re.findall(r"<strong>(\d+)</strong>", row)
        assert (passing[0], passing[-1]) == (str(stations.needed(station)), str(station.points))


def test_unknown_names_are_said_with_the_nearest(project):
    page = (
        ":::{scope} nedling\n:::\n\n:::{contraindications}\n:technique: masage\n:::\n\n"
        ":::{safety-first}\n:areas: nek\n:::\n\n:::{scope} massage\n:::\n"
    )
    conf = 'triggerpoints_local_rules = "rules"'
    with project("dummy", conf=conf, index=page, rules="## Dry nedling\n\nNote.\n") as made:
        warnings = made.warnings
    assert "There is no act 'nedling'; did you mean needling" in warnings
    assert "There is no technique 'masage'; did you mean massage" in warnings
    assert "There is no area 'nek'; did you mean neck" in warnings
    assert re.search(r"rules\.md, line \d+: the heading 'Dry nedling' is none of the acts", warnings)


HEADINGS = ["Massage", "Dry needling"]


def test_notes_keep_their_lines_and_their_place():
    found = notes("intro\n\n## dry needling\n\nOne.\n% not me\n", HEADINGS, "rules.md")
    assert list(found) == ["Dry needling"]
    assert found["Dry needling"].start == 3
    assert found["Dry needling"].lines == ("", "One.", "% not me")


@pytest.mark.parametrize(
    ("page", "says"),
    [
        (
            "\n## Dry nedling\n",
            "rules.md, line 2: the heading 'Dry nedling' is none of the acts; did you mean 'Dry needling'?",
        ),
        (
            "## Zzz\n",
            "rules.md, line 1: the heading 'Zzz' is none of the acts; use one of Massage, Dry needling.",
        ),
        (
            "## Massage\na\n## Massage\nb\n",
            "rules.md, line 3: 'Massage' is there twice; put both notes under one.",
        ),
    ],
)
def test_an_unknown_heading_is_one_clear_sentence(page, says):
    with pytest.raises(ValueError) as caught:
        notes(page, HEADINGS, "rules.md")
    assert str(caught.value) == says


STATION = """pass_percent = 70

[[station]]
id = "flat"
title = "t"
minutes = 8
task = "t"
needs = "n"
steps = ["1", "2", "3", "4", "5", "6"]
unsafe = ["u"]
"""


def test_the_share_that_passes_is_rounded_up(tmp_path):
    (tmp_path / "osce.toml").write_text(STATION)
    found = read_stations(tmp_path / "osce.toml")
    assert found.station[0].points == 12
    assert found.needed(found.station[0]) == 9, "8.4 of 12"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('unsafe = ["u"]', "unsafe = []", "no act fails station 'flat'; say what is unsafe there"),
        ('"5", "6"', '"5"', "station 'flat' has 5 steps; give 6 to 14"),
        ("minutes = 8", "minutes = 1", "minutes"),
        ("[[station]]", STATION.partition("\n\n")[2] + "[[station]]", "station 'flat' is there twice"),
    ],
)
def test_a_station_that_nothing_can_fail_is_refused(tmp_path, old, new, says):
    (tmp_path / "osce.toml").write_text(STATION.replace(old, new, 1))
    with pytest.raises(ContentError) as caught:
        read_stations(tmp_path / "osce.toml")
    assert says in str(caught.value) and "osce.toml" in str(caught.value)

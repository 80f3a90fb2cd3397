"""Every number of the notebook on the evidence map, held to the findings."""

import re

import pytest
from printed import Page

from triggerpoints import Evidence
from triggerpoints.evidence import citation
from triggerpoints.evidence._certainty import FEW_PEOPLE, LEVELS, MUCH_SPREAD

EVIDENCE = Evidence()
FINDINGS = EVIDENCE.findings
ROWS = tuple(FINDINGS.values())
SOURCES = {one.cite for one in ROWS}
HANDS = {"massage", "trigger-point-pressure", "myofascial-release", "manual-mix"}
PLACES = len(EVIDENCE.terms.modality) * len(EVIDENCE.terms.condition)


def some(**wanted):
    """Return the rows that have each of these values (a set: one of them)."""
    return [
        one
        for one in ROWS
        if all(
            getattr(one, field) in value if isinstance(value, set) else getattr(one, field) == value
            for field, value in wanted.items()
        )
    ]


def better(rows):
    return sum(one.result == "better" for one in rows)


def unclear(rows):
    return sum(one.result == "no clear difference" for one in rows)


def ends(finding):
    return FINDINGS[finding].effect.estimate, FINDINGS[finding].effect.low, FINDINGS[finding].effect.high


def minus(finding):
    """Return the effect of a fall, as people say it: 3.5 fewer, 2.09 to 4.91."""
    estimate, low, high = ends(finding)
    return -estimate, -high, -low


def year(key):
    return EVIDENCE.references[key].year


@pytest.fixture(scope="module")
def page():
    return Page("notebooks/the_evidence_map.ipynb")


def sure(level):
    return len(some(certainty=level))


def test_every_number_is_in_the_data(page):
    answer_in_short(page)
    one_row(page)
    against(page)
    the_rule(page)
    disagreement(page)
    not_known(page)
    what_it_means(page)
    sources(page)
    your_turn(page)
    assert page.left_over() == []


def answer_in_short(page):
    assert sure("high") == 0
    page.says("This map has {} published findings", len(ROWS))
    page.says("None is rated high, and only {} are rated moderate", sure("moderate"))
    surest = [one for one in some(modality=HANDS, certainty="moderate")]
    assert {(one.condition, one.result) for one in surest} == {
        ("neck-pain", "no clear difference"),
        ("low-back-pain", "better"),
    }
    page.says(
        "It has {} treatments, {} conditions and {} outcomes",
        *(len(EVIDENCE.terms.of(field)) for field in ("modality", "condition", "outcome")),
    )
    page.says("It holds the {} sources", len(SOURCES))


def one_row(page):
    row, other = FINDINGS["lu2022-pressure-tenderness"], FINDINGS["lu2022-pressure-pain"]
    assert (row.result, other.result) == ("better", "no clear difference")
    assert (row.better, other.better, row.certainty) == ("higher", "lower", "low")
    assert (row.modality, row.condition, row.outcome) == (
        "trigger-point-pressure",
        "myofascial-pain",
        "tenderness",
    )
    assert row.against_words == other.against_words == "placebo, sham or usual care"
    assert not row.whole  # "behind this very result"
    assert row.when == other.when == "right after treatment"
    page.says("[Lu and colleagues, {}]", year("Lu2022"))
    page.says("{:.2f}, interval {:.2f} to {:.2f} |", *ends(row.id))
    page.says("{} trials, {} people |", row.trials, row.people)
    page.says("{:.2f} is a *standardised mean difference*", row.effect.estimate)
    assert row.effect.estimate == pytest.approx(2 / 3, abs=0.01)
    page.says("from {:.2f} to {:.2f} fit the data well. No difference would be 0", *ends(row.id)[1:])
    page.says("and 0 is outside")
    page.says("Effect: {:.2f}, interval {:.2f} to {:.2f}. Here lower is better, and 0 is", *ends(other.id))
    page.says('"no difference": {:.2f} fits', other.effect.low)


def against(page):
    nothing, sham = some(against="nothing"), some(against="sham")
    page.says("**Against nothing, or waiting:** {} of {} rows say better", better(nothing), len(nothing))
    page.says(
        "**Against a sham:** {} of {} say better, and {} say no clear difference",
        better(sham),
        len(sham),
        unclear(sham),
    )
    by_hand, pretended = (
        some(modality=HANDS, against="nothing"),
        some(modality=HANDS, against="sham"),
    )
    page.says(
        "Against nothing, {} of {} rows say better. Against a sham, {} of {}.",
        better(by_hand),
        len(by_hand),
        better(pretended),
        len(pretended),
    )
    mixed = [one for one in some(against="mixed") if one.design != "guideline"]
    page.says("is the longest list, with {} rows", len(mixed))
    assert {one.against for one in some(design="guideline")} == {"mixed"}
    assert len(some(against="no comparison")) == 1
    themselves = [one for one in nothing if one.design == "series"]
    assert {one.against_words for one in themselves} == {"the same people before treatment"}
    assert len(themselves) == 2  # "In two of the rows"
    page.says("[Linde and colleagues, {}]", year("Linde2016"))
    usual, fake = FINDINGS["linde2016-acupuncture-headache-usual"], "linde2016-acupuncture-headache-sham"
    assert "48 of 100 people, and in 17 of 100" in usual.words
    assert "52 of 100 people, and in 43 of 100" in FINDINGS[fake].words
    page.says("{} of 100 with needles, {} of 100 with usual care. That is {} more", 48, 17, 48 - 17)
    page.says("{} of 100 with needles, {} of 100 with the fake. That is {} more", 52, 43, 52 - 43)
    pressure = FINDINGS["falsiroli2018-pressure-headache-frequency"]
    assert (pressure.certainty, pressure.against_words) == ("very low", "little or no treatment")
    page.says("went with {:.1f} fewer attacks a month, interval {:.2f} to {:.2f},", *minus(pressure.id))
    page.says("[Falsiroli Maistrello and colleagues, {}]", year("FalsiroliMaistrello2018"))
    massage = FINDINGS["moraska2015-massage-headache-frequency"]
    assert (massage.result, massage.certainty) == ("no clear difference", "low")
    assert massage.against_words == "switched-off ultrasound"
    page.says("[Moraska and colleagues, {}]", year("Moraska2015"))


def the_rule(page):
    row = FINDINGS["lu2022-pressure-tenderness"]
    page.says("the map repeats that: {} rows", len(some(rated_by="source")))
    page.says("For the other {} the course team", len(some(rated_by="course")))
    page.says("Over {:.0f}% counts", MUCH_SPREAD)
    page.says("One trial, fewer than {} people", FEW_PEOPLE)
    assert row.down == ("risk of bias", "inconsistency")
    page.says("I² is {:.0f}%, which is over {:.0f}.", row.i2, MUCH_SPREAD)
    page.says("{} people are not fewer than {}, and {} trials", row.people, FEW_PEOPLE, row.trials)
    massage = FINDINGS["moraska2015-massage-headache-frequency"]
    assert massage.down == ("imprecision", "imprecision")
    page.says(
        "**Moraska {}** goes two steps down for imprecision: it is one trial, "
        "and its {} people are fewer than {}",
        year("Moraska2015"),
        massage.people,
        FEW_PEOPLE,
    )
    movement = FINDINGS["wu2021-release-back-movement"]
    assert (len(movement.down), movement.certainty) == (3, "very low")
    page.says("**Wu {}**, movement", year("Wu2021"))
    page.says("Its I² is {:.0f}%", movement.i2)
    assert len(FINDINGS["aguilera2009-pressure-tenderness"].down) == 4
    assert len(LEVELS) == 4  # so the fourth step has nowhere to go
    page.says("**Aguilera {}**", year("Aguilera2009"))
    assert FINDINGS["lewit1984-stretch-pain"].design == "series"
    page.says("**Lewit and Simons {}**", year("LewitSimons1984"))
    (kept,) = some(certainty="moderate", rated_by="course")
    assert kept.id == "vickers2018-acupuncture-pain-sham"
    page.says("**Vickers {}**", year("Vickers2018"))
    assert set(kept.spared) == {"risk of bias", "imprecision"}  # "two steps less"
    first = EVIDENCE.references["Vickers2012"].finding.partition("; against no")[0]
    sham = [[float(end) for end in ends] for ends in re.findall(r"(0\.\d+)[^(]*\((.*?) to (.*?)\)", first)]
    assert len(sham) == 3
    reach = {round(high - middle, 1) for middle, _, high in sham}
    page.says("the intervals reached about {} to each side", *reach)


def disagreement(page):
    pairs = {frozenset((one.id, other)) for one in ROWS for other in one.disagrees}
    both = [tuple(FINDINGS[one] for one in pair) for pair in pairs]
    page.says("{} of the {} rows point", sum(bool(one.disagrees) for one in ROWS), len(ROWS))
    page.says("That makes {} pairs", len(pairs))
    page.says("In {} of them both rows are from one", sum(one.cite == other.cite for one, other in both))
    page.says(
        "In {} of the {} pairs the comparison differs, in {} the outcome",
        sum(one.against != other.against for one, other in both),
        len(pairs),
        sum(one.outcome != other.outcome for one, other in both),
    )
    wu, other = "wu2021-release-back-pain", "release2021-back-pain"
    page.says('{:.2f} ({:.2f} to {:.2f}) says "better"', *ends(wu))
    page.says('{:.2f} ({:.2f} to {:.2f}) says "no clear difference"', *ends(other))
    page.says("overlap, from {:.2f} to {:.2f}. One stops short of 0", ends(other)[1], ends(wu)[2])
    page.says("[Wu and colleagues, {}]", year("Wu2021"))
    page.says("[Chen and colleagues, {}]", year("MyofascialRelease2021"))
    gattie, sanchez = "gattie2017-needling-pain-later", "sanchez2021-needling-pain-later"
    page.says("After {}: {:.2f} ({:.2f} to {:.2f}).", FINDINGS[gattie].when, *ends(gattie))
    page.says("After {}: {:.2f} ({:.2f} to {:.2f})", FINDINGS[sanchez].when, *ends(sanchez))
    inside = ends(sanchez)[2] - ends(gattie)[1]
    assert inside > 0.5 * (ends(gattie)[2] - ends(gattie)[1])  # "most of the first lies within it"
    page.says("[Gattie and colleagues, {}]", year("Gattie2017"))
    page.says("[Sánchez-Infante and colleagues, {}]", year("SanchezInfante2021"))
    page.says("Pain: {:.2f} ({:.2f} to {:.2f}). What people", *ends("denneny2019-pressure-pain"))
    page.says("can do: {:.2f} ({:.2f} to {:.2f}). One review", *ends("denneny2019-pressure-function"))
    page.says("[Denneny and colleagues, {}]", year("Denneny2019"))
    for pair in (
        (wu, other),
        (gattie, sanchez),
        ("denneny2019-pressure-pain", "denneny2019-pressure-function"),
    ):
        assert frozenset(pair) in pairs
    backs = some(design="guideline", modality="massage", condition="low-back-pain")
    advice = {one.id: one.result for one in backs}
    assert advice == {
        "who2023-massage-back": "advised",
        "nice2016-massage-back": "advised",
        "kngf2021-massage-back": "advised",
        "acp2017-massage-acute-back": "advised",
        "acp2017-massage-chronic-back": "left out",
    }


def not_known(page):
    filled = {(one.modality, one.condition) for one in ROWS}
    page.says(
        "{} treatments and {} conditions make {} places. {} of them have at least one row. The other {} are",
        len(EVIDENCE.terms.modality),
        len(EVIDENCE.terms.condition),
        PLACES,
        len(filled),
        PLACES - len(filled),
    )
    heel, pelvic, migraine = (some(condition=one) for one in ("heel-pain", "pelvic-pain", "migraine"))
    assert {one.modality for one in heel} == {"dry-needling"}
    assert [(one.modality, one.against_words) for one in pelvic] == [("injection", "compression by hand")]
    assert {(one.modality, one.cite) for one in migraine} == {
        ("trigger-point-pressure", "FalsiroliMaistrello2018")
    }
    page.says("**Heel pain:** {} rows", len(heel))
    page.says("**Pelvic pain:** {} row.", len(pelvic))
    page.says("**Migraine:** {} rows", len(migraine))
    unknown = [one for one in ROWS if one.result == "not known"]
    none = [one for one in ROWS if "not studied" in one.down]
    page.says("no clear difference:** {} rows", unclear(ROWS))
    page.says('{} rows say "not known". For {} of them too little', len(unknown), len(none))
    assert "cheatham2015-self-treatment-pain" in {one.id for one in none} <= {one.id for one in unknown}
    page.says("is one of the {} ", len(none))


def what_it_means(page):
    page.says(
        "Nothing on the map is rated high: {} rows are moderate, {} low, {} very low",
        *(sure(level) for level in LEVELS[1:]),
    )
    hands = some(modality=HANDS)
    surest = [one for one in hands if one.certainty == "moderate"]
    neck = [one for one in surest if (one.condition, one.result) == ("neck-pain", "no clear difference")]
    assert {one.against_words for one in neck} == {"dummy massage"}
    (back,) = (one for one in surest if one not in neck)
    assert (back.id, back.result) == ("skelly2018-massage-back-function", "better")
    page.says(
        "Of the {} rows about work by hand {} are moderate: {} of them find probably little or no difference "
        "from a dummy massage in neck pain, and {} finds",
        len(hands),
        len(surest),
        len(neck),
        len(surest) - len(neck),
    )
    split = sum(bool(one.disagrees) for one in ROWS)
    assert split > len(ROWS) / 2
    page.says("More than half of all rows, {} of {}, have", split, len(ROWS))
    filled = {(one.modality, one.condition) for one in ROWS}
    page.says("{} of {} places are empty", PLACES - len(filled), PLACES)


def sources(page):
    cited = [EVIDENCE.references[key] for key in SOURCES]
    page.says(
        "{} of the {} sources have a link", sum(bool(citation(one)["url"]) for one in cited), len(cited)
    )
    page.says(
        "{} of the records are checked, {} in part",
        *(sum(one.verified == state for one in cited) for state in ("yes", "partly")),
    )
    page.says("The ratings** of {} rows are ours", len(some(rated_by="course")))


def your_turn(page):
    pressure = FINDINGS["falsiroli2018-pressure-headache-frequency"]
    page.says(
        "{} trials: {:.1f} fewer attacks a month ({:.2f} to {:.2f})", pressure.trials, *minus(pressure.id)
    )
    massage, felt = (FINDINGS[f"moraska2015-massage-headache-{end}"] for end in ("frequency", "improved"))
    assert (felt.result, felt.certainty) == ("better", "very low")
    page.says("against a switched-off device, {} people: no clear", massage.people)
    relaxed, structural = (
        FINDINGS[f"cherkin2011-{kind}-back-function"] for kind in ("relaxation", "structural")
    )
    assert relaxed.when == structural.when == "10 weeks"
    assert relaxed.certainty == structural.certainty == "low"
    page.says("usual care, {} people: {:.1f} points less", relaxed.people, relaxed.effect.estimate)
    page.says("after {} ({:.1f} to {:.1f})", relaxed.when, *ends(relaxed.id)[1:])
    page.says("in that trial: {:.1f} points ({:.1f} to {:.1f})", *ends(structural.id))
    review = FINDINGS["skelly2018-massage-back-function"]
    assert review.certainty == "moderate"
    assert "little evidence beyond a year" in review.note
    assert FINDINGS["furlan2015-massage-acute-back-function"].result == "no clear difference"
    page.says("All {} rows are about dry needling", len(some(condition="heel-pain")))


def test_the_vignettes_name_every_row_that_their_filters_leave(page):
    shown = {
        "headache": some(modality="massage", condition="headache", outcome="headache-frequency")
        + some(modality="trigger-point-pressure", condition="headache", outcome="headache-frequency"),
        "back": some(modality="massage", condition="low-back-pain", outcome="function"),
    }
    for rows in shown.values():
        for row in rows:
            assert f'href="#finding-{row.id}"' in page.text, row.id


def test_every_link_to_a_row_leads_to_one(page):
    linked = re.findall(r'href="#finding-([^"]+)"', page.text)
    assert linked
    assert set(linked) <= set(FINDINGS)

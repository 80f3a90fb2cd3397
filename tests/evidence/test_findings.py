"""The findings of the evidence map, held to the records of their sources and to the written rule."""

import re
from itertools import combinations

import pytest

from triggerpoints import Evidence
from triggerpoints.evidence import CONCERNS, RULE_CITES
from triggerpoints.evidence._certainty import FEW_PEOPLE

EVIDENCE = Evidence()
FINDINGS = list(EVIDENCE.findings.values())
NUMBER = re.compile(r"(?<![\w.])-?\d+(?:,\d{3})*(?:\.\d+)?")
WORKED_OUT = {  # numbers of a note that the source does not print, with the arithmetic
    "linde2016-acupuncture-headache-sham": {48 - 17, 52 - 43},
    "navarro2020-needling-neck-tenderness": {round(55.48 / 98.0665, 2)},  # kPa in a kg on a square centimetre
    "tough2009-needling-pain": {round((-5.81 + 33.99) / 2, 2)},
}


def numbers(text):
    return [float(found.replace(",", "")) for found in NUMBER.findall(text.replace("−", "-"))]


def printed(finding):
    """The numbers that the reference of ``finding`` prints, an interval written as a-b taken apart."""
    text = EVIDENCE.references[finding.cite].finding
    return {abs(number) for number in numbers(re.sub(r"(?<=\d)-(?=\d)", " to ", text))}


def test_every_treatment_condition_and_outcome_has_a_finding_or_a_trial():
    for field in ("modality", "condition", "outcome"):
        found = {getattr(finding, field) for finding in FINDINGS}
        tried = {getattr(trial, field, None) for trial in EVIDENCE.trials.values()} - {None}
        assert found | tried == set(EVIDENCE.terms.of(field))


def test_findings_come_from_work_that_was_read_and_not_retracted():
    for finding in FINDINGS:
        reference = EVIDENCE.references[finding.cite]
        assert reference.verified in ("yes", "partly")
        assert not reference.retracted
        assert reference.seen != "bibliographic", finding.id


@pytest.mark.parametrize("finding", [one for one in FINDINGS if one.effect], ids=lambda one: one.id)
def test_an_effect_is_printed_in_the_record_of_its_source(finding):
    effect = finding.effect
    wanted = {abs(effect.estimate), abs(effect.low), abs(effect.high)}
    wanted |= {finding.i2} if finding.i2 else set()
    assert wanted <= printed(finding)
    if finding.measure in ("RR", "OR"):
        assert effect.low > 0


@pytest.mark.parametrize("finding", FINDINGS, ids=lambda one: one.id)
def test_the_numbers_in_the_words_come_from_the_source(finding):
    known = printed(finding)
    known |= {round(number) for number in known} | {round(number, -1) for number in known} | {10, 100}
    known |= WORKED_OUT.get(finding.id, set())
    text = re.sub(
        r"\b[A-Z]\w+ (?:19|20)\d\d|in (?:November|October) 20\d\d", "", finding.words + finding.note
    )
    assert [number for number in map(abs, numbers(text)) if number not in known] == []


@pytest.mark.parametrize("finding", [one for one in FINDINGS if one.people], ids=lambda one: one.id)
def test_the_people_are_those_of_the_source(finding):
    known = printed(finding)
    sums = {a + b for a, b in combinations(known, 2)} | {a * b for a, b in combinations(known, 2)}
    assert finding.people in known | sums


@pytest.mark.parametrize("finding", [one for one in FINDINGS if one.effect], ids=lambda one: one.id)
def test_an_interval_that_is_not_centred_is_spoken_of(finding):
    if finding.measure in ("SMD", "MD"):
        effect = finding.effect
        width = effect.high - effect.low
        if abs((effect.low + effect.high) / 2 - effect.estimate) > 0.04 * width:
            assert "interval" in finding.note


@pytest.mark.parametrize("cite", sorted({one.cite for one in FINDINGS if one.design == "review"}))
def test_rows_of_one_review_with_one_count_say_whose_it_is(cite):
    """The same trials and people beside two results are those of the whole review, and say so."""
    counts = [(one.trials, one.people, one.whole) for one in FINDINGS if one.cite == cite and one.people]
    for trials, people, whole in counts:
        same = [count for count in counts if count[:2] == (trials, people)]
        assert whole or len(same) == 1 or trials == 1, (trials, people)


def test_the_source_rates_in_its_own_word_and_the_course_names_what_it_counts():
    for finding in FINDINGS:
        if finding.rated_by == "source":
            assert finding.certainty in finding.why, finding.id
        if "not studied" not in finding.down and finding.rated_by == "course":
            if finding.people and finding.people < 400:
                assert str(finding.people) in finding.why, finding.id
            if finding.i2 and finding.i2 > 50:
                assert "disagree" in finding.why or "I²" in finding.why, finding.id


def test_a_trial_is_the_same_in_the_map_and_in_its_own_record():
    trials = {trial.cite: trial for trial in EVIDENCE.trials.values()}
    for finding in (one for one in FINDINGS if one.cite in trials):
        trial = trials[finding.cite]
        people = trial.randomised or finding.people  # the record leaves it open where it was not read
        wanted = trial.modality, trial.condition, trial.against, people
        assert (finding.modality, finding.condition, finding.against, finding.people) == wanted, finding.id
        differences = [result.difference for result in trial.results if result.difference]
        if finding.effect and finding.measure == "MD" and differences:
            ends = [{abs(one.estimate), abs(one.low), abs(one.high)} for one in differences]
            effect = finding.effect
            assert {abs(effect.estimate), abs(effect.low), abs(effect.high)} in ends, finding.id


def test_the_known_contradictions_are_in_the_map_with_both_sides():
    for one, other in [
        ("tough2009-needling-pain", "toughwhite2011-needling-pain"),
        ("denneny2019-pressure-pain", "denneny2019-pressure-function"),
        ("gattie2017-needling-pain", "gattie2017-needling-pain-later"),
        ("liu2018-needling-back-pain", "hu2018-needling-back-pain-other"),
        ("who2023-needling-back", "nice2016-acupuncture-back"),
        ("who2023-massage-back", "acp2017-massage-chronic-back"),
        ("zhang2019-acupuncture-fibromyalgia-pain", "langhorst2010-acupuncture-fibromyalgia-pain"),
    ]:
        assert other in EVIDENCE.findings[one].disagrees
        assert EVIDENCE.findings[one].note or EVIDENCE.findings[other].note


def test_the_rule_has_its_sources_and_explains_every_concern():
    assert set(RULE_CITES) <= set(EVIDENCE.references)
    assert {concern for finding in FINDINGS for concern in finding.down} <= set(CONCERNS)


def test_a_finding_in_words_says_its_verdict():
    assert EVIDENCE.findings["gross2024-massage-neck-pain"].result == "no clear difference"
    assert EVIDENCE.findings["gross2024-massage-whiplash-pain"].result == "not known"
    assert EVIDENCE.findings["nice2016-acupuncture-back"].result == "left out"


def test_a_small_whole_review_owes_imprecision_once():
    reviews = [one for one in FINDINGS if one.design == "review" and one.whole]
    small = [one for one in reviews if one.people and one.people < FEW_PEOPLE]
    assert small
    assert {sum(owed.concern == "imprecision" for owed in one.owed) for one in small} == {1}

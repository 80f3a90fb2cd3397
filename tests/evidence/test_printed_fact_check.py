"""Every number of the fact-check, its claims and its questions is one of a source that is cited there."""

import re

import pytest
from printed import Page

from triggerpoints import Evidence
from triggerpoints.questions import practice_sets, read_items

EVIDENCE = Evidence()
NUMBER = re.compile(r"(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?")
DECIMAL = re.compile(r"\d+(?:\.\d+)?")
# The ends of a scale, and what something is counted in: no findings.
SCALES = {"C24": {"10"}, "C32": {"1,000", "100"}}
# Names of claims and red flags stand in brackets at the end of an explanation.
NAMES = re.compile(r"\(Claims? [^)]*\)")


def given(number, cite):
    """Whether a cited source's finding has ``number``, or a figure that rounds to it."""
    plain = number.replace(",", "")
    digits = len(plain.partition(".")[2])
    said = " ".join(EVIDENCE.references[key].finding for key in cite).replace(",", "")
    return any(plain in (figure, f"{float(figure):.{digits}f}") for figure in DECIMAL.findall(said))


def strange(text, cite, scales=frozenset()):
    return [number for number in NUMBER.findall(text) if number not in scales and not given(number, cite)]


@pytest.mark.parametrize("claim", EVIDENCE.claims.values(), ids=EVIDENCE.claims)
def test_a_claim_prints_no_number_that_its_sources_do_not_give(claim):
    assert strange(f"{claim.reason} {claim.say}", claim.cite, SCALES.get(claim.id, frozenset())) == []


def test_the_questions_explain_with_numbers_of_their_sources():
    items = read_items(practice_sets()["what-would-you-tell-the-client"]).item
    found = {item.id: strange(NAMES.sub("", item.explain), item.cite) for item in items}
    assert {name: numbers for name, numbers in found.items() if numbers} == {}


def test_a_number_from_nowhere_is_found():
    assert strange("Of 91 clients 10 in 100 told of it, and 37 of none.", ["Cambron2007"]) == ["37"]


def test_the_page_itself_has_years_of_sources_only():
    page = Page("book/fact_check.md")
    for key, name in {
        "Denneny2019": "Denneny and colleagues", "Gross2024": "Gross and colleagues",
        "Furlan2015": "Furlan and colleagues", "Quintner2015": "Quintner, Bove and Cohen",
        "Finucane2020": "Finucane and colleagues",
    }.items():  # fmt: skip
        page.says(f"[{name}, {{}}]", EVIDENCE.references[key].year)
    assert page.left_over() == []

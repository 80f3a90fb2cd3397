"""The numbers that pages print: what is found in a page made for it, and that the book is clean."""

from decimal import Decimal
from pathlib import Path

import pytest

from pages import ROOT, read_pages
from paragraphs import paragraphs
from printed_numbers import at_home, faults_of_numbers, known, numbers, statements
from triggerpoints.evidence import Evidence

SEEN = {"One2001": {Decimal("12.83"), Decimal("1054"), Decimal(6)}, "Two2002": {Decimal("0.452")}}


@pytest.fixture(scope="module")
def seen():
    return known(Evidence())


def faults(text, seen=SEEN):
    return list(faults_of_numbers("book/page.md", text, seen))


def test_numbers_are_read_without_signs_and_not_in_words():
    read = numbers("RF09 and P6: −0.28, 1,054 people, 2.5 kg/cm² (3.0 to 17.4), 48 of 100.")
    assert read == [Decimal(one) for one in ("0.28", "1054", "2.5", "3.0", "17.4", "48", "100")]


@pytest.mark.parametrize(
    ("printed", "home"),
    [
        ("12.83", True),
        ("12.8", True),  # rounded
        ("13", True),  # rounded
        ("12.9", False),
        ("6", True),
        ("6.0", True),
        ("95", True),  # the usual confidence stands in every paragraph
        ("7", False),
    ],
)
def test_a_number_is_at_home_where_a_record_has_it_also_rounded(printed, home):
    assert at_home(Decimal(printed), SEEN["One2001"]) is home


def test_a_small_whole_number_is_not_found_by_rounding():
    assert not at_home(Decimal(4), {Decimal("4.3"), Decimal("3.6")})


def test_a_number_that_no_cited_record_has_is_named_with_its_line_and_the_way_out():
    (fault,) = faults("# A\n\nIn 1,054 people 13 of 100, and 747 more {cite:p}`One2001`.\n")
    assert fault.startswith("book/page.md:3: 747 stands in no record of One2001")
    assert "% number: 747, the reason" in fault


def test_each_row_is_held_to_its_own_citation():
    table = "| A | B |\n| --- | --- |\n| 0.45 | {cite:p}`Two2002` |\n| 0.45 | {cite:p}`One2001` |\n"
    assert [fault.partition(": ")[0] for fault in faults(table)] == ["book/page.md:4"]
    captioned = f"```{{table}} Two values\n{table}```\n"
    assert [fault.partition(": ")[0] for fault in faults(captioned)] == ["book/page.md:5"]


def test_an_item_without_a_citation_is_held_to_what_leads_into_its_list():
    text = "As measured {cite:p}`Two2002`:\n\n- 0.45\n- 0.9 {cite:p}`One2001`\n- 0.99\n\nLater 0.77.\n"
    assert [fault.split(" stands")[0] for fault in faults(text)] == [
        "book/page.md:4: 0.9",
        "book/page.md:5: 0.99",
    ]


def test_an_admonition_is_read_and_a_heading_or_a_picture_is_not():
    text = (
        "## 40 years {cite:p}`One2001`\n\n:::{admonition} In short\n:class: tip\n\n"
        "41 {cite:p}`One2001`\n:::\n\n```{image} a.svg\n:alt: 42 {cite:p}`One2001`\n```\n"
    )
    assert [(one.line, one.text) for one in statements(text)] == [(6, "41")]


def test_an_exception_stands_with_its_reason_for_the_block_below_it():
    page = "% number: 2.5, the page that is linked\n% number: 10,000, computed\n\n"
    assert faults(f"{page}At 2.5, 4 in 10,000 {{cite:p}}`One2001`.\n\nAnd 2.5 {{cite:p}}`One2001`.\n") == [
        "book/page.md:4: 4 stands in no record of One2001; correct it, cite its source, or put "
        "'% number: 4, the reason' above: 'At 2.5, 4 in 10,000.'",
        "book/page.md:6: 2.5 stands in no record of One2001; correct it, cite its source, or put "
        "'% number: 2.5, the reason' above: 'And 2.5.'",
    ]


def test_an_exception_without_a_reason_or_without_a_need_does_not_stand():
    assert "7 stands in no record" in faults("% number: 7\n\n7 people {cite:p}`One2001`.\n")[0]
    assert faults("% number: 6, counted here\n\n6 people {cite:p}`One2001`.\n") == [
        "book/page.md:1: nothing below needs the exception for 6; take it away."
    ]


def test_both_kinds_of_comment_can_stand_above_one_paragraph():
    text = "% uncited: the course's own\n% number: 7, counted here\n\nSeven or 7.\n"
    assert [one.reason for one in paragraphs("book/page.md", text)] == ["the course's own"]


def test_a_reference_has_the_numbers_of_its_finding_and_of_the_records_that_cite_it(seen):
    assert {Decimal("0.364"), Decimal(363), Decimal(2017)} <= seen["Rathbone2017"]
    tally = {Decimal(one.n) for one in Evidence().tallies if one.cite == "OrtegaSantiago2020"}
    assert tally <= seen["OrtegaSantiago2020"]


PAGES = [name for name in read_pages(ROOT) if name.endswith(".md")]


@pytest.mark.parametrize("name", PAGES)
def test_the_book_prints_no_number_without_a_home(name, seen):
    assert list(faults_of_numbers(name, Path(ROOT / name).read_text(encoding="utf-8"), seen)) == []

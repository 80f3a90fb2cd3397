"""The checks of the book's prose: what they find in a page made for them, and that the book is clean."""

import json
import re

import pytest

from chapters import CHAPTERS, faults_of_questions, faults_of_shape
from docs_check import sections_of_questions, uncited
from pages import ROOT, read_pages
from paragraphs import paragraphs
from reading_grade import HIGHEST, anatomy, grade, masked, sentences, syllables

PAGE = """---
reviewed: 2026-11-21
---
# A page

Cited {cite:p}`Lucas2009`.

:::{admonition} The answer in short
:class: tip

Not cited.
:::

## Two

% uncited: the course's own advice

Ask first.

As a page says ([a page](https://example.org)):

- one
- two

See [a sibling](other.md).

::::{dropdown} More
:::{claim} C07
:::
Inside.
::::

term
: what it means
"""


def found(text=PAGE, name="book/page.md"):
    return paragraphs(name, text)


def test_a_paragraph_knows_its_line_section_and_citation():
    seen = [(one.line, one.section, one.text, one.cited, one.reason) for one in found()]
    assert seen == [
        (6, "", "Cited.", True, ""),
        (11, "", "Not cited.", False, ""),
        (18, "Two", "Ask first.", False, "the course's own advice"),
        (20, "Two", "As a page says (a page):", True, ""),
        (22, "Two", "one", True, ""),
        (23, "Two", "two", True, ""),
        (25, "Two", "See a sibling.", False, ""),
        (30, "Two", "Inside.", False, ""),
        (34, "Two", "what it means", False, ""),
    ]


def test_a_notebook_is_read_cell_by_cell():
    cells = [
        {"cell_type": "markdown", "source": ["# A\n", "\n", "One.\n"]},
        {"cell_type": "code", "source": ["1 + 1"]},
        {"cell_type": "markdown", "source": ["Two {cite:p}`Lucas2009`."]},
    ]
    read = found(json.dumps({"cells": cells}), "notebooks/page.ipynb")
    assert [(one.cell, one.line, one.text, one.cited) for one in read] == [
        (1, 3, "One.", False),
        (3, 1, "Two.", True),
    ]


def test_what_cites_nothing_is_named_with_its_line_and_reasons_are_listed(capsys):
    faults = list(uncited({"book/page.md": found()}))
    assert [fault.partition(": ")[0] for fault in faults] == [
        f"book/page.md:{line}" for line in (11, 25, 30, 34)
    ]
    assert "book/page.md:18: the course's own advice" in capsys.readouterr().out


def test_hard_prose_is_hard_and_masked_anatomy_is_less_so():
    hard = "The sternocleidomastoideus participates considerably in contralateral cervical rotation. " * 20
    said = sentences(found(hard))
    terms = anatomy(["Sternocleidomastoideus", "of"])
    assert terms == {"sternocleidomastoideus"}
    assert grade(said) > HIGHEST > grade(sentences(found("The pain is real. Press it and stop. " * 20)))
    assert grade(masked(said, terms)) < grade(said)
    assert len(said) == 20


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "the pain Asked scales whole comes breathes used 48"),
        (2, "people muscle Only needles treated places someone careful client being trial taut-band"),
        (3, "evidence area idea theory massages safety therapist"),
        (4, "emergency mechanism diagnosis trapezius"),
    ],
)
def test_syllables_are_those_that_are_heard(count, words):
    assert {word: syllables(word) for word in words.split()} == dict.fromkeys(words.split(), count)


def test_the_grade_is_that_of_its_formula():
    said = [["Press", "the", "muscle"] * 20, ["Stop"] * 40]
    assert grade(said) == round(0.39 * 100 / 2 + 11.8 * 120 / 100 - 15.59, 1)


def test_a_chapter_without_its_parts_is_told_which():
    faults = faults_of_shape("book/page.md", PAGE)
    assert any("'## Key points'" in fault for fault in faults)
    assert any("0 numbered aims" in fault for fault in faults)
    assert not any("The answer in short" in fault for fault in faults)


ASKED = """(one)=
## Part one
### Inside
:::{quiz} s
:only: a b
:::
## Test yourself
:::{quiz} s
:rest:
:::
"""


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("", "", None),
        ("### Inside\n", "## Two\n", "a does not stand in its section"),
        (":only: a b", ":only: a nobody", "nobody does not stand"),
        (":only: a b", ":only: a", "1 questions stand inside the text"),
        (":rest:\n", "", "stands the :rest: of s"),
        ("Test yourself", "Key points", "stands the :rest: of s"),
    ],
)
def test_questions_stand_inside_the_text_and_in_their_sections(old, new, fault):
    sets = {"s": {"a": "one", "b": "inside", "c": "part-one", "d": "inside"}}
    found = " ".join(faults_of_questions("page", ASKED.replace(old, new), sets))
    assert fault in found if fault else found == ""


@pytest.mark.parametrize("name", CHAPTERS)
def test_each_chapter_has_its_shape_and_cites(name):
    page = f"book/{name}.md"
    text = (ROOT / page).read_text(encoding="utf-8")
    assert faults_of_shape(page, text) == []
    assert list(faults_of_questions(page, text, sections_of_questions())) == []
    assert list(uncited({page: paragraphs(page, text)})) == []


def test_chapters_stand_in_the_order_of_the_contents():
    listed = re.findall(r"- file: book/(\w+)$", (ROOT / "_toc.yml").read_text(encoding="utf-8"), re.M)
    assert [name for name in listed if name in CHAPTERS] == list(CHAPTERS)


def test_no_page_is_hard_to_read():
    grades = {name: grade(sentences(paragraphs(name, text))) for name, text in read_pages(ROOT).items()}
    assert len(grades) > len(CHAPTERS)
    assert {name: one for name, one in grades.items() if one > HIGHEST} == {}

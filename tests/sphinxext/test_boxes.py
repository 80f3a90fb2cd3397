"""Boxes look like what they mean, and tables of sentences are cards where it is narrow."""

import re

BOXES = """\
:::{admonition} The answer in short
:class: tip

The pain is **real**.
The cause is disputed.
:::

:::{admonition} How sure are we?
:class: important

Low.
:::

:::{admonition} Do this now
:class: seealso

Press.
:::

:::{important}
Call.
:::
"""
WORDS = "a sentence that is longer than forty letters"
TABLES = f"""\
| Client | Say | Why |
| --- | --- | --- |
| **Ann** | {WORDS} | no |

| kg | kPa |
| --- | --- |
| 1 | 98 |

| What you see on the page | What to do |
| --- | --- |
| No questions appear below the cell | {WORDS} |

| Word | Meaning |
| --- | --- |
| Low | {WORDS} |

:::{{admonition}} How sure are we?
| Statement | How sure |
| --- | --- |
| It helps | low |
:::
"""


def test_a_judgement_is_no_warning_and_a_task_no_summary(build):
    page = build(index=BOXES).page()
    assert re.findall(r'<div class="([^"]*admonition[^"]*)"', page) == [
        "tip tp-short admonition",
        "tp-how-sure admonition",
        "tp-do-now admonition",
        "admonition important",
    ]


def test_a_short_answer_has_the_lines_of_its_author(build):
    page = build(index=BOXES).page()
    assert "<p>The pain is <strong>real</strong>.</p>\n<p>The cause is disputed.</p>" in page


def test_only_a_table_of_sentences_becomes_cards(build):
    page = build(index=TABLES).page()
    places = re.findall(r'(<div class="tp-words[^>]*>\s*)?(?:<div[^>]*>\s*)?<table', page)
    assert [bool(place) for place in places] == [True, False, True, False, True]
    assert re.findall(r'data-label="([^"]*)"', page) == ["Say", "Why", "What to do", "How sure"]

"""The fact-check: every claim with what was found, counted from the data, whole without a script."""

import html
import re
import tomllib
from collections import Counter
from typing import get_args

import pytest
from page_text import words_of

from triggerpoints.evidence import DATA, Evidence, Topic
from triggerpoints.questions import practice_sets, read_items
from triggerpoints.sphinxext._facts import anchor, slug

CLAIMS = Evidence().claims
PAGE = """
```{fact-check} answer
```

## The claims

```{fact-check} claims
```

## After them

```{toctree}
other
```

```{bibliography}
```
"""
NUMBER = re.compile(r"\d+(?:\.\d+)?")
PARTS = {
    "supported": "hold as they stand",
    "partly supported": "hold in part",
    "contested": "are contested",
    "unsupported": "found no support",
    "wrong": "are wrong",
}


@pytest.fixture(scope="module")
def verdicts():
    """How many claims have which verdict, read from the files without the course's own code."""
    records = [
        one for path in DATA.glob("claims/*.toml") for one in tomllib.loads(path.read_text("utf-8"))["claim"]
    ]
    assert len(records) == 59
    return Counter(one["verdict"] for one in records)


def test_the_page_has_every_claim_and_counts_them(build, verdicts):
    """One build for all: each check names what it looks at."""
    built = build(index=PAGE, other="```{claim} C07\n```")
    assert built.warnings == ""
    page = built.page()
    the_answer_counts(page, verdicts)
    the_table_counts(page, verdicts)
    each_claim_says_all_there_is(page)
    topics_are_sections_in_the_order_of_teaching(built)
    assert '<div class="tp-fact-bar" data-total="59" hidden>' in page
    assert "triggerpoints/facts.js" in page and "fact_check.css" in page
    other = built.page("other.html")
    assert "facts.js" not in other and "fact_check.css" not in other
    link = re.search(r'<a class="reference internal" href="([^"]+)"><span[^>]*>Claim C07</span></a>', other)
    assert link[1] == "index.html#claim-c07"


def the_answer_counts(page, verdicts):
    answer = words_of(re.search(r"<strong>(Of the 59 claims.*?)</strong>", page, re.S)[1])
    found = {
        verdict: re.search(rf"(\d+)(?: we)? {re.escape(words)}", answer) for verdict, words in PARTS.items()
    }
    assert {verdict: int(match[1]) for verdict, match in found.items()} == verdicts


def the_table_counts(page, verdicts):
    made = re.search(r'<table class="[^"]*tp-fact-summary.*?</table>', page, re.S)[0]
    heads = [words_of(head) for head in re.findall(r'<th scope="col".*?</th>', made, re.S)]
    assert heads == ["Topic", "Claims", "Verdicts"]
    every, *topics = re.findall(r"<tr.*?</tr>", made.split("<tbody>")[1], re.S)
    assert counts(every) == (59, dict(verdicts))
    for topic, row in zip(get_args(Topic), topics, strict=True):
        own = [claim.verdict for claim in CLAIMS.values() if claim.topic == topic]
        assert f'href="#topic-{slug(topic)}"' in row and f'<section id="topic-{slug(topic)}">' in page
        assert counts(row) == (len(own), dict(Counter(own)))
        assert f'data-choice="topic={slug(topic)}&amp;verdict={slug(own[0])}"' in row


def counts(row):
    """How many claims a row says there are, and how many of which verdict."""
    every, parts = (words_of(cell) for cell in re.findall(r"<td.*?</td>", row, re.S))
    return int(every), {verdict: int(count) for verdict, count in re.findall(r"([a-z ]+?) ?: (\d+) ?", parts)}


def each_claim_says_all_there_is(page):
    facts = re.findall(r"<article.*?</article>", page, re.S)
    assert len(facts) == 59
    for fact in facts:
        claim = CLAIMS[re.search(r'href="#claim-(c\d\d)"', fact)[1].upper()]
        name = anchor(claim.id)
        assert f'id="{name}" aria-labelledby="{name}-text"' in fact and f'id="{name}-text"' in fact
        assert f'data-topic="{slug(claim.topic)}" data-verdict="{slug(claim.verdict)}"' in fact
        assert f'data-called="{claim.id}, {claim.verdict}: {html.escape(claim.text)}"' in fact
        assert f'<h4 class="tp-fact-title" id="{name}-text">' in fact
        said = words_of(fact)
        for words in (claim.id, claim.text, claim.reason, claim.say, claim.certainty):
            assert words_of(words) in said, (claim.id, words)
        mark = re.search(r'<strong class="tp-verdict-mark tp-verdict-([a-z-]+)">([^<]+)</strong>', fact)
        assert (mark[1], mark[2]) == (slug(claim.verdict), claim.verdict)
        cited = re.findall(r'<a class="reference internal" href="#(id\d+)"', fact)
        assert len(cited) == len(claim.cite) and all(f'id="{one}"' in page for one in cited)


def topics_are_sections_in_the_order_of_teaching(built):
    toc = built.env.tocs["index"].astext()
    places = [toc.index(topic) for topic in get_args(Topic)]
    assert places == sorted(places)
    assert toc.index("After them") > places[-1]
    order = re.findall(r'data-topic="([^"]+)"', built.page())
    assert list(dict.fromkeys(order)) == [slug(topic) for topic in get_args(Topic)]


def test_other_builders_print_the_claims_in_words(build):
    printed = build("text", index="```{fact-check} claims\n```").page("index.txt")
    said = "".join(printed.split())
    for claim in CLAIMS.values():
        for words in (f"{claim.id} {claim.text}.", claim.reason, claim.say):
            assert "".join(words.split()) in said
    assert "Findaclaim" not in said


def test_a_claim_without_the_page_is_words_without_a_link(build):
    built = build(index="```{claim} C07\n```\n\n```{bibliography}\n```")
    assert built.warnings == ""
    assert "Claim C07" in built.page() and "#claim-c07" not in built.page()


def test_an_unknown_part_names_the_parts(build):
    warnings = build(index="```{fact-check} claim\n```").warnings
    assert "There is no part 'claim'; did you mean claims?" in warnings


def test_each_question_for_a_client_is_built_on_claims_of_the_page():
    items = read_items(practice_sets()["what-would-you-tell-the-client"]).item
    assert len(items) >= 20
    for item in items:
        named = set(re.findall(r"\bC\d\d\b", item.explain))
        assert named <= set(CLAIMS)
        assert item.section.removeprefix("claim-").upper() in named
        assert set(item.cite) & {key for claim in named for key in CLAIMS[claim].cite}, item.id


def test_every_number_of_an_explanation_is_in_a_source():
    references = Evidence().references
    for item in read_items(practice_sets()["what-would-you-tell-the-client"]).item:
        named = re.findall(r"\bC\d\d\b", item.explain)
        keys = {*item.cite, *(key for claim in named for key in CLAIMS[claim].cite)}
        read = {float(one) for key in keys for one in NUMBER.findall(references[key].finding)}
        said = [item.explain, *(option.feedback for option in getattr(item, "options", ()))]
        for written in NUMBER.findall(re.sub(r"\b(C|RF)\d\d\b", "", " ".join(said))):
            decimals = len(written.partition(".")[2])
            known = {round(one, decimals) for one in read} | {0, 1, 10, 100}  # the ends of scales
            assert float(written) in known, (item.id, written)

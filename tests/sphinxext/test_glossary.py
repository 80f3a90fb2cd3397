"""Glossary terms: the first mention of each on a page, once, leads to the glossary and has the definition."""

import re

import pytest

GLOSSARY = """:::{glossary}
latent trigger point
latent
  A point that is tender, but not with the client's own pain.

kappa
  Agreement beyond luck.

taut band (of muscle)
  A tighter strand.

SOAP
  A note in four parts.

algometer
  Only in the title of a paper that the page lists.
:::
"""
PAGE = """Wash with soap, then write SOAP notes.

A latent trigger point is latent. Taut bands are tight; `kappa` is code.

[kappa](https://example.org) has a link. Kappa & its limits: kappa.

| Kappa | Taut band |
| --- | --- |
| kappa | taut band |

## Kappa

:::{claim} C07
:::
"""


@pytest.fixture(scope="module")
def built(project):
    pages = {"words": GLOSSARY, "none": "Nothing to explain."}
    with project(
        index=PAGE + "\n```{toctree}\nwords\nnone\n```\n\n```{bibliography}\n:all:\n```\n", **pages
    ) as made:
        yield made


def test_the_first_mention_of_a_term_and_no_other_leads_to_the_glossary(built):
    assert built.warnings == ""
    links = re.findall(
        r'<a class="[^"]*tp-term" href="([^"]+)" aria-describedby="([^"]+)">([^<]+)</a>', built.page()
    )
    assert links == [
        ("words.html#term-SOAP", "tip-term-SOAP", "SOAP"),
        ("words.html#term-latent-trigger-point", "tip-term-latent-trigger-point", "latent trigger point"),
        ("words.html#term-taut-band-of-muscle", "tip-term-taut-band-of-muscle", "Taut bands"),
        ("words.html#term-kappa", "tip-term-kappa", "Kappa"),
    ]


def test_the_definitions_are_in_the_page_and_the_script_only_where_they_are(built):
    html = built.page()
    assert '<p id="tip-term-kappa">Agreement beyond luck.</p>' in html
    assert "the client's own pain" in html.replace("&#x27;", "'").replace("’", "'")
    assert "terms.js" in html
    assert "terms.js" not in built.page("none.html")
    assert "tp-term" not in built.page("words.html"), "the glossary does not explain itself"

import re
from typing import get_args

import pytest
from pybtex.database import parse_string

from triggerpoints import Evidence
from triggerpoints._records import ContentError
from triggerpoints.evidence import Reference, Topic, bibtex

REFERENCE = """
[[reference]]
key = "A2020"
authors = ["Smith JA"]
year = 2020
title = "A title"
journal = "A Journal"
kind = "RCT"
finding = "Something was found."
verified = "yes"
seen = "the abstract"
"""
CLAIM = """
[[claim]]
id = "C01"
text = "A claim"
article = "first"
topic = "Risks"
verdict = "supported"
reason = "Because."
say = "I say so."
certainty = "high"
cite = ["A2020"]
"""


@pytest.fixture
def folder(tmp_path):
    for name, text in {"references/a.toml": REFERENCE, "claims/a.toml": CLAIM}.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text)
    return tmp_path


def test_the_course_has_its_59_claims_each_with_known_citations():
    evidence = Evidence()
    assert sorted(evidence.claims) == [f"C{number:02}" for number in range(1, 60)]
    assert all(claim.cite for claim in evidence.claims.values())
    assert {claim.topic for claim in evidence.claims.values()} == set(get_args(Topic))


SCALES = {0, 1, 10, 100}  # ends of a scale, and "in 100"
SHARE = re.compile(r"(\d+) (?:in|of) (100|1,000|10,000)\b")
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def numbers(text):
    """The numbers of a text as they are written, thousands without a comma."""
    return {found.replace(",", "") for found in NUMBER.findall(text)}


@pytest.mark.parametrize("claim", Evidence().claims.values(), ids=lambda claim: claim.id)
def test_every_number_of_a_reason_is_in_a_source_that_it_cites(claim):
    sources = [Evidence().references[key] for key in claim.cite]
    read = [float(one) for source in sources for one in numbers(f"{source.finding} {source.title}")]
    shares = [(int(part), int(whole.replace(",", ""))) for part, whole in SHARE.findall(claim.reason)]
    for part, whole in shares:
        assert any(round(percent * whole / 100) == part for percent in read), f"{part} of {whole}"
    for written in numbers(SHARE.sub("", claim.reason)):
        decimals = len(written.partition(".")[2])
        known = {round(one, decimals) for one in read} | SCALES
        assert float(written) in known, f"{written}: correct it, or the finding of the reference"


def test_retracted_work_is_marked_and_never_cited_by_a_claim():
    evidence = Evidence()
    retracted = {key for key, reference in evidence.references.items() if reference.retracted}
    assert retracted == {"Mehdikhani2012RETRACTED"}
    assert not retracted & {key for claim in evidence.claims.values() for key in claim.cite}


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        (
            "claims/a.toml",
            '"A2020"',
            '"B2020"',
            r"a.toml: C01 cites 'B2020', which is not in references; did you mean 'A2020'",
        ),
        (
            "claims/a.toml",
            '"supported"',
            '"true"',
            r"a.toml: Invalid enum value 'true', in claim 'C01' verdict",
        ),
        (
            "claims/a.toml",
            'text = "A claim"',
            'text = "A claim."',
            r"a.toml: claim 'C01': the text of a claim has no full stop",
        ),
        ("claims/a.toml", '"I say so."', '"I say so"', r"a.toml: claim 'C01': 'say' is whole sentences"),
        ("claims/a.toml", '["A2020"]', "[]", r"a.toml: .* in claim 'C01' cite"),
        (
            "references/a.toml",
            'seen = "the abstract"',
            "",
            r"a.toml: .*missing required field `seen`.*'A2020'",
        ),
        (
            "references/a.toml",
            "year = 2020",
            'year = "2020"',
            r"Expected a whole number, got text in quotation marks, in reference 'A2020' year",
        ),
        (
            "references/a.toml",
            'seen = "the abstract"',
            'seen = "x"\nretracted = true',
            r"cites 'A2020', which was ret",
        ),
        (
            "references/a.toml",
            'authors = ["Smith JA"]\n',
            "",
            r"reference 'A2020': it has neither authors nor",
        ),
        (
            "references/a.toml",
            "year = 2020",
            'short = "A title"\nyear = 2020',
            r"reference 'A2020': it is cited by its authors or publisher; take 'short' out",
        ),
        ("references/a.toml", REFERENCE, REFERENCE * 2, r"'A2020' is there twice"),
        (
            "references/a.toml",
            'key = "A2020"',
            'key = "A2020',
            r"a.toml: .*line 3.*; check the quotes",
        ),
    ],
)
def test_bad_data_is_one_sentence_with_file_and_record(folder, file, old, new, sentence):
    path = folder / file
    path.write_text(path.read_text().replace(old, new))
    with pytest.raises(ContentError, match=sentence):
        Evidence(folder).claims  # noqa: B018 - it is read when it is asked for


def test_a_missing_file_is_named(folder):
    (folder / "claims" / "a.toml").unlink()
    with pytest.raises(ContentError, match=r"claims: there is no \.toml file in it"):
        Evidence(folder).claims  # noqa: B018


def test_every_reference_becomes_one_bibtex_entry_with_its_authors():
    references = Evidence().references
    entries = parse_string(bibtex(references.values()), "bibtex").entries
    assert list(entries) == list(references)
    for key, reference in references.items():
        people = entries[key].persons.get("author", [])
        assert len(people) >= min(1, len(reference.authors))
        assert entries[key].fields["title"].strip("{}").replace("\\&", "&") == reference.title


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Smith JA", "de Vries B"), "Smith, J. A. and de Vries, B."),
        (("Smith JA", "et al."), "Smith, J. A. and others"),
        (("Mayoral del Moral O et al.",), "Mayoral del Moral, O. and others"),
        (("World Health Organization",), "{World Health Organization}"),
    ],
)
def test_authors_are_written_as_bibtex_reads_them(names, expected):
    reference = Reference(
        key="A1", authors=names, year=2020, title="T", kind="RCT", finding="F", verified="yes", seen="S"
    )
    assert f"author = {{{expected}}}," in bibtex([reference])


def test_a_work_whose_authors_are_not_known_is_one_without_an_author():
    written = bibtex([Evidence().references["LumbarTrP1992"]])
    assert "@misc{LumbarTrP1992" in written
    assert "author" not in written
    assert "howpublished = {Archives of Physical Medicine and Rehabilitation, 73(10):893--898}" in written
    assert "shorttitle = {Trigger points in low back pain}" in written


def test_a_body_that_published_a_work_stands_for_its_authors():
    written = bibtex([Evidence().references["CochraneHandbook51"]])
    assert "author = {{The Cochrane Collaboration}}" in written
    assert "howpublished" not in written

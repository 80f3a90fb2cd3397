import pytest

from triggerpoints.evidence import Evidence, Reference, citation, citations

FIXED = {
    "key": "K",
    "year": 2020,
    "title": "A title of many more words than a sentence could take",
    "kind": "review",
    "finding": "f",
    "verified": "yes",
    "seen": "s",
}


@pytest.mark.parametrize(
    ("fields", "label", "url"),
    [
        (
            {"authors": ("De Luca AB",), "doi": "10.1/x", "pmid": "7"},
            "De Luca, 2020",
            "https://doi.org/10.1/x",
        ),
        ({"authors": ("A B", "C D"), "pmid": "7"}, "A and C, 2020", "https://pubmed.ncbi.nlm.nih.gov/7/"),
        ({"authors": ("A B", "C D", "E F")}, "A et al., 2020", ""),
        ({"authors": ("Mayoral del Moral O et al.",)}, "Mayoral del Moral et al., 2020", ""),
        ({"authors": ("Häuser W", "et al.")}, "Häuser et al., 2020", ""),
        ({"authors": ("World Health Organization",)}, "World Health Organization, 2020", ""),
        ({"publisher": "A publisher"}, "A publisher, 2020", ""),
        ({"journal": "A journal", "short": "In a few words"}, "In a few words, 2020", ""),
    ],
)
def test_people_year_and_where_it_leads(fields, label, url):
    assert citation(Reference(**FIXED, **fields)) == {"label": label, "url": url}


def test_the_course_names_people_and_links_https():
    references = Evidence().references
    made = citations([*references, "nobody"], references)
    assert list(made) == list(references)
    for key, cited in made.items():
        assert cited["label"].endswith(f", {references[key].year}")
        assert cited["url"].startswith("https://") == bool(references[key].doi or references[key].pmid)

"""What the search page knows besides Sphinx's own index."""

import json
import re

from triggerpoints import Atlas

PAGE = ":::{region} head\n:::\n\n```{pain-table}\n```"


def known(built):
    """Return the places of the search page, by title."""
    found = re.search(r'id="tp-places"[^>]*>(.*?)</script>', built.page("search.html"), re.S)
    return {place["title"]: place for place in json.loads(found[1])}


def test_muscles_and_areas_are_found_by_everyday_words(build):
    built = build(index=PAGE)
    assert built.warnings == ""
    found = known(built)
    assert found["Masseter"]["anchor"] == "muscle-masseter"
    assert "Jaw joint, lower jaw and teeth" in found["Masseter"]["more"]
    area = found["Jaw joint, lower jaw and teeth"]
    assert (area["page"], area["anchor"]) == ("index", "zone-face-jaw")
    assert any("jaw" in name for name in area["names"])
    for place in found.values():
        assert f'id="{place["anchor"]}"' in built.page()
    assert "search.js" in built.page("search.html")
    assert "search.js" not in built.page()


def test_only_what_the_book_has_is_found(build):
    found = known(build(index=":::{region} abdomen\n:::\n\n```{muscle} temporalis\n```"))
    assert found.keys() == {m.english_name for m in Atlas().muscles.values() if m.region == "abdomen"}

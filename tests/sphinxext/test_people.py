"""Who stands behind the course: one file fills the credits and the foot of every page."""

from html import unescape
from urllib.parse import unquote

import pytest
from sphinx.errors import ConfigError

from triggerpoints._records import ContentError
from triggerpoints.sphinxext._people import read_people
from triggerpoints.sphinxext.people import NO_ADDRESS, UNNAMED

from .test_pages import THEME

NAMED = """
contact = "course@school.example"
published = 2026-11-22
[[author]]
name = "A Test <Author>"
profession = "massage therapist"
affiliation = "a school"
interests = "none"
"""


def test_without_people_the_page_says_so(build):
    built = build(index=":::{people}\n:::", conf=THEME)
    assert built.warnings == ""
    page = built.page()
    assert UNNAMED in page[: page.index("page-info")] and UNNAMED in page[page.index("page-info") :]
    assert NO_ADDRESS in page
    assert "Published" not in page and "Tell us" not in page


def test_people_and_an_address_stand_in_the_credits_and_at_the_foot(build, tmp_path):
    (tmp_path / "people.toml").write_text(NAMED, encoding="utf-8")
    built = build(index=":::{people}\n:::", conf=THEME + "triggerpoints_people = 'people.toml'\n")
    assert built.warnings == ""
    page = built.page()
    assert UNNAMED not in page and NO_ADDRESS not in page
    for part in (page[: page.index("page-info")], page[page.index("page-info") :]):
        assert "A Test &lt;Author&gt;" in part
        assert 'href="mailto:course@school.example"' in unquote(unescape(part)), "docutils cloaks the @"
    assert '<time datetime="2026-11-22">22 November 2026</time>' in page


@pytest.mark.parametrize(
    "text, said",
    [
        ('contact = "ask me"', "contact 'ask me' is no address; write an e-mail"),
        ('contact = "http://old.example"', "write an e-mail, or a web address with https://"),
        (NAMED + NAMED[NAMED.index("[[") :], "author 'A Test <Author>'"),
        ('[[author]]\nname = "Only"', "missing"),
    ],
)
def test_a_slip_is_one_sentence(tmp_path, text, said):
    path = tmp_path / "people.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as fault:
        read_people(path)
    assert said in str(fault.value) and str(path) in str(fault.value)


def test_a_slip_stops_the_build_before_any_page(build, tmp_path):
    (tmp_path / "people.toml").write_text('contact = "ask me"', encoding="utf-8")
    with pytest.raises(ConfigError, match="is no address"):
        build(index="x", conf="triggerpoints_people = 'people.toml'\n")

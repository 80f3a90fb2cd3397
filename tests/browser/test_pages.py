"""Every page of the built book: loads with the network cut, accessible in light and dark, fits a phone."""

from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

HTML = Path(__file__).parents[2] / "_build" / "html"
PAGES = sorted(
    path.relative_to(HTML).as_posix() for path in HTML.rglob("*.html") if "_static" not in path.parts
) or ["index.html"]
# A visit takes about ten seconds. Pages are made alike by the same directives and style sheets: these, each
# with pieces of its own, stand for all of them in CI; the others are visited by make test-all.
STAND_IN = {
    "index.html",
    "search.html",
    "book/atlas.html",
    "book/before_you_touch.html",
    "book/fact_check.html",
    "book/glossary.html",
    "book/instructor_guide.html",
    "book/low_back_pain.html",
    "book/manual_treatment.html",
    "book/neck_head_shoulder.html",
    "book/peer_practice.html",
    "book/regions/neck.html",
    "book/teaching_plan.html",
    "notebooks/do_it_again.html",
    "notebooks/how_well_do_two_people_agree.html",
    "notebooks/the_evidence_map.html",
}
VISITED = [path if path in STAND_IN else pytest.param(path, marks=pytest.mark.slow) for path in PAGES]

pytestmark = pytest.mark.browser


def reveal_all(page):
    """Scroll through the page so that everything that loads late has loaded."""
    page.evaluate(
        """async () => {
          for (let y = 0; y < document.body.scrollHeight; y += 500) {
            window.scrollTo(0, y);
            await new Promise(done => setTimeout(done, 30));
          }
          window.scrollTo(0, 0);
        }"""
    )


DRAWN_ANEW = 600  # ms: the charts of a page follow its theme
PHONE = {"width": 320, "height": 640}  # CSS pixels, as at 1280 with 400 % zoom


@pytest.mark.parametrize("path", VISITED)
def test_page_works_offline_reads_well_and_reflows(book, open_page, axe, path):
    """One visit a page, since loading it is what takes long: the network is cut, light, dark, a phone."""
    page = open_page(color_scheme="light")
    page.add_init_script("localStorage.setItem('mode', 'light'); localStorage.setItem('theme', 'light')")
    response = page.goto(f"{book}/{path}", wait_until="load")
    assert response.status == 200
    reveal_all(page)
    page.wait_for_load_state("networkidle")
    assert page.watched.foreign == []
    assert page.watched.errors == []
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    assert axe(page) == []
    # Of all rules only this one can turn out otherwise in the dark.
    page.evaluate("document.documentElement.dataset.theme = document.documentElement.dataset.mode = 'dark'")
    page.wait_for_timeout(DRAWN_ANEW)
    assert axe(page, "color-contrast") == []
    page.set_viewport_size(PHONE)
    page.wait_for_timeout(DRAWN_ANEW)
    assert wider_than_the_screen(page) == []
    assert page.watched.errors == []


def wider_than_the_screen(page):
    return page.evaluate(
        """() => {
          const wide = document.documentElement.scrollWidth;
          if (wide <= 320) return [];
          return [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > 321 && getComputedStyle(e).position !== 'fixed')
            .slice(0, 8).map(e => e.outerHTML.slice(0, 120));
        }"""
    )


TITLED = ["admonition", "tp-sheet", "tp-chart"]  # their title says what a table in them is of
MADE_BY_SPHINX = {"genindex.html", "search.html", "py-modindex.html"}  # without content of ours


@pytest.mark.parametrize("path", [path for path in PAGES if path not in MADE_BY_SPHINX])
def test_page_names_authors_date_sources_and_licence(path):
    page = parsed(path)
    text = page.select_one(".page-info").get_text(" ")
    for words in (
        "contributors",
        "AI system",
        "Last reviewed",
        "Sources",
        "CC BY 4.0",
        "clinician",
        "No funding",
    ):
        assert words in text
    assert date.fromisoformat(page.select_one(".page-info time")["datetime"]) <= date.today()
    description = page.select_one("meta[name=description]")["content"]
    assert 40 <= len(description) <= 200, "as long as a search engine shows"
    assert page.title.string.strip().endswith("Trigger Point Therapy")


@pytest.mark.parametrize("path", PAGES)
def test_pictures_have_a_text_and_tables_a_title_and_header_cells(path):
    page = parsed(path)
    assert page.select("article img:not([alt])") == []
    assert page.select("article th:not([scope])") == []
    bare = page.select("article table:not(:has(> caption))")
    assert [one.thead for one in bare if not one.find_parent(class_=TITLED)] == []


def parsed(path):
    return BeautifulSoup((HTML / path).read_text(encoding="utf-8"), "html.parser")

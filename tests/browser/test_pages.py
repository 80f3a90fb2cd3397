"""Every page of the built book: loads with the network cut, accessible in light and dark, fits a phone."""

from pathlib import Path

import pytest

HTML = Path(__file__).parents[2] / "_build" / "html"
PAGES = sorted(
    path.relative_to(HTML).as_posix() for path in HTML.rglob("*.html") if "_static" not in path.parts
) or ["index.html"]
# The pages of the regions are made alike from data: these stand for all of them where a check is slow.
ALIKE = "book/regions/"
STAND_IN = ("index", "neck", "foot")
WALKED = [path for path in PAGES if not path.startswith(ALIKE) or Path(path).stem in STAND_IN]

pytestmark = pytest.mark.browser


def ready(page):
    """Wait until every widget of the page has been rendered."""
    page.evaluate("for (const host of document.querySelectorAll('.tp-host')) host.scrollIntoView()")
    page.wait_for_function(
        "[...document.querySelectorAll('.tp-host')].every(h => h.querySelector('[role=status]'))",
        timeout=20_000,
    )


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


@pytest.mark.parametrize("path", WALKED)
def test_page_loads_with_the_network_cut(book, open_page, path):
    page = open_page()
    response = page.goto(f"{book}/{path}", wait_until="load")
    assert response.status == 200
    reveal_all(page)
    page.wait_for_load_state("networkidle")
    assert page.watched.foreign == []
    assert page.watched.errors == []
    assert page.locator("h1").count() == 1


DRAWN_ANEW = 600  # ms: the charts of a page follow its theme


@pytest.mark.parametrize("path", WALKED)
def test_page_has_no_axe_violation(book, open_page, axe, path):
    page = open_page(color_scheme="light")
    page.add_init_script("localStorage.setItem('mode', 'light'); localStorage.setItem('theme', 'light')")
    page.goto(f"{book}/{path}", wait_until="load")
    reveal_all(page)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    assert axe(page) == []
    # Of all rules only this one can turn out otherwise in the dark.
    page.evaluate("document.documentElement.dataset.theme = document.documentElement.dataset.mode = 'dark'")
    page.wait_for_timeout(DRAWN_ANEW)
    assert axe(page, "color-contrast") == []


@pytest.mark.parametrize("path", WALKED)
def test_page_reflows_at_320_pixels(book, open_page, path):
    page = open_page(width=320, height=640)
    page.goto(f"{book}/{path}", wait_until="load")
    reveal_all(page)
    page.wait_for_load_state("networkidle")
    wide = page.evaluate(
        """() => {
          const wide = document.documentElement.scrollWidth;
          if (wide <= 320) return [];
          return [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > 321 && getComputedStyle(e).position !== 'fixed')
            .slice(0, 8).map(e => e.outerHTML.slice(0, 120));
        }"""
    )
    assert wide == []


@pytest.mark.parametrize("path", PAGES)
def test_page_names_authors_date_sources_and_licence(book, open_page, path):
    if path in ("genindex.html", "search.html", "py-modindex.html"):
        pytest.skip("made by Sphinx, without content of ours")
    page = open_page()
    page.goto(f"{book}/{path}", wait_until="load")
    text = page.locator(".page-info").inner_text()
    for words in ("contributors", "Last reviewed", "Sources", "CC BY 4.0", "clinician"):
        assert words in text
    description = page.locator("meta[name=description]").get_attribute("content")
    assert 40 <= len(description) <= 200, "as long as a search engine shows"
    assert page.title().endswith("Trigger Point Therapy")


@pytest.mark.parametrize("path", PAGES)
def test_pictures_have_a_text_and_header_cells_a_scope(book, open_page, path):
    page = open_page(java_script_enabled=False)
    page.goto(f"{book}/{path}", wait_until="load")
    assert page.locator("article img:not([alt])").count() == 0
    assert page.locator("article th:not([scope])").count() == 0

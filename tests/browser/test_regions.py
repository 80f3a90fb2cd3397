"""The pages of the regions: light, short on a phone, whole without a script and on paper."""

import gzip
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser
HTML = Path(__file__).parents[2] / "_build" / "html"
PHONE = {"width": 390, "height": 844}
SCREENS = 26  # of a phone, with every record closed and the page in short; the longest has 13 muscles
HEAVIEST = 150_000  # bytes, gzipped
IN_VIEW = """place => {
  const { top, bottom } = place.getBoundingClientRect();
  return bottom > 0 && top < innerHeight && place.checkVisibility();
}"""


def test_no_page_of_a_region_is_heavy():
    pages = sorted((HTML / "book" / "regions").glob("*.html"))
    assert len(pages) == 16
    for page in pages:
        assert len(gzip.compress(page.read_bytes())) < HEAVIEST, page.name


def test_a_phone_finds_a_muscle_by_the_contents_and_its_record_opens(book, open_page):
    page = open_page(**PHONE)
    page.goto(f"{book}/book/regions/leg.html", wait_until="load")
    page.locator("#on-the-map").scroll_into_view_if_needed()
    figure = page.locator(".tp-body-map .tp-stage svg:visible").first
    figure.wait_for()
    assert float(figure.get_attribute("viewBox").split()[1]) > 450, "the map is opened on the legs"
    assert page.evaluate("document.documentElement.scrollHeight") <= SCREENS * PHONE["height"]
    page.locator(".tp-contents a[href='#muscle-soleus']").click()
    page.wait_for_function("document.querySelector('#muscle-soleus > .tp-record').open")
    assert page.locator("#muscle-soleus > h3").evaluate(IN_VIEW)
    plate = page.locator("#muscle-soleus .tp-plates svg").first
    assert plate.get_attribute("aria-label").startswith("Seen from behind")
    drawn = plate.evaluate("svg => [...svg.querySelectorAll('use')].map(use => use.getBBox().width)")
    assert all(width > 0 for width in drawn)

    page.evaluate("print = () => undefined")
    page.get_by_role("button", name="Print this muscle: Soleus").click()
    page.emulate_media(media="print")
    for kept in (".tp-pl-legend", "#muscle-soleus .tp-plates", "#muscle-soleus .tp-record table >> nth=0"):
        assert page.locator(kept).is_visible(), kept
    others = page.locator("h1, #red-flags-first, section[id^=muscle-]:not(#muscle-soleus), .tp-print-alone")
    assert others.count() > 3 and not others.filter(visible=True).count()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("h1").is_visible()


def test_without_javascript_and_on_paper_the_page_is_whole(book, open_page):
    page = open_page(java_script_enabled=False, **PHONE)
    page.goto(f"{book}/book/regions/abdomen.html", wait_until="load")
    section = page.locator("#muscle-rectus-abdominis")
    record = section.locator(".tp-record > :not(summary)").first
    assert section.locator(".tp-plates svg").first.is_visible()
    assert section.get_by_text("Before you touch").is_visible()
    assert not record.is_visible()
    page.emulate_media(media="print", color_scheme="dark")
    shown = "part => part.checkVisibility({ contentVisibilityAuto: true })"
    assert record.evaluate(shown)
    assert page.locator("h1").evaluate(shown)
    assert section.locator(".tp-plates").evaluate("one => getComputedStyle(one).colorScheme") == "light"


def test_a_card_of_the_chapter_leads_to_the_muscle_with_its_picture(book, open_page):
    page = open_page(**PHONE)
    page.goto(f"{book}/book/neck_head_shoulder.html#muscle-masseter", wait_until="load")
    page.wait_for_function("document.getElementById('muscle-masseter').open")
    page.locator("#muscle-masseter a[href$='regions/head.html#muscle-masseter']").click()
    page.wait_for_function("document.querySelector('#muscle-masseter > .tp-record')?.open")
    assert page.locator("#muscle-masseter .tp-plates").is_visible()

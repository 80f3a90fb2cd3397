"""The red flags of a chapter read as a compact list on a phone: a line a sign, the rest behind it."""

import pytest

pytestmark = pytest.mark.browser
CHAPTER = "book/neck_head_shoulder.html"
SCREENS = 3
MEASURES = """all => all.filter(one => one.checkVisibility()).map(item => {
  const summary = item.querySelector("summary").getBoundingClientRect();
  return { height: item.getBoundingClientRect().height - summary.height, target: summary.height };
})"""


def test_red_flags_are_a_compact_list(book, open_page):
    page = open_page(width=390, height=844)
    page.goto(f"{book}/{CHAPTER}", wait_until="load")
    signs = page.locator(".tp-red-flags > li").evaluate_all(MEASURES)
    assert len(signs) > 8
    assert all(sign["height"] < 24 and sign["target"] >= 24 for sign in signs)
    top, bottom = (
        page.locator(f"#{id}").bounding_box()["y"] for id in ("red-flags-first", "the-region-on-one-map")
    )
    assert bottom - top < SCREENS * 844


def test_a_sign_opens_to_its_question_and_its_sources(book, open_page):
    page = open_page(width=390, height=844)
    page.goto(f"{book}/{CHAPTER}", wait_until="load")
    sign = page.locator(".tp-red-flags details").first
    assert not sign.get_by_text("Ask:").is_visible()
    sign.locator("summary").focus()
    page.keyboard.press("Enter")
    assert sign.get_by_text("Ask:").is_visible()
    assert sign.get_by_role("link").first.get_attribute("href").startswith("https://")

"""A glossary term in a chapter: its meaning shows on hover, focus and a first tap, and can be sent away."""

import pytest

pytestmark = pytest.mark.browser
PAGE = "book/what_is_a_trigger_point.html"


def term_of(page):
    term = page.locator("article .tp-term").first
    term.scroll_into_view_if_needed()
    return term, page.locator(f"#{term.get_attribute('aria-describedby')}").text_content()


def test_with_a_pointer_and_with_keys(book, open_page):
    page = open_page()
    page.goto(f"{book}/{PAGE}", wait_until="load")
    term, meaning = term_of(page)
    tip = page.locator(".tp-tip")
    assert term.evaluate("one => getComputedStyle(one).textDecorationStyle") == "dotted"  # as the course says
    term.hover()
    assert tip.inner_text() == meaning
    tip.hover()  # it can be pointed at
    page.wait_for_timeout(300)
    assert tip.is_visible()
    page.keyboard.press("Escape")
    assert tip.is_hidden()
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur()")
    for _ in range(200):
        page.keyboard.press("Tab")
        if term.evaluate("one => one === document.activeElement"):
            break
    assert tip.inner_text() == meaning
    box = tip.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= page.viewport_size["width"]
    page.keyboard.press("Escape")
    assert tip.is_hidden()
    assert term.evaluate("one => one === document.activeElement")
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary.html#term-*")
    assert page.evaluate("document.querySelector(':target') !== null")


def test_on_a_phone_the_first_tap_shows_and_the_second_leads_on(book, open_page):
    page = open_page(width=320, height=640, has_touch=True, is_mobile=True)
    page.goto(f"{book}/{PAGE}", wait_until="load")
    term, meaning = term_of(page)
    tip = page.locator(".tp-tip")
    term.tap()
    assert tip.inner_text() == meaning
    box = tip.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 320
    term.tap()
    page.wait_for_url("**/glossary.html#term-*")

"""The landing page opens on the body, on a phone too."""

import pytest
from on_page import settle, tab_to

pytestmark = pytest.mark.browser
SEEN = 80  # CSS pixels: less of the body is no invitation to touch it


@pytest.mark.parametrize(("width", "height"), [(320, 640), (390, 844), (1280, 900)])
def test_the_first_screen_shows_the_title_and_the_body(book, open_page, width, height):
    page = open_page(width=width, height=height)
    page.goto(f"{book}/index.html", wait_until="load")
    page.wait_for_selector(".tp-host[data-state=ready]")
    title = page.locator("h1").bounding_box()
    intro = page.locator("h1 ~ p").first.bounding_box()
    head = page.locator(".tp-stage svg path[data-outline]").first.bounding_box()
    assert title["y"] >= 0
    assert intro["y"] - (title["y"] + title["height"]) < 24
    assert head["y"] < height - SEEN
    assert page.evaluate("scrollY") == 0


def test_the_first_words_say_what_this_is_and_where_to_start(book, open_page):
    page = open_page(width=320, height=640)
    page.goto(f"{book}/index.html", wait_until="load")
    words = page.locator("h1 + p").inner_text()
    assert "free course" in words and "Education only" in words
    page.locator("h1 + p").get_by_role("link", name="Start here").click()
    assert page.locator("h1").inner_text().startswith("Start here")
    page.goto(f"{book}/index.html", wait_until="load")
    page.locator(".sd-card", has_text="Author").click()
    page.wait_for_url("**/credits.html#correct-a-line")
    settle(page)
    assert page.locator("h2:has-text('How to correct a line')").evaluate(
        "heading => heading.getBoundingClientRect().top < innerHeight"
    )


@pytest.mark.parametrize(("width", "height"), [(320, 640), (390, 844), (1280, 900)])
def test_the_safety_check_opens_at_its_most_urgent_sign(book, open_page, width, height):
    page = open_page(width=width, height=height)
    page.goto(f"{book}/index.html", wait_until="load")
    page.wait_for_selector(".tp-host[data-state=ready]")
    page.locator(".tp-list input").fill("forehead")
    page.locator("button[data-zone=head_frontal][data-side=left]").click()
    page.locator(".tp-steps .tp-primary").click()
    page.wait_for_function("document.activeElement.matches('[data-step=questions] .tp-steps')")
    heading = page.get_by_role("heading", name="Safety check first").bounding_box()
    sign = page.locator("[data-sign]").first.bounding_box()
    assert heading["y"] > 40 and sign["y"] < height - 60


def test_an_emergency_is_one_tab_from_a_call_by_keyboard_alone(book, open_page):
    """From the chosen place to the sign, its advice and the number, on a phone."""
    page = open_page(width=320, height=640)
    page.goto(f"{book}/index.html", wait_until="load")
    page.wait_for_selector(".tp-host[data-state=ready]")
    page.locator(".tp-list input").focus()
    page.keyboard.type("forehead")
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    tab_to(page, ".tp-steps .tp-primary", limit=60)
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.matches('.tp-steps')")
    tab_to(page, "[data-sign=RF01]", limit=60)
    page.keyboard.press("Space")
    assert "Call an ambulance now" in page.get_by_role("alert").inner_text()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.href") == "tel:112"
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.watched.errors == [] and page.watched.foreign == []

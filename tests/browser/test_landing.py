"""The landing page opens on the body, on a phone too."""

import pytest

pytestmark = pytest.mark.browser


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
    assert head["y"] < height - 100
    assert page.evaluate("scrollY") == 0

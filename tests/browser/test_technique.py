"""A technique in a chapter: played, paused and stepped through by keyboard, with less motion, on paper."""

import pytest

from triggerpoints.animations import animations

pytestmark = pytest.mark.browser
PAGE = "book/palpation_and_measuring.html"
TECHNIQUE = animations()["flat-palpation"]
FIGURE = f"#technique-{TECHNIQUE.id}"
STEPS = len(TECHNIQUE.step)
DRAWN = f"""() => JSON.stringify(
  [...document.querySelectorAll('{FIGURE} .tp-tq-stage [data-part]')].map(part => [
    part.getAttribute('transform'),
    part.getAttribute('opacity'),
    part.querySelector('path')?.getAttribute('d')]))"""


def said(page):
    """The step that the caption names, the caption, and whether it is read aloud."""
    caption = page.locator(f"{FIGURE} .tp-tq-caption")
    return caption.inner_text(), caption.get_attribute("aria-live")


def expected(number):
    return f"Step {number} of {STEPS}. {TECHNIQUE.step[number - 1].said}"


def moved(page, before):
    """Wait until the picture is not as before; return how it is then."""
    page.wait_for_function(f"before => ({DRAWN})() !== before", arg=before)
    return as_drawn(page)


def as_drawn(page):
    return page.evaluate(DRAWN)


def test_a_technique_is_played_paused_stepped_and_printed(book, open_page):
    page = open_page(320, 800)
    page.goto(f"{book}/{PAGE}", wait_until="load")
    figure = page.locator(FIGURE)
    figure.scroll_into_view_if_needed()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert not figure.locator(".tp-tq-still").first.is_visible()
    assert figure.get_attribute("data-playing") is None  # nothing starts by itself
    first = as_drawn(page)
    page.wait_for_timeout(300)
    assert as_drawn(page) == first
    assert said(page) == (expected(1), "off")

    play = figure.locator("[data-action=play]")
    play.focus()
    page.keyboard.press("Enter")
    assert play.inner_text() == "Pause"
    moved(page, moved(page, first))
    page.keyboard.press("Space")
    assert play.inner_text() == "Play"
    paused = as_drawn(page)
    page.wait_for_timeout(300)
    assert as_drawn(page) == paused

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert said(page) == (expected(2), "polite")
    assert figure.locator("li[aria-current=step]").inner_text() == TECHNIQUE.step[1].said
    assert figure.locator("[role=img]").first.get_attribute("aria-label") == TECHNIQUE.step[1].shows
    second = as_drawn(page)
    assert second not in (first, paused)
    for _ in range(STEPS):
        page.keyboard.press("Enter")
    assert said(page)[0] == expected(STEPS)
    assert figure.locator("[data-action=next]").get_attribute("aria-disabled") == "true"

    page.emulate_media(reduced_motion="reduce")
    for _ in range(STEPS - 1):
        figure.locator("[data-action=previous]").press("Enter")
    assert as_drawn(page) == first
    play.press("Enter")
    page.wait_for_timeout(300)
    assert as_drawn(page) == first  # the still of the step, which is shown as long as its movement
    play.press("Enter")

    page.emulate_media(media="print")
    assert not figure.locator(".tp-tq-stage").is_visible()
    stills = figure.locator(".tp-tq-still")
    assert stills.count() == STEPS
    assert all(still.is_visible() for still in stills.all())
    assert not page.watched.foreign and not page.watched.errors


def test_without_scripts_every_step_has_its_still(book, open_page):
    page = open_page(java_script_enabled=False)
    page.goto(f"{book}/{PAGE}", wait_until="load")
    assert all(still.is_visible() for still in page.locator(f"{FIGURE} .tp-tq-still").all())
    assert not page.locator(f"{FIGURE} .tp-tq-stage").is_visible()

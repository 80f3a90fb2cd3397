"""Explore in a page, in a real Chromium: list, figure and card; narrow, wide, without files."""

import pytest
from on_page import ASSETS, axe_in_both_themes, settle, status

from triggerpoints import Atlas

pytestmark = pytest.mark.browser


def test_a_muscle_from_the_list_shows_its_referral_and_says_so(body_map):
    page = body_map()
    page.locator("button[data-muscle=scm_sternal]").click()
    assert status(page) == "Sternocleidomastoid, sternal head, left, selected. 8 of 98."
    assert page.locator("button[data-muscle=scm_sternal]").get_attribute("aria-pressed") == "true"
    settle(page)
    card = page.locator("[data-card=scm_sternal]")
    assert card.inner_text().index("Before you touch") < card.inner_text().index("Trigger point")
    assert page.locator("path[data-zone=face_cheek][data-side=left][data-mark=essential]").count()
    assert page.locator("path[data-zone=head_vertex][data-side=left][data-mark=spillover]").count()
    assert not page.locator("path[data-side=right][data-mark]").count()


def test_a_muscle_from_the_figure_is_the_same_as_from_the_list(body_map):
    page = body_map()
    page.locator(
        "[data-view=front] path[data-muscle=pectoralis_major][data-side=right][data-control]"
    ).click()
    assert "right, selected" in status(page)
    settle(page)
    assert page.locator("button[data-muscle=pectoralis_major]").get_attribute("aria-pressed") == "true"
    assert page.locator("path[data-side=right][data-mark=essential]").count()


def test_search_reaches_a_region_by_keyboard(body_map):
    page = body_map()
    page.locator(".tp-list input").focus()
    page.keyboard.type("infrasp")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    settle(page)
    assert page.locator("[data-card=infraspinatus]").count() == 1


def test_a_deep_muscle_brings_its_layer(body_map):
    page = body_map()
    page.locator("button[data-muscle=suboccipitales]").click()
    settle(page)
    assert page.locator("[data-choice='layer:deep']").get_attribute("aria-pressed") == "true"
    assert page.locator("path[data-muscle=suboccipitales][data-mark=chosen]:not([data-off])").count()


@pytest.mark.parametrize("width", [320, 1400])
@pytest.mark.parametrize("mode", ["explore", "hurts"])
def test_axe_and_no_sideways_scroll(body_map, axe, width, mode):
    page = body_map(width=width, mode=mode, muscle="trapezius_superior", zones=["neck_back"])
    if mode == "hurts":
        page.get_by_role("button", name="Next: safety check").click()
        page.locator("[data-action=show-questions]").click()
        settle(page)
        assert axe_in_both_themes(page, axe) == []
        page.locator("[data-sign]").first.check()
    assert axe_in_both_themes(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = page.eval_on_selector_all(
        ".tp-body-map button",
        "all => all.filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 44).length",
    )
    assert small == 0
    assert page.watched.errors == [] and page.watched.foreign == []


@pytest.mark.parametrize(
    ("mode", "words", "first"),
    [("hurts", "behind ear", "zone=ear"), ("explore", "masset", "muscle=masseter")],
)
def test_on_a_phone_the_list_is_closed_until_asked_for(body_map, mode, words, first):
    page = body_map(width=320, mode=mode)
    listed = page.locator(".tp-list-body button")
    total = listed.count()
    shown = page.locator(".tp-list-body button >> visible=true")
    switch = page.locator("[data-action=show-all]")
    assert (shown.count(), switch.get_attribute("aria-expanded")) == (0, "false")
    modes = page.locator("[data-choice^='mode:']")
    assert modes.first.bounding_box()["y"] == modes.last.bounding_box()["y"]

    page.locator(".tp-list input").fill(words)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('.tp-list-body button')")
    page.keyboard.press("Space")
    page.locator(".tp-list input").fill("")
    entry = page.locator(f".tp-list-body button[data-{first}]").first
    assert entry.get_attribute("aria-pressed") == "true"
    assert shown.count() == 0
    if mode == "hurts":
        assert page.get_by_role("button", name="Take away: In or behind the ear, left").count() == 1

    switch.focus()
    page.keyboard.press("Enter")
    assert (shown.count(), switch.get_attribute("aria-expanded")) == (total, "true")
    page.keyboard.press("Enter")
    assert shown.count() == 0


def test_in_a_wide_place_the_list_stands_open(body_map):
    page = body_map()
    assert page.locator("[data-action=show-all]").is_hidden()
    assert page.locator(".tp-list-body button >> visible=true").count() == len(Atlas().muscles)


def test_it_works_without_the_picture(site, open_page):
    page = open_page()
    page.route("**/*.svg", lambda route: route.abort())
    state = {"kind": "body-map", "props": {"mode": "explore"}, "assets": ASSETS}
    page.goto(site.add("no-picture", site.host(state)))
    page.locator("button[data-muscle=scm_sternal]").click()
    card = page.locator("[data-card=scm_sternal]").inner_text()
    assert "Before you touch" in card and "Cheek and upper jaw" in card and "not drawn on the figure" in card
    assert "The figure could not be loaded" in page.locator(".tp-stage").inner_text()


def test_it_says_what_is_wrong_when_the_atlas_is_missing_and_keeps_the_words(site, open_page):
    page = open_page()
    state = {"kind": "body-map", "props": {}, "assets": {"base": "nowhere"}}
    page.goto(site.add("broken", site.host(state)))
    page.wait_for_selector(".tp-host[data-state=failed]")
    assert "could not be started" in page.get_by_role("alert").inner_text()
    assert page.locator(".tp-fallback").is_visible()

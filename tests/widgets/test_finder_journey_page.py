"""A newcomer on a phone: no tap leaves an emergency behind, and no answer looks like knowledge."""

import pytest
from on_page import ASSETS, settle

from triggerpoints import Atlas

pytestmark = pytest.mark.browser


@pytest.fixture
def body_map(site, open_page):
    def opened(width=360, **props):
        page = open_page(width=width, height=740)
        state = {"kind": "body-map", "props": {"mode": "hurts", **props}, "assets": ASSETS}
        page.goto(site.add("journey", site.host(state)))
        page.wait_for_selector(".tp-host[data-state=ready]")
        settle(page)
        return page

    return opened


def go_through(page):
    """Answer the safety check with “None of these”, and end it."""
    page.get_by_role("button", name="Next: safety check").click()
    settle(page)
    for group in page.locator("fieldset[data-group]").all():
        group.get_by_role("checkbox", name="None of these").check()
    page.locator("[data-action=questions-done]").click()
    settle(page)


def on_screen(page, selector):
    box = page.locator(selector).first.bounding_box()
    return box is not None and 0 <= box["y"] < page.viewport_size["height"] - 40


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_a_ticked_emergency_stands_in_both_modes_until_it_is_taken_away(body_map, axe, width, theme):
    page = body_map(width=width, zones=["left:head_temporal"], muscle="masseter")
    page.evaluate(f"document.documentElement.dataset.theme = '{theme}'")
    page.get_by_role("button", name="Next: safety check").click()
    page.locator("[data-sign=RF01]").check()
    page.locator("[data-choice='mode:explore']").click()
    bar = page.locator("[data-standing=RF01]")
    assert "A sign is ticked: call an ambulance now." in bar.inner_text()
    page.locator(".tp-facts").scroll_into_view_if_needed()
    assert on_screen(page, "[data-standing]"), "the bar goes along"
    assert axe(page) == []
    bar.get_by_role("button", name="Show the number to call").click()
    page.wait_for_function("document.activeElement.matches('[data-sign=RF01]')")
    assert on_screen(page, "[data-flag=RF01] a[href='tel:112']")
    page.locator("[data-choice='mode:explore']").click()
    page.locator("[data-choice='mode:hurts']").click()
    page.wait_for_function("document.activeElement.matches('[data-sign=RF01]')")
    assert on_screen(page, "[data-flag=RF01] a[href='tel:112']"), "the way back leads to the advice"
    page.locator("[data-sign=RF01]").uncheck()
    assert bar.count() == 0


@pytest.mark.parametrize("sign", ["RF02", "RF52"])
def test_a_sign_stands_also_when_its_place_is_taken_away(body_map, sign):
    page = body_map(zones=["left:head_temporal"])
    page.get_by_role("button", name="Next: safety check").click()
    page.locator(f"[data-sign={sign}]").check()
    page.locator("[data-pick]").click()
    assert page.locator(f"[data-standing={sign}], [data-flag={sign}]").count() == 2
    page.locator(f"[data-sign={sign}]").click()
    assert page.locator("[data-standing]").count() == 0
    assert page.get_by_role("button", name="Next: safety check").is_visible()


def test_a_sign_that_asks_for_care_needs_no_bar(body_map):
    page = body_map(zones=["left:head_temporal"])
    page.get_by_role("button", name="Next: safety check").click()
    page.locator("[data-sign=RF53]").check()
    assert page.locator("[data-standing]").count() == 0


def test_candidates_stand_in_two_groups_without_numbers_under_the_disclaimer(body_map):
    page = body_map(zones=["left:head_temporal"])
    go_through(page)
    found = page.locator(".tp-candidates")
    assert found.locator("ol").count() == 0
    words = found.inner_text()
    assert (
        words.index("not probability") < words.index("Main area (essential)") < words.index("Sometimes also")
    )
    main = found.locator("section").first.locator("[data-candidate]")
    drawn = {one.get_attribute("data-candidate") for one in main.all()}
    assert drawn == {id for id, muscle in Atlas().muscles.items() if "head_temporal" in muscle.essential}


@pytest.mark.parametrize("width", [360, 1280])
def test_a_candidate_opens_at_the_figure_and_leads_back(body_map, width):
    page = body_map(width=width, zones=["left:head_temporal"])
    go_through(page)
    count = page.locator("[data-candidate]").count()
    page.locator("[data-candidate=temporalis]").click()
    page.wait_for_function("document.activeElement.matches('.tp-card .tp-heading')")
    settle(page)
    assert on_screen(page, ".tp-stage svg >> visible=true")
    if width > 1000:
        assert on_screen(page, ".tp-card .tp-heading")
    relation = page.locator("[data-relation]").inner_text()
    assert relation == "For the places you chose: main area: temple and side of head."
    page.get_by_role("button", name=f"Back to the {count} candidates").click()
    page.wait_for_function("document.activeElement.matches('[data-candidate=temporalis]')")
    assert on_screen(page, "[data-candidate=temporalis]")


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_a_muscle_from_the_list_brings_the_figure_into_view(body_map, motion):
    page = body_map(mode="explore")
    page.emulate_media(reduced_motion=motion)
    page.locator("[data-action=show-all]").click()
    page.locator("button[data-muscle=masseter]").click()
    page.wait_for_function(
        "document.querySelector('.tp-stage').getBoundingClientRect().top < innerHeight / 2"
    )
    assert on_screen(page, ".tp-stage svg >> visible=true")


def test_the_query_picks_the_side_and_the_best_name_is_first(body_map):
    page = body_map()
    search = page.locator(".tp-list input")
    search.fill("left tmeple")
    first = page.locator(".tp-list-body button").first
    assert (first.get_attribute("data-zone"), first.get_attribute("data-side")) == ("head_temporal", "left")
    assert page.locator(".tp-list-body button[data-side=right]").count() == 0
    assert page.get_by_role("status").inner_text().endswith("of 65 zones, left side match.")
    search.fill("migraine")
    assert "name of a place" in page.locator(".tp-list-body").inner_text()


def test_a_muscle_chosen_elsewhere_is_in_view_in_the_list(body_map):
    page = body_map(width=1280, mode="explore", muscle="pectoralis_major")
    page.locator("path[data-muscle=trapezius_inferior][data-control] >> visible=true").first.focus()
    page.keyboard.press("Enter")
    settle(page)
    box = page.locator(".tp-list-body").bounding_box()
    entry = page.locator("button[data-muscle=trapezius_inferior]").bounding_box()
    assert box["y"] <= entry["y"] and entry["y"] + entry["height"] <= box["y"] + box["height"]


def test_the_card_speaks_the_words_of_the_chapter(body_map):
    page = body_map(mode="explore", muscle="temporalis")
    card = page.locator(".tp-card")
    terms = card.locator("dt").all_inner_texts()
    assert terms[:4] == ["Origin", "Insertion", "Action", "Nerve"]
    assert "Before you touch" in card.inner_text() and "said in 2 sources we read" in card.inner_text()
    card.locator(".tp-point summary", has_text="Looks alike").first.click()
    assert "Red flags for these places" in card.locator(".tp-point").first.inner_text()
    card.locator(".tp-disease summary").click()
    assert "It may mean" in card.locator(".tp-disease").inner_text()


def test_the_small_picture_shows_one_head(body_map):
    page = body_map(mode="explore", muscle="pterygoideus_medialis")
    page.locator("button[data-point]").first.click()
    small = page.locator(".tp-still svg[data-figure=head_side]")
    assert small.evaluate("svg => svg.viewBox.baseVal.x") >= 0

"""Two muscles side by side, in a real Chromium: opened by a button, read in order, left the way one came."""

import pytest
from on_page import check, settle, status, tab_to

from triggerpoints import Atlas

pytestmark = pytest.mark.browser
VIEW_BOXES = "all => [...new Set(all.map(one => one.getAttribute('viewBox')))]"


def focused(page, selector):
    page.wait_for_function("selector => document.activeElement?.matches(selector)", arg=selector)


@pytest.mark.parametrize(("width", "theme"), [(1280, "light"), (390, "dark"), (320, "light")])
def test_from_a_point_by_keyboard_and_back(body_map, axe, width, theme):
    page = body_map(width=width, muscle="infraspinatus")
    page.evaluate(f"document.documentElement.dataset.theme = '{theme}'")
    point = page.locator(".tp-point").first
    point.locator("summary", has_text="Looks alike").focus()
    page.keyboard.press("Enter")
    tab_to(page, "[data-compare=deltoideus_anterior]")
    name = page.locator("[data-compare=deltoideus_anterior]").first.inner_text()
    assert " ".join(name.split()) == "Compare with Anterior deltoid"
    page.keyboard.press("Enter")
    focused(page, ".tp-compare .tp-heading")
    assert status(page) == "Comparing Infraspinatus with Anterior deltoid."
    assert page.locator(".tp-stage").is_hidden() and page.locator(".tp-card").is_hidden()

    shown = page.locator("[data-comparison='infraspinatus deltoideus_anterior']")
    titles = [one.inner_text().split(" (")[0] for one in shown.get_by_role("rowheader").all()]
    assert titles[:4] == ["Before you touch", "Main area", "Sometimes also", "How sure the pattern is"]
    assert titles[4:] == ["Where its points are", "How deep it lies", "What it does", "Complaints described"]
    cells = shown.locator("tr", has=page.get_by_role("rowheader", name="Before you touch")).locator("td")
    for at, id in enumerate(("infraspinatus", "deltoideus_anterior")):
        for caution in Atlas().muscles[id].cautions:
            assert caution.text in cells.nth(at).inner_text()
    front = shown.locator("li[data-shared=true]", has_text="Front of shoulder")
    assert front.count() == 2 and "(shared)" in front.first.inner_text()
    alone = shown.locator("li[data-shared=false]", has_text="Thumb and its web")
    assert alone.count() == 1

    plates = shown.locator(".tp-plate svg")
    assert plates.count() == 2 and len(plates.evaluate_all(VIEW_BOXES)) == 1, "the same part of the same view"
    sizes = plates.evaluate_all("all => all.map(one => one.getBoundingClientRect().width)")
    assert abs(sizes[0] - sizes[1]) < 1 and sizes[0] > 100
    shown.locator("[data-choice='pair-view:back']").click()
    chosen = plates.first.locator("[data-muscle=infraspinatus][data-mark=chosen]:not([data-off])")
    chosen.first.wait_for(state="attached")
    assert len(plates.evaluate_all(VIEW_BOXES)) == 1
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    tab_to(page, "[data-action=close-comparison]", 400)
    page.keyboard.press("Enter")
    focused(page, "[data-compare=deltoideus_anterior]")
    assert status(page) == "Comparison closed."
    assert page.locator("[data-comparison]").count() == 0 and page.locator(".tp-card").is_visible()
    assert page.watched.errors == []


def test_from_the_candidates_and_back_with_the_answers_kept(body_map):
    page = body_map(width=390, mode="hurts", zones=["left:head_temporal"])
    check(page)
    page.locator("[data-action=questions-done]").click()
    settle(page)
    lists = page.locator(".tp-pair-form select")
    lists.first.select_option("temporalis")
    assert "temporalis" not in lists.last.evaluate("list => [...list.options].map(one => one.value)")
    lists.last.select_option("occipitalis")
    page.locator("[data-action=compare]").click()
    focused(page, ".tp-compare .tp-heading")
    assert page.locator("[data-comparison='temporalis occipitalis']").count() == 1
    page.go_back()
    focused(page, "[data-action=compare]")
    assert page.locator("[data-comparison]").count() == 0
    assert page.locator("[data-candidate=temporalis]").is_visible()

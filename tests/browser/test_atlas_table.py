"""The table of the atlas: searched, narrowed and sorted by keyboard, as cards on a phone."""

import csv
import io

import pytest

from triggerpoints import Atlas

pytestmark = pytest.mark.browser
PAGE = "book/atlas.html"
ALL = sum(len(muscle.trigger_points) for muscle in Atlas().muscles.values())
SHOWN = "#atlas-points tbody tr:not([hidden])"


def names(page):
    return page.locator(f"{SHOWN} th").evaluate_all("all => all.map(one => one.textContent.trim())")


def test_search_region_and_sort_by_keyboard(book, open_page, axe):
    page = open_page()
    page.goto(f"{book}/{PAGE}", wait_until="load")
    said = page.locator("#atlas-points [role=status]")
    assert said.inner_text() == f"{ALL} of {ALL} trigger points."
    field = page.get_by_label("Find a trigger point by muscle, area or word")
    field.focus()
    page.keyboard.type("jaw pain")
    found = page.locator(SHOWN).count()
    assert 3 < found < 40
    assert said.inner_text() == f"{found} of {ALL} trigger points."
    page.get_by_label("Where the muscle is").first.select_option("head")
    assert 0 < page.locator(SHOWN).count() < found

    header = page.locator("#atlas-points th[scope=col]").first
    header.get_by_role("button").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('#atlas-points [aria-sort=ascending]')")
    page.wait_for_function(
        "document.querySelector('#atlas-points [role=status]').textContent.includes('sorted')"
    )
    assert names(page) == sorted(names(page), key=str.lower)
    assert page.evaluate("document.activeElement.textContent").strip() == "Trigger point"
    page.keyboard.press("Space")
    page.wait_for_function(
        "document.querySelector('#atlas-points [role=status]').textContent.includes('last')"
    )
    assert header.get_attribute("aria-sort") == "descending"
    assert names(page) == sorted(names(page), key=str.lower, reverse=True)
    assert axe(page) == []

    page.locator("#atlas-points").get_by_role("button", name="Show all trigger points").press("Enter")
    assert page.locator(SHOWN).count() == ALL
    assert page.evaluate("document.activeElement.id") == "find-points"
    page.keyboard.type("zzz")
    assert page.locator(SHOWN).count() == 0
    assert f"None of the {ALL} trigger points" in said.inner_text()

    muscles = page.locator("#atlas-muscles tbody tr")
    assert muscles.count() == len(Atlas().muscles)
    link = muscles.first.get_by_role("link").get_attribute("href")
    assert "#muscle-" in link
    address = page.get_by_role("link", name="trigger_points.csv").evaluate("link => link.href")
    rows = csv.DictReader(io.StringIO(page.request.get(address).body().decode("utf-8-sig")))
    assert len(list(rows)) == ALL


def test_an_area_that_hurts_is_chosen_by_keyboard_and_said(book, open_page, axe):
    """The word “heel” is also in places such as “heel end”: the area is what is asked for."""
    points = [point for muscle in Atlas().muscles.values() for point in muscle.trigger_points]
    first = sum("heel" in point.essential for point in points)
    either = sum("heel" in (*point.essential, *point.spillover) for point in points)
    assert 0 < first < either
    page = open_page()
    page.goto(f"{book}/{PAGE}", wait_until="load")
    said = page.locator("#atlas-points [role=status]")
    only = page.get_by_label("essential area only")
    assert not only.is_visible()
    area = page.get_by_label("Where it hurts")
    groups = area.locator("optgroup").evaluate_all("all => all.map(one => one.label)")
    assert groups[0] == "head" and groups[-1] == "leg and foot"
    area.focus()
    page.keyboard.type("Heel")
    assert area.evaluate("one => one.value") == "heel"
    assert page.locator(SHOWN).count() == either
    assert said.inner_text() == f"{either} of {ALL} trigger points, essential or spillover area: Heel."
    page.keyboard.press("Tab")
    assert only.evaluate("one => one === document.activeElement")
    page.keyboard.press("Space")
    assert page.locator(SHOWN).count() == first
    assert said.inner_text() == f"{first} of {ALL} trigger points, essential area: Heel."
    assert "heel" in page.locator(SHOWN).first.inner_text().lower()
    assert axe(page) == []
    page.locator("#atlas-points").get_by_role("button", name="Show all trigger points").press("Enter")
    assert page.locator(SHOWN).count() == ALL and not only.is_visible()


def test_cards_on_a_phone_are_few_until_asked_for(book, open_page, axe):
    page = open_page(width=320, height=640)
    page.goto(f"{book}/{PAGE}", wait_until="load")
    assert page.locator(SHOWN).count() == 20
    assert "the first 20 are shown" in page.locator("#atlas-points [role=status]").inner_text()
    first = page.locator(SHOWN).first
    assert first.get_by_text("Essential:").is_visible()
    assert first.bounding_box()["width"] <= 320
    area = page.get_by_label("Where it hurts").bounding_box()
    assert area["x"] + area["width"] <= 320
    assert axe(page) == []
    page.locator("#atlas-points").get_by_role("button", name=f"Show all {ALL}").press("Enter")
    assert page.locator(SHOWN).count() == ALL
    assert page.evaluate("document.activeElement.closest('tr').matches('tr:nth-child(21)')")


def test_without_script_the_tables_are_whole(book, open_page):
    page = open_page(width=390, height=844, java_script_enabled=False)
    page.goto(f"{book}/{PAGE}", wait_until="load")
    assert page.locator("#atlas-points tbody tr").count() == ALL
    assert not page.locator(".tp-atlas-bar").first.is_visible()
    assert page.locator("#point-t05").get_by_text("Where it lies:").is_visible()
    assert page.locator("#atlas-points caption").is_visible()

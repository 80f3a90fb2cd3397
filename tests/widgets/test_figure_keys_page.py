"""The figure of the body map by keyboard, by pointer and at its trigger points, in a real Chromium."""

import pytest
from on_page import ASSETS, settle, status, stops

from triggerpoints import Atlas

pytestmark = pytest.mark.browser


def test_names_in_the_figure_are_those_of_the_list(body_map):
    page = body_map()
    listed = page.eval_on_selector_all("[data-list] button", "all => all.map(one => one.textContent)")
    drawn = page.eval_on_selector_all("path[data-control]", "all => all.map(one => one.ariaLabel)")
    assert set(drawn) <= set(listed)
    page.locator("[data-choice='mode:hurts']").click()
    settle(page)
    listed = page.eval_on_selector_all("[data-list] [data-zone]", "all => all.map(one => one.ariaLabel)")
    drawn = page.eval_on_selector_all("path[data-control]", "all => all.map(one => one.ariaLabel)")
    assert drawn and set(drawn) <= set(listed)


@pytest.mark.parametrize("mode", ["explore", "hurts"])
def test_the_figure_is_one_tab_stop_with_arrows_inside(body_map, mode):
    page = body_map(mode=mode)
    assert stops(page).count() == 1
    stops(page).focus()
    seen = {page.evaluate("document.activeElement.getAttribute('aria-label')")}
    for key in ("ArrowDown", "ArrowRight", "ArrowDown", "ArrowLeft", "PageDown", "End", "PageUp", "Home"):
        page.keyboard.press(key)
        assert stops(page).count() == 1
        assert page.evaluate("document.activeElement.closest('.tp-stage') !== null")
        seen.add(page.evaluate("document.activeElement.getAttribute('aria-label')"))
    assert len(seen) > 4
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.tp-stage') === null")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.tp-list button')")


def test_what_is_not_shown_cannot_be_focused(body_map):
    page = body_map(width=390)
    assert page.locator(".tp-view").count() == 1, "a view that is not shown is not in the page"
    assert page.locator("path[data-off][tabindex], path[data-off][role]").count() == 0
    assert page.locator("path[data-muscle][data-layer=deep]:not([data-off])").count() == 0


def test_what_is_marked_shows_in_either_layer(body_map):
    page = body_map(width=390, muscle="pectoralis_major", view="front")
    path = "[data-view=front] path[data-layer=superficial][data-side=left][data-muscle={}]"
    chosen, other = (page.locator(path.format(one)).first for one in ("pectoralis_major", "biceps_brachii"))
    within = "one => one.closest('[data-group]').dataset.group"
    assert chosen.is_visible() and other.is_visible()
    page.locator("[data-choice='layer:deep']").click()
    assert chosen.is_visible() and not other.is_visible()
    settle(page)
    assert other.get_attribute("role") is None
    page.locator("[data-choice='layer:superficial']").click()
    settle(page)
    assert other.is_visible() and other.get_attribute("role") == "button"
    assert chosen.evaluate(within) == "superficial", "back in its own place"


def test_the_focus_ring_has_two_tones(body_map):
    page = body_map()
    page.locator(".tp-figure-bar button").last.focus()
    page.keyboard.press("Tab")
    tones = page.eval_on_selector_all(".tp-ring path", "all => all.map(one => getComputedStyle(one).stroke)")
    assert len(set(tones)) == 2


def test_the_name_under_the_pointer_goes_with_escape(body_map):
    page = body_map()
    page.locator("[data-view=front] path[data-muscle=pectoralis_major][data-side=left]").first.hover()
    assert page.locator(".tp-tooltip").inner_text().startswith("Pectoralis major")
    page.keyboard.press("Escape")
    assert page.locator(".tp-tooltip").count() == 0


def test_zoom_changes_the_view_box_and_whole_body_shows_the_feet(body_map):
    page = body_map()
    height = "document.querySelector('[data-view=front] svg').viewBox.baseVal.height"
    whole = page.get_by_role("button", name="Whole body")
    assert page.evaluate(height) > 1000 and whole.get_attribute("aria-pressed") == "true"
    whole.click()
    part = page.evaluate(height)
    assert part < 500 and whole.get_attribute("aria-pressed") == "false"
    page.get_by_role("button", name="Zoom in").click()
    assert page.evaluate(height) < part
    whole.click()
    assert page.evaluate(height) > 1000
    page.locator("[data-list] button[data-muscle=soleus]").click()
    settle(page)
    assert page.evaluate(height) > 1000, "what a reader asked for stays"
    assert not page.locator("svg [transform]").count()


def test_a_muscle_from_the_list_is_shown_larger_until_the_whole_body_is_asked_for(body_map):
    page = body_map()
    box = "document.querySelector('[data-view=back] svg').getAttribute('viewBox').split(' ').map(Number)"
    page.locator("[data-list] button[data-muscle=soleus]").click()
    settle(page)
    top, height = page.evaluate(box)[1::2]
    assert height < 700 and top + height > 950
    page.locator("[data-list] button[data-muscle=suboccipitales]").click()
    settle(page)
    top, height = page.evaluate(box)[1::2]
    assert top < 0 and height < 400


@pytest.mark.parametrize("muscle", ["temporalis", "trapezius_superior", "pectoralis_major"])
def test_choosing_in_the_figure_keeps_focus_and_view(body_map, muscle):
    page = body_map(width=390)
    path = page.locator(f"[data-view=front] path[data-control][data-muscle={muscle}][data-side=left]")
    path.focus()
    page.keyboard.press("Enter")
    assert status(page).endswith("of 98.")
    assert path.evaluate("path => path === document.activeElement && path.checkVisibility()")


def test_escape_in_the_figure_does_not_lose_the_focus_where_the_list_is_closed(body_map):
    page = body_map(width=390)
    stops(page).focus()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.tp-list input')")


def point_at(page, point):
    """Return the place of a trigger point's target on the screen."""
    box = page.locator(f"circle[data-point={point}] >> visible=true").first.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@pytest.mark.parametrize("touch", [False, True])
def test_a_point_on_the_figure_is_its_button_in_the_card(site, open_page, touch):
    page = open_page(width=390, has_touch=touch)
    props = {"mode": "explore", "muscle": "trapezius_superior"}
    page.goto(site.add("points", site.host({"kind": "body-map", "props": props, "assets": ASSETS})))
    page.wait_for_selector(".tp-host[data-state=ready]")
    buttons = page.eval_on_selector_all(
        "button[data-point]", "all => all.map(one => [one.dataset.point, one.textContent])"
    )
    drawn = page.eval_on_selector_all(
        "circle[data-point]", "all => all.map(one => [one.dataset.point, one.ariaLabel])"
    )
    assert drawn and set(map(tuple, drawn)) <= set(map(tuple, buttons))
    point, name = drawn[0]
    page.locator("circle[data-point] >> visible=true").first.scroll_into_view_if_needed()
    x, y = point_at(page, point)
    (page.touchscreen.tap if touch else page.mouse.click)(x + 3, y - 3)
    assert page.locator(f"button[data-point={point}]").get_attribute("aria-pressed") == "true"
    assert page.locator(f"circle[data-point={point}]").first.get_attribute("aria-pressed") == "true"
    assert status(page) == f"{name}: its referral is shown."


def test_where_targets_overlap_the_nearest_point_wins(body_map):
    page = body_map(width=390, muscle="infraspinatus", view="back")
    circles = page.locator("circle[data-point] >> visible=true")
    places = {one.get_attribute("data-point"): one.bounding_box() for one in circles.all()}
    spots = {point: (b["x"] + b["width"] / 2, b["y"] + b["height"] / 2) for point, b in places.items()}
    first, second = min(
        ((a, b) for a in spots for b in spots if a < b),
        key=lambda pair: sum((p - q) ** 2 for p, q in zip(spots[pair[0]], spots[pair[1]], strict=True)),
    )
    (ax, ay), (bx, by) = spots[first], spots[second]
    gap = ((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5
    assert gap < places[first]["width"]
    for near, (x, y), (tx, ty) in ((first, (ax, ay), (bx, by)), (second, (bx, by), (ax, ay))):
        page.mouse.click(x + 0.4 * (tx - x), y + 0.4 * (ty - y))
        assert page.locator(f"button[data-point={near}]").get_attribute("aria-pressed") == "true"


# From the first point, try the arrows of everything they lead to; the result is the points reached.
FOLLOW_ARROWS = """() => {
  const seen = new Set(), todo = [document.activeElement];
  while (todo.length) {
    const from = todo.pop();
    if (seen.has(from)) continue;
    seen.add(from);
    for (const key of ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]) {
      from.focus();
      from.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      todo.push(document.activeElement);
    }
  }
  return [...seen].filter(one => one.matches("circle[data-point]")).length;
}"""


@pytest.mark.parametrize("muscle", ["trapezius_superior", "masseter", "splenius_cervicis", "infraspinatus"])
def test_arrows_reach_every_point_and_the_focus_stays_on_it(body_map, muscle):
    page = body_map(muscle=muscle)
    page.wait_for_function("document.querySelectorAll('.tp-view:not([hidden])').length === 3")
    places = sum(len(point.places) for point in Atlas().muscles[muscle].trigger_points)
    stops(page).focus()
    page.keyboard.press("Home")
    here = "document.activeElement"
    assert page.evaluate(f"{here}.matches('circle[data-point]')")
    assert stops(page).count() == 1
    assert page.evaluate(FOLLOW_ARROWS) == places
    stops(page).focus()
    page.keyboard.press("Home")
    point = page.evaluate(f"{here}.dataset.point")
    page.keyboard.press("Enter")
    assert page.locator(f"button[data-point={point}]").get_attribute("aria-pressed") == "true"
    assert page.evaluate(f"{here}.matches('circle[data-point={point}]')")
    assert page.locator(".tp-ring circle").count() == 2
    page.keyboard.press("Escape")
    assert page.evaluate(f"{here}.matches('button[data-point={point}]')")


def test_a_point_that_is_not_pressed_has_another_shape(body_map):
    page = body_map(muscle="digastricus", view="head_side")
    shapes = page.eval_on_selector_all(
        "[data-view=head_side] .tp-points path", "all => all.map(one => one.getAttribute('d').includes('a'))"
    )
    assert sorted(shapes) == [False, True]
    assert "empty diamond" in page.locator(".tp-legend").inner_text()
    described = page.eval_on_selector_all("circle[data-point]", "all => all.map(one => one.ariaDescription)")
    assert any("do not press" in (words or "") for words in described)

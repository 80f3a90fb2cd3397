"""The body map in a page, in a real Chromium: list and figure, pointer and keyboard, red flags first."""

import pytest

from triggerpoints import Atlas

pytestmark = pytest.mark.browser
ASSETS = {"base": "atlas"}


@pytest.fixture
def body_map(site, open_page):
    def opened(width=1280, **props):
        state = {"kind": "body-map", "props": {"mode": "explore", **props}, "assets": ASSETS}
        page = open_page(width=width)
        page.goto(site.add("map", site.host(state)))
        page.wait_for_selector(".tp-host[data-state=ready]")
        return page

    return opened


def stops(page):
    return page.locator(".tp-stage [tabindex='0']")


def status(page):
    return page.locator("[role=status]").inner_text()


def test_a_muscle_from_the_list_shows_its_referral_and_says_so(body_map):
    page = body_map()
    page.locator("button[data-muscle=scm_sternal]").click()
    assert status(page) == "Sternocleidomastoid, sternal head, left, selected. 8 of 33."
    assert page.locator("button[data-muscle=scm_sternal]").get_attribute("aria-pressed") == "true"
    card = page.locator("[data-card=scm_sternal]")
    assert card.inner_text().index("Cautions first") < card.inner_text().index("Trigger point")
    assert page.locator("path[data-zone=face_cheek][data-side=left][data-mark=essential]").count()
    assert page.locator("path[data-zone=head_vertex][data-side=left][data-mark=spillover]").count()
    assert not page.locator("path[data-side=right][data-mark]").count()


def test_a_muscle_from_the_figure_is_the_same_as_from_the_list(body_map):
    page = body_map()
    page.locator(
        "[data-view=front] path[data-muscle=pectoralis_major][data-side=right][data-control]"
    ).click()
    assert "right, selected" in status(page)
    assert page.locator("button[data-muscle=pectoralis_major]").get_attribute("aria-pressed") == "true"
    assert page.locator("path[data-side=right][data-mark=essential]").count()


def test_names_in_the_figure_are_those_of_the_list(body_map):
    page = body_map()
    listed = page.eval_on_selector_all("[data-list] button", "all => all.map(one => one.textContent)")
    drawn = page.eval_on_selector_all("path[data-control]", "all => all.map(one => one.ariaLabel)")
    assert set(drawn) <= set(listed)
    page.locator("[data-choice='mode:hurts']").click()
    listed = page.eval_on_selector_all("[data-list] button", "all => all.map(one => one.textContent)")
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
    hidden = page.locator(".tp-view[hidden] path[tabindex='0']")
    assert page.locator(".tp-view[hidden]").count() == 2 and hidden.count() == 0
    assert page.locator("path[data-off][tabindex], path[data-off][role]").count() == 0
    assert page.locator("path[data-muscle][data-layer=deep]:not([data-off])").count() == 0


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


def test_search_reaches_a_region_by_keyboard(body_map):
    page = body_map()
    page.locator(".tp-list input").focus()
    page.keyboard.type("infrasp")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert page.locator("[data-card=infraspinatus]").count() == 1


def test_a_deep_muscle_brings_its_layer(body_map):
    page = body_map()
    page.locator("button[data-muscle=suboccipitales]").click()
    assert page.locator("[data-choice='layer:deep']").get_attribute("aria-pressed") == "true"
    assert page.locator("path[data-muscle=suboccipitales][data-mark=chosen]:not([data-off])").count()


def test_zoom_changes_the_view_box_and_whole_body_shows_the_feet(body_map):
    page = body_map()
    height = "document.querySelector('[data-view=front] svg').viewBox.baseVal.height"
    upper = page.evaluate(height)
    page.get_by_role("button", name="Zoom in").click()
    assert page.evaluate(height) < upper
    page.get_by_role("button", name="Whole body").click()
    assert page.evaluate(height) > 1000
    assert not page.locator("svg [transform]").count()


def check(page, *signs):
    """Open the safety check; tick ``signs``, and “None of these” in every other group."""
    page.get_by_role("button", name="Next: safety check").click()
    for sign in signs:
        page.locator(f"[data-sign={sign}]").check()
    for group in page.locator("fieldset[data-group]").all():
        if not group.locator("[data-sign]:checked").count():
            group.get_by_role("checkbox", name="None of these").check()


def test_red_flags_come_before_any_muscle_and_an_emergency_stops(body_map):
    page = body_map(mode="hurts")
    page.locator("button[data-zone=head_temporal][data-side=left]").click()
    assert status(page) == "Temple and side of head, left, selected. 1 chosen."
    page.get_by_role("button", name="Next: safety check").click()
    groups = page.locator("fieldset[data-group]")
    assert groups.first.get_attribute("data-group") == "call_emergency"
    assert page.locator("[data-candidate]").count() == 0
    sign = page.get_by_role("checkbox", name="Very severe headache out of nowhere")
    sign.check()
    advice = page.locator("[data-flag=RF01]")
    assert "Call an ambulance now" in advice.inner_text()
    for number in ("112", "999", "911", "000"):
        call = advice.get_by_role("link", name=f"Call {number}")
        assert call.get_attribute("href") == f"tel:{number}" and call.bounding_box()["height"] >= 44
    assert "United Kingdom" in advice.inner_text() and "local emergency number" in advice.inner_text()
    assert "Call an ambulance now" in page.locator("[role=alert]").inner_text()
    assert groups.count() == 1, "an emergency leaves nothing else to read"
    assert page.locator("[data-action=questions-done], [data-candidate]").count() == 0
    sign.uncheck()
    assert page.locator("[role=alert]").inner_text() == "" and groups.count() == 4
    for group in groups.all():
        group.get_by_role("checkbox", name="None of these").check()
    page.locator("[data-action=questions-done]").click()
    first = page.locator("[data-candidate]").first
    name = first.inner_text()
    assert "not probability" in page.locator(".tp-candidates").inner_text()
    first.click()
    assert page.locator(".tp-card .tp-heading").inner_text() == name
    assert page.evaluate("document.activeElement.matches('.tp-card .tp-heading')")


def test_none_of_these_and_the_signs_exclude_each_other(body_map):
    page = body_map(mode="hurts", zones=["left:head_frontal"])
    page.get_by_role("button", name="Next: safety check").click()
    group = page.get_by_role("group", name="See a doctor today Is any of these true?")
    none, sign = group.locator("[data-none]"), group.locator("[data-sign]").first
    none.check()
    assert status(page) == "See a doctor today: none of these. 3 parts left."
    sign.check()
    assert not none.is_checked()
    none.check()
    assert not sign.is_checked() and page.locator("[data-flag]").count() == 0
    none.uncheck()
    assert group.locator(":checked").count() == 0


def test_a_group_without_an_answer_is_named_and_gets_the_focus(body_map):
    page = body_map(mode="hurts", zones=["left:head_frontal"])
    page.get_by_role("button", name="Next: safety check").click()
    page.locator("[data-none=call_emergency]").check()
    page.locator("[data-action=questions-done]").click()
    assert status(page) == "3 parts not answered yet."
    assert page.evaluate("document.activeElement.closest('fieldset').dataset.group") == "same_day_medical"
    assert page.locator("fieldset >> text=Not answered yet").count() == 3
    assert page.locator("[data-candidate]").count() == 0


@pytest.mark.parametrize("sign", ["RF02", "RF52"])
def test_a_sign_that_needs_a_doctor_withholds_the_muscles(body_map, sign):
    page = body_map(mode="hurts", zones=["left:head_temporal"])
    check(page, sign)
    assert page.locator(f"[data-flag={sign}]").inner_text().startswith("⚠ Stop.")
    assert page.locator("[data-action=questions-done], [data-candidate]").count() == 0
    assert "No muscles are shown" in page.locator(".tp-stop").inner_text()


def test_a_sign_that_asks_for_care_keeps_its_advice_above_the_muscles(body_map):
    page = body_map(mode="hurts", zones=["left:head_temporal"])
    check(page, "RF53")
    page.locator("[data-action=questions-done]").click()
    words = page.locator(".tp-candidates").inner_text()
    assert words.index("Go on with care") < words.index("Candidate muscles")
    page.locator("[data-action=change-answers]").click()
    assert page.locator("[data-sign=RF53]").is_checked()
    assert page.locator("[data-none]:checked").count() == 3


def test_questions_for_a_client_are_shown_on_demand(body_map):
    page = body_map(mode="hurts", zones=["left:head_frontal"])
    page.get_by_role("button", name="Next: safety check").click()
    question = page.get_by_text("How many seconds or minutes did it take")
    assert question.count() == 0
    page.get_by_role("button", name="Show how to ask a client").click()
    assert question.is_visible()


def test_signs_are_named_by_their_core_and_described_by_the_rest(body_map):
    page = body_map(mode="hurts", zones=["left:head_frontal"])
    page.get_by_role("button", name="Next: safety check").click()
    sign = page.get_by_role("checkbox", name="New, unusual neck or head pain on one side", exact=True)
    rest = sign.get_attribute("aria-describedby")
    assert "whiplash" in page.locator(f"[id='{rest}']").inner_text()
    assert sign.evaluate("one => one.closest('label').getBoundingClientRect().height") >= 44


def test_each_candidate_says_why_in_the_words_of_the_legend(body_map):
    page = body_map(mode="hurts", zones=["left:head_frontal"])
    check(page)
    page.locator("[data-action=questions-done]").click()
    whys = page.locator("[data-candidate] + span").all_inner_texts()
    assert whys[0] == "main area: forehead"
    told = page.locator(".tp-candidates").inner_text()
    assert "where the pain is described first" in told and "described for some people" in told
    page.locator("[data-candidate]").first.click()
    legend = page.locator(".tp-legend").inner_text()
    assert "where the pain is described first" in legend


def test_a_muscle_opens_on_the_side_that_hurts_and_the_candidates_stay(body_map):
    page = body_map(mode="hurts", zones=["head_temporal"])
    page.locator("button[data-zone=head_temporal][data-side=left]").click()
    check(page)
    page.locator("[data-action=questions-done]").click()
    found = page.locator("[data-candidate]").all_inner_texts()
    page.locator("[data-candidate]").first.click()
    assert page.locator("[data-mark=chosen][data-side=right]").count() > 0
    assert page.locator("[data-mark=chosen][data-side=left]").count() == 0
    page.get_by_role("button", name="Where does it hurt?").click()
    assert page.locator("[data-candidate]").all_inner_texts() == found


@pytest.mark.parametrize("muscle", ["temporalis", "trapezius_superior", "pectoralis_major"])
def test_choosing_in_the_figure_keeps_focus_and_view(body_map, muscle):
    page = body_map(width=390)
    path = page.locator(f"[data-view=front] path[data-control][data-muscle={muscle}][data-side=left]")
    path.focus()
    page.keyboard.press("Enter")
    assert status(page).endswith("of 33.")
    assert path.evaluate("path => path === document.activeElement && path.checkVisibility()")


def test_a_new_zone_asks_what_is_new_and_keeps_the_other_answers(body_map):
    page = body_map(mode="hurts", zones=["left:head_temporal"])
    check(page)
    page.locator("[data-action=questions-done]").click()
    assert page.locator("[data-candidate]").count() > 0
    page.locator("button[data-zone=neck_back][data-side=left]").click()
    assert status(page).endswith("2 chosen. Your safety answers are kept.")
    assert page.locator("[data-candidate]").count() == 0
    answered = {one.get_attribute("data-none") for one in page.locator("[data-none]:checked").all()}
    assert answered == {"modify_and_ask"}, "the others have a sign that was not asked yet"
    page.locator("button[data-zone=neck_back][data-side=left]").click()
    assert page.locator("[data-none]:checked").count() == 4


def test_the_other_side_asks_nothing_new(body_map):
    page = body_map(mode="hurts", zones=["left:head_temporal"])
    check(page)
    page.locator("[data-action=questions-done]").click()
    page.locator("button[data-zone=head_temporal][data-side=right]").click()
    assert page.locator("[data-candidate]").count() > 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_on_what_the_safety_check_leads_to(body_map, axe, theme):
    page = body_map(width=320, mode="hurts", zones=["left:head_frontal"])
    page.evaluate(f"document.documentElement.dataset.theme = '{theme}'")
    check(page, "RF53")
    page.locator("[data-none=call_emergency]").uncheck()
    page.locator("[data-action=questions-done]").click()
    assert axe(page) == [], "a group that is not answered"
    page.locator("[data-none=call_emergency]").check()
    page.locator("[data-action=questions-done]").click()
    page.locator(".tp-advice summary").click()
    assert axe(page) == [], "candidates under a caution"
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("width", [320, 1400])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("mode", ["explore", "hurts"])
def test_axe_and_no_sideways_scroll(body_map, axe, width, theme, mode):
    page = body_map(width=width, mode=mode, muscle="trapezius_superior", zones=["neck_back"])
    page.evaluate(f"document.documentElement.dataset.theme = '{theme}'")
    if mode == "hurts":
        page.get_by_role("button", name="Next: safety check").click()
        page.locator("[data-action=show-questions]").click()
        assert axe(page) == []
        page.locator("[data-sign]").first.check()
    assert axe(page) == []
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


def test_escape_in_the_figure_does_not_lose_the_focus_where_the_list_is_closed(body_map):
    page = body_map(width=390)
    stops(page).focus()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.tp-list input')")


def test_in_a_wide_place_the_list_stands_open(body_map):
    page = body_map()
    assert page.locator("[data-action=show-all]").is_hidden()
    assert page.locator(".tp-list-body button >> visible=true").count() == 33


def test_it_works_without_the_picture(site, open_page):
    page = open_page()
    page.route("**/*.svg", lambda route: route.abort())
    state = {"kind": "body-map", "props": {"mode": "explore"}, "assets": ASSETS}
    page.goto(site.add("no-picture", site.host(state)))
    page.locator("button[data-muscle=scm_sternal]").click()
    card = page.locator("[data-card=scm_sternal]").inner_text()
    assert "Cautions first" in card and "Cheek and upper jaw" in card and "not drawn on the figure" in card
    assert "The figure could not be loaded" in page.locator(".tp-stage").inner_text()


def test_it_says_what_is_wrong_when_the_atlas_is_missing_and_keeps_the_words(site, open_page):
    page = open_page()
    state = {"kind": "body-map", "props": {}, "assets": {"base": "nowhere"}}
    page.goto(site.add("broken", site.host(state)))
    page.wait_for_selector(".tp-host[data-state=failed]")
    assert "could not be started" in page.get_by_role("alert").inner_text()
    assert page.locator(".tp-fallback").is_visible()


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

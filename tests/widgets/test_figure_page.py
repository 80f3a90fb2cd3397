"""The figure under a finger, in a real Chromium: what moves and what must not, in all three uses of it."""

import pytest
from on_page import ASSETS, SVG, box_of, place, settle

pytestmark = pytest.mark.browser
SPATIAL = {"prompt": "Mark.", "type": "zones", "id": "mark", "key": ["left:neck_back"], "view": "front"}
USES = {
    "explore": {"kind": "body-map", "props": {"mode": "explore"}},
    "hurts": {"kind": "body-map", "props": {"mode": "hurts"}},
    "quiz": {
        "kind": "quiz",
        "props": {
            "judged": True,
            "set": {"id": "s", "title": "S", "kind": "practice", "released": False, "item": [SPATIAL]},
        },
        "answers": {},
    },
}


@pytest.fixture
def shown(site, open_page):
    def opened(use="explore", width=360, height=800, touch=False, **props):
        state = {**USES[use], "assets": ASSETS}
        state["props"] = {**state["props"], **props}
        page = open_page(width=width, height=height, has_touch=touch)
        page.goto(site.add("figure", site.host(state)))
        page.wait_for_selector(".tp-host[data-state=ready]")
        page.locator(f"{SVG} path[data-control]").first.wait_for()
        return page

    return opened


def region(page, id, side="left"):
    """The middle of a region on the screen."""
    path = page.locator(f"{SVG} :is([data-zone={id}], [data-muscle={id}])[data-side={side}][data-control]")
    box = path.first.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize(
    ("use", "regions"),
    [
        ("explore", ["masseter", "pectoralis_major", "frontalis"]),
        ("hurts", ["head_frontal", "chest_front", "shoulder_front"]),
        ("quiz", ["head_frontal", "chest_front", "shoulder_front"]),
    ],
)
def test_choosing_in_the_figure_moves_nothing(shown, use, regions, width):
    page = shown(use, width=width, touch=width < 500)
    page.locator(SVG).first.scroll_into_view_if_needed()
    before = place(page)
    for id in regions:
        tap = page.touchscreen.tap if width < 500 else page.mouse.click
        tap(*region(page, id))
        pressed = page.locator(f"path[data-mark=chosen]:is([data-zone={id}], [data-muscle={id}])")
        assert pressed.count(), id
        assert place(page) == pytest.approx(before, abs=0.01), id


def test_what_is_chosen_is_listed_below_the_figure_and_can_be_taken_away(shown):
    page = shown("hurts")
    for id in ("head_frontal", "chest_front"):
        page.mouse.click(*region(page, id))
    bottom = page.locator(SVG).bounding_box()
    picks = page.locator("button[data-pick]")
    assert picks.count() == 2
    assert picks.first.bounding_box()["y"] > bottom["y"] + bottom["height"]
    page.get_by_role("button", name="Take away: Forehead, left").click()
    assert picks.count() == 1
    assert not page.locator("path[data-zone=head_frontal][data-mark]").count()


def test_the_temple_is_offered_where_only_the_forehead_can_be_marked(shown):
    page = shown("hurts", touch=True)
    assert page.locator(f"{SVG} [data-zone=head_temporal]").count() == 0
    edge = page.locator(".tp-view:not([hidden]) .tp-edge")
    assert edge.inner_text() == "Temple, ear: side of head"
    page.touchscreen.tap(*region(page, "head_frontal"))
    assert page.locator(".tp-tooltip").inner_text() == "Forehead, left"
    assert page.locator(".tp-spot").inner_text() == "Forehead, left: chosen."
    page.locator("[data-jump='left:head_temporal']").tap()
    assert page.evaluate("document.activeElement.getAttribute('data-zone')") == "head_temporal"
    assert page.locator(".tp-tooltip").inner_text() == "Temple and side of head, left"
    assert page.locator("[data-view=head_side] .tp-ring path").count() == 2
    assert not page.locator("path[data-zone=head_temporal][data-mark]").count(), "shown, not chosen"


def test_the_edge_leads_to_the_side_of_the_head(shown):
    page = shown("hurts", width=320)
    page.locator(".tp-view:not([hidden]) .tp-edge").click()
    assert page.locator("[data-view=head_side]").is_visible()
    assert page.evaluate("document.activeElement.dataset.choice") == "view:head_side"
    assert page.locator("[role=status]").inner_text() == "Side of head view."
    assert page.get_by_role("button", name="Whole body").count() == 0, "it would change nothing here"


def test_no_offer_where_all_views_stand_beside_each_other(shown):
    page = shown("hurts", width=1280)
    page.wait_for_function("document.querySelectorAll('.tp-view:not([hidden])').length === 3")
    assert page.locator(".tp-edge").count() == 0


@pytest.mark.parametrize("use", ["hurts", "explore"])
def test_everyday_words_find_places_and_muscles(shown, use):
    page = shown(use, width=1280)
    page.locator(".tp-list input").fill("headache")
    found = page.locator(".tp-list-body button").evaluate_all(
        "all => [...new Set(all.map(one => one.dataset.zone ?? one.dataset.muscle))]"
    )
    if use == "hurts":
        assert set(found) == {"head_vertex", "head_frontal", "head_temporal", "head_occipital", "face_eye"}
    else:
        assert {"temporalis", "trapezius_superior", "suboccipitales"} <= set(found)
        assert "rhomboidei" not in found
        text = page.locator("button[data-muscle=temporalis]").inner_text()
        assert "pain described at" in text and "Temple and side of head" in text


def test_in_a_quiz_a_muscle_is_not_found_by_where_it_hurts(site, open_page):
    item = {"prompt": "Pick.", "type": "muscles", "id": "pick", "key": ["left:temporalis"]}
    state = {**USES["quiz"], "assets": ASSETS}
    state["props"] = {**state["props"], "set": {**state["props"]["set"], "item": [item]}}
    page = open_page()
    page.goto(site.add("no-answer", site.host(state)))
    page.locator(".tp-list input").fill("headache")
    assert page.locator(".tp-list-body button").count() == 0


def test_the_open_list_says_how_to_close_it(shown):
    page = shown("hurts")
    switch = page.locator("[data-action=show-all]")
    assert switch.inner_text() == "Show all 65 zones"
    switch.click()
    assert (switch.inner_text(), switch.get_attribute("aria-expanded")) == ("Hide the list", "true")


def test_the_question_stands_once_in_the_widget(shown):
    page = shown("hurts", width=1280)
    assert page.locator(".tp-body-map").inner_text().count("Where does it hurt?") == 1


COUNT_MEASURING = """() => {
  window.measured = 0;
  const matrix = SVGSVGElement.prototype.getScreenCTM;
  SVGSVGElement.prototype.getScreenCTM = function () { window.measured += 1; return matrix.call(this); };
  const box = Element.prototype.getBoundingClientRect;
  Element.prototype.getBoundingClientRect = function () {
    window.measured += this.matches("svg");
    return box.call(this);
  };
}"""


def test_a_view_is_measured_once_and_not_for_every_choice(shown):
    page = shown(muscle="infraspinatus", view="back", touch=True)
    page.locator("[data-choice='side:right']").tap()
    page.evaluate(COUNT_MEASURING)
    page.locator("[data-choice='side:left']").tap()
    page.wait_for_function("document.querySelector('[data-side=left][data-mark=chosen]')")
    page.get_by_role("button", name="Zoom in").tap()
    page.locator("[data-choice='layer:deep']").tap()
    unit = page.evaluate("1 / document.querySelector('.tp-view svg').getScreenCTM().a")
    reach = float(page.locator(f"{SVG} circle[data-point]").first.get_attribute("r"))
    assert reach == pytest.approx(18 * unit, rel=0.01), "a target has its size on the screen all the same"
    assert page.evaluate("window.measured") == 1, "by this test alone"


def test_the_first_zoom_keeps_the_head_and_the_picture_can_be_moved(shown):
    page = shown()
    _, y, width, height = box_of(page)
    page.get_by_role("button", name="Zoom in").click()
    near = box_of(page)
    assert near[1] == y and near[3] < height
    page.get_by_role("button", name="Move down").click()
    lower = box_of(page)
    assert lower[1] > near[1] and lower[2:] == near[2:]
    stage = page.locator(SVG).bounding_box()
    middle = (stage["x"] + stage["width"] / 2, stage["y"] + stage["height"] / 2)
    page.mouse.move(*middle)
    page.mouse.down()
    page.mouse.move(middle[0] + 20, middle[1] + 60, steps=4)
    page.mouse.up()
    dragged = box_of(page)
    assert dragged[1] < lower[1]
    assert not page.locator("path[data-mark=chosen]").count(), "a drag is not a choice"
    page.locator(f"{SVG} [tabindex='0']").focus()
    page.keyboard.press("Shift+ArrowRight")
    assert box_of(page)[0] > dragged[0]
    page.keyboard.press("-")
    assert box_of(page)[2:] == [width, height]


PINCH = """([x, y]) => {
  const target = document.elementFromPoint(x, y);
  const fire = (type, id, dx) => target.dispatchEvent(new PointerEvent(type, {
    pointerId: id, clientX: x + dx, clientY: y, pointerType: 'touch', bubbles: true, cancelable: true }));
  fire('pointerdown', 1, -20); fire('pointerdown', 2, 20);
  fire('pointermove', 1, -30); fire('pointermove', 2, 30); fire('pointermove', 2, 50);
  fire('pointerup', 1, -30); fire('pointerup', 2, 50);
}"""


def test_a_pinch_enlarges_around_the_fingers(shown):
    page = shown("hurts", touch=True)
    before = box_of(page)
    page.evaluate(PINCH, list(region(page, "head_frontal")))
    after = box_of(page)
    assert before[2] / 2.6 < after[2] < before[2] / 1.5
    assert not page.locator("path[data-mark=chosen]").count()


def test_a_muscle_opens_where_its_pain_shows_and_says_where_it_is_itself(shown):
    page = shown(muscle="subscapularis")
    assert page.locator("[data-view=back]").is_visible()
    assert page.locator(f"{SVG} [data-zone=shoulder_back][data-mark=essential]").count()
    assert "striped" not in page.locator(".tp-legend").inner_text(), "no pain lies over it"
    around = page.locator(".tp-around")
    assert "The muscle and its pain area are shown in:\nFront" in around.inner_text()
    around.locator("[data-jump=front]").click()
    settle(page)
    assert page.locator(f"{SVG} [data-muscle=subscapularis][data-mark=chosen]").count()
    assert "The pain area is shown in:\nBack" in around.inner_text()


def test_the_chosen_muscle_keeps_its_colour_under_the_pain(shown):
    page = shown(muscle="trapezius_superior", view="head_side")
    sample = page.locator(".tp-swatch[data-mark=chosen]").evaluate(
        "one => getComputedStyle(one).backgroundColor"
    )
    line = page.locator(f"{SVG} .tp-top .line").first
    assert line.evaluate("one => getComputedStyle(one).stroke") == sample
    over = line.evaluate(
        "one => Boolean(document.querySelector('[data-view=head_side] [data-zone=neck_back]')"
        ".compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)"
    )
    assert over, "drawn above the pain area"
    assert "striped" in page.locator(".tp-legend").inner_text()


@pytest.mark.parametrize("muscle", ["masseter", "scm_sternal", "digastricus", "suboccipitales"])
def test_points_do_not_cover_a_small_muscle_and_stay_large_to_hit(shown, muscle):
    page = shown(muscle=muscle)
    drawn = 0
    for view in ("front", "back", "head_side"):
        page.locator(f"[data-choice='view:{view}']").click()
        hits = page.locator(f"{SVG} circle[data-point]").all()
        assert all(hit.bounding_box()["width"] >= 24 for hit in hits)
        scale = page.evaluate(f"document.querySelector('{SVG}').getScreenCTM().a")
        marks = page.locator(f"{SVG} .tp-points path").evaluate_all(
            "all => all.map(one => one.getBBox().width)"
        )
        drawn += len(marks)
        assert all(width * scale < 14 for width in marks), view
    assert drawn
    page.get_by_role("button", name="Zoom in").click()
    assert page.locator(f"{SVG} .tp-points path").count()


def test_a_point_chosen_in_the_card_is_shown_where_the_reader_looks(shown):
    page = shown(muscle="infraspinatus")
    button = page.locator("button[data-point]").first
    button.click()
    settle(page)
    still = page.locator(".tp-still")
    top, window = still.bounding_box()["y"], page.viewport_size["height"]
    assert 0 < top < window
    assert still.locator("[data-zone=shoulder_front][data-mark=essential]").first.is_visible()
    assert still.locator("[data-muscle=infraspinatus][data-mark=chosen]").first.is_visible()
    assert still.get_attribute("aria-hidden") == "true" and still.locator("[tabindex], [role]").count() == 0
    button.click()
    settle(page)
    assert still.count() == 0


def test_beside_the_card_the_figure_itself_stays_in_view(shown):
    page = shown(muscle="infraspinatus", width=1400)
    button = page.locator("button[data-point]").last
    button.click()
    assert page.locator(".tp-still").is_hidden()
    box = page.locator("[data-view=front] svg").bounding_box()
    assert box["y"] >= 0 and box["y"] < 600


def test_names_with_commas_do_not_run_together(shown):
    page = shown(muscle="infraspinatus")
    card = page.locator("[data-card]").inner_text()
    assert "Outer shoulder and outer upper arm · Front of upper arm and elbow crease" in card


@pytest.mark.parametrize("use", USES)
def test_letters_twice_as_large_fit_a_phone(shown, use):
    page = shown(use, width=320)
    page.add_style_tag(content="html { font-size: 200% }")
    page.get_by_role("button", name="Zoom in").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_mouse_let_go_outside_does_not_drag_on(shown):
    page = shown()
    page.get_by_role("button", name="Zoom in").click()
    box = page.locator(SVG).bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + 60
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate("document.querySelector('.tp-stage').style.pointerEvents = 'none'")
    page.mouse.up()
    page.evaluate("document.querySelector('.tp-stage').style.pointerEvents = ''")
    still = box_of(page)
    page.mouse.move(x + 10, y + 60, steps=4)
    assert box_of(page) == still


def test_what_lies_beyond_the_edge_is_offered_not_forced(shown):
    page = shown(view="back")
    page.get_by_role("button", name="Whole body").click()
    before = place(page)
    path = page.locator(f"{SVG} [data-muscle=infraspinatus][data-side=left][data-control]")
    path.click()
    settle(page)
    assert place(page) == pytest.approx(before, abs=0.01)
    beyond = page.locator("[data-jump=all]")
    assert "More is marked beyond the edge" in page.locator(".tp-around").inner_text()
    narrow = box_of(page, "back")[2]
    beyond.click()
    settle(page)
    assert box_of(page, "back")[2] > narrow
    assert beyond.count() == 0
    assert page.evaluate("document.activeElement.closest('.tp-stage') !== null")

"""Soles and palms on the map, in a real Chromium: fetched when wanted, opened, closed, left out."""

import pytest
from on_page import ASSETS, box_of, place

pytestmark = pytest.mark.browser


def on_screen(page, view, x, y):
    """Where the window shows a place of a drawing."""
    return page.evaluate(
        f"(() => {{ const svg = document.querySelector('[data-view={view}] svg');"
        f"const at = new DOMPoint({x}, {y}).matrixTransform(svg.getScreenCTM()); return [at.x, at.y]; }})()"
    )


@pytest.fixture
def fetched(site, open_page):
    """A page that opens ``abductor_hallucis`` and the list of drawings it asked for, as they come."""

    def opened(width, **props):
        page = open_page(width=width, height=800, has_touch=width < 500)
        asked = []
        page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
        state = {"kind": "body-map", "props": {"mode": "explore", **props}, "assets": ASSETS}
        page.goto(site.add("inset", site.host(state)))
        page.wait_for_selector(".tp-host[data-state=ready]")
        return page, asked

    return opened


def test_an_inset_is_fetched_when_it_is_opened_and_works_like_the_other_views(fetched):
    page, asked = fetched(320)
    assert "front.svg" in asked and "foot_sole.svg" not in asked
    buttons = [one.bounding_box() for one in page.locator("[data-choice^='view:']").all()]
    rows = sorted({box["y"] for box in buttons})
    assert [sum(box["y"] == row for box in buttons) for row in rows] == [5]
    assert len({round(box["width"]) for box in buttons if box["y"] == rows[0]}) == 1

    page.locator("[data-choice='view:foot_sole']").tap()
    muscle = page.locator(
        "[data-view=foot_sole] [data-muscle=abductor_hallucis][data-side=right][data-control]"
    )
    muscle.wait_for()
    assert page.locator("[role=status]").inner_text() == "Sole of foot view."
    assert asked.count("foot_sole.svg") == 1 and "hand_palm.svg" not in asked
    assert page.get_by_role("button", name="Whole body").count() == 0, "it would change nothing here"
    before = place(page)
    page.touchscreen.tap(*on_screen(page, "foot_sole", -23.8, 100))
    assert "Abductor hallucis, right, selected" in page.locator("[role=status]").inner_text()
    assert place(page) == pytest.approx(before, abs=0.01)
    mark = page.locator("[data-view=foot_sole] .tp-points path").bounding_box()
    middle = (mark["x"] + mark["width"] / 2, mark["y"] + mark["height"] / 2)
    assert middle == pytest.approx(on_screen(page, "foot_sole", -23.8, 100), abs=1)
    page.get_by_role("button", name="Zoom in").tap()
    assert box_of(page, "foot_sole")[2] == pytest.approx(100)


def test_in_a_wide_place_an_inset_is_opened_beside_the_others_and_closed_again(fetched):
    page, asked = fetched(1280, muscle="opponens_pollicis")
    page.locator("[data-view=hand_palm] [data-muscle=opponens_pollicis][data-control]").first.wait_for()
    assert page.locator(".tp-view:not([hidden])").count() == 4
    assert "foot_sole.svg" not in asked
    palm = page.locator("[data-choice='view:hand_palm']")
    assert palm.get_attribute("aria-pressed") == "true"
    palm.click()
    assert page.locator("[data-view=hand_palm]").is_hidden()
    assert page.locator("[role=status]").inner_text() == "Palm of hand is not shown any more."
    assert palm.evaluate("one => one === document.activeElement")
    assert page.locator(".tp-around [data-jump=hand_palm]").is_visible()


def test_an_inset_that_cannot_be_fetched_is_not_offered(site, open_page):
    page = open_page(width=360)
    page.route("**/foot_sole.svg", lambda route: route.abort())
    state = {"kind": "body-map", "props": {"mode": "explore"}, "assets": ASSETS}
    page.goto(site.add("no-inset", site.host(state)))
    page.locator("[data-choice='view:foot_sole']").click()
    page.locator("[data-choice='view:foot_sole']").wait_for(state="detached")
    assert page.locator("[data-view=front]").is_visible()
    page.watched.errors.clear()

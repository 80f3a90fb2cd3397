"""The address says what a map shows, and leads there; it never holds an answer about red flags."""

import pytest
from on_page import ASSETS, check, status

pytestmark = pytest.mark.browser


@pytest.fixture
def opened(site, open_page):
    """Return a function that opens a page of two maps, the second far below the first, at an address."""

    def at(hash, width=1280):
        page = open_page(width=width)
        hosts = [
            site.host({"kind": "body-map", "props": {"mode": mode}, "assets": ASSETS})
            for mode in ("explore", "hurts")
        ]
        page.goto(site.add("address", hosts[0], "<div style='height: 4000px'></div>", hosts[1]) + hash)
        page.wait_for_selector(".tp-host[data-state=ready]")
        return page

    return at


def settled(page, hash):
    page.wait_for_function("hash => location.hash === hash", arg=hash)


def test_a_choice_is_in_the_address_and_the_address_leads_back_to_it(opened):
    page = opened("", width=390)
    assert page.evaluate("location.hash") == "", "nobody chose anything yet"
    before = page.evaluate("history.length")
    page.locator("[data-action=show-all]").click()
    for muscle in ("masseter", "infraspinatus"):
        page.locator(f"button[data-muscle={muscle}]").click()
    point = page.locator("button[data-point]").first
    point.click()
    id = point.get_attribute("data-point")
    page.locator("[data-choice='side:right']").click()
    page.locator("[data-choice='layer:deep']").click()
    page.locator("[data-choice='view:back']").click()
    page.get_by_role("button", name="Zoom in").click()
    page.locator("[data-move=left]").click()
    page.wait_for_function("location.hash.includes('at_back=')")
    page.wait_for_timeout(400)
    address = page.url
    assert f"#explore=infraspinatus&point={id}&side=right&view=back&layer=deep&zoom=1.5&at_back=" in address
    assert page.evaluate("history.length") == before, "Back leaves the page"
    seen = page.locator("[data-view=back] svg").get_attribute("viewBox")

    page.goto("about:blank")
    page.goto(address)
    page.wait_for_function("document.activeElement?.matches('.tp-card .tp-heading')")
    assert page.locator(f"button[data-point={id}]").get_attribute("aria-pressed") == "true"
    for choice in ("side:right", "layer:deep", "view:back"):
        assert page.locator(f"[data-choice='{choice}']").get_attribute("aria-pressed") == "true"
    drawn = page.locator("[data-view=back] svg").get_attribute("viewBox")
    assert [float(n) for n in drawn.split()] == pytest.approx([float(n) for n in seen.split()], abs=1)
    assert page.locator("path[data-muscle=infraspinatus][data-side=right][data-mark=chosen]").count()


def test_the_places_are_in_the_address_the_answers_are_not(opened):
    page = opened("#hurts=left:head_temporal&map=2")
    second = page.locator(".tp-host").nth(1)
    second.locator("[data-pick='left:head_temporal']").wait_for()
    page.wait_for_function("scrollY > 2000")  # the map that is meant is in view
    assert page.locator(".tp-host").first.locator("[data-pick], [data-card]").count() == 0
    check(second, "RF53")
    second.locator("[data-action=questions-done]").click()
    page.wait_for_timeout(400)
    assert page.evaluate("location.hash").split("&")[0] == "#hurts=left:head_temporal"
    assert "RF" not in page.url and page.evaluate("JSON.stringify(history.state) ?? ''").find("RF") < 0
    second.locator("[data-candidate=temporalis]").click()
    page.wait_for_function("location.hash.startsWith('#explore=temporalis')")
    page.go_back()
    second.locator("[data-candidate=temporalis]").wait_for()
    page.wait_for_function("document.activeElement?.matches('[data-candidate=temporalis]')")
    page.go_forward()
    second.locator("[data-card=temporalis]").wait_for()


def test_an_old_or_wrong_link_says_so_once_and_breaks_nothing(opened):
    page = opened("#explore=__proto__&point=T1&view=inside&compare=constructor")
    assert status(page.locator(".tp-host").first) == (
        "Part of the link is not known here and was left out: muscle, view."
    )
    page.evaluate("location.hash = '#explore=masseter&compare=toString'")
    page.locator("[data-card=masseter]").wait_for()
    assert "muscle to compare with" in status(page.locator(".tp-host").first)
    page.evaluate("location.hash = '#explore=masseter&compare=temporalis'")
    page.locator("[data-comparison='masseter temporalis']").wait_for()
    page.locator("[data-action=close-comparison]").click()
    page.locator("[data-card=masseter] >> visible=true").wait_for()
    page.evaluate("location.hash = '#a-heading'")
    assert page.locator("[data-card=masseter]").is_visible(), (
        "another place of the page is no view of the map"
    )
    assert page.watched.errors == []


def test_the_link_is_copied_or_shown_to_be_copied(opened):
    page = opened("#explore=masseter&side=left")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    first = page.locator(".tp-host").first
    first.locator("[data-action=copy-link]").click()
    page.wait_for_function("document.querySelector('[role=status]').textContent === 'Link copied.'")
    assert "#explore=masseter&side=left" in page.evaluate("navigator.clipboard.readText()")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')) }")
    first.locator("[data-action=copy-link]").click()
    field = first.get_by_role("textbox", name="Link to this view")
    field.wait_for()
    assert "#explore=masseter&side=left" in field.input_value()
    page.wait_for_function("getSelection().toString().includes('#explore=masseter')")

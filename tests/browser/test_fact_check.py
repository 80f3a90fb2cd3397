"""The fact-check in a browser: narrowed by words, topic, verdict; linked to; on a phone; without script."""

from collections import Counter

import pytest

from triggerpoints import Evidence

pytestmark = pytest.mark.browser
PAGE = "book/fact_check.html"
CLAIMS = Evidence().claims
SHOWN = ".tp-fact:not([hidden])"
STATUS = ".tp-fact-bar [role=status]"
COUNTED = Counter(claim.verdict for claim in CLAIMS.values())


def shown(page):
    return page.locator(SHOWN).evaluate_all("all => all.map(one => one.id)")


def expected(**fields):
    fits = [one for one in CLAIMS.values() if all(getattr(one, key) == to for key, to in fields.items())]
    return {f"claim-{one.id.lower()}" for one in fits}


def in_sight(page, selector):
    box = page.locator(selector).bounding_box()
    return 0 <= box["y"] < page.viewport_size["height"]


def test_choose_search_and_link_by_keyboard(book, open_page, axe):
    page = open_page()
    page.goto(f"{book}/{PAGE}", wait_until="load")
    said = page.locator(STATUS)
    assert said.inner_text() == "59 of 59 claims are shown."
    field = page.get_by_label("Find a claim by word or number")
    field.focus()
    page.keyboard.type("Fernandez PEN")  # Fernández-de-las-Peñas, who is cited
    found = shown(page)
    assert "claim-c06" in found and 0 < len(found) < 20
    assert said.inner_text() == f"{len(found)} of 59 claims are shown."
    assert page.url.endswith("#find=Fernandez+PEN")
    page.locator(STATUS).locator("..").get_by_role("button", name="Show all 59 claims").press("Enter")
    assert len(shown(page)) == 59
    assert page.evaluate("document.activeElement.id") == "fact-find"
    assert "#" not in page.url

    page.keyboard.press("Tab")
    page.keyboard.type("low")
    page.keyboard.press("Tab")
    page.keyboard.type("wrong")
    assert set(shown(page)) == expected(topic="Low back pain", verdict="wrong")
    assert page.locator("#topic-injections").is_hidden()
    assert page.url.endswith("#topic=low-back-pain&verdict=wrong")
    assert axe(page) == []

    # A link to a claim shows it, whatever is chosen, and leaves the choice.
    page.evaluate("location.hash = '#claim-c07'")
    page.locator("#claim-c07").wait_for()
    assert set(shown(page)) == expected(topic="Low back pain", verdict="wrong") | {"claim-c07"}
    assert "C07 is shown too" in said.inner_text()
    assert in_sight(page, "#claim-c07")
    page.go_back()
    page.locator("#claim-c07").wait_for(state="hidden")
    # A topic of which nothing is shown ends the choice.
    page.get_by_text("The verdicts by topic, counted").press("Enter")
    page.locator("table.tp-fact-summary").get_by_role("link", name="Injections", exact=True).press("Enter")
    page.locator("#topic-injections").wait_for()
    assert len(shown(page)) == 59
    assert in_sight(page, "#topic-injections h3")
    # A number of the table leads to the claims that it counts.
    counted = expected(topic="What the therapy is", verdict="wrong")
    page.get_by_role("link", name=f"{len(counted)} wrong: What the therapy is").press("Enter")
    page.locator("#topic-injections").wait_for(state="hidden")
    assert set(shown(page)) == counted
    page.get_by_role("link", name=f"{COUNTED['wrong']} wrong: all topics").press("Enter")
    page.locator("#topic-injections").wait_for()
    assert set(shown(page)) == expected(verdict="wrong")

    field.fill("zzz")
    assert shown(page) == []
    assert "None of the 59 claims" in said.inner_text()
    # A whole sentence finds the claim; where no claim has all words, those with some of them are shown.
    field.fill("hot compress helps against soreness")
    assert shown(page) == []  # no wrong claim speaks of it
    page.locator("#fact-verdict").select_option("")
    assert shown(page) == ["claim-c33"]
    field.fill("compress xylophone")
    assert shown(page) == ["claim-c33"]
    assert said.inner_text() == "None has all of these words; 1 has some of them."
    assert page.watched.errors == []


def test_an_address_is_a_view_or_a_claim(book, open_page):
    page = open_page(width=320, height=640)
    page.goto(f"{book}/{PAGE}#topic=nonsense&verdict=contested&constructor=1", wait_until="load")
    assert set(shown(page)) == expected(verdict="contested")
    assert page.locator("#fact-verdict").input_value() == "contested"
    assert page.locator("#fact-topic").input_value() == ""
    assert in_sight(page, STATUS)
    page.get_by_role("link", name="C07", exact=True).click()
    address = page.url
    page.goto("about:blank")
    page.goto(address, wait_until="load")
    assert len(shown(page)) == 59
    assert in_sight(page, "#claim-c07")
    assert page.evaluate("document.documentElement.scrollWidth") == 320

    # From another page of the book a claim leads here.
    page.goto(f"{book}/book/what_is_a_trigger_point.html", wait_until="load")
    page.get_by_text("Claims on where they come from and what they do").click()
    page.get_by_role("link", name="Claim C07").click()
    page.wait_for_url("**/fact_check.html#claim-c07")


def test_a_phone_in_the_dark_and_paper(book, open_page, axe):
    page = open_page(width=320, height=640, color_scheme="dark")
    page.goto(f"{book}/{PAGE}#verdict=wrong", wait_until="load")
    summary = page.locator("table.tp-fact-summary")
    page.get_by_text("The verdicts by topic, counted").click()
    assert summary.get_by_text(f"wrong: {COUNTED['wrong']}").first.is_visible()
    page.evaluate("scrollTo(0, 0)")  # no link lies half under the bar at the top
    assert axe(page) == []
    page.emulate_media(media="print")
    assert all(box.is_visible() for box in page.locator(".tp-fact").all())
    assert page.locator(".tp-fact-bar").is_hidden()


def test_without_script_every_claim_is_there(book, open_page):
    page = open_page(java_script_enabled=False)
    page.goto(f"{book}/{PAGE}#claim-c57", wait_until="load")
    assert page.locator(SHOWN).count() == 59
    assert page.locator(".tp-fact-bar").is_hidden()
    assert page.locator("#claim-c57").get_by_text("wrong", exact=True).is_visible()
    assert in_sight(page, "#claim-c57")


def test_every_question_leads_back_to_its_claim(book, open_page):
    page = open_page()
    page.goto(f"{book}/{PAGE}", wait_until="load")
    text = page.locator(".tp-host script[type='application/json']").first.text_content()
    sections = set(page.evaluate("text => JSON.parse(text).props.set.item.map(item => item.section)", text))
    assert len(sections) > 15
    for section in sections:
        assert page.locator(f"#{section} h4").count() == 1

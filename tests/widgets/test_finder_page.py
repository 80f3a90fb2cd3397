"""The finder in a page, in a real Chromium: red flags come before any muscle."""

import pytest
from click.testing import CliRunner
from on_page import check, settle, status

from triggerpoints import Atlas
from triggerpoints.atlas import find
from triggerpoints.cli import cli

pytestmark = pytest.mark.browser


def test_red_flags_come_before_any_muscle_and_an_emergency_stops(body_map):
    page = body_map(mode="hurts")
    page.locator("button[data-zone=head_temporal][data-side=left]").click()
    assert status(page) == "Temple and side of head, left, selected. 1 chosen."
    page.get_by_role("button", name="Next: safety check").click()
    settle(page)
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
    assert Atlas().red_flags["RF01"].how_sure in advice.inner_text()
    assert "United Kingdom" in advice.inner_text() and "local emergency number" in advice.inner_text()
    assert "Call an ambulance now" in page.locator("[role=alert]").inner_text()
    assert groups.count() == 1, "an emergency leaves nothing else to read"
    assert page.locator("[data-action=questions-done], [data-candidate]").count() == 0
    sign.uncheck()
    assert page.locator("[role=alert]").inner_text() == "" and groups.count() == 4
    for group in groups.all():
        group.get_by_role("checkbox", name="None of these").check()
    page.locator("[data-action=questions-done]").click()
    settle(page)
    first = page.locator("[data-candidate]").first
    name = first.inner_text()
    assert "not probability" in page.locator(".tp-candidates").inner_text()
    first.click()
    settle(page)
    assert page.locator(".tp-card .tp-heading").inner_text() == name
    assert page.evaluate("document.activeElement.matches('.tp-card .tp-heading')")


def test_none_of_these_and_the_signs_exclude_each_other(body_map):
    page = body_map(mode="hurts", zones=["left:head_frontal"])
    page.get_by_role("button", name="Next: safety check").click()
    group = page.get_by_role("group", name="A doctor today, no massage Is any of these true?")
    none, sign = group.locator("[data-none]"), group.locator("[data-sign]").first
    none.check()
    assert status(page) == "A doctor today, no massage: none of these. 3 parts left."
    sign.check()
    assert not none.is_checked()
    none.check()
    assert not sign.is_checked() and page.locator("[data-flag]").count() == 0
    none.uncheck()
    assert group.locator(":checked").count() == 0


def test_the_way_on_comes_with_the_last_group_of_signs(body_map):
    page = body_map(mode="hurts", zones=["left:head_frontal"])
    page.evaluate("""() => {
      const count = what => document.querySelectorAll(what).length;
      window.seen = [];
      const done = () => count("[data-action=questions-done]");
      const look = () => window.seen.push([count("fieldset[data-group]"), done()]);
      const steps = document.querySelector(".tp-steps");
      new MutationObserver(look).observe(steps, { childList: true, subtree: true });
      document.querySelector(".tp-steps .tp-primary").click();
    }""")
    settle(page)
    seen = page.evaluate("window.seen")
    assert seen[0] == [1, 0], "the emergencies are there at once"
    assert seen[-1] == [4, 1]
    assert all(groups == 4 for groups, way_on in seen if way_on)


def test_a_group_without_an_answer_is_named_and_gets_the_focus(body_map):
    page = body_map(mode="hurts", zones=["left:head_frontal"])
    page.get_by_role("button", name="Next: safety check").click()
    page.locator("[data-none=call_emergency]").check()
    page.locator("[data-action=questions-done]").click()
    settle(page)
    assert status(page) == "3 parts not answered yet."
    page.wait_for_function("document.activeElement.closest('fieldset')?.dataset.group === 'same_day_medical'")
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
    settle(page)
    words = page.locator(".tp-candidates").inner_text()
    assert words.index("Go on with care") < words.index("Candidate muscles")
    page.locator("[data-action=change-answers]").click()
    assert page.locator("[data-sign=RF53]").is_checked()
    assert page.locator("[data-none]:checked").count() == 3


def test_questions_for_a_client_are_shown_on_demand(body_map):
    page = body_map(mode="hurts", zones=["left:head_frontal"])
    page.get_by_role("button", name="Next: safety check").click()
    question = page.get_by_text("reach its worst within five minutes?")
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
    settle(page)
    whys = page.locator("[data-candidate] + span").all_inner_texts()
    assert whys[0] == "main area: forehead"
    told = page.locator(".tp-candidates").inner_text()
    assert "where the pain is described first" in told
    page.locator("[data-candidate]").first.click()
    settle(page)
    legend = page.locator(".tp-legend").inner_text()
    assert "where the pain is described first" in legend


def test_a_muscle_opens_on_the_side_that_hurts_and_the_candidates_stay(body_map):
    page = body_map(mode="hurts", zones=["head_temporal"])
    page.locator("button[data-zone=head_temporal][data-side=left]").click()
    check(page)
    page.locator("[data-action=questions-done]").click()
    settle(page)
    found = page.locator("[data-candidate]").all_inner_texts()
    page.locator("[data-candidate]").first.click()
    settle(page)
    assert page.locator("[data-mark=chosen][data-side=right]").count() > 0
    assert page.locator("[data-mark=chosen][data-side=left]").count() == 0
    page.get_by_role("button", name="Where does it hurt?").click()
    settle(page)
    assert page.locator("[data-candidate]").all_inner_texts() == found


def test_a_new_zone_asks_what_is_new_and_keeps_the_other_answers(body_map):
    page = body_map(mode="hurts", zones=["left:head_temporal"])
    check(page)
    page.locator("[data-action=questions-done]").click()
    settle(page)
    assert page.locator("[data-candidate]").count() > 0
    page.locator("button[data-zone=neck_back][data-side=left]").click()
    assert status(page).endswith("2 chosen. Your safety answers are kept.")
    settle(page)
    assert page.locator("[data-candidate]").count() == 0
    answered = {one.get_attribute("data-none") for one in page.locator("[data-none]:checked").all()}
    assert answered == {"modify_and_ask"}, "the others have a sign that was not asked yet"
    page.locator("button[data-zone=neck_back][data-side=left]").click()
    settle(page)
    assert page.locator("[data-none]:checked").count() == 4


def test_the_other_side_asks_nothing_new(body_map):
    page = body_map(mode="hurts", zones=["left:head_temporal"])
    check(page)
    page.locator("[data-action=questions-done]").click()
    settle(page)
    page.locator("button[data-zone=head_temporal][data-side=right]").click()
    assert page.locator("[data-candidate]").count() > 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_on_what_the_safety_check_leads_to(body_map, axe, theme):
    page = body_map(width=320, mode="hurts", zones=["left:head_frontal"])
    page.evaluate(f"document.documentElement.dataset.theme = '{theme}'")
    check(page, "RF53")
    page.locator("[data-none=call_emergency]").uncheck()
    page.locator("[data-action=questions-done]").click()
    settle(page)
    assert axe(page) == [], "a group that is not answered"
    page.locator("[data-none=call_emergency]").check()
    page.locator("[data-action=questions-done]").click()
    settle(page)
    page.locator(".tp-advice summary").click()
    assert axe(page) == [], "candidates under a caution"
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_new_sign_in_a_ticked_group_is_pointed_out_before_the_muscles(body_map):
    page = body_map(mode="hurts", zones=["left:head_temporal"])
    check(page, "RF53")
    page.locator("[data-action=questions-done]").click()
    settle(page)
    page.locator("button[data-zone=back_low][data-side=left]").click()
    settle(page)
    for group in page.locator("fieldset[data-group]").all():
        if not group.locator("[data-sign]:checked").count():
            group.get_by_role("checkbox", name="None of these").check()
    page.locator("[data-action=questions-done]").click()
    settle(page)
    assert page.evaluate("document.activeElement.dataset.sign") == "RF33"
    assert "New with the places you added" in page.locator("[data-group=modify_and_ask]").inner_text()
    assert page.locator("[data-step=questions]").count() == 1
    page.locator("[data-action=questions-done]").click()
    settle(page)
    assert page.locator("[data-step=muscles]").count() == 1


def test_taking_picks_away_by_key_keeps_the_focus_with_them(body_map):
    page = body_map(mode="hurts", zones=["left:head_temporal", "left:neck_back", "left:head_frontal"])
    page.locator("[data-pick='left:neck_back']").focus()
    for left in ("left:head_frontal", "left:head_temporal"):
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.dataset.pick") == left
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('.tp-picks')")


def test_the_order_is_that_of_the_command(body_map):
    zones = ["left:head_vertex", "right:face_jaw", "left:neck_front", "left:face_jaw"]
    page = body_map(mode="hurts", zones=zones)
    check(page)
    page.locator("[data-action=questions-done]").click()
    settle(page)
    shown = [one.get_attribute("data-candidate") for one in page.locator("[data-candidate]").all()]
    told = CliRunner().invoke(cli, ["find", *(zone.partition(":")[2] for zone in zones)]).output
    assert shown == [line.split()[1] for line in told.splitlines() if line[:4].strip().isdigit()]
    found = find(Atlas(), ["head_vertex", "face_jaw", "neck_front"]).muscles
    assert shown == [one.id for group in (True, False) for one in found if one.essential is group]
    assert shown != [one.id for one in found], "spillover of three areas counts more than one essential area"

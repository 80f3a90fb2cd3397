"""The way through a quiz in a real Chromium: on after a reload, the verdict in view, the end, a new start."""

import json

import pytest

pytestmark = pytest.mark.browser
KEY = "triggerpoints:end"
OPTIONS = [
    {"id": "a", "text": "Alpha", "feedback": "Alpha is not it."},
    {"id": "b", "text": "Beta", "correct": True, "feedback": "Right. Beta it is."},
    {"id": "c", "text": "Gamma", "careful": True, "feedback": "Gamma is more than it takes."},
]
ITEMS = [
    {"type": "choice", "id": "one", "prompt": "One?", "safety": True, "section": "part", "options": OPTIONS},
    {"type": "choice", "id": "two", "prompt": "Two?", "section": "nowhere", "options": OPTIONS},
    {
        "type": "muscles",
        "id": "pick",
        "section": "claim-c07",
        "prompt": "A story. Pick the muscle that closes the jaw from the cheek.",
        "key": ["left:masseter"],
        "single": True,
        "view": "head_side",
    },
    {"type": "text", "id": "write", "prompt": "Write.", "model_answer": "Since it is so."},
]
ANSWERS = {
    "one": {"response": ["a"], "answered_at": "2026-11-21T10:00:00Z"},
    "two": {"response": ["b"], "answered_at": "2026-11-21T10:01:00Z"},
    "pick": {"response": ["left:masseter", "left:temporalis"], "answered_at": "2026-11-21T10:02:00Z"},
    "write": {"response": "So.", "answered_at": "2026-11-21T10:03:00Z"},
}
SECTION = '<section id="part"><h2>The first part<a class="headerlink" href="#part">#</a></h2></section>'
CLAIM = (
    '<article id="claim-c07" data-called="C07, contested: It hurts"><h4><a>C07</a> It hurts.</h4></article>'
)
FOCUSED = "selector => Boolean(document.activeElement?.matches(selector))"
IN_VIEW = """one => { const box = one.getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight }"""


# The place of the page has been the same for a tenth of a second.
AT_REST = """() => new Promise(done => {
  let last, same = 0;
  const look = () => {
    same = scrollY === last ? same + 1 : 0;
    last = scrollY;
    if (same > 6) done(true); else requestAnimationFrame(look);
  };
  look();
})"""


def at_rest(page):
    """Wait until nothing scrolls."""
    page.evaluate(AT_REST)


@pytest.fixture
def quiz(site, open_page):
    """Open a quiz with ``answers`` kept from an earlier visit."""

    def opened(answers=None, judged=True, width=320, **props):
        page = open_page(width=width, height=640)
        kept_before = json.dumps(answers or {})
        page.add_init_script(
            f"localStorage.getItem('{KEY}') ?? localStorage.setItem('{KEY}', '{kept_before}')"
        )
        hidden = set() if judged else {"key", "safety", "section", "model_answer"}
        items = [{name: value for name, value in item.items() if name not in hidden} for item in ITEMS]
        item_set = {"id": "end", "title": "A set", "kind": "practice", "released": not judged, "item": items}
        props = {"set": item_set, "judged": judged, **props}
        state = {"kind": "quiz", "props": props, "assets": {"base": "atlas"}, "answers": {}}
        page.goto(site.add("end", SECTION + CLAIM, site.host(state, key=KEY)))
        page.wait_for_selector(".tp-host[data-state=ready]")
        return page

    return opened


def kept(page):
    return json.loads(page.evaluate(f"localStorage.getItem('{KEY}')"))


def some(*names, **changed):
    return {name: ANSWERS[name] for name in names} | changed


def test_a_visitor_goes_on_where_something_is_left(quiz):
    page = quiz(some("one", "two"))
    assert page.locator("[data-item=pick]").is_visible()
    assert (
        page.locator(".tp-resumed").inner_text()
        == "You answered 2 of 4 earlier. Question 3 is the first that is left."
    )
    page.locator("[data-action=previous]").click()
    assert page.locator("[data-item=two] [data-result=correct]").is_visible()
    assert page.locator(".tp-resumed").count() == 0


def test_when_all_is_answered_a_visitor_sees_the_result(quiz):
    page = quiz(ANSWERS)
    assert page.locator(".tp-resumed").inner_text() == "You answered 4 of 4 earlier."
    end = page.locator("[data-end=result]")
    assert end.locator(".tp-heading").inner_text() == "Your result"
    assert end.locator("p.tp-score").inner_text() == (
        "1 of 3 right; 1 partly right and 1 not right. What is right in part counts in part: 1.5 of 3 points."
        " One more question has no points: you compare your answer with a model answer."
    )
    assert end.locator(".tp-caution").inner_text().startswith("A safety question was not right.")
    states = [row.get_attribute("data-state") for row in end.locator("[data-row]").all()]
    assert states == ["incorrect", "correct", "partial", "compared"]
    words = end.locator("[data-row=pick]").inner_text()
    assert "◐ partly right, 0.5 of 1 point" in words
    end.locator("[data-row=pick]").click()
    verdict = page.locator("[data-item=pick] [data-result=partial] .tp-heading").inner_text()
    assert "You have the muscle asked for, and 1 too many: the answer has only one." in verdict


def test_what_to_read_again_leads_to_the_section_if_the_page_has_it(quiz):
    page = quiz(some("one", "pick", two={**ANSWERS["one"]}))
    page.locator("[data-action=to-end]").click()
    links = page.locator(".tp-read-again a").all()
    assert {link.get_attribute("href"): link.inner_text() for link in links} == {
        "#part": "The first part",
        "#claim-c07": "C07, contested: It hurts",  # never a claim without its verdict
    }


def test_only_those_that_were_not_right_come_again_blank_and_a_reload_keeps_the_round(quiz):
    page = quiz(ANSWERS)
    assert page.locator("[data-action=repeat]").inner_text() == "Repeat the 1 not right and 1 partly right"
    page.locator("[data-action=repeat]").click()
    page.wait_for_function(FOCUSED, arg="[data-item=one]")
    page.reload()
    page.wait_for_selector(".tp-host[data-state=ready]")
    assert "1 of the 2 in this round" in page.locator(".tp-progress").inner_text()
    assert page.locator("[data-item=one] input:checked").count() == 0
    page.locator("[data-action=to-end]").click()
    assert page.locator(".tp-end .tp-caution").inner_text().startswith("A safety question was not right.")
    assert kept(page) == ANSWERS
    page.locator("[data-action=repeat]").click()
    page.locator("[data-item=one] input[value=b]").check()
    page.locator("[data-action=check]").click()
    page.locator("[data-action=next]").click()
    assert page.locator("[data-item=pick]").is_visible()
    for key in ("[data-muscle=temporalis][data-side=left]", "[data-muscle=masseter][data-side=right]"):
        page.locator(f"button{key}").evaluate("button => button.click()")
    assert page.locator("[role=status]").inner_text() == (
        "Masseter, right, selected instead of Temporalis, left."
    )
    page.locator("[data-action=check]").click()
    page.locator("[data-action=finish]").click()
    page.wait_for_function(FOCUSED, arg=".tp-end > .tp-heading")
    assert page.locator("p.tp-score").inner_text().startswith("3 of 3 right. One more question has")
    assert page.locator("[data-action=repeat], .tp-end .tp-caution").count() == 0


def test_a_reload_opens_the_question_last_shown(quiz):
    page = quiz(some("one"))
    page.locator("[data-go=write]").click()
    page.reload()
    page.wait_for_selector(".tp-host[data-state=ready]")
    assert page.locator("[data-item=write]").is_visible()
    assert page.locator(".tp-progress").inner_text() == "1 of 4 answered"
    assert page.locator(".tp-resumed").inner_text().endswith("Question 4 is where you were.")


def test_too_careful_is_on_the_safe_side_and_costs_the_same(quiz):
    page = quiz({**ANSWERS, "one": {**ANSWERS["one"], "response": ["c"]}})
    end = page.locator("[data-end=result]")
    assert end.locator(".tp-caution").count() == 0
    assert "One answer was more careful than needed." in end.locator(".tp-careful").inner_text()
    row = end.locator("[data-row=one]")
    words = row.inner_text()
    assert "Safety." in words and "not right, too careful, 0 of 1 point" in words
    row.click()
    assert (
        "more careful than it has to be" in page.locator("[data-result=incorrect] .tp-heading").inner_text()
    )
    missed = page.locator(".tp-reasons [data-verdict=missed]").inner_text()
    assert missed == "Beta: ○ right, not chosen. Beta it is."


def test_the_verdict_leads_to_the_figure_and_the_question_is_asked_once(quiz):
    page = quiz(ANSWERS, width=360)
    page.locator("[data-row=pick]").click()
    page.locator("[data-action=to-figure]").click()
    page.wait_for_function(FOCUSED, arg=".tp-picture")
    shows = "s => getComputedStyle(document.querySelector('.tp-question-again')).visibility === s"
    page.locator(".tp-legend").evaluate("one => one.scrollIntoView({block: 'start'})")
    page.wait_for_function(shows, arg="visible")
    page.locator("legend").first.evaluate("one => one.scrollIntoView({block: 'start'})")
    page.wait_for_function(shows, arg="hidden")


def test_a_new_start_asks_once_and_deletes_only_when_told(quiz):
    page = quiz(ANSWERS)
    page.locator("[data-action=start-again]").focus()
    page.keyboard.press("Enter")
    page.wait_for_function(FOCUSED, arg=".tp-confirm")
    assert kept(page) == ANSWERS
    page.keyboard.press("Escape")
    page.wait_for_function(FOCUSED, arg="[data-action=start-again]")
    page.keyboard.press("Enter")
    page.locator("[data-action=keep-answers]").click()
    assert kept(page) == ANSWERS
    page.locator("[data-action=start-again]").click()
    page.locator("[data-action=delete-answers]").click()
    page.wait_for_function(FOCUSED, arg="[data-item=one]")
    assert {answer["response"] for answer in kept(page).values()} == {None}
    page.reload()
    page.wait_for_selector(".tp-host[data-state=ready]")
    assert page.locator("[data-item=one]").is_visible() and page.locator(".tp-resumed").count() == 0
    assert page.locator("[data-go][data-state=open]").count() == len(ITEMS)


def test_the_end_of_a_recorded_set_says_how_far_it_is_and_no_verdict(quiz):
    page = quiz(some("one", "two"), judged=False)
    page.locator("[data-action=to-end]").click()
    end = page.locator("[data-end=recorded]")
    assert "You answered 2 of 4 questions. Your answers are saved as you give them." in end.inner_text()
    states = [row.get_attribute("data-state") for row in end.locator("[data-row]").all()]
    assert states == ["answered", "answered", "open", "open"]
    page.locator("[data-action=go-on]").click()
    assert page.locator("[data-item=pick]").is_visible()
    page.locator("[data-action=next]").click()
    page.locator("textarea").fill("Because.")
    page.locator("[data-action=finish]").click()
    assert "Next: answer what is left" in end.inner_text()
    assert page.locator("[data-result], [data-verdict], .tp-caution, [data-action=start-again]").count() == 0
    text = page.locator(".tp-quiz").inner_text().lower()
    assert not any(word in text for word in ("right;", "not right", "partly", "points", "model answer"))
    assert kept(page)["one"] == ANSWERS["one"]


def test_where_keeping_fails_the_end_does_not_say_that_answers_are_saved(quiz):
    page = quiz(some("one"), judged=False, notice="Your answers could not be saved.")
    page.locator("[data-action=to-end]").click()
    assert "are saved as you give them" not in page.locator(".tp-end").inner_text()
    assert "Read the message at the top" in page.locator(".tp-end").inner_text()


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_the_verdict_comes_into_view_and_what_is_in_view_stays(quiz, motion):
    page = quiz()
    page.emulate_media(reduced_motion=motion)
    page.locator("[data-item=one] input[value=a]").check()
    page.evaluate("scrollTo(0, document.querySelector('[data-action=check]').offsetTop - innerHeight + 60)")
    page.locator("[data-action=check]").focus()
    page.keyboard.press("Enter")
    heading = page.locator("[data-result=incorrect] > .tp-heading")
    page.wait_for_function(f"() => ({IN_VIEW})(document.querySelector('[data-result] > .tp-heading'))")
    assert page.evaluate(FOCUSED, "[data-result] > .tp-heading")
    page.locator("[data-action=retry]").click()
    page.wait_for_function(FOCUSED, arg="[data-item=one]")
    at_rest(page)
    page.evaluate("scrollTo(0, document.querySelector('[data-item=one]').offsetTop)")
    before = page.evaluate("scrollY")
    page.locator("[data-action=check]").click()
    page.wait_for_function(FOCUSED, arg="[data-result] > .tp-heading")
    at_rest(page)
    assert heading.evaluate(IN_VIEW) and page.evaluate("scrollY") == before


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("judged", [True, False])
def test_axe_and_no_sideways_scroll_at_the_end(quiz, axe, width, theme, judged):
    page = quiz(some("one", "two", "pick"), judged=judged, width=width)
    page.evaluate(f"document.documentElement.dataset.theme = '{theme}'")
    page.locator("[data-action=to-end]").click()
    if judged:
        page.locator("[data-action=start-again]").click()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("[role=status]").count() == 1
    assert page.watched.errors == [] and page.watched.foreign == []


def test_on_paper_every_question_stands_with_its_answer_and_no_button(quiz):
    page = quiz(ANSWERS)
    page.emulate_media(media="print")
    assert page.locator(".tp-end").is_hidden() and page.locator("nav").is_hidden()
    printed = page.locator(".tp-printed").inner_text()
    assert "Your answer: Beta (right)" in printed and "Your answer: Alpha (not right)" in printed
    assert "Your answer: Masseter, left; Temporalis, left (partly right)" in printed
    assert page.locator(".tp-quiz button:visible").count() == 0

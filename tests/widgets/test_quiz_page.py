"""The quiz in a page, in a real Chromium: keyboard alone, verdicts, what is kept, what is broken."""

import json

import pytest
from on_page import axe_in_both_themes, status, tab_to

pytestmark = pytest.mark.browser
ITEMS = [
    {
        "type": "choice",
        "id": "one",
        "prompt": "One?",
        "explain": "Because of one.",
        "cite": ["Someone2020", "Other2021", "nobody"],
        "options": [
            {"id": "a", "text": "Alpha", "feedback": "Alpha is not it."},
            {"id": "b", "text": "Beta", "correct": True, "feedback": "Beta it is."},
        ],
    },
    {
        "type": "choice",
        "id": "many",
        "prompt": "Many?",
        "multiple": True,
        "options": [
            {"id": "a", "text": "Alpha", "correct": True, "feedback": "Yes."},
            {"id": "b", "text": "Beta", "correct": True, "feedback": "Yes."},
            {"id": "c", "text": "Gamma", "feedback": "No."},
        ],
    },
    {
        "type": "muscles",
        "id": "pick",
        "prompt": "Pick.",
        "key": ["left:temporalis", "left:masseter"],
        "view": "head_side",
        "feedback": {"occipitalis": "Occipitalis lies behind."},
    },
    {
        "type": "zones",
        "id": "mark",
        "prompt": "Mark.",
        "key": ["left:neck_back"],
        "view": "back",
        "muscle": "left:trapezius_superior",
        "feedback": {"scapula": "Not the shoulder blade."},
    },
    {
        "type": "text",
        "id": "write",
        "prompt": "Write.",
        "rubric": ["says why"],
        "model_answer": "Since it is so.",
    },
    {"type": "order", "id": "later", "prompt": "Order."},
]
KEY = "triggerpoints:test"
CITATIONS = {
    "Someone2020": {"label": "Someone et al., 2020", "url": "https://doi.org/10.1/x"},
    "Other2021": {"label": "Other, 2021", "url": ""},
}


def quiz_state(judged=True, **props):
    items = ITEMS
    if not judged:
        hidden = {"key", "feedback", "explain", "cite", "model_answer", "rubric"}
        items = [{name: value for name, value in item.items() if name not in hidden} for item in ITEMS]
    test_set = {
        "id": "test",
        "title": "A test set",
        "kind": "practice",
        "released": not judged,
        "item": items,
    }
    return {
        "kind": "quiz",
        "props": {"set": test_set, "judged": judged, **props},
        "assets": {"base": "atlas", "citations": CITATIONS},
        "answers": {},
    }


@pytest.fixture
def quiz(site, open_page):
    def opened(width=1280, judged=True, before="", **props):
        page = open_page(width=width)
        if before:
            page.add_init_script(before)
        page.goto(site.add("quiz", site.host(quiz_state(judged, **props), key=KEY)))
        page.wait_for_selector(".tp-host[data-state=ready]")
        return page

    return opened


def kept(page):
    return json.loads(page.evaluate(f"localStorage.getItem('{KEY}')") or "{}")


def test_wrong_then_retry_then_right_by_keyboard_alone(quiz):
    page = quiz()
    item = page.locator("[data-item=one]")
    tab_to(page, "[data-item=one] input")
    page.keyboard.press("Space")
    tab_to(page, "[data-action=check]")
    page.keyboard.press("Enter")
    assert item.locator("[data-result=incorrect]").count() == 1
    assert status(page).startswith("Not right.")
    assert "Alpha is not it." in item.inner_text() and "Because of one." in item.inner_text()
    assert "Sources: Someone et al., 2020; Other, 2021; nobody" in item.inner_text()
    links = item.locator(".tp-sources a")
    assert [one.get_attribute("href") for one in links.all()] == ["https://doi.org/10.1/x"]
    assert page.evaluate("document.activeElement.matches('[data-result] > .tp-heading')")
    tab_to(page, "[data-action=retry]", limit=3)  # past the link of the source
    page.keyboard.press("Enter")
    assert item.locator("[data-result]").count() == 0
    assert item.locator("input[value=a]").is_checked()
    assert status(page) == "Change your answer, then check it again."
    tab_to(page, "[data-item=one] input", limit=2)
    page.keyboard.press("ArrowDown")
    tab_to(page, "[data-action=check]")
    page.keyboard.press("Enter")
    assert item.locator("[data-result=correct]").count() == 1
    tab_to(page, "[data-action=next]")
    page.keyboard.press("Enter")
    assert page.locator("[data-item=many]").is_visible()
    assert status(page) == "Question 2 of 6."


def test_a_blank_check_says_what_is_missing_and_gives_no_verdict(quiz):
    page = quiz()
    page.locator("[data-action=check]").click()
    assert status(page) == "Choose an option first."
    assert page.locator("[data-result]").count() == 0


def test_part_of_the_answer_is_said_in_words(quiz):
    page = quiz(layout="column")
    many = page.locator("[data-item=many]")
    many.get_by_label("Alpha").check()
    many.locator("[data-action=check]").click()
    heading = many.locator("[data-result=partial] .tp-heading").inner_text()
    assert heading == "◐ Partly right. You have 1 of the 2 right options; 1 is missing."
    mark = page.locator("[data-item=mark]")
    for zone in ("neck_back", "scapula"):
        mark.locator(f"button[data-zone={zone}][data-side=left]").click()
    mark.locator("[data-action=check]").click()
    verdict = mark.locator("[data-result=partial]").inner_text()
    assert "You have the zone asked for, and 1 too many" in verdict
    assert "of the area matches." in verdict and "Not the shoulder blade." in verdict
    assert mark.locator("path[data-zone=neck_back][data-side=left][data-mark=right]").count()
    assert mark.locator("path[data-zone=scapula][data-side=left][data-mark=wrong]").count()
    assert mark.locator(".tp-legend").is_visible()


def test_muscles_by_list_and_by_figure_are_one_answer(quiz):
    page = quiz(layout="column")
    item = page.locator("[data-item=pick]")
    item.locator("button[data-muscle=masseter][data-side=left]").click()
    assert status(page) == "Masseter, left, selected. 1 chosen."
    item.locator("path[data-muscle=temporalis][data-side=right][data-control]").last.focus()
    page.keyboard.press("Enter")
    assert (
        item.locator("button[data-muscle=temporalis][data-side=right]").get_attribute("aria-pressed")
        == "true"
    )
    assert kept(page)["pick"]["response"] == ["left:masseter", "right:temporalis"]
    item.locator("[data-action=check]").click()
    assert item.locator("[data-result=correct]").count() == 1


def test_nothing_marks_the_key_before_the_check(quiz):
    page = quiz(layout="column")
    marks = page.eval_on_selector_all(
        "path[data-mark]", "all => [...new Set(all.map(one => one.dataset.mark))]"
    )
    assert marks == ["landmark"]
    assert "Since it is so." not in page.locator("main").inner_text()
    assert page.locator("[data-verdict]").count() == 0


def test_answers_and_verdicts_are_there_after_a_reload(quiz):
    page = quiz()
    page.locator("[data-item=one] input[value=b]").check()
    page.locator("[data-action=check]").click()
    assert kept(page)["one"]["answered_at"].endswith("Z")
    page.locator("[data-go=many]").click()
    page.locator("[data-item=many] input[value=a]").check()
    page.reload()
    page.wait_for_selector(".tp-host[data-state=ready]")
    assert page.locator("[data-item=many] input[value=a]").is_checked()
    assert page.locator("[data-go=one]").get_attribute("data-state") == "correct"
    assert page.locator("[data-go=many]").get_attribute("data-state") == "started"
    page.locator("[data-go=one]").click()
    assert page.locator("[data-item=one] [data-result=correct]").count() == 1


@pytest.mark.parametrize(
    "before",
    [
        f"localStorage.setItem('{KEY}', '{{broken')",
        f"localStorage.setItem('{KEY}', '[1, 2]')",
        f"""localStorage.setItem('{KEY}', '{{"one": 3, "many": {{"response": "a"}}}}')""",
        "Object.defineProperty(window, 'localStorage', {get() {throw new Error('denied')}})",
    ],
    ids=["broken", "not ours", "wrong shapes", "denied"],
)
def test_a_storage_of_garbage_or_none_does_not_stop_the_quiz(quiz, before):
    page = quiz(before=before)
    page.locator("[data-item=one] input[value=b]").check()
    page.locator("[data-action=check]").click()
    assert page.locator("[data-result=correct]").count() == 1
    assert page.watched.errors == []
    warned = page.locator("[role=alert]", has_text="does not keep your answers").count()
    assert warned == ("denied" in before)


def test_a_saved_answer_of_the_wrong_shape_is_left_out_and_said_so(quiz):
    page = quiz(before=f"""localStorage.setItem('{KEY}', '{{"one": {{"response": ["zeta"]}}}}')""")
    text = page.locator("[data-item=one]").inner_text()
    assert "The saved answer was left out: item 'one' has no option 'zeta'; it has a, b." in text


def test_an_unknown_type_is_one_sentence_and_the_others_work(quiz):
    page = quiz(layout="column")
    assert "type “order”, which this page does not know" in page.locator("[data-item=later]").inner_text()
    assert page.locator("[data-action=check]").count() == 5


def test_a_written_answer_is_compared_with_the_model_answer(quiz):
    page = quiz(layout="column")
    item = page.locator("[data-item=write]")
    item.locator("textarea").fill("It is so because I say so.")
    assert "7 words" in item.inner_text()
    item.locator("[data-action=check]").click()
    assert "Since it is so." in item.inner_text() and "says why" in item.inner_text()
    assert item.locator("[data-result]").count() == 0


def test_a_released_set_records_and_never_judges(quiz):
    page = quiz(judged=False)
    assert page.locator("[data-action=check]").count() == 0
    page.locator("[data-item=one] input[value=a]").check()
    assert status(page) == "Alpha: chosen. Answer saved."
    page.get_by_label("Unsure").check()
    saved = kept(page)["one"]
    assert saved["response"] == ["a"] and saved["confidence"] == 0.6 and saved["answered_at"]
    assert page.locator("[data-go=one]").get_attribute("data-state") == "answered"
    assert "1 of 6 answered" in page.locator("nav").inner_text()
    page.locator("[data-go=mark]").click()
    page.locator("button[data-zone=neck_back][data-side=left]").click()
    assert kept(page)["mark"]["response"] == ["left:neck_back"]
    assert page.locator("[data-result], [data-verdict]").count() == 0


@pytest.mark.parametrize("width", [320, 1400])
def test_axe_and_no_sideways_scroll(quiz, axe, width):
    page = quiz(width=width, layout="column")
    page.locator("[data-item=one] input[value=a]").check()
    for spatial in ("pick", "mark") if width == 320 else ():
        page.locator(f"[data-item={spatial}] [data-action=show-all]").click()
    page.locator("[data-item=pick] button[data-muscle=occipitalis][data-side=left]").click()
    page.locator("[data-item=mark] button[data-zone=neck_back][data-side=left]").click()
    page.locator("[data-item=write] textarea").fill("Something.")
    for item in ("one", "pick", "mark", "write"):
        page.locator(f"[data-item={item}] [data-action=check]").click()
    assert axe_in_both_themes(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("[role=status]").count() == 1
    assert page.watched.errors == [] and page.watched.foreign == []


def test_what_is_fetched_carries_the_version_of_the_page(site, open_page):
    page = open_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[1]))
    state = {"kind": "body-map", "props": {}, "assets": {"base": "atlas", "version": "0a1b2c"}}
    page.goto(site.add("version", site.host(state)))
    page.wait_for_selector(".tp-host[data-state=ready]")
    names = ("atlas.json", "front.svg", "back.svg", "head_side.svg")
    assert {f"{name}?v=0a1b2c" for name in names} <= set(asked)


def test_parts_of_a_set_keep_their_answers_together_and_fetch_no_figure(site, open_page, axe):
    def part(*places, **props):
        state = quiz_state(**props)
        state["props"]["set"]["item"] = [{**ITEMS[place], "section": "part"} for place in places]
        return site.host(state, key=KEY)

    page = open_page(width=320)
    asked = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[1]))
    inside, rest = part(0, layout="check"), part(1, 4, start=2)
    page.goto(
        site.add("parts", "<section id=part><h2>The part</h2>", inside, "</section><h2>At the end</h2>", rest)
    )
    page.wait_for_function("document.querySelectorAll('.tp-host[data-state=ready]').length === 2")
    check = page.get_by_role("group", name="Check yourself (The part)")
    rest = page.locator(".tp-quiz[data-layout=single]")
    assert check.locator("nav, [data-end], [data-action=next]").count() == 0
    assert "Question" not in check.inner_text() and "Practice" not in check.inner_text()
    assert page.locator("h3").all_text_contents() == ["Check yourself (The part)", "A test set"]

    tab_to(page, "[data-item=one] input")
    page.keyboard.press("Space")
    tab_to(page, "[data-item=one] [data-action=check]")
    page.keyboard.press("Enter")
    assert check.locator("[data-result=incorrect]").is_visible()
    assert page.evaluate("document.activeElement.matches('[data-result] > .tp-heading')")
    rest.get_by_label("Alpha").check()
    rest.locator("[data-action=check]").click()
    assert rest.locator("[data-result=partial]").count() == 1
    assert {name: one["response"] for name, one in kept(page).items()} == {"one": ["a"], "many": ["a"]}
    assert axe(page) == []

    rest.locator("[data-action=to-end], [data-go=write]").first.click()
    rest.locator("[data-action=finish]").click()
    rest.locator("[data-action=start-again]").click()
    assert "Your answers to these 2 questions" in rest.locator(".tp-confirm").inner_text()
    rest.locator("[data-action=delete-answers]").click()
    assert kept(page)["one"]["answered_at"] and kept(page)["many"] == {"response": None}
    check.locator("[data-action=retry]").click()
    page.reload()
    page.wait_for_function("document.querySelectorAll('.tp-host[data-state=ready]').length === 2")
    assert check.locator("[data-result]").count() == 0, "it is being tried again"
    assert kept(page)["one"]["answered_at"], "and counts until it is checked anew"
    assert rest.locator("[data-item=many]").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".tp-printed").evaluate_all("all => all.map(one => one.start)") == [1, 2]
    assert not {"atlas.json", "front.svg"} & set(asked)


def test_two_widgets_load_the_module_once_and_do_not_mix(site, open_page):
    page = open_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[1]))
    body_map = {"kind": "body-map", "props": {}, "assets": {"base": "atlas"}}
    page.goto(site.add("two", site.host(quiz_state(), key=KEY), site.host(body_map), site.host(body_map)))
    page.evaluate("document.querySelectorAll('.tp-host').forEach(host => host.scrollIntoView())")
    page.wait_for_function("document.querySelectorAll('.tp-host[data-state=ready]').length === 3")
    assert asked.count("triggerpoints.js") == 1 and asked.count("atlas.json") == 1
    ids = page.eval_on_selector_all("[id]", "all => all.map(one => one.id)")
    assert len(ids) == len(set(ids))


def test_the_host_runs_any_anywidget_module(site, open_page):
    (site.folder / "counter.js").write_text(
        "export default async () => ({"
        " initialize({model}) { model.set('value', model.get('value') + 1) },"
        " render({model, el}) { const b = document.createElement('button');"
        "  const draw = () => { b.textContent = model.get('value') }; model.on('change:value', draw); draw();"
        "  b.onclick = () => { model.set('value', model.get('value') + 1); model.save_changes() };"
        "  el.append(b) } })"
    )
    page = open_page()
    page.goto(
        site.add(
            "any",
            site.host({"value": 3}, module="counter.js", css=""),
            site.host({}, module="missing.js", css=""),
        )
    )
    page.get_by_role("button", name="4").click()
    assert page.get_by_role("button", name="5").is_visible()
    page.wait_for_selector(".tp-host[data-state=failed]")
    assert page.locator(".tp-fallback >> visible=true").count() == 1


def test_without_javascript_the_words_are_there(site, open_page):
    page = open_page(java_script_enabled=False)
    page.goto(site.add("plain", site.host(quiz_state())))
    assert page.locator(".tp-fallback").is_visible()

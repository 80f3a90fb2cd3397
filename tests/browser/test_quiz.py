"""The built book by keyboard alone on a phone's width: from where it hurts to every question of a chapter."""

import re
from pathlib import Path

import pytest
from on_page import axe_in_both_themes

from triggerpoints import Atlas
from triggerpoints.questions import practice_sets, read_items
from triggerpoints.questions.types import Choice, Muscles

pytestmark = pytest.mark.browser
CHAPTER = "book/neck_head_shoulder.html"
ITEMS = read_items(practice_sets()["neck-and-head"]).item
SOURCE = Path(__file__).parents[2] / CHAPTER.replace(".html", ".md")
INSIDE = re.findall(r"[\w-]+", " ".join(re.findall("^:only:(.*)", SOURCE.read_text(encoding="utf-8"), re.M)))
LEFT = [item for item in ITEMS if item.id not in INSIDE]
LAST = ".tp-quiz[data-layout=single]"
ATLAS = Atlas()
CHAPTERS = [(CHAPTER, "neck-and-head"), ("book/what_is_a_trigger_point.html", "what-is-a-trigger-point")]
IN_VIEW = """selector => { const box = document.querySelector(selector).getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight }"""
FOCUSED = "selector => Boolean(document.activeElement?.matches(selector))"

# Buttons whose first word stands on more than one line.
CUT_WORDS = """all => all.filter(one => {
  const seen = [...one.childNodes].find(part => !part.classList?.contains('tp-unseen'));
  const text = seen.firstChild ?? seen;
  const range = document.createRange();
  range.setStart(text, 0);
  range.setEnd(text, text.data.trimEnd().split(" ")[0].length);
  return range.getClientRects().length > 1;
}).map(one => one.textContent)"""


class Keyboard:
    """A person with a keyboard and nothing else."""

    def __init__(self, page):
        self.page = page

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text):
        self.page.keyboard.type(text)

    def go_to(self, selector, key="Tab", limit=150):
        for _ in range(limit):
            if self.page.evaluate(FOCUSED, selector):
                assert self.page.evaluate("document.activeElement.checkVisibility()")
                return
            self.press(key)
        raise AssertionError(f"the {key} key does not reach {selector}")

    def arrives_at(self, selector):
        """Wait until the page has moved the focus to what came next."""
        self.page.wait_for_function(FOCUSED, arg=selector, timeout=5_000)

    def press_on(self, selector, key="Enter"):
        self.go_to(selector)
        self.press(key)

    def pick(self, within, kind, sided):
        """Search for a muscle or zone in the list and press its button for one side."""
        side, _, name = sided.partition(":")
        record = (ATLAS.muscles if kind == "muscle" else ATLAS.zones)[name]
        self.go_to(f"{within} .tp-list input")
        self.type(record.english_name if kind == "muscle" else record.name)
        self.press("Enter")
        button = f"button[data-{kind}={name}][data-side={side}]"
        self.press_on(f"{within} {button}", "Space")
        assert self.page.locator(f"{within} {button}").get_attribute("aria-pressed") == "true"
        self.go_to(f"{within} .tp-list input", "Shift+Tab")
        self.press("Escape")

    def choose(self, within, option):
        """Arrow to ``option`` (counted from 0) of a question with one answer."""
        self.press_on(f"{within} input[type=radio]", "Space")
        radios = self.page.locator(f"{within} input[type=radio]")
        here = radios.evaluate_all("all => all.indexOf(document.activeElement)")
        self.press(*["ArrowDown" if option > here else "ArrowUp"] * abs(option - here))

    def answer(self, item):
        """Answer ``item`` as its key says, and check."""
        within = f"[data-item={item.id}]"
        if not isinstance(item, Choice):
            for sided in item.key:
                self.pick(within, "muscle" if isinstance(item, Muscles) else "zone", sided)
        elif item.multiple:
            for option in item.options:
                if option.correct:
                    self.press_on(f"{within} [data-option={option.id}] input", "Space")
        else:
            self.choose(within, next(at for at, option in enumerate(item.options) if option.correct))
        self.press_on(f"{within} [data-action=check]")


@pytest.fixture
def reader(open_page):
    """A keyboard on a page of 320 by 640 CSS pixels."""
    return Keyboard(open_page(width=320, height=640))


def wrong_option(item):
    """Return the place of the first wrong option of a question with one answer."""
    assert isinstance(item, Choice) and not item.multiple
    return next(at for at, option in enumerate(item.options) if not option.correct)


def open_quiz(reader, book):
    """Go from the top of the chapter to its quiz by the contents of the page."""
    reader.page.goto(f"{book}/{CHAPTER}#test-yourself", wait_until="load")
    reader.page.wait_for_selector(LAST)
    reader.go_to(f"{LAST} button, {LAST} input")


def test_from_where_it_hurts_to_the_muscles(reader, book):
    page = reader.page
    page.goto(f"{book}/index.html", wait_until="load")
    page.wait_for_selector(".tp-body-map")
    reader.pick(".tp-body-map", "zone", "left:head_temporal")
    reader.press_on(".tp-steps .tp-primary")
    reader.arrives_at("[data-step=questions] .tp-steps")
    assert page.locator("[data-candidate]").count() == 0
    for group in page.locator("[data-none]").all():
        reader.press_on(f"[data-none={group.get_attribute('data-none')}]", "Space")
    reader.press_on("[data-action=questions-done]")
    reader.arrives_at("[data-step=muscles] .tp-steps")
    assert page.locator("[data-candidate]").count() > 2
    reader.press_on("[data-candidate]")
    reader.arrives_at(".tp-card .tp-heading")
    assert page.watched.errors == [] and page.watched.foreign == []


def reload(page, shows):
    """Load the page again and scroll to its quiz, which is made only when it comes near."""
    page.reload(wait_until="load")
    page.locator(".tp-host").last.scroll_into_view_if_needed()
    page.wait_for_selector(shows)


def answer_on(reader, items):
    """Answer ``items``, which come one after the other, and go on after each."""
    for item in items:
        if item is not items[0]:
            reader.arrives_at(f"[data-item={item.id}]")
        reader.answer(item)
        verdict = f"{LAST} [data-result=correct] > .tp-heading"
        reader.arrives_at(verdict)
        reader.page.wait_for_function(IN_VIEW, arg=verdict, timeout=5_000)
        reader.press_on("[data-action=next], [data-action=finish]")


def test_every_question_of_the_chapter_to_the_end_and_again(reader, book):
    """One inside the text, then those at the end: a reload in the middle, a repeat and a new start."""
    page = reader.page
    page.goto(f"{book}/index.html", wait_until="load")
    reader.press_on(".primary-toggle")
    reader.press_on("a[href$='neck_head_shoulder.html']")
    page.wait_for_url(f"**/{CHAPTER}")
    inside = next(item for item in ITEMS if item.id == INSIDE[0])
    page.locator(".tp-check").first.scroll_into_view_if_needed()
    page.locator(f"[data-item={inside.id}] input").first.focus()
    reader.answer(inside)
    reader.arrives_at("[data-result=correct] > .tp-heading")
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    reader.go_to(".secondary-toggle", "Shift+Tab", limit=400)
    reader.press("Enter")
    reader.press_on("a[href='#test-yourself']")
    reader.arrives_at("#test-yourself > h2")
    page.wait_for_selector(LAST)
    page.emulate_media(reduced_motion="reduce")  # so that what is scrolled to is there at once
    first, *others = LEFT
    reader.choose(f"[data-item={first.id}]", wrong_option(first))
    reader.press_on("[data-action=check]")
    reader.arrives_at("[data-result=incorrect] > .tp-heading")
    reader.press_on("[data-action=next]")
    half = len(others) // 2
    reader.arrives_at(f"[data-item={others[0].id}]")
    answer_on(reader, others[:half])
    page.reload(wait_until="load")
    page.wait_for_selector(LAST)
    assert (
        page.locator(".tp-resumed")
        .inner_text()
        .startswith(f"You answered {half + 1} of {len(LEFT)} earlier.")
    )
    reader.go_to(f"{LAST} input", limit=400)
    answer_on(reader, others[half:])
    reader.arrives_at(".tp-end > .tp-heading")
    assert page.locator("[data-row][data-state=correct]").count() == len(others)
    reader.press_on("[data-action=repeat]")
    reader.arrives_at(f"[data-item={first.id}]")
    answer_on(reader, [first])
    reader.arrives_at(".tp-end > .tp-heading")
    assert page.locator("p.tp-score").inner_text().startswith(f"{len(LEFT)} of {len(LEFT)} right.")
    reload(page, "[data-end=result]")
    reader.go_to("[data-action=start-again]", limit=400)
    reader.press("Enter")
    reader.arrives_at(".tp-confirm")
    reader.press_on("[data-action=delete-answers]")
    reader.arrives_at(f"[data-item={first.id}]")
    assert page.locator("[data-go][data-state=open]").count() == len(LEFT)
    checked = page.locator(f"[data-item={inside.id}] [data-result=correct]")
    page.locator(".tp-check").first.scroll_into_view_if_needed()
    checked.wait_for()  # it is no part of these
    assert page.watched.errors == [] and page.watched.foreign == []


@pytest.mark.parametrize(("chapter", "name"), CHAPTERS)
def test_what_to_read_again_is_on_the_page(open_page, book, chapter, name):
    page = open_page()
    page.goto(f"{book}/{chapter}", wait_until="load")
    headings = page.eval_on_selector_all(
        ":is(section, [id]):has(> h2, > h3)", "all => all.map(one => one.id)"
    )
    assert {item.section for item in read_items(practice_sets()[name]).item} <= set(headings)


def test_a_wrong_answer_says_why_and_leads_to_its_sources(reader, book):
    item = LEFT[0]
    wrong = wrong_option(item)
    open_quiz(reader, book)
    within = f"[data-item={item.id}]"
    reader.choose(within, wrong)
    reader.press_on(f"{within} [data-action=check]")
    verdict = reader.page.locator(f"{within} [data-result=incorrect]")
    assert item.options[wrong].feedback in verdict.inner_text()
    source = verdict.locator(".tp-sources a").first
    assert source.inner_text() == "Kearns et al., 2019"
    assert source.get_attribute("href").startswith("https://doi.org/")


def test_no_word_on_a_button_is_cut(reader, book):
    open_quiz(reader, book)
    reader.press_on("[data-go=who-refers-to-the-temple]")
    reader.arrives_at("[data-item=who-refers-to-the-temple]")
    reader.pick("[data-item=who-refers-to-the-temple]", "muscle", "left:temporalis")
    assert reader.page.locator(".tp-segmented button").count() > 3
    assert reader.page.eval_on_selector_all(".tp-segmented button", CUT_WORDS) == []


def test_a_page_with_an_open_verdict_has_no_axe_violation(open_page, book, axe):
    page = open_page(width=320, height=640, color_scheme="light")
    page.add_init_script("localStorage.setItem('mode', 'light'); localStorage.setItem('theme', 'light')")
    reader = Keyboard(page)
    open_quiz(reader, book)
    reader.answer(LEFT[0])
    assert page.locator("[data-result=correct]").is_visible()
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")  # no button under the page's bar
    assert axe_in_both_themes(page, axe) == []

"""Reading the built book: a chapter short enough for a phone, and a way to the place one looks for."""

import pytest

pytestmark = pytest.mark.browser
CHAPTER = "book/neck_head_shoulder.html"
PHONE = {"width": 360, "height": 740}
SCREENS = 20  # of a phone, with every card closed
NAME = "Trigger Point Therapy"

IN_VIEW = """place => {
  const { top, bottom } = place.getBoundingClientRect();
  return bottom > 0 && top < innerHeight && place.checkVisibility({ visibilityProperty: true });
}"""


def search_for(page, book, words):
    """Search for ``words`` and open the result that comes first."""
    page.goto(f"{book}/search.html?q={words}", wait_until="load")
    page.locator("ul.search li a").first.click()
    page.wait_for_load_state("load")


def test_the_chapter_is_short_on_a_phone_and_its_map_follows_the_red_flags(book, open_page):
    page = open_page(**PHONE)
    page.goto(f"{book}/{CHAPTER}", wait_until="load")
    red_flags = page.locator("#red-flags-first").bounding_box()
    map_of = page.locator("#the-region-on-one-map")
    assert red_flags["y"] < map_of.bounding_box()["y"] < 4 * PHONE["height"]
    map_of.scroll_into_view_if_needed()
    page.wait_for_selector(".tp-body-map svg")
    assert page.evaluate("document.documentElement.scrollHeight") <= SCREENS * PHONE["height"]


def test_a_phone_shows_the_name_of_the_course_once(book, open_page):
    for path in ("index.html", CHAPTER):
        page = open_page(width=320, height=640)
        page.goto(f"{book}/{path}", wait_until="load")
        shown = page.locator("h1, .course-name, .logo__title").get_by_text(NAME)
        assert sum(one.evaluate(IN_VIEW) for one in shown.all()) == 1, path


def test_the_contents_of_a_page_close_when_a_heading_is_chosen(book, open_page):
    page = open_page(**PHONE)
    page.goto(f"{book}/{CHAPTER}", wait_until="load")
    page.locator(".secondary-toggle").click()
    page.locator("dialog a[href='#where-not-to-press']").click()
    page.wait_for_function("!document.querySelector('dialog[open]')")
    page.wait_for_function("document.activeElement.matches('#where-not-to-press > h2')")
    assert page.locator("#where-not-to-press > h2").evaluate(IN_VIEW)


def test_the_search_for_a_muscle_opens_its_record(book, open_page):
    page = open_page(**PHONE)
    search_for(page, book, "subscapularis")
    page.wait_for_function("document.querySelector('#muscle-subscapularis > .tp-record')?.open")
    assert "/book/regions/shoulder.html" in page.url
    assert page.locator("#muscle-subscapularis > h3").evaluate(IN_VIEW)
    assert (
        page.locator(".highlight-link a").evaluate("a => getComputedStyle(a, '::before').maskImage") != "none"
    )
    assert page.watched.errors == []


@pytest.mark.parametrize(
    ("words", "named", "opened"),
    [
        ("jaw pain", ["Jaw joint, lower jaw and teeth", "Masseter", "Medial pterygoid"], "zone-face-jaw"),
        ("headache", ["Forehead", "Temporalis"], "zone-head-frontal"),
        ("stiff neck", ["Levator scapulae"], "muscle-levator-scapulae"),
        ("it hurts behind my eyes", ["In, around or behind the eye"], "zone-face-eye"),
    ],
)
def test_the_search_knows_everyday_words_for_places(book, open_page, words, named, opened):
    page = open_page(**PHONE)
    page.goto(f"{book}/search.html?q={words}", wait_until="load")
    page.get_by_text("Results:").wait_for()
    found = page.locator("ul.search li > a")
    assert set(named) <= {name.strip() for name in found.all_inner_texts()}
    page.locator(f"ul.search li > a[href$='#{opened}']").click()
    page.wait_for_function(f"document.getElementById('{opened}')?.checkVisibility()")
    place = page.locator(f"#{opened}")
    page.wait_for_function(
        f"(place => (place.closest('details') ?? place.querySelector('details')).open)"
        f"(document.getElementById('{opened}'))"
    )
    assert place.locator(":scope > h3, :scope > p").first.evaluate(IN_VIEW)


def test_words_are_marked_only_on_the_page_that_a_result_leads_to(book, open_page):
    page = open_page(**PHONE)
    page.goto(f"{book}/search.html?q=jaw", wait_until="load")
    page.get_by_text("Results:").wait_for()
    page.goto(f"{book}/{CHAPTER}", wait_until="load")
    page.wait_for_timeout(200)
    assert page.locator(".highlight-link, .highlighted").count() == 0


def test_a_page_named_like_the_words_comes_first_and_no_excerpt_frightens(book, open_page):
    page = open_page(**PHONE)
    page.goto(f"{book}/search.html?q=neck pain massage", wait_until="load")
    page.get_by_text("Results:").wait_for()
    first, second = page.locator("ul.search li > a").all_inner_texts()[:2]
    assert (first.strip(), second.strip()) == ("Neck", "Neck pain and whiplash")
    abdomen = page.locator("ul.search li", has=page.locator("a[href*='regions/abdomen']"))
    abdomen.locator("p.context").wait_for()
    said = " ".join(page.locator("ul.search p.context").all_inner_texts())
    for words in ("Call an ambulance", "Heart attack", "May mean"):
        assert words not in said


def test_a_search_without_a_result_says_what_to_do(book, open_page):
    page = open_page(**PHONE)
    page.goto(f"{book}/search.html?q=xylophone", wait_until="load")
    page.get_by_text("Nothing found. Try fewer words").wait_for()


@pytest.mark.parametrize("width", [320, 360])
@pytest.mark.parametrize("path", [CHAPTER, "index.html", "notebooks/how_well_do_two_people_agree.html"])
def test_at_twice_the_size_of_text_nothing_lies_on_anything(book, open_page, path, width):
    page = open_page(width=width, height=740)
    page.goto(f"{book}/{path}", wait_until="load")
    page.add_style_tag(content="html { font-size: 200% !important; }")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    page.wait_for_timeout(300)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    controls = page.locator(".bd-header-article :is(button, a):visible")
    assert controls.count() >= 3
    for control in controls.all():
        assert control.evaluate(
            """control => {
              const { x, y, width, height } = control.getBoundingClientRect();
              return control.contains(document.elementFromPoint(x + width / 2, y + height / 2));
            }"""
        )
    broken = page.locator("h1").evaluate(
        """h1 => {
          const text = h1.firstChild, broken = [];
          for (const { 0: word, index } of text.data.matchAll(/\\S+/g)) {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            if (range.getClientRects().length > 1) broken.push(word);
          }
          return broken;
        }"""
    )
    assert broken == []


@pytest.mark.parametrize("width", [320, 360])
def test_the_longest_name_is_whole_in_its_column_on_a_phone(book, open_page, width):
    page = open_page(width=width, height=740)
    page.goto(f"{book}/{CHAPTER}#muscle-scm-sternal", wait_until="load")
    page.wait_for_function("document.getElementById('muscle-scm-sternal').open")
    card = page.locator("#muscle-scm-sternal")
    assert card.evaluate("card => card.scrollWidth <= card.clientWidth")
    name = card.locator("em").filter(has_text="sternocleidomastoideus").first
    lines = name.evaluate(
        """name => {
          const text = name.firstChild, range = document.createRange();
          const start = text.data.indexOf("sternocleidomastoideus");
          range.setStart(text, start);
          range.setEnd(text, start + "sternocleidomastoideus".length);
          return range.getClientRects().length;
        }"""
    )
    assert lines == 1


def test_the_search_for_a_word_goes_on_to_the_word(book, open_page):
    page = open_page(**PHONE)
    search_for(page, book, "pacemaker implants breast tissue")
    page.wait_for_function(
        f"[...document.querySelectorAll('article .highlighted')].some({IN_VIEW})", timeout=5_000
    )
    assert page.evaluate("scrollY") > PHONE["height"] / 2


def test_paper_shows_what_the_cards_hold(book, open_page):
    page = open_page()
    page.goto(f"{book}/{CHAPTER}", wait_until="load")
    shown = "part => part.checkVisibility({ contentVisibilityAuto: true })"
    card = page.locator("#muscle-temporalis")
    caution, table = card.locator(".admonition"), card.locator("table").first
    sign = page.locator(".tp-red-flags details").first.locator("p")
    assert not caution.evaluate(shown) and not sign.first.evaluate(shown)
    page.emulate_media(media="print")
    assert caution.evaluate(shown) and not table.evaluate(shown)
    assert sign.filter(has_text="Ask:").evaluate(shown) and not sign.last.evaluate(shown)
    card.evaluate("card => { card.open = true; }")
    assert table.evaluate(shown)


def test_a_sheet_is_printed_alone(book, open_page):
    page = open_page(**PHONE)
    page.add_init_script("print = () => { printed = document.querySelectorAll('[data-alone]').length; };")
    page.goto(f"{book}/book/peer_practice.html", wait_until="load")
    page.get_by_role("button", name="Print this sheet: Agreement for the year").click()
    assert page.evaluate("printed") == 1
    page.emulate_media(media="print")
    assert page.locator("#agreement-for-the-year table").first.is_visible()
    others = page.locator("h1, #slip-for-the-tutor-private, .tp-print-alone, .tp-safety-first")
    assert others.count() > 3 and not others.filter(visible=True).count()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("h1").is_visible()


def test_without_javascript_the_chapter_is_whole(book, open_page):
    page = open_page(java_script_enabled=False, **PHONE)
    page.goto(f"{book}/{CHAPTER}", wait_until="load")
    page.get_by_role("link", name="Contents").click()
    assert page.locator("#pst-primary-sidebar").evaluate(IN_VIEW)
    page.locator("#muscle-temporalis summary").click()
    assert page.locator("#muscle-temporalis table").first.is_visible()
    assert page.locator(".tp-body-map, .tp-fallback img").first.is_visible()


def test_a_page_shows_one_chart_of_a_group_from_the_first_paint(book, open_page):
    page = open_page(**PHONE)
    page.route("**/charts.js*", lambda route: route.abort())
    page.goto(f"{book}/notebooks/how_well_do_two_people_agree.html", wait_until="load")
    charts = page.locator(".tp-choices > .tp-chart")
    assert charts.count() > 5
    assert sum(one.is_visible() for one in charts.all()) == 1
    page.evaluate("document.getAnimations().forEach(one => one.finish())")  # they wait 5 s for the script
    assert all(one.is_visible() for one in charts.all())

"""A view on paper: figure, legend, every word and the address; no controls, light colours, two sheets."""

import re

import pytest
from on_page import ASSETS

pytestmark = pytest.mark.browser
CONTROLS = ".tp-list, .tp-figure-bar, .tp-segmented, .tp-status, [data-action]"
WHITE_OR_LIGHT = 0.8
BRIGHTNESS = """one => {
  const [r, g, b] = getComputedStyle(one).fill.match(/[\\d.]+/g).map(Number);
  return (r + g + b) / 765;
}"""


@pytest.fixture
def printed(site, open_page):
    """Return a function that opens a map between prose, and one that gives the number of its sheets."""

    def opened(width, hash):
        page = open_page(width=width)
        state = {"kind": "body-map", "props": {"mode": "explore"}, "assets": ASSETS}
        page.add_init_script("window.print = () => undefined")
        page.goto(site.add("paper", "<p id='prose'>Prose.</p>", site.host(state)) + hash)
        page.wait_for_selector(".tp-host[data-state=ready]")
        page.evaluate("document.documentElement.dataset.theme = 'dark'")
        return page

    return opened


def sheets(page, paper):
    margin = dict.fromkeys(("top", "right", "bottom", "left"), "10mm")
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper, margin=margin)))


def on_paper(page):
    """Show the page as the printer gets it."""
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")


@pytest.mark.parametrize("width", [390, 1280])
def test_a_muscle_on_paper(printed, width):
    page = printed(width, "#explore=quadratus_lumborum&side=left")
    for paper in ("A4", "Letter"):
        page.locator("[data-action=print]").click()
        assert sheets(page, paper) <= 2, "the longest card"
    assert page.locator("[data-alone], [data-around], .tp-printed-figure svg").count() == 0, "it is as before"

    on_paper(page)
    assert page.locator("#prose").is_visible(), "the browser's own command prints the page"
    assert [one for one in page.locator(CONTROLS).all() if one.is_visible()] == []
    drawn = page.locator(".tp-printed-figure svg")
    assert [one.get_attribute("data-figure") for one in drawn.all()] == ["front", "back"]
    assert drawn.first.locator("[data-outline]").first.evaluate(BRIGHTNESS) > WHITE_OR_LIGHT
    legend = page.locator(".tp-legend").inner_text()
    assert "(crossed lines)" in legend and "(solid)" not in legend
    assert (
        page.locator(".tp-address")
        .inner_text()
        .endswith("#explore=quadratus_lumborum&side=left&view=back&layer=deep")
    )
    source = page.locator(".tp-facts .tp-sure li").first
    assert source.is_visible(), "every word is open"
    assert (
        page.locator(".tp-point", has_text="Looks alike").first.locator("[data-compare]").first.is_visible()
    )
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert "(solid)" in page.locator(".tp-legend").inner_text()

    page.locator("[data-action=print]").click()
    on_paper(page)
    assert page.locator("#prose").is_hidden() and page.locator(".tp-card").is_visible(), "printed alone"


def test_a_comparison_on_paper(printed):
    page = printed(390, "#explore=infraspinatus&compare=deltoideus_anterior&side=left")
    page.locator("[data-action=print]").click()
    assert sheets(page, "A4") <= 2
    on_paper(page)
    assert page.locator(".tp-pair svg >> visible=true").count() == 2
    assert [one for one in page.locator(CONTROLS).all() if one.is_visible()] == []
    assert "compare=deltoideus_anterior" in page.locator(".tp-address").inner_text()


def test_forced_colours_keep_the_figure_and_its_legend(printed):
    page = printed(390, "#explore=infraspinatus&side=left")
    page.emulate_media(forced_colors="active")
    fills = [
        page.locator(f".tp-legend [data-mark={mark}]").evaluate(
            "one => getComputedStyle(one).backgroundColor"
        )
        for mark in ("chosen", "essential")
    ]
    drawn = page.locator(".tp-stage path[data-mark=essential] >> visible=true").first
    assert fills[0] != fills[1] and drawn.evaluate("one => getComputedStyle(one).fill") != "none"


def test_answers_stand_in_a_key_at_the_end_of_the_page(site, open_page):
    def part(start, word):
        return (
            '<div class="tp-host" data-module="missing.js" data-key="set"><script type="application/json">{}'
            f'</script><div class="tp-fallback"><ol start="{start}"><li><p>{word}?</p><ul><li>a</li></ul>'
            f'<details><summary>Answer</summary><p id="named">{word}!</p></details></li></ol></div></div>'
        )

    page = open_page()
    style = '<link rel="stylesheet" href="triggerpoints.css">'
    page.goto(site.add("key", "<article>", part(1, "One"), part(2, "Two"), "</article>", head=style))
    page.wait_for_selector(".tp-host[data-state=failed] >> nth=1")
    on_paper(page)
    listed = page.locator(".tp-key > ol > li")
    assert [(one.get_attribute("value"), one.inner_text()) for one in listed.all()] == [
        ("1", "One!"),
        ("2", "Two!"),
    ]
    assert page.locator(".tp-key [id]").count() == 0
    assert page.locator(".tp-fallback li > p").first.is_visible()
    assert not page.locator(".tp-fallback details").first.is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.locator(".tp-key").count() == 0 and page.locator(".tp-fallback details").first.is_visible()

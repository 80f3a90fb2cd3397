"""Charts in a page: choices without a kernel say what Python says; also on a phone, on paper, in the dark."""

import math
from io import StringIO
from itertools import product
from pathlib import Path

import pytest
import yaml
from sphinx.testing.util import SphinxTestApp

from triggerpoints.evidence import Evidence, bibtex, in_print, spoken
from triggerpoints.evidence.charts import INTERVALS, MODELS, forest
from triggerpoints.evidence.pooling import pool, studies

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
EVIDENCE = Evidence()
HAUSER = EVIDENCE.datasets["hauser2009"]
PAIN = studies(HAUSER, "pain")
PAGE = """---
reviewed: 2026-11-21
---
# Charts

```{forest} hauser2009 pain
```

```{forest} lee2004 nausea
```

```{evidence-map}
```

```{bibliography}
```
"""
FITS = """option => {
  const select = option.closest('select'), style = getComputedStyle(select);
  const pen = document.createElement('canvas').getContext('2d');
  pen.font = style.font;
  const arrow = 20;
  return pen.measureText(option.text).width + arrow + 2 * parseFloat(style.paddingLeft) <= select.clientWidth;
}"""
SMALL = """root => [...root.querySelectorAll('svg text')]
  .filter(text => text.getClientRects().length && parseFloat(getComputedStyle(text).fontSize) < 12)
  .map(text => text.textContent)"""


@pytest.fixture(scope="module")
def charts(tmp_path_factory, serve):
    """The address of a page with the charts, in the look of the book."""
    folder = tmp_path_factory.mktemp("charts")
    config = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))["sphinx"]["config"]
    config |= {
        "extensions": ["myst_nb", "sphinx_book_theme", "sphinxcontrib.bibtex", "triggerpoints.sphinxext"],
        "html_theme": "sphinx_book_theme",
        "html_static_path": [str(ROOT / "book/_static")],
        "templates_path": [str(ROOT / "book/_templates")],
        "html_favicon": str(ROOT / "book/_static/favicon.svg"),
        "triggerpoints_plotly": str(
            ROOT / "frontend/node_modules/plotly.js-basic-dist-min/plotly-basic.min.js"
        ),
        "triggerpoints_credits": "index",
        "bibtex_bibfiles": ["all.bib"],
    }
    (folder / "conf.py").write_text(
        "".join(f"{name} = {value!r}\n" for name, value in config.items()), encoding="utf-8"
    )
    (folder / "all.bib").write_text(bibtex(EVIDENCE.references.values()), encoding="utf-8")
    (folder / "index.md").write_text(PAGE, encoding="utf-8")
    app = SphinxTestApp("html", srcdir=folder, warning=StringIO())
    app.build()
    assert app.warning.getvalue() == ""
    yield f"{serve(app.outdir)}/index.html"
    app.cleanup()


def drawn(page, selector):
    """Bring a chart near, wait for it, and return what holds it."""
    root = page.locator(selector)
    root.locator(".tp-chart-plot").evaluate("plot => plot.scrollIntoView()")
    root.locator(".tp-chart[data-drawn]").wait_for()
    return root


def shown(root, part):
    """Return the x of a part of the chart, as Plotly has drawn it."""
    return root.locator(".tp-chart-plot").evaluate(
        "(plot, part) => plot._fullData.find(trace => trace.meta?.part === part).x", part
    )


def expected(found, left, model, kind):
    """Return the pool, and the sentence that Python says about it."""
    kept = [study for at, study in enumerate(found) if at != left]
    made = pool(kept, model, kind)
    says = forest(kept, made, favours=(HAUSER.low_favours, HAUSER.high_favours)).layout.meta["says"]
    if left is not None:
        start = f"{len(kept)} of {len(found)} studies, without {found[left].name}."
        says = says.replace(f"{len(kept)} studies.", start)
    return made, says


def test_a_model_and_a_study_less_change_all_the_numbers_as_python_says(charts, open_page, axe):
    page = open_page()
    page.goto(charts)
    root = drawn(page, "#forest-hauser2009-pain")
    status, table = root.get_by_role("status"), root.locator("table")
    root.get_by_text("The numbers of this chart").click()
    change = root.locator(".tp-forest-change")
    assert change.is_hidden()
    for model, kind in product(MODELS, INTERVALS):
        root.get_by_label("How the studies are pooled").select_option(MODELS[model])
        root.get_by_label("Interval of the pool").select_option(INTERVALS[kind])
        for left in (None, 3, len(PAIN) - 1):
            root.get_by_label("Leave out", exact=True).select_option("0" if left is None else str(left + 1))
            made, says = expected(PAIN, left, model, kind)
            assert status.inner_text() == says
            assert says in root.locator(".tp-chart-plot").get_attribute("aria-label")
            if (model, kind, left) != ("DL", "normal", None):
                figures = spoken(made.effect)
                was = "Before: −0.43 (−0.55 to −0.30)"
                assert change.inner_text().split("\n") == [was, f"Now: {figures}"]
            rows = table.locator("tbody tr")
            weights = [row.rstrip("%") for row in rows.locator("td:nth-child(3)").all_inner_texts()]
            kept = [float(weight) for weight in weights[: len(PAIN)] if weight != "–"]
            assert kept == [round(100 * weight, 1) for weight in made.weights]
            assert weights.count("–") == (left is not None)
            x = shown(root, "pooled")
            assert (min(x), max(x)) == pytest.approx((made.effect.low, made.effect.high))
            if made.predicted:
                assert shown(root, "new") == pytest.approx([made.predicted.low, made.predicted.high])
            else:
                assert rows.last.locator("td").first.inner_text() == "no range"
    assert axe(page) == []
    root.get_by_role("button", name="Back to the start").press("Enter")
    assert status.inner_text() == expected(PAIN, None, "DL", "normal")[1]
    assert page.evaluate("document.activeElement.dataset.choice") == "model"
    page.keyboard.press("ArrowDown")
    assert status.inner_text() == expected(PAIN, None, "PM", "normal")[1]

    root = drawn(page, "#forest-lee2004-nausea")
    root.get_by_label("Leave out", exact=True).select_option("13")
    found = studies(EVIDENCE.datasets["lee2004"], "nausea")
    made = pool([*found[:12], *found[13:]])
    assert max(shown(root, "pooled")) == pytest.approx(math.exp(made.effect.high))
    assert (
        f"Pooled effect {in_print(made.effect, 'RR').estimate:.2f},"
        in root.get_by_role("status").inner_text()
    )
    assert page.watched.errors == [] and page.watched.foreign == []


def test_on_a_phone_names_stand_above_their_lines_and_the_map_is_a_list(charts, open_page, axe):
    page = open_page(width=320, height=640, color_scheme="dark", reduced_motion="reduce")
    page.goto(charts)
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    forest_plot = drawn(page, "#forest-hauser2009-pain")
    names = forest_plot.locator("svg .annotation-text").all_text_contents()
    assert {study.name for study in PAIN} <= set(names)
    assert forest_plot.locator("svg .yaxislayer-above text").count() == 0
    ink = forest_plot.locator("svg .annotation-text").first.evaluate("text => getComputedStyle(text).fill")
    assert ink == page.evaluate("getComputedStyle(document.body).color")
    the_map = drawn(page, ".tp-evidence")
    for root in (forest_plot, the_map):
        assert root.evaluate(SMALL) == []
    assert the_map.locator("svg .xaxislayer-above text").count() == 0
    pooled = forest_plot.locator("svg .annotation-text", has_text="Pooled").bounding_box()
    diamond = forest_plot.locator("svg .scatterlayer .js-fill").first.bounding_box()
    assert pooled["y"] + pooled["height"] <= diamond["y"] + 1  # words leave the tips of the diamond free
    name = forest_plot.locator("[data-choice=model] option", has_text="DerSimonian")
    assert name.evaluate(FITS)
    page.add_style_tag(content="html {font-size: 200%}")
    page.wait_for_function(
        "() => parseFloat(getComputedStyle(document.querySelector('svg .annotation-text')).fontSize) > 16"
    )
    page.add_style_tag(content="html {font-size: 100% !important}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert axe(page) == []
    page.set_viewport_size({"width": 1000, "height": 640})
    the_map.locator("svg .xaxislayer-above text").first.wait_for()
    assert page.watched.errors == []


def test_paper_gets_the_light_colours_and_a_width_that_fits(charts, open_page):
    page = open_page()
    page.goto(charts)
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    text = drawn(page, "#forest-hauser2009-pain").locator("svg .annotation-text").first
    fill = "text => getComputedStyle(text).fill"
    svg = page.locator("#forest-hauser2009-pain svg.main-svg").first
    dark, wide = text.evaluate(fill), svg.bounding_box()["width"]
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert text.evaluate(fill) != dark
    assert svg.bounding_box()["width"] <= 660 < wide
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert text.evaluate(fill) == dark
    assert svg.bounding_box()["width"] == wide
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    still = page.locator(".tp-forest-still")
    assert not still.filter(visible=True).count()
    page.locator("#forest-lee2004-nausea .tp-chart").evaluate("one => one.removeAttribute('data-drawn')")
    page.emulate_media(media="print")
    assert [one.is_visible() for one in still.all()] == [False, True], "for a chart that was not drawn"


def test_filters_narrow_the_map_and_its_table_together_and_stay_in_the_address(charts, open_page, axe):
    page = open_page()
    page.goto(charts)
    root = drawn(page, ".tp-evidence")
    rows = root.locator("tbody tr:not([hidden])")
    count = len(EVIDENCE.findings)
    assert root.get_by_role("status").inner_text() == f"{count} of {count} findings."
    assert rows.filter(visible=True).count() == 0  # each treatment is a fold
    page.emulate_media(media="print")
    assert rows.filter(visible=True).count() == count
    page.emulate_media(media="screen")
    root.get_by_label("Treatment", exact=True).focus()
    page.keyboard.type("Massage")
    root.get_by_label("How sure", exact=True).select_option("low")
    wanted = {
        key for key, one in EVIDENCE.findings.items() if (one.modality, one.certainty) == ("massage", "low")
    }
    assert {
        row.removeprefix("finding-") for row in rows.evaluate_all("all => all.map(row => row.id)")
    } == wanted
    assert rows.filter(visible=True).count() == len(wanted)
    of = sum(one.modality == "massage" for one in EVIDENCE.findings.values())
    line = root.locator("#treatment-massage > summary .tp-line").inner_text()
    assert line.startswith(f"{len(wanted)} of {of} findings: ")
    assert sum(int(part.split()[0]) for part in line.partition(": ")[2].split(", ")) == len(wanted)
    assert root.locator("svg .scatterlayer .points path").count() == len(wanted)
    assert page.url.endswith("#modality=massage&certainty=low")
    root.get_by_role("button", name="To the rows").click()
    assert page.evaluate(
        "document.activeElement.closest('details').contains(document.querySelector('#finding-mak2024-massage-pain'))"
    )
    assert axe(page) == []

    page.reload()
    root = drawn(page, ".tp-evidence")
    assert rows.count() == len(wanted)
    assert root.get_by_label("How sure", exact=True).input_value() == "low"
    box = root.locator("svg .scatterlayer .points path").first.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    root.locator("svg .hovertext").wait_for()
    page.mouse.down()
    page.mouse.up()
    page.wait_for_function("document.activeElement.id.startsWith('finding-')")
    assert page.evaluate("document.activeElement.id").removeprefix("finding-") in wanted
    assert page.evaluate("document.activeElement.querySelector('a[href]') !== null")

    mine = root.locator("#finding-li2014-massage-fibromyalgia-pain")
    other = root.locator("#finding-yuan2015-swedish-fibromyalgia-pain")
    assert other.is_hidden()
    mine.locator("summary").click()
    mine.get_by_role("link", name="Yuan et al., 2015").click()
    assert other.is_visible()
    assert page.evaluate("document.querySelector(':target').id") == other.get_attribute("id")

    root.get_by_label("Treatment", exact=True).select_option("massage")
    root.get_by_label("Condition", exact=True).select_option("whiplash")
    root.get_by_label("How sure", exact=True).select_option("low")
    assert rows.count() == 0
    assert "No finding on the map has all of this" in root.get_by_role("status").inner_text()
    assert root.get_by_role("button", name="To the rows").is_hidden()
    root.get_by_role("button", name="Show all findings").press("Enter")
    assert rows.count() == count
    assert rows.filter(visible=True).count() == 0
    assert "#" not in page.url
    assert root.locator(".annotation-text", has_text="Heat and cold").count() == 1
    root.get_by_label("Treatment", exact=True).select_option("massage")
    root.locator(".annotation-text", has_text="Heat and cold").wait_for(state="detached")  # no empty rows
    root.get_by_role("button", name="Show all findings").click()

    # Who follows a source and comes back finds the list as it was.
    root.locator("#treatment-heat > summary").click()
    page.goto("about:blank")
    page.go_back()
    assert root.locator("#treatment-heat tbody tr").first.is_visible()
    page.goto(f"{charts}#modality=nonsense&toString=1")
    assert rows.count() == count
    assert page.watched.errors == []


def test_without_scripts_the_words_and_tables_are_whole(charts, open_page):
    page = open_page(width=390, height=844, java_script_enabled=False)
    page.goto(charts)
    assert page.locator(".tp-forest-says").first.is_visible()
    assert not page.locator(".tp-chart-bar").first.is_visible()
    assert not page.locator(".tp-chart-plot").first.is_visible()
    still = page.locator("#forest-hauser2009-pain .tp-forest-still")
    assert still.is_visible() and still.bounding_box()["width"] >= 300, "its words keep their size"
    assert page.get_by_role("row", name="Kempenaers 1994").is_visible()
    assert page.locator(".tp-evidence tbody tr").filter(visible=True).count() == len(EVIDENCE.findings)

"""How soon the first chart of a page shows: ``python benchmarks/charts.py [--loads N] [PAGE …]``.

After ``make book``. Each load has an empty cache and scrolls to the first chart at once; the time runs
from the start of the navigation to the frame after the chart is drawn. "bare" is a page that only draws
the same figure with the same bundle: what plotly itself takes on this machine.
"""

import argparse
import json
import re
import statistics
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from _browser import launch, serve

HTML = Path(__file__).resolve().parents[1] / "_build" / "html"
BUNDLE = "_static/triggerpoints/plotly-basic.min.js"
DRAWN = """() => {
  const chart = document.querySelector('.tp-chart:not([hidden])');
  chart?.querySelector('.tp-chart-plot')?.scrollIntoView();
  return chart && 'drawn' in chart.dataset && performance.now();
}"""
BARE = """<!doctype html>
<figure class="tp-chart"><div class="tp-chart-plot" id="plot" style="height:42rem"></div></figure>
<script src="/{bundle}"></script><script>
const {{ data, layout }} = {figure};
Plotly.newPlot("plot", data, layout).then(() => (document.querySelector(".tp-chart").dataset.drawn = ""));
</script>"""


def pages_with_a_chart():
    """Return the pages of the built book that have a chart."""
    return [
        path.relative_to(HTML).as_posix()
        for path in sorted(HTML.rglob("*.html"))
        if 'class="tp-chart"' in path.read_text(encoding="utf-8")
    ]


def figure_of(page):
    """Return the JSON of the first chart of ``page``."""
    text = (HTML / page).read_text(encoding="utf-8")
    return json.loads(re.search(r'class="tp-chart".*?application/json">(.*?)</script>', text, re.S)[1])


def load(browser, url, bare=None):
    """Return the milliseconds to the first chart of ``url``, or of the page ``bare`` in its place."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    if bare:
        page.route(url, lambda route: route.fulfill(body=bare, content_type="text/html"))
    page.goto(url, wait_until="commit")
    moment = page.wait_for_function(DRAWN, polling="raf", timeout=60_000).json_value()
    context.close()
    return moment


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--loads", type=int, default=5, help="loads of each page (at least 2)")
    parser.add_argument("pages", nargs="*", metavar="PAGE", help="such as notebooks/do_it_again.html")
    asked = parser.parse_args()
    pages = asked.pages or pages_with_a_chart()
    if not pages:
        sys.exit("No page of the built book has a chart: run 'make book' first.")
    with sync_playwright() as playwright:
        browser, base = launch(playwright), serve(HTML)
        for page in pages:
            bare = BARE.format(bundle=BUNDLE, figure=json.dumps(figure_of(page)).replace("<", "\\u003c"))
            times, least = [], []
            for turn in range(asked.loads + 1):
                one, other = load(browser, f"{base}/{page}"), load(browser, f"{base}/{page}", bare)
                if turn:  # the first turn warms the machine's file cache for both
                    times.append(one)
                    least.append(other)
            low, middle, high = statistics.quantiles(times, n=4)
            print(
                f"{page}: {middle:.0f} ms (quartiles {low:.0f} to {high:.0f}); "
                f"bare {statistics.median(least):.0f} ms, ratio {middle / statistics.median(least):.2f}"
            )
        browser.close()


if __name__ == "__main__":
    main()

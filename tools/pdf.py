"""Print the built book to one PDF through headless Chromium: contents, running heads, links, a key.

Two passes: the first finds the page of each chapter and record, the second prints them where they are named.
"""

import argparse
import html
import re
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from string import Template
from threading import Thread

from bs4 import BeautifulSoup
from playwright.sync_api import Page as Tab
from playwright.sync_api import Route, sync_playwright
from pypdf import PdfReader
from sphinx_external_toc.parsing import parse_toc_yaml

from print_book import Entry, Page, merge
from triggerpoints import __version__

TOOLS = Path(__file__).parent
ROOT = TOOLS.parent
CHROMIUM = Path("/usr/bin/chromium")
DRAW = """async () => {
  for (const chart of document.querySelectorAll('.tp-chart[data-plotly]')) {
    if (!chart.checkVisibility()) continue; // a choice that is not chosen
    chart.scrollIntoView();
    for (let tries = 0; tries < 100 && !chart.hasAttribute('data-drawn'); tries++)
      await new Promise(done => setTimeout(done, 50));
  }
  await document.fonts.ready;
}"""


ON_PAGE = re.compile(r'<span class="tp-on-page" data-to="([^"]*)"></span>')
SOME_PAGE = 100  # as wide as most: the second pass breaks lines where the first did


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def main(arguments: list[str]) -> int:
    """Return 0 when the PDF is written."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--paper", choices=("A4", "letter"), default="A4")
    parser.add_argument("--html", type=Path, default=ROOT / "_build" / "html", help="the built book")
    parser.add_argument("-o", "--output", type=Path, help="the file to write")
    parser.add_argument(
        "--page", action="append", help="only this page, such as book/headache (may be repeated)"
    )
    asked = parser.parse_args(arguments)
    output = asked.output or ROOT / "_build" / f"trigger-point-therapy-{asked.paper.lower()}.pdf"
    try:
        pages = read_pages(ROOT / "_toc.yml", asked.html, asked.page)
    except (OSError, ValueError) as error:
        print(f"{error}; run make book first." if isinstance(error, OSError) else error, file=sys.stderr)
        return 1
    output.parent.mkdir(parents=True, exist_ok=True)
    count = print_pages(pages, asked.html, asked.paper, output)
    print(f"{output}: {count} pages, {output.stat().st_size / 1e6:.1f} MB")
    return 0


def read_pages(toc: Path, built: Path, only: list[str] | None = None) -> list[Page]:
    """Return the pages in the order of the table of contents. Raises OSError for one that is not built."""
    site = parse_toc_yaml(toc)
    order = [(site.root.docname, "")]
    for tree in site.root.subtrees:
        order += [(str(item), tree.caption or "") for item in tree.items]
    missing = set(only or ()) - {docname for docname, _ in order}
    if missing:
        raise ValueError(f"{', '.join(sorted(missing))}: not in _toc.yml; name pages as there.")
    return [
        Page(docname, part, (built / f"{docname}.html").read_text(encoding="utf-8"))
        for docname, part in order
        if not only or docname in only
    ]


def document(
    chapters: str, entries: list[Entry], styles: list[str], starts: dict[str, int], paper: str
) -> str:
    """Return the whole document, with the page of each anchor where ``starts`` has it."""
    chapters = ON_PAGE.sub(lambda at: f", page {starts.get(at[1], SOME_PAGE)}", chapters)
    return Template((TOOLS / "paper.html").read_text(encoding="utf-8")).substitute(
        chapters=chapters,
        heads="\n".join(_running_head(number, entry) for number, entry in enumerate(entries)),
        lines="\n".join(_line(entry, starts.get(entry.anchor)) for entry in entries),
        links="\n".join(f"<link rel='stylesheet' href='{html.escape(style)}'>" for style in styles),
        paper=paper,
        sheet=(TOOLS / "paper.css").read_text(encoding="utf-8"),
        version=__version__,
    )


def _running_head(number: int, entry: Entry) -> str:
    """Return the rule that puts the chapter's title on top of its pages: a named page a chapter."""
    title = entry.title.replace("\\", "\\\\").replace('"', '\\"')
    return f'#{entry.anchor} {{ page: p{number} }} @page p{number} {{ @top-right {{ content: "{title}" }} }}'


def _line(entry: Entry, start: int | None) -> str:
    part = f"<li class='tp-toc-part'>{html.escape(entry.part)}</li>" if entry.part else ""
    title = html.escape(entry.title)
    return f"{part}<li><a href='#{entry.anchor}'><span>{title}</span><span>{start or ''}</span></a></li>"


def print_pages(pages: list[Page], built: Path, paper: str, output: Path) -> int:
    """Print twice, the second time with the page numbers of the first; return the number of pages."""
    styles = list(dict.fromkeys(style for page in pages for style in _styles(page)))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(built)))
    Thread(target=server.serve_forever, daemon=True).start()
    chapters, entries = merge(pages)
    starts: dict[str, int] = {}
    try:
        with sync_playwright() as play:
            browser = play.chromium.launch(
                executable_path=str(CHROMIUM) if CHROMIUM.exists() else None, args=["--no-sandbox"]
            )
            for last in (False, True):
                made = document(chapters, entries, styles, starts, paper)
                tab = browser.new_page(viewport={"width": 720, "height": 1000}, color_scheme="light")
                starts = _printed(tab, f"http://127.0.0.1:{server.server_port}/", made, output, last)
                tab.close()
            browser.close()
    finally:
        server.shutdown()
    return len(PdfReader(output).pages)


def _styles(page: Page) -> list[str]:
    found = BeautifulSoup(page.html, "html.parser").select("link[rel=stylesheet]")
    return [re.sub(r"^(?:\.\./)*", "/", str(link["href"]).partition("?")[0]) for link in found]


def _printed(tab: Tab, base: str, made: str, output: Path, last: bool) -> dict[str, int]:
    """Print ``made`` and return the page of each anchor; the last time with tags, which take long."""

    def serve(route: Route) -> None:
        route.fulfill(body=made, content_type="text/html; charset=utf-8")

    tab.route(f"{base}paper.html", serve)
    tab.set_default_timeout(0)  # a thousand pages take minutes
    tab.goto(f"{base}paper.html", wait_until="load")
    tab.evaluate(DRAW)
    tab.pdf(path=str(output), prefer_css_page_size=True, print_background=True, tagged=last, outline=last)
    reader = PdfReader(output)
    return {
        name.lstrip("/"): (reader.get_destination_page_number(place) or 0) + 1
        for name, place in reader.named_destinations.items()
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

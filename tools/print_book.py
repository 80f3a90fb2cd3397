"""The pages of the built book as one document for paper: pure functions on parsed HTML.

Every id gets its page in front of it, links between pages become links within the document, and what is
folded is open. Answers of quizzes go to a key, sources of red flags to a list, each at the end.
"""

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from print_key import Key
from print_once import lead_to_records
from print_plates import draw_only_what_shows, frame_muscles, hatch_with_lines
from print_sources import Sources

END = "At the end"  # the part of the contents for what paper alone has
DROPPED = "script:not([type='application/json']), .headerlink, noscript, .tp-chart-bar, .copybtn, .tp-skip"
WITH_IDS = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "list", "headers")


@dataclass(frozen=True)
class Page:
    """A page of the book: its docname, such as ``book/headache``, the part it is in, and its HTML."""

    docname: str
    part: str
    html: str


@dataclass(frozen=True)
class Entry:
    """A line of the table of contents: the part (only for its first chapter), the title and its anchor."""

    part: str
    title: str
    anchor: str


def merge(pages: Iterable[Page]) -> tuple[str, list[Entry]]:
    """Return the chapters as HTML, the key and the safety sources last, and the lines of the contents.

    An empty ``span.tp-on-page`` is where the page of the anchor in its ``data-to`` is to be printed.
    """
    pages = list(pages)
    known = {page.docname for page in pages}
    articles: list[Tag] = []
    entries: list[Entry] = []
    key, sources = Key(), Sources()
    part = ""
    for page in pages:
        article = _article(page)
        title = article.find("h1").get_text().strip()
        entries.append(Entry(page.part if page.part != part else "", title, slug(page.docname)))
        part = page.part
        _anchored(article, page.docname, known)
        key.take(article, title)
        sources.take(article)
        draw_only_what_shows(article)
        hatch_with_lines(article)
        frame_muscles(article)
        articles.append(article)
    lead_to_records(articles)
    for article in articles:
        sources.shorten(article)
    for made in (None if key.is_empty else key.article, sources.article()):
        if made is not None:
            entries.append(Entry("" if entries[-1].part == END else END, made.h1.get_text(), str(made["id"])))
            articles.append(made)
    return "\n".join(map(str, articles)), entries


def slug(docname: str) -> str:
    """Return the anchor of a page."""
    return re.sub(r"[^a-z0-9]+", "-", docname.lower()).strip("-")


def _article(page: Page) -> Tag:
    article = BeautifulSoup(page.html, "html.parser").select_one("article.bd-article")
    if article is None or article.find("h1") is None:
        raise ValueError(
            f"{page.docname}.html: no article with a heading in it; build the book anew (make book)."
        )
    article["class"] = ["bd-article", "tp-paper-chapter"]
    article["id"] = slug(page.docname)
    for gone in article.select(DROPPED):
        gone.decompose()
    for fold in article.select("details"):
        fold["open"] = ""
    for picture in article.select("img[loading]"):
        del picture["loading"]  # what is far down the paper is printed, too
    return article


def _anchored(article: Tag, docname: str, known: set[str]) -> None:
    """Put the page in front of every id, and make links within the book links within the document."""
    page = slug(docname)
    for named in article.select("[id]"):
        named["id"] = f"{page}--{named['id']}"
    for name in WITH_IDS:
        for naming in article.select(f"[{name}]"):
            naming[name] = " ".join(f"{page}--{one}" for one in str(naming[name]).split())
    for drawn in article.select("svg, svg *"):
        for name, value in list(drawn.attrs.items()):
            if isinstance(value, str) and "#" in value:
                drawn[name] = re.sub(
                    r"^#|(?<=url\(#)", lambda at: f"#{page}--" if at[0] else f"{page}--", value
                )
    for link in article.select("a[href]"):
        target = _target(str(link["href"]), docname, known)
        if target:
            link["href"] = target
        else:
            link.unwrap()
    for source in article.select("[src], [data-plotly]"):
        for name in ("src", "data-plotly"):
            if source.has_attr(name):
                source[name] = _absolute(str(source[name]), docname)


def _target(href: str, docname: str, known: set[str]) -> str:
    """Return where a link leads on paper; nothing for a file or a page that is not in the document."""
    if re.match(r"[a-z]+:", href):
        return href
    path, _, anchor = href.partition("#")
    other = (
        posixpath.normpath(posixpath.join(posixpath.dirname(docname), path)) if path else docname + ".html"
    )
    other = other.removesuffix(".html")
    if other not in known:
        return ""
    if not anchor or "=" in anchor:  # an address that a script reads
        return f"#{slug(other)}"
    return f"#{slug(other)}--{anchor}"


def _absolute(href: str, docname: str) -> str:
    if href.startswith(("data:", "http", "/")):
        return href
    return "/" + posixpath.normpath(posixpath.join(posixpath.dirname(docname), href))

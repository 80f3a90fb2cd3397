"""The pages of the built book as one document for paper: pure functions on parsed HTML.

Every id gets its page in front of it, links between pages become links within the document, what is folded
is open, and a quiz becomes a worksheet whose answers stand in the key at the end.
"""

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

LINES = 2  # to write on, below a question without options
KEY = "key"  # the id of the chapter of answers
KEY_TITLE = "Key to the questions"
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
    """Return the chapters as HTML, the key at their end, and the lines of the table of contents."""
    pages = list(pages)
    known = {page.docname for page in pages}
    soup = BeautifulSoup("", "html.parser")
    chapters: list[str] = []
    entries: list[Entry] = []
    key = soup.new_tag("article", id=KEY, attrs={"class": "bd-article tp-paper-chapter"})
    heading = soup.new_tag("h1")
    heading.string = KEY_TITLE
    key.append(heading)
    part = ""
    for page in pages:
        article = _article(page)
        title = article.find("h1").get_text().strip()
        entries.append(Entry(page.part if page.part != part else "", title, slug(page.docname)))
        part = page.part
        _anchored(article, page.docname, known)
        _worksheets(article, key, title, soup)
        chapters.append(str(article))
    if key.find("h2"):
        chapters.append(str(key))
        entries.append(Entry("", KEY_TITLE, KEY))
    return "\n".join(chapters), entries


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


def _worksheets(article: Tag, key: Tag, title: str, soup: BeautifulSoup) -> None:
    """Turn the quizzes of a chapter into worksheets and move their answers to the key."""
    for host in article.select(".tp-host[data-key]"):
        questions = host.select_one(".tp-fallback > ol")
        if questions is None:
            continue
        host["class"] = ["tp-worksheet"]
        heading = soup.new_tag("h2")
        heading.string = title
        answers = soup.new_tag("ol", attrs={"class": "tp-answers"})
        for question in questions.find_all("li", recursive=False):
            answer = question.find("details", recursive=False)
            entry = soup.new_tag("li")
            if answer is not None:
                answer.extract()
                for part in list(answer.children):
                    if not (isinstance(part, Tag) and part.name == "summary"):
                        entry.append(part)
            answers.append(entry)
            if question.find("ul", recursive=False) is None:
                for _ in range(LINES):
                    question.append(soup.new_tag("div", attrs={"class": "tp-write"}))
        where = soup.new_tag("p", attrs={"class": "tp-to-key"})
        where.append("Answers: ")
        link = soup.new_tag("a", href=f"#{KEY}")
        link.string = KEY_TITLE
        where.append(link)
        host.append(where)
        key.append(heading)
        key.append(answers)


def _anchored(article: Tag, docname: str, known: set[str]) -> None:
    """Put the page in front of every id, and make links within the book links within the document."""
    page = slug(docname)
    for named in article.select("[id]"):
        named["id"] = f"{page}--{named['id']}"
    for name in WITH_IDS:
        for naming in article.select(f"[{name}]"):
            naming[name] = " ".join(f"{page}--{one}" for one in str(naming[name]).split())
    for drawn in article.select("svg *"):
        for name, value in list(drawn.attrs.items()):
            if isinstance(value, str) and "#" in value:
                drawn[name] = re.sub(
                    r"^#|(?<=url\(#)", lambda at: f"#{page}--" if at[0] else f"{page}--", value
                )
    for link in article.select("a[href]"):
        link["href"] = _target(str(link["href"]), docname, known)
    for source in article.select("[src], [data-plotly]"):
        for name in ("src", "data-plotly"):
            if source.has_attr(name):
                source[name] = _absolute(str(source[name]), docname)


def _target(href: str, docname: str, known: set[str]) -> str:
    if re.match(r"[a-z]+:", href):
        return href
    path, _, anchor = href.partition("#")
    other = (
        posixpath.normpath(posixpath.join(posixpath.dirname(docname), path)) if path else docname + ".html"
    )
    other = other.removesuffix(".html")
    if other not in known:
        return _absolute(href, docname)
    if not anchor or "=" in anchor:  # an address that a script reads
        return f"#{slug(other)}"
    return f"#{slug(other)}--{anchor}"


def _absolute(href: str, docname: str) -> str:
    if href.startswith(("data:", "http", "/")):
        return href
    return "/" + posixpath.normpath(posixpath.join(posixpath.dirname(docname), href))

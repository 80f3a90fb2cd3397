"""What stands twice in the book stands once on paper: records of muscles, and their sources."""

import re
from collections.abc import Iterable

from bs4 import BeautifulSoup, Tag


def lead_to_records(chapters: Iterable[Tag]) -> None:
    """Leave of a muscle's card its cautions and the way to its record, where a chapter has that.

    Chapters have ids with the chapter in front: ``book-regions-neck--muscle-scm-sternal``.
    """
    chapters = list(chapters)
    records = {
        _last(record["id"]): str(record["id"])
        for chapter in chapters
        for record in chapter.select("section[id*='--muscle-']")
    }
    for chapter in chapters:
        for card in chapter.select("details.tp-muscle[id]"):
            record = records.get(_last(card["id"]))
            if record:
                for part in card.find_all(True, recursive=False):
                    if part.name != "summary" and "admonition" not in part.get("class", ()):
                        part.decompose()
                card.append(_way("Its record", record))
        for sources in chapter.select("details.tp-atlas-sources"):
            row = sources.find_parent("tr")
            link = row.select_one("th a[href^='#']") if row else None
            if link and str(link["href"])[1:] in records.values():
                sources.replace_with(sources.select_one("summary").get_text())  # type: ignore[union-attr]


def _way(text: str, anchor: str) -> Tag:
    soup = BeautifulSoup("", "html.parser")
    made = soup.new_tag("p", attrs={"class": "tp-to-record"})
    link = soup.new_tag("a", href=f"#{anchor}")
    link.string = text
    made.extend([link, soup.new_tag("span", attrs={"class": "tp-on-page", "data-to": anchor})])
    return made


def _last(anchor: object) -> str:
    return re.sub(r"^.*--", "", str(anchor))

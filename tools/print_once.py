"""What stands twice in the book stands once on paper: records of muscles, their sources, and drawings."""

import re
from collections.abc import Iterable
from copy import copy
from functools import cache

from bs4 import BeautifulSoup, Tag

from triggerpoints.atlas.paths import Box, meet, path_box


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


def draw_only_what_shows(chapter: Tag) -> None:
    """Give each plate of ``chapter`` the paths of the body that its frame shows, not the whole body."""
    for shared in chapter.select("svg.tp-pl-shared"):
        bodies = {f"#{body['id']}": body for body in shared.select("defs > g[id]")}
        for use in chapter.select(".tp-plates svg > use"):
            body = bodies.get(str(use.get("href")))
            frame = use.find_parent("svg")
            if body is None or frame is None:
                continue
            left, top, wide, high = (float(part) for part in str(frame["viewbox"]).split())
            shown = (left, top, left + wide, top + high)
            use.replace_with(*[copy(path) for path in body.find_all("path") if _meets(str(path["d"]), shown)])
        for body in bodies.values():
            body.decompose()


def frame_muscles(chapter: Tag) -> None:
    """Put the heading, the picture and the cautions of each muscle of a region into one box."""
    soup = BeautifulSoup("", "html.parser")
    for muscle in chapter.select("section[id*='--muscle-']:has(> .tp-plates)"):
        head = soup.new_tag("div", attrs={"class": "tp-muscle-head"})
        parts = [part for part in muscle.find_all(True, recursive=False) if part.name != "details"]
        parts[0].insert_before(head)
        head.extend(parts)


def _way(text: str, anchor: str) -> Tag:
    soup = BeautifulSoup("", "html.parser")
    made = soup.new_tag("p", attrs={"class": "tp-to-record"})
    link = soup.new_tag("a", href=f"#{anchor}")
    link.string = text
    made.extend([link, soup.new_tag("span", attrs={"class": "tp-on-page", "data-to": anchor})])
    return made


def _last(anchor: object) -> str:
    return re.sub(r"^.*--", "", str(anchor))


@cache
def _box(d: str) -> Box | None:
    return path_box(d)


def _meets(d: str, frame: Box) -> bool:
    box = _box(d)
    return box is not None and meet(box, frame)

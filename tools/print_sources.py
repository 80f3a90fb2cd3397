"""Red flags and contraindications on paper: short where they stand, in full once, by number, at the end."""

import re
from collections.abc import Iterable
from copy import copy

from bs4 import BeautifulSoup, NavigableString, Tag

SOURCES = "safety-sources"  # the id of the chapter
TITLE = "Red flags and contraindications, by number"
ABOUT = (
    "The chapters print them short. Here each sign stands once in full, and each rule with its sources: "
    "where we read it, and what we did not read."
)
HEADS = {"RF": "Red flags", "CI": "Contraindications"}


class Sources:
    """The records that the chapters given to :meth:`take` show, each once."""

    def __init__(self) -> None:
        self._soup = BeautifulSoup("", "html.parser")
        self._found: dict[str, Tag] = {}
        self._signs: dict[str, str] = {}

    def take(self, chapter: Tag) -> None:
        """Copy the records of ``chapter`` and leave them there without their sources, with their number."""
        for summary in chapter.select("summary[data-number]"):
            number, fold = str(summary["data-number"]), summary.parent
            assert fold is not None
            name = summary.get_text().strip()
            if number.startswith("CI"):
                row = fold.find_parent("tr")
                assert row is not None
                name = row.find(["th", "td"]).get_text().strip()  # type: ignore[union-attr]
            self._keep(number, name, fold.find_all("p", recursive=False))
            if number.startswith("CI"):
                self._link_in(fold.parent, number)
                fold.decompose()
                continue
            fold.find_all("p", recursive=False)[-1].decompose()
            summary.extend([" (", self._link(number), ")."])
            del summary["data-number"]

    def shorten(self, chapter: Tag) -> None:
        """Leave of a sign in the lists of areas of ``chapter`` its name and its number."""
        for name in chapter.select(".tp-zone li > p > strong:first-child"):
            number = self._signs.get(name.get_text().strip())
            if number:
                line = name.parent
                assert line is not None
                line.clear()
                line.extend([name.get_text().strip().rstrip("."), " (", self._link(number), ")"])

    def article(self) -> Tag | None:
        """Return the chapter with what was found, or None."""
        if not self._found:
            return None
        made = self._new("article", id=SOURCES, attrs={"class": "bd-article tp-paper-chapter"})
        made.extend([self._new("h1", TITLE), self._new("p", ABOUT)])
        for kind, head in HEADS.items():
            numbers = sorted(number for number in self._found if number.startswith(kind))
            if numbers:
                entries = self._new("div", attrs={"class": "tp-entries"})
                entries.extend(self._found[number] for number in sorted(numbers, key=_count))
                made.extend([self._new("h2", head), entries])
        return made

    def _keep(self, number: str, name: str, said: Iterable[Tag]) -> None:
        if number in self._found:
            return
        self._signs[f"{name}."] = number
        entry = self._new("div", id=_anchor(number), attrs={"class": "tp-entry"})
        head = self._new("p")
        head.append(self._new("strong", f"{number}. {name}."))
        entry.append(head)
        entry.extend(copy(part) for part in said)
        self._found[number] = entry

    def _link(self, number: str) -> Tag:
        return self._new("a", number, href=f"#{_anchor(number)}", attrs={"class": "tp-number"})

    def _link_in(self, cell: Tag | None, number: str) -> None:
        """Make ``number`` in the words of ``cell`` a link."""
        text = cell.find(string=re.compile(re.escape(f"({number})"))) if cell else None
        if isinstance(text, NavigableString):
            text.replace_with(" (", self._link(number), ")")

    def _new(self, name: str, text: str = "", **more: object) -> Tag:
        made = self._soup.new_tag(name, **more)  # type: ignore[arg-type]
        if text:
            made.string = text
        return made


def _anchor(number: str) -> str:
    return f"source-{number.lower()}"


def _count(number: str) -> int:
    return int(re.sub(r"\D", "", number))

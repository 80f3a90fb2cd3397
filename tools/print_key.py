"""Quizzes on paper: worksheets in the chapters, and one key to them at the end of the book."""

from bs4 import BeautifulSoup, Tag

KEY = "key"  # the id of the chapter of answers
TITLE = "Key to the questions"


class Key:
    """The answers of the chapters that were given to :meth:`take`, each under its chapter's title."""

    def __init__(self) -> None:
        self._soup = BeautifulSoup("", "html.parser")
        self.article = self._soup.new_tag("article", id=KEY, attrs={"class": "bd-article tp-paper-chapter"})
        self.article.append(self._new("h1", TITLE))

    def take(self, chapter: Tag, title: str) -> None:
        """Turn the quizzes of ``chapter`` into worksheets and move their answers here.

        Parts of one set, which have one ``data-key``, count on: their answers are one list.
        """
        lists: dict[str, Tag] = {}
        anchor = f"{KEY}--{chapter['id']}"
        for host in chapter.select(".tp-host[data-key]"):
            questions = host.select_one(".tp-fallback > ol")
            if questions is None:
                continue
            if not lists:
                self.article.append(self._new("h2", title, id=anchor))
            of_set = str(host["data-key"])
            if of_set not in lists:
                lists[of_set] = self._new("ol", attrs={"class": "tp-answers"})
                self.article.append(lists[of_set])
            host["class"] = ["tp-worksheet"]
            first = int(str(questions.get("start", 1)))
            asked = questions.find_all("li", recursive=False)
            for number, question in enumerate(asked, first):
                entry = self._new("li", value=str(number))
                self._answer(question, entry)
                lists[of_set].append(entry)
            host.append(self._where(anchor, first, first + len(asked) - 1))

    def _answer(self, question: Tag, entry: Tag) -> None:
        """Move the answer of ``question`` into ``entry``."""
        answer = question.find("details", recursive=False)
        if answer is not None:
            answer.extract()
            for part in list(answer.children):
                if not (isinstance(part, Tag) and part.name == "summary"):
                    entry.append(part)

    def _where(self, anchor: str, first: int, last: int) -> Tag:
        said = f"Answer {first}: " if first == last else f"Answers {first} to {last}: "
        where = self._new("p", said, attrs={"class": "tp-to-key"})
        where.append(self._new("a", TITLE.lower(), href=f"#{anchor}"))
        where.append(self._new("span", attrs={"class": "tp-on-page", "data-to": anchor}))
        return where

    def _new(self, name: str, text: str = "", **more: object) -> Tag:
        made = self._soup.new_tag(name, **more)  # type: ignore[arg-type]
        if text:
            made.string = text
        return made

    @property
    def is_empty(self) -> bool:
        """Whether no chapter had a question."""
        return self.article.find("h2") is None

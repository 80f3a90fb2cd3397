"""Who stands behind a course: its authors with what readers judge them by, and where to write to."""

import datetime
import re
from pathlib import Path
from typing import Annotated

from msgspec import Meta

from triggerpoints._faults import each_once
from triggerpoints._records import Record, read_toml

Words = Annotated[str, Meta(min_length=2)]
MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


class Author(Record, frozen=True, kw_only=True):
    """A person, and what the JAMA benchmarks ask of an author (Silberg and colleagues, 1997)."""

    name: Words
    profession: Words
    affiliation: Words
    interests: Words


class People(Record, frozen=True, kw_only=True):
    """The ``author`` of a course, where to write to (empty: nowhere), and when it was ``published``.

    Raises ValueError for a ``contact`` that is neither an e-mail nor an https address, and for an author
    who is there twice.
    """

    contact: str = ""
    published: datetime.date | None = None
    author: tuple[Author, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an address that leads nowhere, and the same author twice."""
        if self.contact and not self.address:
            raise ValueError(
                f"contact {self.contact!r} is no address; write an e-mail, or a web address with https://"
            )
        each_once("author", [author.name for author in self.author])

    @property
    def address(self) -> str:
        """What a link to ``contact`` points to; empty where there is none."""
        if MAIL.fullmatch(self.contact):
            return f"mailto:{self.contact}"
        return self.contact if re.fullmatch(r"https://\S+", self.contact) else ""


def read_people(path: Path) -> People:
    """Return the people in the TOML file at ``path``, nobody where there is no such file.

    Raises :class:`~triggerpoints._records.ContentError`, one sentence, at a fault.
    """
    return read_toml(path, People) if path.is_file() else People()

"""The records of the evidence."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from triggerpoints.evidence._fields import Certainty, Key

Kind = Literal[
    "Cochrane",
    "RCT",
    "basic science",
    "cohort",
    "consensus",
    "critique",
    "diagnostic reliability",
    "guideline",
    "meta-analysis",
    "review",
    "systematic review",
    "textbook",
]
Verdict = Literal["supported", "partly supported", "contested", "unsupported", "wrong"]


class Reference(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """A publication, and what of it the course team has seen.

    ``verified`` is ``yes`` or ``partly``; ``seen`` says what was read and where that ends.
    ``retracted`` work is a teaching example and never evidence. ``authors`` are "Surname Initials".
    """

    key: Key
    authors: tuple[str, ...] = ()
    year: Annotated[int, Meta(ge=1900, le=2100)]
    title: str
    journal: str = ""
    publisher: str = ""
    volume: str = ""
    pages: str = ""
    doi: str = ""
    pmid: str = ""
    isbn: str = ""
    kind: Kind
    finding: str
    verified: Literal["yes", "partly"]
    seen: str
    retracted: bool = False


class Claim(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """A claim of the two source articles, in our words, with verdict, reason and certainty.

    ``certainty`` is how sure the verdict is. ``cite`` holds keys of the references.
    """

    id: Annotated[str, Meta(pattern="^C[0-9]{2}$")]
    text: str
    article: Literal["first", "second"]
    topic: str
    verdict: Verdict
    reason: str
    certainty: Certainty
    cite: tuple[Key, ...]

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
Topic = Literal[  # of the claims, in the order in which they are taught
    "What a trigger point is",
    "Where they come from and what they do",
    "What the therapy is",
    "How it is done by hand",
    "What it does in the body",
    "How much it helps",
    "Neck, headache, whiplash, fibromyalgia",
    "Low back pain",
    "Needling and acupuncture",
    "Injections",
    "After a session",
    "Risks",
    "Self-care and finding help",
]


class Reference(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """A publication, and what of it the course team has seen.

    ``verified`` is ``yes`` or ``partly``; ``seen`` says what was read and where that ends.
    ``retracted`` work is a teaching example and never evidence. ``authors`` are "Surname Initials".
    Where no page that was read prints them, ``short`` is the title in a few words, by which a sentence
    cites the work; a body that published it stands for its authors. Raises ValueError when a work has
    no name to be cited by, or has two.
    """

    key: Key
    authors: tuple[str, ...] = ()
    short: str = ""
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

    def __post_init__(self) -> None:
        """Refuse a work that a sentence cannot name."""
        names = bool(self.authors), bool(self.publisher and not self.journal), bool(self.short)
        if not any(names):
            raise ValueError("it has neither authors nor a publisher; give a short title as 'short'")
        if self.short and any(names[:2]):
            raise ValueError("it is cited by its authors or publisher; take 'short' out")


class Claim(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """A claim of the two source articles, judged.

    ``text`` is the claim in our words, without a full stop. ``reason`` says in plain words what the
    cited sources found, ``certainty`` how sure the verdict is, and ``say`` what to tell a client
    instead: one sentence within the scope of a massage therapist. ``cite`` holds keys of the
    references. A claim that names a condition has the topic of the condition. Raises ValueError when
    a text is not punctuated like this.
    """

    id: Annotated[str, Meta(pattern="^C[0-9]{2}$")]
    text: str
    article: Literal["first", "second"]
    topic: Topic
    verdict: Verdict
    reason: str
    say: str
    certainty: Certainty
    cite: Annotated[tuple[Key, ...], Meta(min_length=1)]

    def __post_init__(self) -> None:
        """Refuse texts that a page could not print."""
        if self.text.endswith("."):
            raise ValueError("the text of a claim has no full stop at its end; take it out")
        for field in ("reason", "say"):
            if not getattr(self, field).endswith("."):
                raise ValueError(f"'{field}' is whole sentences; end it with a full stop")

"""Reasons not to treat, or to treat otherwise: the record, and what its words mean."""

from typing import Annotated, Literal

from msgspec import Meta

from triggerpoints._records import Record
from triggerpoints.atlas._model import Reading, Technique

Scope = Literal["general", "local", "pressure-limited"]
Ground = Literal["guideline", "consensus", "tradition"]
SCOPES: dict[Scope, str] = {
    "general": "No treatment for now",
    "local": "Not at this place",
    "pressure-limited": "Only lightly, and with a changed plan",
}
"""What each scope asks for, the strictest first."""
GROUNDS: dict[Ground, str] = {
    "guideline": "a regulator or a guideline says so",
    "consensus": "case reports and clinicians point the same way",
    "tradition": "schools and leaflets teach it; nobody has tested it",
}
"""What a rule rests on, in plain words, the firmest first."""
READ = {
    "yes": "Read in the source.",
    "partly": "Read only in part.",
    "no": "No source was read.",
}


class Contraindication(Record, frozen=True, kw_only=True):
    """A condition or a site that forbids or limits a technique, with what to do instead.

    ``certainty`` says what kind of source the rule rests on; no trial can test such a rule. Raises
    ValueError when the record says that it was read and names no source, or was not read and does not
    say what of it was not.
    """

    id: Annotated[str, Meta(pattern="^CI[0-9]{2}$", examples=["CI01"])]
    """The id of the contraindication, CI and a number; it never changes."""
    name: str
    """The condition or the site, in plain words."""
    scope: Scope
    """Whether nothing is treated, not this place, or only lightly."""
    techniques: Annotated[tuple[Technique, ...], Meta(min_length=1)]
    """The techniques that it forbids or limits."""
    why: str
    """What may go wrong."""
    instead: str
    """What to do instead."""
    certainty: Ground
    """What kind of source the rule rests on."""
    sources: tuple[Reading, ...] = ()
    """Where it was read."""
    note: str = ""
    """What was not seen, or where the sources differ."""
    verified: Literal["yes", "partly", "no"]
    """Whether the rule was read in a source: yes; partly: not all of it; no: general knowledge."""

    def __post_init__(self) -> None:
        """Refuse a reading without its source, and a gap that is not named."""
        if (self.verified == "no") == bool(self.sources):
            raise ValueError(
                f"{self.id} is verified {self.verified!r} with {len(self.sources)} sources; fix one"
            )
        if self.verified != "yes" and not self.note:
            raise ValueError(f"{self.id} was not read in full; say in 'note' what was not seen")
        if self.verified == "no" and self.certainty == "guideline":
            raise ValueError(f"{self.id} rests on a guideline that nobody read; name the guideline")
        for field in ("why", "instead", "note"):
            if getattr(self, field) and not getattr(self, field).endswith("."):
                raise ValueError(f"'{field}' of {self.id} is whole sentences; end it with a full stop")

    @property
    def how_sure(self) -> str:
        """How far the rule was read, as a sentence."""
        return " ".join(filter(None, (READ[self.verified], self.note)))

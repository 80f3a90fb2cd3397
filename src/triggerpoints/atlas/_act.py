"""What a therapist may do: an act, what is so in most places, and exceptions that were read."""

from typing import Annotated

from msgspec import Meta

from triggerpoints._records import Record
from triggerpoints.atlas._model import Id, Reading


class Act(Record, frozen=True, kw_only=True):
    """Something that is regulated, in words that hold in most places, and exceptions with their sources.

    No law is given as everyone's: the local note of the book comes after these words. Raises ValueError
    when the text does not say that it speaks of most places, or when an exception has no source.
    """

    id: Id
    """The id of the act, as the directive names it; it never changes."""
    heading: str
    """The heading under which the page of local rules keeps the note on it."""
    usual: str
    """What is so in most places."""
    exceptions: tuple[Reading, ...] = ()
    """Places that were read about, each with what its page says."""
    for_you: str
    """What a student of this course does, wherever they are."""
    note: str = ""
    """What was not seen."""
    ask: Annotated[tuple[str, ...], Meta(min_length=1)]
    """What to ask the regulator."""

    def __post_init__(self) -> None:
        """Refuse a rule that sounds like everyone's law."""
        if "most places" not in self.usual:
            raise ValueError(f"'usual' of {self.id!r} must say that it speaks of most places")
        for one in self.exceptions:
            if not one.url or not one.says:
                raise ValueError(f"an exception of {self.id!r} has no address or does not say what it says")

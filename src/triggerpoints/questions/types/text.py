"""Text: a written answer, marked by the instructor."""

from typing import Any

from triggerpoints.atlas import Atlas
from triggerpoints.questions.types._base import BaseItem, ResponseError

MAX_CHARACTERS = 20_000  # a long essay; keeps a pasted file out of the gradebook


class Text(BaseItem, frozen=True, kw_only=True, tag="text"):
    """A written answer. A response is a string. The instructor marks it against ``rubric``.

    ``model_answer`` is shown in practice after the student has written; ``rubric`` lines are what
    the instructor looks for.
    """

    rubric: tuple[str, ...] = ()
    model_answer: str = ""


def parse(item: Text, response: Any, atlas: Atlas) -> str:
    """Return the written text, stripped; raise ResponseError when it is not text or too long."""
    if response is None:
        return ""
    if not isinstance(response, str):
        raise ResponseError(f"item {item.id!r}: the response must be text, not {type(response).__name__}")
    if len(response) > MAX_CHARACTERS:
        raise ResponseError(
            f"item {item.id!r}: the text has {len(response)} characters; at most {MAX_CHARACTERS} are read"
        )
    return response.strip()


def fraction(item: Text, written: str, atlas: Atlas) -> None:
    """Return None: a person marks this."""
    return None


def key_response(item: Text) -> str:
    """Return the model answer."""
    return item.model_answer


def faults(item: Text, atlas: Atlas) -> list[str]:
    """Return what is wrong with the item itself, one phrase each."""
    return [] if item.rubric else ["no rubric"]

"""Feedback on one question: built from a list of what may be shown, never from the notebook."""

from typing import Any, NamedTuple

from msgspec import Struct

from triggerpoints.atlas import Atlas
from triggerpoints.atlas.drawing import Key
from triggerpoints.classroom._picture import Album, Picture
from triggerpoints.questions import Item, ResponseError, score
from triggerpoints.questions.types import TYPES, Choice, Muscles, Text, Zones

STATUS = {
    "correct": "Right",
    "partial": "Partly right",
    "incorrect": "Not right",
    "blank": "Not answered",
    "ungraded": "Written answer",
    "unreadable": "Could not be read",
}


class Score(Struct, frozen=True, kw_only=True):
    """What the gradebook says about one cell: points (None until a person has marked), and their comment.

    ``raised``: a person gave more points than the program had given.
    ``again``: the answer changed after a person marked it; the points are those of before.
    """

    points: float | None
    by_person: bool = False
    raised: bool = False
    again: bool = False
    comment: str = ""


class OptionLine(NamedTuple):
    """One option of a choice: its text, whether chosen and right, and the reason."""

    text: str
    chosen: bool
    correct: bool
    reason: str


class ItemFeedback(Struct, frozen=True, kw_only=True):
    """All that a student sees about one question."""

    number: int
    prompt: str
    status: str
    said: str
    score: Score
    maximum: float
    safety: bool
    yours: list[str]
    right: list[str]
    options: list[OptionLine]
    reasons: list[tuple[str, str]]
    explain: str
    written: str
    model_answer: str
    note: str
    pictures: list[Picture]


def item_feedback(
    number: int,
    item: Item,
    response: Any,
    written: str,
    found: Score,
    atlas: Atlas,
    album: Album,
    fault: str = "",
) -> ItemFeedback:
    """Return the feedback on ``item``; ``written`` is the text of a written answer's cell.

    ``fault`` says why there is no response that can be read, where that is so.
    """
    status, note, parsed = ("unreadable", f"{fault}.", ()) if fault else _judged(item, response, atlas)
    note = note.removeprefix(f"item {item.id!r}: ")
    names = _names(item, atlas)
    chosen = list(parsed) if not isinstance(item, Text) else []
    right = TYPES[type(item)].key_response(item) if not isinstance(item, Text) else []
    if isinstance(item, Text):
        status = "ungraded" if written else "blank"
    yours_words, right_words = [names(part) for part in chosen], [names(part) for part in right]
    if isinstance(item, Muscles) and item.sides == "either":
        right_words = [words.rpartition(" (")[0] + " (either side)" for words in right_words]
    return ItemFeedback(
        number=number,
        prompt=item.prompt,
        status=status,
        said=STATUS[status],
        score=found,
        maximum=item.points,
        safety=item.safety,
        yours=yours_words,
        right=right_words,
        options=_options(item, chosen),
        reasons=_reasons(item, chosen, atlas),
        explain=item.explain,
        written=written,
        model_answer=item.model_answer if isinstance(item, Text) else "",
        note=note,
        pictures=_pictures(item, chosen, right, (yours_words, right_words), album),
    )


def _judged(item: Item, response: Any, atlas: Atlas) -> tuple[str, str, Any]:
    try:
        return score(item, response, atlas).status, "", TYPES[type(item)].parse(item, response, atlas)
    except ResponseError as error:
        return "unreadable", f"{error}.", ()


def _names(item: Item, atlas: Atlas) -> Any:
    if isinstance(item, Choice):
        texts = {option.id: option.text for option in item.options}
        return texts.__getitem__

    def sided(part: str) -> str:
        side, _, name = part.partition(":")
        words = atlas.muscles[name].english_name if isinstance(item, Muscles) else atlas.zones[name].name
        return f"{words} ({side})"

    return sided


def _options(item: Item, chosen: list[str]) -> list[OptionLine]:
    if not isinstance(item, Choice):
        return []
    return [
        OptionLine(option.text, option.id in chosen, option.correct, option.feedback)
        for option in item.options
    ]


def _reasons(item: Item, chosen: list[str], atlas: Atlas) -> list[tuple[str, str]]:
    """Return why a mark was wrong, for each marked muscle or zone that the author foresaw."""
    if not isinstance(item, Muscles | Zones):
        return []
    wrong = set(chosen) - set(item.key)
    ids = dict.fromkeys(part.partition(":")[2] for part in chosen if part in wrong)
    names = {key: atlas.muscles[key].english_name for key in ids if key in atlas.muscles}
    names |= {key: atlas.zones[key].name for key in ids if key in atlas.zones}
    return [(names[key], item.feedback[key]) for key in ids if key in item.feedback]


def _pictures(
    item: Item, chosen: list[str], right: list[str], words: tuple[list[str], list[str]], album: Album
) -> list[Picture]:
    if not isinstance(item, Muscles | Zones):
        return []
    kind = "muscle" if isinstance(item, Muscles) else "zone"
    landmark = [_key("muscle", item.muscle)] if isinstance(item, Zones) and item.muscle else []
    asked = [_key(kind, part) for part in right]
    if isinstance(item, Muscles) and item.sides == "either":
        asked = [Key(kind, mark.id, side) for mark in asked for side in ("left", "right")]
    described = (
        "Marked: " + ", ".join(words[0]) + "." if words[0] else "Nothing is marked.",
        "Marked: " + ", ".join(words[1]) + ".",
    )
    return album.pictures(item.view, [_key(kind, part) for part in chosen], asked, landmark, described)


def _key(kind: str, sided: str) -> Key:
    side, _, name = sided.partition(":")
    return Key(kind, name, side)

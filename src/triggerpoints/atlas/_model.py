"""The records of the atlas.

Units: ``x`` and ``y`` are fractions of stature. ``x`` is 0 on the midline and positive toward the
body's own left; ``y`` is 0 at the vertex and 1 at the sole. Positions and shapes are stored for the
left side; the right side is the mirror.
"""

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from msgspec import Meta, Struct

View = Literal["front", "back", "head_side", "foot_sole", "hand_palm"]
Layer = Literal["superficial", "intermediate", "deep"]
Region = Literal[
    "head",
    "neck",
    "shoulder",
    "upper back",
    "mid back",
    "low back",
    "chest",
    "abdomen",
    "arm",
    "forearm",
    "hand",
    "hip",
    "thigh",
    "leg",
    "foot",
]
Side = Literal["left", "right"]
Action = Literal["call_emergency", "same_day_medical", "stop_and_refer", "modify_and_ask"]
"""What a red flag asks for, the most urgent first."""
Id = Annotated[str, Meta(pattern="^[a-z][a-z0-9_]*$")]
UNSOURCED = "unsourced"
CHECKED = {
    "yes": "Sign and urgency were read in the source.",
    "partly": "The sign was read in the source; the urgency is our judgement.",
    "no": "Not yet checked in a source.",
}


def how_sure(sources: Sequence[str], composed: bool = False) -> str:
    """Return the certainty in words: what was done, never more ("said in 2 sources we read").

    Sources copy one another, so the count says nothing about independent confirmation.
    """
    if not sources:
        return "general knowledge, no source checked"
    if composed and len(sources) > 1:
        return f"put together from {len(sources)} sources, each for a part"
    return "said in 1 source we read" if len(sources) == 1 else f"said in {len(sources)} sources we read"


class _Record(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A record of the atlas: immutable, and an unknown field is an error."""


class Source(_Record, frozen=True, kw_only=True):
    """Where a fact was read. ``id`` is the short name that facts cite."""

    id: str
    title: str
    url: str = ""
    kind: Literal["article", "book", "dataset", "ontology", "web page", "guideline"] = "web page"
    note: str = ""


class Fact(_Record, frozen=True, kw_only=True):
    """A statement with the sources that say it; with none, it is the course team's general knowledge.

    ``composed`` is True where each source says a part of the statement and none says the whole.
    """

    text: str
    sources: tuple[str, ...] = ()
    note: str = ""
    composed: bool = False

    @property
    def how_sure(self) -> str:
        """The certainty of the statement in words."""
        return how_sure(self.sources, self.composed)


class Place(_Record, frozen=True, kw_only=True):
    """A position of a trigger point on one view of the figure, left side, in stature units.

    In ``head_side``, a profile, ``x`` says how far forward the point lies (positive: anterior).
    """

    view: View
    x: Annotated[float, Meta(ge=-1, le=1)]
    y: Annotated[float, Meta(ge=0, le=1)]


class TriggerPoint(_Record, frozen=True, kw_only=True):
    """A place where trigger points are described, and where its pain is said to be felt.

    ``essential`` and ``spillover`` are zone ids. ``pressed`` is False for points that are shown on
    the figure but that students do not press. ``imitators`` maps a zone id to muscles whose points
    are described as referring there too. ``location.text`` is ``"unsourced"`` where no source gives
    a place: then the whole belly is shown. Both zone fields are empty where no source gives a zone:
    then ``referral_note`` says what is known, and the finder never offers the point.
    """

    id: Annotated[str, Meta(pattern="^T[0-9]+$")]
    label: str
    location: Fact
    essential: tuple[Id, ...]
    spillover: tuple[Id, ...] = ()
    places: tuple[Place, ...] = ()
    pressed: bool = True
    referral_sources: tuple[str, ...] = ()
    referral_note: str = ""
    imitators: dict[Id, tuple[Id, ...]] = {}
    caution: Fact | None = None

    @property
    def referral_how_sure(self) -> str:
        """The certainty of the essential and spillover zones in words."""
        if not (self.essential or self.spillover):
            return "no source we read says where its pain is felt"
        return how_sure(self.referral_sources)


class Muscle(_Record, frozen=True, kw_only=True):
    """A muscle: its anatomy, its trigger points, and what to be careful of, one caution a statement."""

    id: Id
    latin_name: str
    english_name: str
    synonyms: tuple[str, ...] = ()
    region: Region
    layer: Layer
    views: tuple[View, ...]  # empty: it is not drawn yet
    origin: Fact
    insertion: Fact
    actions: Fact
    innervation: Fact
    trigger_points: tuple[TriggerPoint, ...] = ()
    symptoms: Fact | None = None
    palpation: Fact | None = None
    stretch: Fact | None = None
    cautions: Annotated[tuple[Fact, ...], Meta(min_length=1)]
    disagreement: str = ""
    uberon_id: str = ""
    fma_id: str = ""

    def facts(self) -> Iterator[tuple[str, Fact]]:
        """Yield every statement of the record with the name of its field, those of its points too."""
        for field in self.__struct_fields__:
            value = getattr(self, field)
            if isinstance(value, Fact):
                yield field, value
        yield from (("cautions", caution) for caution in self.cautions)
        for point in self.trigger_points:
            yield f"{point.id} location", point.location
            if point.caution is not None:
                yield f"{point.id} caution", point.caution

    @property
    def essential(self) -> tuple[str, ...]:
        """Essential zones of all its trigger points, each once, in the order they first appear."""
        return tuple(dict.fromkeys(zone for point in self.trigger_points for zone in point.essential))

    @property
    def spillover(self) -> tuple[str, ...]:
        """Spillover zones of all its points that are not essential for any of them."""
        essential = set(self.essential)
        found = dict.fromkeys(zone for point in self.trigger_points for zone in point.spillover)
        return tuple(zone for zone in found if zone not in essential)


class Zone(_Record, frozen=True, kw_only=True):
    """An area of skin where pain is felt: the closed vocabulary of the pain map.

    ``area`` is the area of one side's shape in stature units squared, times a million, measured on
    our own figure; it weighs the zone when answers are scored.
    """

    id: Id
    name: str
    synonyms: tuple[str, ...] = ()
    region: str
    views: tuple[View, ...]
    description: str
    area: Annotated[float, Meta(gt=0)]
    hidden: bool = False
    warning: str = ""


class Reading(_Record, frozen=True, kw_only=True):
    """Where a safety fact was read: the publisher's ``name``, and what it ``says`` in our words."""

    name: str
    url: Annotated[str, Meta(pattern="^(https?://.+)?$")] = ""
    says: str = ""


class RedFlag(_Record, frozen=True, kw_only=True):
    """A sign that may mean disease: short questions, one action, asked before any muscle is named.

    A red flag without zones is general: it is asked whatever hurts. ``asked`` says when it can be
    seen: before, during or after a session; the finder asks the first kind only. ``sign`` and
    ``detail`` have no person in them; ``questions`` and ``say`` are a therapist's words to a client.
    Each of the questions asks one thing, and a yes points to danger. ``how_to_ask`` says what to look
    at, compare or note meanwhile, to the therapist.
    """

    id: Annotated[str, Meta(pattern="^RF[0-9]+$")]
    area: str
    asked: Literal["before", "during", "after"]
    sign: str
    detail: str = ""
    may_mean: str
    questions: Annotated[tuple[str, ...], Meta(min_length=1)]
    how_to_ask: str = ""
    action: Action
    say: str
    zones: tuple[Id, ...] = ()
    muscles: tuple[Id, ...] = ()
    sources: tuple[Reading, ...] = ()
    note: str = ""
    verified: Literal["yes", "partly", "no"]

    @property
    def how_sure(self) -> str:
        """How far the sign and its urgency were checked, as a sentence."""
        return CHECKED[self.verified]


class EmergencyNumber(_Record, frozen=True, kw_only=True):
    """A telephone number for an ambulance, and the ``places`` where a source says that it works."""

    number: Annotated[str, Meta(pattern="^[0-9]+$")]
    places: str
    sources: Annotated[tuple[Reading, ...], Meta(min_length=1)]

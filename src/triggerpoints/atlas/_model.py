"""The records of the atlas.

Units: ``x`` and ``y`` are fractions of stature. ``x`` is 0 on the midline and positive toward the
body's own left; ``y`` is 0 at the vertex and 1 at the sole (:class:`Place` names the views with a frame
of their own). Positions and shapes are stored for the
left side; the right side is the mirror.
"""

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from msgspec import Meta

from triggerpoints._records import Record

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
Technique = Literal["massage", "stretch", "heat", "self-treatment", "needling", "injection"]
"""What is done to a muscle. The course describes needling and injection and teaches neither."""
Id = Annotated[str, Meta(pattern="^[a-z][a-z0-9_]*$", examples=["scm_sternal"])]
UNSOURCED = "unsourced"
CHECKED = {
    "yes": "We read sign and urgency in the source.",
    "partly": "We read the sign in the source; the urgency is our judgement.",
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


class Source(Record, frozen=True, kw_only=True):
    """Where a fact was read. ``id`` is the short name that facts cite."""

    id: Id
    """The short name by which facts cite this work; it never changes."""
    title: str
    """The title of the work, and who wrote or published it."""
    url: str = ""
    """The address of the work; empty where it has none."""
    kind: Literal["article", "book", "dataset", "ontology", "web page", "guideline"] = "web page"
    """What kind of work it is."""
    note: str = ""
    """Which part or version was read, and what to keep in mind about it."""


class Fact(Record, frozen=True, kw_only=True):
    """A statement with the sources that say it; with none, it is the course team's general knowledge.

    ``composed`` is True where each source says a part of the statement and none says the whole.
    """

    text: str
    """The statement, in our own words."""
    sources: tuple[str, ...] = ()
    """The ids of the works that say it; none: general knowledge of the course team."""
    note: str = ""
    """What else the sources say, or where they differ."""
    composed: bool = False
    """True where each source says a part and none says the whole."""

    @property
    def how_sure(self) -> str:
        """The certainty of the statement in words."""
        return how_sure(self.sources, self.composed)


class Place(Record, frozen=True, kw_only=True):
    """A position of a trigger point on one view of the figure, left side, in stature units.

    In ``head_side``, a profile, ``x`` says how far forward the point lies (positive: anterior). The
    insets ``foot_sole`` and ``hand_palm`` face the viewer as ``front`` does; there ``y``
    counts down in the frame of the inset, in units of the body.
    """

    view: View
    """The view of the figure on which the point is marked."""
    x: Annotated[float, Meta(ge=-1, le=1)]
    """Fraction of stature from the middle of the view to the body's left; in head_side, how far forward."""
    y: Annotated[float, Meta(ge=0, le=1)]
    """Fraction of stature down from the top of the head; in an inset, as it is drawn there."""


class TriggerPoint(Record, frozen=True, kw_only=True):
    """A place where trigger points are described, and where its pain is said to be felt.

    ``essential`` and ``spillover`` are zone ids. ``pressed`` is False for points that are shown on
    the figure but that students do not press. ``imitators`` maps a zone id to muscles whose points
    are described as referring there too. ``location.text`` is ``"unsourced"`` where no source gives
    a place: then the whole belly is shown. Both zone fields are empty where no source gives a zone:
    then ``referral_note`` says what is known, and the finder never offers the point.
    """

    id: Annotated[str, Meta(pattern="^T[0-9]+$", examples=["T05"])]
    """The id of the point, T and a number; it never changes and no two points share it."""
    label: str
    """The name of the point in a few words."""
    location: Fact
    """Where the point lies, in words relative to landmarks; “unsourced” where no source gives a place."""
    essential: tuple[Id, ...]
    """The zones where its pain is described first."""
    spillover: tuple[Id, ...] = ()
    """The zones where its pain is described for some people."""
    places: tuple[Place, ...] = ()
    """Where the point is marked on the figure; none: the whole belly is shown."""
    pressed: bool = True
    """False for a point that is shown on the figure and that students do not press."""
    referral_sources: tuple[str, ...] = ()
    """The ids of the works that describe its pain."""
    referral_note: str = ""
    """What else is described about its pain, or where the sources differ."""
    imitators: dict[Id, tuple[Id, ...]] = {}
    """For a zone, the muscles whose points are described as referring there too."""
    caution: Fact | None = None
    """What to be careful of at this point, beyond the cautions of the muscle."""

    @property
    def referral_how_sure(self) -> str:
        """The certainty of the essential and spillover zones in words."""
        if not (self.essential or self.spillover):
            return "no source we read says where its pain is felt"
        return how_sure(self.referral_sources)


class Muscle(Record, frozen=True, kw_only=True):
    """A muscle: its anatomy, its trigger points, and what to be careful of, one caution a statement."""

    id: Id
    """The id of the muscle; it never changes."""
    latin_name: str
    """The anatomical name in Latin."""
    english_name: str
    """The name in English, as the course uses it."""
    synonyms: tuple[str, ...] = ()
    """Other names and everyday words by which people search for it."""
    region: Region
    """The part of the body under which the course lists the muscle."""
    layer: Layer
    """How deep the muscle lies under the skin."""
    views: tuple[View, ...]
    """The views of the figure that show the muscle; none: it is not drawn."""
    origin: Fact
    """Where the muscle begins."""
    insertion: Fact
    """Where the muscle ends."""
    actions: Fact
    """What the muscle does."""
    innervation: Fact
    """The nerve of the muscle, and the spinal levels where a source gives them."""
    trigger_points: tuple[TriggerPoint, ...] = ()
    """The trigger points described in the muscle."""
    symptoms: Fact | None = None
    """Complaints that are described with its trigger points."""
    palpation: Fact | None = None
    """How the muscle is found with the fingers."""
    stretch: Fact | None = None
    """How the muscle is lengthened."""
    cautions: Annotated[tuple[Fact, ...], Meta(min_length=1)]
    """What to be careful of, one statement each."""
    disagreement: str = ""
    """Where the sources contradict one another, and what each says."""
    uberon_id: Annotated[str, Meta(pattern="^(UBERON:[0-9]{7})?$", examples=["UBERON:0001128"])] = ""
    """The id of the muscle in the Uberon anatomy ontology; empty where we found none."""
    fma_id: Annotated[str, Meta(pattern="^(FMA:[0-9]+)?$", examples=["FMA:13407"])] = ""
    """The id of the muscle in the Foundational Model of Anatomy; empty where we found none."""

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


class Zone(Record, frozen=True, kw_only=True):
    """An area of skin where pain is felt: the closed vocabulary of the pain map.

    ``area`` is the area of one side's shape in stature units squared, times a million, measured on
    our own figure; it weighs the zone when answers are scored.
    """

    id: Id
    """The id of the zone; it never changes."""
    name: str
    """The name of the zone in plain words."""
    synonyms: tuple[str, ...] = ()
    """Other words for the place and common complaints there, never a diagnosis."""
    region: str
    """The part of the body under which the zone is listed."""
    views: tuple[View, ...]
    """The views of the figure that show the zone."""
    description: str
    """Where the zone lies and where it ends."""
    area: Annotated[float, Meta(gt=0)]
    """The area of one side on our figure, in millionths of stature squared; it weighs answers."""
    hidden: bool = False
    """True for a zone that a figure should not show unless it is asked for."""
    warning: str = ""
    """What to say whenever this zone is chosen."""


class Reading(Record, frozen=True, kw_only=True):
    """Where a safety fact was read: the publisher's ``name``, and what it ``says`` in our words."""

    name: str
    """Who published it."""
    url: Annotated[str, Meta(pattern="^(https?://.+)?$", examples=["https://www.who.int"])] = ""
    """The address of the page; empty where it has none."""
    says: str = ""
    """What it says, in our own words."""


class RedFlag(Record, frozen=True, kw_only=True):
    """A sign that may mean disease: short questions, one action, asked before any muscle is named.

    A red flag without zones is general: it is asked whatever hurts. ``asked`` says when it can be
    seen: before, during or after a session; the finder asks the first kind only. ``sign`` and
    ``detail`` have no person in them; ``questions`` and ``say`` are a therapist's words to a client.
    Each of the questions asks one thing, and a yes points to danger. ``how_to_ask`` says what to look
    at, compare or note meanwhile, to the therapist.
    """

    id: Annotated[str, Meta(pattern="^RF[0-9]+$", examples=["RF01"])]
    """The id of the red flag, RF and a number; it never changes."""
    area: str
    """The part of the body under which the red flag is listed."""
    asked: Literal["before", "during", "after"]
    """When it can be seen: before, during or after a session."""
    sign: str
    """The sign, in plain words and without a person."""
    detail: str = ""
    """More about the sign."""
    may_mean: str
    """The disease that the sign may mean."""
    questions: Annotated[tuple[str, ...], Meta(min_length=1)]
    """What the therapist asks; each question asks one thing, and a yes points to danger."""
    how_to_ask: str = ""
    """What the therapist looks at, compares or notes meanwhile."""
    action: Action
    """What a yes asks for."""
    say: str
    """What the therapist says to the client."""
    zones: tuple[Id, ...] = ()
    """The zones where it is asked; none: it is asked whatever hurts."""
    muscles: tuple[Id, ...] = ()
    """The muscles whose pain looks alike."""
    techniques: tuple[Technique, ...] = ()
    """The techniques during or after which it has been reported, and so is watched for."""
    sources: tuple[Reading, ...] = ()
    """Where it was read."""
    note: str = ""
    """What to keep in mind about the sources."""
    verified: Literal["yes", "partly", "no"]
    """Whether sign and urgency were read in a source: yes; partly: only the sign; no: not yet."""

    @property
    def how_sure(self) -> str:
        """How far the sign and its urgency were checked, as a sentence."""
        return CHECKED[self.verified]


class EmergencyNumber(Record, frozen=True, kw_only=True):
    """A telephone number for an ambulance, and the ``places`` where a source says that it works."""

    number: Annotated[str, Meta(pattern="^[0-9]+$", examples=["112"])]
    """The telephone number."""
    places: str
    """Where a source says that it works."""
    sources: Annotated[tuple[Reading, ...], Meta(min_length=1)]
    """Where it was read."""

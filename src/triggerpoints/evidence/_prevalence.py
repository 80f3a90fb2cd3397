"""How many people were found to have trigger points, and where."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from triggerpoints.evidence._fields import Key

Percent = Annotated[float, Meta(ge=0, le=100)]
Count = Annotated[int, Meta(ge=0)]


class Prevalence(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The share of ``people`` in whom examiners found a trigger point in one place.

    ``low`` and ``high`` are equal for one figure; a review gives the range over its ``studies``, and a
    study may give one over several muscles. ``muscle`` is an id of the atlas where the source names one
    of its muscles. No independent test for a trigger point exists: every figure is what examiners felt.
    """

    cite: Key
    who: str
    people: Annotated[int, Meta(ge=1)] | None = None
    studies: Annotated[int, Meta(ge=1)] | None = None
    muscle: str = ""
    place: str
    kind: Literal["active", "latent", "any"]
    low: Percent
    high: Percent
    pain: bool
    note: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError when the range runs backwards."""
        if self.low > self.high:
            raise ValueError(f"low ({self.low}) is above high ({self.high}) for {self.place!r}; swap them")


class PointCount(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How many trigger points examiners found per person: ``mean`` and ``sd`` over ``people``."""

    cite: Key
    who: str
    people: Annotated[int, Meta(ge=1)]
    place: str
    kind: Literal["active", "latent", "any"]
    mean: Annotated[float, Meta(ge=0)]
    sd: Annotated[float, Meta(ge=0)]
    pain: bool
    note: str = ""


class Tally(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Of ``n`` people in one group, how many had an active, a latent or no trigger point in a muscle.

    ``place`` is the muscle as printed, ``muscle`` its id in the atlas (empty where the atlas has parts
    of it only).
    """

    cite: Key
    group: str
    side: str
    place: str
    muscle: str = ""
    n: Annotated[int, Meta(ge=1)]
    active: Count
    latent: Count
    none: Count

    def __post_init__(self) -> None:
        """Refuse counts that do not add up."""
        found = self.active + self.latent + self.none
        if found != self.n:
            raise ValueError(
                f"{self.place!r} ({self.group}, {self.side}): {self.active} active, {self.latent} latent "
                f"and {self.none} without make {found}, not {self.n}; correct one of them"
            )

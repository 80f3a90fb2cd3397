"""The words of the evidence map: treatments, conditions and outcomes, by id."""

from typing import Literal

from msgspec import Struct

from triggerpoints._records import Slug


class Terms(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Plain names by id, each list in the order in which a reader meets it."""

    modality: dict[Slug, str]
    condition: dict[Slug, str]
    outcome: dict[Slug, str]

    def of(self, field: Literal["modality", "condition", "outcome"] | str) -> dict[str, str]:
        """Return the names of one list; ``field`` is the name of the list."""
        return dict(getattr(self, field))

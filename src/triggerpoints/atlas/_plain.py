"""Records of the atlas as plain data for JSON, with what Python computes already in it."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from triggerpoints.atlas._model import Fact, Muscle, RedFlag, TriggerPoint

COMPUTED: dict[type[Struct], tuple[str, ...]] = {
    Fact: ("how_sure",),
    TriggerPoint: ("referral_how_sure",),
    Muscle: ("essential", "spillover"),
    RedFlag: ("how_sure",),
}


def plain(value: Any) -> Any:
    """Return ``value`` with records as dicts (every field present) and tuples as lists.

    The properties in ``COMPUTED`` are added as fields, so that a page need not repeat their rules.
    """
    if isinstance(value, Struct):
        names = (*value.__struct_fields__, *COMPUTED.get(type(value), ()))
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value

"""The shapes of the atlas files, and their JSON Schema for editors and other programs."""

from typing import Any

import msgspec
from msgspec import Struct

from triggerpoints.atlas._model import EmergencyNumber, Muscle, RedFlag, Source, Zone


class MuscleFile(Struct, forbid_unknown_fields=True):
    """``muscles/*.toml``: one ``[[muscle]]`` table for each muscle of a region."""

    muscle: tuple[Muscle, ...]


class ZoneFile(Struct, forbid_unknown_fields=True):
    """``zones.toml``."""

    zone: tuple[Zone, ...]


class RedFlagFile(Struct, forbid_unknown_fields=True):
    """``red_flags.toml``."""

    red_flag: tuple[RedFlag, ...]
    emergency_number: tuple[EmergencyNumber, ...] = ()


class SourceFile(Struct, forbid_unknown_fields=True):
    """``sources/*.toml``: one ``[[source]]`` table for each work that the atlas cites."""

    source: tuple[Source, ...]


def schema() -> dict[str, dict[str, Any]]:
    """Return the JSON Schema of each kind of file: ``muscles``, ``zones``, ``red_flags``, ``sources``."""
    files = {"muscles": MuscleFile, "zones": ZoneFile, "red_flags": RedFlagFile, "sources": SourceFile}
    return {name: msgspec.json.schema(kind) for name, kind in files.items()}

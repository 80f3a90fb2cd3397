"""The shapes of the atlas files, and their JSON Schema for editors and other programs."""

from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from triggerpoints.atlas import _act, _contraindication, _model
from triggerpoints.atlas._act import Act
from triggerpoints.atlas._contraindication import Contraindication
from triggerpoints.atlas._described import described
from triggerpoints.atlas._model import EmergencyNumber, Muscle, RedFlag, Source, Zone

# Editors read this draft fully; what msgspec writes is the same in it but for the name of the definitions.
DRAFT = "http://json-schema.org/draft-07/schema#"
SCHEMA_FOLDER = Path(__file__).parent / "schema"
DEFINITIONS = "#/definitions/{name}"


class MuscleFile(Struct, forbid_unknown_fields=True):
    """The muscles of one region of the body: ``muscles/*.toml``."""

    muscle: tuple[Muscle, ...]
    """The muscles of the region, one [[muscle]] each."""


class ZoneFile(Struct, forbid_unknown_fields=True):
    """Areas of skin where pain is felt, of one part of the body: ``zones/*.toml``."""

    zone: tuple[Zone, ...]
    """The zones, one [[zone]] each."""


class RedFlagFile(Struct, forbid_unknown_fields=True):
    """Signs that may mean disease, of one part of the body: ``red_flags/*.toml``."""

    red_flag: tuple[RedFlag, ...] = ()
    """The red flags, one [[red_flag]] each."""
    emergency_number: tuple[EmergencyNumber, ...] = ()
    """The telephone numbers for an ambulance, one [[emergency_number]] each."""


class ContraindicationFile(Struct, forbid_unknown_fields=True):
    """Reasons not to treat, or to treat otherwise, of one kind: ``contraindications/*.toml``."""

    contraindication: tuple[Contraindication, ...]
    """The contraindications, one [[contraindication]] each."""


class ScopeFile(Struct, forbid_unknown_fields=True):
    """What a therapist may do: ``scope/*.toml``."""

    act: tuple[Act, ...]
    """The acts, one [[act]] each."""


class SourceFile(Struct, forbid_unknown_fields=True):
    """The works that the atlas cites: ``sources/*.toml``."""

    source: tuple[Source, ...]
    """The works, one [[source]] each."""


FILES: dict[str, type[Struct]] = {
    "muscles": MuscleFile,
    "zones": ZoneFile,
    "red_flags": RedFlagFile,
    "contraindications": ContraindicationFile,
    "scope": ScopeFile,
    "sources": SourceFile,
}


def schema() -> dict[str, dict[str, Any]]:
    """Return the JSON Schema of each kind of file, by the name of its folder.

    Every field has a ``description``, so that an editor can say what belongs there.
    """
    return {name: _schema(kind) for name, kind in FILES.items()}


def _schema(kind: type[Struct]) -> dict[str, Any]:
    _, found = msgspec.json.schema_components([kind], ref_template=DEFINITIONS)
    records = vars(_model) | vars(_contraindication) | vars(_act)
    for name, record in found.items():
        record["description"] = record["description"].partition("\n\n")[0].replace("``", "`")
        words = described(kind if name == kind.__name__ else records[name])
        record["properties"] = {
            field: {"description": words[field], **_for_editors(place)}
            for field, place in record["properties"].items()
        }
    return {"$schema": DRAFT, **found.pop(kind.__name__), "definitions": found}


def _for_editors(place: dict[str, Any]) -> dict[str, Any]:
    """Return ``place`` without null, which TOML has not, and with a reference as the only option.

    Beside a bare ``$ref`` this draft ignores every other word, the description too.
    """
    options = [option for option in place.get("anyOf", [place]) if option.get("type") != "null"]
    if any("$ref" in option for option in options):
        return {"anyOf": options}
    return place

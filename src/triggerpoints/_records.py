"""Read typed records from TOML and JSON, with errors a teacher can act on."""

from pathlib import Path
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")
# What to do, by what msgspec says.
FIXES = {
    "missing required field": "add it",
    "unknown field": "correct its name, or take it out",
    "Expected": "correct it",
    "Invalid enum": "correct it",
}


class ContentError(ValueError):
    """Bad content: one sentence that names the file, the record and the fix."""


def read_toml(path: Path, kind: type[T]) -> T:
    """Return the TOML file at ``path`` as a ``kind``.

    Raises :class:`ContentError` naming the file and the record when the file is missing,
    is not TOML, or does not have the shape of ``kind``.
    """
    try:
        return convert(msgspec.toml.decode(path.read_bytes()), kind, str(path))
    except FileNotFoundError:
        raise ContentError(f"{path}: there is no such file.") from None
    except UnicodeDecodeError as error:
        raise ContentError(f"{path}: not UTF-8 text ({error.reason}); save the file as UTF-8.") from None
    except msgspec.DecodeError as error:
        raise ContentError(f"{path}: {error}; check the quotes and brackets there.") from None


def convert(data: Any, kind: type[T], where: str) -> T:
    """Return ``data`` as a ``kind``; ``where`` names its file in the error."""
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        fix = next((f"; {fix}" for said, fix in FIXES.items() if said in str(error)), "")
        raise ContentError(f"{where}: {_with_ids(str(error), data)}{fix}.") from None


def _with_ids(message: str, data: Any) -> str:
    """Replace list positions in a msgspec path by the record's own id, where it has one."""
    text, mark, path = message.partition(" - at `$")
    if not mark:
        return message
    readable = ""
    here = data
    for step in path.rstrip("`").replace("[", ".[").split("."):
        if not step:
            continue
        if step.startswith("[") and step[1:-1].isdigit() and isinstance(here, list):
            here = here[int(step[1:-1])]
            name = here.get("id", here.get("key", step)) if isinstance(here, dict) else step
            readable += f" {name!r}" if name != step else step
        else:
            here = here.get(step) if isinstance(here, dict) else None
            readable += f" {step}" if readable else step
    return f"{text}, in {readable}"

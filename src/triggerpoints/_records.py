"""Read typed records from TOML and JSON, with errors a teacher can act on."""

from pathlib import Path
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta, Struct

from triggerpoints import _faults

T = TypeVar("T")
Slug = Annotated[
    str,
    Meta(
        pattern="^[a-z0-9]+(-[a-z0-9]+)*$",
        description="small letters and numbers, words joined by hyphens",
        examples=["bron-2011"],
    ),
]


class Record(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A record of content: immutable, and an unknown field is an error."""


class ContentError(ValueError):
    """Bad content: one sentence that names the file, the record and the fix."""


def read_toml(path: Path, kind: type[T]) -> T:
    """Return the TOML file at ``path`` as a ``kind``.

    Raises :class:`ContentError` naming the file and the record when the file is missing,
    is not TOML, or does not have the shape of ``kind``.
    """
    text = _text(path)
    try:
        data = msgspec.toml.decode(text)
    except msgspec.DecodeError as error:
        raise ContentError(f"{path}: {_faults.syntax(str(error), text)}") from None
    return convert(data, kind, str(path))


def convert(data: Any, kind: type[T], where: str) -> T:
    """Return ``data`` as a ``kind``; ``where`` names its file in the error."""
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        raise ContentError(f"{where}: {_faults.shape(str(error), data, kind)}") from None


def _text(path: Path) -> str:
    """Return the text of a UTF-8 file; the mark that Windows editors put at its start is no part of it."""
    try:
        content = path.read_bytes()
        return content.decode("utf-8-sig")
    except FileNotFoundError:
        raise ContentError(f"{path}: there is no such file.") from None
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ContentError(f"{path}: line {line} is not UTF-8 text; save the file as UTF-8.") from None

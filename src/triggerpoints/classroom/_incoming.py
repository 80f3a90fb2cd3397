"""What was handed in: files, folders and zips, turned into single files, one after the other.

Nothing is ever unpacked to a path that a zip names, so a zip cannot write outside; sizes are
counted while reading, so that a small zip cannot fill the memory.
"""

import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path, PurePosixPath

from msgspec import Struct

from triggerpoints.classroom._written import MAX_NOTEBOOK

MAX_FILE = MAX_NOTEBOOK
MAX_ZIP = 2_000_000_000  # bytes unpacked: 600 students with a notebook of 3 MB each
MAX_MEMBERS = 20_000
# All that zipfile lets through when the bytes are not a zip, or are damaged.
BROKEN_ZIP = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError),
    *(ArithmeticError, LookupError, RuntimeError, ValueError, OSError),
)
NO_DATE = (1980, 1, 1, 0, 0, 0)  # what a zip has for "none": its calendar starts there
MAX_PARTS = 50  # folders in each other; a zip can name thousands, which takes gigabytes to look at
MAX_DEPTH = 2  # a zip of zips is what learning platforms give; deeper is a trap


Zips = tuple[tuple[PurePosixPath, datetime | None], ...]


class Incoming(Struct, kw_only=True):
    """One file. ``path`` starts with the name of the folder or zip it came in.

    ``read`` returns its bytes. ``when`` is its date (UTC), None where a zip gives none; ``zips`` are
    the zips it was in with theirs, the outermost first.
    """

    path: PurePosixPath
    read: Callable[[], bytes]
    when: datetime | None
    zips: Zips = ()

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.read()

    def in_own_zip(self, place: PurePosixPath) -> bool:
        """Whether it was in a zip that the student made; ``place`` is what names the student."""
        return any(place == zipped or place in zipped.parents for zipped, _ in self.zips)

    def date(self, place: PurePosixPath) -> datetime | None:
        """Return the date that a student did not choose; ``place`` is what names the student.

        Who hands in a zip also writes the dates in it: then its own date counts.
        """
        for zipped, when in self.zips:
            if place == zipped or place in zipped.parents:
                return when
        return self.when


class Refused(Struct, kw_only=True):
    """Something that could not be read: a sentence without a full stop, and what there is of it."""

    path: PurePosixPath
    reason: str
    data: bytes = b""


def incoming(path: Path) -> Iterator[Incoming | Refused]:
    """Yield every file in ``path``, a file, a folder or a zip; what cannot be read is Refused."""
    if path.is_dir():
        for file in sorted(path.rglob("*")):
            inside = _path(path.resolve().name, *file.relative_to(path).parts)
            if file.is_symlink():
                yield Refused(path=inside, reason="a link; hand in the file itself")
            elif file.is_file():
                yield from _file(file, inside)
    elif path.is_file():
        yield from _file(path, _path(path.name))
    else:
        yield Refused(path=PurePosixPath(path), reason="there is no such file")


def _file(file: Path, inside: PurePosixPath) -> Iterator[Incoming | Refused]:
    if _noise(inside):
        return
    try:
        if file.suffix.lower() == ".zip":
            with file.open("rb") as opened:
                yield from _zip(opened, inside, ((inside.with_suffix(""), _modified(file)),), [MAX_ZIP])
            return
        if file.stat().st_size > MAX_FILE:
            yield Refused(path=inside, reason=f"larger than {MAX_FILE:,} bytes")
            return
        yield Incoming(path=inside, read=partial(bytes, file.read_bytes()), when=_modified(file))
    except OSError as error:
        yield Refused(path=inside, reason=f"cannot be read ({error.strerror})")


def _modified(file: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(file.stat().st_mtime, UTC)
    except (ValueError, OverflowError):  # a year that has more than four digits
        return None


def _zip(opened: object, inside: PurePosixPath, zips: Zips, left: list[int]) -> Iterator[Incoming | Refused]:
    try:
        archive = zipfile.ZipFile(opened)  # type: ignore[call-overload]
        members = archive.infolist()
    except BROKEN_ZIP as error:
        yield Refused(path=inside, reason=f"not a readable zip ({error})")
        return
    if len(members) > MAX_MEMBERS:
        yield Refused(path=inside, reason=f"a zip of {len(members)} files, more than {MAX_MEMBERS}")
        return
    base = inside.with_suffix("")
    for member in members:
        name = _path(member.filename.replace("\\", "/"))
        if not name.parts and not member.filename.endswith("/"):
            yield Refused(path=base, reason="has a file without a name; unpack it and look")
            continue
        if not name.parts or member.is_dir() or _noise(name):
            continue
        if len(name.parts) > MAX_PARTS:
            reason = f"has a file in more than {MAX_PARTS} folders; unpack it and look"
            yield Refused(path=base, reason=reason)
            continue
        if name.is_absolute() or ".." in name.parts or ":" in name.parts[0]:
            reason = f"its path in the zip leaves the folder ({member.filename!r})"
            yield Refused(path=base / name.name, reason=reason)
            continue
        yield from _member(archive, member, base / name, zips, left)


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, inside: PurePosixPath, zips: Zips, left: list[int]
) -> Iterator[Incoming | Refused]:
    nested = inside.suffix.lower() == ".zip"
    limit = min(MAX_FILE, left[0])
    try:
        with archive.open(member) as part:
            data = part.read(limit + 1)
    except BROKEN_ZIP as error:
        yield Refused(path=inside, reason=f"cannot be unpacked ({error})")
        return
    left[0] -= len(data)
    if len(data) > limit:
        yield Refused(path=inside, reason=f"unpacks to more than {limit:,} bytes")
    elif nested and len(zips) >= MAX_DEPTH:
        yield Refused(path=inside, reason="a zip in a zip in a zip", data=data)
    elif nested:
        yield from _zip(io.BytesIO(data), inside, (*zips, (inside.with_suffix(""), _dated(member))), left)
    else:
        yield Incoming(path=inside, read=partial(bytes, data), when=_dated(member), zips=zips)


def _dated(member: zipfile.ZipInfo) -> datetime | None:
    """Return the date of a file in a zip, which is in the time of some place: here, of this computer."""
    if member.date_time <= NO_DATE:
        return None
    try:
        return datetime(*member.date_time).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _path(*parts: str) -> PurePosixPath:
    """Return the path as one line: control characters in a name could steer a terminal."""
    return PurePosixPath(*(re.sub(r"[\x00-\x1f\x7f-\x9f]", "_", part) for part in parts))


def _noise(path: PurePosixPath) -> bool:
    """Files that systems (ours too) add on their own, and the question file that everyone has."""
    hidden = (part for part in path.parts if part != ".." and part.startswith((".", "__MACOSX", "~$")))
    return any(hidden) or path.name in (
        "items.json",
        "collected.json",
        "Thumbs.db",
        "desktop.ini",
    )

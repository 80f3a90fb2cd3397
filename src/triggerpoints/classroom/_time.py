"""When was it handed in, and who says so? What lateness is worked out from.

nbgrader reads ``timestamp.txt`` in a submission's folder, and so do we. ``collect`` writes it, and
``collected.json`` beside it says where the time is from. A time that the student wrote into the
answers (``answered_at``) never decides, nor a ``timestamp.txt`` that the student can have sent.
"""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from triggerpoints.classroom._incoming import Incoming
from triggerpoints.classroom._json import write_json

STAMP, NOTE = "timestamp.txt", "collected.json"
STAMPS = (STAMP, NOTE)
LONG_AGO = datetime(1970, 1, 1)

IN_NAME = "the file's name"
IN_STAMP = "timestamp.txt"
OF_FILE = "the file's date"
OF_COLLECTING = "the time of collecting"
MOODLE = "unknown: Moodle dates its files by the download; never counted as late"
NOBODY = "unknown: no timestamp.txt; never counted as late"
_TRUST = (MOODLE, OF_COLLECTING, OF_FILE, IN_STAMP, IN_NAME)


class HandedIn(NamedTuple):
    """A time (UTC, without a zone) and where it is from. With ``MOODLE`` it serves to order only."""

    when: datetime
    source: str

    def better_than(self, other: "HandedIn") -> bool:
        """Whether this is the one to believe for the same files: better known, or else earlier."""
        if self.source != other.source:
            return _rank(self) > _rank(other)
        return self.when < other.when


def _rank(time: HandedIn) -> int:
    return _TRUST.index(time.source) if time.source in _TRUST else -1


def time_of(
    named: datetime | None, stamps: Iterable[Incoming], files: Iterable[Incoming], moodle: bool
) -> HandedIn:
    """Return when ``files`` were handed in: by their name, their ``stamps``, their dates, else now.

    A time in the future is none: it would make every later hand-in count as older.
    """
    from nbgrader.utils import parse_utc

    now = naive(datetime.now(UTC)).replace(microsecond=0)
    if named and named <= now:
        return HandedIn(named, IN_NAME)
    for stamp in stamps:
        try:
            found: datetime = parse_utc(stamp.data.decode("utf-8").strip())
        except (ValueError, OverflowError):
            continue
        if found <= now:
            return HandedIn(found.replace(microsecond=0), IN_STAMP)
    dates = [naive(found.when).replace(microsecond=0) for found in files if found.when]
    known = bool(dates) and max(dates) <= now
    when = max(dates) if known else now
    if moodle:
        return HandedIn(when, MOODLE)
    return HandedIn(when, OF_FILE if known else OF_COLLECTING)


def write_time(folder: Path, time: HandedIn, file: str) -> None:
    """Write ``time`` into the submission in ``folder``; ``file`` is the name under which it came."""
    text = f"{time.when:%Y-%m-%d %H:%M:%S} UTC"
    if time.source != MOODLE:
        (folder / STAMP).write_text(text + "\n", encoding="utf-8")
    write_json(folder / NOTE, {"time": text, "from": time.source, "file": file})


def read_time(folder: Path) -> HandedIn:
    """Return when the submission in ``folder`` was handed in; ``LONG_AGO`` where nobody knows."""
    from nbgrader.utils import parse_utc

    note = read_note(folder)
    try:
        noted = HandedIn(parse_utc(note["time"]), str(note["from"]))
    except (ValueError, OverflowError, TypeError, KeyError, AttributeError):
        noted = None
    try:
        stamped: datetime = parse_utc((folder / STAMP).read_text(encoding="utf-8").strip())
    except (OSError, ValueError, OverflowError):
        return noted if noted and noted.source == MOODLE else HandedIn(LONG_AGO, NOBODY)
    # Another time than was noted: somebody has put it right by hand, or nbgrader collected it.
    return noted if noted and noted.when == stamped else HandedIn(stamped, IN_STAMP)


def read_note(folder: Path) -> dict[str, Any]:
    """Return what collecting noted on the submission in ``folder``; empty where there is nothing to read."""
    try:
        found = json.loads((folder / NOTE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def naive(time: datetime) -> datetime:
    """Return ``time`` in UTC and without a zone, as nbgrader keeps it."""
    return time.astimezone(UTC).replace(tzinfo=None) if time.tzinfo else time

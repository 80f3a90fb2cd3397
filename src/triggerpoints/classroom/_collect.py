"""Collect submissions: every file ends in a student's folder, in ``earlier`` or in ``quarantine``."""

import hashlib
import re
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from pathlib import Path, PurePosixPath
from typing import Any

from msgspec import Struct

from triggerpoints._records import ContentError
from triggerpoints.classroom._course import Course
from triggerpoints.classroom._handin import HandIn, stage
from triggerpoints.classroom._incoming import Incoming, Refused, incoming
from triggerpoints.classroom._layout import read_layout
from triggerpoints.classroom._moodle import Person
from triggerpoints.classroom._names import called
from triggerpoints.classroom._spool import Spool
from triggerpoints.classroom._time import STAMP, STAMPS, HandedIn, read_time
from triggerpoints.classroom._trace import BROKEN, leave, said_time
from triggerpoints.classroom._whose import Owner, compile_pattern, owner
from triggerpoints.classroom._written import parse_notebook
from triggerpoints.questions import read_answers


class Collected(Struct, kw_only=True):
    """What a run did: students by what happened to their submission, and sentences about faults."""

    stored: list[str]
    replaced: list[str]
    unchanged: list[str]
    older: list[str]
    faults: list[str]


def collect(course: Course, assignment: str, files: Iterable[Path], pattern: str | None) -> Collected:
    """Store what is in ``files`` as submissions of ``assignment``.

    A newer submission replaces an older one, which is kept in ``earlier/``. What belongs to
    nobody, or cannot be read where a good submission stands, is kept in ``quarantine/``.
    """
    compiled = compile_pattern(pattern)
    with course.gradebook() as book:
        layout = read_layout(course, assignment, book)
        roster = _roster(book)
    release = course.notebook("release", assignment)
    if not release.is_file():
        raise ContentError(f"{release}: is missing; make it again: {course.command('release', assignment)}")
    template = parse_notebook(release.read_bytes())
    done = Collected(stored=[], replaced=[], unchanged=[], older=[], faults=[])
    store = _Store(course, assignment, done, roster)
    with Spool(course.root) as spool:
        owned = _owned(files, spool, roster, compiled, store)
        for handin in _handins(owned, store):
            for part in handin.attempts():
                _put(store, part, layout.stub, template)
    return done


def _roster(book: Any) -> dict[str, Person]:
    from nbgrader.api import Student

    rows = book.db.query(Student.id, Student.first_name, Student.last_name, Student.email)
    return {key: Person(first or "", last or "", email or "") for key, first, last, email in rows}


def _owned(
    files: Iterable[Path],
    spool: Spool,
    roster: Mapping[str, Person],
    pattern: re.Pattern[str] | None,
    store: "_Store",
) -> list[tuple[Incoming, Owner]]:
    """Return what belongs to a student, with its bytes in ``spool``; the rest goes into quarantine."""
    owned: list[tuple[Incoming, Owner]] = []
    for path in files:
        for found in incoming(path):
            if isinstance(found, Refused):
                origin = path if path.is_file() and found.path == PurePosixPath(path.name) else None
                store.quarantine(found.path, found.data, found.reason, origin)
                continue
            whose = owner(found.path, roster, pattern)
            if isinstance(whose, str):
                store.quarantine(found.path, found.data, whose)
            else:
                found.read = spool.put(found.data)
                owned.append((found, whose))
    return owned


def _handins(owned: list[tuple[Incoming, Owner]], store: "_Store") -> Iterable[HandIn]:
    """Return what came together from one place."""
    handins: dict[tuple[Any, ...], HandIn] = {}
    for found, whose in _told_apart(owned, store):
        found.when = found.date(whose.place)
        key = (whose.student, found.path.parent, whose.when)
        moodle = whose.moodle is not None
        handin = handins.setdefault(key, HandIn(student=whose.student, named=whose.when, moodle=moodle))
        if spare := handin.take(found, _stamped(found, whose, store.assignment)):
            store.quarantine(found.path, found.data, spare)
    return handins.values()


def _stamped(found: Incoming, whose: Owner, assignment: str) -> bool:
    """Whether ``found`` is where nbgrader puts its timestamp, in a folder that no student filled."""
    nbgraders = found.path == whose.place / assignment / STAMP
    return nbgraders and whose.moodle is None and not found.in_own_zip(whose.place)


def _told_apart(owned: list[tuple[Incoming, Owner]], store: "_Store") -> Iterator[tuple[Incoming, Owner]]:
    """Yield what is surely one student's: two people in Moodle may share a name that the list has once."""
    numbers: Mapping[str, set[str]] = defaultdict(set)
    for _, whose in owned:
        if whose.moodle:
            numbers[whose.student].add(whose.moodle)
    for found, whose in owned:
        if whose.moodle and len(numbers[whose.student]) > 1:
            both = " and ".join(sorted(numbers[whose.student])[:2])
            reason = (
                f"two people in Moodle ({both}) have the name of {whose.student}; put the ids in its place"
            )
            store.quarantine(found.path, found.data, reason)
        else:
            yield found, whose


def _put(store: "_Store", handin: HandIn, stub: dict[str, str], template: dict[str, Any]) -> None:
    target = store.course.folder("submitted", store.assignment, handin.student)
    part = target.with_name(f".{target.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    person = store.roster[handin.student]
    who = called(handin.student, person.first, person.last)
    staged = stage(part, store.assignment, handin, target, stub, template, who)
    for path, data, reason in staged.bad:
        store.quarantine(path, data, reason)
    store.done.faults += staged.faults
    if staged.useless and target.exists():
        for offered in handin.files():
            store.keep(offered.path, offered.data)
        _note_broken(target, staged.time, read_time(target))
        shutil.rmtree(part)
        return
    store.settle(handin.student, part, target, staged.time)


def _note_broken(folder: Path, broken: HandedIn, stands: HandedIn) -> None:
    """Leave a trace in ``folder`` where what could not be read is newer than what stands there."""
    if broken.when > stands.when:
        leave(folder, BROKEN, said_time(broken))


class _Store:
    """Where files end up; nothing is ever overwritten."""

    def __init__(
        self, course: Course, assignment: str, done: Collected, roster: Mapping[str, Person]
    ) -> None:
        self.course, self.assignment, self.done, self.roster = course, assignment, done, roster

    def quarantine(self, path: PurePosixPath, data: bytes, reason: str, origin: Path | None = None) -> None:
        kept = self.keep(path, data, origin)
        where = f" Kept in {kept.relative_to(self.course.root)}." if kept else ""
        self.done.faults.append(f"{path}: {reason}.{where}")

    def keep(self, path: PurePosixPath, data: bytes, origin: Path | None = None) -> Path | None:
        """Store a file as it came; return where, or None when there is nothing to keep."""
        if not data and origin is None:
            return None
        inside = [part for part in path.parts if part not in ("..", "/", ".")]
        home = self.course.root / "quarantine" / self.assignment
        if origin is not None:
            data = origin.read_bytes()
        try:
            return _put_aside(home / Path(*inside), data)
        except OSError:
            # A name this system cannot store, or a file where this one needs a folder.
            return _put_aside(home / hashlib.sha256(data).hexdigest()[:16], data)

    def settle(self, student: str, part: Path, target: Path, time: HandedIn) -> None:
        if not target.exists():
            part.rename(target)
            self.done.stored.append(student)
        elif _contents(part) == _contents(target):
            if time.better_than(read_time(target)):
                for name in STAMPS:
                    (target / name).unlink(missing_ok=True)
                    if (part / name).exists():
                        (part / name).rename(target / name)
            shutil.rmtree(part)
            self.done.unchanged.append(student)
        elif time.when < read_time(target).when and _has_answers(target, self.assignment):
            self._earlier(student, part, time)
            self.done.older.append(student)
        else:
            before = read_time(target)
            broken = not _has_answers(target, self.assignment)
            self._earlier(student, target, before)
            part.rename(target)
            if broken:
                _note_broken(target, before, time)
            self.done.replaced.append(student)

    def _earlier(self, student: str, folder: Path, time: HandedIn) -> None:
        base = self.course.root / "earlier" / student / self.assignment
        base.mkdir(parents=True, exist_ok=True)
        name = time.when.strftime("%Y-%m-%dT%H-%M-%SZ")
        for number in count(1):
            spot = base / (name if number == 1 else f"{name} ({number})")
            if not spot.exists():
                folder.rename(spot)
                return
            if _contents(spot) == _contents(folder):
                shutil.rmtree(folder)
                return


def _put_aside(target: Path, data: bytes) -> Path:
    """Write ``data`` to ``target``, or beside it under a number where other data is; return where."""
    for number in count(1):
        spot = target if number == 1 else target.with_name(f"{target.stem} ({number}){target.suffix}")
        if not spot.exists():
            spot.parent.mkdir(parents=True, exist_ok=True)
            spot.write_bytes(data)
            break
        if spot.is_file() and spot.read_bytes() == data:
            break
    return spot


def _has_answers(folder: Path, assignment: str) -> bool:
    """Return whether the submission in ``folder`` has answers that can be read."""
    try:
        read_answers(folder / "answers.json", assignment)
    except ContentError:
        return False
    return True


def _contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a submission; when it came is no part of it."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name not in STAMPS)
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}

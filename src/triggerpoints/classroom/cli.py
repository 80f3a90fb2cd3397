"""The command line of the classroom: ``triggerpoints class``."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from triggerpoints.classroom._counted import counted

if TYPE_CHECKING:
    from triggerpoints.classroom._course import Course

FILE = click.Path(path_type=Path)
DIR = click.argument("course", metavar="DIR", type=FILE)
ASSIGNMENT = click.argument("assignment")
PATTERN_HELP = (
    "For other names: a regular expression, searched in the path. Its group (?P<student_id>…) is the id; "
    "(?P<timestamp>…), if there, the time, such as 2026-10-05-11-59-00: in the time of this computer "
    "unless Z, UTC or a shift such as +02:00 stands behind it."
)


@click.group("class")
def class_group() -> None:
    """Run a class: make a course, hand out, collect, mark and give feedback.

    DIR is an ordinary nbgrader course; nbgrader and its formgrader work in it at every step.
    """


@class_group.command()
@click.argument("course", metavar="DIR", type=FILE)
@click.option("--students", type=FILE, help="Class list: a csv with id,first_name,last_name,email.")
@click.option("--assignments", type=FILE, help="Folder with graded assignments and their keys.")
def new(course: Path, students: Path | None, assignments: Path | None) -> None:
    """Make the course folder DIR, or add the new ones of --students to the class that is there."""
    from triggerpoints.classroom._course import CONFIG
    from triggerpoints.classroom._new import new_course
    from triggerpoints.classroom._students import FIELDS, read_students
    from triggerpoints.classroom._typed import typed

    listed = read_students(students) if students else None
    people = listed.people if listed else {}
    if (course / CONFIG).is_file():
        _more(course, people)
        names = []
    else:
        names = new_course(course, people, assignments)
    if listed and listed.unknown:
        left = ", ".join(map(repr, listed.unknown))
        click.echo(f"{students}: left out the columns {left}; the columns are {', '.join(FIELDS)}.", err=True)
    if not names:
        return
    count = len(people)
    known = counted(count, "student", "students") if count else "no students yet"
    click.echo(f"{course}: {known}; assignments: {', '.join(names)}.")
    if not count:
        add = typed("db", "student", "import", "students.csv", program="nbgrader", folder=course)
        click.echo(f"Put the class list into {course}, then add the students: {add}")
    click.echo(f"Next: {typed('class', 'release', course, names[0])}")


def _more(root: Path, people: dict[str, dict[str, str]]) -> None:
    from triggerpoints._records import ContentError
    from triggerpoints.classroom._enrol import enrol
    from triggerpoints.classroom._names import called
    from triggerpoints.classroom._typed import typed

    if not people:
        add = typed("class", "new", root, "--students", "students.csv")
        raise ContentError(f"{root}: is a class already; to add students to it: {add}")
    with _opened(root) as opened:
        done = enrol(opened, people)
    names = [
        called(student, people[student].get("first_name", ""), people[student].get("last_name", ""))
        for student in done.added
    ]
    added = counted(len(names), "student", "students") + " added" + (": " if names else "")
    click.echo(
        f"{root}: is a class already; {added}{', '.join(names)}. "
        f"{len(done.there)} on the list before; nothing else changed."
    )
    if done.unlisted:
        click.echo(f"In the class but not in this list, and kept: {', '.join(done.unlisted)}.")


@class_group.command()
@DIR
@ASSIGNMENT
def release(course: Path, assignment: str) -> None:
    """Make release/ASSIGNMENT, the folder that students get: no key is in it."""
    from triggerpoints.classroom._release import release_assignment

    with _opened(course) as opened:
        release_assignment(opened, assignment)
        where = opened.folder("release", assignment)
    click.echo(f"{where}: ready to hand out; no key or feedback is in it.")
    click.echo(f"Next, when it comes back: {opened.command('collect', assignment, 'FOLDER-OR-ZIP')}")


@class_group.command()
@DIR
@ASSIGNMENT
@click.option("--force", is_flag=True, help="Mark every submission again, not only what changed.")
@click.option(
    "--separator", type=click.Choice([",", ";"]), default=",", help='";" for German or French Excel.'
)
def grade(course: Path, assignment: str, force: bool, separator: str) -> None:
    """Mark all submissions of ASSIGNMENT; no code of a student is run."""
    from triggerpoints.classroom._grade import grade_assignment

    with _opened(course) as opened:
        outcome = grade_assignment(opened, assignment, force=force, separator=separator, progress=_progress)
    faulty = [line for line in outcome.lines if line.faulty]
    for line in faulty:
        said = [line.status] if line.status != "graded" else []
        click.echo(f"{line.called}: {' '.join([*said, *line.remarks])}", err=True)
    for line in outcome.lines:
        if line.notes:
            click.echo(f"{line.called}: {' '.join(line.notes)}")
    graded = sum(line.status == "graded" for line in outcome.lines)
    waiting = sum(line.waiting for line in outcome.lines)
    waits = counted(waiting, "written answer waits", "written answers wait")
    click.echo(f"{graded} graded ({outcome.fresh} of them now), {waits} for a person.")
    click.echo(f"Report: {outcome.report}")
    first = "read the written answers in the formgrader, then: " if waiting else ""
    click.echo(f"Next: {first}{opened.command('feedback', assignment)}")
    if faulty:
        sys.exit(1)


@contextmanager
def _opened(root: Path) -> Iterator["Course"]:
    """Open the course for one command alone, and say what is out of date in it."""
    from triggerpoints.classroom._course import Course

    course = Course(root)
    for note in course.notes():
        click.echo(note, err=True)
    with course.alone():
        yield course


def _progress(done: int, of: int) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r{done}/{of}" + ("\n" if done == of else ""), nl=False, err=True)


@class_group.command()
@DIR
@ASSIGNMENT
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=FILE)
@click.option("--pattern", help=PATTERN_HELP)
def collect(course: Path, assignment: str, files: tuple[Path, ...], pattern: str | None) -> None:
    """Store what students handed in: STUDENT.json, STUDENT/answers.json, or a zip or folder of these.

    Notebooks beside them are taken too. Nothing is overwritten: a newer submission replaces an
    older one, which is kept in DIR/earlier; what cannot be used is kept in DIR/quarantine.
    """
    from triggerpoints.classroom._collect import collect as run

    with _opened(course) as opened:
        done = run(opened, assignment, files, pattern)
    for fault in done.faults:
        click.echo(fault, err=True)
    click.echo(
        f"{len(done.stored)} new, {len(done.replaced)} replaced by a newer one, "
        f"{len(done.unchanged)} unchanged, {len(done.older)} older than what is here; "
        f"{counted(len(done.faults), 'problem', 'problems')}."
    )
    if done.stored or done.replaced or done.unchanged or done.older:
        click.echo(f"Next: {opened.command('grade', assignment)}")
    elif not done.faults:
        click.echo("There is nothing that was handed in: name the folder or zip that has it.")
    if done.faults:
        sys.exit(1)


@class_group.command()
@DIR
@ASSIGNMENT
def feedback(course: Path, assignment: str) -> None:
    """Write one HTML page a student: marks, reasons, body maps, comments; no hidden test."""
    from triggerpoints.classroom._feedback import write_feedback

    with _opened(course) as opened:
        given = write_feedback(opened, assignment)
    for fault in given.faults:
        click.echo(fault, err=True)
    where = f"{opened.folder('feedback', assignment, 'STUDENT')}/{assignment}.html"
    click.echo(f"{counted(given.pages, 'page', 'pages')}: {where}")
    if given.faults:
        sys.exit(1)

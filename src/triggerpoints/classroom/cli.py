"""The command line of the classroom: ``triggerpoints class``."""

import sys
from pathlib import Path

import click

DIR = click.argument("course", metavar="DIR", type=click.Path(path_type=Path))
ASSIGNMENT = click.argument("assignment")


@click.group("class")
def class_group() -> None:
    """Run a class: make a course, hand out, collect, mark and give feedback.

    DIR is an ordinary nbgrader course; nbgrader and its formgrader work in it at every step.
    """


@class_group.command()
@click.argument("course", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--students", type=click.Path(path_type=Path), help="Class list: a csv with id,first_name,last_name,email.")
@click.option("--assignments", type=click.Path(path_type=Path), help="Folder with graded assignments and their keys.")
def new(course: Path, students: Path | None, assignments: Path | None) -> None:
    """Make the course folder DIR."""
    from triggerpoints.classroom._new import new_course

    count, names = new_course(course, students, assignments)
    click.echo(f"{course}: {count} students; assignments: {', '.join(names)}.")
    click.echo(f"Next: triggerpoints class release {course} {names[0]}")


@class_group.command()
@DIR
@ASSIGNMENT
def release(course: Path, assignment: str) -> None:
    """Make release/ASSIGNMENT, the folder that students get: no key is in it."""
    from triggerpoints.classroom._course import Course
    from triggerpoints.classroom._release import release_assignment

    opened = Course(course)
    release_assignment(opened, assignment)
    click.echo(f"{opened.folder('release', assignment)}: ready to hand out; no key, feedback or rubric is in it.")

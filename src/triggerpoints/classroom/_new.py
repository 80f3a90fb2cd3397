"""Make a course folder: configuration, assignments with their keys, and the class list."""

import shutil
from pathlib import Path

import triggerpoints
from triggerpoints._records import ContentError
from triggerpoints.atlas import Atlas
from triggerpoints.classroom._course import CONFIG, Course
from triggerpoints.classroom._json import write_json
from triggerpoints.classroom._notebook import source_notebook
from triggerpoints.classroom._typed import typed
from triggerpoints.questions import ItemSet, read_items, release, scoring_faults

CONFIGURATION = '''"""An ordinary nbgrader course: nbgrader and its formgrader work in this folder too."""

from triggerpoints.classroom.nbgrader_settings import use

c = get_config()  # noqa: F821
use(c)  # no hidden test in nbgrader's feedback, no script of a student in its pages

# Your own settings go below.
'''


def graded_assignments(folder: Path | None) -> dict[str, ItemSet]:
    """Return the graded sets in ``folder``, by id; by default those of the course's repository.

    Raises ContentError when there are none, or one is not a graded set named like its folder with
    items that can be marked.
    """
    home = folder or Path(triggerpoints.__file__).parents[2] / "notebooks" / "assignments"
    paths = sorted(home.glob("*/items.toml"))
    if not paths:
        raise ContentError(
            f"{home}: no graded assignments there (an installed package has none); name the folder "
            "notebooks/assignments of the course with --assignments."
        )
    atlas = Atlas()
    found = {}
    for path in paths:
        items = read_items(path)
        if items.kind != "graded":
            raise ContentError(f'{path}: its kind is {items.kind!r}; write kind = "graded".')
        if items.id != path.parent.name:
            raise ContentError(
                f"{path}: its id is {items.id!r}; write {path.parent.name!r}, like its folder."
            )
        for item in items.item:
            if faults := scoring_faults(item, atlas):
                every = typed("items", "check", path)
                raise ContentError(f"{path}: item {item.id!r}: {faults[0]}; every fault: {every}")
        found[items.id] = items
    return found


def new_course(root: Path, people: dict[str, dict[str, str]], assignments: Path | None) -> list[str]:
    """Make the course ``root`` with the students ``people``; return the ids of its assignments.

    Everything is read before anything is written. Raises ContentError for bad input, or when
    ``root`` exists.
    """
    if root.exists():
        raise ContentError(f"{root}: exists already and is no class; choose another name.")
    sets = graded_assignments(assignments)
    try:
        root.mkdir(parents=True)
    except OSError as error:
        raise ContentError(f"{root}: cannot be made ({error.strerror}); choose another place.") from None
    try:
        _fill(root, sets, people)
    except BaseException:
        shutil.rmtree(root)
        raise
    return list(sets)


def _fill(root: Path, sets: dict[str, ItemSet], people: dict[str, dict[str, str]]) -> None:
    (root / CONFIG).write_text(CONFIGURATION, encoding="utf-8")
    course = Course(root)
    for key, items in sets.items():
        path = course.notebook("source", key)
        path.parent.mkdir(parents=True)
        write_json(path, source_notebook(items))
        write_json(path.with_name("items.json"), release(items))
    with course.gradebook() as book:
        for student, record in people.items():
            book.add_student(student, **record)
        book.save()

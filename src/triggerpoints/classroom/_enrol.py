"""Put more students on the list of a class that is there already."""

from msgspec import Struct

from triggerpoints._records import ContentError
from triggerpoints.classroom._course import Course


class Enrolled(Struct, kw_only=True):
    """Ids: ``added`` now, ``there`` before and left as they are, ``unlisted`` in the class only."""

    added: list[str]
    there: list[str]
    unlisted: list[str]


def enrol(course: Course, people: dict[str, dict[str, str]]) -> Enrolled:
    """Add those of ``people`` who are not on the list of ``course``; change and remove nobody.

    Raises ContentError, and adds nobody, when two ids would share a folder.
    """
    from nbgrader.api import Student

    with course.gradebook() as book:
        known = {student for (student,) in book.db.query(Student.id)}
        folded = {student.casefold(): student for student in known}
        added = [student for student in people if student not in known]
        for student in added:
            if alike := folded.get(student.casefold()):
                raise ContentError(
                    f"students {alike!r}, in the class, and {student!r} would share a folder on Windows and "
                    "macOS; write the id as the class has it."
                )
        for student in added:
            book.add_student(student, **people[student])
        book.save()
    there = [student for student in people if student in known]
    return Enrolled(added=added, there=there, unlisted=sorted(known - set(people)))

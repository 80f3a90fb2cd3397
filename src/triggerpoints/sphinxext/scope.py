"""``{scope} act``: who may do this: what is so in most places, then the local rule.

The local note comes from one page of the book, ``book/local_rules.md``, which a teacher edits: a heading
an act, the note below it. Where it is empty the box says whom to ask, and what. ``{school-rule} heading``
is the note on what only a school can say, or whom to ask for it.
"""

from pathlib import Path

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx

from triggerpoints.atlas import Act, course_atlas
from triggerpoints.sphinxext._assets import atlas_files
from triggerpoints.sphinxext._directive import CourseDirective, bullets, labelled, linked
from triggerpoints.sphinxext._local_rules import SCHOOL, Note, read_notes
from triggerpoints.sphinxext._nodes import details

CHANGES = "Laws change, and a course is not a law."


class FromLocalRules(CourseDirective):
    """What the directives share: the notes of the page of local rules."""

    required_arguments = 1

    def note(self, heading: str) -> Note | None:
        """Return the note below ``heading``, if there is one."""
        self.depends_on(*atlas_files())
        headings = [*(one.heading for one in course_atlas().acts.values()), *SCHOOL]
        path = Path(self.env.srcdir, f"{self.config.triggerpoints_local_rules}.md")
        return self.read(path, lambda page: read_notes(page, headings)).get(heading)

    def local(self, label: str, note: Note | None, otherwise: str) -> nodes.Element:
        """Return ``note`` after its ``label``; where there is none, what to do ``otherwise``."""
        page = self.config.triggerpoints_local_rules
        if note is None:
            return labelled(label, nodes.Text(otherwise), *self._link(page))
        made = nodes.container(classes=["tp-local-rule"])
        made += labelled(label, *self._link(page))
        lines = StringList([*note.lines], source=f"{page}.md")
        self.state.nested_parse(lines, note.start, made)
        return made

    def _link(self, page: str) -> list[nodes.Node]:
        """Return a link to the page of local rules, where the book has it."""
        if page not in self.env.found_docs:
            return []
        return [nodes.Text(" ("), self.page_link(page, "local rules"), nodes.Text(")")]


class ScopeBox(FromLocalRules):
    """The box of an act."""

    def run(self) -> list[nodes.Node]:
        """Return the box."""
        act = self.pick(course_atlas().acts, self.arguments[0], "act")
        note = self.note(act.heading)
        box = nodes.admonition(classes=["tp-scope"])
        box += nodes.title(text=f"Who may do this: {act.heading[:1].lower()}{act.heading[1:]}")
        box += nodes.paragraph(text=act.usual)
        box += labelled("In this course:", nodes.Text(act.for_you))
        box += self.local("Here:", note, "ask your regulator.")
        if note is None:
            box += bullets([[nodes.paragraph(text=question)] for question in act.ask])
        if act.exceptions:
            box += _places(act)
        return self.mark(box)


class SchoolRule(FromLocalRules):
    """What a school says of its own rules."""

    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Return the note, or whom to ask."""
        heading = self.pick({name: name for name in SCHOOL}, self.arguments[0], "rule of a school")
        return self.mark(self.local("At your school:", self.note(heading), "ask your instructor."))


def _places(act: Act) -> details:
    count = len(act.exceptions)
    listed = bullets(
        [
            [nodes.paragraph("", "", linked(read.name, read.url), nodes.Text(f": {read.says}."))]
            for read in act.exceptions
        ]
    )
    end = nodes.paragraph(text=" ".join(filter(None, (act.note, CHANGES))))
    return details("", listed, end, summary=f"Places we read about: {count}")


def setup(app: Sphinx) -> None:
    """Register the directives and the page of local rules."""
    app.add_config_value("triggerpoints_local_rules", "book/local_rules", "env", [str])
    app.add_directive("scope", ScopeBox)
    app.add_directive("school-rule", SchoolRule)

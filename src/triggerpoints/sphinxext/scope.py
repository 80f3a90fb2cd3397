"""``{scope} act``: who may do this: what is so in most places, then the local rule.

The local note comes from one page of the book, ``book/local_rules.md``, which a teacher edits: a heading
an act, the note below it. Where it is empty the box says whom to ask, and what.
"""

from pathlib import Path

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx

from triggerpoints.atlas import Act, course_atlas
from triggerpoints.sphinxext._assets import atlas_files
from triggerpoints.sphinxext._directive import CourseDirective, bullets, labelled, linked
from triggerpoints.sphinxext._local_rules import Note, read_notes
from triggerpoints.sphinxext._nodes import details

CHANGES = "Laws change, and a course is not a law."


class ScopeBox(CourseDirective):
    """The directive."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the box."""
        self.depends_on(*atlas_files())
        acts = course_atlas().acts
        act = self.pick(acts, self.arguments[0], "act")
        page = self.config.triggerpoints_local_rules
        headings = [one.heading for one in acts.values()]
        note = self.read(Path(self.env.srcdir, f"{page}.md"), lambda path: read_notes(path, headings)).get(
            act.heading
        )
        box = nodes.admonition(classes=["tp-scope"])
        box += nodes.title(text=f"Who may do this: {act.heading[:1].lower()}{act.heading[1:]}")
        box += nodes.paragraph(text=act.usual)
        box += labelled("In this course:", nodes.Text(act.for_you))
        box += self._local(act, note, page)
        if act.exceptions:
            box += _places(act)
        return self.mark(box)

    def _local(self, act: Act, note: Note | None, page: str) -> list[nodes.Element]:
        if note is None:
            asked = bullets([[nodes.paragraph(text=question)] for question in act.ask])
            return [labelled("Here:", nodes.Text("ask your regulator."), *self._link(page)), asked]
        made = nodes.container(classes=["tp-local-rule"])
        made += labelled("Here:", *self._link(page))
        lines = StringList([*note.lines], source=f"{page}.md")
        self.state.nested_parse(lines, note.start, made)
        return [made]

    def _link(self, page: str) -> list[nodes.Node]:
        """Return a link to the page of local rules, where the book has it."""
        if page not in self.env.found_docs:
            return []
        return [nodes.Text(" ("), self.page_link(page, "local rules"), nodes.Text(")")]


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
    """Register the directive and the page of local rules."""
    app.add_config_value("triggerpoints_local_rules", "book/local_rules", "env", [str])
    app.add_directive("scope", ScopeBox)

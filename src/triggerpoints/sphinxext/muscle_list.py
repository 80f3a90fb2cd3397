"""``{muscle-list}``: every muscle from A to Z, with its other names; a name leads to the muscle's place."""

from docutils import nodes
from sphinx.application import Sphinx

from triggerpoints.atlas import Muscle, course_atlas
from triggerpoints.sphinxext._assets import atlas_files
from triggerpoints.sphinxext._directive import CourseDirective, bullets
from triggerpoints.sphinxext._links import name_of


class MuscleList(CourseDirective):
    """The directive."""

    def run(self) -> list[nodes.Node]:
        """Return the list."""
        self.depends_on(*atlas_files())
        muscles = sorted(course_atlas().muscles.values(), key=lambda muscle: muscle.english_name.lower())
        return self.mark(bullets([[_entry(muscle)] for muscle in muscles], classes=["tp-contents"]))


def _entry(muscle: Muscle) -> nodes.paragraph:
    also = [
        name for name in (muscle.latin_name, *muscle.synonyms) if name.lower() != muscle.english_name.lower()
    ]
    return nodes.paragraph(
        "",
        "",
        name_of(muscle.id),
        nodes.Text(" "),
        nodes.inline(text=", ".join([*also, muscle.region]), classes=["tp-line"]),
    )


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("muscle-list", MuscleList)

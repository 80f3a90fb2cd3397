"""``{muscle} id …``: muscles as closed cards; inside, the record: cautions, anatomy, points, sources.

.. code-block:: md

   ```{muscle} temporalis masseter
   ```

A closed card shows the name and where the pain is described first. The muscle's own place in the book,
with its plate, is on the page of its region; the card leads there.
"""

from docutils import nodes
from sphinx.application import Sphinx

from triggerpoints.atlas import Muscle, course_atlas
from triggerpoints.sphinxext._assets import atlas_files
from triggerpoints.sphinxext._directive import CourseDirective, labelled
from triggerpoints.sphinxext._links import name_of
from triggerpoints.sphinxext._muscle_record import cautions, line_of, record, target_of
from triggerpoints.sphinxext._nodes import details


class MuscleCards(CourseDirective):
    """The directive."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Return a group of cards."""
        self.depends_on(*atlas_files())
        known = course_atlas().muscles
        muscles = [self.pick(known, muscle, "muscle") for muscle in self.arguments[0].split()]
        return self.mark(nodes.container("", *[_card(muscle) for muscle in muscles], classes=["tp-muscles"]))


def _card(muscle: Muscle) -> details:
    return details(
        "",
        cautions(muscle),
        *record(muscle),
        labelled("With a picture:", name_of(muscle.id)),
        summary=muscle.english_name,
        line=line_of(muscle),
        classes=["tp-muscle"],
        ids=[target_of(muscle)],
    )


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("muscle", MuscleCards)

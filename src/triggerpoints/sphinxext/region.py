"""``{region} name``: all of a part of the body: red flags, the map, each muscle with its plate and record.

.. code-block:: md

   :::{region} low back
   :areas: back pelvis
   :::

After what the page says in short the red flags come first, as :func:`~triggerpoints.atlas.page_flags` picks
them for the muscles of the region and the zones where their pain is described first; ``areas`` are parts of
the body, as red flags name them (all, when left out).

The page is the place of its muscles in the book: names lead there, and so does the search.
"""

from collections.abc import Sequence
from typing import get_args

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx

from triggerpoints.atlas import Atlas, Muscle, Region, course_atlas, flags_by_action
from triggerpoints.sphinxext._assets import atlas_files
from triggerpoints.sphinxext._directive import CourseDirective, bullets, section, words
from triggerpoints.sphinxext._links import record_place
from triggerpoints.sphinxext._muscle_record import cautions, line_of, record, target_of
from triggerpoints.sphinxext._nodes import details, picture
from triggerpoints.sphinxext._plate import plate, shared
from triggerpoints.sphinxext._plate_legend import legend
from triggerpoints.sphinxext._plate_words import plate_in_words
from triggerpoints.sphinxext._region_map import region_map
from triggerpoints.sphinxext._region_short import Found, in_short
from triggerpoints.sphinxext.red_flags import REVIEWED, sections

ASK_FIRST = (
    "Pain from disease can feel like pain from a muscle. Open a line for its meaning, the question, the "
    f"words to say, and the source. {REVIEWED} Each line says where the urgency is our own judgement."
)
ABOUT = (
    "Trigger points are disputed, and the pain areas descend mostly from one textbook: they help to form a "
    "question, not to make a diagnosis. “Said in 2 sources” counts what we read; sources copy one another."
)
STEPS = (
    "Ask the red flags above, and take the action of each yes.",
    "Choose a muscle. Read “Before you touch” first.",
    "Open its record. Find the muscle as “Palpation” says, within the pressure that you agreed on. "
    "Some points are not pressed: the record says which.",
    "Ask: “Is this your pain?” Compare the answer with the picture, and open “Looks alike”.",
)
RECORD = "book/peer_practice"  # the page with the sheet to write on
BONES = "bones-and-landmarks"  # the label in the glossary


class RegionPage(CourseDirective):
    """The directive."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec = {"areas": words}

    def run(self) -> list[nodes.Node]:
        """Return the page in short, and three sections: red flags, the map, and the muscles with one each."""
        atlas = course_atlas()
        self.depends_on(*atlas_files())
        names = {name: name for name in get_args(Region)}
        region = self.pick(names, " ".join(self.arguments[0].split()), "region")
        muscles = [muscle for muscle in atlas.muscles.values() if muscle.region == region]
        by_area = {flag.area: flag.area for flag in atlas.red_flags.values()}
        areas = {self.pick(by_area, area, "area") for area in self.options.get("areas", by_area)}
        found = _found(atlas, muscles, areas)
        for muscle in muscles:
            record_place(self.env, muscle.id, target_of(muscle))
        return self.mark(
            in_short(muscles, found),
            _red_flags(found),
            section("On the map", "on-the-map", region_map(muscles)),
            section(
                f"The muscles, one by one: {len(muscles)}",
                "the-muscles",
                bullets([[_entry(muscle)] for muscle in muscles], classes=["tp-contents"]),
                nodes.paragraph(text="With a partner, under supervision:"),
                self._steps(),
                self._bones(),
                nodes.paragraph(text=ABOUT),
                _legend(muscles),
                nodes.raw("", shared(muscles), format="html"),
                *[_muscle(muscle) for muscle in muscles],
            ),
        )

    def _steps(self) -> nodes.enumerated_list:
        sheet = self.page_link(RECORD, "record of a practice")
        write = nodes.paragraph(
            "", "Write down what you found, without a disease. A sheet for it: ", sheet, nodes.Text(".")
        )
        steps = [*[nodes.paragraph(text=step) for step in STEPS], write]
        return nodes.enumerated_list("", *[nodes.list_item("", step) for step in steps], enumtype="arabic")

    def _bones(self) -> nodes.paragraph:
        link = addnodes.pending_xref(
            "",
            nodes.inline(text="Bones and landmarks"),
            refdomain="std",
            reftype="ref",
            reftarget=BONES,
            refexplicit=True,
            refwarn=False,
            refdoc=self.env.docname,
        )
        said = nodes.Text("A name of a bone is new to you? The common ones in plain words: ")
        return nodes.paragraph("", "", said, link, nodes.Text("."))


def _found(atlas: Atlas, muscles: Sequence[Muscle], areas: set[str]) -> Found:
    first = {zone for muscle in muscles for zone in muscle.essential}
    also = {zone for muscle in muscles for zone in muscle.spillover}
    ids = {muscle.id for muscle in muscles}
    return flags_by_action(atlas, first, also, ids, areas)


def _red_flags(found: Found) -> nodes.section:
    return section("Red flags first", "red-flags-first", nodes.paragraph(text=ASK_FIRST), *sections(found))


def _legend(muscles: Sequence[Muscle]) -> picture:
    drawn, said = legend(muscles)
    return picture(html=drawn, alt=said)


def _entry(muscle: Muscle) -> nodes.paragraph:
    link = nodes.reference("", muscle.english_name, refid=target_of(muscle), internal=True)
    return nodes.paragraph(
        "", "", link, nodes.Text(" "), nodes.inline(text=line_of(muscle), classes=["tp-line"])
    )


def _muscle(muscle: Muscle) -> nodes.section:
    points = len(muscle.trigger_points)
    said = f"{points} trigger point{'' if points == 1 else 's'}"
    return section(
        muscle.english_name,
        target_of(muscle),
        _index_entries(muscle),
        nodes.paragraph("", "", *_names(muscle), classes=["tp-line"]),
        picture(html=plate(muscle), alt=plate_in_words(muscle)),
        cautions(muscle),
        details(
            "",
            *record(muscle),
            summary=f"{muscle.english_name}: anatomy, {said}, sources",
            classes=["tp-muscle", "tp-record"],
        ),
    )


def _names(muscle: Muscle) -> list[nodes.Node]:
    also = [name for name in muscle.synonyms if name.lower() != muscle.latin_name.lower()]
    called = f"; also called {', '.join(also)}" if also else ""
    pain = " Pain described first: " if muscle.essential else " "
    return [
        nodes.emphasis(text=muscle.latin_name),
        nodes.Text(f"{called}.{pain}{line_of(muscle).strip()}".rstrip()),
    ]


def _index_entries(muscle: Muscle) -> addnodes.index:
    names = (muscle.english_name, muscle.latin_name, *muscle.synonyms)
    target = target_of(muscle)
    return addnodes.index(
        entries=[("single", name.replace(";", ","), target, "main", None) for name in names]
    )


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("region", RegionPage)

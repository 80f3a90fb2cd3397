"""``{body-map}``: the body, to explore muscles or to say where it hurts.

.. code-block:: md

   :::{body-map}
   :muscle: infraspinatus
   :::

Options: ``muscle`` (an id), ``mode`` (``explore`` or ``hurts``), ``zones`` (ids chosen at the start,
separated by spaces; ``left:`` or ``right:`` before an id means that side only), ``view``
(``front``, ``back``, ``head_side``, ``foot_sole`` or ``hand_palm``).
"""

from collections.abc import Sequence
from typing import Any, get_args

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx

from triggerpoints.atlas import Muscle, View, course_atlas
from triggerpoints.sphinxext._assets import atlas_files
from triggerpoints.sphinxext._directive import CourseDirective, labelled, words
from triggerpoints.sphinxext._links import name_of
from triggerpoints.sphinxext._nodes import body_figure, widget_host
from triggerpoints.sphinxext.pain_table import LABEL

VIEWS = get_args(View)
NO_SCRIPT = "Without JavaScript this figure cannot be tapped. What it would show is here in words."
IN_WORDS = {
    "front": "front",
    "back": "back",
    "head_side": "sides of the head",
    "foot_sole": "soles of the feet",
    "hand_palm": "palms of the hands",
}


class BodyMap(CourseDirective):
    """The directive."""

    option_spec = {
        "muscle": directives.unchanged_required,
        "mode": lambda text: directives.choice(text, ("explore", "hurts")),
        "zones": words,
        "view": lambda text: directives.choice(text, VIEWS),
        "class": directives.class_option,
    }

    def run(self) -> list[nodes.Node]:
        """Return a host with the model's props; inside it, the map in pictures and words."""
        atlas = course_atlas()
        self.depends_on(*atlas_files())
        props: dict[str, Any] = {"mode": self.options.get("mode", "explore")}
        for zone in self.options.get("zones", ()):
            self.pick(atlas.zones, zone.rpartition(":")[2], "zone")
            props.setdefault("zones", []).append(zone)
        muscle = None
        if "muscle" in self.options:
            muscle = self.pick(atlas.muscles, self.options["muscle"], "muscle")
            props["muscle"] = muscle.id
        if "view" in self.options:
            props["view"] = self.options["view"]
        return self.mark(host_of(props, self.options.get("class", [])))


def host_of(props: dict[str, Any], classes: Sequence[str] = ()) -> widget_host:
    """Return the host of a body map with ``props``, its content in pictures and words inside."""
    muscle = course_atlas().muscles[props["muscle"]] if props.get("muscle") else None
    node = widget_host(
        state={"kind": "body-map", "props": props}, key="", module="", css="", classes=[*classes]
    )
    views: tuple[str, ...]
    if props.get("view"):
        views = (props["view"],)
    elif muscle:
        views = muscle.views
    else:
        views = ("front", "back")
    node += nodes.container("", *[_figure(view, muscle) for view in views], classes=["tp-stills"])
    node += nodes.raw("", f"<noscript><p>{NO_SCRIPT}</p></noscript>", format="html")
    node += _muscle_in_words(muscle) if muscle else _table_link()
    return node


def _figure(view: str, muscle: Muscle | None) -> body_figure:
    shown = f", with the place of {muscle.english_name}" if muscle else " with its muscles"
    return body_figure(
        view=view, alt=f"Drawing of the body: {IN_WORDS[view]}{shown}. The same in words follows."
    )


def _muscle_in_words(muscle: Muscle) -> nodes.Element:
    zones = course_atlas().zones
    made = nodes.container()
    made += labelled("Muscle:", name_of(muscle.id))
    for point in muscle.trigger_points:
        essential = ", ".join(zones[zone].name for zone in point.essential) or "none described"
        text = f"described first in {essential}"
        if point.spillover:
            text += f"; for some people also in {', '.join(zones[zone].name for zone in point.spillover)}"
        made += labelled(f"{point.label}:", nodes.Text(text + "."))
    return made


def _table_link() -> nodes.paragraph:
    link = pending_xref("", refdomain="std", reftype="ref", reftarget=LABEL, refexplicit=True, refwarn=True)
    link += nodes.inline("", "All areas and muscles in words", classes=["std", "std-ref"])
    return nodes.paragraph("", "", link)


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("body-map", BodyMap)

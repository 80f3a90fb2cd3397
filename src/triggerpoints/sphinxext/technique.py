"""``{technique} <id>``: a technique shown moving, in captioned steps that a reader plays and pauses.

.. code-block:: md

   ```{technique} flat-palpation
   ```

The steps are always in the page, in words. Without scripts and on paper each has its still picture;
where scripts run, ``technique.js`` moves one picture from step to step. It never starts by itself.
"""

import html
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxTranslator
from sphinx.writers.html5 import HTML5Translator

from triggerpoints._records import ContentError
from triggerpoints.animations import DATA, DRAWN, Animation, Pose, animations, pictures, shape_names, shared
from triggerpoints.atlas import Reading, course_atlas
from triggerpoints.sphinxext._assets import atlas_files
from triggerpoints.sphinxext._directive import CourseDirective, labelled, linked
from triggerpoints.sphinxext._nodes import (
    add,
    children_only,
    has,
    load_with,
    nothing,
    picture,
    print_words,
    script_json,
)

BUTTONS = (("previous", "Previous"), ("play", "Play"), ("next", "Next"))


class technique_figure(nodes.General, nodes.Element):
    """A technique; its children say everything. Attributes: ``ids``, ``title``, ``shared`` (SVG)."""


class technique_stage(nodes.General, nodes.Element):
    """The picture that moves (attribute ``html``): only for a page with scripts."""


class TechniqueFigure(CourseDirective):
    """The directive."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the figure; a technique stands on a page once."""
        self.depends_on(*atlas_files(), *sorted(DATA.glob("*.toml")), *sorted(DRAWN.glob("*.svg")))
        try:
            animation = self.pick(animations(), self.arguments[0], "technique")
        except ContentError as error:
            raise self.error(str(error)) from None
        shown = self.env.temp_data.setdefault("tp_techniques", set())
        if animation.id in shown:
            raise self.error(f"The technique {animation.id!r} is on this page already; link to it instead.")
        shown.add(animation.id)
        return self.mark(self._figure(animation))

    def _figure(self, animation: Animation) -> technique_figure:
        steps = nodes.enumerated_list("", enumtype="arabic", prefix="", suffix=".", classes=["tp-tq-steps"])
        for step, poses in zip(animation.step, animation.stills(), strict=True):
            still = f'<div class="tp-tq-still">{pictures(animation, poses, step.shows)}</div>'
            steps += nodes.list_item(
                "", nodes.paragraph(text=step.said), picture(html=still, alt=f"Picture: {step.shows}")
            )
        made = technique_figure(
            ids=[f"technique-{animation.id}"], title=animation.title, shared=shared(animation)
        )
        made += nodes.paragraph(text=animation.use, classes=["tp-tq-use"])
        made += _classed(labelled("Safety:", nodes.Text(animation.safety)), "tp-tq-safety")
        made += technique_stage(html=_stage(animation))
        made += steps
        if animation.unsure:
            made += _classed(labelled("Not known:", nodes.Text(animation.unsure)), "tp-tq-small")
        made += self._sources(animation)
        return made

    def _sources(self, animation: Animation) -> nodes.paragraph:
        made = labelled("Sources:", *self.cited(animation.cite))
        for number, reading in enumerate(readings(animation)):
            made += nodes.Text("; " if number or animation.cite else "")
            made += linked(reading.name, reading.url)
            made += nodes.Text(f" ({reading.says})" if reading.says else "")
        made += nodes.Text(f". {animation.rule}" if animation.rule else ".")
        return _classed(made, "tp-tq-small")


def readings(animation: Animation) -> list[Reading]:
    """Return the pages on which ``animation`` rests, those of its contraindications too, each once."""
    ids = dict.fromkeys(step.contraindication for step in animation.step if step.contraindication)
    found = [*animation.source]
    for key in ids:
        found += course_atlas().contraindications[key].sources
    return list({reading.url or reading.name: reading for reading in found}.values())


def _classed(paragraph: nodes.paragraph, name: str) -> nodes.paragraph:
    paragraph["classes"].append(name)
    return paragraph


def _stage(animation: Animation) -> str:
    first = animation.step[0]
    known = {part.id: shape_names(part) for one in animation.picture for part in one.part}
    starts = {name: numbers(pose, known[name]) for name, pose in animation.starts().items()}
    steps = [
        {
            "caption": step.said,
            "shows": step.shows,
            "seconds": step.seconds,
            "moves": {name: [numbers(pose, known[name]) for pose in keys] for name, keys in moved.items()},
        }
        for step, moved in zip(animation.step, animation.poses(), strict=True)
    ]
    drawn = pictures(animation, animation.stills()[0], first.shows)
    buttons = "".join(
        f'<button type="button" data-action="{action}">{name}</button>' for action, name in BUTTONS
    )
    said = f"<b>Step 1 of {len(steps)}.</b> {html.escape(first.said)}"
    return (
        f'<div class="tp-tq-stage">{drawn}<p class="tp-tq-caption" role="status">{said}</p>'
        f'<div class="tp-tq-bar" role="group" aria-label="{html.escape(animation.title)}: the steps" hidden>'
        f'{buttons}</div><script type="application/json">'
        f"{script_json({'starts': starts, 'steps': steps})}</script></div>"
    )


def numbers(pose: Pose, shapes: list[str]) -> list[Any]:
    """Return a complete pose as numbers: x, y, turn, wide, high, seen, and the place of its shape."""
    shape = shapes.index(pose.shape) if pose.shape else 0
    return [pose.x, pose.y, pose.turn, pose.wide, pose.high, pose.seen, shape]


def _visit_figure(self: HTML5Translator, node: technique_figure) -> None:
    name = node["ids"][0]
    self.body.append(
        f'<figure class="tp-technique tp-palette" id="{name}" aria-labelledby="{name}-title">'
        f'<figcaption id="{name}-title">{html.escape(node["title"])}</figcaption>{node["shared"]}\n'
    )


def _depart_figure(self: HTML5Translator, node: technique_figure) -> None:
    self.body.append("</figure>\n")


def _visit_stage(self: HTML5Translator, node: technique_stage) -> None:
    self.body.append(node["html"])
    raise nodes.SkipNode


def _print_title(self: SphinxTranslator, node: technique_figure) -> None:
    print_words(self, node, nodes.strong(text=node["title"]))


def _palette(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    if has(doctree, technique_figure):
        app.add_css_file("triggerpoints/triggerpoints.css")


def setup(app: Sphinx) -> None:
    """Register the directive, and its script and style on the pages that have it."""
    add(app, technique_figure, (_visit_figure, _depart_figure), (_print_title, children_only))
    add(app, technique_stage, (_visit_stage, children_only), (nothing, children_only))
    app.add_directive("technique", TechniqueFigure)
    app.connect("html-page-context", _palette)
    load_with(app, technique_figure, "technique.js", "technique.css")

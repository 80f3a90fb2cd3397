"""Links between a muscle's name and the page that has its record."""

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxRole
from sphinx.util.nodes import make_refnode

from triggerpoints.atlas import course_atlas

# What to read once it is known where it hurts: a page, and the zones for which it is meant (none: always).
READ_ON: dict[str, tuple[str, ...]] = {
    "book/headache": ("head_vertex", "head_frontal", "head_temporal", "head_occipital", "face_eye"),
    "book/neck_pain": ("neck_back", "neck_front", "shoulder_top"),
    "book/shoulder_pain": ("shoulder_top", "shoulder_front", "shoulder_side", "shoulder_back"),
    "book/low_back_pain": ("back_low", "flank", "sacrum_si", "buttock"),
    "book/self_treatment": (),
    "book/manual_treatment": (),
}


class muscle_name(nodes.Inline, nodes.TextElement):
    """A muscle (attribute ``muscle``) in words; a link where the book has its record."""


def name_of(muscle: str) -> muscle_name:
    """Return the English name of ``muscle`` as a node that becomes a link."""
    return muscle_name("", course_atlas().muscles[muscle].english_name, muscle=muscle)


def record_place(env: BuildEnvironment, muscle: str, target: str) -> None:
    """Remember that the page being read has the record of ``muscle`` at anchor ``target``."""
    _places(env).setdefault(muscle, (env.docname, target))


def record_places(env: BuildEnvironment) -> dict[str, tuple[str, str]]:
    """Return the page and the anchor of each record that the book has, by the muscle's id."""
    return dict(_places(env))


def read_on(builder: Builder, page: str) -> list[dict[str, Any]]:
    """Return title, address and zones of each page of ``READ_ON`` that the book has."""
    env = builder.env
    return [
        {"title": env.titles[one].astext(), "url": builder.get_relative_uri(page, one), "zones": list(zones)}
        for one, zones in READ_ON.items()
        if one in env.titles
    ]


class MuscleRole(SphinxRole):
    """``{muscle}`` as a role: the muscle's name, linked to its record."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the name, or an error for an id that is not in the atlas."""
        if self.text in course_atlas().muscles:
            return [name_of(self.text)], []
        problem = self.inliner.reporter.error(
            f"There is no muscle {self.text!r} in the atlas.", line=self.lineno
        )
        return [nodes.problematic(self.rawtext, self.rawtext)], [problem]


class ResolveNames(SphinxPostTransform):
    """Turn names into links, once every page has been read."""

    default_priority = 5

    def run(self, **kwargs: Any) -> None:
        """Replace each name by a link, or by its text where no page has the record."""
        builder = self.app.builder
        for node in list(self.document.findall(muscle_name)):
            text = nodes.Text(node.astext())
            place = _places(self.env).get(node["muscle"])
            if place is None:
                node.replace_self(text)
            else:
                node.replace_self(make_refnode(builder, self.env.docname, place[0], place[1], text))


def _places(env: BuildEnvironment) -> dict[str, tuple[str, str]]:
    if not hasattr(env, "triggerpoints_muscles"):
        env.triggerpoints_muscles = {}  # type: ignore[attr-defined]
    return env.triggerpoints_muscles  # type: ignore[attr-defined,no-any-return]


def _purge(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    for muscle in [muscle for muscle, place in _places(env).items() if place[0] == docname]:
        del _places(env)[muscle]


def _merge(app: Sphinx, env: BuildEnvironment, docnames: list[str], other: BuildEnvironment) -> None:
    for muscle, place in _places(other).items():
        if place[0] in docnames:
            _places(env).setdefault(muscle, place)


def setup(app: Sphinx) -> None:
    """Register the role and the transform."""
    app.add_role("muscle", MuscleRole())
    app.add_post_transform(ResolveNames)
    app.connect("env-purge-doc", _purge)
    app.connect("env-merge-info", _merge)

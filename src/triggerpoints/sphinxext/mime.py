"""MyST-NB plugin: charts, choices and the course's own widgets in notebook outputs, without a CDN.

MyST-NB would skip Plotly's only MIME type and would show nothing for a widget without scripts from
another host. Here a chart becomes a :class:`~triggerpoints.sphinxext.charts.chart`, a
``Choices`` becomes a native control over precomputed charts, ``Forest`` and ``EvidenceMap`` what
``{forest}`` and ``{evidence-map}`` make, ``Typed`` what it says of its first numbers, ``BodyMap`` and
``Quiz`` the same host as their directives make, and any other widget its values, what it gave for them
and a sentence.
"""

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, ClassVar

import msgspec
from docutils import nodes
from myst_nb.core.render import MimeData, NbElementRenderer
from myst_nb.docutils_ import DocutilsNbRenderer
from myst_parser.mocking import MockInliner

from triggerpoints.evidence import DATA, course_evidence
from triggerpoints.questions import ItemSet
from triggerpoints.sphinxext import body_map, quiz
from triggerpoints.sphinxext._directive import citations
from triggerpoints.sphinxext._saved_widget import default_result, lines, told
from triggerpoints.sphinxext.charts import NOTHING_MISSED, chart_of, choices
from triggerpoints.sphinxext.evidence_map import map_of
from triggerpoints.sphinxext.forest import forest_of, forest_plot

PLOTLY = "application/vnd.plotly.v1+json"
CHOICES = "application/vnd.triggerpoints.choices+json"
FOREST = "application/vnd.triggerpoints.forest+json"
TYPED = "application/vnd.triggerpoints.typed+json"
MAP = "application/vnd.triggerpoints.evidence-map+json"
WIDGET = "application/vnd.jupyter.widget-view+json"
STATE = "application/vnd.jupyter.widget-state+json"
SHOWN = (PLOTLY, "text/html", "text/markdown", "text/plain")  # of what was kept, the first of these
TYPE_LIVE = f"{NOTHING_MISSED} In JupyterLab, where this page is a notebook, you can type your own numbers."
LIVE_ONLY = f"{NOTHING_MISSED} In JupyterLab, where this page is a notebook, there is a control to try."


class BookRenderer:
    """The plugin, as MyST-NB's ``MimeRenderPlugin`` asks for it."""

    mime_priority_overrides: ClassVar[list[tuple[str, str, int | None]]] = [
        ("*", CHOICES, 1),
        ("*", FOREST, 1),
        ("*", MAP, 1),
        ("*", TYPED, 1),
        ("*", PLOTLY, 2),
        ("*", WIDGET, 3),
    ]

    @staticmethod
    def handle_mime(renderer: NbElementRenderer, data: MimeData, inline: bool) -> list[nodes.Element] | None:
        """Return the nodes of an output, or None for types that are not ours."""
        if inline or not _asked_for(renderer):
            return None
        if data.mime_type == PLOTLY:
            return [chart_of(_plain(data.content))]
        if data.mime_type == CHOICES:
            return [choices_of(_plain(data.content))]
        if data.mime_type in (FOREST, MAP):
            for path in sorted(DATA.rglob("*.toml")):
                renderer.renderer.sphinx_env.note_dependency(str(path))
            cited = partial(_cited, renderer.renderer)
            if data.mime_type == MAP:
                return [map_of(course_evidence(), cited)]
            return [_forest(_plain(data.content), cited)]
        if data.mime_type == TYPED:
            return typed_of(_plain(data.content))
        if data.mime_type == WIDGET:
            return [_widget(renderer, _plain(data.content)["model_id"])]
        return None


def _asked_for(renderer: NbElementRenderer) -> bool:
    """Say whether this book uses our extension: the plugin is found in every book that is built here."""
    env = getattr(renderer.renderer, "sphinx_env", None)
    return env is not None and "triggerpoints.sphinxext" in env.app.extensions


def choices_of(content: dict[str, Any]) -> choices:
    """Return the node of the choices MIME type, in the shape that ``Choices.as_dict`` gives."""
    options = content["options"]
    charts = [chart_of(option["figure"], option["label"]) for option in options]
    charts[content["selected"]]["selected"] = True
    return choices(
        "",
        *charts,
        label=content["label"],
        control=content["control"],
        selected=content["selected"],
        options=[option["label"] for option in options],
        live=content["live"],
    )


def typed_of(content: dict[str, Any]) -> list[nodes.Element]:
    """Return the nodes of the MIME type of typed numbers, in the shape that ``Typed.as_dict`` gives."""
    return [told(content["given"], lines("\n".join(content["says"])), TYPE_LIVE)]


def _cited(renderer: DocutilsNbRenderer, keys: tuple[str, ...]) -> list[nodes.Node]:
    """Return citations of the book's references, as a directive makes them."""
    return citations(renderer.sphinx_env, MockInliner(renderer), 0, keys)


def _forest(content: dict[str, Any], cited: Callable[[tuple[str, ...]], list[nodes.Node]]) -> forest_plot:
    dataset = course_evidence().datasets[content["dataset"]]
    return forest_of(dataset, dataset.outcome_named(content["outcome"]), cited((dataset.cite,)))


def _widget(renderer: NbElementRenderer, model: str) -> nodes.Element:
    kept = renderer.renderer.nb_client.nb_metadata.get("widgets", {})
    saved: dict[str, Any] = _plain(kept).get(STATE, {}).get("state", {})
    state = saved.get(model, {}).get("state", {})
    props = state.get("props")
    if state.get("kind") == "body-map" and isinstance(props, dict):
        return body_map.host_of(props)
    if state.get("kind") == "quiz" and isinstance(props, dict):
        return quiz.host_of(msgspec.convert(props["set"], ItemSet))
    return default_result(saved, model, partial(_kept, renderer), LIVE_ONLY)


def _kept(renderer: NbElementRenderer, output: Mapping[str, Any]) -> list[nodes.Element]:
    """Return the nodes of an output that an ``Output`` widget kept."""
    if "text" in output:
        return lines(output["text"])
    data: dict[str, Any] = output.get("data", {})
    kind = next((kind for kind in SHOWN if kind in data), None)
    return renderer.render_mime_type(MimeData(kind, data[kind])) if kind else []


def _plain(content: Any) -> Any:
    return json.loads(content) if isinstance(content, str) else content

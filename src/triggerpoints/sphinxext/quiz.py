"""``{quiz} set-id``: a practice set. Keys of practice sets may sit in pages; graded sets are refused."""

from collections.abc import Callable

import msgspec
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx

from triggerpoints.atlas import course_atlas
from triggerpoints.questions import Item, ItemSet, cited_in, practice_sets, read_items
from triggerpoints.questions.types import Choice, Muscles, Text, Zones
from triggerpoints.sphinxext._directive import CourseDirective, bullets, labelled, paragraphs
from triggerpoints.sphinxext._nodes import details, widget_host

Cite = Callable[[tuple[str, ...]], list[nodes.Node]]


class Quiz(CourseDirective):
    """The directive."""

    required_arguments = 1
    option_spec = {"class": directives.class_option}

    def run(self) -> list[nodes.Node]:
        """Return a host with the set; inside it, every question, and its answer behind a summary."""
        path = self.pick(practice_sets(), self.arguments[0], "practice set")
        items = self.read(path, read_items)
        if items.kind != "practice":
            raise self.error(f"{path}: the set {items.id!r} is graded; a page may only show practice sets.")
        node = host_of(items, self.cited)
        node["classes"] += self.options.get("class", [])
        return self.mark(node)


def host_of(items: ItemSet, cite: Cite | None = None) -> widget_host:
    """Return the host of a quiz with its questions in words.

    ``cite`` makes citations from keys; without it, as in a notebook's output, they are links.
    """
    citations = cited_in(items)
    state = {
        "kind": "quiz",
        "props": {"set": msgspec.to_builtins(items), "judged": not items.released},
        "assets": {"citations": citations},
        "answers": {},
    }
    questions = [
        nodes.list_item("", *_question(item, items.released, cite or _linked(citations)))
        for item in items.item
    ]
    listed = nodes.enumerated_list("", *questions, enumtype="arabic", prefix="", suffix=".")
    return widget_host(
        "",
        *paragraphs(items.introduction),
        listed,
        state=state,
        key=f"triggerpoints:{items.id}",
        module="",
        css="",
    )


def _question(item: Item, released: bool, cite: Cite) -> list[nodes.Element]:
    made = paragraphs(item.prompt)
    if isinstance(item, Choice):
        made.append(bullets([[nodes.paragraph(text=option.text)] for option in item.options]))
    if not released:
        answer = [labelled("Answer:", nodes.Text(_key(item))), *_feedback(item), *paragraphs(item.explain)]
        if item.cite:
            answer.append(labelled("Sources:", *cite(item.cite)))
        made.append(details("", *answer, summary="Answer and explanation"))
    return made


def _linked(citations: dict[str, dict[str, str]]) -> Cite:
    def cite(keys: tuple[str, ...]) -> list[nodes.Node]:
        found = [citations[key] for key in keys if key in citations]
        parts: list[nodes.Node] = []
        for one in found:
            parts += [nodes.Text("; ")] if parts else []
            label = one["label"]
            parts.append(nodes.reference("", label, refuri=one["url"]) if one["url"] else nodes.Text(label))
        return parts

    return cite


def _key(item: Item) -> str:
    match item:
        case Choice():
            return "; ".join(option.text for option in item.options if option.correct)
        case Muscles():
            names = {key: muscle.english_name for key, muscle in course_atlas().muscles.items()}
            return _sided(item.key, names, with_side=item.sides == "exact")
        case Zones():
            return _sided(
                item.key, {key: zone.name for key, zone in course_atlas().zones.items()}, with_side=True
            )
        case Text():
            return item.model_answer


def _feedback(item: Item) -> list[nodes.Element]:
    if not isinstance(item, Choice):
        return []
    said = [
        labelled(f"{option.text}:", nodes.Text(option.feedback)) for option in item.options if option.feedback
    ]
    return [bullets([[line] for line in said])] if said else []


def _sided(key: tuple[str, ...], names: dict[str, str], *, with_side: bool) -> str:
    parts = [part.partition(":") for part in key]
    return "; ".join(
        dict.fromkeys(f"{side} {names[name]}" if with_side else names[name] for side, _, name in parts)
    )


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("quiz", Quiz)

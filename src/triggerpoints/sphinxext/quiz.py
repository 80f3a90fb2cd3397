"""``{quiz} set-id``: a practice set, whole or in parts. Its keys may sit in pages; graded sets are refused.

With ``:only: item-id item-id`` these questions stand where the text has just answered them. With ``:rest:``
come those of the set that no ``:only:`` above has shown. The questions of a set are counted through the page.
"""

from collections.abc import Callable
from typing import Any

import msgspec
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx

from triggerpoints.atlas import course_atlas
from triggerpoints.questions import Item, ItemSet, cited_in, practice_sets, read_items
from triggerpoints.questions.types import Choice, Muscles, Text, Zones
from triggerpoints.sphinxext._directive import CourseDirective, bullets, labelled, paragraphs, words
from triggerpoints.sphinxext._nodes import details, widget_host

Cite = Callable[[tuple[str, ...]], list[nodes.Node]]
CHECK_TITLE = "Check yourself"  # as in frontend/src/quiz/check_heading.tsx


class Quiz(CourseDirective):
    """The directive."""

    required_arguments = 1
    option_spec = {"class": directives.class_option, "only": directives.unchanged, "rest": directives.flag}

    def run(self) -> list[nodes.Node]:
        """Return a host with what stands here: its questions, each with its answer behind a summary."""
        path = self.pick(practice_sets(), self.arguments[0], "practice set")
        items = self.read(path, read_items)
        if items.kind != "practice":
            raise self.error(f"{path}: the set {items.id!r} is graded; a page may only show practice sets.")
        part, start = self._part(items)
        node = host_of(part, self.cited, start=start, check="only" in self.options)
        node["classes"] += self.options.get("class", [])
        return self.mark(node)

    def _part(self, items: ItemSet) -> tuple[ItemSet, int]:
        """Return what of the set stands here, and the number of its first question on this page."""
        shown: list[str] = self.env.temp_data.setdefault(f"{__name__}:{items.id}", [])
        start = len(shown) + 1
        only, rest = "only" in self.options, "rest" in self.options
        if only and rest:
            raise self.error("A {quiz} takes :only: or :rest:, not both; leave one out.")
        known = {item.id: item for item in items.item}
        if only:
            kind = f"question in {items.id!r} called"
            chosen = [self.pick(known, key, kind) for key in words(self.options["only"])]
        else:
            chosen = [item for item in items.item if not rest or item.id not in shown]
        if not chosen:
            fix = "name one" if only else "take one out of an :only: above"
            raise self.error(f"No question of {items.id!r} is left to show here; {fix}.")
        for item in chosen:
            if item.id in shown:
                raise self.error(
                    f"The question {item.id!r} of {items.id!r} stands on this page twice; show it once. "
                    "The last {quiz} of a page takes :rest: for what is left."
                )
            shown.append(item.id)
        introduction = "" if only or rest else items.introduction  # it speaks of the whole set
        return msgspec.structs.replace(items, item=tuple(chosen), introduction=introduction), start


def host_of(items: ItemSet, cite: Cite | None = None, *, start: int = 1, check: bool = False) -> widget_host:
    """Return the host of a quiz with its questions in words, the first of which has the number ``start``.

    ``check`` makes it small, as it stands inside the text. ``cite`` makes citations from keys; without it, as
    in a notebook's output, they are links.
    """
    citations = cited_in(items)
    props: dict[str, Any] = {"set": msgspec.to_builtins(items), "judged": not items.released}
    if check:
        props["layout"] = "check"
    if start > 1:
        props["start"] = start
    state = {"kind": "quiz", "props": props, "assets": {"citations": citations}, "answers": {}}
    questions = [
        nodes.list_item("", *_question(item, items.released, cite or _linked(citations)))
        for item in items.item
    ]
    listed = nodes.enumerated_list("", *questions, enumtype="arabic", prefix="", suffix=".")
    if start > 1:
        listed["start"] = start
    title = nodes.paragraph("", "", nodes.strong(text=CHECK_TITLE), classes=["tp-check-title"])
    return widget_host(
        "",
        *([title] if check else paragraphs(items.introduction)),
        listed,
        classes=["tp-check"] if check else [],
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

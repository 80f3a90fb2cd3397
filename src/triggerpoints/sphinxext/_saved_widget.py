"""What a control of a notebook said when the notebook was run, for a page without a kernel.

A notebook keeps the state of its ipywidgets; of a box of inputs this is their labels and values, and what
its ``Output`` and ``HTML`` widgets held.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from docutils import nodes

from triggerpoints._numbers import entered

State = Mapping[str, Any]
BOXES = frozenset({"VBoxModel", "HBoxModel"})
INPUTS = frozenset(
    {
        *("IntTextModel", "FloatTextModel", "BoundedIntTextModel", "BoundedFloatTextModel"),
        *("IntSliderModel", "FloatSliderModel", "CheckboxModel", "TextModel"),
        *("DropdownModel", "SelectionSliderModel"),
    }
)
REFERENCE = "IPY_MODEL_"


def default_result(
    saved: Mapping[str, State], model: str, shown: Callable[[State], list[nodes.Element]], live: str
) -> nodes.Element:
    """Return the values of the inputs in widget ``model``, what it gave for them, and the sentence ``live``.

    ``saved`` is the ``state`` of the notebook's widgets, by their ids; ``shown`` renders one of its kept
    outputs. Where nothing of it can be said in a page, the sentence stands alone.
    """
    given: list[tuple[str, str]] = []
    said: list[nodes.Element] = []
    for name, state in _walk(saved, model):
        if name in INPUTS and (value := _value(state)):
            given.append((str(state.get("description", "")).rstrip(":"), value))
        elif name == "HTMLModel" and state.get("value"):
            said.append(nodes.raw(text=state["value"], format="html"))
        elif name == "OutputModel":
            for output in state.get("outputs", ()):
                said += shown(output)
    return told(given, said, live)


def told(given: list[tuple[str, str]], said: list[nodes.Element], live: str) -> nodes.Element:
    """Return labels with values, what follows from them, and how to change them."""
    how = nodes.paragraph(text=live, classes=["tp-live"])
    if not given and not said:
        return how
    values = "; ".join(f"{label}: {value}" for label, value in given)
    start = [nodes.paragraph(text=f"{values}.")] if given else []
    return nodes.container("", *start, *said, how, classes=["tp-typed"])


def lines(text: str) -> list[nodes.Element]:
    """Return each line of ``text`` as a paragraph of its own, in bold."""
    return [nodes.paragraph("", "", nodes.strong(text=line)) for line in text.splitlines() if line.strip()]


def _walk(saved: Mapping[str, State], model: str) -> Iterator[tuple[str, State]]:
    widget = saved.get(model.removeprefix(REFERENCE), {})
    name, state = widget.get("model_name", ""), widget.get("state", {})
    yield name, state
    if name in BOXES:
        for child in state.get("children", ()):
            yield from _walk(saved, child)


def _value(state: State) -> str:
    if "_options_labels" in state:
        labels, index = state["_options_labels"], state.get("index")
        return str(labels[index]) if index is not None else ""
    return entered(state.get("value"))

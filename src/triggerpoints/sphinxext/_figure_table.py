"""A Plotly figure's numbers as a table: the chart in words, for print and for readers who do not see it."""

import base64
from array import array
from typing import Any

from docutils import nodes

from triggerpoints.sphinxext._directive import table

TYPECODES = {"i1": "b", "u1": "B", "i2": "h", "u2": "H", "i4": "i", "u4": "I", "f4": "f", "f8": "d"}


def plain_text(value: Any) -> str:
    """Return a Plotly title (``"text"`` or ``{"text": …}``) without its HTML tags."""
    text = value.get("text", "") if isinstance(value, dict) else value or ""
    return _without_tags(str(text))


def figure_table(figure: dict[str, Any]) -> nodes.table:
    """Return the numbers of ``figure``: one row a category where all traces share them, else one a point."""
    layout = figure.get("layout", {})
    traces = [_trace(trace) for trace in figure.get("data", [])]
    across = plain_text(layout.get("xaxis", {}).get("title")) or "x"
    up = plain_text(layout.get("yaxis", {}).get("title")) or "y"
    horizontal = bool(traces) and all(trace["horizontal"] for trace in traces)
    category, amount = (up, across) if horizontal else (across, up)
    if traces and all(trace["keys"] == traces[0]["keys"] for trace in traces):
        head = [category, *[trace["name"] or amount for trace in traces]]
        rows = [[key, *[trace["values"][i] for trace in traces]] for i, key in enumerate(traces[0]["keys"])]
    else:
        head = ["Series", category, amount]
        rows = [
            [trace["name"] or f"{number}", key, value]
            for number, trace in enumerate(traces, start=1)
            for key, value in zip(trace["keys"], trace["values"], strict=True)
        ]
    cells: list[list[list[nodes.Element]]] = [[[nodes.paragraph(text=text)] for text in row] for row in rows]
    return table(head, cells)


def _trace(trace: dict[str, Any]) -> dict[str, Any]:
    horizontal = trace.get("orientation") == "h"
    if "labels" in trace:
        keys, values = _series(trace["labels"]), _series(trace.get("values"))
    else:
        x, y = _series(trace.get("x")), _series(trace.get("y"))
        keys, values = (y, x) if horizontal else (x, y)
    if not keys:
        keys = [str(number) for number in range(1, len(values) + 1)]
    error = trace.get("error_x" if horizontal else "error_y") or {}
    plus = _series(error.get("array"))
    minus = _series(error.get("arrayminus")) or plus
    said = [_shown(value) for value in values]
    if plus:
        said = [
            f"{text} (+{_shown(up)} −{_shown(down)})"
            for text, up, down in zip(said, plus, minus, strict=True)
        ]
    said += [""] * (len(keys) - len(said))
    return {
        "name": plain_text(trace.get("name")),
        "keys": [_shown(key) for key in keys],
        "values": said[: len(keys)],
        "horizontal": horizontal,
    }


def _series(values: Any) -> list[Any]:
    """Return the numbers of a list, or of Plotly's base64 form of a typed array."""
    if isinstance(values, dict):
        numbers = array(TYPECODES[values["dtype"]])
        numbers.frombytes(base64.b64decode(values["bdata"]))
        return list(numbers)
    return list(values) if values is not None else []


def _shown(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.4g}"
    return "" if value is None else _without_tags(str(value))


def _without_tags(text: str) -> str:
    kept, depth = [], 0
    for character in text.replace("<br>", " "):
        depth += character == "<"
        if not depth:
            kept.append(character)
        depth -= character == ">"
    return "".join(kept)

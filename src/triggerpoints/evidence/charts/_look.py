"""What the charts share: calm axes, inks by role, and what a page adds."""

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from triggerpoints.evidence._fields import Interval

# For places without the book's own colours (JupyterLab); frontend/src/charts/look.ts has the page's.
INKS = {"main": "#2b2522", "accent": "#0b5c63", "quiet": "#85796f", "grid": "#e3dbd2"}
TYPE = 14  # px; no text of a chart is smaller than 12
SCREEN = 600  # px: in a chart taller than about a phone's screen the axis stands on top as well
TICK_LINE, TICK_ROOM = 18, 8  # px of a line of the words at an axis, and around them
LEGEND: dict[str, Any] = {  # below the axis, where it takes no room from the rows
    "orientation": "h", "x": 0, "xref": "container", "y": 0, "yref": "container", "yanchor": "bottom",
    "itemclick": False, "itemdoubleclick": False, "maxheight": 1000,  # px: it never scrolls
}  # fmt: skip


def ink(role: str, part: str = "") -> dict[str, str]:
    """Return the ``meta`` of a trace: its ink (a key of INKS), and what a script calls it."""
    return {"ink": role, "part": part} if part else {"ink": role}


def line(
    xs: Sequence[float], ys: Sequence[float], role: str, dash: str = "solid", part: str = "", **more: Any
) -> go.Scatter:
    """Return a thin line that says nothing to a pointer."""
    stroke = {"width": 1.2, "dash": dash}
    return go.Scatter(x=xs, y=ys, mode="lines", line=stroke, hoverinfo="skip", meta=ink(role, part), **more)


def whiskers(effects: Iterable[Interval], thickness: float, width: float = 0) -> dict[str, Any]:
    """Return the ``error_x`` of marks at the estimates of ``effects``; both sizes in px."""
    found = list(effects)
    return {
        "array": [effect.high - effect.estimate for effect in found],
        "arrayminus": [effect.estimate - effect.low for effect in found],
        "thickness": thickness,
        "width": width,
    }


def heading(text: str, above: int) -> dict[str, Any]:
    """Return a title ``above`` px over the plot, which makes its own room; a page puts it in a caption."""
    return {
        "text": "<br>".join(textwrap.wrap(text, 70)),
        "font": {"size": 16},
        "x": 0,
        "xref": "paper",
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "pad": {"b": above},
        "automargin": True,
    }


def finished(
    figure: go.Figure,
    *,
    says: str,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    height: int,
    narrow: Mapping[str, Any] | None = None,
) -> go.Figure:
    """Give ``figure`` its inks, its ``height`` (px) and what a page needs, and return it.

    Where it is tall, its axis of numbers stands on top as well. ``narrow`` holds what differs in a narrow
    place: ``height``, and in ``set`` attributes of the figure by their path, such as
    ``layout.annotations[2].visible``.
    """
    narrow = dict(narrow or {})
    if max(height, narrow.get("height", 0)) > SCREEN:
        room = _repeat_axis(figure)
        height += room
        narrow |= {"height": narrow["height"] + room} if "height" in narrow else {}
        also = {
            path.replace(".xaxis.", ".xaxis2."): value
            for path, value in narrow.get("set", {}).items()
            if room and path.startswith("layout.xaxis.")
        }
        narrow["set"] = {**narrow.get("set", {}), **also}
    for trace in figure.data:
        colour = INKS[trace.meta["ink"]]
        trace.update(marker={"color": colour, "line": {"color": colour}})
        if "line" in trace:  # a bar has none
            trace.line.color = colour
        if trace.error_x.array is not None:
            trace.error_x.color = colour
    axis = {"gridcolor": INKS["grid"], "automargin": True}
    template = {
        "layout": {
            "font": {"size": TYPE, "color": INKS["main"]},
            "paper_bgcolor": "white",
            "plot_bgcolor": "white",
            "xaxis": axis,
            "yaxis": axis,
            "dragmode": False,
        }
    }
    figure.update_layout(
        template=template,
        height=height,
        showlegend=figure.layout.showlegend or False,
        hovermode="closest",
        meta={
            "says": says,
            "table": {"head": list(head), "rows": [list(row) for row in rows]},
            "narrow": narrow,
        },
    )
    return figure


def _repeat_axis(figure: go.Figure) -> int:
    """Put the axis of ``figure`` on top as well, unless it is there; return the px that this takes."""
    own = figure.layout.xaxis.to_plotly_json()
    if own.get("side") == "top" or own.get("visible") is False:
        return 0
    lines = 1 + max((text.count("<br>") for text in own.get("ticktext", ())), default=0)
    room = TICK_ROOM + TICK_LINE * lines
    # Plotly does not draw an axis without a trace.
    figure.add_trace(go.Scatter(x=[None], y=[None], xaxis="x2", showlegend=False, meta=ink("grid")))
    own.pop("title", None)
    # An axis without a range of its own would take one from the empty trace, and say other numbers.
    figure.layout.xaxis2 = {**own, "matches": "x", "overlaying": "x", "side": "top", "showgrid": False}
    figure.layout.margin.t = (figure.layout.margin.t or 0) + room
    figure.layout.title.pad.b = (figure.layout.title.pad.b or 0) + room
    for words in figure.layout.annotations:
        if words.yref == "paper" and words.y == 1:  # what stood where the axis is now
            words.yshift = (words.yshift or 0) + room
    return room

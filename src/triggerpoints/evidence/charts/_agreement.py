"""Published agreement by sign: ranges, intervals and single values told apart by their shapes."""

from collections.abc import Sequence

import plotly.graph_objects as go

from triggerpoints._numbers import number
from triggerpoints.evidence._agreement import ENDS, Agreement
from triggerpoints.evidence._fields import Interval
from triggerpoints.evidence._spoken import spoken
from triggerpoints.evidence.charts._look import LEGEND, finished, heading, ink, line
from triggerpoints.evidence.charts._rows import rows

SIGNS = (  # what the client says first, then what fingers feel, then the verdict
    "known pain reproduced",
    "referred pain",
    "tenderness",
    "jump sign",
    "taut band",
    "taut band with a nodule",
    "local twitch",
)
SHAPES = {
    "range": ("circle", "Range: lowest and highest"),
    "interval": ("diamond", "One value with its 95% interval"),
    "value": ("square-open", "One value"),
}
SPREADS = {"range": "range", "interval": "95% interval", "value": "one value"}
TOP, FOOT = 12, 84
STACKED = 48  # px for a legend whose entries stand below each other
TRAINING = (  # of the study of 2000: who examined before and after training, in its own words
    ("with an expert", "expert and untrained examiners", "expert and trained examiners"),
    ("without an expert", "untrained non-experts", "trained non-experts"),
)


def published(records: Sequence[Agreement], *, title: str = "", axis: str = "Kappa") -> go.Figure:
    """Return what was published about each sign, on one axis.

    All ``records`` must be on one statistic: figures on two scales have no place on one axis. Values of
    one study on one sign share a row. Raises ValueError for no records, or several statistics.
    """
    scales = sorted({record.statistic for record in records})
    if len(scales) != 1:
        raise ValueError(
            f"one chart shows one statistic, not {', '.join(scales) or 'none'}; choose among them"
        )
    percent = scales[0] == "percent agreement"
    groups: dict[str, dict[str, list[Agreement]]] = {}
    for record in sorted(records, key=_order):
        groups.setdefault(record.sign, {}).setdefault(record.study, []).append(record)
    laid = rows(
        [
            (sign[:1].upper() + sign[1:], [(study, _said(mine)) for study, mine in studies.items()])
            for sign, studies in groups.items()
        ]
    )
    flat = [mine for studies in groups.values() for mine in studies.values()]
    placed = [(y, record) for y, mine in zip(laid.places, flat, strict=True) for record in mine]
    least, most = (0.0, 100.0) if percent else (min(-0.1, *(one.low for one in records)), ENDS[scales[0]][1])
    room = 0.03 * (most - least)
    figure = go.Figure([_zero(laid.bottom), *(_marks(kind, placed, 0 if percent else 3) for kind in SHAPES)])
    figure.update_layout(
        title=heading(title, TOP),
        showlegend=True,
        legend=LEGEND,
        margin={"l": 8, "r": 8, "t": TOP, "b": FOOT},
        xaxis={"title": axis, "range": [least - room, most + room], "zeroline": False, "nticks": 7},
        **laid.layout,
    )  # fmt: skip
    digits = {one.study: _digits([other for other in records if other.study == one.study]) for one in records}
    return finished(
        figure,
        says=_says(records),
        head=("Sign", "Study", "Who examined", "People", "What is given", "Figure"),
        rows=[
            (
                one.sign, one.study, one.raters + (f"; {one.place}" if one.place else ""),
                str(one.people or "–"), SPREADS[one.spread], _figure(one, digits[one.study]),
            )
            for one in sorted(records, key=_order)
        ],
        height=laid.height(TOP + FOOT),
        narrow={"height": laid.height(TOP + FOOT + STACKED, narrow=True), "set": laid.narrow},
    )  # fmt: skip


def training(records: Sequence[Agreement], *, title: str = "") -> go.Figure:
    """Return how kappa moved with training for each sign, with an expert in the pair and without.

    ``records`` hold, for each sign, the four pairs of :data:`TRAINING`. Raises ValueError where one is
    missing, and for no records.
    """
    if not records:
        raise ValueError("there are no kappas to draw; give those of at least one sign")
    found = {(one.sign, one.raters): one.low for one in records}
    signs = list(dict.fromkeys(one.sign for one in records))
    moved = []
    for sign in signs:
        for pair, before, after in TRAINING:
            if (sign, before) not in found or (sign, after) not in found:
                raise ValueError(f"{sign!r} needs a kappa of {before!r} and one of {after!r}")
            moved.append((sign, pair, found[sign, before], found[sign, after]))
    laid = rows(
        [
            (
                sign[:1].upper() + sign[1:],
                [(pair, f"{number(a, 3)} → {number(b, 3)}") for of, pair, a, b in moved if of == sign],
            )
            for sign in signs
        ]
    )
    figure = go.Figure([_zero(laid.bottom)])
    for y, (_, _, start, end) in zip(laid.places, moved, strict=True):
        figure.add_trace(line([start, end], [y, y], "main", showlegend=False))
    for name, symbol, at in (("Not trained", "circle-open", 2), ("Trained", "circle", 3)):
        figure.add_trace(
            go.Scatter(
                name=name,
                x=[one[at] for one in moved],
                y=laid.places,
                mode="markers",
                marker={"symbol": symbol, "size": 12, "line": {"width": 2}},
                hovertemplate="%{x:.2f}<extra></extra>",
                cliponaxis=False,
                meta=ink("main"),
            )
        )
    figure.update_layout(
        title=heading(title, TOP),
        showlegend=True,
        legend=LEGEND,
        margin={"l": 8, "r": 8, "t": TOP, "b": FOOT},
        xaxis={"title": "Kappa", "range": [-0.1, 1.03], "zeroline": False, "nticks": 7},
        **laid.layout,
    )  # fmt: skip
    most, least = (pick(moved, key=lambda one: one[3] - one[2]) for pick in (max, min))
    return finished(
        figure,
        says=f"The largest step up is {_step(most)}; the smallest is {_step(least)}.",
        head=("Sign", "Pair", "Not trained", "Trained"),
        rows=[(sign, pair, number(a, 3), number(b, 3)) for sign, pair, a, b in moved],
        height=laid.height(TOP + FOOT),
        narrow={"height": laid.height(TOP + FOOT, narrow=True), "set": laid.narrow},
    )


def _order(record: Agreement) -> int:
    return SIGNS.index(record.sign) if record.sign in SIGNS else len(SIGNS)


def _zero(bottom: float) -> go.Scatter:
    return line([0, 0], [0, bottom], "quiet", "dot", yaxis="y2", showlegend=False)


def _digits(records: Sequence[Agreement]) -> int:
    """Return how many decimals were printed: a whole percent, else two or three."""
    if all(one.statistic == "percent agreement" for one in records):
        return 0
    return 3 if any(round(end, 2) != end for one in records for end in (one.low, one.high)) else 2


def _figure(record: Agreement, digits: int) -> str:
    if record.estimate is not None:
        return spoken(Interval(estimate=record.estimate, low=record.low, high=record.high), digits)
    return " to ".join(dict.fromkeys(number(end, digits) for end in (record.low, record.high)))


def _said(records: Sequence[Agreement]) -> str:
    """Return the figures of one row: one alone, or how far several of them go."""
    digits = _digits(records)
    if len(records) == 1:
        return _figure(records[0], digits)
    low, high = min(one.low for one in records), max(one.high for one in records)
    return f"{number(low, digits)} to {number(high, digits)}"


def _marks(kind: str, placed: Sequence[tuple[float, Agreement]], digits: int) -> go.Scatter:
    symbol, label = SHAPES[kind]
    xs: list[float | None] = []
    ys: list[float | None] = []
    symbols: list[str] = []
    for y, one in placed:
        if one.spread != kind:
            continue
        stops = {"range": [one.low, one.high], "value": [one.low]}.get(
            kind, [one.estimate, one.low, one.high]
        )
        shapes = [symbol] * len(stops) if kind != "interval" else [symbol, "line-ns-open", "line-ns-open"]
        xs += [*stops, None]  # a gap, so that no line runs on to the next row
        ys += [y] * len(stops) + [None]
        symbols += [*shapes, symbol]
    return go.Scatter(
        name=label,
        x=xs,
        y=ys,
        mode="markers" if kind == "value" else "lines+markers",
        line={"width": 2},
        marker={"symbol": symbols or symbol, "size": 11, "line": {"width": 2}},
        hovertemplate=f"%{{x:.{digits}f}}<extra></extra>",
        cliponaxis=False,
        meta=ink("main", kind),
    )


def _step(one: tuple[str, str, float, float]) -> str:
    sign, pair, before, after = one
    return f"{sign} {pair}, from {number(before, 3)} to {number(after, 3)}"


def _says(records: Sequence[Agreement]) -> str:
    digits = _digits(records[:1])
    lowest, highest = min(records, key=lambda one: one.low), max(records, key=lambda one: one.high)
    return (
        f"{len(records)} published figures. The lowest is {number(lowest.low, digits)} ({lowest.sign}), "
        f"the highest {number(highest.high, digits)} ({highest.sign})."
    )

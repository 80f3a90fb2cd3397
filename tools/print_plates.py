"""Plates on paper: the part of the body that each frame shows, lines for patterns, and a box a muscle.

The printed file is large otherwise: Chromium draws all that a ``<use>`` names, seen or not, and makes an
image of every area that a pattern fills.
"""

import re
from collections.abc import Iterator
from copy import copy
from functools import cache
from math import ceil, floor

from bs4 import BeautifulSoup, Tag

from triggerpoints.atlas.paths import Box, meet, path_box

TILE, INK, BROAD = 8.0, 1.8, 3.2  # of a pattern at scale 1: its size, and the breadth of its lines
VEIL = "fill: color-mix(in srgb, var(--tp-surface) 45%, transparent)"
FILLED = {"tp-pl-essential": "cross", "tp-pl-spillover": "hatch", "tp-pl-stripes": "stripe"}


def draw_only_what_shows(chapter: Tag) -> None:
    """Give each plate of ``chapter`` the paths of the body that its frame shows, not the whole body."""
    for shared in chapter.select("svg.tp-pl-shared"):
        bodies = {f"#{body['id']}": body for body in shared.select("defs > g[id]")}
        for use in chapter.select(".tp-plates svg > use"):
            body = bodies.get(str(use.get("href")))
            frame = use.find_parent("svg")
            if body is None or frame is None:
                continue
            shown = _frame(frame)
            use.replace_with(*[copy(path) for path in body.find_all("path") if _meets(str(path["d"]), shown)])
        for body in bodies.values():
            body.decompose()


def frame_muscles(chapter: Tag) -> None:
    """Put the heading, the picture and the cautions of each muscle of a region into one box."""
    soup = BeautifulSoup("", "html.parser")
    for muscle in chapter.select("section[id*='--muscle-']:has(> .tp-plates)"):
        head = soup.new_tag("div", attrs={"class": "tp-muscle-head"})
        parts = [part for part in muscle.find_all(True, recursive=False) if part.name != "details"]
        parts[0].insert_before(head)
        head.extend(parts)


def hatch_with_lines(chapter: Tag) -> None:
    """Fill the areas of the plates of ``chapter`` with lines, cut to each area, instead of patterns."""
    for place, plate in enumerate(chapter.select(".tp-plates svg[style*='--tp-hatch']")):
        found = re.search(r"plate-hatch-([\d-]+)", str(plate["style"]))
        scale = float(found[1].replace("-", ".")) if found else 1.0
        shapes = {f"#{shape['id']}": str(shape["d"]) for shape in plate.select("defs > path[id]")}
        for number, area in enumerate(plate.select(",".join(f".{name}" for name in FILLED))):
            d = str(area.get("d") or shapes[str(area["href"])])
            kind = next(FILLED[name] for name in area["class"] if name in FILLED)
            name = f"{chapter['id']}--cut-{place}-{number}"
            area.insert_after(_lines(name, d, kind, scale, _frame(plate)))
            area["style"] = "fill: none" if kind == "stripe" else VEIL


def _lines(name: str, d: str, kind: str, scale: float, frame: Box) -> Tag:
    """Return the lines of a pattern over the shape ``d``, cut to it."""
    box = path_box(d) or frame
    seen = (max(box[0], frame[0]), max(box[1], frame[1]), min(box[2], frame[2]), min(box[3], frame[3]))
    lines = "".join(_ruled(seen, kind, TILE * scale))
    breadth = (BROAD if kind == "stripe" else INK) * scale
    made = BeautifulSoup(
        f'<g><clipPath id="{name}"><path clip-rule="evenodd" d="{d}"/></clipPath>'
        f'<path class="tp-pl-ink-{kind}" clip-path="url(#{name})" style="stroke-width: {breadth:.3g}" '
        f'd="{lines}"/></g>',
        "html.parser",
    )
    return made.g.extract()  # type: ignore[union-attr]


def _ruled(box: Box, kind: str, gap: float) -> Iterator[str]:
    """Yield lines across ``box``: rising (x + y a multiple of ``gap``), falling (x - y one), or upright."""
    left, top, right, bottom = box
    if kind == "stripe":
        for at in range(floor(left / gap), ceil(right / gap)):
            yield f"M{(at + 0.5) * gap:.2f} {top:.2f}V{bottom:.2f}"
        return
    for at in range(ceil((left + top) / gap), floor((right + bottom) / gap) + 1):
        x1, x2 = max(left, at * gap - bottom), min(right, at * gap - top)
        yield f"M{x1:.2f} {at * gap - x1:.2f}L{x2:.2f} {at * gap - x2:.2f}"
    if kind == "cross":
        for at in range(ceil((left - bottom) / gap), floor((right - top) / gap) + 1):
            x1, x2 = max(left, at * gap + top), min(right, at * gap + bottom)
            yield f"M{x1:.2f} {x1 - at * gap:.2f}L{x2:.2f} {x2 - at * gap:.2f}"


def _frame(plate: Tag) -> Box:
    left, top, wide, high = (float(part) for part in str(plate["viewbox"]).split())
    return left, top, left + wide, top + high


@cache
def _box(d: str) -> Box | None:
    return path_box(d)


def _meets(d: str, frame: Box) -> bool:
    box = _box(d)
    return box is not None and meet(box, frame)

"""``{atlas-table} points`` and ``{atlas-table} muscles``: the whole atlas as a table.

.. code-block:: md

   ```{atlas-table} points
   ```

It is an ordinary table with a caption and header cells. Where scripts run, ``table.js`` adds the
search, the choice of a part of the body and, for points, of the area that hurts, and buttons that sort;
in a narrow place each row is a card with labels.
"""

import html
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import get_args

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from triggerpoints.atlas import UNSOURCED, Atlas, Muscle, Region, TriggerPoint, Zone, course_atlas
from triggerpoints.sphinxext._assets import atlas_files
from triggerpoints.sphinxext._directive import CourseDirective, bullets, linked, table
from triggerpoints.sphinxext._links import name_of
from triggerpoints.sphinxext._nodes import add, children_only, details, load_with

POINTS = ("Trigger point", "Where it lies", "Essential", "Spillover", "Pressed", "Sources")
MUSCLES = ("Muscle", "Region", "Layer", "Nerve", "Points", "Uberon", "FMA")
UNSORTED = ("Where it lies", "Nerve")  # a sentence has no useful order
PARTS = ("head", "neck", "shoulder", "trunk", "arm and hand", "leg and foot")  # of areas, as in the explorer
NO_PLACE = "Unsourced: no source we read gives a place."
Cell = list[nodes.Element]


class atlas_table(nodes.General, nodes.Element):
    """A table with its search: attributes ``name`` (ids of its controls), ``rows`` (what they are, in the
    plural), ``regions`` and ``areas`` (zones; may be none) to choose from, and ``label`` (of the search).
    """


class AtlasTable(CourseDirective):
    """The directive."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the table of the trigger points, or of the muscles."""
        self.depends_on(*atlas_files())
        make = self.pick({"points": _points, "muscles": _muscles}, self.arguments[0], "table")
        return self.mark(make(course_atlas()))


def _points(atlas: Atlas) -> atlas_table:
    pairs = [(muscle, point) for muscle in _head_to_foot(atlas) for point in muscle.trigger_points]
    made = table(
        list(POINTS),
        [_labelled(POINTS, _point(atlas, muscle, point)) for muscle, point in pairs],
        f"All {len(pairs)} trigger points of the atlas",
    )
    for row, (muscle, point) in zip(_body(made), pairs, strict=True):
        zones = [atlas.zones[zone] for zone in (*point.essential, *point.spillover)]
        _describe(row, muscle, (word for zone in zones for word in zone.synonyms))
        row["data"] |= {"essential": " ".join(point.essential), "spillover": " ".join(point.spillover)}
        row["ids"] = [f"point-{point.id.lower()}"]
        _sort_last_by(row, len({*point.location.sources, *point.referral_sources}))
    hurting = {zone for _, point in pairs for zone in (*point.essential, *point.spillover)}
    areas = sorted((atlas.zones[zone] for zone in atlas.zones if zone in hurting), key=_part)
    label = "Find a trigger point by muscle, area or word"
    return _atlas_table(made, "points", "trigger points", label, areas)


def _muscles(atlas: Atlas) -> atlas_table:
    muscles = _head_to_foot(atlas)
    made = table(
        list(MUSCLES),
        [_labelled(MUSCLES, _muscle(muscle)) for muscle in muscles],
        f"All {len(muscles)} muscles of the atlas",
    )
    for row, muscle in zip(_body(made), muscles, strict=True):
        _describe(row, muscle, ())
        _sort_last_by(row, muscle.fma_id.removeprefix("FMA:"))
    return _atlas_table(made, "muscles", "muscles", "Find a muscle by name, nerve or identifier")


def _head_to_foot(atlas: Atlas) -> list[Muscle]:
    return sorted(atlas.muscles.values(), key=lambda muscle: get_args(Region).index(muscle.region))


def _part(zone: Zone) -> int:
    return PARTS.index(zone.region) if zone.region in PARTS else len(PARTS)


def _point(atlas: Atlas, muscle: Muscle, point: TriggerPoint) -> list[Cell]:
    name = muscle.english_name
    which = point.label.replace(",", "").removeprefix(name.replace(",", "")).strip().removesuffix("point")
    small = f"{point.id}, {which.strip()}" if which.strip() else point.id
    unsourced = point.location.text == UNSOURCED
    where = [nodes.paragraph(text=NO_PLACE if unsourced else point.location.text)]
    if not unsourced:
        where.append(_sure(point.location.how_sure))
    return [
        [nodes.paragraph("", "", name_of(muscle.id)), _sure(small)],
        [*where],
        [nodes.paragraph(text=_zones(atlas, point.essential)), _sure(point.referral_how_sure)],
        [nodes.paragraph(text=_zones(atlas, point.spillover))],
        [nodes.paragraph(text="yes" if point.pressed else "no, only shown")],
        _sources(atlas, (*point.location.sources, *point.referral_sources)),
    ]


def _muscle(muscle: Muscle) -> list[Cell]:
    latin = _sure("")
    latin += nodes.emphasis(text=muscle.latin_name)
    texts = (
        muscle.region,
        muscle.layer,
        muscle.innervation.text,
        ", ".join(point.id for point in muscle.trigger_points),
        muscle.uberon_id.removeprefix("UBERON:"),
        muscle.fma_id.removeprefix("FMA:"),
    )
    cells: list[Cell] = [[nodes.paragraph(text=text or "–")] for text in texts]
    return [[nodes.paragraph("", "", name_of(muscle.id)), latin], *cells]


def _sure(text: str) -> nodes.paragraph:
    return nodes.paragraph(text=text, classes=["tp-sure"])


def _zones(atlas: Atlas, ids: Iterable[str]) -> str:
    return "; ".join(atlas.zones[zone].name for zone in ids) or "none described"


def _sources(atlas: Atlas, keys: Iterable[str]) -> Cell:
    cited = [atlas.sources[key] for key in dict.fromkeys(keys)]
    if not cited:
        return [nodes.paragraph(text="none")]
    lines: list[Cell] = [[nodes.paragraph("", "", linked(source.title, source.url))] for source in cited]
    count = f"{len(cited)} source" if len(cited) == 1 else f"{len(cited)} sources"
    return [details("", bullets(lines), summary=count, classes=["tp-atlas-sources"])]


def _labelled(head: tuple[str, ...], cells: list[Cell]) -> list[Cell]:
    """Return ``cells`` with the name of the column in each but the first, for rows that are cards."""
    for name, (first, *_) in zip(head[1:], cells[1:], strict=True):
        if not isinstance(first, details):  # its summary says what it holds
            first.insert(0, nodes.inline(text=f"{name}: ", classes=["tp-atlas-label"]))
    return cells


def _body(made: nodes.table) -> list[nodes.row]:
    (body,) = made.findall(nodes.tbody)
    return list(body.findall(nodes.row))


def _sort_last_by(row: nodes.row, value: object) -> None:
    *_, last = row.findall(nodes.entry)
    last["data"] = {"sort": value}


def _describe(row: nodes.row, muscle: Muscle, more: Iterable[str]) -> None:
    words = dict.fromkeys((muscle.latin_name, *muscle.synonyms, muscle.region, *more))
    row["data"] = {"region": muscle.region, "words": " ".join(words)}


def _atlas_table(
    made: nodes.table, name: str, rows: str, label: str, areas: Sequence[Zone] = ()
) -> atlas_table:
    for cell in next(iter(made.findall(nodes.thead))).findall(nodes.entry):
        if cell.astext() in UNSORTED:
            cell["classes"].append("no-sort")
    regions = list(dict.fromkeys(row["data"]["region"] for row in _body(made)))
    return atlas_table("", made, name=name, rows=rows, regions=regions, areas=[*areas], label=label)


def _visit(self: HTML5Translator, node: atlas_table) -> None:
    name, rows = node["name"], html.escape(node["rows"])
    options = "".join(f"<option>{html.escape(region)}</option>" for region in node["regions"])
    self.body.append(
        f'<div class="tp-atlas" data-rows="{rows}" id="atlas-{name}">'
        f'<div class="tp-atlas-bar" hidden>'
        f'<div><label for="find-{name}">{html.escape(node["label"])}</label>'
        f'<input type="search" id="find-{name}" autocomplete="off" spellcheck="false"></div>'
        f'<div><label for="region-{name}">Where the muscle is</label>'
        f'<select id="region-{name}" data-by="region" autocomplete="off"><option value="">all</option>'
        f"{options}</select></div>{_area_choice(name, node['areas'])}"
        f'<button type="button" data-action="clear" hidden>Show all {rows}</button>'
        '<p role="status"></p></div>\n'
    )


def _area_choice(name: str, areas: Sequence[Zone]) -> str:
    """Return the choice of an area that hurts, grouped by part of the body, and whether as essential only."""
    if not areas:
        return ""
    groups = "".join(
        f'<optgroup label="{html.escape(part)}">'
        + "".join(f'<option value="{zone.id}">{html.escape(zone.name)}</option>' for zone in zones)
        + "</optgroup>"
        for part, zones in groupby(areas, key=lambda zone: zone.region)
    )
    return (
        f'<div><label for="area-{name}">Where it hurts</label>'
        f'<select id="area-{name}" data-by="area" autocomplete="off"><option value="">all</option>{groups}'
        f'</select></div><label class="tp-atlas-only" hidden><input type="checkbox" id="essential-{name}" '
        'autocomplete="off"> essential area only</label>'
    )


def _depart(self: HTML5Translator, node: atlas_table) -> None:
    self.body.append('<button type="button" data-action="show-all" hidden></button></div>\n')


def setup(app: Sphinx) -> None:
    """Register the directive, and its script and style on the pages that have it."""
    add(app, atlas_table, (_visit, _depart), (children_only, children_only))
    app.add_directive("atlas-table", AtlasTable)
    load_with(app, atlas_table, "table.js", "atlas_table.css")

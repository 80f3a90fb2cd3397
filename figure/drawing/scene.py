"""One view put together: areas clipped to the skin, cut by what lies above, lines clipped to muscles."""

from dataclasses import dataclass, field, replace

import shapely
from msgspec.structs import replace as with_fields
from shapely import LineString, MultiLineString, MultiPolygon, Polygon, box

from drawing.cover import GRID, Area, Borders, cut, shrunk
from drawing.curve import Array, blend, sample
from drawing.fit import CLOSE, FINE, PLAIN, ROUGH, SOFT, fit
from drawing.source import LAYERED, Record, View
from triggerpoints._records import ContentError

SKIN = 1.1  # muscles stay this far inside the skin line, zones much nearer
ZONE_INSET = 0.5
SHORT = 4  # a clipped fibre shorter than this is dropped
LEFT_HALF = box(0, -50, 1000, 1100)


@dataclass(frozen=True)
class Placed:
    """A shape as drawn: the area (or none, for lines) and its curves, on the body's left."""

    record: Record
    area: Area | None
    rings: list[list[Array]]


@dataclass
class Scene:
    """All shapes of a view, in drawing order, in stature units times 1000."""

    view: View
    outline: list[Placed] = field(default_factory=list)
    superficial: list[Placed] = field(default_factory=list)
    deep: list[Placed] = field(default_factory=list)
    zones: list[Placed] = field(default_factory=list)
    fibres: list[Placed] = field(default_factory=list)
    lines: list[Placed] = field(default_factory=list)
    skin: Area = field(default_factory=Polygon)


def compose(view: View, records: list[Record]) -> Scene:
    """Return the scene of ``view``; raises :class:`ContentError` for a shape that cannot be drawn."""
    scene = Scene(view)
    records = [_turned(record, view) for record in records]
    outlines = [record for record in records if record.shape.kind == "outline"]
    if not outlines:
        raise ContentError(f'view {view.id!r} has no outline; draw one shape of kind "outline" for it.')
    scene.outline = _cover(outlines, [_area(record) for record in outlines])
    scene.skin = shapely.union_all([placed.area for placed in scene.outline])
    parts = {r.shape.id: _area(r) for r in records if r.shape.kind == "part"}
    for layer, target in (("superficial", scene.superficial), ("deep", scene.deep)):
        chosen = [
            r
            for r in records
            if r.shape.kind in LAYERED and r.shape.is_closed and r.shape.layer == layer and not r.shape.veil
        ]
        target += _layer(chosen, scene.skin, parts, SKIN)
    scene.zones = _layer([r for r in records if r.shape.kind == "zone"], scene.skin, parts, ZONE_INSET, SOFT)
    lines = [r for r in records if r.shape.kind not in ("outline", "part", "zone", "muscle")]
    for record in lines:
        if record.shape.kind == "fibre":
            scene.fibres.append(_fibre(record, scene))
        elif record.shape.veil:
            scene.fibres.append(_veil(record, scene))
        elif record.shape.kind not in LAYERED and not record.shape.with_layer:
            scene.lines.append(_line(record))
        elif not record.shape.is_closed:
            scene.fibres.append(_line(record))
    return _life_size(scene)


def _turned(record: Record, view: View) -> Record:
    """Return ``record`` with its points where ``view`` draws them: a profile faces the midline.

    An inset is put together at the size it is shown: every tolerance is a length on paper.
    """
    sign, at = (1.0, 0.0) if view.anterior_at is None else (-1.0, view.anterior_at)
    by = view.enlarged
    points, until = (
        [[by * (at + sign * x), by * y, *corner] for x, y, *corner in line]
        for line in (record.shape.points, record.shape.until)
    )
    return Record(with_fields(record.shape, points=points, until=until), record.path)


def _life_size(scene: Scene) -> Scene:
    """Return ``scene`` with an enlarged view taken back to stature units."""
    by = scene.view.enlarged
    if by == 1:
        return scene

    def reduced(placed: Placed) -> Placed:
        area = None if placed.area is None else shapely.transform(placed.area, lambda xy: xy / by)
        rings = [[cubic / by for cubic in ring] for ring in placed.rings]
        return Placed(placed.record, area, rings)

    groups = ("outline", "superficial", "deep", "zones", "fibres", "lines")
    small = {name: [reduced(placed) for placed in getattr(scene, name)] for name in groups}
    return replace(scene, **small, skin=shapely.transform(scene.skin, lambda xy: xy / by))


def _area(record: Record) -> Area:
    shape = record.shape
    line = sample(shape.points, closed=shape.is_closed)
    area = Polygon(line)
    if not area.is_valid:
        reason = shapely.is_valid_reason(area)
        raise ContentError(f"{record.where} crosses itself ({reason}); move or remove the points there.")
    return area


def _layer(
    records: list[Record], skin: Area, parts: dict[str, Area], inset: float, tolerance: float = PLAIN
) -> list[Placed]:
    inside = shapely.intersection(_whole_body(skin).buffer(-inset), LEFT_HALF)
    areas = []
    for record in records:
        area = shapely.intersection(_area(record), inside)
        if record.shape.within:
            if record.shape.within not in parts:
                raise ContentError(
                    f"{record.where} is within {record.shape.within!r}, which is no part here; "
                    f"use one of: {', '.join(sorted(parts))}."
                )
            area = shapely.intersection(area, parts[record.shape.within])
        areas.append(area)
    return _cover(records, _cut(records, areas), tolerance)


def _cut(records: list[Record], areas: list[Area]) -> list[Area]:
    pieces, done = cut(areas), []
    for record in records:
        try:
            done.append(next(pieces))
        except shapely.GEOSException as error:
            raise ContentError(
                f"{record.where} cannot be cut by what lies above it ({str(error).partition('. ')[0]}); "
                "move a point of it there a little."
            ) from None
    return done


def _whole_body(skin: Area) -> Area:
    """Both halves, so that insetting does not move the skin off the midline."""
    return shapely.union(skin, shapely.transform(skin, lambda xy: xy * [-1, 1])).buffer(0.02)


def _cover(records: list[Record], areas: list[Area], tolerance: float = FINE) -> list[Placed]:
    for record, area in zip(records, areas, strict=True):
        if area.is_empty:
            raise ContentError(f"{record.where} shows nowhere; it is covered or outside: move or remove it.")
    borders = Borders(areas)
    order = sorted(
        range(len(records)), key=lambda i: records[i].shape.kind != "muscle"
    )  # its neighbours share its border
    rings = {
        i: borders.rings(areas[i], CLOSE if records[i].shape.kind == "muscle" else tolerance) for i in order
    }
    return [Placed(r, area, rings[i]) for i, (r, area) in enumerate(zip(records, areas, strict=True))]


def _line(record: Record) -> Placed:
    shape = record.shape
    line = sample(shape.points, closed=shape.is_closed)
    if not shape.is_closed:
        return Placed(record, None, [fit(line)])
    borders = Borders([Polygon(line)])
    return Placed(record, None, borders.rings(Polygon(line)))


def _bed(record: Record, scene: Scene) -> Area:
    """Return what shows of the shape that ``record`` marks."""
    shape = record.shape
    layer = scene.superficial if shape.layer == "superficial" else scene.deep
    beds = [placed.area for placed in layer if placed.record.shape.id == shape.id]
    if not beds:
        raise ContentError(
            f"{record.where} lies on no {shape.layer} muscle, bone or tendon {shape.id!r}; "
            "use the id and layer of the shape it marks."
        )
    return shapely.union_all(beds)


def _veil(record: Record, scene: Scene) -> Placed:
    common = shapely.intersection(_area(record), _bed(record, scene), grid_size=GRID)
    area = MultiPolygon([part for part in shapely.get_parts(common) if isinstance(part, Polygon)])
    if area.is_empty:
        raise ContentError(f"{record.where} shows nowhere on what it veils; move it there or remove it.")
    return Placed(record, area, Borders([area]).rings(area))


def _fibre(record: Record, scene: Scene) -> Placed:
    shape = record.shape
    bed = shrunk(_bed(record, scene), 0.5)
    first = sample(shape.points, closed=False)
    rows = blend(first, sample(shape.until, closed=False), shape.count) if shape.until else [first]
    kept = []
    for row in rows:
        seen = shapely.intersection(LineString(row), bed)
        for piece in shapely.get_parts(
            shapely.line_merge(seen) if isinstance(seen, MultiLineString) else seen
        ):
            if isinstance(piece, LineString) and piece.length >= SHORT:
                kept.append(fit(shapely.get_coordinates(piece), ROUGH))
    return Placed(record, None, kept)

"""Turn overlapping areas into a cover: no overlaps, and neighbours share one border exactly."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeAlias

import numpy as np
import shapely
from shapely import LinearRing, MultiPolygon, Polygon

from drawing.curve import Array
from drawing.fit import FINE, fit

GRID = 0.01
SLIVER = 0.6  # a cut-off piece smaller than this (a square of 1.4 mm) is dropped
TAIL = 0.25  # half the width of a tail that is trimmed off
NARROW = 0.15  # of half its breadth: how far off a narrow piece's border may be before its sides cross
Area: TypeAlias = Polygon | MultiPolygon
Node = tuple[float, float]


def cut(areas: list[Area]) -> Iterator[Area]:
    """Return ``areas`` in turn, each one cut by all before it (the first lies on top)."""
    above: Area = Polygon()
    for area in areas:
        area = _whole(shapely.set_precision(area, GRID))
        yield _trimmed(_whole(shapely.difference(area, above, grid_size=GRID)))
        above = _whole(shapely.union(above, area, grid_size=GRID))


def _trimmed(area: Area) -> Area:
    """Return ``area`` without the thin tails that cutting leaves; every other border stays as it is."""
    kept = shrunk(area, TAIL).buffer(1.05 * TAIL, join_style="mitre", mitre_limit=4)
    return _whole(shapely.intersection(area, kept, grid_size=GRID))


def shrunk(area: Area, by: float) -> Area:
    """Return ``area`` without its rim. GEOS 3.14 loses some areas at one distance, and not at the next."""
    core = area.buffer(-by)
    return area.buffer(-0.9 * by) if core.is_empty else core


def _whole(area: shapely.Geometry) -> Area:
    parts = [part for part in shapely.get_parts(area) if isinstance(part, Polygon) and part.area >= SLIVER]
    return MultiPolygon(parts) if len(parts) != 1 else parts[0]


def polygons(area: Area) -> list[Polygon]:
    """Return the pieces of ``area``."""
    return [part for part in shapely.get_parts(area) if not part.is_empty]


class Borders:
    """The borders of a cover, cut into arcs where they meet; each arc is fitted once."""

    def __init__(self, areas: Iterable[Area]) -> None:
        lines = [
            ring for area in areas for part in polygons(area) for ring in (part.exterior, *part.interiors)
        ]
        self._net = shapely.union_all(np.array(lines, dtype=object), grid_size=GRID)
        ends: Counter[Node] = Counter()
        seen: set[frozenset[Node]] = set()
        for line in shapely.get_parts(self._net):
            for a, b in pairwise(_nodes(line.coords)):
                if a != b and frozenset((a, b)) not in seen:
                    seen.add(frozenset((a, b)))
                    ends.update((a, b))
        self._joints = {node for node, degree in ends.items() if degree != 2}
        self._tree = shapely.STRtree([shapely.Point(node) for node in sorted(ends)])
        self._points = sorted(ends)
        self._fitted: dict[tuple[Node, ...], list[Array]] = {}

    def rings(self, area: Area, tolerance: float = FINE) -> list[list[Array]]:
        """Return each ring of ``area`` as a closed chain of cubics; who asks first sets the tolerance."""
        found = []
        for part in polygons(area):
            near = min(tolerance, NARROW * part.area / part.length)
            found += [self._ring(ring, near) for ring in (part.exterior, *part.interiors)]
        return found

    def _ring(self, ring: LinearRing, tolerance: float) -> list[Array]:
        nodes = self._noded(ring)
        starts = [i for i, node in enumerate(nodes) if node in self._joints]
        if not starts:
            first = nodes.index(min(nodes, key=lambda node: (node[1], node[0])))
            starts = [first]
        cubics: list[Array] = []
        for i, j in zip(starts, [*starts[1:], starts[0] + len(nodes)], strict=True):
            arc = tuple((nodes + nodes)[i : j + 1])
            cubics += self._arc(arc, tolerance)
        return cubics

    def _noded(self, ring: LinearRing) -> list[Node]:
        """Return the ring's nodes without the closing one, with the joints of neighbours on it."""
        nodes: list[Node] = []
        for a, b in pairwise(_nodes(ring.coords)):
            segment = shapely.LineString([a, b])
            near = self._tree.query(segment, predicate="dwithin", distance=0.8 * GRID)
            between = [self._points[k] for k in near if self._points[k] not in (a, b)]
            between.sort(key=lambda p: (p[0] - a[0]) ** 2 + (p[1] - a[1]) ** 2)
            nodes += [a, *between]
        return nodes

    def _arc(self, arc: tuple[Node, ...], tolerance: float) -> list[Array]:
        closed = arc[0] == arc[-1]
        back = not closed and arc[::-1] < arc
        key = arc[::-1] if back else arc
        if key not in self._fitted:
            self._fitted[key] = fit(np.array(key), tolerance)
        cubics = self._fitted[key]
        return [cubic[::-1] for cubic in reversed(cubics)] if back else cubics


def _nodes(coords: Iterable[tuple[float, ...]]) -> list[Node]:
    return [(round(c[0], 2) + 0.0, round(c[1], 2) + 0.0) for c in coords]

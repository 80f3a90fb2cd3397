"""Smooth curves through points: centripetal Catmull-Rom splines, finely sampled."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
STEPS = 16  # samples a span; enough that a fitted cubic hides them


def sample(points: list[list[float]], closed: bool) -> Array:
    """Return the curve through ``points`` as an (n, 2) array; a third value of 0 makes a corner.

    A closed curve does not repeat its first point.
    """
    xy = np.array([point[:2] for point in points], dtype=float)
    corner = [len(point) > 2 and point[2] == 0 for point in points]
    count = len(xy)
    spans = count if closed else count - 1
    pieces = []
    for i in range(spans):
        j = (i + 1) % count
        a, b = xy[i], xy[j]
        before = xy[i - 1] if (closed or i > 0) and not corner[i] else 2 * a - b
        after = xy[(j + 1) % count] if (closed or j + 1 < count) and not corner[j] else 2 * b - a
        pieces.append(_span(before, a, b, after))
    if not closed:
        pieces.append(xy[-1:])
    return np.vstack(pieces)


def _span(p0: Array, p1: Array, p2: Array, p3: Array) -> Array:
    """Sample the span from ``p1`` (included) to ``p2`` (excluded)."""
    d1, d2, d3 = (max(float(np.hypot(*(b - a))) ** 0.5, 1e-6) for a, b in ((p0, p1), (p1, p2), (p2, p3)))
    m1 = (p2 - p1) + d2 * ((p1 - p0) / d1 - (p2 - p0) / (d1 + d2))
    m2 = (p2 - p1) + d2 * ((p3 - p2) / d3 - (p3 - p1) / (d2 + d3))
    t = np.linspace(0, 1, STEPS, endpoint=False)[:, None]
    return (
        (2 * t**3 - 3 * t**2 + 1) * p1
        + (t**3 - 2 * t**2 + t) * m1
        + (-2 * t**3 + 3 * t**2) * p2
        + (t**3 - t**2) * m2
    )


def blend(first: Array, last: Array, count: int) -> list[Array]:
    """Return ``count`` curves that pass evenly from ``first`` to ``last``."""
    size = 40
    a, b = _resample(first, size), _resample(last, size)
    return [a + (b - a) * t for t in np.linspace(0, 1, count)]


def _resample(line: Array, size: int) -> Array:
    along = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    even = np.linspace(0, along[-1], size)
    return np.column_stack([np.interp(even, along, line[:, 0]), np.interp(even, along, line[:, 1])])

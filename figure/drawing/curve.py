"""Smooth curves through points: cubic splines without a jump in curvature, finely sampled."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
MIRROR = np.array([-1.0, 1.0])
STEPS = 16  # samples a span; enough that a fitted cubic hides them
EVEN = 0.75  # power of the chord that spaces the parameter: between centripetal (0.5) and chord length (1)


def sample(points: list[list[float]], closed: bool) -> Array:
    """Return the curve through ``points`` as an (n, 2) array; a third value of 0 makes a corner.

    A closed curve does not repeat its first point. An open one that ends on the midline crosses it
    smoothly into its mirror image, unless that end is a corner.
    """
    xy = np.array([point[:2] for point in points], dtype=float)
    corners = [i for i, point in enumerate(points) if len(point) > 2 and point[2] == 0]
    if closed and not corners:
        return _spline(np.vstack([xy, xy[:1]]), periodic=True)[:-1]
    if closed:
        xy = np.roll(xy, -corners[0], axis=0)
        ends = [*((i - corners[0]) for i in corners), len(xy)]
        xy = np.vstack([xy, xy[:1]])
    else:
        ends = sorted({0, *corners, len(xy) - 1})
        return np.vstack([*_over_midline(xy, ends, set(corners)), xy[-1:]])
    return np.vstack([_spline(xy[i : j + 1], periodic=False)[:-1] for i, j in pairwise(ends)])


def _over_midline(xy: Array, ends: list[int], corners: set[int]) -> list[Array]:
    """Sample each piece of an open curve, its midline ends prolonged by their mirror image."""
    pieces = []
    last = len(xy) - 1
    for i, j in pairwise(ends):
        piece = xy[i : j + 1]
        before = i == 0 and i not in corners and xy[0, 0] == 0 != xy[1, 0]
        after = j == last and j not in corners and xy[last, 0] == 0 != xy[last - 1, 0]
        if before:
            piece = np.vstack([piece[1] * MIRROR, piece])
        if after:
            piece = np.vstack([piece, piece[-2] * MIRROR])
        line = _spline(piece, periodic=False)[:-1]
        pieces.append(line[STEPS if before else 0 : len(line) - (STEPS if after else 0)])
    return pieces


def _spline(xy: Array, periodic: bool) -> Array:
    """Sample the cubic spline through ``xy`` with a continuous second derivative."""
    steps = np.hypot(*np.diff(xy, axis=0).T) ** EVEN
    slopes = _slopes(xy, steps, periodic)
    t = np.linspace(0, 1, STEPS, endpoint=False)[:, None]
    pieces = [
        (2 * t**3 - 3 * t**2 + 1) * a
        + (t**3 - 2 * t**2 + t) * h * slope_a
        + (3 * t**2 - 2 * t**3) * b
        + (t**3 - t**2) * h * slope_b
        for (a, b), (slope_a, slope_b), h in zip(pairwise(xy), pairwise(slopes), steps, strict=True)
    ]
    return np.vstack([*pieces, xy[-1:]])


def _slopes(xy: Array, steps: Array, periodic: bool) -> Array:
    """Return the derivative at each point: periodic, or straight (no bend) at both ends."""
    count = len(xy)
    if count == 2:
        return np.repeat((xy[1:] - xy[:1]) / steps[0], 2, axis=0)
    rows = np.zeros((count, count))
    right = np.zeros((count, 2))
    chords = np.diff(xy, axis=0) / steps[:, None]
    for i in range(1, count - 1):
        before, after = steps[i - 1], steps[i]
        rows[i, i - 1 : i + 2] = after, 2 * (before + after), before
        right[i] = 3 * (after * chords[i - 1] + before * chords[i])
    if periodic:
        before, after = steps[-1], steps[0]
        rows[0, [-2, 0, 1]] = after, 2 * (before + after), before
        right[0] = 3 * (after * chords[-1] + before * chords[0])
        rows[-1, [0, -1]] = 1, -1
    else:
        rows[0, :2] = rows[-1, [-1, -2]] = 2, 1
        right[0], right[-1] = 3 * chords[0], 3 * chords[-1]
    return np.linalg.solve(rows, right)


def blend(first: Array, last: Array, count: int) -> list[Array]:
    """Return ``count`` curves that pass evenly from ``first`` to ``last``."""
    size = 40
    a, b = _resample(first, size), _resample(last, size)
    return [a + (b - a) * t for t in np.linspace(0, 1, count)]


def _resample(line: Array, size: int) -> Array:
    along = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    even = np.linspace(0, along[-1], size)
    return np.column_stack([np.interp(even, along, line[:, 0]), np.interp(even, along, line[:, 1])])

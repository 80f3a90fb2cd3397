"""Fit cubic Béziers to a finely sampled line (Schneider's algorithm), splitting at corners."""

from itertools import pairwise

import numpy as np

from drawing.curve import Array

FINE = 0.16  # stature units x 1000: 0.2 mm on a life-size print, for outline and lines
CLOSE = 0.25  # for muscles
SOFT = 0.22  # for areas of pain, whose size counts but not their exact border
PLAIN = 0.45  # for bones, tendons and muscles without a record
ROUGH = 0.9  # for fibres
TINY = 1.0  # over so short a way the directions at both ends are mostly rounding noise: it is drawn straight
CORNER = np.radians(32)
NEAREST = 0.12  # samples closer than this only carry rounding noise
FURTHEST = 1.5  # between samples further apart than this a cubic could stray unseen
ROUNDS = 16
SMALL = 0.04  # of its length: how far a short piece may be off, or a narrow tip would cross itself
REACH = 0.4  # how far along a line its direction at an end is taken
CROWD = 40  # samples; corners this far apart along a line are never one


def fit(line: Array, tolerance: float = FINE) -> list[Array]:
    """Return cubics, each (4, 2), that follow ``line`` within ``tolerance``."""
    cubics: list[Array] = []
    for start, stop in pairwise(_bends(line, tolerance)):
        piece = _filled(_thin(line[start : stop + 1]))
        cubics += _cubics(piece, _direction(piece[::-1]), tolerance)
    return cubics


def _bends(line: Array, tolerance: float) -> list[int]:
    """Return where ``line`` is split: its ends and its corners, of those that crowd together the first."""
    bends, last = [0], len(line) - 1
    for corner in _corners(line):
        near = min(np.hypot(*(line[corner] - line[end])) for end in (bends[-1], last))
        if near > 2 * tolerance or corner - bends[-1] > CROWD < last - corner:
            bends.append(corner)
    return [*bends, last]


def _thin(line: Array) -> Array:
    keep = [0]
    for i in range(1, len(line) - 1):
        if np.hypot(*(line[i] - line[keep[-1]])) >= NEAREST:
            keep.append(i)
    while len(keep) > 1 and np.hypot(*(line[-1] - line[keep[-1]])) < NEAREST:
        keep.pop()
    return line[[*keep, len(line) - 1]]


def _filled(line: Array) -> Array:
    """Return ``line`` with samples put between those that lie further apart than :data:`FURTHEST`."""
    counts = np.ceil(np.hypot(*np.diff(line, axis=0).T) / FURTHEST).astype(int)
    pieces = [
        np.linspace(a, b, max(count, 1), endpoint=False)
        for (a, b), count in zip(pairwise(line), counts, strict=True)
    ]
    return np.vstack([*pieces, line[-1:]])


def _corners(line: Array) -> list[int]:
    """Return where ``line`` turns sharply, seen from :data:`NEAREST` on both sides."""
    found: list[tuple[int, float]] = []
    for i in range(1, len(line) - 1):
        before, after = line[i] - _away(line[i::-1]), _away(line[i:]) - line[i]
        turn = abs(float(np.arctan2(before[0] * after[1] - before[1] * after[0], before @ after)))
        if turn <= CORNER:
            continue
        if found and np.hypot(*(line[i] - line[found[-1][0]])) < 2 * NEAREST:
            found[-1] = max(found[-1], (i, turn), key=lambda pair: pair[1])
        else:
            found.append((i, turn))
    return [i for i, _ in found]


def _away(line: Array) -> Array:
    """Return the first point of ``line`` that is not next to its start."""
    for point in line[1:]:
        if abs(point[0] - line[0][0]) + abs(point[1] - line[0][1]) >= NEAREST:
            return point
    return line[-1]


def _direction(line: Array) -> Array:
    far = np.hypot(*(line - line[0]).T) >= REACH
    away = line[int(np.argmax(far)) if far.any() else -1] - line[0]
    return away / max(float(np.hypot(*away)), 1e-9)


def _cubics(line: Array, end: Array, tolerance: float) -> list[Array]:
    tolerance = min(tolerance, SMALL * float(np.sum(np.hypot(*np.diff(line, axis=0).T))))
    cubics: list[Array] = []
    start = 0
    while start < len(line) - 1:
        begin = -_across(line, start) if start else _direction(line)
        start, cubic = _longest(line, start, begin, end, tolerance)
        cubics.append(cubic)
    return cubics


def _longest(line: Array, start: int, begin: Array, end: Array, tolerance: float) -> tuple[int, Array]:
    """Return the furthest sample that one cubic reaches from ``start``, found by halving, and that cubic."""
    last = len(line) - 1
    reached, found = start + 1, _straight(line[start], line[start + 1])
    too_far, stop = last + 1, last
    while reached < too_far - 1:
        cubic = _single(
            line[start : stop + 1], begin, end if stop == last else _across(line, stop), tolerance
        )
        if cubic is None:
            too_far = stop
        else:
            reached, found = stop, cubic
        stop = (reached + too_far) // 2
    return reached, found


def _across(line: Array, at: int) -> Array:
    """Return the direction back along ``line`` at an inner sample."""
    back = line[at - 1] - line[at + 1]
    return back / max(float(np.hypot(*back)), 1e-9)


def _straight(a: Array, b: Array) -> Array:
    return np.array([a, a + (b - a) / 3, b - (b - a) / 3, b])


def _single(line: Array, begin: Array, end: Array, tolerance: float) -> Array | None:
    """Return one cubic along ``line``, or None when none is near enough."""
    along = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    u = along / along[-1]
    cubic = _straight(line[0], line[-1])
    if along[-1] < TINY and _miss(cubic, u, line) <= tolerance:
        return cubic
    for _ in range(ROUNDS):
        cubic = _least_squares(line, u, begin, end)
        if _miss(cubic, u, line) <= tolerance:
            return cubic
        u = _nearer(cubic, line, u)
    return None


def _miss(cubic: Array, u: Array, line: Array) -> float:
    """Return how far ``cubic`` is from ``line`` where it is furthest."""
    return float(np.max(np.hypot(*(_at(cubic, u) - line).T)))


def _at(cubic: Array, u: Array) -> Array:
    t = u[:, None]
    s = 1 - t
    return s**3 * cubic[0] + 3 * s**2 * t * cubic[1] + 3 * s * t**2 * cubic[2] + t**3 * cubic[3]


def _least_squares(line: Array, u: Array, begin: Array, end: Array) -> Array:
    first, last = line[0], line[-1]
    b0, b1, b2, b3 = (1 - u) ** 3, 3 * u * (1 - u) ** 2, 3 * u**2 * (1 - u), u**3
    a1, a2 = b1[:, None] * begin, b2[:, None] * end
    rest = line - (b0 + b1)[:, None] * first - (b2 + b3)[:, None] * last
    c = np.array([[np.sum(a1 * a1), np.sum(a1 * a2)], [np.sum(a1 * a2), np.sum(a2 * a2)]])
    x = np.array([np.sum(a1 * rest), np.sum(a2 * rest)])
    chord = float(np.hypot(*(last - first)))
    determinant = c[0, 0] * c[1, 1] - c[0, 1] ** 2
    if abs(determinant) > 1e-9:
        reach1 = (x[0] * c[1, 1] - x[1] * c[0, 1]) / determinant
        reach2 = (c[0, 0] * x[1] - c[0, 1] * x[0]) / determinant
    else:
        reach1 = reach2 = 0.0
    least, most = 0.02 * chord, chord
    if not (least < reach1 < most and least < reach2 < most):
        reach1 = reach2 = chord / 3
    return np.array([first, first + begin * reach1, last + end * reach2, last])


def _nearer(cubic: Array, line: Array, u: Array) -> Array:
    """Move each parameter one Newton step toward the nearest point of the cubic."""
    t = u[:, None]
    d1 = 3 * np.diff(cubic, axis=0)
    d2 = 2 * np.diff(d1, axis=0)
    slope = (1 - t) ** 2 * d1[0] + 2 * (1 - t) * t * d1[1] + t**2 * d1[2]
    bend = (1 - t) * d2[0] + t * d2[1]
    off = _at(cubic, u) - line
    bottom = np.sum(slope**2 + off * bend, axis=1)
    step = np.where(np.abs(bottom) > 1e-9, np.sum(off * slope, axis=1) / np.where(bottom == 0, 1, bottom), 0)
    moved = np.clip(u - step, 0, 1)
    return moved if np.all(np.diff(moved) >= 0) else u

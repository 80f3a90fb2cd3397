"""Path data of the figure as commands: to cut it to a frame, to bend it, and to write it again."""

from collections.abc import Callable

from triggerpoints.atlas.paths import Box, Point, around, meet, path_commands

Command = tuple[str, list[Point]]
"""``M``, ``L``, ``C`` or ``Z``, and its points in absolute places."""
_BENDABLE = frozenset("MLCZ")


def commands(d: str) -> list[Command]:
    """Return the commands of the path data ``d``.

    Raises ValueError for a command that the figure does not use.
    """
    found: list[Command] = []
    for kind, points in path_commands(d):
        if kind not in _BENDABLE:
            raise ValueError(f"path data with {kind!r} cannot be bent: {d[:40]!r}")
        found.append((kind, points))
    return found


def cut(path: list[Command], frame: Box) -> list[Command]:
    """Return ``path`` as it shows in ``frame``: pieces outside go, long ways around it become short."""
    kept: list[Command] = []
    for piece in _pieces(path):
        points = [point for _, points in piece for point in points]
        if meet(around(points), frame):
            kept += _shortened(piece, frame)
    return kept


def bent(path: list[Command], way: Callable[[Point], Point]) -> list[Command]:
    """Return ``path`` with every point moved by ``way``."""
    return [(kind, [way(point) for point in points]) for kind, points in path]


def written(path: list[Command]) -> str:
    """Return the path data of ``path``, rounded to a tenth; the same commands give data alike in form."""
    made: list[str] = []
    pen = opened = (0.0, 0.0)
    for kind, points in path:
        if kind == "Z":
            made.append("z")
            pen = opened
            continue
        base = (0.0, 0.0) if kind == "M" else pen
        steps = [(round(x - base[0], 1), round(y - base[1], 1)) for x, y in points]
        numbers = " ".join(f"{value:g}" for step in steps for value in step).replace(" -", "-")
        made.append(f"{kind if kind == 'M' else kind.lower()}{numbers}")
        pen = (round(base[0] + steps[-1][0], 1), round(base[1] + steps[-1][1], 1))
        opened = pen if kind == "M" else opened
    return "".join(made)


def _pieces(path: list[Command]) -> list[list[Command]]:
    pieces: list[list[Command]] = []
    for command in path:
        if command[0] == "M":
            pieces.append([])
        pieces[-1].append(command)
    return pieces


def _shortened(piece: list[Command], frame: Box) -> list[Command]:
    """Return ``piece`` with its parts outside ``frame`` as few straight lines."""
    made: list[Command] = []
    at = (0.0, 0.0)
    for kind, points in piece:
        if kind in "LC" and not meet(around([at, *points]), frame):
            line: Command = ("L", [points[-1]])
            if made[-1][0] == "L" and _beside([made[-2][1][-1], at, points[-1]], frame):
                made[-1] = line
            else:
                made.append(line)
        else:
            made.append((kind, points))
        at = points[-1] if points else at
    return made


def _beside(points: list[Point], frame: Box) -> bool:
    """Say whether all of ``points`` lie on the same side of ``frame``, outside."""
    left, top, right, bottom = frame
    xs, ys = zip(*points, strict=True)
    return bool(max(xs) < left or min(xs) > right or max(ys) < top or min(ys) > bottom)

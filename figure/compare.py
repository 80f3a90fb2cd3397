"""Compare the figure with the measured body: ``python figure/compare.py``.

Prints one line a muscle that shows in the front or back view with the skin off, and fails when fewer than
90 % of those drawn so far are true. ``--measured FILE`` takes another table with the columns of
``measured.csv``.
"""

import argparse
import difflib
import sys
from pathlib import Path

from drawing.measure import CENTROID_LIMIT, ENOUGH, SHAPE_LIMIT, Comparison, Measured, compare, read_measured
from drawing.scene import compose
from drawing.source import read_records, read_views
from triggerpoints._records import ContentError
from triggerpoints.atlas import Atlas

HERE = Path(__file__).resolve().parent


def comparisons(measured: Path, curves: Path = HERE / "curves") -> list[tuple[Measured, Comparison | None]]:
    """Return each measured row with how far the drawing is off, or with None when it is not drawn yet.

    Raises :class:`ContentError` for a fault in the table or the curves.
    """
    if measured.is_dir():
        raise ContentError(f"{measured} is a folder; name a table with the columns of figure/measured.csv.")
    rows = read_measured(measured)
    if not rows:
        raise ContentError(f"{measured.name} has no rows below its head; add what was measured.")
    views, records = read_views(curves), read_records(curves)
    unknown = sorted({row.view for row in rows} - views.keys())
    if unknown:
        raise ContentError(f"{measured.name} has the view {unknown[0]!r}; use one of {', '.join(views)}.")
    _known_muscles(rows, measured.name, {one.shape.id for view in records.values() for one in view})
    scenes = {name: compose(views[name], records[name]) for name in dict.fromkeys(row.view for row in rows)}
    return [(row, compare(row, scenes[row.view].superficial)) for row in rows]


def _known_muscles(rows: list[Measured], name: str, drawn: set[str]) -> None:
    """Raise ContentError for a muscle that is not drawn, not in the atlas and not in our own table."""
    own = {muscle for row in read_measured(HERE / "measured.csv") for muscle in row.muscles}
    known = drawn | own | Atlas().muscles.keys()
    for muscle in (muscle for row in rows for muscle in row.muscles if muscle not in known):
        near = difflib.get_close_matches(muscle, known, 1)
        fix = f"did you mean {near[0]!r}?" if near else "use an id of the atlas or of the curves."
        raise ContentError(f"{name} has the muscle {muscle!r}, which nothing else names; {fix}")


def table(found: list[tuple[Measured, Comparison | None]]) -> list[str]:
    """Return the table as lines: numbers in thousandths of stature, and how many rows pass."""
    lines = [f"{'view':6}{'muscle':56}{'ends':>6}{'offset':>8}{'centre':>8}"]
    for row, result in found:
        name = " + ".join(row.muscles)
        if result is None:
            lines.append(f"{row.view:6}{name:56}  not drawn yet")
        else:
            numbers = f"{result.ends:6.1f}{result.offset:8.1f}{result.centroid:8.1f}"
            lines.append(f"{row.view:6}{name:56}{numbers}{'' if result.passes else '  too far'}")
    drawn = [result for _, result in found if result]
    true = sum(result.passes for result in drawn)
    lines.append(
        f"{true} of {len(drawn)} drawn rows are true (ends and offsets within {SHAPE_LIMIT / 10:g} %, centre "
        f"within {CENTROID_LIMIT / 10:g} % of stature); {len(found)} rows are measured."
    )
    return lines


def main(arguments: list[str] | None = None) -> int:
    """Print the table; return 0 when enough of the drawn rows are true."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--measured", type=Path, default=HERE / "measured.csv", metavar="FILE")
    options = parser.parse_args(arguments)
    try:
        found = comparisons(options.measured)
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(table(found)))
    drawn = [result for _, result in found if result]
    return 0 if sum(result.passes for result in drawn) >= ENOUGH * len(drawn) else 1


if __name__ == "__main__":
    sys.exit(main())

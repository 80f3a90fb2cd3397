"""Write the figure from its curves: ``python figure/draw.py``; ``--check`` only compares.

The source format is described in ``figure/README.md``.
"""

import argparse
import sys
from pathlib import Path
from typing import NamedTuple

from drawing.direction import aligned
from drawing.rules import check_areas, check_ids, check_places, refuse, with_areas, zone_areas
from drawing.scene import compose
from drawing.source import read_records, read_views
from drawing.svg import write
from triggerpoints import Atlas
from triggerpoints._records import ContentError

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parent / "src" / "triggerpoints" / "atlas"


class Figure(NamedTuple):
    """What the curves give: SVG text by view, area by zone, and a sentence for each misplaced point."""

    drawings: dict[str, str]
    areas: dict[str, float]
    faults: list[str]


def draw(curves: Path = HERE / "curves", only: str = "") -> Figure:
    """Return the figure in each view that has curves, or in one.

    Raises :class:`ContentError` with one line a fault for what cannot be drawn.
    """
    records = read_records(curves)
    views = {
        name: view for name, view in read_views(curves).items() if name in records and only in ("", name)
    }
    atlas = Atlas()
    refuse([fault for view in views for fault in check_ids(view, records[view], atlas)])
    scenes = {name: compose(view, records[name]) for name, view in views.items()}
    style = " ".join((HERE / "figure.css").read_text(encoding="utf-8").split())
    drawings = {view: write(aligned(scene), style) for view, scene in scenes.items()}
    return Figure(drawings, zone_areas(scenes), check_places(scenes, atlas))


def main(arguments: list[str] | None = None) -> int:
    """Draw, or with ``--check`` report what differs, and misplaced points; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; fail if a file differs")
    parser.add_argument("--view", default="", help="one view only; leaves the zone areas alone")
    options = parser.parse_args(arguments)
    zones = sorted((PACKAGE / "data" / "zones").glob("*.toml"))
    try:
        drawings, areas, faults = draw(only=options.view)
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    areas = {} if options.view else areas
    texts = {path: path.read_text(encoding="utf-8") for path in zones}
    if not options.check:
        for view, drawing in drawings.items():
            (PACKAGE / "figure" / f"{view}.svg").write_text(drawing, encoding="utf-8")
        for path, text in texts.items():
            if with_areas(text, areas) != text:
                path.write_text(with_areas(text, areas), encoding="utf-8")
    else:
        faults += [fault for path, text in texts.items() for fault in check_areas(text, areas, path)]
        faults += _differences(drawings)
    print("\n".join(faults), end="\n" if faults else "", file=sys.stderr)
    return 1 if faults else 0


def _differences(drawings: dict[str, str]) -> list[str]:
    paths = {PACKAGE / "figure" / f"{view}.svg": drawing for view, drawing in drawings.items()}
    return [
        f"{path.name} differs from its curves; run `python figure/draw.py`."
        for path, drawing in paths.items()
        if not path.exists() or path.read_text(encoding="utf-8") != drawing
    ]


if __name__ == "__main__":
    sys.exit(main())

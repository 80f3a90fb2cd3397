"""Read the committed SVGs back: their paths as polygons."""

import re
from functools import cache, reduce
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
from shapely import Polygon, symmetric_difference, union_all

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"-?(?:\d+\.\d*|\.?\d+)")
SAMPLES = np.linspace(0, 1, 9)[1:, None]


class Drawn:
    """One committed SVG, its paths read back as polygons."""

    def __init__(self, view):
        self.view = view
        self.file = ROOT / "src" / "triggerpoints" / "atlas" / "figure" / f"{view}.svg"
        self.root = ElementTree.fromstring(self.file.read_bytes())
        self.paths = list(self.root.iter(f"{SVG}path"))

    def chosen(self, **data):
        """The paths whose data attributes have these values (True: any value)."""
        wanted = {f"data-{key}": value for key, value in data.items()}
        return [
            path
            for path in self.paths
            if all(
                path.get(key) is not None if value is True else path.get(key) == value
                for key, value in wanted.items()
            )
        ]

    @property
    def outline(self):
        return union_all([area(path.get("d")) for path in self.chosen(outline=True)])


@cache
def area(data):
    """The area of path data; a ring inside another one is a hole."""
    return reduce(symmetric_difference, [Polygon(ring) for ring in rings(data)])


def rings(data):
    """The sampled rings of path data; fails for a command the figure never writes."""
    found = []
    for piece in re.findall(r"M[^M]*", data):
        steps = re.findall(r"([Mclz])([^Mclz]*)", piece)
        here = np.zeros(2)
        ring = []
        for command, text in steps:
            numbers = np.array(NUMBER.findall(text), dtype=float).reshape(-1, 2)
            if command == "M":
                here = numbers[0]
                ring.append(here)
            elif command == "l":
                for step in numbers:
                    here = np.round(here + step, 2)
                    ring.append(here)
            elif command == "c":
                for a, b, c in numbers.reshape(-1, 3, 2):
                    t, s = SAMPLES, 1 - SAMPLES
                    ring.extend((here + 3 * s**2 * t * a + 3 * s * t**2 * b + t**3 * c).round(6))
                    here = np.round(here + c, 2)
        found.append(np.array(ring))
    assert found, f"no path data in {data[:30]!r}"
    return found

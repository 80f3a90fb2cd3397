"""What the tests of the drawing share: the drawing code itself, and the committed SVGs read back."""

import shutil
import sys
from pathlib import Path
from typing import get_args

import pytest

from triggerpoints.atlas import View

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "figure"))


@pytest.fixture(scope="session", params=get_args(View))
def drawn(request):
    """One committed SVG."""
    from svg_reading import Drawn

    return Drawn(request.param)


@pytest.fixture(scope="session")
def lines_fitted_once():
    """Fit cubics to each line once for all tests: it takes longest, and their views are much alike."""
    from drawing.fit import FINE, fit

    found = {}

    def once(line, tolerance=FINE):
        key = line.tobytes(), tolerance
        if key not in found:
            found[key] = fit(line, tolerance)
        return found[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("drawing.cover.fit", once)
        patch.setattr("drawing.scene.fit", once)
        yield


@pytest.fixture
def curves(tmp_path):
    """A copy of the curves that a test may spoil."""
    return Path(shutil.copytree(ROOT / "figure" / "curves", tmp_path / "curves"))

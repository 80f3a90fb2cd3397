"""The body map on the page of a region: opened on the view that shows most of its muscles."""

from collections.abc import Sequence

from docutils import nodes

from triggerpoints.atlas import Muscle, View
from triggerpoints.atlas._drawing import drawing, drawn_views
from triggerpoints.sphinxext._plate_views import muscle_key
from triggerpoints.sphinxext.body_map import host_of


def region_map(region: str, muscles: Sequence[Muscle]) -> nodes.Element:
    """Return the host of a body map for ``muscles``."""
    return host_of({"mode": "explore", "view": best_view(muscles)})


def best_view(muscles: Sequence[Muscle]) -> View:
    """Return the view that shows most of ``muscles``, the first of them where several do."""
    return max(
        drawn_views(), key=lambda view: sum(muscle_key(one) in drawing(view).shapes for one in muscles)
    )

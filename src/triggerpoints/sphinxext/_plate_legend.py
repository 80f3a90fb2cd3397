"""What the marks of the plates mean, once a page."""

from collections.abc import Sequence

from triggerpoints.atlas import Muscle
from triggerpoints.sphinxext._plate_patterns import LEGEND_SCALE, pattern_style

AREA = '<rect class="tp-pl-{kind}" x="2" y="2" width="24" height="14" rx="2"/>'
CIRCLE = "M7,9a7,7 0 1 0 14,0a7,7 0 1 0 -14,0zM9.3,4.3l9.4,9.4M9.3,13.7l9.4,-9.4"
DIAMOND = "M6,9l8,-8l8,8l-8,8z"


def legend(muscles: Sequence[Muscle]) -> tuple[str, str]:
    """Return the legend of the plates of ``muscles`` as HTML, and in words."""
    points = [point for muscle in muscles for point in muscle.trigger_points if point.places]
    areas = {kind: AREA.format(kind=kind) for kind in ("chosen", "line", "essential", "spillover")}
    lines = [
        (areas["chosen"] + areas["line"], "outlined: the muscle; striped where pain may be felt over it"),
        (areas["essential"], "solid (on paper crossed), essential: where the pain is described first"),
        (areas["spillover"], "hatched, spillover: described for some people"),
    ]
    if any(point.pressed for point in points):
        lines.append((f'<path class="tp-pl-point" d="{CIRCLE}"/>', "crossed circle: trigger point"))
    if not all(point.pressed for point in points):
        lines.append((f'<path class="tp-pl-point" d="{DIAMOND}"/>', "empty diamond: shown, not pressed"))
    style = pattern_style(LEGEND_SCALE)
    items = "".join(
        f'<li><svg aria-hidden="true" viewBox="0 0 28 18" style="{style}">{drawn}</svg> {said}</li>'
        for drawn, said in lines
    )
    words = "In the pictures, " + "; ".join(said for _, said in lines) + "."
    return f'<ul class="tp-pl-legend tp-palette">{items}</ul>', words

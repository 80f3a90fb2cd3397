"""The patterns that fill areas of plates and swatches of their legend: they speak where colours cannot."""

SCALES = (0.25, 0.4, 0.6, 0.9, 1.3, 2.0)  # of the patterns, so that they look alike in every plate
LEGEND_SCALE = 0.9  # a swatch is drawn in CSS pixels
TILE = 8  # units of a pattern at scale 1
PATTERNS = {
    "hatch": "M-2,2l4,-4M0,8l8,-8M6,10l4,-4",
    "cross": "M-2,2l4,-4M0,8l8,-8M6,10l4,-4M-2,6l4,4M0,0l8,8M6,-2l4,4",
    "stripe": "M4,0v8",
}


def nearest_scale(unit: float) -> float:
    """Return the scale for a picture in which a CSS pixel is ``unit`` units of the drawing."""
    return min(SCALES, key=lambda scale: abs(scale - unit))


def pattern_style(scale: float) -> str:
    """Return the style of an SVG that fills with the patterns of ``scale``, one of ``SCALES``."""
    return "".join(f"--tp-{kind}:url(#plate-{kind}-{_scale_name(scale)});" for kind in PATTERNS)


def pattern_defs(scale: float) -> str:
    """Return the patterns of ``scale`` as SVG."""
    size = f'width="{TILE}" height="{TILE}" patternUnits="userSpaceOnUse" patternTransform="scale({scale:g})"'
    return "".join(
        f'<pattern id="plate-{name}-{_scale_name(scale)}" {size}>'
        f'<rect class="tp-pl-tile-{name}" width="{TILE}" height="{TILE}"/>'
        f'<path class="tp-pl-ink-{name}" d="{d}"/></pattern>'
        for name, d in PATTERNS.items()
    )


def _scale_name(scale: float) -> str:
    return f"{scale:g}".replace(".", "-")

"""The drawing of the figure: from authored curves to SVG."""

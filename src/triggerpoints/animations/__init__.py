"""Techniques shown moving: captioned steps, what moves in each, and their pictures as SVG on our own figure.

>>> from triggerpoints.animations import animations
>>> animations()["flat-palpation"].step[0].seconds
5.0
"""

from triggerpoints.animations._load import DATA, animations
from triggerpoints.animations._model import Animation, Part, Picture, Pose, Step
from triggerpoints.animations._picture import DRAWN, pictures, shape_names, shared

__all__ = [
    "DATA",
    "DRAWN",
    "Animation",
    "Part",
    "Picture",
    "Pose",
    "Step",
    "animations",
    "pictures",
    "shape_names",
    "shared",
]

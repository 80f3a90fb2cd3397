"""The widgets for Jupyter: the body map and the quiz, hosted by anywidget, and controls over figures.

>>> from triggerpoints import BodyMap, Quiz
>>> BodyMap(muscle="infraspinatus")  # doctest: +SKIP
>>> Quiz("neck-and-head")  # doctest: +SKIP
"""

from triggerpoints.widgets._body_map import BodyMap
from triggerpoints.widgets._choices import Choices
from triggerpoints.widgets._evidence_map import EvidenceMap
from triggerpoints.widgets._forest import Forest
from triggerpoints.widgets._number_box import NumberBox
from triggerpoints.widgets._quiz import Quiz
from triggerpoints.widgets._typed import Typed

__all__ = ["BodyMap", "Choices", "EvidenceMap", "Forest", "NumberBox", "Quiz", "Typed"]

"""The question types, one module each: the record, how a response is read, and how it is scored.

To add a type: write its module with a record class (a ``tag`` of its own), ``parse`` and
``fraction``; add it to ``TYPES``; give it vectors in ``tests/vectors/`` and its twin in
``frontend/src/questions/``.
"""

from types import ModuleType

from triggerpoints.questions.types import choice, muscles, text, zones
from triggerpoints.questions.types.choice import Choice
from triggerpoints.questions.types.muscles import Muscles
from triggerpoints.questions.types.text import Text
from triggerpoints.questions.types.zones import Zones

Item = Choice | Muscles | Zones | Text

TYPES: dict[type, ModuleType] = {Choice: choice, Muscles: muscles, Zones: zones, Text: text}

__all__ = ["TYPES", "Choice", "Item", "Muscles", "Text", "Zones"]

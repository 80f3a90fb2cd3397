"""Trigger Point Therapy: an interactive, evidence-graded course, and the tools it is built with.

The public names load on first use (PEP 562), so that ``from triggerpoints import Atlas``
does not import anywidget, and nothing here imports numpy.
"""

from importlib import import_module
from typing import Any

__all__ = ["Atlas", "BodyMap", "Evidence", "Quiz", "__version__"]
__version__ = "0.1.0"

_HOME = {
    "Atlas": "triggerpoints.atlas",
    "Evidence": "triggerpoints.evidence",
    "BodyMap": "triggerpoints.widgets",
    "Quiz": "triggerpoints.widgets",
}


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'triggerpoints' has no attribute {name!r}; it has {', '.join(__all__)}")


def __dir__() -> list[str]:
    return sorted(__all__)

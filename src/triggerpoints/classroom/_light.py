"""Import the parts of nbgrader we need without what they drag along.

``import nbgrader`` loads its server extensions (0.4 s), and ``jsonschema`` builds the grammar of
internationalised addresses that no notebook uses (1.0 s). With both, a class of 60 takes 2.5 s to
mark; without, 1.1 s. Neither changes a mark: jsonschema has no check for such addresses then, and
submodules of nbgrader are found as ever. What needs the package's own names, or its plugins, calls
``full_nbgrader`` first.
"""

import importlib.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import metadata
from types import ModuleType

from triggerpoints._records import ContentError

SLOW = "rfc3987_syntax"


@contextmanager
def light_imports() -> Iterator[None]:
    """Skip nbgrader's ``__init__`` and the slow grammar for imports in this block.

    Where nbgrader is loaded already, it is left as it is.
    """
    blocked = SLOW not in sys.modules
    if blocked:
        sys.modules[SLOW] = None  # type: ignore[assignment]  # the documented way to refuse an import
    if "nbgrader" not in sys.modules:
        sys.modules["nbgrader"] = _bare("nbgrader")
    try:
        yield
    finally:
        if blocked:
            del sys.modules[SLOW]


def full_nbgrader() -> None:
    """Let the next ``import nbgrader`` load the whole package, after a light import too."""
    if getattr(sys.modules.get("nbgrader"), "__bare__", False):
        del sys.modules["nbgrader"]
        package = importlib.import_module("nbgrader")
        for name, module in list(sys.modules.items()):
            parent, _, child = name.rpartition(".")
            if parent == "nbgrader" and module is not None:
                setattr(package, child, module)


def _bare(name: str) -> ModuleType:
    spec = importlib.util.find_spec(name)
    if spec is None:
        raise ContentError(f"{name} is not installed; install it with: pip install 'triggerpoints[class]'.")
    package = ModuleType(name)
    package.__path__ = list(spec.submodule_search_locations or ())
    package.__spec__ = spec
    package.__version__ = metadata.version(name)  # type: ignore[attr-defined]
    package.__bare__ = True  # type: ignore[attr-defined]
    return package

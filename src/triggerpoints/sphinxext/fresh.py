"""Notebooks run again when our own code or data changed.

jupyter-cache keeps outputs by a notebook's own code, and Sphinx reads a page again when its file
changed. Neither sees that a figure, a trial or a chart of this package is another one now, and the
book would go on showing the old numbers.
"""

from pathlib import Path

from jupyter_cache import get_cache
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from triggerpoints.sphinxext._fingerprint import fingerprint

ROOMS = ("atlas", "evidence", "questions", "widgets")  # what a notebook may import
STAMP = "triggerpoints-hash.txt"


def _forget(app: Sphinx) -> None:
    """Empty the cache of outputs that was filled by other code or data."""
    place = Path(app.env.mystnb_config.execution_cache_path)  # type: ignore[attr-defined]
    stamp, now = place / STAMP, str(fingerprint(*ROOMS))
    if stamp.is_file() and stamp.read_text(encoding="ascii") == now:
        return
    if place.is_dir():
        get_cache(str(place)).clear_cache()
    place.mkdir(parents=True, exist_ok=True)
    stamp.write_text(now, encoding="ascii")


def _outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> set[str]:
    """Return the notebooks whose pages were made by other code or data."""
    now = fingerprint(*ROOMS)
    if getattr(env, "triggerpoints_fingerprint", None) == now:
        return set()
    env.triggerpoints_fingerprint = now  # type: ignore[attr-defined]
    return {name for name in env.found_docs if env.doc2path(name).endswith(".ipynb")}


def setup(app: Sphinx) -> None:
    """Connect both."""
    app.connect("builder-inited", _forget, priority=900)  # after MyST-NB has named its cache
    app.connect("env-get-outdated", _outdated)

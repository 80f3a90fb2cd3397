"""The files that pages load, copied to ``_static/triggerpoints``.

Addresses carry a hash of the content, so that a browser never mixes two versions of the book; the
hash covers this extension too, so that pages are read again when it changes.
"""

import hashlib
import shutil
from pathlib import Path

import msgspec
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError
from sphinx.util.osutil import relative_uri

from triggerpoints.atlas import DATA, FIGURE, course_atlas

FOLDER = "_static/triggerpoints"
MODULE = "triggerpoints.js"
BUILT = Path(__file__).parents[1] / "widgets" / "static"
OWN = Path(__file__).parent / "static"


def atlas_files() -> list[Path]:
    """Return the files that pages made from the atlas depend on."""
    return [*sorted(DATA.rglob("*.toml")), *sorted(FIGURE.glob("*.svg"))]


def address(app: Sphinx, docname: str, name: str) -> str:
    """Return the relative URL, with its content hash, of asset ``name`` for page ``docname``."""
    return f"{folder(app, docname)}/{name}?v={app.config.triggerpoints_hash}"


def folder(app: Sphinx, docname: str) -> str:
    """Return the relative URL of the folder with ``atlas.json`` and the figures."""
    assert app.builder is not None
    return relative_uri(app.builder.get_target_uri(docname), FOLDER)


def _sources() -> list[Path]:
    return [*sorted(BUILT.glob("*.js")), *sorted(BUILT.glob("*.css")), *sorted(OWN.iterdir())]


def _set_hash(app: Sphinx, config: Config) -> None:
    wanted = (
        MODULE,
        "page.js",
        "table.js",
        "facts.js",
        "charts.js",
        "technique.js",
        "buttons.js",
        "triggerpoints.css",
    )
    missing = [name for name in wanted if not (BUILT / name).is_file()]
    if missing:
        raise ConfigError(f"{BUILT / missing[0]} is missing; make it with 'npm run build' in frontend/.")
    digest = hashlib.sha256()
    code = sorted(Path(__file__).parent.glob("*.py"))
    # Sphinx copies the book's own style only when some page is out of date, so it counts too.
    style = [
        path for folder in config.html_static_path for path in sorted(Path(app.confdir, folder).rglob("*.*"))
    ]
    for path in [*_sources(), *atlas_files(), *code, *style]:
        digest.update(path.read_bytes())
    config.triggerpoints_hash = digest.hexdigest()[:10]


def _copy(app: Sphinx) -> None:
    assert app.builder is not None
    if app.builder.format != "html":
        return
    target = Path(app.outdir, FOLDER)
    target.mkdir(parents=True, exist_ok=True)
    for path in [*_sources(), *sorted(FIGURE.glob("*.svg"))]:
        shutil.copyfile(path, target / path.name)
    (target / "atlas.json").write_bytes(msgspec.json.encode(course_atlas().as_dict()))


def setup(app: Sphinx) -> None:
    """Register the configuration and the copy."""
    app.add_config_value("triggerpoints_hash", "", "env", [str])
    app.connect("config-inited", _set_hash)
    app.connect("builder-inited", _copy)

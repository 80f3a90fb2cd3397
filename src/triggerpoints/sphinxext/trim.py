"""A lighter theme: what the pages of this book never use is not loaded.

The plain theme page loads 543 kB of icons, search code on every page and a widget manager from a
CDN. Icons come from ``icons.css``; the search code loads on the search page; our own host and
chart code load only where a page has a host or a chart.
"""

import re
import shutil
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from triggerpoints.sphinxext._nodes import has, widget_host
from triggerpoints.sphinxext.charts import chart

UNUSED = ("scripts/fontawesome.js", "scripts/bootstrap.js", "vendor/fontawesome")
BOOK_THEME_JS = "sphinx-book-theme.js"
COPY_JS = ("clipboard.min.js", "copybutton.js")
THEME_CSS = "styles/pydata-sphinx-theme.css"
ICON_RULE = re.compile(r"@font-face\{[^}]*Font Awesome[^}]*\}|(?<=[};])\.fa[a-z0-9-]*[^{}]*\{[^{}]*\}")
WIDGET_STATE = "application/vnd.jupyter.widget-state+json"


def _page(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    scripts = context["script_files"]
    scripts[:] = [script for script in scripts if _wanted(script, doctree)]
    if doctree is None:
        return
    scripts[:] = [_deferred(script) for script in scripts]  # no script delays the text
    if has(doctree, widget_host):
        app.add_css_file("triggerpoints/triggerpoints.css")
        app.add_js_file("triggerpoints/page.js", type="module")
    if has(doctree, chart):
        app.add_js_file("triggerpoints/charts.js", type="module")


def _wanted(script: Any, doctree: nodes.document | None) -> bool:
    """Say whether a page needs ``script``.

    The book theme's script takes the keyboard focus from its menu buttons; ``menu.js`` does its part
    without that. Widget states are for html-manager, which no page loads.
    """
    name = str(script.filename or "").rpartition("/")[2]
    if name in COPY_JS:
        return has(doctree, nodes.literal_block)
    return name != BOOK_THEME_JS and script.attributes.get("type") != WIDGET_STATE


def _deferred(script: Any) -> Any:
    """Return a copy of ``script`` that waits for the page; inline scripts, and what they read, stay."""
    if not script.filename or str(script.filename).endswith("documentation_options.js"):
        return script
    return type(script)(script.filename, priority=script.priority, **{**script.attributes, "defer": "defer"})


def without_icons(css: str) -> str:
    """Return the theme's style sheet without Font Awesome's rules and fonts."""
    return ICON_RULE.sub("", css)


def _clean(app: Sphinx, error: Exception | None) -> None:
    static = Path(app.outdir, "_static")
    if error is not None or not (static / THEME_CSS).is_file():
        return
    for name in UNUSED:
        for path in (static / name, static / f"{name}.map", static / f"{name}.LICENSE.txt"):
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    style = static / THEME_CSS
    style.write_text(without_icons(style.read_text(encoding="utf-8")), encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Register both steps."""
    app.connect("html-page-context", _page, priority=900)
    app.connect("build-finished", _clean)

"""A tiny Sphinx project with the course's extension."""

import json
from io import StringIO

import pytest
from sphinx.testing.util import SphinxTestApp

from triggerpoints.evidence import Evidence, bibtex

CONF = """
extensions = ["myst_nb", "sphinxcontrib.bibtex", "triggerpoints.sphinxext"]
bibtex_bibfiles = ["all.bib"]
bibtex_reference_style = "author_year"
nb_execution_mode = "off"
myst_enable_extensions = ["colon_fence"]
nb_ipywidgets_js = {}
triggerpoints_plotly = "plotly.js"
triggerpoints_credits = "index"
suppress_warnings = ["config.cache"]
"""
FRONT = "---\nreviewed: 2026-11-21\n---\n# Title\n\n"


class Built:
    """A built project: its output folder, its warnings, and the doctree of the first page."""

    def __init__(self, app):
        self.out = app.outdir
        self.env = app.env
        self.warnings = app.warning.getvalue()
        self.doctree = app.env.get_doctree("index")

    def page(self, name="index.html"):
        return (self.out / name).read_text(encoding="utf-8")


@pytest.fixture
def build(tmp_path):
    """Return a function that builds pages (name to MyST text, or a notebook as a dictionary)."""
    apps = []

    def built(builder="html", /, *, front=FRONT, conf="", **pages):
        for name, content in pages.items():
            if isinstance(content, dict):
                (tmp_path / f"{name}.ipynb").write_text(json.dumps(content), encoding="utf-8")
            else:
                (tmp_path / f"{name}.md").write_text(front + content, encoding="utf-8")
        (tmp_path / "conf.py").write_text(CONF + conf, encoding="utf-8")
        (tmp_path / "plotly.js").write_text("window.Plotly = {};", encoding="utf-8")
        (tmp_path / "all.bib").write_text(bibtex(Evidence().references.values()), encoding="utf-8")
        app = SphinxTestApp(builder, srcdir=tmp_path, warning=StringIO())
        apps.append(app)
        app.build()
        return Built(app)

    yield built
    for app in apps:
        app.cleanup()

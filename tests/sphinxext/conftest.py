"""A tiny Sphinx project with the course's extension."""

import json
from contextlib import contextmanager
from io import StringIO

import pytest
from sphinx.testing.util import SphinxTestApp

from triggerpoints.evidence import bibtex, course_evidence

CONF = """
extensions = ["myst_nb", "sphinxcontrib.bibtex", "triggerpoints.sphinxext"]
bibtex_bibfiles = ["all.bib"]
bibtex_reference_style = "author_year_short"
nb_execution_mode = "off"
myst_enable_extensions = ["colon_fence"]
nb_ipywidgets_js = {}
triggerpoints_plotly = "plotly.js"
triggerpoints_credits = "index"
suppress_warnings = ["config.cache"]
"""
FRONT = "---\nreviewed: 2026-11-21\n---\n# Title\n\n"


class Built:
    """A built project: its output folder, its environment and its warnings."""

    def __init__(self, app):
        self.out = app.outdir
        self.env = app.env
        self.warnings = app.warning.getvalue()

    def doctree(self, name="index"):
        return self.env.get_doctree(name)

    def page(self, name="index.html"):
        return (self.out / name).read_text(encoding="utf-8")


def _make(folder, builder="html", /, *, front=FRONT, conf="", **pages):
    """Build pages (name to MyST text, or a notebook as a dictionary) in ``folder``; return the app."""
    for name, content in pages.items():
        if isinstance(content, dict):
            (folder / f"{name}.ipynb").write_text(json.dumps(content), encoding="utf-8")
        else:
            (folder / f"{name}.md").write_text(front + content, encoding="utf-8")
    (folder / "conf.py").write_text(CONF + conf, encoding="utf-8")
    (folder / "plotly.js").write_text("window.Plotly = {};", encoding="utf-8")
    (folder / "all.bib").write_text(bibtex(course_evidence().references.values()), encoding="utf-8")
    app = SphinxTestApp(builder, srcdir=folder, warning=StringIO())
    try:
        app.build()
    except BaseException:
        app.cleanup()  # what it has registered would warn in the next test
        raise
    return app


@pytest.fixture
def build(tmp_path):
    """Return a function that builds pages as ``_make`` does, for one test."""
    apps = []

    def built(builder="html", /, **pages):
        apps.append(_make(tmp_path, builder, **pages))
        return Built(apps[-1])

    yield built
    for app in apps:
        app.cleanup()


@pytest.fixture(scope="session")
def project(tmp_path_factory):
    """Return a context manager that builds pages as ``_make`` does, outside of any single test.

    Only one application can be there at a time: leave it; what it built can still be read.
    """

    @contextmanager
    def built(builder="html", /, **pages):
        app = _make(tmp_path_factory.mktemp("project"), builder, **pages)
        try:
            yield Built(app)
        finally:
            app.cleanup()

    return built

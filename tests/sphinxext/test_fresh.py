"""Outputs of a notebook are made again when the code or data that they show have changed."""

import pytest

from triggerpoints.sphinxext import _fingerprint, fresh

CELL = "from pathlib import Path\nprint('the figure is', Path('figure.txt').read_text())"
NOTEBOOK = {
    "nbformat": 4,
    "nbformat_minor": 5,
    "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
    "cells": [
        {"id": "a", "cell_type": "markdown", "metadata": {}, "source": "# A notebook"},
        {
            "id": "b",
            "cell_type": "code",
            "metadata": {},
            "source": CELL,
            "outputs": [],
            "execution_count": None,
        },
    ],
}
CACHE = "nb_execution_mode = 'cache'\nexclude_patterns = ['_build']\n"


@pytest.mark.parametrize(("package", "shown"), [(1, "the figure is 0.43"), (2, "the figure is 0.44")])
def test_a_notebook_runs_again_when_the_package_changed(build, tmp_path, monkeypatch, package, shown):
    monkeypatch.setattr(fresh, "fingerprint", lambda *rooms: 1)
    (tmp_path / "figure.txt").write_text("0.43")
    build(conf=CACHE, front="", index="# Title\n\n```{toctree}\nnotebook\n```\n", notebook=NOTEBOOK)
    (tmp_path / "figure.txt").write_text("0.44")
    monkeypatch.setattr(fresh, "fingerprint", lambda *rooms: package)
    built = build(conf=CACHE, front="", index="# Title\n\n```{toctree}\nnotebook\n```\n", notebook=NOTEBOOK)
    assert shown in built.page("notebook.html")


def test_the_fingerprint_is_of_code_and_data(monkeypatch, tmp_path):
    monkeypatch.setattr(_fingerprint, "PACKAGE", tmp_path)
    (tmp_path / "evidence" / "data").mkdir(parents=True)
    record = tmp_path / "evidence" / "data" / "harms.toml"
    record.write_text("percent = 1")
    before = _fingerprint.fingerprint("evidence")
    (tmp_path / "evidence" / "note.txt").write_text("no code and no data")
    assert _fingerprint.fingerprint("evidence") == before
    record.write_text("percent = 2")
    assert _fingerprint.fingerprint("evidence") != before

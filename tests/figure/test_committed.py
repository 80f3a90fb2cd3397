"""The committed figure is what the curves say, and true to the measured body; each view is drawn once."""

from pathlib import Path

import pytest

import compare
import draw
from drawing.measure import read_measured
from drawing.scene import compose

TABLE = Path(compare.HERE) / "measured.csv"


@pytest.fixture(scope="module")
def scenes():
    return {}


@pytest.fixture(autouse=True)
def drawn_once(monkeypatch, scenes):
    def drawn(view, records):
        if view.id not in scenes:
            scenes[view.id] = compose(view, records)
        return scenes[view.id]

    monkeypatch.setattr(draw, "compose", drawn)
    monkeypatch.setattr(compare, "compose", drawn)


def test_committed_files_are_what_the_curves_give(capsys):
    assert draw.main(["--check"]) == 0, capsys.readouterr().err


def test_the_committed_figure_is_true(capsys):
    assert compare.main([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(read_measured(TABLE)) + 2
    assert lines[-1].endswith("68 rows are measured.")


def test_a_shifted_body_fails(tmp_path, capsys):
    rows = TABLE.read_text(encoding="utf-8").splitlines()
    shifted = [rows[0]]
    for row in rows[1:]:
        cells = row.split(",")
        cells[-1] = str(float(cells[-1]) + 30)
        shifted.append(",".join(cells))
    (tmp_path / "m.csv").write_text("\n".join(shifted), encoding="utf-8")
    assert compare.main(["--measured", str(tmp_path / "m.csv")]) == 1
    assert "too far" in capsys.readouterr().out

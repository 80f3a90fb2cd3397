"""What the harms chart says of a row: its own interval, an exact one, or none."""

import pytest

from triggerpoints import Evidence
from triggerpoints.evidence.charts import harms
from triggerpoints.evidence.charts._harms import rate


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("cambron-minor", "counted", "9.89% (4.62% to 17.9%)"),
        ("cambron-major", "none", "none; at most 3.24%"),
        ("degenhardt-worse", "pooled", "2.5% (1.3% to 4.7%)"),  # printed; a simple count gives 1.8 to 3.2
        ("carnes-cohorts", "pooled", "41% (17% to 68%)"),
        ("baumler-treatments", "pooled", "7.57% (1.43% to 17.95%)"),
        ("baumler-serious-treatments", "pooled", "0.000798% (0.000139% to 0.002%)"),
        ("boyce-bruise", "bare", "7.7%"),  # twenty counts give 7.7 %
        ("lin-pneumothorax", "bare", "0.000087%"),
        ("cotchett-real", "bare", "32%"),
        ("cotchett-sham", "bare", "no rate follows"),
    ],
)
def test_an_interval_is_the_printed_one_or_exact_or_none(name, kind, words):
    found = rate(Evidence().harms[name])
    assert (found.kind, found.words) == (kind, words)
    assert (found.low is None) == (kind in ("bare", "none"))


def test_every_row_stands_in_the_table_behind_the_chart():
    rows = list(Evidence().harms.values())
    table = harms(rows).layout.meta["table"]
    assert [row[0] for row in table["rows"]] == [row.event for row in rows]


def test_no_rows_are_refused():
    with pytest.raises(ValueError, match="there are no harms to draw"):
        harms([])

"""What a count and a zero leave open, as charts."""

import pytest

from triggerpoints import Evidence
from triggerpoints.evidence.charts import counted, none_seen
from triggerpoints.evidence.rates import at_most, exact, needed, percent

HARMS = Evidence().harms
NONE = ("cambron-major", "paanalahti-serious", "zhao-serious", "brady-significant")


@pytest.mark.parametrize("of", [20, 100, 10_000])
def test_three_counts_are_drawn_with_their_exact_intervals(of):
    figure = counted(of)
    rows = figure.layout.meta["table"]["rows"]
    assert [name for name, _ in rows] == [f"{n:,} of {of:,} clients" for n in (0, of // 20, of // 10)]
    assert rows[0][1] == f"none; at most {percent(at_most(0, of))}"
    found = exact(of // 10, of)
    assert [*figure.data[0].x[6:8]] == [found.low, found.high]
    assert rows[2][1].endswith(f"({percent(found.low)} to {percent(found.high)})")
    assert figure.layout.xaxis.range[1] > exact(2, 20).high  # one scale for all, and all fit


def test_a_number_without_a_twentieth_is_refused():
    with pytest.raises(ValueError, match="91 cannot be divided into 1 in 20"):
        counted(91)


@pytest.mark.parametrize(("one_in", "enough"), [(10, 4), (30, 4), (100, 3), (300, 2), (1000, 1), (10_000, 0)])
def test_none_seen_is_enough_or_not(one_in, enough):
    rows = [HARMS[name] for name in NONE]
    figure = none_seen(rows, one_in, [row.id for row in rows])
    told = [row[3] for row in figure.layout.meta["table"]["rows"]]
    assert told.count("enough") == enough
    assert f"needs {needed(one_in):,} without an event" in figure.layout.meta["says"]
    (line,) = [trace for trace in figure.data if trace.meta.get("part") == "wanted"]
    assert line.x[0] == 100 / one_in


def test_a_count_with_an_event_is_no_zero():
    with pytest.raises(ValueError, match="counted no event"):
        none_seen([HARMS["brady-mild"]], 100, ["Brady"])

import pytest

from triggerpoints import Evidence
from triggerpoints.evidence.ancova import adjusted, slope
from triggerpoints.evidence.charts._before_after import before_after

PEOPLE = Evidence().patients


def lines(figure):
    return {
        group: [trace for trace in figure.data if trace.mode == "lines"][place]
        for place, group in enumerate((True, False))
    }


def test_each_person_with_a_score_is_a_mark_and_the_others_are_counted():
    figure = before_after(PEOPLE, adjust=False)
    marks = [trace for trace in figure.data if trace.mode == "markers"]
    assert [len(trace.x) for trace in marks] == [161, 140]
    assert len({trace.marker.symbol for trace in marks}) == 2
    assert "301 people are drawn; 100 of 401 have no score after a year" in figure.layout.meta["says"]
    assert [tuple(row[2:]) for row in figure.layout.meta["table"]["rows"]] == [
        ("24.6", "16.2"),
        ("26.7", "22.3"),
    ]


@pytest.mark.parametrize(("adjust", "model"), [(True, "baseline"), (False, "unadjusted")])
def test_the_lines_are_parallel_and_as_far_apart_as_the_difference(adjust, model):
    with_needles, without = lines(before_after(PEOPLE, adjust=adjust)).values()
    difference = adjusted(PEOPLE, model).difference.estimate
    for end in (0, 1):
        assert without.y[end] - with_needles.y[end] == pytest.approx(difference)
    rise = (without.y[1] - without.y[0]) / (without.x[1] - without.x[0])
    assert rise == pytest.approx(slope(PEOPLE) if adjust else 0)
    assert with_needles.line.dash != without.line.dash

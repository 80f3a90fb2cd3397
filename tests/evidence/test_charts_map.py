"""The charts that teach the evidence map: by comparison, a rating step by step, pairs side by side."""

from collections import Counter
from itertools import pairwise

import pytest

from triggerpoints import Evidence
from triggerpoints.evidence import AGAINST, measured, spoken
from triggerpoints.evidence.charts import compared_with, rating, side_by_side

FINDINGS = Evidence().findings
ALL = tuple(FINDINGS.values())
WU, OTHER = FINDINGS["wu2021-release-back-pain"], FINDINGS["release2021-back-pain"]
LEVELS = ("very low", "low", "moderate", "high")


def table(figure):
    return figure.layout.meta["table"]


def test_each_comparison_has_a_bar_of_its_rows_and_guidelines_are_left_out():
    figure = compared_with(ALL)
    rows = {row[0]: row[1:] for row in table(figure)["rows"]}
    for key, name in AGAINST.items():
        mine = [one for one in ALL if one.against == key and one.design != "guideline"]
        if key == "no comparison":
            assert name not in rows
        else:
            assert rows[name][-1] == str(len(mine))
            assert rows[name][0] == str(Counter(one.result for one in mine)["better"])
    bars = [trace for trace in figure.data if trace.type == "bar"]  # not the axis on top
    sums = [sum(bar.x[row] for bar in bars) for row in range(len(rows))]
    assert sums == pytest.approx([100] * len(rows))
    assert len({bar.marker.pattern.shape for bar in bars}) == len(bars)
    assert "Sham treatment: 13 of 26 better" in figure.layout.meta["says"]


def test_no_comparison_is_refused():
    with pytest.raises(ValueError, match="give others"):
        compared_with([one for one in ALL if one.design == "guideline"])


@pytest.mark.parametrize(
    "finding", [one for one in ALL if one.rated_by == "course"], ids=lambda finding: finding.id
)
def test_a_rating_goes_down_step_by_step_to_the_certainty(finding):
    rows = table(rating(finding))["rows"]
    assert len(rows) == 1 + len(finding.down)
    assert rows[0][2] == ("low" if finding.design == "series" else "high")
    assert rows[-1][2] == finding.certainty
    for concern, row in zip(finding.down, rows[1:], strict=True):
        assert concern in row[0].lower()
    if "not studied" not in finding.down:
        levels = [LEVELS.index(row[2]) for row in rows]
        assert all(after == max(before - 1, 0) for before, after in pairwise(levels))


def test_a_step_says_whether_it_is_counted_or_judged():
    rows = table(rating(FINDINGS["lu2022-pressure-tenderness"]))["rows"]
    assert [row[0] for row in rows] == [
        "Start: randomised trials",
        "1. Risk of bias (judged)",
        "2. Inconsistency (counted)",
    ]
    assert rows[2][1] == "Counted: an I² of 59 % is over 50 %"


def test_a_step_is_counted_once_for_each_reason():
    rows = table(rating(FINDINGS["moraska2015-massage-headache-frequency"]))["rows"]
    assert [row[1] for row in rows[1:]] == [
        "Counted: it is one trial",
        "Counted: 56 people are fewer than 400",
    ]


def test_what_a_source_rated_has_no_steps():
    with pytest.raises(ValueError, match="was rated by its source"):
        rating(FINDINGS["gross2024-massage-neck-pain"])


def test_a_pair_stands_on_one_scale_with_its_intervals():
    figure = side_by_side({"Two reviews": [WU, OTHER]}, {WU.id: "Wu", OTHER.id: "The other"})
    marks = figure.data[1]
    assert list(marks.x) == [WU.effect.estimate, OTHER.effect.estimate]
    assert marks.x[0] - marks.error_x.arrayminus[0] == pytest.approx(WU.effect.low)
    assert marks.x[1] + marks.error_x.array[1] == pytest.approx(OTHER.effect.high)
    assert [row[2] for row in table(figure)["rows"]] == [spoken(WU.effect), spoken(OTHER.effect)]
    assert figure.layout.meta["says"] == "Two reviews: Wu, better; The other, no clear difference."


@pytest.mark.parametrize("other", ["lu2022-pressure-tenderness", "moraska2015-massage-headache-frequency"])
def test_another_scale_or_none_is_refused(other):
    with pytest.raises(ValueError, match="of one measure and unit"):
        side_by_side({"A pair": [WU, FINDINGS[other]]}, {WU.id: "Wu", other: "Another"})


def test_the_counts_of_a_whole_review_are_called_so():
    found = Evidence().findings
    assert measured(found["lu2022-pressure-tenderness"]).endswith("11 trials, 427 people")
    whole = measured(found["denneny2019-pressure-pain"])
    assert whole.endswith("19 trials, 1,047 people in the whole review")

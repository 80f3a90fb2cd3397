import pytest

from triggerpoints import Evidence
from triggerpoints.evidence import Agreement, agreed_by_luck, kappa


def answers(both, first_only, second_only, neither):
    first = [True] * both + [True] * first_only + [False] * second_only + [False] * neither
    second = [True] * both + [False] * first_only + [True] * second_only + [False] * neither
    return first, second


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        # Feinstein and Cicchetti's pair of tables (1990): 85 of 100 agreed in both.
        ((40, 9, 6, 45), 0.70),
        ((80, 10, 5, 5), 0.32),
        ((5, 0, 0, 5), 1.0),
        ((0, 5, 5, 0), -1.0),
        ((10, 0, 0, 0), 0.0),
    ],
)
def test_kappa(table, expected):
    assert kappa(*answers(*table)) == pytest.approx(expected, abs=0.005)


def test_luck_depends_on_how_often_each_says_yes():
    assert agreed_by_luck(*answers(80, 10, 5, 5)) == pytest.approx(0.90 * 0.85 + 0.10 * 0.15)


def test_lists_must_match():
    with pytest.raises(ValueError, match="2 and 1"):
        kappa([True, False], [True])
    with pytest.raises(ValueError, match="0 and 0"):
        kappa([], [])


def published(cite, sign, statistic="kappa"):
    return [
        record
        for record in Evidence().agreements
        if (record.cite, record.sign, record.statistic) == (cite, sign, statistic)
    ]


def test_published_values():
    (band,) = published("Lucas2009", "taut band")
    assert (band.low, band.high, band.spread) == (-0.08, 0.75, "range")
    assert {record.raters: record.low for record in published("Hsieh2000", "referred pain")} == {
        "expert and trained examiners": 0.342,
        "expert and untrained examiners": 0.326,
        "trained non-experts": 0.435,
        "untrained non-experts": 0.320,
    }


def test_the_pooled_estimate_stands_with_its_interval():
    (pooled,) = published("Rathbone2017", "trigger point present")
    assert (pooled.spread, pooled.low, pooled.estimate, pooled.high) == ("interval", 0.364, 0.452, 0.540)
    assert pooled.people == 363


def test_percent_agreement_and_kappa_of_one_study_stand_apart():
    """The lesson of 1992: 76 to 79 of 100 judgements alike, and yet a kappa below 0.4."""
    (percent,) = published("LumbarTrP1992", "trigger point present", "percent agreement")
    (beyond_luck,) = published("LumbarTrP1992", "trigger point present")
    assert (percent.low, percent.high) == (76, 79)
    assert beyond_luck.high < 0.4
    luck = [(agreed / 100 - k) / (1 - k) for agreed, k in ((76, 0.29), (79, 0.38))]
    assert all(0.6 < share < 0.7 for share in luck)  # what luck alone must have given


def test_every_figure_of_a_study_of_fingers_only_is_percent_agreement():
    assert {record.statistic for record in Evidence().agreements if record.cite == "Bron2007"} == {
        "percent agreement"
    }


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"low": 0.5, "high": 0.2}, r"low \(0.5\) is above high \(0.2\) for 'taut band'; swap them"),
        ({"high": 76.0}, r"kappa for 'taut band' lies between -1 and 1, not 0.2 to 76"),
        ({"spread": "value"}, r"0.2 to 0.4 for 'taut band' is no value; correct spread"),
        ({"high": 0.2}, r"0.2 to 0.2 for 'taut band' is no range; correct spread"),
        ({"estimate": 0.3}, r"an estimate for 'taut band' goes with spread"),
        ({"spread": "interval"}, r"an estimate for 'taut band' goes with spread"),
        ({"spread": "interval", "estimate": 0.5}, r"does not contain its estimate 0.5; correct a figure"),
    ],
)
def test_figures_that_cannot_be_are_refused_in_one_sentence(change, sentence):
    right = {"cite": "A2020", "study": "s", "sign": "taut band", "raters": "two", "spread": "range"}
    with pytest.raises(ValueError, match=sentence):
        Agreement(**{**right, "low": 0.2, "high": 0.4, **change})

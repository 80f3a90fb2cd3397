"""The trials as data, and records that cannot be."""

from math import sqrt

import pytest

from triggerpoints import Evidence
from triggerpoints.evidence import Group, Interval, Responders, Result, Scale, Trial

TRIALS = Evidence().trials


def test_an_interval_can_be_computed_again_from_its_groups():
    """Bron 2011: the printed interval of the main outcome follows from its means, SDs and numbers."""
    (result,) = (
        result
        for result in TRIALS["bron-2011"].results
        if (result.scale, result.when) == ("function", "12 weeks")
    )
    treated, waiting = result.groups
    error = sqrt(treated.sd**2 / treated.n + waiting.sd**2 / waiting.n)
    found = treated.mean - waiting.mean
    assert (round(found, 1), round(found - 2 * error, 1)) == (-7.7, -14.2)
    assert result.difference.estimate == -7.7


def test_a_published_difference_may_be_smaller_than_one_that_matters():
    heel = TRIALS["cotchett-2014"]
    (first_step,) = (result for result in heel.results if result.scale == "first-step")
    scale = heel.scales["first-step"]
    assert abs(first_step.difference.estimate) < scale.important
    assert first_step.difference.low < -scale.important < first_step.difference.high


def test_every_important_difference_has_a_source_and_its_limit():
    scales = [scale for trial in TRIALS.values() for scale in trial.scales.values()]
    important = [scale for scale in scales if scale.important is not None]
    assert len(important) >= 6
    assert all(scale.important_note for scale in important)


def test_signs_say_treated_minus_compared():
    """A benefit on a scale where lower is better is below 0, wherever the authors say who did better."""
    better = {
        ("bron-2011", "function", "12 weeks"): -1,
        ("berggreen-2012", "morning-pain", "after 10 weeks"): -1,
        ("cotchett-2014", "first-step", "6 weeks"): -1,
        ("cotchett-2014", "foot-pain", "6 weeks"): 1,
        ("stieven-2020", "pain-day", "1 month"): -1,
        ("arias-buria-2017", "function", "12 months"): -1,
        ("cherkin-2011", "disability", "10 weeks"): -1,
    }
    for (name, scale, when), sign in better.items():
        trial = TRIALS[name]
        assert trial.scales[scale].better == ("lower" if sign < 0 else "higher")
        for result in trial.results:
            if (result.scale, result.when) == (scale, when):
                assert result.difference.estimate * sign > 0


def test_neighbours_are_called_what_they_are():
    assert {name for name, trial in TRIALS.items() if not trial.about_trigger_points} == {
        "majchrzycki-2014",
        "cherkin-2011",
    }


def a_result(**change):
    return Result(
        **{
            "scale": "pain",
            "when": "then",
            "kind": "final",
            "treated": "A",
            "compared": "B",
            "difference": Interval(estimate=-2.0, low=-3.0, high=-1.0),
            "groups": (Group(name="A", n=10, mean=5.0), Group(name="B", n=10, mean=7.0)),
            **change,
        }
    )


def a_trial(**change):
    words = {"treatment": "t", "comparison": "c", "against": "sham", "seen": "s", "bias": "b"}
    return Trial(
        **{"id": "a", "cite": "A2020", "modality": "massage", "condition": "headache", **words},
        **{"randomised": 20, "scales": {"pain": Scale(name="Pain", better="lower")}, **change},
    )


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"treated": "C"}, r"'pain' \(then\) has no group 'C'; add it, or correct it"),
        (
            {"difference": Interval(estimate=-2.0, low=-6.0, high=-1.0)},
            r"the middle of -6.0 to -1.0 is -3.5, not -2; correct a figure, or name the slip",
        ),
        (
            {"groups": (Group(name="A", mean=5.0), Group(name="B", mean=9.0))},
            r"the means 5 and 9 differ by -4, not by -2; correct a figure, or name the slip",
        ),
        (
            {"difference": Interval(estimate=2.0, low=1.0, high=3.0)},  # the sign turned round
            r"the means 5 and 7 differ by -2, not by 2; correct a figure, or name the slip",
        ),
    ],
)
def test_figures_that_do_not_fit_each_other_are_refused(change, sentence):
    with pytest.raises(ValueError, match=sentence):
        a_result(**change)


def test_a_slip_or_an_adjusted_difference_explains_them():
    uneven = Interval(estimate=-2.0, low=-6.0, high=-1.0)
    assert a_result(difference=uneven, slip="a").slip == "a"
    means = (Group(name="A", mean=5.0), Group(name="B", mean=9.0))
    assert a_result(groups=means, adjusted=True).adjusted


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"results": (a_result(scale="pane"),)}, r"a result names the scale 'pane'; add it to"),
        (
            {"results": (a_result(slip="lost"),)},
            r"a result names the slip 'lost'; add it to \[\[trial.slips\]\]",
        ),
        ({"randomised": 19, "results": (a_result(),)}, r"add up to 20 people, more than the 19 randomised"),
    ],
)
def test_a_trial_holds_what_its_results_name(change, sentence):
    with pytest.raises(ValueError, match=sentence):
        a_trial(**change)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (
            lambda: Scale(name="Pain", better="lower", low=10.0, high=0.0),
            "runs from 10.0 to 0.0; swap its ends",
        ),
        (
            lambda: Scale(name="Pain", better="lower", important=2.0),
            "needs both important and important_cite",
        ),
        (lambda: Group(name="A", mean=5.0, mean_low=4.0), "needs mean, mean_low and mean_high together"),
        (lambda: Group(name="A", mean=9.0, mean_low=4.0, mean_high=6.0), "does not contain its mean 9.0"),
    ],
)
def test_scales_and_groups_that_cannot_be_are_refused(make, sentence):
    with pytest.raises(ValueError, match=sentence):
        make()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"treated_events": 16}, "'A' has 16 events in 15 people; correct one of them"),
        ({"ratio": Interval(estimate=5.0, low=1.0, high=21.0)}, "the counts give a ratio of 2.25, not 5"),
        (
            {"compared_events": 0, "ratio": Interval(estimate=2.0, low=1.0, high=3.0)},
            "'B' has no event, so that there is no ratio; leave ratio out",
        ),
    ],
)
def test_responders_that_cannot_be_are_refused(change, sentence):
    right = {"treated": "A", "treated_events": 9, "treated_n": 15}
    right |= {"compared": "B", "compared_events": 4, "compared_n": 15}
    with pytest.raises(ValueError, match=sentence):
        Responders(definition="better", when="then", **{**right, **change})

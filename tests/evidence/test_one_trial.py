"""The charts of one trial, and the simulation of many."""

from statistics import fmean

import pytest

from triggerpoints import Evidence
from triggerpoints.evidence.chance import again
from triggerpoints.evidence.charts import differences, same_trial

TRIALS = Evidence().trials
DRAWN = [
    pytest.param(trial, scale, id=f"{trial.id}-{scale}")
    for trial in TRIALS.values()
    for scale in trial.scales
    if any(result.scale == scale and result.difference and not result.slip for result in trial.results)
]


def words(figure):
    return figure.layout.meta["says"]


@pytest.mark.parametrize(("trial", "scale"), DRAWN)
def test_a_chart_shows_every_difference_that_fits_its_interval_and_no_other(trial, scale):
    figure = differences(trial, scale)
    shown = [
        result for result in trial.results if result.scale == scale and result.difference and not result.slip
    ]
    (marks,) = [trace for trace in figure.data if trace.meta.get("part") == "differences"]
    assert list(marks.x) == [result.difference.estimate for result in shown]
    assert len(figure.layout.meta["table"]["rows"]) == len(shown)
    low, high = figure.layout.xaxis.range
    for place, result in enumerate(shown):
        assert low < marks.x[place] - marks.error_x.arrayminus[place]
        assert marks.x[place] + marks.error_x.array[place] < high
        assert marks.x[place] - marks.error_x.arrayminus[place] == pytest.approx(result.difference.low)
    important = trial.scales[scale].important
    assert ("Matters from" in str(figure.layout.annotations)) == (important is not None)


def test_the_smallest_that_matters_stands_on_the_good_side():
    heel = TRIALS["cotchett-2014"]
    lines = {
        scale: [trace.x[0] for trace in differences(heel, scale).data if trace.mode == "lines"]
        for scale in heel.scales
    }
    assert lines == {"first-step": [0, -19.0], "foot-pain": [0, 13.0]}


@pytest.mark.parametrize(
    ("trial", "scale", "said"),
    [
        ("cotchett-2014", "first-step", "leaves out 0; better for “Needling”. It includes the smallest"),
        ("cotchett-2014", "foot-pain", "leaves out 0; better for “Needling”. It includes the smallest"),
        ("bron-2011", "function", "includes 0, no difference. It includes the smallest that matters."),
        ("arias-buria-2017", "function", "All of it lies beyond the smallest that matters."),
        ("sterling-2015", "disability", "includes 0, no difference."),
    ],
)
def test_a_chart_says_what_its_intervals_hold(trial, scale, said):
    assert said in words(differences(TRIALS[trial], scale))


def test_a_scale_without_a_difference_is_refused_in_words():
    with pytest.raises(ValueError, match="stieven-2020 printed no difference on 'disability' that can be"):
        differences(TRIALS["stieven-2020"], "disability")


def test_the_same_seed_gives_the_same_trials_and_another_seed_others():
    assert again(-10, 25, 20) == again(-10, 25, 20)
    assert again(-10, 25, 20) != again(-10, 25, 20, seed=1)


@pytest.mark.parametrize("people", [5, 20, 100])
def test_95_of_100_intervals_hold_the_truth(people):
    found = again(-10, 25, people, trials=4000)
    held = sum(one.low <= -10 <= one.high for one in found) / len(found)
    assert held == pytest.approx(0.95, abs=0.012)
    assert fmean(one.estimate for one in found) == pytest.approx(-10, abs=0.8)


def test_four_times_the_people_halve_an_interval():
    def width(people):
        return fmean(one.high - one.low for one in again(-10, 25, people, trials=400))

    assert width(80) / width(320) == pytest.approx(2, abs=0.05)


@pytest.mark.parametrize("wrong", [(-10, 25, 1, 40), (-10, 25, 20, 0), (-10, 0, 20, 40)])
def test_trials_that_cannot_be_are_refused(wrong):
    truth, spread, people, trials = wrong
    with pytest.raises(ValueError, match="cannot be simulated; give at least 1 trial, 2 people"):
        again(truth, spread, people, trials=trials)


def test_a_chart_of_many_trials_counts_as_its_table_does():
    found = again(-10, 25, 20)
    figure = same_trial(found, -10, (-65, 40), unit="mm")
    rows = figure.layout.meta["table"]["rows"]
    sure, missed = sum(row[2] == "no" for row in rows), sum(row[3] == "no" for row in rows)
    assert words(figure).startswith(f"{sure} of 40 intervals leave out 0 and {missed} miss the truth of −10.")
    drawn = {trace.name: len(trace.x) for trace in figure.data if trace.mode == "markers"}
    assert drawn == {"Leaves out 0": sure, "Includes 0": 40 - sure, "Misses the truth": missed}
    with pytest.raises(ValueError, match="there are no trials to draw"):
        same_trial([], -10, (-65, 40))

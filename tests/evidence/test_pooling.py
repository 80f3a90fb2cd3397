import math
import random
import time

import msgspec
import pytest

from triggerpoints import Evidence
from triggerpoints.evidence import Interval, in_print, matches, standing
from triggerpoints.evidence.pooling import (
    Study,
    leave_one_out,
    own_interval,
    pool,
    printed_study,
    recompute,
    studies,
)

ALL = {"estimate": True, "low": True, "high": True}
DATASETS = Evidence().datasets

# Raudenbush 1985, what teachers expect and pupils' IQ: effects and standard errors, from R's metadat.
TEACHERS = [
    (0.03, 0.125), (0.12, 0.147), (-0.14, 0.167), (1.18, 0.373), (0.26, 0.369), (-0.06, 0.103),
    (-0.02, 0.103), (-0.32, 0.220), (0.27, 0.164), (0.80, 0.251), (0.54, 0.302), (0.18, 0.223),
    (-0.02, 0.289), (0.23, 0.290), (-0.18, 0.159), (-0.06, 0.167), (0.30, 0.139), (0.07, 0.094),
    (-0.07, 0.174),
]  # fmt: skip
# Riley 2011, ten invented trials of blood pressure: effects and standard errors, from R's pimeta.
PRESSURE = [
    (0.00, 0.423477), (0.10, 0.219392), (-0.40, 0.025511), (-0.80, 0.198983), (-0.63, 0.301026),
    (0.22, 0.301026), (-0.34, 0.071430), (-0.51, 0.102043), (0.03, 0.122451), (-0.81, 0.301026),
]  # fmt: skip
# DerSimonian 2007, the CLASP example: events and people, treated and not, from metafor's own tests.
CLASP = [
    (5, 156, 8, 74), (5, 303, 17, 303), (12, 565, 9, 477), (69, 1570, 94, 1565), (9, 103, 11, 105),
    (313, 4659, 352, 4650),
]  # fmt: skip


def with_errors(rows):
    return [Study(str(number), effect, error**2, None) for number, (effect, error) in enumerate(rows)]


def parts(interval):
    return interval.estimate, interval.low, interval.high


@pytest.mark.parametrize("outcome", ["pain", "fatigue", "sleep", "mood"])
def test_hauser_is_reproduced_to_the_printed_digits(outcome):
    again = recompute(DATASETS["hauser2009"], outcome)
    assert again.agrees == ALL
    assert again.standing == "reproduced"


def test_haeusers_quality_of_life_is_not_and_the_record_says_why():
    dataset = DATASETS["hauser2009"]
    again = recompute(dataset, "quality-of-life")
    assert again.agrees == {"estimate": False, "low": True, "high": False}
    assert again.standing == "not reproduced"
    assert "49.78" in dataset.outcome_named("quality-of-life").published.why_not


def with_slip(outcome, study, **printed):
    """Return what the review's table printed for one row put back, and its outcome pooled again."""
    dataset = DATASETS["hauser2009"]
    row = next(row for row in dataset.rows(outcome) if row.study == study)
    means = tuple(msgspec.structs.replace(one, **printed) if one is row else one for one in dataset.means)
    return recompute(msgspec.structs.replace(dataset, means=means), outcome)


def test_haeusers_quality_of_life_is_reproduced_with_the_slip_of_its_own_table():
    again = with_slip("quality-of-life", "Heymann 2001, nortriptyline", treated_mean=49.78)
    assert again.agrees == ALL


def test_haeusers_sleep_is_not_reproduced_with_the_slip_of_its_own_table():
    again = with_slip("sleep", "Hannonen 1998, moclobemide", treated_n=39)
    assert again.agrees == {"estimate": True, "low": True, "high": False}
    assert f"{again.effect.high:.2f}" in DATASETS["hauser2009"].note


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        (name, outcome)
        for name, dataset in DATASETS.items()
        for outcome in dataset.outcomes
        if outcome.published
    ],
    ids=lambda value: value if isinstance(value, str) else value.id,
)
def test_a_record_says_why_not_when_a_part_differs_and_only_then(name, outcome):
    again = recompute(DATASETS[name], outcome.id)
    assert bool(outcome.published.why_not) == (again.agrees != ALL)


def test_the_prediction_interval_that_riley_printed_for_pain_comes_out():
    printed = DATASETS["hauser2009"].outcome_named("pain").predicted
    predicted = recompute(DATASETS["hauser2009"], "pain").pool.predicted
    assert matches(printed, predicted) == ALL
    assert standing(printed, predicted) == "agrees with a figure not seen in print"


def test_lee_agrees_in_its_limits_but_not_in_its_estimate():
    again = recompute(DATASETS["lee2004"], "nausea")
    assert again.agrees == {"estimate": False, "low": True, "high": True}
    assert round(again.effect.estimate, 3) == 0.726


def test_lee_is_reproduced_when_spread_is_measured_around_mantel_and_haenszels_pool():
    found = studies(DATASETS["lee2004"], "nausea")
    rows = DATASETS["lee2004"].counts
    treated = sum(r.treated_events * r.compared_n / (r.treated_n + r.compared_n) for r in rows)
    compared = sum(r.compared_events * r.treated_n / (r.treated_n + r.compared_n) for r in rows)
    weights = [1 / study.variance for study in found]
    q = sum(
        w * (study.effect - math.log(treated / compared)) ** 2
        for w, study in zip(weights, found, strict=True)
    )
    total = sum(weights)
    tau2 = (q - len(found) + 1) / (total - sum(w * w for w in weights) / total)
    as_revman = pool([wider(study, tau2) for study in found], "fixed")
    effect = in_print(as_revman.effect, "RR")
    assert round(effect.estimate, 4) == 0.7248
    assert matches(DATASETS["lee2004"].outcome_named("nausea").published, effect) == ALL


def wider(study, tau2):
    return Study(study.name, study.effect, study.variance + tau2, study.people)


def test_what_was_not_seen_in_print_is_not_computed_again():
    with pytest.raises(ValueError, match="nothing was published about 'function' of 'paige2017'"):
        recompute(DATASETS["paige2017"], "function")


def test_the_variance_of_paiges_first_study_is_a_quarter_of_what_its_people_give():
    first = studies(DATASETS["paige2017"], "function")[0]
    assert first.variance / (1 / 172 + 1 / 139) == pytest.approx(0.242, abs=0.001)


# What metafor's tests and Raudenbush 2009 give for the same studies.
@pytest.mark.parametrize(
    ("model", "kind", "tau2", "effect"),
    [
        ("fixed", "normal", 0.0, (0.0604, -0.0111, 0.1318)),
        ("DL", "normal", 0.0259, (0.0893, -0.0200, 0.1987)),
        ("fixed", "HK", 0.0, (0.0604, -0.0477, 0.1685)),
        ("DL", "HK", 0.0259, (0.0893, -0.0442, 0.2229)),
    ],
)
def test_models_and_intervals_are_those_of_metafor(model, kind, tau2, effect):
    found = pool([Study("", y, round(e * e, 4), None) for y, e in TEACHERS], model, kind)
    assert found.tau2 == pytest.approx(tau2, abs=1e-4)
    assert parts(found.effect) == pytest.approx(effect, abs=2e-4)


def test_q_is_that_of_metafor():
    assert pool([Study("", y, round(e * e, 4), None) for y, e in TEACHERS]).q == pytest.approx(
        35.8295, abs=0.02
    )


def test_paule_and_mandels_variance_is_that_of_dersimonian_2007():
    found = []
    for events, people, other_events, other_people in CLASP:
        cells = events, people - events, other_events, other_people - other_events
        effect = math.log(cells[0] * cells[3] / (cells[1] * cells[2]))
        found.append(Study("", effect, sum(1 / cell for cell in cells), people + other_people))
    by_pm, by_dl = pool(found, "PM"), pool(found, "DL")
    assert math.sqrt(by_pm.tau2) == pytest.approx(0.3681, abs=1e-4)
    assert by_pm.effect.estimate == pytest.approx(-0.3811, abs=1e-4)
    assert (by_pm.effect.high - by_pm.effect.low) / 2 / 1.959964 == pytest.approx(0.2060, abs=1e-4)
    assert math.sqrt(by_dl.tau2) == pytest.approx(0.2323, abs=1e-4)
    assert by_dl.effect.estimate == pytest.approx(-0.3240, abs=1e-4)


def test_the_prediction_interval_is_that_of_pimeta():
    found = pool(with_errors(PRESSURE))
    assert found.tau2 == pytest.approx(0.0282, abs=5e-5)
    assert parts(found.predicted) == pytest.approx((-0.3341, -0.7598, 0.0917), abs=5e-5)


def test_two_studies_by_hand():
    # Effects 0 and 2, variances 1: Q = 2, so tau2 = (2 - 1) / (2 - 2/2) = 1 and the pool's variance is 1.
    two = [Study("a", 0.0, 1.0, None), Study("b", 2.0, 1.0, None)]
    usual, hk = pool(two), pool(two, kind="HK")
    assert (usual.q, usual.tau2, usual.i2, usual.predicted) == (2.0, 1.0, 50.0, None)
    assert parts(usual.effect) == pytest.approx((1.0, 1 - 1.96, 1 + 1.96), abs=1e-4)
    assert parts(hk.effect) == pytest.approx((1.0, 1 - 12.706, 1 + 12.706), abs=1e-3)  # t with 1 degree
    assert usual.weights == (0.5, 0.5)


@pytest.mark.filterwarnings("error")
def test_the_variance_between_studies_is_never_below_0():
    alike = [Study(str(i), 0.5, 0.1, None) for i in range(4)]
    for model in ("DL", "PM"):
        assert pool(alike, model).tau2 == 0.0
        assert pool(alike, model).i2 == 0.0
        assert pool(alike, model).effect == pool(alike, "fixed").effect
    chance = random.Random(4)
    below = 0
    for _ in range(100):
        found = [Study(str(i), chance.gauss(0, 0.3), chance.uniform(0.02, 0.2), None) for i in range(5)]
        for model in ("DL", "PM"):
            one = pool(found, model)
            below += one.tau2 == 0.0
            assert one.tau2 >= 0
            assert 0 <= one.i2 <= 100
            assert math.isclose(sum(one.weights), 1)
            assert one.predicted.low <= one.effect.low <= one.effect.high <= one.predicted.high
    assert below


def test_leaving_one_out_pools_the_others():
    found = studies(DATASETS["hauser2009"], "mood")
    without = leave_one_out(found, "PM", "HK")
    assert len(without) == len(found)
    assert without[0] == pool(found[1:], "PM", "HK")
    assert without[-1] == pool(found[:-1], "PM", "HK")


def test_the_interval_of_one_study_is_normal():
    interval = own_interval(Study("a", 1.0, 0.25, None))
    assert parts(interval) == pytest.approx((1.0, 1 - 0.98, 1 + 0.98), abs=1e-4)


def test_a_study_known_by_its_interval_only_gets_that_interval_back():
    printed = Interval(estimate=-8.8, low=-17.4, high=-0.2)
    study = printed_study("a", printed, 39)
    assert study.variance == pytest.approx((17.2 / 3.92) ** 2, rel=1e-4)
    assert parts(own_interval(study)) == pytest.approx(parts(printed))
    with pytest.raises(ValueError, match="the interval of 'a' has no width"):
        printed_study("a", Interval(estimate=1, low=1, high=1))


def test_effects_of_one_study_by_hand():
    rubinstein = studies(DATASETS["rubinstein2019"], "pain")[2]  # 34 (19), 62 people; 36 (22), 43 people
    assert rubinstein.effect == -2.0
    assert rubinstein.variance == pytest.approx(19**2 / 62 + 22**2 / 43)
    lee = studies(DATASETS["lee2004"], "nausea")[1]  # 5 of 50 and 18 of 50
    assert lee.effect == pytest.approx(math.log(5 / 18))
    assert lee.variance == pytest.approx(1 / 5 - 1 / 50 + 1 / 18 - 1 / 50)
    assert lee.people == 100
    carette = studies(DATASETS["hauser2009"], "pain")[0]  # 4.3 (3), 27 people; 5 (3), 32 people
    assert carette.effect == pytest.approx(-0.7 / 3 * (1 - 3 / (4 * 59 - 9)))


def test_what_cannot_be_pooled_is_refused():
    one = [Study("a", 0.0, 1.0, None)]
    with pytest.raises(ValueError, match="two studies or more, not 1"):
        pool(one)
    with pytest.raises(ValueError, match="three studies or more, not 2"):
        leave_one_out(one * 2)
    with pytest.raises(ValueError, match="no model 'REML' with interval 'normal'"):
        pool(one * 2, "REML")
    with pytest.raises(ValueError, match="no model 'DL' with interval 'exact'"):
        pool(one * 2, "DL", "exact")
    for variance in (0.0, -1.0, math.inf, math.nan):
        with pytest.raises(ValueError, match="'bad' has no finite effect with a variance above 0"):
            pool([*one, Study("bad", 0.0, variance, None)])
    with pytest.raises(KeyError):
        studies(DATASETS["hauser2009"], "nausea")


def test_an_outcome_without_a_published_pool_is_not_recomputed():
    dataset = DATASETS["lee2004"]
    outcomes = (msgspec.structs.replace(dataset.outcomes[0], published=None),)
    with pytest.raises(ValueError, match="nothing was published about 'nausea' of 'lee2004'"):
        recompute(msgspec.structs.replace(dataset, outcomes=outcomes), "nausea")


def test_an_interval_keeps_its_level():
    assert pool(with_errors(PRESSURE)).effect.level == 95
    assert isinstance(pool(with_errors(PRESSURE)).effect, Interval)


def test_a_pool_is_quick_enough_for_a_slider():
    found = studies(DATASETS["hauser2009"], "pain")
    times = []
    for _ in range(10):
        start = time.perf_counter()
        pool(found, "PM", "HK")
        times.append(time.perf_counter() - start)
    assert min(times) < 0.005

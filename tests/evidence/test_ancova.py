import pytest

from triggerpoints import Evidence
from triggerpoints.evidence import matches, standing
from triggerpoints.evidence.ancova import WORDS, adjusted, slope, summary

ALL = {"estimate": True, "low": True, "high": True}
EVIDENCE = Evidence()
PEOPLE = EVIDENCE.patients
TRIAL = EVIDENCE.patient_trial


def test_the_people_are_those_of_the_report():
    assert len(PEOPLE) == 401
    assert [sum(one.acupuncture == group for one in PEOPLE) for group in (True, False)] == [205, 196]
    finished = [one for one in PEOPLE if one.end is not None]
    # Table 1: women 133 and 120, migraine 152 and 132, by which we know what is coded 1.
    for group, women, migraine in ((True, 133, 152), (False, 120, 132)):
        of_group = [one for one in finished if one.acupuncture == group]
        assert sum(one.female for one in of_group) == women
        assert sum(one.migraine for one in of_group) == migraine
    assert {one.site for one in PEOPLE} == set(range(1, 13))


@pytest.mark.parametrize("group", TRIAL.groups, ids=lambda group: f"{group.acupuncture} {group.when}")
def test_means_and_sds_are_reproduced(group):
    found = summary(PEOPLE, group.acupuncture, group.when)
    assert (found.n, round(found.mean, TRIAL.digits), round(found.sd, TRIAL.digits)) == (
        group.n,
        group.mean,
        group.sd,
    )


def test_with_the_factors_estimate_and_lower_limit_match_and_the_upper_does_not():
    printed, found = TRIAL.difference("end"), adjusted(PEOPLE)
    assert matches(printed, found.difference) == {"estimate": True, "low": True, "high": False}
    assert round(found.difference.high, 1) == 7.1
    assert round(found.p, 4) == printed.p == 0.0002
    assert standing(printed, found.difference) == "reproduced in part"
    assert "7.1" in printed.why_not


@pytest.mark.parametrize("when", ["middle", "end"])
def test_with_the_sites_all_of_it_matches_at_both_times(when):
    assert matches(TRIAL.difference(when), adjusted(PEOPLE, "sites", when).difference) == ALL


def test_with_the_sites_p_matches_at_3_months_only():
    assert round(adjusted(PEOPLE, "sites", "middle").p, 3) == TRIAL.difference("middle").p
    assert round(adjusted(PEOPLE, "sites").p, 5) == 0.00025
    assert "0.00025" in TRIAL.difference("end").why_not


@pytest.mark.parametrize(
    ("model", "difference", "p"),
    [
        ("unadjusted", (6.10, 2.61, 9.58), 0.0007),
        ("baseline", (4.59, 2.12, 7.05), 0.0003),
        ("factors", (4.64, 2.20, 7.08), 0.0002),
        ("sites", (4.60, 2.16, 7.05), 0.0003),
    ],
)
def test_each_model_gives_its_difference(model, difference, p):
    found = adjusted(PEOPLE, model)
    interval = found.difference
    assert (round(interval.estimate, 2), round(interval.low, 2), round(interval.high, 2)) == difference
    assert (round(found.p, 4), found.people, found.model) == (p, 301, model)


def test_unadjusted_is_the_difference_of_the_means():
    difference = adjusted(PEOPLE, "unadjusted").difference.estimate
    assert difference == pytest.approx(summary(PEOPLE, False).mean - summary(PEOPLE, True).mean)


def test_adjusting_for_the_score_before_removes_what_the_groups_began_with():
    before = {
        group: sum(one.start for one in PEOPLE if one.acupuncture == group and one.end is not None)
        / summary(PEOPLE, group).n
        for group in (True, False)
    }
    assert (round(before[True], 1), round(before[False], 1)) == (24.6, 26.7)  # Table 2
    assert (
        adjusted(PEOPLE, "baseline").difference.estimate < adjusted(PEOPLE, "unadjusted").difference.estimate
    )


def test_every_model_has_words():
    assert list(WORDS) == ["unadjusted", "baseline", "factors", "sites"]
    assert all(words and not words.endswith(".") for words in WORDS.values())


def test_what_cannot_be_adjusted_is_refused():
    with pytest.raises(ValueError, match="no model 'age'; choose from unadjusted, baseline, factors, sites"):
        adjusted(PEOPLE, "age")
    with pytest.raises(ValueError, match="two people or more, and 0 with acupuncture have a score"):
        adjusted([one for one in PEOPLE if not one.acupuncture])
    with pytest.raises(ValueError, match="0 without acupuncture"):
        summary([], False)
    with pytest.raises(KeyError):
        TRIAL.difference("start")


def test_the_slope_is_that_of_the_two_parallel_lines():
    # Moving each group along the slope to the same score before leaves the adjusted difference.
    means = {}
    for group in (True, False):
        before = [one.start for one in PEOPLE if one.acupuncture == group and one.end is not None]
        means[group] = summary(PEOPLE, group).mean - slope(PEOPLE) * sum(before) / len(before)
    assert means[False] - means[True] == pytest.approx(adjusted(PEOPLE, "baseline").difference.estimate)

import pytest

from triggerpoints import Evidence
from triggerpoints.evidence.rates import at_most, compare, exact, needed, rule_of_three

BRADY = 1463, 7629  # mild events in trigger point needling treatments


def parts(interval):
    return interval.estimate, interval.low, interval.high


def test_bradys_share_and_its_rule_of_three_are_as_printed():
    assert round(exact(*BRADY).estimate, 2) == 19.18
    assert round(rule_of_three(BRADY[1]), 2) == 0.04  # the upper limit that the paper prints, in percent
    assert rule_of_three(BRADY[1], per=1) == 3 / 7629


def test_brady_in_the_data_is_the_brady_of_this_test():
    rows = [harm for harm in Evidence().harms.values() if harm.cite == "Brady2014" and harm.of == BRADY[1]]
    assert BRADY[0] in [harm.count for harm in rows]


def test_the_exact_interval_is_clopper_and_pearsons():
    # 7 of 50, as in scipy's documentation of its exact interval: 0.0582 to 0.2674.
    assert parts(exact(7, 50, per=1)) == pytest.approx((0.14, 0.05819170, 0.26739600), abs=1e-8)


def test_no_event_has_an_interval_from_0_and_all_events_one_to_the_end():
    none, all_of_them = exact(0, 100), exact(100, 100)
    assert (none.estimate, none.low) == (0.0, 0.0)
    assert none.high == pytest.approx(100 * (1 - 0.025 ** (1 / 100)))
    assert (all_of_them.estimate, all_of_them.high) == (100.0, 100.0)
    assert all_of_them.low == pytest.approx(100 - none.high)


@pytest.mark.parametrize("of", [31, 100, 842, 8192])
def test_the_rule_of_three_comes_near_to_the_one_sided_limit_from_above(of):
    assert at_most(0, of) == pytest.approx(100 * (1 - 0.05 ** (1 / of)))
    assert at_most(0, of) < rule_of_three(of) < 1.06 * at_most(0, of)


def test_the_rule_of_three_is_for_more_than_30():
    with pytest.raises(ValueError, match="more than 30, not 30; use at_most"):
        rule_of_three(30)


@pytest.mark.parametrize("one_in", [2, 10, 30, 1000, 12_345])
def test_the_number_needed_is_the_smallest_whose_limit_lies_below(one_in):
    number = needed(one_in)
    assert at_most(0, number, per=1) < 1 / one_in <= at_most(0, number - 1, per=1)
    assert number <= 3 * one_in  # so that the rule of three is on the safe side


def test_every_or_more_than_every_is_no_share():
    with pytest.raises(ValueError, match="one in 1 is no share below 1"):
        needed(1)


def test_a_share_can_be_given_per_any_number():
    assert exact(3, 1000, per=10_000).estimate == 30
    assert rule_of_three(1000, per=1000) == 3


# The risk ratios that Bron 2011 (multimodal therapy against waiting) and Montenegro 2015 print.
@pytest.mark.parametrize(
    ("counts", "ratio", "digits"),
    [
        ((16, 33, 5, 30), (2.9, 1.2, 7.0), 1),
        ((18, 33, 4, 28), (3.8, 1.5, 10.0), 1),
        ((12, 15, 6, 15), (2.0, 1.02, 3.91), 2),
        ((11, 15, 2, 15), (5.5, 1.46, 20.71), 2),
    ],
)
def test_ratios_are_those_that_trials_printed(counts, ratio, digits):
    assert tuple(round(part, digits) for part in parts(compare(*counts).ratio)) == ratio


def score_interval(events, of):
    z = 1.959964
    middle, reach = events + z * z / 2, z * (events * (of - events) / of + z * z / 4) ** 0.5
    return (middle - reach) / (of + z * z), (middle + reach) / (of + z * z)


def test_a_difference_is_made_of_two_score_intervals():
    (low, high), (other_low, other_high) = score_interval(56, 70), score_interval(48, 80)
    expected = (
        20,
        20 - 100 * ((0.8 - low) ** 2 + (other_high - 0.6) ** 2) ** 0.5,
        20 + 100 * ((high - 0.8) ** 2 + (0.6 - other_low) ** 2) ** 0.5,
    )
    assert parts(compare(56, 70, 48, 80).difference) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("counts", [(-1, 10), (11, 10), (0, 0), (1, -5)])
def test_counts_that_cannot_be_are_refused(counts):
    for function in (exact, at_most):
        with pytest.raises(ValueError, match=r"events among .* cannot be; give 0 to"):
            function(*counts)


def test_a_ratio_without_events_is_refused():
    with pytest.raises(
        ValueError, match="a ratio needs an event in each group; compare their exact intervals"
    ):
        compare(0, 10, 3, 10)

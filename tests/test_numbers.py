"""Numbers as pages print them."""

import pytest

from triggerpoints._numbers import decimals, entered, minus, number


@pytest.mark.parametrize(
    ("figure", "count"), [(5, 0), (5.0, 0), (100.0, 0), (7.7, 1), (-0.43, 2), (1.05, 2), (0.000087, 6)]
)
def test_decimals_are_those_that_were_written(figure, count):
    assert decimals(figure) == count


def test_a_number_has_a_true_minus_sign_unless_it_rounds_to_nothing():
    assert (number(-0.428), number(-0.004), number(12.34, 0)) == ("−0.43", "0.00", "12")


def test_only_what_stands_before_a_number_is_a_minus():
    assert (
        minus("-3 to -0.5; DL-normal, 2020-2021, well-known")
        == "−3 to −0.5; DL-normal, 2020-2021, well-known"
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "yes"),
        (1091, "1,091"),
        (-2.5, "−2.5"),
        (1234567.0, "1,234,567"),
        ("massage", "massage"),
        (None, ""),
    ],
)
def test_what_was_entered_in_words(value, words):
    assert entered(value) == words

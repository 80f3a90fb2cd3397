from random import Random

import pytest

from triggerpoints.evidence import agreed_by_luck, kappa
from triggerpoints.evidence.examiners import expected, press, tries


@pytest.mark.parametrize(
    ("share", "first", "second", "agreed", "beyond"),
    [
        (0.5, 0.9, 0.9, 0.82, 0.64),
        (0.05, 0.9, 0.9, 0.82, 0.0608 / 0.2408),
        (0.3, 1.0, 1.0, 1.0, 1.0),
        (0.3, 0.5, 0.9, 0.5, 0.0),  # one tosses a coin
        (0.5, 1.0, 0.0, 0.0, -1.0),  # one is always wrong
        (0.0, 1.0, 1.0, 1.0, 0.0),  # luck leaves nothing to agree on
    ],
)
def test_expected(share, first, second, agreed, beyond):
    found = expected(share, first, second)
    assert found.agreed == pytest.approx(agreed)
    assert found.kappa == pytest.approx(beyond, abs=5e-5)


def test_many_spots_come_close_to_the_formula():
    said = press(200_000, 0.2, 0.95, 0.8, Random(1))
    wanted = expected(0.2, 0.95, 0.8)
    assert kappa(*said) == pytest.approx(wanted.kappa, abs=0.01)
    assert agreed_by_luck(*said) == pytest.approx(wanted.luck, abs=0.01)


def test_tries_are_the_same_each_time_and_those_without_a_kappa_are_left_out():
    few = tries(10, 0.05, 0.95)
    assert few == tries(10, 0.05, 0.95)
    assert few != tries(10, 0.05, 0.95, seed=1)
    assert list(few) == sorted(few)
    assert len(few) < 1000 == len(tries(100, 0.25, 0.9))


def test_what_cannot_be_is_refused_in_one_sentence():
    with pytest.raises(ValueError, match="first is a share from 0 to 1, not 90"):
        expected(0.2, 90)
    with pytest.raises(ValueError, match="0 spots cannot be pressed; give at least 1"):
        press(0, 0.2, 0.9, 0.9, Random(1))

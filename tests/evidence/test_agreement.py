import pytest

from triggerpoints import Evidence
from triggerpoints.evidence import agreed_by_luck, kappa


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


def test_published_values():
    found = {(record.cite, record.sign, record.raters): record for record in Evidence().agreements}
    assert found["Lucas2009", "taut band", "as in each study"].low == -0.08
    assert found["Hsieh2000", "referred pain", "trained non-experts"].high == 0.435

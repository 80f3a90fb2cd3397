"""Every slip in the reports of trials, found again from its figures."""

import re
from math import exp, log, sqrt

import pytest

from triggerpoints import Evidence
from triggerpoints.evidence import Interval, Slip

Z = 1.96  # as the reports used it


def middle(low, high):
    return (low + high) / 2


def odds_ratio(events, people, others, other_people):
    ratio = (events / (people - events)) / (others / (other_people - others))
    error = sqrt(1 / events + 1 / (people - events) + 1 / others + 1 / (other_people - others))
    return ratio, exp(log(ratio) - Z * error), exp(log(ratio) + Z * error)


def risk_difference(events, people, others, other_people):
    first, second = events / people, others / other_people
    error = sqrt(first * (1 - first) / people + second * (1 - second) / other_people)
    return first - second, first - second - Z * error, first - second + Z * error


def bron_differences(f):
    return {
        "difference_6": f["waiting_6"] - f["treated_6"],
        "difference_12": f["waiting_12"] - f["treated_12"],
    }


def bron_sign(f):
    return {"middle": middle(f["low"], f["high"]), "turned_low": -f["high"], "turned_high": -f["low"]}


def bron_middle(f):
    return {
        "middle": middle(f["low"], f["high"]),
        "difference": f["waiting"] - f["treated"],
        "other_low": 2 * f["printed"] - f["high"],
    }


def gemmell_odds_ratio(f):
    found = odds_ratio(f["events"], f["people"], f["sham_events"], f["sham_people"])
    return dict(zip(("odds_ratio", "low", "high"), found, strict=True))


def gemmell_nnt(f):
    difference, _, _ = risk_difference(f["events"], f["people"], f["sham_events"], f["sham_people"])
    with_3, low, high = risk_difference(f["events"], f["people"], 3, f["sham_people"])
    return {
        "nnt": 1 / difference,
        "nnt_with_3": 1 / with_3,
        "low_with_3": 1 / high,
        "high_with_3": 1 / low,
    }


def gemmell_nnt_interval(f):
    difference, low, high = risk_difference(f["events"], f["people"], f["other_events"], f["other_people"])
    return {"nnt": 1 / difference, "from_low": 1 / low, "from_high": 1 / high}


def gemmell_shared_control(f):
    return {
        "counted_twice": f["treated"] + f["sham"] + f["other"] + f["sham"],
        "people": f["treated"] + f["other"] + f["sham"],
    }


def stieven_middle(f):
    return {
        "day_middle": middle(f["day_low"], f["day_high"]),
        "week_middle": middle(f["week_low"], f["week_high"]),
    }


def sterling_middle(f):
    found = {}
    for when in ("half_year", "year"):
        low, high = f[f"{when}_low"], f[f"{when}_high"]
        found[f"{when}_middle"] = middle(low, high)
        found[f"{when}_even_low"] = f[when] - (high - low) / 2
        found[f"{when}_even_high"] = f[when] + (high - low) / 2
    return found


def campa_moran_interval(f):
    return {"fall": f["before"] - f["after"], "even_high": 2 * f["printed"] - f["low"]}


def campa_moran_sign(f):
    return {
        "rise_first": f["first"] - f["before"],
        "rise_second": f["second"] - f["before"],
        "middle_first": middle(f["low_first"], f["high_first"]),
        "middle_second": middle(f["low_second"], f["high_second"]),
    }


def bae_spread(f):
    return {
        "grew": f["none_after"] / f["none_before"],
        "fell": f["tape_after"] / f["tape_before"],
        "start": f["tape_before"] / f["none_before"],
    }


def bae_words(f):
    return {"rise": f["after"] - f["before"]}


def majchrzycki_abstract(f):
    return {
        "change": f["before"] - f["table_after"],
        "abstract_change": f["before"] - f["abstract_after"],
    }


FIND_AGAIN = {
    "bron-differences": bron_differences,
    "bron-sign": bron_sign,
    "bron-middle": bron_middle,
    "gemmell-odds-ratio": gemmell_odds_ratio,
    "gemmell-nnt": gemmell_nnt,
    "gemmell-nnt-interval": gemmell_nnt_interval,
    "gemmell-shared-control": gemmell_shared_control,
    "stieven-middle": stieven_middle,
    "stieven-sign": lambda f: {"middle": middle(f["low"], f["high"])},
    "sterling-middle": sterling_middle,
    "campa-moran-interval": campa_moran_interval,
    "campa-moran-sign": campa_moran_sign,
    "bae-spread": bae_spread,
    "bae-words": bae_words,
    "majchrzycki-abstract": majchrzycki_abstract,
}
TRIALS = Evidence().trials
SLIPS = {slip.id: slip for trial in TRIALS.values() for slip in trial.slips}


def decimals(figure):
    return len(repr(figure).partition(".")[2].rstrip("0"))


def numbers(text):
    """Return the numbers in ``text``, with a minus sign where one is printed."""
    return {float(found.replace("\u2212", "-")) for found in re.findall(r"\u2212?\d+(?:\.\d+)?", text)}


def test_every_slip_is_found_again():
    assert set(FIND_AGAIN) == set(SLIPS)
    assert len(SLIPS) == sum(len(trial.slips) for trial in TRIALS.values())


@pytest.mark.parametrize("name", FIND_AGAIN)
def test_a_slip_follows_from_its_figures(name):
    slip = SLIPS[name]
    found = FIND_AGAIN[name](slip.figures)
    assert set(found) == set(slip.answers)
    for what, figure in slip.answers.items():
        assert found[what] == pytest.approx(figure, abs=0.5 * 10 ** -decimals(figure) + 1e-9), what


@pytest.mark.parametrize("name", FIND_AGAIN)
def test_the_words_of_a_slip_give_its_figures(name):
    """What is printed is quoted, and each answer stands in the words that a student reads."""
    slip = SLIPS[name]
    said = numbers(slip.found) | numbers(slip.means) | numbers(slip.unknown)
    assert {abs(answer) for answer in slip.answers.values()} <= {abs(number) for number in said}
    quoted = {figure for key, figure in slip.figures.items() if key.startswith("printed")}
    assert quoted <= numbers(slip.printed)


@pytest.mark.parametrize("name", [name for name in FIND_AGAIN if name != "gemmell-shared-control"])
def test_a_slip_says_what_cannot_be_known_and_accuses_nobody(name):
    slip = SLIPS[name]
    words = " ".join((slip.title, slip.printed, slip.found, slip.how, slip.means, slip.unknown)).lower()
    assert not re.search(r"fraud|fabricat|cheat|fake|dishonest|invent", words)
    assert len(slip.unknown) > 40


def test_one_person_decides_whether_compression_beat_sham():
    """With 4 better under sham the interval holds 1; with 3, which the printed NNT needs, it does not."""
    assert odds_ratio(9, 15, 4, 15)[1] < 1 < odds_ratio(9, 15, 3, 15)[1]
    assert numbers(SLIPS["gemmell-odds-ratio"].unknown) >= {
        round(figure, 1) for figure in odds_ratio(9, 15, 3, 15)
    }


def test_printed_figures_that_no_interval_can_hold_stand_in_a_slip_only():
    figures = SLIPS["campa-moran-interval"].figures
    with pytest.raises(ValueError, match=r"does not contain its estimate 15\.9"):
        Interval(estimate=figures["printed"], low=figures["low"], high=figures["high"])


def test_a_slip_is_complete():
    fields = set(Slip.__struct_fields__)
    assert fields == {"id", "title", "printed", "found", "how", "means", "unknown", "figures", "answers"}
    for slip in SLIPS.values():
        assert all(getattr(slip, field) for field in fields)

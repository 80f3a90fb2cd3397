import pytest

from triggerpoints import Evidence
from triggerpoints._records import ContentError
from triggerpoints.evidence import DATA, Harm
from triggerpoints.evidence._harm import ROUNDING


@pytest.fixture(scope="module")
def harms():
    return Evidence().harms


def test_the_survey_of_dry_needling_adds_up(harms):
    """Brady 2014 prints 14 kinds of mild event; the ten rarest and commonest here, and four of 0.01 %."""
    brady = {name: harm for name, harm in harms.items() if harm.cite == "Brady2014"}
    assert (brady["brady-mild"].events, brady["brady-mild"].of) == (1463, 7629)
    assert brady["brady-fatigue"].percent == 0.04
    assert brady["brady-drowsy"].percent == 0.26
    kinds = [harm.percent for harm in brady.values() if harm.percent is not None and harm.events is None]
    assert len(kinds) == 10
    assert sum(kinds) + 4 * 0.01 == pytest.approx(18.93)  # as its note says, short of 19.18
    assert "18.93" in brady["brady-mild"].note
    assert brady["brady-significant"].count == 0


def test_every_printed_percentage_is_that_of_a_whole_count(harms):
    for name, harm in harms.items():
        if harm.percent is None or harm.of is None or harm.count is None:
            continue
        digits = len(str(harm.percent).partition(".")[2].rstrip("0"))
        assert 100 * harm.count / harm.of == pytest.approx(harm.percent, abs=ROUNDING * 10**-digits), name


def test_a_percentage_that_many_counts_give_is_no_count(harms):
    """16 % of 20,464 sessions is any count from 3,172 to 3,376: no exact interval follows from it."""
    unsure = {name for name, harm in harms.items() if harm.of and harm.count is None}
    assert unsure == {"boyce-bleeding", "boyce-bruise", "boyce-pain-during"} | {
        "macpherson-drowsy",
        "macpherson-negative",
    }
    assert 100 * 3172 / 20464 > 15.5 > 100 * 3171 / 20464
    assert (harms["brady-bruise"].count, harms["cambron-minor"].count) == (576, 9)


def test_soreness_is_counted_among_those_whose_muscle_twitched(harms):
    """Hong 1994: 42 % and 100 % are of 26 and 15 people, not of the study's 58."""
    assert (harms["hong-lidocaine"].count, harms["hong-lidocaine"].of) == (11, 26)
    assert (harms["hong-dry"].count, harms["hong-dry"].of) == (15, 15)


def test_a_massage_study_finds_nine_of_91_and_nothing_major(harms):
    assert (harms["cambron-minor"].count, harms["cambron-minor"].of) == (9, 91)
    assert (harms["cambron-major"].count, harms["cambron-major"].of) == (0, 91)


def test_without_a_denominator_there_is_no_count_to_work_with(harms):
    assert harms["cotchett-real"].of is None
    assert 70 / harms["cotchett-real"].percent * 100 == pytest.approx(219, abs=0.5)  # as its note says
    assert harms["cotchett-sham"].control == "sham needling"
    assert all(harms[name].count is None for name in ("lin-pneumothorax", "baumler-serious-people"))


@pytest.mark.parametrize(
    ("name", "per", "printed"),
    [
        ("baumler-serious-people", 10_000, (0.23, 1.01, 2.33)),
        ("baumler-serious-treatments", 1_000_000, (1.39, 7.98, 20.00)),
    ],
)
def test_rare_events_are_printed_per_many_and_kept_in_percent(harms, name, per, printed):
    interval = harms[name].interval
    found = (interval.low, interval.estimate, interval.high)
    assert [figure * per / 100 for figure in found] == pytest.approx(printed)


def test_a_pneumothorax_per_million_is_no_whole_number_of_cases(harms):
    assert harms["lin-pneumothorax"].percent * 1e6 / 100 == pytest.approx(0.87)
    assert {round(cases / 5.407378, 2) for cases in (4, 5)} == {0.74, 0.92}  # so that none is claimed


def test_the_interval_of_clustered_visits_is_wider_than_a_simple_one(harms):
    from statsmodels.stats.proportion import proportion_confint

    visits = harms["degenhardt-worse"]
    low, high = (100 * end for end in proportion_confint(visits.events, visits.of, method="beta"))
    assert visits.interval.low < low < high < visits.interval.high


def test_what_was_only_reported_has_no_rate():
    cases = Evidence().cases
    assert {name: (one.reports, one.events) for name, one in cases.items()} == {
        "ernst": (20, None),
        "yin": (40, 138),
        "xu": (117, 308),
        "wu": (133, 182),
    }
    assert not {"of", "percent"} & {field for one in cases.values() for field in one.__struct_fields__}
    assert "pneumothorax" in cases["wu"].kinds


def test_what_was_never_seen_does_not_enter(harms):
    assert "Witt2009" not in {harm.cite for harm in harms.values()}
    assert not any(harm.cite == "White2001" and harm.event.startswith("Any") for harm in harms.values())


RIGHT = {"id": "a", "cite": "A2020", "modality": "massage", "event": "Bruise", "grade": "mild"}


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        ({"of": 91}, "give events, or percent, or the interval that was printed"),
        ({"of": 91, "events": 92}, "92 events among 91 people; correct one of them"),
        ({"of": 91, "events": 9, "percent": 12.0}, "9 of 91 is 9.89 %, not 12.0 %"),
        ({"of": 91, "percent": 10.5}, "10 of 91 is 10.989 %, not 10.5 %"),
        ({"percent": 10.0, "studies": 3}, "studies were pooled, so that there is an interval; give it"),
    ],
)
def test_figures_that_cannot_be_are_refused_in_one_sentence(figures, sentence):
    with pytest.raises(ValueError, match=sentence):
        Harm(**RIGHT, unit="people", counting="somebody", **figures)


def test_a_harm_of_an_unknown_treatment_names_file_and_row(tmp_path):
    for part in ("references", "harms"):
        (tmp_path / part).mkdir()
    for name in ("safety_and_scope.toml", "needling.toml"):
        (tmp_path / "references" / name).write_text((DATA / "references" / name).read_text())
    (tmp_path / "terms.toml").write_text((DATA / "terms.toml").read_text())
    text = (DATA / "harms" / "needling.toml").read_text()
    (tmp_path / "harms" / "needling.toml").write_text(text.replace('"injection"', '"injections"', 1))
    with pytest.raises(ContentError, match=r"needling.toml: hong-lidocaine has the modality 'injections'"):
        Evidence(tmp_path).harms  # noqa: B018 - it is read when it is asked for

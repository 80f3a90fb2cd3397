import subprocess
import sys
from collections import defaultdict

import msgspec
import pytest

from triggerpoints import Evidence
from triggerpoints._records import ContentError
from triggerpoints.evidence import DATA, Dataset, Interval, Printed, in_print, matches, standing

DATASET = """
[dataset]
id = "some"
cite = "Hauser2009"
title = "A set"
question = "Does it help?"
neighbour = "A neighbour."
numbers_from = "A table."
measure = "RR"
low_favours = "this"
high_favours = "that"
counts = [
  { study = "One", outcome = "pain", treated_events = 1, treated_n = 9, compared_events = 2, compared_n = 9 },
  { study = "Two", outcome = "pain", treated_events = 3, treated_n = 9, compared_events = 4, compared_n = 9 },
]

[[dataset.outcomes]]
id = "pain"
label = "Pain"

[dataset.outcomes.published]
effect = { estimate = 0.6, low = 0.2, high = 1.9 }
digits = 1
model = "DL"
seen = "yes"
where = "The abstract."
"""


@pytest.fixture(scope="module")
def datasets():
    return Evidence().datasets


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "references").symlink_to(DATA / "references")
    (tmp_path / "terms.toml").symlink_to(DATA / "terms.toml")
    (tmp_path / "datasets").mkdir()
    return tmp_path


def test_sets_people_and_their_trial_load_without_numpy():
    code = (
        "import sys; from triggerpoints import Evidence; e = Evidence(); "
        "e.datasets, e.patients, e.patient_trial; "
        "assert not {'numpy', 'scipy', 'statsmodels', 'pandas'} & set(sys.modules), sorted(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("name", "outcome", "studies", "people"),
    [
        ("hauser2009", "pain", 22, 2296),
        ("hauser2009", "fatigue", 14, 1435),
        ("hauser2009", "sleep", 13, 997),
        ("hauser2009", "mood", 10, 887),
        ("hauser2009", "quality-of-life", 12, 1766),
        ("lee2004", "nausea", 16, 1826),
        ("paige2017", "function", 6, 762),
        ("rubinstein2019", "pain", 23, 3155),
    ],
)
def test_every_study_is_there(datasets, name, outcome, studies, people):
    rows = datasets[name].rows(outcome)
    counted = [row.n if datasets[name].effects else row.treated_n + row.compared_n for row in rows]
    assert (len(rows), sum(counted)) == (studies, people)


def test_every_set_says_that_it_is_no_evidence_about_trigger_points(datasets):
    for record in (*datasets.values(), Evidence().patient_trial):
        assert (
            "nothing about trigger points" in record.neighbour
            or "says nothing about them" in record.neighbour
        )


def test_what_was_not_seen_in_print_is_not_there(datasets):
    published = {
        (name, outcome.id): outcome.published
        for name, dataset in datasets.items()
        for outcome in dataset.outcomes
    }
    assert {key for key, value in published.items() if value is None} == {
        ("paige2017", "function"),
        ("rubinstein2019", "pain"),
    }
    assert {value.seen for value in published.values() if value} == {"yes"}


def test_a_chart_starts_with_the_model_of_the_review_where_it_is_known(datasets):
    pain = datasets["hauser2009"].outcome_named("pain")
    other = msgspec.structs.replace(pain.published, model="PM", interval="HK")
    assert msgspec.structs.replace(pain, published=other).first_model == ("PM", "HK")
    assert datasets["paige2017"].outcome_named("function").first_model == ("DL", "normal")


def test_rows_that_share_people_have_the_same_group(datasets):
    shared = defaultdict(list)
    for name, dataset in datasets.items():
        for row in (*dataset.means, *dataset.counts, *dataset.effects):
            if row.shares:
                shared[name, row.outcome, row.shares].append(row)
    assert sum(map(len, shared.values())) == 35 + 8
    for rows in shared.values():
        groups = [
            {
                (row.treated_n, row.treated_mean, row.treated_sd),
                (row.compared_n, row.compared_mean, row.compared_sd),
            }
            for row in rows
        ]
        assert len(rows) > 1
        assert set.intersection(*groups)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "treated_events = 1, treated_n = 9",
            "treated_events = 10, treated_n = 9",
            r"'One' has more events than people; correct a figure",
        ),
        (
            "treated_events = 1",
            "treated_events = 0",
            r"'One' has a group without events, .*; leave the study out",
        ),
        ('"Two", outcome = "pain"', '"Two", outcome = "sleep"', r"'Two' has the outcome 'sleep'; add it"),
        ('"Two"', '"One"', r"'One' is there twice with 'pain'; say what tells them apart"),
        ('"RR"', '"SMD"', r"the measure SMD does not follow from the rows"),
        ("estimate = 0.6", "estimate = 6.0", r"interval 0\.2 to 1\.9 does not contain its estimate 6\.0"),
        ("low = 0.2, high = 1.9", "low = 1.9, high = 0.2", r"runs from 1\.9 to 0\.2; swap low and high"),
        ('seen = "yes"', 'seen = "maybe"', r"Invalid enum value 'maybe'"),
        ('"Hauser2009"', '"Hauser2010"', r"some cites 'Hauser2010', .* did you mean 'Hauser2009'"),
        (
            "digits = 1",
            'digits = 1\ncite = "Nobody2020"',
            r"some cites 'Nobody2020', which is not in references",
        ),
        ("digits = 1", "digits = -1", r">= 0"),
        (
            '[[dataset.outcomes]]\nid = "pain"',
            '[[dataset.outcomes]]\nid = "sleep"\nlabel = "Sleep"\n\n[[dataset.outcomes]]\nid = "pain"',
            r"no study has the outcome 'sleep'; add one, or remove it",
        ),
        (
            '[[dataset.outcomes]]\nid = "pain"',
            '[[dataset.outcomes]]\nid = "pain"\nlabel = "Pain"\n\n[[dataset.outcomes]]\nid = "pain"',
            r"the outcome 'pain' is there twice",
        ),
        (
            "counts = [",
            'effects = [{ study = "Three", outcome = "pain", estimate = 0.1, variance = 0.1 }]\ncounts = [',
            r"means, counts and effects; fill just one",
        ),
    ],
)
def test_a_bad_set_is_one_sentence_with_its_file(folder, old, new, sentence):
    assert old in DATASET
    (folder / "datasets" / "some.toml").write_text(DATASET.replace(old, new, 1))
    with pytest.raises(ContentError, match=rf"(?s)some\.toml: .*{sentence}") as error:
        Evidence(folder).datasets  # noqa: B018 - it is read when it is asked for
    assert "\n" not in str(error.value)


def test_an_unknown_outcome_is_a_key_error(datasets):
    with pytest.raises(KeyError, match="nausea"):
        datasets["hauser2009"].rows("nausea")


HEAD = "number,acupuncture,age,female,migraine,years,site,start,middle,end\n"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (HEAD + "1,1,old,1,1,35,12,10.75,,\n", r"line 2: .*`\$\.age`; correct that value"),
        (HEAD + "1,1,47,1,1,35,12,,,\n", r"line 2: .*`\$\.start`"),
        (HEAD + "1,1,47,1,1,35,12,-1,,\n", r"line 2: .*>= 0"),
        (HEAD + "1,1,47,1,1,35,12,10,,\n1,1,47,1,1,35,12,10,,\n", r"line 3: 1 is there twice; remove one"),
        (HEAD.replace("site,", "") + "1,1,47,1,1,35,10,,\n", r"line 2: .*missing required field `site`"),
        (HEAD + "1,1,47,1,1,35,12,10,,,7\n", r"line 2: .*unknown field"),
    ],
)
def test_a_bad_row_of_people_is_one_sentence_with_its_line(folder, text, sentence):
    (folder / "datasets" / "vickers2004.csv").write_text(text)
    with pytest.raises(ContentError, match=rf"vickers2004\.csv: {sentence}"):
        Evidence(folder).patients  # noqa: B018


def test_missing_people_are_named(folder):
    with pytest.raises(ContentError, match=r"vickers2004\.csv: there is no such file"):
        Evidence(folder).patients  # noqa: B018


def test_two_figures_for_one_time_are_refused(folder):
    text = (DATA / "patient_trial.toml").read_text(encoding="utf-8")
    (folder / "patient_trial.toml").write_text(
        text.replace('when = "middle"\neffect', 'when = "end"\neffect')
    )
    with pytest.raises(ContentError, match=r"two of differences are for the same people and time"):
        Evidence(folder).patient_trial  # noqa: B018


def printed(estimate, low, high, digits=2, seen="yes"):
    effect = Interval(estimate=estimate, low=low, high=high)
    return Printed(effect=effect, digits=digits, seen=seen, where="The abstract.")


def test_a_figure_matches_part_by_part_to_its_printed_digits():
    ours = Interval(estimate=-0.4349, low=-0.5551, high=-0.0049)
    assert matches(printed(-0.43, -0.55, 0.0), ours) == {"estimate": True, "low": False, "high": True}
    assert matches(printed(-0.4, -0.6, 0.0, digits=1), ours) == dict.fromkeys(
        ("estimate", "low", "high"), True
    )


def test_the_log_of_a_ratio_is_printed_as_the_ratio():
    log = Interval(estimate=0.0, low=-0.6931, high=0.6931, level=90)
    ratio = in_print(log, "RR")
    assert (ratio.estimate, ratio.level) == (1.0, 90)
    assert (ratio.low, ratio.high) == pytest.approx((0.5, 2.0), abs=1e-4)
    assert in_print(log, "SMD") is log


@pytest.mark.parametrize(
    ("figures", "seen", "words"),
    [
        ((0.5, 0.1, 0.9), "yes", "reproduced"),
        ((0.5, 0.1, 0.8), "yes", "reproduced in part"),
        ((0.4, 0.1, 0.9), "yes", "reproduced in part"),
        ((0.5, 0.2, 0.8), "yes", "not reproduced"),
        ((0.4, 0.2, 0.8), "yes", "not reproduced"),
        ((0.5, 0.1, 0.9), "partly", "agrees with a figure not seen in print"),
        ((0.5, 0.1, 0.9), "no", "agrees with a figure not seen in print"),
        ((0.5, 0.1, 0.8), "no", "differs from a figure not seen in print"),
    ],
)
def test_only_a_figure_seen_in_print_is_called_reproduced(figures, seen, words):
    ours = Interval(estimate=0.5, low=0.1, high=0.9)
    assert standing(printed(*figures, digits=1, seen=seen), ours) == words


def test_a_set_is_read_only(datasets):
    assert isinstance(datasets["lee2004"], Dataset)
    with pytest.raises(AttributeError):
        datasets["lee2004"].title = "Other"

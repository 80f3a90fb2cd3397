"""One finding: what it says, the rule that rates it, and bad data refused in one sentence."""

import msgspec
import pytest

from triggerpoints import Evidence
from triggerpoints._records import ContentError
from triggerpoints.evidence import CONCERNS, Finding
from triggerpoints.evidence._certainty import certainty, narrow

TEXT = """
[[finding]]
id = "one"
cite = "A2020"
design = "review"
modality = "massage"
condition = "neck-pain"
outcome = "pain"
against = "sham"
against_words = "dummy massage"
when = "after treatment"
words = "Less pain."
measure = "SMD"
better = "lower"
effect = { estimate = -0.5, low = -0.8, high = -0.2 }
people = 300
certainty = "moderate"
rated_by = "course"
down = ["imprecision"]
spared = ["risk of bias"]
why = "300 people; no step for risk of bias, since nobody knew."
"""
OTHER_FILES = {
    "references/a.toml": """
[[reference]]
key = "A2020"
authors = ["Smith JA"]
year = 2020
title = "A title"
kind = "meta-analysis"
finding = "SMD -0.5 (-0.8 to -0.2), 300 people"
verified = "yes"
seen = "the abstract"
""",
    "terms.toml": '[modality]\nmassage = "M"\n[condition]\nneck-pain = "N"\n[outcome]\npain = "P"\n',
}


@pytest.mark.parametrize(
    ("down", "randomised", "expected"),
    [
        ((), True, "high"),
        (("risk of bias",), True, "moderate"),
        (("risk of bias", "risk of bias"), True, "low"),
        (("risk of bias", "imprecision", "inconsistency"), True, "very low"),
        (("risk of bias", "imprecision", "inconsistency", "indirectness"), True, "very low"),
        ((), False, "low"),
        (("imprecision",), False, "very low"),
        (("not studied",), True, "very low"),
    ],
)
def test_each_concern_takes_a_step_down(down, randomised, expected):
    assert set(down) <= set(CONCERNS)
    assert certainty(down, randomised) == expected


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        ((-1.60, -2.17, -1.03), True),  # Liu 2023: the weak end keeps more than half
        ((-0.94, -1.41, -0.47), True),  # Lam 2013: just half
        ((-0.85, -1.30, -0.40), False),
        ((0.5, -0.1, 1.1), False),
        ((0.0, -0.1, 0.1), False),
    ],
)
def test_an_interval_is_narrow_when_its_weak_end_keeps_half_of_the_effect(interval, expected):
    assert narrow(*interval) is expected


UNSEEN = TEXT.replace("people = 300\n", "")  # a review that nobody could count the people of


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("people = 300", "people = 900"),  # of the pool
        ("low = -0.8, high = -0.2", "low = -0.7, high = -0.3"),  # narrow
        ('["risk of bias"]', '["risk of bias", "imprecision"]'),  # with its reason
        ('measure = "SMD"', 'measure = "RR"'),
        ('design = "review"', 'design = "guideline"'),
    ],
)
def test_what_a_review_of_unknown_size_owes(old, new):
    """One step for imprecision, unless the interval is narrow, a reason is given, or there is no pool."""
    record = msgspec.toml.decode(UNSEEN)["finding"][0] | {"down": [], "certainty": "high"}
    with pytest.raises(msgspec.ValidationError, match="how many people it rests on, and a narrow interval"):
        msgspec.convert(record, Finding)
    whole = record | {"people": 900, "whole": True}
    with pytest.raises(msgspec.ValidationError, match="how many people it rests on"):
        msgspec.convert(whole, Finding)
    changed = msgspec.toml.decode((UNSEEN if "people" not in old else TEXT).replace(old, new))["finding"][0]
    changed |= {"down": [], "certainty": "high", "why": "no step for risk of bias or imprecision: seen"}
    if "RR" in new:  # half of the effect, on the log scale
        changed["effect"] = {"estimate": 0.5, "low": 0.37, "high": 0.7}
    if "guideline" in new:
        changed |= {"effect": None, "verdict": "advised"}
    assert msgspec.convert(changed, Finding).certainty == "high"


@pytest.mark.parametrize(
    ("measure", "better", "interval", "expected"),
    [
        ("SMD", "lower", (-0.5, -0.8, -0.2), "better"),
        ("SMD", "higher", (-0.5, -0.8, -0.2), "worse"),
        ("SMD", "lower", (-0.5, -1.0, 0.0), "no clear difference"),
        ("MD", "higher", (7.7, 1.2, 14.2), "better"),
        ("MD", "lower", (7.7, 1.2, 14.2), "worse"),
        ("RR", "higher", (1.15, 0.87, 1.51), "no clear difference"),
        ("RR", "lower", (0.72, 0.59, 0.89), "better"),
        ("OR", "higher", (3.79, 1.86, 7.71), "better"),
    ],
)
def test_the_result_follows_from_the_interval_and_the_good_end(measure, better, interval, expected):
    record = msgspec.toml.decode(TEXT)["finding"][0]
    effect = dict(zip(("estimate", "low", "high"), interval, strict=True))
    changed = record | {"measure": measure, "better": better, "effect": effect, "unit": "points"}
    assert msgspec.convert(changed, Finding).result == expected


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('measure = "SMD"\n', "", "an effect needs its measure, and better"),
        ('measure = "SMD"\n', 'measure = "MD"\n', "a mean difference needs its unit"),
        (
            'when = "after',
            'verdict = "better"\nwhen = "after',
            "give either an effect or a verdict, not both",
        ),
        ("estimate = -0.5", "estimate = -0.9", r"does not contain its estimate -0\.9"),
        (
            'certainty = "moderate"',
            'certainty = "high"',
            "certainty is 'high', but imprecision makes it 'mod",
        ),
        (
            '["imprecision"]',
            '["indirectness"]',
            "down owes 'imprecision' once: 300 people are fewer than 400",
        ),
        (
            "people = 300",
            "people = 300\ni2 = 60",
            "down owes 'inconsistency' once: an I² of 60 % is over 50 %",
        ),
        (
            'against = "sham"',
            'against = "nothing"',
            "down owes 'risk of bias' once: against 'nothing' people know",
        ),
        (
            "people = 300",
            "trials = 1\npeople = 300",
            "down owes 'imprecision' twice: it is one trial and 300 people are fewer than 400; add it",
        ),
        (
            'design = "review"',
            'design = "guideline"',
            "are what a guideline says, and nothing else says them",
        ),
        ('rated_by = "course"', 'rated_by = "source"', "the source rated this itself; take out down"),
        (
            'spared = ["risk of bias"]\n',
            "",
            "nothing is said of the risk of bias; add it to down, or to spared",
        ),
        (
            "no step for risk of bias",
            "no step",
            "spared has 'risk of bias', but why does not name it; say why",
        ),
        ('["risk of bias"]', '["imprecision"]', "'imprecision' is in down and in spared; take it out of one"),
        (
            'cite = "A2020"',
            'cite = "A2021"',
            r"one cites 'A2021', which is not in references; did you mean 'A2",
        ),
        ('"neck-pain"', '"neckpain"', r"one has the condition 'neckpain', which is not known; did you mean"),
        (
            'why = "300',
            'disagrees = ["two"]\nwhy = "300',
            "one disagrees with 'two', which is not there; add",
        ),
        ("people = 300", "whole = true", "whole is about trials and people; give one of them"),
        ('down = ["imprecision"]', 'down = ["small"]', r"Invalid enum value 'small'"),
    ],
)
def test_bad_data_is_one_sentence_with_file_and_finding(tmp_path, old, new, sentence):
    assert old in TEXT
    text = TEXT.replace(old, new)
    for name, content in (OTHER_FILES | {"findings/a.toml": text}).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content)
    with pytest.raises(ContentError, match=sentence) as caught:
        Evidence(tmp_path).findings  # noqa: B018 - it is read when it is asked for
    assert "findings" in str(caught.value)
    assert "one" in str(caught.value)


def test_a_disagreement_goes_both_ways(tmp_path):
    second = TEXT.replace('id = "one"', 'id = "two"')
    text = TEXT.replace("why =", 'disagrees = ["two"]\nwhy =') + second
    for name, content in (OTHER_FILES | {"findings/a.toml": text}).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content)
    with pytest.raises(ContentError, match="one disagrees with 'two', but not the other way round"):
        Evidence(tmp_path).findings  # noqa: B018

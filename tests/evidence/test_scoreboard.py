from dataclasses import replace

import msgspec

from triggerpoints import Evidence
from triggerpoints.evidence import matches
from triggerpoints.evidence.scoreboard import board, scoreboard

EVIDENCE = Evidence()
SCORES = scoreboard(EVIDENCE)


def named(words):
    return {score.result for score in SCORES if score.standing == words}


def test_everything_that_was_published_is_on_it_once():
    pools = [outcome for dataset in EVIDENCE.datasets.values() for outcome in dataset.outcomes]
    printed = [one for one in pools if one.published]
    assert len(SCORES) == len(printed) + len(EVIDENCE.patient_trial.differences)
    assert len({score.result for score in SCORES}) == len(SCORES)


def test_what_is_reproduced_was_seen_and_agrees_in_every_digit():
    assert named("reproduced") == {
        f"Antidepressants for fibromyalgia: {outcome}" for outcome in ("pain", "fatigue", "sleep", "low mood")
    }
    for score in SCORES:
        whole = score.printed.seen == "yes" and all(matches(score.printed, score.ours).values())
        assert (score.standing == "reproduced") == whole


def test_everything_on_it_was_seen_in_print_and_what_differs_says_why():
    for score in SCORES:
        assert score.printed.seen == "yes"
        if not all(matches(score.printed, score.ours).values()):
            assert score.printed.why_not


def test_what_was_seen_on_a_copy_says_where_it_is_from():
    score = SCORES[0]
    copied = msgspec.structs.replace(score.printed, seen="partly", where="On a copy of the abstract.")
    text = board([replace(score, printed=copied, standing="agrees with a figure not seen in print")])
    assert "| Result | As we have it | Ours |" in text
    assert f"- **{score.result}.** On a copy of the abstract." in text


def test_the_trial_of_single_people_is_computed_as_its_report_says():
    after = {score.result: score for score in SCORES if score.cite == "Vickers2004"}
    assert {words.rpartition(": ")[2]: score.standing for words, score in after.items()} == {
        "after a year": "reproduced in part",
        "after 3 months": "not reproduced",
    }


def test_the_board_shows_each_result_once_under_its_verdict_with_its_reason():
    text = board(SCORES)
    tables = text.removeprefix("Table: ").split("\nTable: ")
    assert [part.partition("\n")[0] for part in tables] == [
        "Reproduced",
        "Reproduced in part",
        "Not reproduced",
    ]
    assert "| Result | Printed | Ours |" in tables[0]
    assert "pain (SMD) | −0.43 (−0.55 to −0.30) | −0.43 (−0.55 to −0.30) |" in tables[0]
    for score in SCORES:
        assert text.count(f"| {score.result} (") == 1
        assert text.count(f"- **{score.result}.** ") == bool(score.printed.why_not)
    assert "(−0.42 to −0.20)" in tables[2]
    assert "-0" not in text

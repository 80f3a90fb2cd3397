from triggerpoints import Evidence
from triggerpoints.evidence import matches
from triggerpoints.evidence.scoreboard import scoreboard

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


def test_what_differs_says_why_and_what_was_not_seen_says_where_it_is_from():
    for score in SCORES:
        if not all(matches(score.printed, score.ours).values()):
            assert score.printed.why_not
        if score.printed.seen != "yes":
            assert "memory" in score.printed.where
            assert "not seen" in score.standing


def test_the_trial_of_single_people_is_computed_as_its_report_says():
    after = {score.result: score for score in SCORES if score.cite == "Vickers2004"}
    assert {words.rpartition(": ")[2]: score.standing for words, score in after.items()} == {
        "after a year": "reproduced in part",
        "after 3 months": "not reproduced",
    }

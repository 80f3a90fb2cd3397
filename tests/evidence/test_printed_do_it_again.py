"""Every number that the page "Do it again" prints, held to the data it pools."""

import ast
import json

import pytest
from printed import ROOT, Page
from scipy.stats import norm, t

from triggerpoints import Evidence
from triggerpoints.evidence import Interval, in_print
from triggerpoints.evidence.ancova import adjusted
from triggerpoints.evidence.charts import INTERVALS, MODELS
from triggerpoints.evidence.pooling import (
    Study,
    leave_one_out,
    own_interval,
    pool,
    printed_study,
    recompute,
    studies,
)
from triggerpoints.evidence.scoreboard import scoreboard

NOTEBOOK = "notebooks/do_it_again.ipynb"
E = Evidence()
REFERENCES = E.references
SETS = {
    (name, outcome.id): studies(dataset, outcome.id)
    for name, dataset in E.datasets.items()
    for outcome in dataset.outcomes
}
PAIN, MOOD, FATIGUE = (SETS["hauser2009", outcome] for outcome in ("pain", "mood", "fatigue"))
PAIGE = SETS["paige2017", "function"]
SMALL = "Ginsberg 1996, amitriptyline"


def three(interval):
    return interval.estimate, interval.low, interval.high


def ends(interval):
    return interval.low, interval.high


def clear(interval):
    return interval.high < 0 or interval.low > 0


def at(found, name):
    return next(place for place, study in enumerate(found) if study.name == name)


def opening(page):
    scores = scoreboard(E)
    page.says("we computed {} published results again", len(scores))
    count = {words: sum(one.standing == words for one in scores) for words in {s.standing for s in scores}}
    page.says(
        "{} came out to the last printed digit, {} in part, and {} did not",
        count["reproduced"], count["reproduced in part"], count["not reproduced"],
    )  # fmt: skip
    assert sum(count.values()) == len(scores)
    assert all(score.printed.seen == "yes" for score in scores)  # "We saw each of them in print"
    unseen = {made.cite for made in E.datasets.values() for one in made.outcomes if not one.published}
    page.says("Of {} more reviews we could not open the figure", len(unseen))
    for name, key in (
        ("Häuser and colleagues", "Hauser2009"), ("Veroniki and colleagues", "Veroniki2016"),
        ("IntHout and colleagues", "IntHout2014"), ("Paige and colleagues", "Paige2017"),
        ("Wiksten and colleagues", "Wiksten2016"), ("Borenstein", "Borenstein2023"),
        ("Riley and colleagues", "Riley2011"), ("Rubinstein and colleagues", "Rubinstein2019"),
        ("Sterne and colleagues", "Sterne2011"), ("Bron and colleagues", "Bron2011trial"),
        ("Berggreen and colleagues", "Berggreen2012"), ("Vickers and colleagues", "Vickers2004"),
        ("Vickers", "Vickers2006"),
    ):  # fmt: skip
        page.says("[" + name + ", {}]", REFERENCES[key].year)


def one_trial(page):
    made = pool(MOOD)
    page.says("The chart has {} comparisons", len(MOOD))
    page.says("**standardised mean difference**: {:.2f} means", made.effect.estimate)
    page.says("Below {}, the medicine did better", 0)
    page.says("its {:.0f}% interval", made.effect.level)
    page.says("A line that crosses {} fits", 0)
    lines = [own_interval(study) for study in MOOD]
    firm = sum(map(clear, lines))
    page.says(
        "Only {} of the {} lines stay clear of {}. Taken alone, {} would", firm, len(MOOD), 0, 10 - firm
    )
    page.says("together: {:.2f}, from {:.2f} to {:.2f}.", *three(made.effect))
    width = made.effect.high - made.effect.low
    assert all(line.high - line.low > width for line in lines)
    page.says("and it stays clear of {}.", 0)
    assert clear(made.effect)
    page.says("{} for the medicine, {} undecided", sum(line.high < 0 for line in lines), len(MOOD) - firm)
    shared = [row.shares for row in E.datasets["hauser2009"].rows("mood") if row.shares]
    assert sorted(shared) == ["arnold-2005-placebo"] * 2 + ["goldenberg-1996-placebo"] * 2
    page.says("comparisons of Arnold {} share one", 2005)
    page.says("two of Goldenberg {}.", 1996)


def weights(page):
    made = pool(MOOD)
    page.says("weight = {} ÷ variance", 1)
    for sentence, name in (
        ("Arnold {}, duloxetine (b), has {} people and {:.1f}% of the weight", "Arnold 2005, duloxetine (b)"),
        ("Wolfe {} has {} people and {:.1f}%", "Wolfe 1994, fluoxetine"),
    ):
        place = at(MOOD, name)
        year = name.split()[1].rstrip(",")
        page.says(sentence, year, MOOD[place].people, 100 * made.weights[place])


def models(page):
    finding = REFERENCES["IntHout2014"].finding
    assert "a false alarm in 5 of 100" in finding
    assert "at most twice as many" in finding
    assert "over 30 of 100" in finding
    page.says("wrong {} times in {}, it can be wrong over {} times", 5, 100, 30)
    page.says("wrong at most about {} times", 2 * 5)
    assert len(PAIGE) == 6
    fixed, usual, mandel = (pool(PAIGE, model) for model in ("fixed", "DL", "PM"))
    knapp = pool(PAIGE, "DL", "HK")
    page.says("Study {} alone has {:.0f}% of the weight", 1, 100 * fixed.weights[0])
    page.says("The result is {:.2f} ({:.2f} to {:.2f}).", *three(fixed.effect))
    page.says("weight of Study {} falls to {:.0f}%", 1, 100 * usual.weights[0])
    page.says("The result is {:.2f} ({:.2f} to {:.2f}), more than twice as large", *three(usual.effect))
    assert usual.effect.estimate / fixed.effect.estimate > 2
    page.says("{:.2f} ({:.2f} to {:.2f})", *three(mandel.effect))
    page.says("stays at {:.2f}, and the interval grows to {:.2f} to {:.2f}", *three(knapp.effect))
    copied = usual.effect.estimate
    page.says("A copy of its abstract gives {:.2f}, as the second does", copied)
    assert f"effect size {copied:.2f}" in REFERENCES["Paige2017"].finding
    for label in ("One common effect", "Effects differ (DerSimonian-Laird)", "Effects differ (Paule-Mandel)"):
        assert label in MODELS.values()
        page.says("**" + label + "**")
    narrow, normal = pool(MOOD, "DL", "HK").effect, pool(MOOD).effect
    page.says("{:.2f} to {:.2f} is narrower than {:.2f} to {:.2f}", *ends(narrow), *ends(normal))
    assert narrow.high - narrow.low < normal.high - normal.low


def spread(page):
    page.says("I² is {:.0f}% and tau is {:.2f}", pool(PAIN).i2, pool(PAIN).tau2 ** 0.5)
    page.says("An I² of {} is no proof", 0)
    page.says("For low mood it is {:.0f}%, in {} comparisons", pool(MOOD).i2, len(MOOD))


def next_clinic(page):
    usual, mandel = pool(PAIN), pool(PAIN, "PM")
    page.says("The average is {:.2f} ({:.2f} to {:.2f}). That is clear of {}", *three(usual.effect), 0)
    page.says("fall between {:.2f} and {:.2f}: from", *ends(usual.predicted))
    assert usual.predicted.low / usual.effect.estimate == pytest.approx(2, abs=0.1)
    page.says("The average hardly moves, to {:.2f}.", mandel.effect.estimate)
    page.says("becomes {:.2f} to {:.2f}. It now holds", *ends(mandel.predicted))
    assert clear(usual.predicted)
    assert not clear(mandel.predicted)
    assert pool(PAIN, "fixed").predicted is None
    back = SETS["rubinstein2019", "pain"]
    made = pool(back)
    page.says("In {} comparisons of spinal manipulation", len(back))
    page.says("I² is {:.0f}%. The average is {:.2f} points of {}", made.i2, made.effect.estimate, 100)
    assert E.datasets["rubinstein2019"].unit == "points of 100"
    page.says("({:.2f} to {:.2f})", *ends(made.effect))
    page.says("between {:.2f} and {:.2f}: much better", *ends(made.predicted))


def dropped(page):
    made, without = pool(FATIGUE), leave_one_out(FATIGUE)[at(FATIGUE, SMALL)]
    page.says("With all {} comparisons: {:.2f} ({:.2f} to {:.2f}).", len(FATIGUE), *three(made.effect))
    people = FATIGUE[at(FATIGUE, SMALL)].people
    page.says(
        "Ginsberg {}, a trial of {} people: {:.2f} ({:.2f} to {:.2f})", 1996, people, *three(without.effect)
    )
    knapp = pool(FATIGUE, "DL", "HK")
    page.says("**" + INTERVALS["HK"] + "**: {:.2f} to {:.2f}.", *ends(knapp.effect))
    page.says("Just clear of {}", 0)
    page.says("Now {} is inside", 0)
    page.says("and {} is inside all the same", 0)
    assert clear(made.effect)
    assert not any(map(clear, (without.effect, knapp.effect, made.predicted)))
    page.says("holds {} from the start: {:.2f} to {:.2f}", 0, *ends(made.predicted))
    page.says("hangs on {} people", people)
    pain = leave_one_out(PAIN)[at(PAIN, SMALL)].effect
    page.says(
        "moves from {:.2f} to {:.2f}, and stays clear of {}", pool(PAIN).effect.estimate, pain.estimate, 0
    )
    assert clear(pain)


def funnel_plot(page):
    middle = pool(PAIN).effect.estimate
    reach = {study.name: (study.effect - middle) / study.variance**0.5 for study in PAIN}
    outside = [name for name, far in reach.items() if abs(far) > norm.ppf(0.975)]
    page.says("{} of the {} comparisons lie within", len(PAIN) - len(outside), len(PAIN))
    exact = [study for study in PAIN if study.variance**0.5 <= 0.2]
    small = [study for study in PAIN if study not in exact]
    for study in PAIN:
        if study.name in outside:
            assert study in small
            assert study.people <= 61
            assert reach[study.name] < 0
    page.says(
        "The {} most exact comparisons (standard error up to {}) pool to {:.2f}. The other {} pool to {:.2f}",
        len(exact), 0.2, pool(exact).effect.estimate, len(small), pool(small).effect.estimate,
    )  # fmt: skip


def two_trials(page):
    def trial(name, scale, when):
        record = E.trials[name]
        (result,) = [one for one in record.results if (one.scale, one.when) == (scale, when)]
        return printed_study(name, result.difference, record.randomised)

    other = trial("berggreen-2012", "morning-pain", "after 10 weeks")
    now, week = ([trial("bron-2011", scale, "12 weeks"), other] for scale in ("pain-now", "pain-week"))
    page.says("We took points of {}", 100)
    page.says("usual interval: {:.1f} points ({:.1f} to {:.1f})", *three(pool(now).effect))
    wide, narrow = pool(now, kind="HK").effect, pool(week, kind="HK").effect
    page.says("runs from {:.1f} to {:.1f}. It is far", *ends(wide))
    assert all(wide.high - wide.low > 2 * (one.high - one.low) for one in map(own_interval, now))
    page.says("Pain of {} days, Hartung-Knapp: {:.1f} to {:.1f}.", 7, *ends(narrow))
    page.says("and {} is outside again", 0)
    assert clear(narrow)
    assert not clear(wide)
    page.says("by {:.2f}, where the usual interval takes {:.2f}", t.ppf(0.975, 1), norm.ppf(0.975))
    assert {pool(both, model).i2 for both in (now, week) for model in ("fixed", "DL")} == {0.0}
    page.says("I² is {}% each time", 0)
    page.says("I² is {} whenever", 0)


def inside_one_trial(page):
    drawn = [one for one in E.patients if one.end is not None]
    missing = [one for one in E.patients if one.end is None]

    def before(people):
        return sum(one.start for one in people) / len(people)

    def group(people, acupuncture):
        return [one for one in people if one.acupuncture == acupuncture]

    page.says(
        "{:.1f} points on average with acupuncture, {:.1f} with usual care",
        before(group(drawn, True)), before(group(drawn, False)),
    )  # fmt: skip
    found = {
        model: adjusted(E.patients, model).difference
        for model in ("unadjusted", "baseline", "factors", "sites")
    }
    page.says("differ by {:.1f} points ({:.1f} to {:.1f})", *three(found["unadjusted"]))
    page.says("differ by {:.1f} ({:.1f} to {:.1f})", *three(found["baseline"]))
    width = {model: one.high - one.low for model, one in found.items()}
    assert width["baseline"] < width["unadjusted"]
    page.says("Only {} of {} people are drawn. The other {} have", len(drawn), len(E.patients), len(missing))
    for words, acupuncture in (("with acupuncture", True), ("with usual care", False)):
        page.says("{} of {} " + words, len(group(missing, acupuncture)), len(group(E.patients, acupuncture)))
    page.says("{:.1f} points on average, than those who stayed with {:.1f}", before(missing), before(drawn))
    for row, model in (
        ("nothing", "unadjusted"), ("the score before", "baseline"),
        ("that, and age, sex, migraine, years with headache", "factors"),
        ("all that, and the acupuncturist", "sites"),
    ):  # fmt: skip
        page.says("| " + row + " | {:.1f} ({:.1f} to {:.1f}) |", *three(found[model]))
    printed = E.patient_trial.difference("end").effect
    page.says("| **printed in the report** | **{:.1f} ({:.1f} to {:.1f})** |", *three(printed))
    page.says("the upper limit is {:.1f} where {:.1f} was printed", found["factors"].high, printed.high)
    page.says("Ours is {:.1f}, and {:.1f} was printed", found["factors"].high, printed.high)
    page.says("Difference ({:.0f}% interval)", printed.level)


def board(page):
    page.says("({} is no effect)", 1)
    quality = E.datasets["hauser2009"].outcome_named("quality-of-life").published
    assert "49.78" in quality.why_not
    page.says("a mean of {}, and the data set corrects it to {}", 49.78, 48.78)
    (heymann,) = [
        row for row in E.datasets["hauser2009"].rows("quality-of-life") if "nortriptyline" in row.study
    ]
    assert heymann.treated_mean == 48.78
    page.says("comes out: {:.2f} ({:.2f} to {:.2f})", *three(quality.effect))
    lee = E.datasets["lee2004"].outcome_named("nausea").published
    again = recompute(E.datasets["lee2004"], "nausea")
    page.says("the ratio is {:.3f}, not {:.2f}", again.effect.estimate, lee.effect.estimate)
    assert "0.7248" in lee.why_not
    page.says("gives {:.3f} and all", 0.7248)


def made_up(name):
    """Return what the notebook's code assigns to ``name``."""
    for cell in json.loads((ROOT / NOTEBOOK).read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            for node in ast.parse("".join(cell["source"])).body:
                if isinstance(node, ast.Assign) and node.targets[0].id == name:
                    return ast.literal_eval(node.value)
    raise AssertionError(f"no cell assigns {name}")


def your_turn(page):
    rows = {"A": (-12, 2), "B": (-6, 4), "C": (-3, 4)}
    for name, row in rows.items():
        page.says("| " + name + " | {} | {} |", *row)
    page.says("in points of {}. Below {}, the treatment", 100, 0)
    found = [Study(name, effect, error**2, None) for name, (effect, error) in rows.items()]
    made = pool(found, "fixed")
    page.says("{} × {} = {} for A, {} × {} = {} for B", 2, 2, 2 * 2, 4, 4, 4 * 4)
    a, b, c = (1 / study.variance for study in found)
    page.says("{} ÷ {} = {} for A, {} ÷ {} = {} for B", 1, 4, a, 1, 16, b)
    page.says("Together {}.", a + b + c)
    page.says("{:.0f}%, {:.0f}% and {:.0f}%", *(100 * weight for weight in made.weights))
    page.says(
        "({} × {} - {} × {} - {} × {}) ÷ {} = **{:.1f}**. A plain average would be {:.0f}",
        -12, a, 6, b, 3, c, a + b + c, made.effect.estimate, sum(effect for effect, _ in rows.values()) / 3,
    )  # fmt: skip
    page.says(
        "root of {} ÷ {}, or {:.2f}. Take {:.2f} of them", 1, a + b + c, (a + b + c) ** -0.5, norm.ppf(0.975)
    )
    page.says("each side: {:.1f} to {:.1f}.", *ends(made.effect))
    sets = {
        name: [
            printed_study(str(place), Interval(estimate=e, low=low, high=high))
            for place, (e, low, high) in enumerate(three)
        ]
        for name, three in made_up("MADE_UP").items()
    }
    same, differs, large = sets.values()
    page.says("The pool is {:.1f} ({:.1f} to {:.1f}).", *three(pool(same).effect))
    page.says("the narrower one here, {:.1f} to {:.1f}", *ends(pool(same, kind="HK").effect))
    page.says("the pool is {:.1f} ({:.1f} to {:.1f}).", *three(pool(differs, "fixed").effect))
    page.says("effects differ it is {:.1f} ({:.1f} to {:.1f})", *three(pool(differs).effect))
    fixed, random = pool(large, "fixed"), pool(large)
    page.says(
        "the large trial has {:.0f}% of the weight, and the pool is {:.1f}",
        100 * fixed.weights[0], fixed.effect.estimate,
    )  # fmt: skip
    page.says("it has {:.0f}%, and the pool is {:.1f}", 100 * random.weights[0], random.effect.estimate)


def test_every_number_of_the_page_is_one_of_the_data():
    page = Page(NOTEBOOK)
    for part in (
        opening, one_trial, weights, models, spread, next_clinic, dropped, funnel_plot, two_trials,
        inside_one_trial, board, your_turn,
    ):  # fmt: skip
        part(page)
    assert page.left_over() == []


def test_ratios_are_printed_as_ratios():
    effect = pool(SETS["lee2004", "nausea"]).effect
    assert in_print(effect, "RR").estimate == pytest.approx(
        recompute(E.datasets["lee2004"], "nausea").effect.estimate
    )

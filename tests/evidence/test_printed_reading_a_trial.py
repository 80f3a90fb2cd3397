"""Every number that the page "Reading a trial" prints, held to the trials as they were read."""

import json
import re
from math import exp, log, sqrt
from statistics import fmean

from printed import ROOT, Page

from triggerpoints import Evidence
from triggerpoints.evidence import citation
from triggerpoints.evidence.chance import again

NOTEBOOK = "notebooks/reading_a_trial.ipynb"
E = Evidence()
T = E.trials
SLIPS = {slip.id: slip for trial in T.values() for slip in trial.slips}
F = {name: slip.figures for name, slip in SLIPS.items()}
A = {name: slip.answers for name, slip in SLIPS.items()}
TRUTH, SPREAD = -10, 25


def result(trial, scale, when):
    (found,) = [one for one in T[trial].results if (one.scale, one.when) == (scale, when)]
    return found


def ends(interval):
    return interval.estimate, interval.low, interval.high


def one_trial(page):
    heel, scale = T["cotchett-2014"], T["cotchett-2014"].scales["first-step"]
    found = result("cotchett-2014", "first-step", "6 weeks").difference
    assert "once a week for 6 weeks" in heel.treatment
    page.says("**Who?** {} people with heel pain", heel.randomised)
    page.says("Once a week for {} weeks.", 6)
    page.says("rates how it was done {} of {}", *re.findall(r"\d+", heel.seen))
    page.says("from {:.0f} to {:.0f} {}. Lower is better", scale.low, scale.high, scale.unit)
    assert scale.better == "lower"
    page.says("After {} weeks this pain was {} mm lower with needling", 6, -found.estimate)
    page.says("The {:.0f}% interval goes from {} to {} mm lower", found.level, -found.low, -found.high)
    page.says("the difference: {} mm. Below 0", found.estimate)
    page.says("is the **{:.0f}% interval**, from {} to {}.", found.level, found.low, found.high)
    page.says("It leaves out 0.")
    assert found.high < 0
    page.says("The dashed line is at -{:.0f} mm.", scale.important)
    people, low, high = re.search(
        r"Of (\d+) people.*95 % interval (\d+) to (\d+)", scale.important_note
    ).groups()
    page.says(
        "In {} people with heel pain, {:.0f} mm was the **smallest change that matters** to them "
        "(interval {} to {})",
        people, scale.important, low, high,
    )  # fmt: skip
    assert found.low < -scale.important < found.high
    assert (
        "smaller than the smallest difference that matters"
        in result("cotchett-2014", "first-step", "6 weeks").note
    )
    assert "a change within one person" in scale.important_note
    page.says("The {:.0f} mm are a *change within one person*", scale.important)
    page.says("The {} mm are a *difference between two groups*", -found.estimate)
    real, sham = E.harms["cotchett-real"], E.harms["cotchett-sham"]
    page.says("counted after {} needlings, {:.0f} in 100", real.events, real.percent)
    assert "less than 1 %" in sham.note
    page.says("With sham there was {} such event, less than 1 in 100", sham.events)
    assert round(-found.estimate) == 14 and 30 < real.percent < 36  # "about 14", "about every third"
    page.says("took about {:.0f} points of {:.0f} more", -found.estimate, scale.high)


def forty_teams(page):
    found = {people: again(TRUTH, SPREAD, people) for people in (20, 320)}
    small, large = found[20], found[320]
    assert len(small) == 40

    def run(trials):
        return min(one.estimate for one in trials), max(one.estimate for one in trials)

    def sure(trials):
        return [one for one in trials if not one.low <= 0 <= one.high]

    missed = {
        people: sum(not one.low <= TRUTH <= one.high for one in trials) for people, trials in found.items()
    }
    page.says("lowers pain by exactly {} mm", -TRUTH)
    page.says("**standard deviation** is {} mm", SPREAD)
    page.says("Now {} teams", 40)
    page.says("With {} people in each group, the differences run from {:.0f} to {:.0f}.", 20, *run(small))
    page.says("in all {}. Only chance", 40)
    page.says("Only {} of the {} intervals leave out 0. The other {} teams", len(sure(small)), 40, 28)
    assert len(sure(small)) + 28 == 40
    average = fmean(one.estimate for one in sure(small))
    page.says("The {} lucky teams find {:.0f} on average: twice the truth", len(sure(small)), average)
    assert 1.8 < average / TRUTH < 2.2
    assert len(sure(large)) == 40
    page.says(
        "With {} people all {} intervals leave out 0, and the differences run from {:.0f} to {:.0f}",
        320, 40, *run(large),
    )  # fmt: skip
    page.says("here {} of {} with {} people, and {} of {} with {}", missed[20], 40, 20, missed[320], 40, 320)
    page.says('That is what "{}%" means. In the long run, {} of 100 such intervals miss', 95, 5)
    page.says("which of the {} you have in your hand", 40)
    page.says("**The {} teams are made up**", 40)


def effect_sizes(page):
    arm, scale = result("bron-2011", "function", "12 weeks"), T["bron-2011"].scales["function"]
    treated, waiting = arm.groups
    pooled = sqrt(
        ((treated.n - 1) * treated.sd**2 + (waiting.n - 1) * waiting.sd**2) / (treated.n + waiting.n - 2)
    )
    effect = round(treated.mean - waiting.mean, 1) / round(pooled, 1)
    page.says("One trial uses a line of {} mm, the next a scale from 0 to {}", 100, 10)
    page.says("daily life with the arm from {:.0f} to {:.0f}, lower", scale.low, scale.high)
    page.says(
        "After {} weeks the mean was {} with treatment and {} on the waiting list",
        12, treated.mean, waiting.mean,
    )  # fmt: skip
    page.says("deviations were {} and {}; taken together, {:.1f}", treated.sd, waiting.sd, pooled)
    page.says(
        "({} - {}) ÷ {:.1f} = {:.1f} ÷ {:.1f} = {:.2f}",
        treated.mean, waiting.mean, pooled, arm.difference.estimate, pooled, effect,
    )  # fmt: skip
    page.says("does not print this {:.2f}", effect)
    week = result("bron-2011", "pain-week", "6 weeks").groups
    spread = 20
    page.says(
        "pain over the last {} days had standard deviations of {} and {} before",
        7,
        *(g.before_sd for g in week),
    )
    page.says("Take {} as a round number", spread)
    page.says("Then {} standard deviations are {} × {} = {:.0f} points", 0.5, 0.5, spread, 0.5 * spread)
    page.says("points of {}, and {} are {:.0f} points", 100, 0.2, 0.2 * spread)
    labels = re.findall(r"0\.\d", E.references["CochraneHandbook51smd"].finding)
    page.says("labels: {} small, {} moderate, {} large", *labels)


def sham(page):
    head = T["moraska-2015"]
    note = result("moraska-2015", "headaches", "6 weeks").note
    massage, device = re.findall(r"p [<=] [\d.]+\d", note)
    assert "no difference detected between the two" in note
    page.says("{} people with headache had massage", head.randomised)
    page.says("less often than before with massage ({})", massage)
    page.says("switched off ({})", device)
    page.says("both other groups (p = {})", result("moraska-2015", "change", "6 weeks").p)
    review, nothing = (E.findings[f"vickers2018-acupuncture-pain-{name}"] for name in ("sham", "nothing"))
    assert nothing.against == "nothing" and review.against == "sham"
    against = re.match(r"(0\.\d) standard deviations against sham, (0\.\d) against no", review.note).groups()
    page.says("pooled {} trials with {:,} people", review.trials, review.people)
    page.says("one of them is taken as {} points of {}", 20, 100)
    page.says("| nothing | about {} | about {:.0f} |", against[1], 20 * float(against[1]))
    page.says("| a sham | about {} | about {:.0f} |", against[0], 20 * float(against[0]))


def bias(page):
    pilot = result("campa-moran-2015", "pain", "at the last visit").groups
    page.says("was {}, {} and {} in its three groups", *(group.before_mean for group in pilot))
    assert "within 5 minutes of one treatment" in T["gemmell-2008"].bias
    page.says("asked for within {} minutes of one treatment", 5)
    assert "73 of 80 (91 %) were still there at 12 months" in T["sterling-2015"].bias
    page.says("a trial of {}, of a muscle energy", E.references["Mehdikhani2012RETRACTED"].year)
    page.says("After {} months {} of {} people were", 12, 73, T["sterling-2015"].randomised)
    assert "wrote the diary themselves. The same physiotherapist examined and treated" in (
        T["berggreen-2012"].bias
    )
    assert "Those who waited knew that they waited" in T["bron-2011"].bias
    assert "Pain, asked for as well, improved alike in both groups" in T["arias-buria-2017"].bias


def five_more(page):
    page.says("does the interval hold 0?")
    foot = result("cotchett-2014", "foot-pain", "6 weeks").difference
    page.says("{} ({} to {}) leaves out 0, just", *ends(foot))
    important = T["cotchett-2014"].scales["foot-pain"].important
    page.says("It also holds {:.0f}, the smallest change", important)
    assert 0 < foot.low < important < foot.high
    function = T["bron-2011"].scales["function"]
    early, late = (result("bron-2011", "function", f"{weeks} weeks").difference for weeks in (6, 12))
    assert early.low < -function.important < late.high < 0 < early.high and late.low < -function.important
    page.says(
        "After {} weeks the interval holds 0. After {} weeks it does not: {} ({} to {})", 6, 12, *ends(late)
    )
    page.says("Both hold {}, a change within one person", function.important)
    found, error = re.search(r"found ([\d.]+) points, but could not tell less than ([\d.]+)", (
        function.important_note
    )).groups()  # fmt: skip
    page.says("Another study found {} points, but could not tell less than {} from error", found, error)
    arm = T["arias-buria-2017"]
    beyond = [one.difference.high < -arm.scales["function"].important for one in arm.results[:4]]
    assert beyond == [True, True, True, False]  # "the first three intervals"
    neck = [result("sterling-2015", "disability", f"{weeks} weeks").difference for weeks in (6, 12)]
    assert {one.estimate for one in neck} == {-0.3}
    assert all(4.5 < one.high - one.estimate < 5.5 and 4.5 < one.estimate - one.low < 5.5 for one in neck)
    page.says("Both differences are {}, with intervals of about {} points", neck[0].estimate, 5)
    back = T["cherkin-2011"]
    page.says("two kinds of massage, {} people", back.randomised)
    disability = back.scales["disability"]
    assert "a difference between groups" in disability.important_note and not back.about_trigger_points
    page.says("The dashed line is at {:.0f} points", disability.important)
    drawn = [one.difference for one in back.results if one.scale == "disability"]
    assert all(one.low < -disability.important < one.high for one in drawn)


def exercise_a(page):
    f, a = F["campa-moran-interval"], A["campa-moran-interval"]
    page.says("it fell from {} to {}, that is by {}.", f["before"], f["after"], f["printed"])
    page.says("Interval of this change: {} to {}", f["low"], f["high"])
    page.says("{} - {} = {}. The fall is as printed", f["before"], f["after"], a["fall"])
    page.says("{} is above {}. It lies outside", f["printed"], f["high"])
    half = f["printed"] - f["low"]
    page.says("{} - {} = {:.1f}. As far to", f["printed"], f["low"], half)
    page.says("{} + {:.1f} = {}.", f["printed"], half, a["even_high"])
    page.says("the interval stays above 0. And it is a change within one group")
    others = [group for group in result("campa-moran-2015", "pain", "at the last visit").groups]
    falls = [round(group.before_mean - group.mean, 1) for group in others if group.name != "Soft tissue"]
    reach = [f["other_high"] - falls[0], falls[0] - f["other_low"], f["third_high"] - falls[1],
             falls[1] - f["third_low"]]  # fmt: skip
    assert {round(one, 1) for one in reach} == {13.4, 13.5}
    page.says(
        "{} would fit: the intervals of the two other groups reach {} or {}", a["even_high"], 13.4, 13.5
    )


def exercises_b_to_f(page):
    f, a = F["bron-sign"], A["bron-sign"]
    page.says("difference {}, interval {} to {}", f["printed"], f["low"], f["high"])
    page.says("{} + {} = {:.1f}.", f["low"], f["high"], f["low"] + f["high"])
    page.says(
        "{:.1f} ÷ 2 = {}. The printed difference is {},", f["low"] + f["high"], a["middle"], f["printed"]
    )
    page.says("from {} to {}, and {} is in its middle", a["turned_low"], a["turned_high"], f["printed"])
    page.says("both intervals hold 0.")

    f, a = F["bron-differences"], A["bron-differences"]
    page.says("pain of the last {} days. After {} weeks", 7, 6)
    page.says("{} waiting, {} treated, difference {}.", f["waiting_6"], f["treated_6"], f["printed_6"])
    page.says("After {} weeks: {} and {}, difference {}",
              12, f["waiting_12"], f["treated_12"], f["printed_12"])  # fmt: skip
    for weeks in (6, 12):
        page.says(
            "After {} weeks: {} - {} = {}. Printed: {}.",
            weeks, f[f"waiting_{weeks}"], f[f"treated_{weeks}"], a[f"difference_{weeks}"],
            f[f"printed_{weeks}"],
        )  # fmt: skip
    off = [a[f"difference_{weeks}"] - f[f"printed_{weeks}"] for weeks in (6, 12)]
    page.says("off by {:.1f} and {:.1f} points of 100", *off)
    page.says("Half a point of 100")

    f, a = F["bae-words"], A["bae-words"]
    page.says("a threshold of {} before and {} after", f["before"], f["after"])
    page.says("{} - {} = {:.2f}. In the table it went up", f["after"], f["before"], a["rise"])

    f, a = F["stieven-sign"], A["stieven-sign"]
    page.says("difference {}, interval {} to {}", f["printed"], f["low"], f["high"])
    page.says("On which side of 0")
    page.says("{} + {} = {:.2f}.", f["low"], f["high"], f["low"] + f["high"])
    page.says("{:.2f} ÷ 2 = {}. The middle lies above 0", f["low"] + f["high"], a["middle"])
    page.says("{} is not {} either", -f["printed"], a["middle"])
    page.says("The interval holds 0, and the authors say")

    f, a = F["sterling-middle"], A["sterling-middle"]
    half, year = (f["half_year"], f["half_year_low"], f["half_year_high"]), (
        f["year"], f["year_low"], f["year_high"])  # fmt: skip
    page.says("After {} months: {} ({} to {}). After {} months: {} ({} to {})", 6, *half, 12, *year)
    page.says("evenly around {}. Does it hold 0?", half[0])
    page.says(
        "({} - {}) ÷ 2 = {} and ({} - {}) ÷ 2 = {}.",
        half[1], -half[2], a["half_year_middle"], year[1], -year[2], a["year_middle"],
    )  # fmt: skip
    width = half[2] - half[1]
    page.says("The width at {} months: {} - {} = {:.2f}.", 6, -half[1], -half[2], width)
    page.says("Half of it is {:.2f}.", width / 2)
    page.says(
        "Even around {}: {} - {:.2f} = {} and {} + {:.2f} = {}. It holds 0",
        half[0], half[0], width / 2, a["half_year_even_low"], half[0], width / 2, a["half_year_even_high"],
    )  # fmt: skip
    page.says("at {} months: {} to {}. It holds 0 as well", 12, a["year_even_low"], a["year_even_high"])


def exercise_g(page):
    f, a = F["gemmell-odds-ratio"], A["gemmell-odds-ratio"]
    better, people, sham_better = int(f["events"]), int(f["people"]), int(f["sham_events"])
    rest, sham_rest = people - better, people - sham_better
    page.says("at least {} mm less pain", 20)
    assert {one.definition for one in T["gemmell-2008"].responders} == {"pain at least 20 mm lower"}
    page.says("| Compression | {} | {} |", better, rest)
    page.says("| Sham | {} | {} |", sham_better, sham_rest)
    page.says("There were {} people in each group", people)
    page.says(
        "odds ratio of {} ({}% interval {} to {})", f["printed"], 95, f["printed_low"], f["printed_high"]
    )
    page.says("1 means no difference")
    odds, sham_odds = better / rest, sham_better / sham_rest
    page.says("compression: {} ÷ {} = {:.2f}.", better, rest, odds)
    page.says("sham: {} ÷ {} = {:.3f}.", sham_better, sham_rest, sham_odds)
    page.says("{:.2f} ÷ {:.3f} = {}. Printed: {}", odds, sham_odds, a["odds_ratio"], f["printed"])
    middle = log(odds / sham_odds)
    error = sqrt(1 / better + 1 / rest + 1 / sham_better + 1 / sham_rest)
    page.says("ln {} is {:.3f}.", a["odds_ratio"], middle)
    page.says("√(1/{} + 1/{} + 1/{} + 1/{}) = {:.3f}.", better, rest, sham_better, sham_rest, error)
    page.says("And {} × {:.3f} = {:.3f}.", 1.96, error, 1.96 * error)
    low, high = exp(middle - 1.96 * error), exp(middle + 1.96 * error)
    page.says(
        "{:.3f} - {:.3f} is {:.2f}, and e to the power of {:.3f} + {:.3f} is {:.2f}.",
        middle, 1.96 * error, low, middle, 1.96 * error, high,
    )  # fmt: skip
    page.says("Recomputed: {} ({} to {})", a["odds_ratio"], a["low"], a["high"])
    page.says("leaves out 1. The recomputed one holds it")
    assert a["low"] < 1 < f["printed_low"]
    between = sqrt(f["printed_low"] * f["printed_high"])
    page.says("√({} × {}) = {:.2f}.", f["printed_low"], f["printed_high"], between)
    assert round(between, 2) == f["printed"]
    with_3 = (better / rest) / (3 / (people - 3))
    error = sqrt(1 / better + 1 / rest + 1 / 3 + 1 / (people - 3))
    page.says(
        "With {} better under sham the ratio would be {:.1f} ({:.1f} to {:.1f}), which leaves out 1",
        3, with_3, exp(log(with_3) - 1.96 * error), exp(log(with_3) + 1.96 * error),
    )  # fmt: skip
    page.says("about {} people in a group", people)


def exercise_h(page):
    f, a = F["gemmell-nnt"], A["gemmell-nnt"]
    better, people, sham_better = int(f["events"]), int(f["people"]), int(f["sham_events"])
    page.says(
        "{} of {} and {} of {}: number needed to treat {} ({} to {})",
        better, people, sham_better, people, f["printed"], f["printed_low"], f["printed_high"],
    )  # fmt: skip
    page.says("It is 1 divided by")
    (arm,) = [one for one in T["bron-2011"].responders if one.when == "12 weeks"]
    first, second = arm.treated_events / arm.treated_n, arm.compared_events / arm.compared_n
    page.says("{} of {} people felt better", arm.treated_events, arm.treated_n)
    page.says("and {} of {} on the waiting list", arm.compared_events, arm.compared_n)
    page.says("{}/{} is {:.2f} and {}/{} is {:.2f}.", arm.treated_events, arm.treated_n, first,
              arm.compared_events, arm.compared_n, second)  # fmt: skip
    page.says(
        "differ by {:.2f}, and 1 ÷ {:.2f} is {:.1f}.", first - second, first - second, 1 / (first - second)
    )
    page.says("try it with {} of {} under sham", 3, people)
    first, second, with_3 = better / people, sham_better / people, 3 / people
    page.says("{}/{} = {:.2f} and {}/{} = {:.2f}.", better, people, first, sham_better, people, second)
    page.says("They differ by {:.2f}.", first - second)
    page.says("1 ÷ {:.2f} = {}. Printed: {}.", first - second, a["nnt"], f["printed"])
    page.says("With {} of {}: {:.2f} - {:.2f} = {:.2f}, and 1 ÷ {:.2f} = {}.", 3, people, first, with_3,
              first - with_3, first - with_3, a["nnt_with_3"])  # fmt: skip
    page.says("would be {} to {}. These are", a["low_with_3"], a["high_with_3"])
    assert (a["low_with_3"], a["high_with_3"]) == (f["printed_low"], f["printed_high"])
    page.says("Whether {} or {} felt better with sham. The abstract prints {},", 3, sham_better, sham_better)


def your_turn(page):
    f, a = F["stieven-middle"], A["stieven-middle"]
    page.says("pain over {} hours, {} ({} to {})", 24, f["day"], f["day_low"], f["day_high"])
    page.says("({} + {}) ÷ 2 is {}", f["day_low"], f["day_high"], a["day_middle"])


def prose():
    cells = json.loads((ROOT / NOTEBOOK).read_text(encoding="utf-8"))["cells"]
    return "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")


def test_every_number_follows_from_the_trials():
    page = Page(NOTEBOOK)
    with_slips = sum(bool(trial.slips) for trial in T.values())
    assert (with_slips, len(T)) == (7, 15)
    page.says("in seven of the fifteen reports")
    for key in re.findall(r"\w+", re.search(r"\{cite:p\}`([^`]+)`", prose())[1]):
        if citation(E.references[key])["label"] in page.text:
            page.says(citation(E.references[key])["label"])
    page.says("(a study of {})", E.references["HeelPainMID2010"].year)
    (version,) = re.findall(r"^Cochrane Handbook ([\d.]+),", E.references["CochraneHandbook51smd"].title)
    page.says("[Cochrane Handbook {}]", version)
    for part in (one_trial, forty_teams, effect_sizes, sham, bias, five_more, exercise_a, exercises_b_to_f,
                 exercise_g, exercise_h, your_turn):  # fmt: skip
        part(page)
    assert page.left_over() == []


def test_the_page_accuses_nobody_and_settles_nothing():
    """No slip is called more than one, and no difference is given where the report prints none."""
    page = Page(NOTEBOOK)
    assert not re.search(r"fraud|fabricat|cheat|fake|dishonest|falsif", page.text, re.I)
    assert not re.search(r"65 (people )?(were )?randomised", page.text)
    assert page.text.count("**What cannot be known.**") == 8
    for cite in ("Takamoto", "Hains"):
        assert cite not in page.text


def test_every_slip_is_on_the_page_as_an_exercise_or_in_the_list():
    cells = json.loads((ROOT / NOTEBOOK).read_text(encoding="utf-8"))["cells"]
    source = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    done = re.findall(r'"([a-z-]+)"', re.search(r"DONE = .*?\n(?=found)", source, re.S)[0])
    assert set(done) < set(SLIPS)
    assert len(SLIPS) - len(done) == 7  # "Seven more"
    boxes = dict(re.findall(r'slips\["([a-z-]+)"\]\["([a-z0-9_]+)"\]', source))
    assert set(boxes) == set(done)
    assert all(answer in A[slip] for slip, answer in boxes.items())

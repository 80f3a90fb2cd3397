"""What the page "Reading a trial" says of the trials, sentence by sentence, with the numbers computed."""

import re
from math import sqrt
from statistics import fmean

from triggerpoints import Evidence
from triggerpoints.evidence.chance import again

E = Evidence()
T = E.trials
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

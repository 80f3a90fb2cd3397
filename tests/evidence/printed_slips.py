"""What the page "Reading a trial" says in its exercises on slips, with every step computed."""

from math import exp, log, sqrt

from printed_trials import T, result

SLIPS = {slip.id: slip for trial in T.values() for slip in trial.slips}
F = {name: slip.figures for name, slip in SLIPS.items()}
A = {name: slip.answers for name, slip in SLIPS.items()}


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

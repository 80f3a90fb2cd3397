"""Every number of the notebook on agreement, held to the data, the formula and the seeded tries."""

import pytest
from printed import Page

from triggerpoints import Evidence
from triggerpoints.evidence import agreed_by_luck, kappa
from triggerpoints.evidence.charts import two_examiners
from triggerpoints.evidence.charts._small_samples import spread
from triggerpoints.evidence.examiners import expected, tries

EVIDENCE = Evidence()
CITED = {
    "Cohen": "Cohen1960",
    "Feinstein and Cicchetti": "Feinstein1990",
    "Zec and colleagues": "Zec2017",
    "Lucas and colleagues": "Lucas2009",
    "Rathbone and colleagues": "Rathbone2017",
    "Intertester reliability of judgments": "LumbarTrP1992",
    "Myburgh and colleagues": "Myburgh2011",
    "Mayoral del Moral and colleagues": "MayoralDelMoral2018",
    "Bron and colleagues": "Bron2007",
    "Interexaminer reliability, shoulder": "ShoulderMTP2018",
    "Hsieh and colleagues": "Hsieh2000",
    "Zuil-Escobar and colleagues": "ZuilEscobar2016",
    "Cerezo-Téllez and colleagues": "CerezoTellez2016",
    "Ortega-Santiago and colleagues": "OrtegaSantiago2020",
}
GROUPS = (
    "wheelchair basketball, shoulder pain",
    "wheelchair basketball, no pain",
    "basketball on foot, no pain",
)


@pytest.fixture(scope="module")
def page():
    return Page("notebooks/how_well_do_two_people_agree.ipynb")


def published(cite, sign="", raters="", statistic="kappa"):
    (one,) = (
        record
        for record in EVIDENCE.agreements
        if record.cite == cite
        and record.statistic == statistic
        and record.sign.startswith(sign)
        and record.raters.startswith(raters)
    )
    return one


def year(key):
    return EVIDENCE.references[key].year


def found(group, kind, place=None):
    return sum(
        getattr(row, kind) for row in EVIDENCE.tallies if row.group == group and place in (None, row.place)
    )


def simulated(share):
    """Return agreed, by luck and kappa as the chart of ``share`` of 100 prints them."""
    words = two_examiners(share / 100).layout.title.text.replace("<br>", " ").split()
    return int(words[5]), int(words[11].rstrip(".")), float(words[-1].rstrip("."))


def the_game(page):
    page.says("on {:,} spots", 20_000)
    page.says("when some of {} spots really have the sign: from {}, a rare sign, to {}", 100, 5, 50)
    page.says("It stops at {}, because above it", 50)
    page.says("when {} spots have the sign", 90)
    page.says("kappa is as low as for {}", 10)
    assert expected(0.9, 0.9).kappa == pytest.approx(expected(0.1, 0.9).kappa)
    agreed, luck, beyond = simulated(25)
    page.says(
        "At {} of {}, A and B agree on {} spots. Luck alone would give {}. Kappa is {}",
        25, 100, agreed, luck, beyond,
    )  # fmt: skip
    agreed, luck, beyond = simulated(50)
    page.says(
        "At {} of {} they still agree on {}. Luck alone would give {}. Kappa is {}",
        50,
        100,
        agreed,
        luck,
        beyond,
    )
    assert max(simulated(share)[2] for share in range(5, 55, 5)) == beyond  # "as high as it gets here"
    agreed, luck, beyond = simulated(5)
    page.says("At {} of {} they still agree on {}. But both", 5, 100, agreed)
    page.says("luck alone gives {}. Kappa falls to {:.2f}", luck, beyond)
    page.says("let A be right {} times in {}. That is tossing a coin", 50, 100)
    page.says("Kappa falls to about {}", 0)
    assert [expected(share, 0.5, 0.9).kappa for share in (0.05, 0.5)] == pytest.approx([0, 0])


def the_formula(page):
    page.says("proposed kappa in {}", year("Cohen1960"))
    page.says("kappa = (agreed − luck) ÷ ({} − luck)".replace("−", "-"), 1)
    page.says("- **{}**: they agree every time", 1)
    page.says("- **{}**: they agree no more", 0)
    page.says("- **below {}**: they agree less", 0)
    page.says("at {} of {} it gave {:.2f}, and the formula", 5, 100, simulated(5)[2])
    page.says("the formula gives {:.2f}", expected(0.05, 0.9).kappa)
    page.says("right {}, {} or {} times in {}", 80, 90, 95, 100)
    page.says("{:.2f} for two people who are right {} times in {}", expected(0.5, 0.9).agreed, 90, 100)
    page.says(
        "it is {:.2f} in the middle, {:.2f} at {} of {} and {:.2f} at {} of {}",
        expected(0.5, 0.9).kappa, expected(0.1, 0.9).kappa, 10, 100, expected(0.01, 0.9).kappa, 1, 100,
    )  # fmt: skip
    page.says("right {} times in {} have {:.2f} at {} of {}", 95, 100, expected(0.01, 0.95).kappa, 1, 100)
    page.says("right only {} times have {:.2f} in the middle", 80, expected(0.5, 0.8).kappa)
    tables = ((40, 9, 6, 45), (80, 10, 5, 5))
    both = []
    for yes, first, second, no in tables:
        assert (yes + first + second + no, yes + no) == (100, 85)
        ana = [True] * (yes + first) + [False] * (second + no)
        ben = [True] * yes + [False] * first + [True] * second + [False] * no
        both.append(kappa(ana, ben))
    page.says("Two tables of {} answers", 100)
    page.says("{} answers were alike in each, and kappa was {:.2f} in one and {:.2f} in the other", 85, *both)


def the_small_samples(page):
    page.says("each right {} times in {}, and {} of {} spots with the sign", 90, 100, 25, 100)
    page.says("do it {:,} times over. Each line in the chart spans the middle {} of {}", 1000, 90, 100)
    low, _, high = spread(tries(10, 0.25, 0.9))
    page.says("With {} spots kappa ran from {:.2f} to {:.2f}", 10, low, high)
    low, _, high = spread(tries(40, 0.25, 0.9))
    page.says("With {} spots it still ran from {:.2f} to {:.2f}", 40, low, high)
    low, _, high = spread(tries(400, 0.25, 0.9))
    page.says("It takes {} spots to stay between {:.2f} and {:.2f}", 400, low, high)


def the_kappas(page):
    known, band, twitch = (
        published("Lucas2009", sign) for sign in ("known pain", "taut band", "local twitch")
    )
    page.says("with its {}% interval", 95)
    page.says("The dotted line at {} is luck", 0)
    page.says("**Nine studies, {}.** Known pain", year("Lucas2009"))
    page.says("pressing did best: {:.2f} to {:.2f}", known.low, known.high)
    assert all(known.low > one.low for one in EVIDENCE.agreements if one.cite == "Lucas2009" and one != known)
    page.says("Taut band and local twitch started below {}", 0)
    assert max(band.low, twitch.low) < 0
    pooled = published("Rathbone2017", "trigger point")
    page.says("**Six studies pooled, {}.**", year("Rathbone2017"))
    page.says(
        "A kappa of {:.2f}, with an interval from {:.2f} to {:.2f}, from {} people",
        pooled.estimate, pooled.low, pooled.high, pooled.people,
    )  # fmt: skip
    tender, known = (published("Rathbone2017", sign) for sign in ("tenderness", "known pain"))
    page.says("Tenderness reached {} and known pain {}", tender.low, known.low)
    back = published("LumbarTrP1992")
    page.says("**Low back, {}.** Twelve physiotherapists", year("LumbarTrP1992"))
    assert back.raters.startswith("12 physiotherapists")
    page.says("in pairs: {} to {}", back.low, back.high)
    both, mixed, none = (published("Myburgh2011", raters=who) for who in ("two exp", "one exp", "two inexp"))
    page.says("**Upper trapezius, {}.**", year("Myburgh2011"))
    page.says(
        "reached {}, mixed pairs {} and {}, two without experience {}",
        both.low,
        mixed.low,
        mixed.high,
        none.low,
    )
    page.says("**Upper quarter, {}.**", year("MayoralDelMoral2018"))
    muscle = published("MayoralDelMoral2018", "trigger point")
    person = published("MayoralDelMoral2018", "myofascial")
    page.says("reached {} for single muscles and {:.2f} for whole people", muscle.low, person.low)
    assert "20 patients and 20 people without pain" in person.note
    page.says("They saw {} patients and {} people without pain", 20, 20)


def the_percents(page):
    page.says("out of {}", 100)
    page.says("The shoulder study of {} had {} people", year("Bron2007"), 40)
    twitch = published("Bron2007", "local twitch", statistic="percent agreement")
    page.says("Local twitch ran from {:.0f} to {:.0f}: the widest line", twitch.low, twitch.high)
    assert twitch.people == 40
    widths = [one.high - one.low for one in EVIDENCE.agreements if one.statistic == "percent agreement"]
    assert max(widths) == twitch.high - twitch.low
    percent = published("LumbarTrP1992", statistic="percent agreement")
    beyond = published("LumbarTrP1992")
    page.says("The low back study of {} printed both", year("LumbarTrP1992"))
    page.says("agreed on {:.0f} to {:.0f} of {} judgements", percent.low, percent.high, 100)
    lucks = [
        100 * (agreed / 100 - k) / (1 - k)
        for agreed in (percent.low, percent.high)
        for k in (beyond.low, beyond.high)
    ]
    page.says("given between {:.0f} and {:.0f} of them", min(lucks), max(lucks))
    yes = published("LumbarTrP1992", statistic="positive agreement")
    page.says("About half the time ({} to {})", yes.low, yes.high)
    page.says("A shoulder study of {} used two other", year("ShoulderMTP2018"))
    adjusted = published("ShoulderMTP2018", statistic="PABAK")
    page.says('{} to {} for "a point is there"', adjusted.low, adjusted.high)
    weighted = published("ShoulderMTP2018", statistic="weighted kappa")
    page.says('"active or latent": {} to {}', weighted.low, weighted.high)


def the_training(page):
    assert {(one.people, one.place) for one in EVIDENCE.agreements if one.cite == "Hsieh2000"} == {
        (52, "20 muscles of the trunk and the leg")
    }
    page.says("They pressed {} muscles of {} people", 20, 52)

    def pair(sign):
        who = ("expert and untrained", "expert and trained", "untrained non", "trained non")
        return [published("Hsieh2000", sign, raters).low for raters in who]

    page.says("{:.3f} to {:.3f} with an expert, {:.3f} to {:.3f} without one", *pair("taut band"))
    expert_before, expert_after, before, after = pair("referred pain")
    page.says("were no experts: {:.3f} to {:.3f}", before, after)
    page.says("hardly moved: {:.3f} to {:.3f}", expert_before, expert_after)
    page.says("did not gain: {:.3f} to {:.3f}, and {:.3f} to {:.3f}", *pair("local twitch"))
    page.says("reached {}", 0.5)
    values = [one.high for one in EVIDENCE.agreements if one.cite == "Hsieh2000"]
    assert len(values) == 12 and max(values) < 0.5


def the_counts(page):
    latent = [one.mean for one in EVIDENCE.points if one.kind == "latent" and not one.pain]
    page.says("had latent points too: {:.1f} to {:.1f} on average", min(latent), max(latent))
    assert all(one.pain for one in EVIDENCE.points if one.kind == "active")
    (legs,) = (one for one in EVIDENCE.prevalence if one.place == "at least one leg muscle")
    page.says("Of {} people without pain, {}% had", legs.people, legs.low)
    (neck,) = (one for one in EVIDENCE.prevalence if one.place == "any muscle examined")
    assert neck.low == 100
    page.says("Of {0} people with neck pain, all {0} had points", neck.people)
    players = {(row.group, row.n) for row in EVIDENCE.tallies}
    page.says("on both sides of {} players", sum(people for _, people in players))
    places = list(dict.fromkeys(row.place for row in EVIDENCE.tallies))
    assert len(places) == 10
    pained, seated, on_foot = GROUPS
    columns = ((pained, "active"), (pained, "latent"), (seated, "latent"), (on_foot, "latent"))
    for place in places:
        page.says(
            "| {} | {} | {} | {} | {} |", place.capitalize(), *(found(*column, place) for column in columns)
        )
    totals = [found(*column) for column in columns]
    page.says("| **All points** | {} | {} | {} | {} |", *totals)
    none, muscles = ([found(group, what) for group in GROUPS] for what in ("none", "n"))
    page.says("{} + {} points and {} muscles", totals[0], totals[1], none[0])
    page.says("make {}, the {} muscles of {} players", muscles[0], 20, muscles[0] // 20)
    page.says("{} + {} make {} ({} players)", totals[2], none[1], muscles[1], muscles[1] // 20)
    page.says("and {} + {} make {} ({} players)", totals[3], none[2], muscles[2], muscles[2] // 20)
    assert [totals[0] + totals[1] + none[0], totals[2] + none[1], totals[3] + none[2]] == muscles
    assert found(seated, "active") == found(on_foot, "active") == 0
    people = [count // 20 for count in muscles]
    page.says(
        "{} active points in {} players are {:.1f} each, and {} latent ones are {:.1f} each",
        totals[0], people[0], totals[0] / people[0], totals[1], totals[1] / people[0],
    )  # fmt: skip
    means = {(one.who, one.kind): one.mean for one in EVIDENCE.points if one.cite == "OrtegaSantiago2020"}
    page.says("The article prints {:.1f} and {:.1f}", means[pained, "active"], means[pained, "latent"])
    page.says("gives {:.2f} in a wheelchair and {:.2f} on foot", totals[2] / people[1], totals[3] / people[2])
    assert means[seated, "latent"] == means[on_foot, "latent"]
    page.says("prints {:.1f} for both", means[seated, "latent"])
    page.says("The review of {} says", year("Lucas2009"))


def the_exercise(page):
    page.says("| **A: tender** | {} | {} |", 3, 1)
    page.says("| **A: not tender** | {} | {} |", 1, 5)
    ana = [True] * 4 + [False] * 6
    ben = [True] * 3 + [False, True] + [False] * 5
    luck, beyond = agreed_by_luck(ana, ben), kappa(ana, ben)
    page.says("{} + {} = {} of {} places: {:.2f}", 3, 5, 8, 10, 8 / 10)
    page.says("for {} of {}, and so did B", sum(ana), 10)
    page.says("Luck gives {} × {} for", 0.4, 0.4)
    page.says('and {} × {} for "not tender": {:.2f} + {:.2f} = {:.2f}', 0.6, 0.6, 0.16, 0.36, luck)
    page.says("({:.2f} - {:.2f}) ÷ ({} - {:.2f}) = {:.2f} ÷ {:.2f}", 0.8, luck, 1, luck, 0.28, 0.48)
    page.says("= **{:.2f}**", beyond)
    page.says("kappa would be {:.2f}", kappa([True] * 3 + [False] * 7, ben))


def test_every_number_is_what_the_data_give(page):
    for name, key in CITED.items():
        page.says(name + ", {}", year(key))
    for part in (
        the_game, the_formula, the_small_samples, the_kappas, the_percents, the_training, the_counts,
        the_exercise,
    ):  # fmt: skip
        part(page)
    assert page.left_over() == []

"""Every number on the page about harm is computed from the counts, or is the printed one in the data."""

import ast
import json
from pathlib import Path

import pytest
from printed import ROOT, Page

from triggerpoints import Evidence
from triggerpoints.evidence import citation
from triggerpoints.evidence.charts._harms import rate
from triggerpoints.evidence.rates import at_most, exact, needed, percent, rule_of_three

NOTEBOOK = Path("notebooks/how_safe_is_it.ipynb")
EVIDENCE = Evidence()
HARMS = EVIDENCE.harms
MINOR, MAJOR = HARMS["cambron-minor"], HARMS["cambron-major"]
MILD, NONE = HARMS["brady-mild"], HARMS["brady-significant"]
BOYCE, TWENTY = HARMS["boyce-minor"], HARMS["boyce-major"]
VISITS, SERIOUS = HARMS["degenhardt-worse"], HARMS["paanalahti-serious"]
LUNG, AT_RISK = HARMS["lin-pneumothorax"], HARMS["lin-pneumothorax-chest"]


@pytest.fixture(scope="module")
def page():
    return Page(NOTEBOOK)


def share(row):
    return exact(row.count, row.of)


def ends(interval):
    return interval.low, interval.high


def per_million(percentage):
    return percentage * 10_000


def test_the_page_prints_nothing_that_the_data_do_not_give(page):
    says_who_was_cited(page)
    says_the_answer(page)
    says_who_counted(page)
    says_what_counts_leave_open(page)
    says_how_much_none_is(page)
    says_brady_again(page)
    says_what_hands_did(page)
    says_what_was_reported(page)
    says_what_to_do(page)
    assert page.left_over() == []


def says_who_was_cited(page):
    named = {
        "Cambron2007": "Cambron and colleagues", "Brady2014": "Brady and colleagues",
        "Lin2019": "Lin and colleagues", "MacPherson2005": "MacPherson and Thomas",
        "Degenhardt2018": "Degenhardt and colleagues",
        "Eypasch1995": "Eypasch and colleagues", "Boyce2020": "Boyce and colleagues",
        "Paanalahti2014": "Paanalahti and colleagues", "Carnes2010": "Carnes and colleagues",
        "Cotchett2014": "Cotchett and colleagues", "Ernst2003": "Ernst", "Yin2014": "Yin and colleagues",
        "Wu2015": "Wu and colleagues", "Xu2013": "Xu and colleagues", "Baumler2021": "Bäumler and colleagues",
    }  # fmt: skip
    for key, names in named.items():
        reference = EVIDENCE.references[key]
        page.says("{}, {}", names, reference.year)
        assert citation(reference)["label"].startswith(names.split()[0])


def says_the_answer(page):
    assert round(share(MINOR).estimate) == MINOR.percent == 10
    page.says("Of {} clients who answered after a massage, about {:.0f} in 100", MINOR.of, MINOR.percent)
    page.says(
        "{:.0f} mild events for each 100 treatments in one survey and {:.0f} in another",
        share(MILD).estimate, share(BOYCE).estimate,
    )  # fmt: skip
    assert share(BOYCE).estimate == pytest.approx(2 * share(MILD).estimate, rel=0.1)  # twice as many
    page.says("None among {} still leaves up to {:.0f} in 100", MAJOR.of, at_most(0, MAJOR.of))


def says_who_counted(page):
    assert "91 of 100 answered" in MINOR.counting
    page.says("{} of {} answered every question", MINOR.of, 100)
    page.says("That was {}.", MINOR.during)
    assert MILD.counting.startswith("39 physiotherapists")
    assert MILD.during.startswith("ten months")
    page.says("{} physiotherapists filled in forms through ten months and {:,} treatments", 39, MILD.of)
    assert all(f"{number:,}" in LUNG.note for number in (5_407_378,))
    page.says("for {:,} treatments", 5_407_378)
    page.says("needed a hospital within {} days", int(LUNG.during.split()[0]))
    page.says("drowsiness for {} of 100 treatments", HARMS["brady-drowsy"].percent)
    page.says("another survey {:,} people", HARMS["macpherson-drowsy"].of)
    page.says("Of these, {} in 100 told", HARMS["macpherson-drowsy"].percent)


def says_what_counts_leave_open(page):
    page.says("You ask {} clients how they were after the session, and {} tell you", 20, 2)
    page.says("That is {:.0f}%. Ask {} others, and it might be none, or {}.", exact(2, 20).estimate, 20, 4)
    assert exact(0, 20).low <= 10 <= exact(0, 20).high  # 10 % fits with each of them
    assert exact(4, 20).low <= 10 <= exact(4, 20).high
    page.says("exact {:.0f}% interval", exact(2, 20).level)
    page.says("at least {:.0f} times in {}", exact(2, 20).level, 100)
    page.says("that {} in {} had, and that {} in {} had", 1, 20, 1, 10)
    page.says(
        "With 2 of 20, the share is {:.0f}%, and anything from {:.1f}% to {:.1f}%", 10, *ends(exact(2, 20))
    )
    page.says("With 10 of 100 it is still {:.0f}%, and {:.1f}% to {:.1f}%", 10, *ends(exact(10, 100)))
    page.says("With 40 of 400, {:.1f}% to {:.1f}% fits", *ends(exact(40, 400)))
    wide, narrow = exact(10, 100), exact(40, 400)
    assert (narrow.high - narrow.low) / (wide.high - wide.low) == pytest.approx(0.5, abs=0.03)
    page.says("None of {} is not nothing. The arrow starts at {:.1f}%", 20, at_most(0, 20))
    page.says("All of the {:.0f}% that we may be wrong", 100 - exact(2, 20).level)
    page.says("worse at {} of {:,} visits", VISITS.count, VISITS.of)
    simple, printed = share(VISITS), VISITS.interval
    page.says("count gives {:.1f}%, from {:.1f}% to {:.1f}%", simple.estimate, *ends(simple))
    page.says("print {}%, from {}% to {}%. That is more than twice as wide", printed.estimate, *ends(printed))
    assert printed.high - printed.low > 2 * (simple.high - simple.low)
    page.says("With {} of {}, the count of the massage survey", MINOR.count, MINOR.of)
    found = share(MINOR)
    page.says(
        "they answer: {}, and {} to {} fits", percent(found.estimate), percent(found.low), percent(found.high)
    )


def says_how_much_none_is(page):
    page.says("None of {}. Is massage safe", MAJOR.of)
    rule_of_three(31)
    with pytest.raises(ValueError, match="more than 30"):
        rule_of_three(30)
    page.says("in more than {}, divide {} by their number", 30, 3)
    page.says("at most that, with {}% confidence", 95)
    page.says(
        "3 ÷ {} = {:.1f}%. Worked out exactly it is {:.1f}%", MAJOR.of, rule_of_three(91), at_most(0, 91)
    )
    page.says('So {} clients cannot tell "never" from "{:.0f} in 100"', MAJOR.of, at_most(0, 91))
    page.says('less than 1 in {:,}"?** Turn the rule round: 3 × {:,} = {:,}.', 1000, 1000, 3 * 1000)
    page.says("The exact answer is {:,}", needed(1000))
    page.says("you see {} new clients a week. Then it takes {:.0f} weeks: about three years", 20, 3000 / 20)
    assert round(3000 / 20 / 52) == 3  # years
    assert needed(30) <= MAJOR.of < needed(100)
    page.says('For "less than 1 in {}" you need {}, and {} clients are just enough', 30, needed(30), MAJOR.of)
    zeros = [HARMS[name] for name in charted("NONE")]
    assert [row.of for row in zeros if row.of >= needed(1000)] == [NONE.of]
    page.says('For "less than 1 in {:,}" only the {:,} treatments are enough', 1000, NONE.of)
    assert max(row.of for row in zeros) < needed(10_000)
    page.says('For "less than 1 in {:,}" you need {:,}. None of the four', 10_000, needed(10_000))
    assert len(zeros) == 4


def says_brady_again(page):
    page.says("Do it again: {:,} dry needling treatments", MILD.of)
    page.says(
        "Mild events: {:,} ÷ {:,} | {}% | {:.2f}%", MILD.events, MILD.of, MILD.percent, share(MILD).estimate
    )
    assert "upper limit of 0.04 %" in NONE.note
    assert f"{rule_of_three(NONE.of):.2f}" == "0.04"
    page.says("rule of three | {}% | {:.3f}%", 0.04, rule_of_three(NONE.of))
    page.says("The exact limit is {:.3f}% as well", at_most(0, NONE.of))
    page.says("It shows 1 in {:.0f} and 1 in {:,} in one picture", 100 / share(MILD).estimate, 10_000)
    assert share(HARMS["brady-fatigue"]).low < 100 / 10_000
    page.says(
        "Bruises lead ({}%), then bleeding ({}%) and pain during the treatment ({}%)",
        *(HARMS[f"brady-{name}"].percent for name in ("bruise", "bleeding", "pain-during")),
    )
    tired = HARMS["brady-fatigue"]
    page.says(
        "Fatigue was noted {} times, and {} to {} fits",
        tired.count, *(percent(end) for end in ends(share(tired))),
    )  # fmt: skip
    page.says("{} therapists are {} clusters", 39, 39)
    page.says("events for each {} treatments", 100)
    page.says("Events for each {} treatments", 100)
    assert BOYCE.counting.startswith("420 physiotherapists")
    assert BOYCE.during == "six weeks of practice"
    page.says("followed {} physiotherapists for six weeks", 420)
    page.says(
        "{:,} minor events in {:,} sessions, {:.0f} for each 100, and {} major",
        BOYCE.events, BOYCE.of, share(BOYCE).estimate, TWENTY.events,
    )  # fmt: skip
    assert 100 / share(TWENTY).estimate == pytest.approx(1000, rel=0.03)
    page.says("Twenty is about 1 in {:,}: {:.2f}% to {:.2f}% fits", 1000, *ends(share(TWENTY)))
    page.says("had none, and at most {:.3f}% fits. The two do not meet", at_most(0, NONE.of))
    assert at_most(0, NONE.of) < exact(0, NONE.of).high < share(TWENTY).low
    page.says("which the {} were", TWENTY.events)


def says_what_hands_did(page):
    page.says("**Massage, {} clients.** About {:.0f} in 100 told", MINOR.of, MINOR.percent)
    assert MINOR.note == "Most of it began within 12 hours and was over after 36."
    page.says("within {} hours and was over after {}", 12, 36)
    page.says("anything major: at most {:.1f}%", at_most(0, MAJOR.of))
    page.says("**Several techniques, {} people.**", SERIOUS.of)
    assert "2,692 visits" in SERIOUS.during
    page.says("in {:,} visits", 2692)
    page.says("No serious event: at most {:.2f}%", at_most(0, SERIOUS.of))
    cohorts, trials = HARMS["carnes-cohorts"].interval, HARMS["carnes-trials"].interval
    page.says("{:.0f}% ({:.0f}% to {:.0f}%) in studies that followed", cohorts.estimate, *ends(cohorts))
    page.says("{:.0f}% ({:.1f}% to {:.1f}%) in trials", trials.estimate, *ends(trials))
    assert min(cohorts.estimate, trials.estimate) > MINOR.percent  # other studies counted more
    assert "less with usual care (RR 1.91" in EVIDENCE.references["Carnes2010"].finding  # about half as many
    shown = [HARMS[name] for name in charted("ROWS")]
    small = [rate(row).percent for row in shown if row.grade != "serious"]
    seen = [rate(row).percent for row in shown if row.grade == "serious" and rate(row).kind != "none"]
    assert (100 / min(small), max(small)) == pytest.approx((40, 40), rel=0.03)
    page.says("between about 1 in {} and 2 in {}", 40, 5)
    page.says("such as 1 in {:,}", 1000)
    assert max(seen) < at_most(0, MAJOR.of)
    assert max(seen) < min(small) / 10
    page.says("The arrow of the {} massage clients", MAJOR.of)
    page.says("Before people left, {} later", MINOR.during.removesuffix(" after one massage"))
    real, sham = HARMS["cotchett-real"], HARMS["cotchett-sham"]
    assert "84 people" in real.counting
    page.says("one with {} people: {} minor events after real", 84, real.events)
    page.says("needling ({:.0f}% of the appointments), and {} after sham", real.percent, sham.events)


def says_what_was_reported(page):
    cases = EVIDENCE.cases
    page.says("**Massage, {} reports.**", cases["ernst"].reports)
    page.says("**Massage, {} reports with {} events.**", cases["yin"].reports, cases["yin"].events)
    page.says(
        "**Acupuncture, {} reports with {} events, from China.**", cases["wu"].reports, cases["wu"].events
    )
    assert "25 countries" in cases["xu"].who
    page.says(
        "moxa, {} reports with {} events, from {} countries", cases["xu"].reports, cases["xu"].events, 25
    )
    page.says("came to {:.2f} for each million", per_million(LUNG.percent))
    page.says("at risk it was {:.2f}", per_million(AT_RISK.percent))
    pooled = HARMS["baumler-serious-treatments"]
    page.says("pooled {} studies", pooled.studies)
    parts = [per_million(part) for part in (pooled.interval.estimate, *ends(pooled.interval))]
    page.says("{:.2f} for each million treatments, and {:.2f} to {:.2f} fits", *parts)


def says_what_to_do(page):
    assert share(MINOR).estimate == pytest.approx(10, abs=0.2)
    page.says("survey of massage it was about 1 in {}, and for most it had gone after a day and a half", 10)
    page.says(
        "In two surveys the therapists noted {:.0f} and {:.0f} small events for each 100 treatments",
        share(MILD).estimate, share(BOYCE).estimate,
    )  # fmt: skip
    page.says("The survey has {} people of one clinic", MINOR.of)
    page.says("None seen in {} is at most {:.0f} in 100", MAJOR.of, at_most(0, MAJOR.of))
    page.says("{} sessions, and trouble after {}.", 40, 2)
    page.says("**The share.** 2 ÷ 40 = {:.0f}%.", exact(2, 40).estimate)
    page.says("Exactly: {:.1f}% to {:.1f}%", *ends(exact(2, 40)))
    page.says(
        "in the 40 sessions, use the rule of three: 3 ÷ 40 = {:.1f}%. Exactly: {:.1f}%",
        rule_of_three(40),
        at_most(0, 40),
    )
    page.says("up to {:.0f} in 100 still fits", at_most(0, 40))
    page.says("Set the first to {} for", 0)


def charted(name):
    """Return the ids of the harms in the list, or the keys of the dict, that the notebook calls ``name``."""
    for cell in json.loads((ROOT / NOTEBOOK).read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] != "code":
            continue
        for line in ast.parse("".join(cell["source"])).body:
            if isinstance(line, ast.Assign) and ast.unparse(line.targets[0]) == name:
                return list(ast.literal_eval(line.value))
    raise AssertionError(f"no cell makes {name}")


def test_what_must_not_be_said(page):
    text = page.text
    assert "Witt" not in text
    for row in (LUNG, AT_RISK, HARMS["cotchett-real"]):
        assert rate(row).low is None, row.id
    assert "treatments with a mild event" not in text
    assert "They are not treatments with an event" in text
    assert "too narrow" in text
    assert "Do not rank treatments" in text

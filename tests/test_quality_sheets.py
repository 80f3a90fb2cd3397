"""The filled sheets in docs/quality add up, leave no item out, and name tests and files that exist."""

import re
from datetime import date, datetime
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHEETS = sorted((ROOT / "docs" / "quality").glob("*.md"))
PEMAT_P = {"To understand": [*range(1, 13), *range(15, 20)], "To act": [*range(20, 27)]}
PEMAT_AV = {
    "To understand": [1, 3, 4, 5, *range(8, 15), 18, 19],
    "To act": [20, 21, 22, 25],
}


CHAPTERS = (  # in the order of the columns of the sheet of DISCERN
    "manual_treatment",
    "dry_needling",
    "injections_and_medicines",
    "acupuncture",
    "self_treatment",
    "low_back_pain",
)
RATED_AFTER_PEMAT = {  # the pages of the second rating of PEMAT, by their columns
    "Is it real?": "is_it_real",
    "Guide for students": "student_guide",
    "Start here": "start_here",
    "Headache": "headache",
    "Practice between students": "peer_practice",
    "Low back pain": "low_back_pain",
    "Referred pain": "referred_pain",
    "Glossary": "glossary",
    "Fact-check": "fact_check",
    "Region: chest": "regions/chest",
}
MENDED_LAST = ("Guide for students", "Headache", "Low back pain", "Glossary", "Fact-check", "Region: chest")
# What a score of 5 in DISCERN, or a yes in PEMAT, rests on: a page that loses it has to be rated again.
RESTS_ON = {
    1: r"[Ff]or massage students|This course tells you|You do not inject",
    4: r"\{cite:p\}(?s:.*\{cite:p\}){9}",
    7: r"For a client, in plain words",
    8: r"\{admonition\} How sure are we\?",
    9: r"How might it work\?|The modern idea",
    11: r"[Hh]arm",
    12: r"MenezesCosta2012",
    13: r"Daily life",
    14: r"(?s:\]\(\w+\.md\).*){3}",
    15: r"#deciding-together",
}
PEMAT_RESTS_ON = {
    11: r"answer in short|In short|## Key points|\{region\}",
    15: r"\{(figure|body-map|technique|region|stations)\}|fact-check\} claims",
    22: r"^1\. |\{region\}",
    23: r"\{sheet\}|#deciding-together|local_rules\.md|\{region\}|#pain-drawing|fact-check\} claims",
}


def text(name):
    return (ROOT / "docs" / "quality" / f"{name}.md").read_text(encoding="utf-8")


def tables(page):
    """Each table of the page: its rows as lists of cells, head and rule left out."""
    return [
        [[cell.strip() for cell in line.strip("|").split(" | ")] for line in block.splitlines()[2:]]
        for block in re.findall(r"(?:^\|.*\|$\n?)+", page, re.M)
    ]


def columns(rows, first, last):
    return list(zip(*(row[first:last] for row in rows), strict=True))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_what_a_sheet_names_exists(sheet):
    said = sheet.read_text(encoding="utf-8")
    tests = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    named = set(re.findall(r"`(test_\w+)`", said))
    assert {name for name in named if not re.search(rf"^def {name}\b", tests, re.M)} == set()
    files = set(re.findall(r"`((?:book|docs|notebooks|tools)/[\w./-]+)`", said))
    assert {name for name in files if not (ROOT / name).is_file()} == set()


def scores_of(rows, first, last):
    """The columns of a table of DISCERN as numbers; its row of totals is held to their sums."""
    *items, total = rows
    assert [int(row[0]) for row in items] == list(range(1, 17))
    scores = [[int(cell) for cell in column] for column in columns(items, first, last)]
    assert all(1 <= score <= 5 for column in scores for score in column)
    assert [cell.strip("*") for cell in total[first:last]] == [str(sum(column)) for column in scores]
    return scores


def weighted_kappa(pairs, categories=5):
    """Cohen's kappa with quadratic weights, of pairs of scores from 1 to `categories`."""
    one, two = zip(*pairs, strict=True)
    seen = sum((a - b) ** 2 for a, b in pairs) / len(pairs)
    by_chance = sum((a - b) ** 2 for a in one for b in two) / len(pairs) ** 2
    return 1 - seen / by_chance


def test_totals_of_discern_are_the_sums_of_their_columns():
    scores = scores_of(tables(text("discern"))[0], 2, 9)
    assert ("Under 4: none" in text("discern")) == all(score >= 4 for column in scores for score in column)


def test_agreement_of_the_two_ratings_of_discern_is_counted_from_their_scores():
    first, second, *_ = tables(text("discern"))
    pairs = [
        pair
        for ours, theirs in zip(scores_of(first, 2, 8), scores_of(second, 1, 7), strict=True)
        for pair in zip(ours, theirs, strict=True)
    ]
    equal = sum(a == b for a, b in pairs)
    near = sum(abs(a - b) <= 1 for a, b in pairs)
    said = f"**{equal} of {len(pairs)} scores equal, {near} within one, kappa {weighted_kappa(pairs):.2f}**"
    assert said in text("discern")
    higher = sum(a > b for a, b in pairs)
    assert f"higher one in {higher} of the {len(pairs) - equal} that differ" in " ".join(
        text("discern").split()
    )


@pytest.mark.parametrize(
    ("pages", "part", "numbers"),
    [
        (slice(2, 9), 0, PEMAT_P["To understand"]),
        (slice(2, 9), 1, PEMAT_P["To act"]),
        (slice(2, 3), 2, PEMAT_AV["To understand"]),
        (slice(2, 3), 3, PEMAT_AV["To act"]),
        (slice(1, 11), 4, PEMAT_P["To understand"]),
        (slice(1, 11), 5, PEMAT_P["To act"]),
        (slice(1, 11), 6, PEMAT_P["To understand"]),
        (slice(1, 11), 7, PEMAT_P["To act"]),
        (slice(1, 7), 8, PEMAT_P["To understand"]),
        (slice(1, 7), 9, PEMAT_P["To act"]),
    ],
)
def test_shares_of_pemat_are_those_of_their_columns(pages, part, numbers):
    *items, share = tables(text("pemat"))[part]
    assert [int(row[0]) for row in items] == numbers
    for column, said in zip(columns(items, pages.start, pages.stop), share[pages], strict=True):
        yes, no = column.count("yes"), column.count("no")
        assert yes + no + column.count("–") == len(numbers)
        assert said == f"{yes} of {yes + no}: {round(100 * yes / (yes + no))} %"


def test_agreement_of_the_two_ratings_of_pemat_is_counted_where_both_rated_a_page():
    *one, _, _, two_understand, two_act = tables(text("pemat"))[:6]
    both = {"Start here": (6, 3), "Practice between students": (7, 5), "Fact-check": (8, 9)}
    first = [row for part in one for row in part[:-1]]
    second = [row for part in (two_understand, two_act) for row in part[:-1]]
    pairs = [(a[i], b[j]) for i, j in both.values() for a, b in zip(first, second, strict=True)]
    equal = sum(a == b for a, b in pairs)
    assert f"**{equal} of {len(pairs)} equal, {round(100 * equal / len(pairs))} %**" in text("pemat")


def page(name):
    return (ROOT / "book" / f"{name}.md").read_text(encoding="utf-8")


def rated_on(sheet):
    """The day of the ratings, as the sheet says it."""
    return datetime.strptime(re.search(r"\d+ [A-Z]\w+ \d{4}", text(sheet))[0], "%d %B %Y").date()


def test_a_score_of_five_rests_on_what_is_still_on_the_page():
    after = scores_of(tables(text("discern"))[2], 1, 7)
    assert len(after) == len(CHAPTERS)
    for name, scores in zip(CHAPTERS, after, strict=True):
        lost = [i for i, mark in RESTS_ON.items() if scores[i - 1] == 5 and not re.search(mark, page(name))]
        assert lost == [], f"{name}: rate items {lost} of DISCERN again"


@pytest.mark.parametrize(("first", "titles"), [(6, tuple(RATED_AFTER_PEMAT)), (8, MENDED_LAST)])
def test_a_yes_of_pemat_rests_on_what_is_still_on_the_page(first, titles):
    assert f"| Item | {' | '.join(titles)} |" in text("pemat")
    parts = tables(text("pemat"))[first : first + 2]
    answers = {int(row[0]): row[1 : 1 + len(titles)] for part in parts for row in part[:-1]}
    for column, title in enumerate(titles):
        name = RATED_AFTER_PEMAT[title]
        said = {i: answers[i][column] == "yes" for i in PEMAT_RESTS_ON}
        lost = [i for i, yes in said.items() if yes and not re.search(PEMAT_RESTS_ON[i], page(name), re.M)]
        assert lost == [], f"{name}: rate items {lost} of PEMAT again"


@pytest.mark.parametrize(
    ("sheet", "names"), [("discern", CHAPTERS), ("pemat", tuple(RATED_AFTER_PEMAT.values()))]
)
def test_no_rated_page_was_reviewed_after_its_rating(sheet, names):
    reviewed = {n: date.fromisoformat(re.search(r"^reviewed: (.+)$", page(n), re.M)[1]) for n in names}
    stale = [n for n, day in reviewed.items() if day > rated_on(sheet)]
    assert stale == [], f"rate these again, and write the new day into docs/quality/{sheet}.md: {stale}"


def test_jama_gives_a_point_for_each_benchmark_that_is_met():
    (rows,) = tables(text("jama"))
    met = [row[2] for row in rows].count("met")
    assert len(rows) == 4 and f"**Reached: {met} of 4 on every page.**" in text("jama")


def test_oscqr_counts_its_fifty_standards():
    (rows,) = tables(text("oscqr"))
    assert [int(row[0]) for row in rows] == list(range(1, 51))
    results = [row[3] for row in rows]
    said = ", ".join(
        f"{result} {results.count(result)}" for result in ("met", "partly", "not met", "not applicable")
    )
    assert f"**{said[0].upper()}{said[1:]}**" in text("oscqr")
    assert sum(results.count(result) for result in ("met", "partly", "not met", "not applicable")) == 50
    assert all(len(row[4]) > 15 for row in rows), "each row says where it is seen, or why not"

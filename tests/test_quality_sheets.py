"""The filled sheets in docs/quality add up, leave no item out, and name tests and files that exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHEETS = sorted((ROOT / "docs" / "quality").glob("*.md"))
PEMAT_P = {"To understand": [*range(1, 13), *range(15, 20)], "To act": [*range(20, 27)]}
PEMAT_AV = {
    "To understand": [1, 3, 4, 5, *range(8, 15), 18, 19],
    "To act": [20, 21, 22, 25],
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


def test_totals_of_discern_are_the_sums_of_their_columns():
    (rows,) = tables(text("discern"))
    *items, total = rows
    assert [int(row[0]) for row in items] == list(range(1, 17))
    scores = [[int(cell) for cell in column] for column in columns(items, 2, 9)]
    assert all(1 <= score <= 5 for column in scores for score in column)
    assert [cell.strip("*") for cell in total[2:9]] == [str(sum(column)) for column in scores]
    assert ("Under 4: none" in text("discern")) == all(score >= 4 for column in scores for score in column)


@pytest.mark.parametrize(
    ("pages", "part", "numbers"),
    [
        (slice(2, 9), 0, PEMAT_P["To understand"]),
        (slice(2, 9), 1, PEMAT_P["To act"]),
        (slice(2, 3), 2, PEMAT_AV["To understand"]),
        (slice(2, 3), 3, PEMAT_AV["To act"]),
    ],
)
def test_shares_of_pemat_are_those_of_their_columns(pages, part, numbers):
    *items, share = tables(text("pemat"))[part]
    assert [int(row[0]) for row in items] == numbers
    for column, said in zip(columns(items, pages.start, pages.stop), share[pages], strict=True):
        yes, no = column.count("yes"), column.count("no")
        assert yes + no + column.count("–") == len(numbers)
        assert said == f"{yes} of {yes + no}: {round(100 * yes / (yes + no))} %"


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

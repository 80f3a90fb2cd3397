"""The table of progress has a row for every practice set that the book shows, where it stands."""

import re
from pathlib import Path

import yaml

from triggerpoints.questions import practice_sets, read_items
from triggerpoints.sphinxext._set_pages import sets_by_page

ROOT = Path(__file__).parents[2]


def test_every_practice_set_has_a_page_of_the_book():
    parts = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))["parts"]
    pages = {Path(one["file"]).name for part in parts for one in part["chapters"]}
    assert set(sets_by_page()) <= pages


def test_a_row_leads_to_the_page_and_names_the_questions_of_its_set(build):
    built = build(index=":::{progress}\n:::\n", headache="Words.\n", other="Words.\n")
    page = built.page()
    items = read_items(practice_sets()["headache"]).item
    (row,) = re.findall(r"<tr[^>]*data-set=[^>]*>.*?</tr>", page, re.S)
    assert 'data-set="headache"' in row and 'href="headache.html"' in row
    assert re.search(r'data-items="([^"]*)"', row)[1].split() == [item.id for item in items]
    assert re.search(r'data-safety="([^"]*)"', row)[1].split() == [item.id for item in items if item.safety]
    assert f"<p>{len(items)} questions</p>" in row
    assert "progress.js" in page and "progress.js" not in built.page("other.html")

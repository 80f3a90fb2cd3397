"""Captions of plain tables, on a page and in a notebook, in HTML and in words."""

import re

from page_text import words_of

FRONT = "---\nreviewed: 2026-11-21\norphan: true\n---\n# Title\n\n"
TABLE = "| A | B |\n| --- | --- |\n| c | d |\n"
CAPTION = re.compile(r'<table[^>]*>\s*<caption><span class="caption-text">(.*?)</span>', re.S)


def notebook(source):
    """Return a notebook of one cell with this Markdown."""
    cell = {"cell_type": "markdown", "id": "m", "metadata": {}, "source": f"# Title\n\n{source}"}
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {"reviewed": "2026-11-21"}, "cells": [cell]}


def test_a_paragraph_that_says_table_above_one_is_its_caption(project):
    folded = f"<details><summary>More</summary>\n\nTable: In a *fold*\n\n{TABLE}\n</details>\n"
    plain = f"Table: a list of words.\n\n{TABLE}\n\nTables: many.\n\n{TABLE}\n\nTable: alone.\n"
    directive = f"Table: above\n\n```{{table}} Own\n{TABLE}```\n"
    with project(front=FRONT, index=notebook(folded), plain=plain, directive=directive) as built:
        assert built.warnings == ""
        html = built.page()
        pages = [built.page(f"{name}.html") for name in ("plain", "directive")]
    assert [words_of(one) for one in CAPTION.findall(html)] == ["In a fold"]
    assert "<em>fold</em>" in html and "Table:" not in words_of(html)
    assert [words_of(one) for one in CAPTION.findall(pages[0])] == ["a list of words."]
    assert "Tables: many." in words_of(pages[0]) and "Table: alone." in words_of(pages[0])
    assert [words_of(one) for one in CAPTION.findall(pages[1])] == ["Own"]
    assert "Table: above" in words_of(pages[1])

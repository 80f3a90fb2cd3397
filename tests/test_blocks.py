"""The walk over a page: which blocks it has, and which comments and which paragraph stand above each."""

from blocks import blocks, plain


def walked(text):
    """Return tag, line, words, the lines of the comments and the lead of each block."""
    return [
        (
            one.tag,
            one.line,
            " | ".join(map(plain, one.words)),
            [comment.line for comment in one.comments],
            one.lead and plain(one.lead),
        )
        for one in blocks(text)
    ]


def test_a_comment_is_of_its_block_or_of_its_whole_list():
    text = "% a\n\nOne.\n\nTwo leads:\n\n% b\n\n- x\n\n  % c\n\n  y\n- z\n\nThree.\n"
    assert walked(text) == [
        ("p", 3, "One.", [1], None),
        ("p", 5, "Two leads:", [], None),
        ("p", 9, "x", [7], "Two leads:"),
        ("p", 13, "y", [11, 7], "Two leads:"),
        ("p", 14, "z", [7], "Two leads:"),
        ("p", 16, "Three.", [], None),
    ]


def test_a_comment_above_a_table_is_of_its_rows_also_where_a_directive_gives_it_a_caption():
    table = "| A | B |\n| --- | --- |\n| c | d |\n"
    rows = [("tr", 3, "A | B", [1], None), ("tr", 5, "c | d", [1], None)]
    assert walked(f"% a\n\n{table}\nAfter.\n") == [*rows, ("p", 7, "After.", [], None)]
    captioned = [(tag, line + 1, *rest) for tag, line, *rest in rows]
    assert walked(f"% a\n\n```{{table}} Two\n{table}```\n\nAfter.\n") == [
        *captioned,
        ("p", 9, "After.", [], None),
    ]


def test_a_caption_above_a_table_is_no_paragraph():
    text = "% a\n\nTable: Two *values*\n\n| A |\n| --- |\n\nTable: not above one.\n"
    assert walked(text) == [("tr", 5, "A", [1], None), ("p", 8, "Table: not above one.", [], None)]


def test_a_directive_takes_nothing_from_above_and_leaves_nothing_below():
    text = "Leads.\n\n% a\n:::{note}\nIn it.\n\n% b\n:::\n\n- x\n\n% c\n```{quiz} set\n```\n\nAfter.\n"
    assert walked(text) == [
        ("p", 1, "Leads.", [], None),
        ("p", 5, "In it.", [], None),
        ("p", 10, "x", [], None),
        ("p", 16, "After.", [], None),
    ]


def test_headings_and_terms_are_blocks_too():
    assert walked("## A {cite:p}`Key2001`\n\nTerm\n: What it means.\n") == [
        ("h2", 1, "A", [], None),
        ("dt", 3, "Term", [], None),
        ("p", 4, "What it means.", [], None),
    ]

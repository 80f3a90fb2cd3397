"""The page of the glossary: enough terms, each once, in order, and short enough to be shown on hover."""

import re
from pathlib import Path

PARTS = sorted((Path(__file__).parents[1] / "book" / "glossary").glob("*.md"))
TERMS = 90  # at least, besides synonyms
WORDS = 35  # at most, in what is shown on hover


def entries() -> list[tuple[str, list[str], str]]:
    """Return (letter or title of its section, names, first paragraph) of each entry."""
    return [
        (
            letter,
            [name for name in re.findall(r"^(\S.*)$", entry, re.M)],
            re.search(r"^  (.*)$", entry, re.M)[1],
        )
        for letter, block in re.findall(
            r"^## ([^\n]+)\n\n(?:[^:\n][^\n]*\n\n)*:::\{glossary\}\n(.*?)\n:::$",
            "\n".join(part.read_text("utf-8") for part in PARTS),
            re.M | re.S,
        )
        for entry in re.split(r"\n\n(?=\S)", block)
    ]


def letters(name: str) -> str:
    return name.replace("²", "")  # tau² stands where tau would


def test_there_are_enough_terms_and_no_name_stands_twice():
    names = [name.lower() for _, found, _ in entries() for name in found]
    assert len(entries()) >= TERMS
    assert len(names) == len(set(names))


def test_terms_stand_in_order_under_their_letter():
    for letter in {letter for letter, _, _ in entries()}:
        first = [found[0].casefold() for one, found, _ in entries() if one == letter]
        assert first == sorted(first, key=letters)
        if len(letter) == 1:
            assert {name[0].upper() for name in first} == {letter}


def test_what_hover_shows_is_short():
    long = [found[0] for _, found, said in entries() if len(said.split()) > WORDS]
    many = [found[0] for _, found, said in entries() if len(re.findall(r"[.?!]”?(?: |$)", said)) > 2]
    assert (long, many) == ([], [])

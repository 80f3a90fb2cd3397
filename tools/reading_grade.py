"""How hard a page is to read: the Flesch–Kincaid grade, raw and with the words of anatomy masked.

The grade is ``0.39 words/sentences + 11.8 syllables/words − 15.59`` (Kincaid and others, 1975), as the
package ``readability`` counts it, which needs no download. A muscle's name is long and cannot be helped:
the masked grade reads each such word as one of one syllable.
"""

import re
from collections.abc import Iterable

import readability

from paragraphs import Paragraph

MEDIAN, HIGHEST = 8.0, 10.0  # of the chapters, and of any page (issue: "Median grade 8, no page above 10")
SHORTEST = 100  # words: below that the figure means nothing
SENTENCE_ENDS = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]*[A-Z0-9])")
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
MASK = "part"


def sentences(found: Iterable[Paragraph]) -> list[list[str]]:
    """Return the words of each sentence. A list item is a sentence, whatever it ends in."""
    made = [WORD.findall(one) for paragraph in found for one in SENTENCE_ENDS.split(paragraph.text)]
    return [words for words in made if words]


def grade(said: list[list[str]]) -> float:
    """Return the Flesch–Kincaid grade of ``said``; 0 for less than ``SHORTEST`` words."""
    if sum(map(len, said)) < SHORTEST:
        return 0.0
    measured = readability.getmeasures("\n".join(" ".join(words) for words in said), lang="en")
    return round(float(measured["readability grades"]["Kincaid"]), 1)


def masked(said: list[list[str]], terms: frozenset[str]) -> list[list[str]]:
    """Return ``said`` with each word of ``terms`` (in lower case) put as one of one syllable."""
    return [[MASK if word.lower() in terms else word for word in words] for words in said]


def anatomy(names: Iterable[str]) -> frozenset[str]:
    """Return the words of ``names`` in lower case, those of three letters or less left out."""
    return frozenset(word.lower() for name in names for word in WORD.findall(name) if len(word) > 3)

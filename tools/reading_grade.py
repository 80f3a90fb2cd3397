"""How hard a page is to read: the Flesch–Kincaid grade, raw and with the words of anatomy masked.

The grade is ``0.39 words/sentences + 11.8 syllables/words − 15.59`` (Kincaid and others, 1975). A muscle's
name is long and cannot be helped: the masked grade reads each such word as one of one syllable.

Syllables are counted from the spelling. The packages that count them need a dictionary to be downloaded, or
give "the" none, "people" one, and a word with a capital vowel one too few: grades that are too good.
"""

import re
from collections.abc import Iterable

from paragraphs import Paragraph

MEDIAN, HIGHEST = 8.0, 10.0  # of the chapters, and of any page (issue: "Median grade 8, no page above 10")
SHORTEST = 100  # words: below that the figure means nothing
SENTENCE_ENDS = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]*[A-Z0-9])")
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
MASK = "part"
VOWELS = re.compile(r"[aeiouy]+")
# Two vowels beside each other in two syllables: tri-al, cli-ent, the-ory, be-ing, i-de-a; and mecha-nis-m.
PARTED = re.compile(
    r"(?<![cgstx])i[aou]|(?<![crt])ien[ct]|eo(?![pu])|(?<=[aeouy])ing|(?<=[aeiouy][^aeiouy])eas?$|ism$"
)
# An e that is not heard: scal(e), scal(e)s, ask(e)d, car(e)ful; but that of table, places and treated is.
SILENT = re.compile(
    r"(?<![aeiouyl])e(?=$|ful|less|ly$|ment)|(?<=[aeiouy]l)es?$|(?<![aeiouylcgsxz])(?<![cs]h)es$"
    r"|(?<![aeiouydt])ed$|(?<=som)e(?=.)"
)


def sentences(found: Iterable[Paragraph]) -> list[list[str]]:
    """Return the words of each sentence. A list item is a sentence, whatever it ends in."""
    made = [WORD.findall(one) for paragraph in found for one in SENTENCE_ENDS.split(paragraph.text)]
    return [words for words in made if words]


def grade(said: list[list[str]]) -> float:
    """Return the Flesch–Kincaid grade of ``said``; 0 for less than ``SHORTEST`` words."""
    count = sum(map(len, said))
    if count < SHORTEST:
        return 0.0
    heard = sum(syllables(word) for words in said for word in words)
    return round(0.39 * count / len(said) + 11.8 * heard / count - 15.59, 1)


def syllables(word: str) -> int:
    """Return how many syllables ``word`` has, by its spelling; at least one, and one for a number."""
    return sum(_syllables(part) for part in word.lower().split("-"))


def _syllables(part: str) -> int:
    found = len(VOWELS.findall(part)) + len(PARTED.findall(part)) - len(SILENT.findall(part))
    return max(found, 1)


def masked(said: list[list[str]], terms: frozenset[str]) -> list[list[str]]:
    """Return ``said`` with each word of ``terms`` (in lower case) put as one of one syllable."""
    return [[MASK if word.lower() in terms else word for word in words] for words in said]


def anatomy(names: Iterable[str]) -> frozenset[str]:
    """Return the words of ``names`` in lower case, those of three letters or less left out."""
    return frozenset(word.lower() for name in names for word in WORD.findall(name) if len(word) > 3)

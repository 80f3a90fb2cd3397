"""The numbers that a page prints, held to the records that the same paragraph cites: pure functions.

A number is at home where the reference's ``finding`` (or its title or year), or a record of the evidence that
cites it, has it, also rounded. A number that the page computes or takes from a linked page stands with its
reason in a comment above its paragraph, list or table: ``% number: 2.5, the page that is linked``.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

import msgspec

from blocks import Block, blocks, keys_of, plain
from triggerpoints.evidence import Evidence, cited_by

NUMBER = re.compile(r"(?<![A-Za-z\d.,/])\d+(?:,\d{3})*(?:\.\d+)?")
EXCEPTION = re.compile(rf"^\s*number:\s*({NUMBER.pattern}),\s*\S.*$", re.M)
WORDS = {"four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "eleven": 11, "twelve": 12}
# Small counts, the ends of the scales in use, and the usual confidence: they stand in every paragraph.
EVERYWHERE = frozenset(map(Decimal, (0, 1, 2, 3, 10, 95, 100)))
# A whole number below this is found only as it is: nearly every record has something that rounds to 4.
ROUNDED = 10
RECORDS = (
    "claims",
    "trials",
    "findings",
    "datasets",
    "harms",
    "cases",
    "agreements",
    "prevalence",
    "points",
    "tallies",
)
Known = Mapping[str, Set[Decimal]]
Exceptions = Mapping[Decimal, int]


class Said(NamedTuple):
    """A paragraph, list item or table row: its line from 1, its words, and the keys that it cites.

    An item that cites nothing has the keys of the paragraph that leads into its list. ``exceptions`` are the
    numbers that a comment above excepts, each with the line of the comment.
    """

    line: int
    text: str
    keys: tuple[str, ...]
    exceptions: Exceptions


def numbers(text: str) -> list[Decimal]:
    """Return the numbers of ``text`` in order, without their signs; those inside words (RF09) are none."""
    return [Decimal(found.replace(",", "")) for found in NUMBER.findall(text)]


def known(evidence: Evidence) -> dict[str, set[Decimal]]:
    """Return the numbers that the evidence has of each reference, by its key."""
    made: dict[str, set[Decimal]] = defaultdict(set)
    for key, one in evidence.references.items():
        made[key] |= {Decimal(one.year)} | in_records(f"{one.title} {one.finding}")
    for part in RECORDS:
        found = getattr(evidence, part)
        for record in found.values() if isinstance(found, Mapping) else found:
            there = in_records(msgspec.json.encode(record).decode())
            for key in set(cited_by(record)):
                made[key] |= there
    return made


def in_records(text: str) -> set[Decimal]:
    """Return the numbers of a record's text, those in words too."""
    words = set(re.findall(r"[a-z]+", text.lower()))
    return {*numbers(text), *(Decimal(number) for word, number in WORDS.items() if word in words)}


def at_home(number: Decimal, there: Set[Decimal]) -> bool:
    """Say whether ``number`` is one of ``there``, or one of them rounded to its decimals."""
    if number in there or number in EVERYWHERE:
        return True
    if number == number.to_integral_value() and number < ROUNDED:
        return False
    step = Decimal(1).scaleb(int(number.as_tuple().exponent))
    return any(one.quantize(step, ROUND_HALF_UP) == number for one in there)


def faults_of_numbers(name: str, text: str, seen: Known) -> Iterator[str]:
    """Yield a sentence for each number of the Markdown page ``name`` that no cited record has.

    A block that cites nothing is not looked at. Yields a sentence, too, for each exception that nothing
    below it needs.
    """
    needed: dict[tuple[int, Decimal], bool] = {}
    for said in statements(text):
        there = {one for key in said.keys for one in seen.get(key, ())}
        printed = dict.fromkeys(numbers(said.text)) if said.keys else {}
        missing = [one for one in printed if not at_home(one, there)]
        for one in missing:
            if one not in said.exceptions:
                yield (
                    f"{name}:{said.line}: {one:f} stands in no record of {', '.join(said.keys)}; correct it, "
                    f"cite its source, or put '% number: {one:f}, the reason' above: {said.text[:60]!r}"
                )
        for one, line in said.exceptions.items():
            needed[line, one] = needed.get((line, one), False) or one in missing
    for (line, one), is_needed in needed.items():
        if not is_needed:
            yield f"{name}:{line}: nothing below needs the exception for {one:f}; take it away."


def statements(text: str) -> list[Said]:
    """Return the paragraphs, list items and table rows of a Markdown page, in order."""
    return [_said(block) for block in blocks(text) if not block.tag.startswith("h")]


def _said(block: Block) -> Said:
    keys = [key for words in block.words for key in keys_of(words)]
    lead = keys_of(block.lead) if block.lead else []
    exceptions = {
        numbers(found)[0]: comment.line
        for comment in reversed(block.comments)
        for found in EXCEPTION.findall(comment.text)
    }
    return Said(block.line, " ".join(map(plain, block.words)), tuple(dict.fromkeys(keys or lead)), exceptions)

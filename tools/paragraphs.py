"""The prose of a page of the book as paragraphs: pure functions. A page is Markdown or a notebook's JSON."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from blocks import Block, blocks, is_cited, plain

REASON = re.compile(r"^\s*uncited:\s*(.*)$", re.M)


@dataclass(frozen=True)
class Paragraph:
    """One paragraph, list item or definition.

    ``line`` counts from 1 in the page (in a notebook: in the cell that ``cell`` counts from 1).
    ``section`` is the nearest heading of level 2 above it, or "". ``cited`` says that it, or the sentence
    that leads into its list, has a citation or a link to another site. ``reason`` is what an ``% uncited:``
    comment right above it, or above its list, gives.
    """

    line: int
    section: str
    text: str
    cited: bool
    reason: str
    listed: bool
    cell: int = 0


def paragraphs(name: str, text: str) -> list[Paragraph]:
    """Return the paragraphs of the page ``name`` (``.md`` or ``.ipynb``) in order."""
    made: list[Paragraph] = []
    section = ""
    for cell, part in _parts(name, text):
        for block in blocks(part):
            if block.tag == "h2":
                section = plain(block.words[0])
            elif block.tag == "p":
                made.append(_paragraph(block, section, cell))
    return made


def _parts(name: str, text: str) -> Iterator[tuple[int, str]]:
    """Yield the Markdown of the page with the number of its cell; 0 where the page has none."""
    if not name.endswith(".ipynb"):
        yield 0, text
        return
    for number, cell in enumerate(json.loads(text)["cells"], 1):
        if cell["cell_type"] == "markdown":
            yield number, "".join(cell["source"])


def _paragraph(block: Block, section: str, cell: int) -> Paragraph:
    (words,) = block.words
    reasons = (REASON.search(one.text) for one in block.comments)
    return Paragraph(
        line=block.line,
        section=section,
        text=plain(words),
        cited=is_cited(words) or (block.lead is not None and is_cited(block.lead)),
        reason=next((found.group(1).strip() for found in reasons if found), ""),
        listed=block.listed,
        cell=cell,
    )

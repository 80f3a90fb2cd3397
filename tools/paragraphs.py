"""The prose of a page of the book as paragraphs: pure functions, MyST read by MyST's own parser.

A page is Markdown or a notebook's JSON. What a directive makes from data (a claim, a quiz, the red flags) is
no prose of the page; an admonition, a dropdown or a table with a caption is.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

PROSE = frozenset({"admonition", "dropdown", "important", "note", "seealso", "table", "tip", "warning"})
REASON = re.compile(r"^\s*uncited:\s*(.*)$", re.M)  # lines of comments that touch are one comment
OPTIONS = re.compile(r"(?:[ \t]*:[\w-]+:.*\n|[ \t]*\n)*")
CITING = re.compile(r"cite(:\w+)?$")


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
    reader = _Reader()
    if not name.endswith(".ipynb"):
        return list(reader.read(text, 0))
    made: list[Paragraph] = []
    for number, cell in enumerate(json.loads(text)["cells"], 1):
        if cell["cell_type"] == "markdown":
            reader.cell = number
            made += reader.read("".join(cell["source"]), 0)
    return made


class _Reader:
    """Keeps the section from one part of a page to the next."""

    def __init__(self) -> None:
        self.section = ""
        self.cell = 0

    def read(self, text: str, above: int) -> Iterator[Paragraph]:
        """Yield the paragraphs of ``text``, which begins ``above`` lines below the start of the page."""
        tokens = parsed(text)
        reason = led = ""  # of the block to come; what led into the list, if it is cited
        list_reason = ""
        depth = 0
        for at, token in enumerate(tokens):
            kind = token.type
            if kind == "myst_line_comment":
                found = REASON.search(token.content)
                reason = found.group(1).strip() if found else ""
            elif kind == "heading_open":
                if token.tag == "h2":
                    self.section = plain(tokens[at + 1])
                reason = led = ""
            elif kind in ("bullet_list_open", "ordered_list_open", "dl_open"):
                if depth == 0:
                    list_reason, reason = reason, ""
                depth += 1
            elif kind in ("bullet_list_close", "ordered_list_close", "dl_close"):
                depth -= 1
                if depth == 0:
                    list_reason = led = ""
            elif kind == "paragraph_open":
                words = tokens[at + 1]
                own = is_cited(words)
                yield Paragraph(
                    above + line_of(token),
                    self.section,
                    plain(words),
                    own or (depth > 0 and led == "cited"),
                    reason or (list_reason if depth else ""),
                    depth > 0,
                    self.cell,
                )
                reason = ""
                if depth == 0:
                    led = "cited" if own else ""
            elif kind in ("fence", "colon_fence"):
                if prose := inside(token):
                    yield from self.read(prose[0], above + prose[1])
                reason = led = ""


@cache
def _parser() -> MarkdownIt:
    return create_md_parser(
        MdParserConfig(enable_extensions={"colon_fence", "deflist", "attrs_inline"}), RendererHTML
    )


def parsed(text: str) -> list[Token]:
    """Return the tokens of ``text``, with the extensions of MyST that the book uses."""
    return _parser().parse(text)


def inside(token: Token) -> tuple[str, int] | None:
    """Return the prose in the directive ``token`` and how many lines of the text stand above it.

    None for a fence that is no directive, and for a directive that holds no prose of the page.
    """
    name = re.match(r"\{([\w-]+)\}", token.info)
    if not name or name.group(1) not in PROSE:
        return None
    options = OPTIONS.match(token.content)
    skipped = options.group(0) if options else ""
    return token.content[len(skipped) :], line_of(token) + skipped.count("\n")


def line_of(token: Token) -> int:
    """Return the line of ``token``, from 1 in its text; 1, too, for one that has none."""
    return (token.map or [0])[0] + 1


def plain(inline: Token) -> str:
    """Return the words of an inline token, without citations and targets."""
    made = []
    for child in inline.children or []:
        if child.type in ("text", "code_inline"):
            made.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            made.append(" ")
        elif child.type == "myst_role" and not CITING.match(str(child.meta["name"])):
            made.append(re.sub(r"\s*<[^>]*>$", "", child.content))
    return re.sub(r"\s+([.,:;?!])", r"\1", re.sub(r"\s+", " ", "".join(made))).strip()


def keys_of(inline: Token) -> list[str]:
    """Return the keys that an inline token cites, in order."""
    return [
        key.strip()
        for child in inline.children or []
        if child.type == "myst_role" and CITING.match(str(child.meta["name"]))
        for key in child.content.split(",")
    ]


def is_cited(inline: Token) -> bool:
    """Say whether an inline token cites a reference or links to another site."""
    return bool(keys_of(inline)) or any(
        child.type == "link_open" and str(child.attrs.get("href", "")).startswith("http")
        for child in inline.children or []
    )

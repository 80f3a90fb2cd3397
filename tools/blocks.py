"""The prose of a page as blocks: one walk over the tokens of MyST's own parser, for all that read pages.

What a directive makes from data (a claim, a quiz, the red flags) is no prose of the page; an admonition, a
dropdown or a table with a caption is.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from triggerpoints.sphinxext.table_caption import MARK as CAPTION

PROSE = frozenset({"admonition", "dropdown", "important", "note", "seealso", "table", "tip", "warning"})
DIRECTIVE = re.compile(r"\{([\w-]+)\}")
OPTIONS = re.compile(r"(?:[ \t]*:[\w-]+:.*\n|[ \t]*\n)*")
CITING = re.compile(r"cite(:\w+)?$")
LISTS = ("bullet_list", "ordered_list", "dl")
DIRECTIVE_END = "directive_end"


class Comment(NamedTuple):
    """A comment of the page, and its first line, from 1; lines that touch are one comment."""

    line: int
    text: str


class Block(NamedTuple):
    """A heading (``tag`` is ``h1`` to ``h6``), paragraph (``p``), term (``dt``) or table row (``tr``).

    ``line`` counts from 1, ``words`` are its inline tokens (a row has one a cell). ``lead`` is the paragraph
    that leads into the list in which it stands, ``comments`` are the one right above it and the one above
    its list or table.
    """

    tag: str
    line: int
    words: tuple[Token, ...]
    listed: bool = False
    lead: Token | None = None
    comments: tuple[Comment, ...] = ()


def blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a page's Markdown in order, those in directives that hold prose too."""
    tokens = list(_tokens(text, 0))
    own: Comment | None = None
    above: Comment | None = None  # the list or table
    lead: Token | None = None
    depth = lists = 0
    row: list[tuple[Token, int]] | None = None
    for at, (token, line) in enumerate(tokens):
        kind, _, edge = token.type.rpartition("_")
        if token.type == "myst_line_comment":
            own = Comment(line, token.content)
        elif kind == "table" or kind in LISTS:
            if not depth:
                above, own = own, None
            depth += token.nesting
            lists += token.nesting * (kind in LISTS)
            if not depth:
                above = lead = None
        elif kind == "tr":
            if row and edge == "close":
                words = tuple(cell for cell, _ in row)
                yield Block("tr", row[0][1], words, comments=_both(own, above))
            row = [] if edge == "open" else None
        elif token.type in ("fence", "colon_fence", DIRECTIVE_END):
            own = own if _directive(token) == "table" else None
            lead = None
        elif token.type != "inline":
            continue
        elif row is not None:
            row.append((token, line))
        elif (tag := tokens[at - 1][0].tag).startswith("h"):
            yield Block(tag, line, (token,))
            own = lead = None
        elif not (token.content.startswith(CAPTION) and _next_is_table(tokens, at)):
            yield Block(tag, line, (token,), bool(lists), lead if lists else None, _both(own, above))
            own = None
            lead = lead if depth else token


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


@cache
def _parser() -> MarkdownIt:
    return create_md_parser(
        MdParserConfig(enable_extensions={"colon_fence", "deflist", "attrs_inline"}), RendererHTML
    )


def _tokens(text: str, above: int) -> Iterator[tuple[Token, int]]:
    """Yield each token with its line, and after a directive those of the prose in it, and its end."""
    for token in _parser().parse(text):
        line = above + (token.map or [0])[0] + 1
        yield token, line
        if _directive(token) in PROSE:
            options = OPTIONS.match(token.content)
            skipped = options.group(0) if options else ""
            yield from _tokens(token.content[len(skipped) :], line + skipped.count("\n"))
            yield Token(DIRECTIVE_END, "", 0), line


def _directive(token: Token) -> str:
    """Return the name of the directive that ``token`` is, or ""."""
    found = DIRECTIVE.match(token.info) if token.type in ("fence", "colon_fence") else None
    return found.group(1) if found else ""


def _next_is_table(tokens: list[tuple[Token, int]], at: int) -> bool:
    return len(tokens) > at + 2 and tokens[at + 2][0].type == "table_open"


def _both(own: Comment | None, above: Comment | None) -> tuple[Comment, ...]:
    return tuple(one for one in (own, above) if one)

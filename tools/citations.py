"""Where the book, its records and its questions cite, and what is wrong with that: pure functions.

A :class:`Use` is one place that cites one work. What a page shows through a directive (a claim, a quiz,
the fact-check) counts as cited on the page.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from triggerpoints._faults import near
from triggerpoints._records import ContentError
from triggerpoints.evidence import Reference, cited_by

ROLE = re.compile(r"\{cite(?::[a-z]+)?\}`([^`]+)`")
DIRECTIVE = re.compile(
    r"^\s*(?:`{3,}|:{3,})\{(claim|quiz|forest|technique|fact-check|evidence-map)\}[ \t]*(.*)$"
)
CALL = re.compile(r"""\b(Quiz|Forest)\(\s*["']([\w-]+)["']""")
QUOTED = re.compile(r"""["']([A-Za-z]\w*\d{4}\w*)["']""")
DOI = re.compile(r"https?://(?:dx\.)?doi\.org/(10\.[^\s>`\"'\]]+)")
IN_ADDRESS = re.compile(r"10\.\d{4,9}/\S+")  # also a journal's own address of an article
EVERY = {"fact-check": "claim", "evidence-map": "finding"}  # directives that show every record of a kind
NAMED = {"claim": "claim", "quiz": "quiz", "forest": "dataset", "technique": "technique"}
NAMED |= {"Quiz": "quiz", "Forest": "dataset"}


@dataclass(frozen=True)
class Use:
    """``key`` is cited by ``who``: a page or a kind of record, at ``spot`` (a line, a cell, an id)."""

    key: str
    who: str
    spot: str


@dataclass
class Found:
    """What :func:`read` found: uses, faults as sentences, and the records that the page shows."""

    uses: list[Use] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    shown: list[tuple[str, str, str]] = field(default_factory=list)  # spot, kind, id or "" for every one


def read(name: str, text: str, references: Mapping[str, Reference], others: Iterable[str] = ()) -> Found:
    """Return what the page ``name`` cites in its own ``text`` (Markdown, or a notebook's JSON).

    ``others`` are the addresses of works that are no references and may be linked: the atlas's sources.
    Raises ContentError for a notebook that cannot be read.
    """
    found = Found()
    by_doi = {one.doi.lower(): key for key, one in references.items() if one.doi}
    elsewhere = {doi.lower() for address in others for doi in IN_ADDRESS.findall(address)}
    for spot, line, prose in _lines(name, text):
        keys = [key.strip() for role in ROLE.findall(line) for key in role.split(",")] if prose else []
        for key in keys:
            if key not in references:
                found.faults.append(f"{name}, {spot}: {unknown(key, references)}")
        linked = [(doi, by_doi.get(doi)) for doi in dois(line)]
        for doi, key in linked:
            if key is None and doi not in elsewhere:
                found.faults.append(
                    f"{name}, {spot}: the link to doi {doi} belongs to no reference; add one with "
                    "this doi, or take the link out."
                )
        mentioned = [] if prose else [key for key in QUOTED.findall(line) if key in references]
        for key in [key for key in keys if key in references] + [key for _, key in linked if key] + mentioned:
            found.uses.append(Use(key, name, spot))
            if references[key].retracted and "retract" not in line.replace(key, "").lower():
                found.faults.append(f"{name}, {spot}: {retracted(key)}")
        found.shown += [(spot, kind, which) for kind, which in _shown(line, prose)]
    return found


def of_record(who: str, spot: str, record: object) -> list[Use]:
    """Return the uses of a record, in all its fields and in the records that they hold."""
    return [Use(key, who, spot) for key in dict.fromkeys(cited_by(record))]


def dois(text: str) -> list[str]:
    """Return the DOIs that ``text`` links to, in small letters, without the bracket that closes a link."""
    return [_whole(doi).lower() for doi in DOI.findall(text)]


def unknown(key: str, references: Mapping[str, Reference]) -> str:
    """Return what to say about a key that is no reference."""
    fix = near(key, references, "add it to the references, or correct the key")
    return f"cites {key!r}, which is no reference; {fix if fix.endswith('?') else fix + '.'}"


def retracted(key: str) -> str:
    """Return what to say where retracted work is cited as if it stood."""
    return f"cites {key!r}, which was retracted; cite another, or say in the same line that it was retracted."


def _lines(name: str, text: str) -> Iterator[tuple[str, str, bool]]:
    """Yield each line with its spot, and whether it is prose."""
    if not name.endswith(".ipynb"):
        yield from ((f"line {number}", line, True) for number, line in enumerate(text.splitlines(), 1))
        return
    for cell in _cells(name, text):
        for line in "".join(cell["source"]).splitlines():
            yield f"cell {cell['id']}", line, cell["cell_type"] == "markdown"


def _cells(name: str, text: str) -> list[Any]:
    try:
        return list(json.loads(text)["cells"])
    except (ValueError, TypeError, KeyError):
        raise ContentError(f"{name}: it is no notebook; open and save it in JupyterLab.") from None


def _shown(line: str, prose: bool) -> Iterator[tuple[str, str]]:
    if not prose:
        yield from ((NAMED[call], which) for call, which in CALL.findall(line))
    elif directive := DIRECTIVE.match(line):
        name, rest = directive.groups()
        which = rest.split() if name == "claim" else rest.split()[:1]
        yield from [(EVERY[name], "")] if name in EVERY else [(NAMED[name], one) for one in which]


def _whole(doi: str) -> str:
    """Cut a DOI where the bracket of its Markdown link closes; a DOI may hold pairs of its own."""
    depth = 0
    for place, character in enumerate(doi):
        depth += (character == "(") - (character == ")")
        if depth < 0:
            return doi[:place]
    return doi.rstrip(".,;")

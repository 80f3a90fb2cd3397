"""Print every work that the book cites: its record, what of it was verified, and where it is cited.

Reads the pages of the book, its notebooks, the records of the evidence, the questions and the techniques.
Faults (an unknown key, retracted work cited as evidence, a DOI link that belongs to no reference) follow as
one sentence each, and the exit code is 1. The sources of the atlas, which are facts' sources and not cited
by key, are printed after the references.
"""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

import msgspec

from citations import Found, Use, of_record, read, retracted, unknown
from pages import ROOT, read_pages
from triggerpoints._records import ContentError
from triggerpoints.animations import animations
from triggerpoints.atlas import Atlas
from triggerpoints.evidence import DATA, RULE_CITES, Evidence, Reference, citation
from triggerpoints.questions import practice_sets, read_items

PARTS = {  # of the evidence: the word for one record
    "claims": "claim",
    "trials": "trial",
    "findings": "finding",
    "datasets": "dataset",
    "harms": "harm",
    "cases": "case reports",
    "agreements": "agreement",
    "prevalence": "prevalence",
    "points": "points per person",
    "tallies": "tally",
    "patient_trial": "trial of patients",
}
NAMED = 6  # records of a kind that are named; more are counted


def main(arguments: list[str]) -> int:
    """Return 1 where there are faults, else 0."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--page", help="only what this page cites, such as book/fact_check.md")
    parser.add_argument("--unused", action="store_true", help="only the references that nothing cites")
    parser.add_argument("--root", type=Path, default=ROOT, help="the folder of the book (this one)")
    parser.add_argument("--data", type=Path, default=DATA, help="the folder of the evidence")
    asked = parser.parse_args(arguments)
    try:
        evidence = Evidence(asked.data)
        references = evidence.references
        atlas = Atlas()
        records, faults = of_records(evidence, asked.root)
        addresses = [one.url for one in atlas.sources.values()]
        pages = {
            name: read(name, text, references, addresses) for name, text in read_pages(asked.root).items()
        }
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    if asked.page and asked.page not in pages:
        print(f"{asked.page}: there is no such page; give one of {', '.join(pages)}.", file=sys.stderr)
        return 1
    for name, found in pages.items():
        found.uses += [Use(use.key, name, f"{use.who} {use.spot}") for use in shown(found, records)]
    chosen = [pages[asked.page]] if asked.page else list(pages.values())
    uses = [use for found in chosen for use in found.uses] + ([] if asked.page else records)
    faults = ([] if asked.page else faults) + [fault for found in chosen for fault in found.faults]
    cited = {use.key for use in uses}
    listed = [one for key, one in references.items() if (key not in cited if asked.unused else key in cited)]
    for one in listed:
        print("\n".join(described(one, [use for use in uses if use.key == one.key])), end="\n\n")
    if not asked.page and not asked.unused:
        print_sources(atlas)
    partly = sum(one.verified == "partly" for one in listed)
    print(
        f"{len(listed)} references: {len(listed) - partly} verified, {partly} partly; "
        f"{len(faults) or 'no'} fault{'s' * (len(faults) != 1)}."
    )
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def of_records(evidence: Evidence, root: Path) -> tuple[list[Use], list[str]]:
    """Return the uses of all records and questions, and the faults in them."""
    uses = [Use(key, "rule of certainty", "") for key in RULE_CITES]
    faults = []
    for part, word in PARTS.items():
        try:
            records = getattr(evidence, part)
        except ContentError as error:
            faults.append(str(error))
            continue
        named = hasattr(records, "items")
        every = (
            records.items() if named else enumerate(records if isinstance(records, tuple) else [records], 1)
        )
        for name, record in every:
            uses += of_record(word, str(name), record)
    for animation in animations().values():
        uses += of_record("technique", animation.id, animation)
    graded = sorted((root / "notebooks" / "assignments").glob("*/items.toml"))
    for items in (read_items(path) for path in (*practice_sets().values(), *graded)):
        for item in items.item:
            uses += of_record("question", f"{items.id}/{item.id}", item)
    for use in uses:
        if use.key not in evidence.references:
            faults.append(f"{use.who} {use.spot}: {unknown(use.key, evidence.references)}")
        elif evidence.references[use.key].retracted:
            faults.append(f"{use.who} {use.spot}: {retracted(use.key)}")
    return uses, faults


def shown(found: Found, records: Iterable[Use]) -> list[Use]:
    """Return the uses of the records that a page shows."""
    wanted = {(kind, which) for _, kind, which in found.shown}
    return [
        use
        for use in records
        if (use.who, "") in wanted
        or (use.who, use.spot) in wanted
        or (use.who == "question" and ("quiz", use.spot.partition("/")[0]) in wanted)
    ]


def described(reference: Reference, uses: list[Use]) -> list[str]:
    """Return a reference as lines: what it is, what was verified, and where it is cited."""
    short = citation(reference)
    mark = "; RETRACTED" if reference.retracted else ""
    places: dict[str, list[str]] = {}
    for use in uses:
        spots = places.setdefault(use.who, [])
        if use.spot not in spots:
            spots.append(use.spot)
    return [
        f"{reference.key}  {short['label']}{mark}",
        f"  {reference.title}",
        f"  {short['url'] or 'no link'}",
        f"  {reference.kind}; verified {reference.verified}: {reference.seen}",
        *(f"  cited in {who}: {_spots(spots)}" for who, spots in places.items()),
        *(["  cited by nothing"] if not uses else []),
    ]


def print_sources(atlas: Atlas) -> None:
    """Print the sources of the atlas, with how many of its statements rest on each."""
    counts: dict[str, int] = {}
    for name in _sources(
        msgspec.to_builtins([*atlas.muscles.values(), *atlas.zones.values(), *atlas.red_flags.values()])
    ):
        counts[name] = counts.get(name, 0) + 1
    print(f"Sources of the atlas: {len(atlas.sources)}\n")
    for source in atlas.sources.values():
        print(f"{source.id}  {source.title}")
        print(f"  {source.url or 'no link'}")
        print(f"  {source.kind}; seen: {source.note or 'not said'}")
        print(f"  cited by {counts.get(source.id, 0)} statements of the atlas\n")


def _sources(plain: object) -> list[str]:
    if isinstance(plain, dict):
        own = [name for name in plain.get("sources", ()) if isinstance(name, str)]
        return own + [name for key, value in plain.items() if key != "sources" for name in _sources(value)]
    if isinstance(plain, list | tuple):
        return [name for value in plain for name in _sources(value)]
    return []


def _spots(spots: list[str]) -> str:
    return (
        ", ".join(spots)
        if len(spots) <= NAMED
        else f"{', '.join(spots[:NAMED])} and {len(spots) - NAMED} more"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

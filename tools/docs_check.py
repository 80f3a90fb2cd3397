"""Check the prose of the book: shape, citations, numbers, reading grade, spelling, words for people, links.

Prints a table of reading grades and the list of paragraphs without a citation, each with its reason. Faults
follow as one sentence each, and the exit code is 1. Spelling (cspell) and inclusive language (alex) come from
``tools/prose``; links to other sites are followed (Sphinx's linkcheck) only when there is a network.
"""

import argparse
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from chapters import CHAPTERS, faults_of_questions, faults_of_shape
from pages import ROOT, read_pages
from paragraphs import Paragraph, paragraphs
from printed_numbers import faults_of_numbers, known
from reading_grade import HIGHEST, MEDIAN, WORD, anatomy, grade, masked, sentences
from triggerpoints.atlas import Atlas
from triggerpoints.evidence import Evidence
from triggerpoints.questions import practice_sets, read_items

WORDS = ROOT / "tools" / "prose"
# Sections that only repeat or announce what the chapter says with its citations, or are its own tasks.
REPEATS = frozenset({"What you will be able to do", "Key points", "Test yourself", "Further reading"})
STEPS = ("shape", "uncited", "numbers", "grade", "words", "links")


def main(arguments: list[str]) -> int:
    """Return 1 where there are faults, else 0."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", choices=STEPS, action="append", help="only this step (may be repeated)")
    parser.add_argument("--page", help="only this page, such as book/headache.md (not for words and links)")
    asked = parser.parse_args(arguments)
    steps = asked.only or STEPS
    pages = {name: text for name, text in read_pages(ROOT).items() if not asked.page or name == asked.page}
    if not pages:
        print(f"{asked.page}: no such page of the book; name one as in book/headache.md.", file=sys.stderr)
        return 1
    found = {name: paragraphs(name, text) for name, text in pages.items()}
    chapters = {name: found[name] for name in found if Path(name).stem in CHAPTERS}
    faults: list[str] = []
    if "shape" in steps:
        faults += [fault for name in chapters for fault in faults_of_shape(name, pages[name])]
        sets = sections_of_questions()
        faults += [fault for name in chapters for fault in faults_of_questions(name, pages[name], sets)]
    if "uncited" in steps:
        faults += list(uncited(chapters))
    if "numbers" in steps:
        seen = known(Evidence())
        faults += [
            fault
            for name, text in pages.items()
            if name.endswith(".md")
            for fault in faults_of_numbers(name, text, seen)
        ]
    if "grade" in steps:
        faults += grades(found, set(chapters))
    if "words" in steps:
        faults += words(ROOT)
    if "links" in steps:
        faults += links(ROOT)
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{len(pages)} pages, {len(chapters)} chapters; {len(faults) or 'no'} faults.")
    return 1 if faults else 0


def sections_of_questions() -> dict[str, dict[str, str]]:
    """Return the anchor of the section that each question of each practice set tests."""
    return {
        name: {item.id: item.section for item in read_items(path).item}
        for name, path in practice_sets().items()
    }


def uncited(chapters: dict[str, list[Paragraph]]) -> Iterator[str]:
    """Yield a fault for each paragraph without citation or reason; print those that have a reason."""
    print("Paragraphs without a citation, each with its reason")
    for name, found in chapters.items():
        for one in found:
            if one.cited or one.section in REPEATS or one.text.startswith("Time:"):
                continue
            if one.reason:
                print(f"  {name}:{one.line}: {one.reason}: {one.text[:60]}")
            else:
                yield (
                    f"{name}:{one.line}: this paragraph cites nothing; add a citation, or a line "
                    f"'% uncited: the reason' above it: {one.text[:60]!r}"
                )


def grades(found: dict[str, list[Paragraph]], chapters: set[str]) -> list[str]:
    """Print the reading grade of each page and return what is too hard."""
    terms = anatomy(anatomy_names(Atlas()))
    measured = {name: sentences(one) for name, one in found.items()}
    raw = {name: grade(said) for name, said in measured.items()}
    print(f"\n{'Flesch–Kincaid grade':44} raw  masked  words")
    for name, said in measured.items():
        print(f"{name:44} {raw[name]:4.1f}  {grade(masked(said, terms)):5.1f}  {sum(map(len, said)):5}")
    middle = median(raw[name] for name in chapters) if chapters else 0.0
    print(f"{'median of the chapters':44} {middle:4.1f}\n")
    faults = [
        f"{name}: Flesch–Kincaid grade {one}, above {HIGHEST:g}; write shorter sentences and shorter words."
        for name, one in raw.items()
        if one > HIGHEST
    ]
    if middle > MEDIAN:
        faults.append(f"book: the chapters' median grade is {middle}, above {MEDIAN:g}.")
    return faults


def words(root: Path) -> list[str]:
    """Return what cspell and alex report, a line each; their pages are those of ``read_pages``."""
    if not (WORDS / "node_modules").is_dir():
        subprocess.run(["npm", "ci", "--silent", "--no-audit", "--no-fund"], cwd=WORDS, check=True)
    known = root / "_build" / "prose" / "names.txt"
    known.parent.mkdir(parents=True, exist_ok=True)
    known.write_text("\n".join(sorted(names_of_records())), encoding="utf-8")
    names = list(read_pages(root))
    tools = WORDS / "node_modules" / ".bin"
    spelled = subprocess.run(
        [
            tools / "cspell",
            "--no-progress",
            "--no-summary",
            "--config",
            WORDS / "cspell.json",
            "--root",
            root,
            *names,
        ],
        cwd=root,
        capture_output=True,
        text=True,
    )
    said = subprocess.run(
        [tools / "alex", "--quiet", *(name for name in names if name.endswith(".md"))],
        cwd=root,
        capture_output=True,
        text=True,
    )
    lines = [*spelled.stdout.splitlines(), *spelled.stderr.splitlines(), *said.stderr.splitlines()]
    return [line.strip() for line in lines if line.strip()]


def names_of_records() -> set[str]:
    """Return the words of names that no dictionary has: of muscles, of authors and of journals."""
    references = Evidence().references.values()
    return {
        word
        for text in (
            *anatomy_names(Atlas()),
            *(" ".join((*one.authors, one.journal, one.title)) for one in references),
        )
        for word in WORD.findall(text)
    }


def anatomy_names(atlas: Atlas) -> list[str]:
    """Return every name of every muscle."""
    return [
        name for one in atlas.muscles.values() for name in (one.latin_name, one.english_name, *one.synonyms)
    ]


def links(root: Path) -> list[str]:
    """Return broken links to other sites, or nothing (and say so) where there is no network."""
    if not online():
        print("No network: links to other sites were not followed.")
        return []
    out = root / "_build" / "linkcheck"
    done = subprocess.run(
        ["jupyter-book", "build", str(root), "--builder", "linkcheck", "--path-output", str(out), "-q"],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONWARNINGS": "ignore"},
    )
    report = next(out.rglob("output.txt"), None)
    if report is None:
        return [f"links: jupyter-book's linkcheck ended with {done.returncode}: {done.stderr.strip()[-200:]}"]
    return [line for line in report.read_text(encoding="utf-8").splitlines() if "[broken]" in line]


def online(host: str = "doi.org") -> bool:
    """Say whether ``host`` can be reached."""
    try:
        socket.create_connection((host, 443), timeout=3).close()
    except OSError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

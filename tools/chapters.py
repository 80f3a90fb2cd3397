"""Which pages are chapters, and the shape that each has: aims, the answer, doubts, a summary, questions."""

import re
from collections.abc import Iterator, Mapping

from docutils.nodes import make_id

# In the order of _toc.yml.
CHAPTERS = (
    "start_here",
    "muscle_and_pain",
    "what_is_a_trigger_point",
    "referred_pain",
    "is_it_real",
    "before_you_touch",
    "palpation_and_measuring",
    "manual_treatment",
    "dry_needling",
    "injections_and_medicines",
    "acupuncture",
    "self_treatment",
    "neck_head_shoulder",
    "neck_pain",
    "headache",
    "shoulder_pain",
    "low_back_pain",
    "fibromyalgia",
    "working_life",
)
# What each chapter has, and why: the answer first, aims, doubts shown, use, a summary, a test, more to read.
PARTS = {
    "an admonition 'The answer in short'": r"^:{3,}\{admonition\} The answer in short$",
    "the time it takes ('**Time:** …')": r"^\*\*Time:\*\* .*\d",
    "'## What you will be able to do'": r"^## What you will be able to do$",
    "an admonition 'How sure are we?'": r"^:{3,}\{admonition\} How sure are we\?$",
    "'## Key points'": r"^## Key points$",
    "'## Test yourself'": r"^## Test yourself$",
    "a quiz": r"^:{3,}\{quiz\} [\w-]+$",
    "'## Further reading'": r"^## Further reading$",
    "a figure or an interactive piece": (
        r"^[:`]{3,}\{(body-map|muscle|technique|forest|evidence-map|figure|image|pain-table|anywidget)\}"
    ),
}
AIMS = (3, 6)  # measurable objectives, at least and at most
READING = 3  # works to read further, at least, each with a link
INSIDE, LEFT = 2, 2  # questions inside the text and below "Test yourself", at least
QUIZ = re.compile(r"^:{3,}\{quiz\} ([\w-]+)\n((?::\w+:.*\n)*)", re.M)
HEADING = re.compile(r"^(?:\(([\w-]+)\)=\n)?(#{2,3}) (.+)$", re.M)


def faults_of_shape(name: str, text: str) -> list[str]:
    """Return what the chapter ``name`` lacks, one sentence each."""
    faults = [
        f"{name}: a chapter has {part}; add it (book/what_is_a_trigger_point.md is the model)."
        for part, pattern in PARTS.items()
        if not re.search(pattern, text, re.M)
    ]
    aims = re.search(r"^## What you will be able to do\n+((?:\d+\. .*\n(?:   .*\n)*)+)", text, re.M)
    count = len(re.findall(r"^\d+\. ", aims.group(1), re.M)) if aims else 0
    if not AIMS[0] <= count <= AIMS[1]:
        faults.append(f"{name}: it has {count} numbered aims; give {AIMS[0]} to {AIMS[1]}.")
    answer, aimed = text.find("The answer in short"), text.find("## What you will be able to do")
    if -1 < aimed < answer:
        faults.append(f"{name}: the aims stand before the answer; put 'The answer in short' first.")
    links = text.partition("## Further reading")[2].count("](http")
    if links < READING:
        faults.append(f"{name}: further reading has {links} links; give {READING} or more.")
    return faults


def faults_of_questions(name: str, text: str, sets: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """Yield what is wrong with the questions of the chapter ``name``, one sentence each.

    ``sets`` has the questions of each practice set: the id of each, and the anchor of the section it tests.
    """
    inside = 0
    for quiz in QUIZ.finditer(text):
        which, options = quiz.groups()
        only = re.search(r"^:only:(.*)$", options, re.M)
        here = anchors(text[: quiz.start()])
        if only is None:
            left = len(sets.get(which, {})) - inside
            if ":rest:" not in options or "test-yourself" not in here or left < LEFT:
                yield f"{name}: below 'Test yourself' stands the :rest: of {which}, {LEFT} questions or more."
            continue
        for item in only.group(1).split():
            inside += 1
            if sets.get(which, {}).get(item, "") not in here:
                yield f"{name}: {item} does not stand in its section; move it there, or correct 'section'."
    if inside < INSIDE:
        yield f"{name}: {inside} questions stand inside the text; move {INSIDE} or more there with :only:."


def anchors(above: str) -> set[str]:
    """Return what leads to the section, and to the one around it, in which the text ``above`` ends."""
    found: dict[str, set[str]] = {}
    for heading in HEADING.finditer(above):
        target, level, title = heading.groups()
        if level == "##":
            found.clear()
        found[level] = {make_id(title)} | ({target} if target else set())
    return set().union(*found.values())

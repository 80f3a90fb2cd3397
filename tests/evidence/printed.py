"""Every number that a page prints, held to the data.

A test says sentence by sentence what the page should print, with the numbers computed; what no
sentence covers is left over, and the test fails.

>>> page = Page.of_text("The pooled kappa is 0.45 (0.36 to 0.54). Six of 9 said so.")
>>> page.says("pooled kappa is {:.2f} ({:.2f} to {:.2f})", 0.452, 0.364, 0.540)
>>> [number for number, _ in page.left_over()]
['9']
"""

import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NUMBER = re.compile(r"(?<![\w.])-?\d+(?:,\d{3})*(?:\.\d+)?")
# What prints a number and is no statement: list markers, targets of links, code, roles and directives.
NO_STATEMENT = [
    re.compile(r"\A---\n.*?\n---\n", re.S),
    re.compile(r"^\s*(?:```|:::)\{[^\n]*\n(?::[^\n]*\n)*", re.M),
    re.compile(r"^\s*(?:```|:::)\s*$", re.M),
    re.compile(r"^\s*\d+\. ", re.M),
    re.compile(r"(?<=\])\(<[^>]*>\)|(?<=\])\([^()\s]*(?:\([^)]*\)[^()\s]*)*\)"),
    re.compile(r"\{[a-z:-]+\}`[^`]*`"),
    re.compile(r"`[^`]*`"),
    re.compile(r"^\*\*Time:\*\*.*$", re.M),
]


class Page:
    """The prose of a notebook or a Markdown page, and which of its numbers were accounted for."""

    def __init__(self, path):
        source = (ROOT / path).read_text(encoding="utf-8")
        if str(path).endswith(".ipynb"):
            cells = json.loads(source)["cells"]
            source = "\n\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")
        self._take(source)

    @classmethod
    def of_text(cls, text):
        page = cls.__new__(cls)
        page._take(text)
        return page

    def _take(self, text):
        for pattern in NO_STATEMENT:
            text = pattern.sub(lambda found: " " * len(found[0]), text)
        self.text = text.replace("−", "-").replace("\n", " ")
        self._covered = [False] * len(self.text)

    def says(self, sentence, *values, **named):
        """Hold that the page prints ``sentence`` with these numbers in its braces, as often as it stands."""
        wanted = " ".join(sentence.format(*values, **named).split())
        pattern = re.escape(wanted).replace(r"\ ", r"\s+")
        found = list(re.finditer(pattern, self.text))
        assert found, f"the page does not print: {wanted}"
        for match in found:
            self._covered[match.start() : match.end()] = [True] * (match.end() - match.start())

    def left_over(self):
        """Return the numbers that no sentence covered, each with the words around it."""
        return [
            (match[0], " ".join(self.text[max(0, match.start() - 40) : match.end() + 30].split()))
            for match in NUMBER.finditer(self.text)
            if not all(self._covered[match.start() : match.end()])
        ]

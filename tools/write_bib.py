"""Write book/references.bib from the evidence data; with --check, say whether it is up to date."""

import sys
from pathlib import Path

from generated import keep
from triggerpoints.evidence import Evidence, bibtex

BIB = Path(__file__).parents[1] / "book" / "references.bib"


def main(check: bool) -> int:
    """Return 0 when the file is (now) up to date, else 1."""
    return keep(BIB, bibtex(Evidence().references.values()), "the evidence data say", check)


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:]))

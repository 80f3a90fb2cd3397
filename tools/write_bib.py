"""Write book/references.bib from the evidence data; with --check, say whether it is up to date."""

import sys
from pathlib import Path

from triggerpoints.evidence import Evidence, bibtex

BIB = Path(__file__).parents[1] / "book" / "references.bib"


def main(check: bool) -> int:
    """Return 0 when the file is (now) up to date, else 1."""
    text = bibtex(Evidence().references.values())
    if check:
        if BIB.read_text(encoding="utf-8") == text:
            return 0
        print("book/references.bib is not what the evidence data say; run 'make generated'.", file=sys.stderr)
        return 1
    BIB.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:]))

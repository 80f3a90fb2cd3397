"""A file that is made from others: write it, or say whether it is up to date."""

import sys
from pathlib import Path


def keep(path: Path, text: str, source: str, check: bool) -> int:
    """Write ``text`` to ``path``, or with ``check`` compare; return 0 when it is (now) up to date, else 1."""
    if check:
        if path.read_text(encoding="utf-8") == text:
            return 0
        name = path.relative_to(Path(__file__).parents[1])
        print(f"{name} is not what {source}; run 'make generated'.", file=sys.stderr)
        return 1
    path.write_text(text, encoding="utf-8")
    return 0

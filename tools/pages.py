"""The pages of the book that people wrote: Markdown, and notebooks as JSON."""

from pathlib import Path

ROOT = Path(__file__).parents[1]


def read_pages(root: Path = ROOT) -> dict[str, str]:
    """Return the text of each page below ``root``, by its name, such as ``book/headache.md``."""
    paths = [
        *root.glob("index.md"),
        *sorted((root / "book").rglob("*.md")),
        *sorted((root / "notebooks").glob("*.ipynb")),
    ]
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in paths}

"""Which page of the book has which practice set."""

from collections.abc import Mapping
from pathlib import Path

from triggerpoints.questions import practice_sets

# A set that has another name than its page.
PAGES = {"neck-and-head": "neck_head_shoulder", "what-would-you-tell-the-client": "fact_check"}


def sets_by_page() -> Mapping[str, Path]:
    """Return the file of each practice set by the name of its page, without folder or ending."""
    return {PAGES.get(name, name.replace("-", "_")): path for name, path in practice_sets().items()}

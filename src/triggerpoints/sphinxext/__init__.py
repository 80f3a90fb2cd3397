"""Sphinx extension of the course: directives, charts without a CDN, page information, a lighter theme.

Each module does one thing and has its own ``setup``. Every directive makes neutral docutils nodes
that carry the whole content in words; HTML wraps them in the markup that ``page.js`` brings to
life, and every other builder prints the words.
"""

from importlib import import_module
from typing import Any

from sphinx.application import Sphinx

from triggerpoints import __version__
from triggerpoints.sphinxext._fingerprint import fingerprint

MODULES = (
    "_assets",
    "_nodes",
    "_facts",
    "_links",
    "anywidget",
    "atlas_files",
    "atlas_table",
    "bibliography",
    "body_map",
    "boxes",
    "charts",
    "claim",
    "contraindications",
    "evidence_map",
    "forest",
    "fact_check",
    "fresh",
    "glossary",
    "hidden_cells",
    "kernel",
    "muscle",
    "muscle_list",
    "page_info",
    "pain_table",
    "people",
    "print_buttons",
    "progress",
    "prose_tables",
    "quiz",
    "red_flags",
    "region",
    "safety_first",
    "scope",
    "search_places",
    "sheets",
    "table_caption",
    "table_scope",
    "teaching_plan",
    "technique",
    "trim",
)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register everything with Sphinx."""
    for module in MODULES:
        import_module(f"{__name__}.{module}").setup(app)
    return {
        "version": __version__,
        # What older code read may lack what newer code asks for.
        "env_version": fingerprint("animations", "sphinxext"),
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }

"""A filter for nbgrader's pages: what a student wrote is shown, and never runs in the instructor's browser.

nbgrader's own templates put rendered Markdown into the page as it is, whatever
``HTMLExporter.sanitize_html`` says. They pass it through ``strip_files_prefix`` last of all, so
this takes that filter's place (``nbgrader_config.py`` of every course).
"""

import bleach  # type: ignore[import-untyped]  # a part of nbconvert
from nbconvert.filters import strip_files_prefix

# What Markdown itself makes; no ``class``, with which a text could switch the formulas on again.
TAGS = bleach.ALLOWED_TAGS | {
    *("p", "br", "hr", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "del", "s", "sub", "sup"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


def safe_html(html: str) -> str:
    """Return rendered Markdown with harmless tags only; others are shown as text.

    Formulas stay text as well: with one, MathJax would make a link that runs a script.
    """
    text = strip_files_prefix(html)  # type: ignore[no-untyped-call]
    cleaned = bleach.clean(text, tags=TAGS, attributes={"a": ["href", "title"]})
    return f'<div class="tex2jax_ignore">{cleaned}</div>'

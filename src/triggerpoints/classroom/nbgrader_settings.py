"""The settings of nbgrader that a course needs: its ``nbgrader_config.py`` calls ``use(c)``.

They are here, not in the course's file, so that a course made long ago has those of today.
"""

from typing import Any

HIDE = "triggerpoints.classroom.nbgrader_hide.HideTests"
FILTERS = {"strip_files_prefix": "triggerpoints.classroom.nbgrader_safe.safe_html"}


def use(c: Any) -> None:
    """Put the settings into nbgrader's configuration ``c``; a later line in the file can change them."""
    # nbgrader's own feedback would show students the hidden tests, and the answers in them.
    c.GenerateFeedback.preprocessors = [
        "nbgrader.preprocessors.GetGrades",
        HIDE,
        "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
    ]
    # nbgrader's pages would run a script that a student wrote into an answer.
    c.HTMLExporter.sanitize_html = True
    c.HTMLExporter.filters = dict(FILTERS)
    # Who was taken off the class list would be put on it again by a file that is still there.
    c.Autograde.create_student = False


def in_use(c: Any) -> bool:
    """Return whether nbgrader's pages are safe with the configuration ``c``."""
    return (
        HIDE in c.GenerateFeedback.get("preprocessors", ())
        and bool(c.HTMLExporter.get("sanitize_html"))
        and dict(c.HTMLExporter.get("filters", {})).items() >= FILTERS.items()
        and "create_student" in c.Autograde
    )

"""Traces of what collecting did that a person has to know, in ``collected.json``, for the report."""

from pathlib import Path

from triggerpoints.classroom._json import write_json
from triggerpoints.classroom._time import MOODLE, NOBODY, NOTE, HandedIn, read_note

NOTEBOOK, BROKEN = "notebook from", "broken newer one"


def said_time(time: HandedIn) -> str:
    """Return the time as a phrase: "on 2026-10-05 10:00", or "earlier" where nobody knows."""
    return "earlier" if time.source in (MOODLE, NOBODY) else f"on {time.when:%Y-%m-%d %H:%M} UTC"


def left(folder: Path) -> dict[str, str]:
    """Return the traces in the submission in ``folder``, by kind; empty when it has none."""
    found = read_note(folder)
    return {kind: str(found[kind])[:40] for kind in (NOTEBOOK, BROKEN) if kind in found}


def leave(folder: Path, kind: str, when: str) -> None:
    """Write a trace of ``kind`` into the submission in ``folder``."""
    write_json(folder / NOTE, {**read_note(folder), kind: when})


def sentences(folder: Path, stands: HandedIn) -> tuple[list[str], list[str]]:
    """Return what has to be asked about, and what is good to know, about the submission in ``folder``.

    ``stands`` is when that was handed in.
    """
    found = left(folder)
    ask, know = [], []
    if when := found.get(BROKEN):
        ask.append(
            f"A newer hand-in ({when}) could not be read; the one handed in {said_time(stands)} stands."
        )
    if when := found.get(NOTEBOOK):
        know.append(f"The written answer is from the notebook handed in {when}; none came since.")
    return ask, know

"""Reads the techniques, and refuses what a page could not show or what stands on nothing."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from triggerpoints._records import ContentError, read_toml
from triggerpoints.atlas import course_atlas
from triggerpoints.evidence import course_evidence
from triggerpoints.sphinxext._technique import Technique
from triggerpoints.sphinxext._technique_body import not_shown
from triggerpoints.sphinxext._technique_picture import TECHNIQUES, names

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@cache
def techniques() -> Mapping[str, Technique]:
    """Return every technique by its id.

    Raises :class:`ContentError` for the first that is not right.
    """
    found = [read_technique(path) for path in sorted(TECHNIQUES.glob("*.toml"))]
    return {one.id: one for one in found}


def read_technique(path: Path) -> Technique:
    """Return the technique in the file at ``path``.

    Raises :class:`ContentError` for a record that is not one, whose id is not the file's name, that names
    what does not exist, or whose captions have numbers that none of its sources says.
    """
    made = read_toml(path, Technique)
    if fault := next(_faults(made, path.stem), ""):
        raise ContentError(f"{path}: {fault}")
    return made


def _faults(made: Technique, stem: str) -> Iterator[str]:
    if made.id != stem:
        yield f"the id {made.id!r} is not the file's name; make them the same."
    for key in made.cite:
        if key not in course_evidence().references:
            yield f"'cite' names {key!r}, which is no reference; correct the key."
    for step in made.step:
        if step.contraindication and step.contraindication not in course_atlas().contraindications:
            yield f"there is no contraindication {step.contraindication!r}; correct the id."
    yield from _shape_faults(made)
    known = set(_NUMBER.findall(" ".join(_sources(made))))
    for number, step in enumerate(made.step, 1):
        for figure in _NUMBER.findall(step.caption):
            if figure not in known:
                yield f"step {number} says {figure}, which no source of it says; add the source, or a 'rule'."


def _shape_faults(made: Technique) -> Iterator[str]:
    has: dict[str, list[str]] = {}
    for part in (part for picture in made.picture for part in picture.part):
        for muscle in not_shown(part):
            yield f"part {part.id!r}: the view {part.figure!r} shows no {muscle!r}; take it out."
        try:
            has[part.id] = names(part)
        except ContentError as error:
            yield str(error)
    first = {name: [pose] for name, pose in made.starts().items()}
    for poses in (first, *made.poses()):
        for name, keys in poses.items():
            known = ", ".join(filter(None, has[name])) or "none but its own"
            for pose in keys:
                if pose.shape and pose.shape not in has[name]:
                    yield f"part {name!r} has no shape {pose.shape!r}; it has {known}."


def _sources(made: Technique) -> Iterator[str]:
    yield made.rule
    yield from (reading.says for reading in made.source)
    yield from (course_evidence().references[key].finding for key in made.cite)

"""Reads the animations, and refuses what a page could not show or what stands on nothing."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from triggerpoints._faults import near
from triggerpoints._records import ContentError, read_toml
from triggerpoints.animations._body import not_shown
from triggerpoints.animations._model import Animation
from triggerpoints.animations._picture import shape_names
from triggerpoints.atlas import course_atlas
from triggerpoints.evidence import course_evidence

DATA = Path(__file__).with_name("data")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@cache
def animations() -> Mapping[str, Animation]:
    """Return every animation by its id.

    Raises :class:`~triggerpoints._records.ContentError` for the first that is not right.
    """
    found = [read_animation(path) for path in sorted(DATA.glob("*.toml"))]
    return {one.id: one for one in found}


def read_animation(path: Path) -> Animation:
    """Return the animation in the file at ``path``.

    Raises :class:`~triggerpoints._records.ContentError` for a record that is not one, whose id is not the
    file's name, that names what does not exist or cites retracted work, or whose captions have numbers that
    none of its sources says.
    """
    made = read_toml(path, Animation)
    if fault := next(_faults(made, path.stem), ""):
        raise ContentError(f"{path}: {fault}{'' if fault.endswith(('.', '?')) else '.'}")
    return made


def _faults(made: Animation, stem: str) -> Iterator[str]:
    if made.id != stem:
        yield f"the id {made.id!r} is not the file's name; make them the same"
    if fault := course_evidence().citing_fault(made):
        yield fault
    known = course_atlas().contraindications
    for step in made.step:
        if step.contraindication and step.contraindication not in known:
            fix = near(step.contraindication, known)
            yield f"there is no contraindication {step.contraindication!r}; {fix}"
    yield from _shape_faults(made)
    said = set(_NUMBER.findall(" ".join(_sources(made))))
    for number, step in enumerate(made.step, 1):
        for figure in _NUMBER.findall(step.caption):
            if figure not in said:
                yield f"step {number} says {figure}, which no source of it says; add the source, or a 'rule'"


def _shape_faults(made: Animation) -> Iterator[str]:
    has: dict[str, list[str]] = {}
    for part in (part for picture in made.picture for part in picture.part):
        for muscle in not_shown(part):
            yield f"part {part.id!r}: the view {part.figure!r} shows no {muscle!r}; take it out"
        try:
            has[part.id] = shape_names(part)
        except ContentError as error:
            yield str(error)
    start = {name: [pose] for name, pose in made.starts().items()}
    for poses in (start, *made.poses()):
        for name, keys in poses.items():
            known = ", ".join(filter(None, has[name])) or "none but its own"
            for shape in (pose.shape for pose in keys):
                if shape and shape not in has[name]:
                    yield f"part {name!r} has no shape {shape!r}; it has {known}"


def _sources(made: Animation) -> Iterator[str]:
    yield made.rule
    yield from (reading.says for reading in made.source)
    yield from (course_evidence().references[key].finding for key in made.cite)

"""Checks that a file alone cannot make: every id of the atlas leads somewhere."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from triggerpoints._faults import near
from triggerpoints._records import ContentError
from triggerpoints.atlas._model import UNSOURCED, Muscle, Source, TriggerPoint, Zone


def check_zones(path: Path, where: str, used: Iterable[str], zones: Mapping[str, Zone]) -> None:
    """Raise :class:`ContentError` for the first id of ``used`` that is no zone; ``where`` names the field."""
    for zone in used:
        if zone not in zones:
            raise ContentError(
                f"{path}: {where} names zone {zone!r}, which is in no file of zones/; {_fix(zone, zones)}"
            )


def check_names(path: Path, where: str, used: Iterable[str], muscles: Mapping[str, Muscle]) -> None:
    """Raise :class:`ContentError` for the first id of ``used`` that is no muscle; ``where``: its field."""
    for muscle in used:
        if muscle not in muscles:
            raise ContentError(
                f"{path}: {where} names muscle {muscle!r}, which is in no file of muscles/;"
                f" {_fix(muscle, muscles)}"
            )


def check_points(muscles: Iterable[tuple[Path, Iterable[Muscle]]]) -> None:
    """Raise :class:`ContentError` when a trigger point has an id that another one has."""
    owners: dict[str, str] = {}
    for path, records in muscles:
        for muscle in records:
            for point in muscle.trigger_points:
                if point.id in owners:
                    raise ContentError(
                        f"{path}: {muscle.id!r} has trigger point {point.id!r}, and so has"
                        f" {owners[point.id]!r}; rename one."
                    )
                owners[point.id] = muscle.id


def check_muscle(
    path: Path, muscle: Muscle, zones: Mapping[str, Zone], sources: Mapping[str, Source]
) -> None:
    """Raise :class:`ContentError` when ``muscle`` names an unknown zone or source, or contradicts itself."""
    seen: set[str] = set()
    for point in muscle.trigger_points:
        if point.id in seen:
            raise ContentError(f"{path}: {muscle.id!r} has trigger point {point.id!r} twice; rename one.")
        seen.add(point.id)
        _check_point(path, muscle.id, point, zones)
    for field, fact in muscle.facts():
        if fact.composed and len(fact.sources) < 2:
            raise ContentError(
                f"{path}: {muscle.id!r} {field} is composed and yet has {len(fact.sources)} source(s);"
                " cite two or more, or remove composed."
            )
    for where, source in _cited(muscle):
        if source not in sources:
            raise ContentError(
                f"{path}: {where} cites {source!r}, which is in no file of sources/; {_fix(source, sources)}"
            )


def _check_point(path: Path, muscle: str, point: TriggerPoint, zones: Mapping[str, Zone]) -> None:
    for field in ("essential", "spillover", "imitators"):
        check_zones(path, f"{muscle!r} {point.id} {field}", getattr(point, field), zones)
    for zone in point.essential:
        if zone in point.spillover:
            raise ContentError(
                f"{path}: {muscle!r} {point.id} has {zone!r} as essential and as spillover; keep one."
            )
    if point.location.text == UNSOURCED and (point.places or point.location.sources):
        raise ContentError(
            f"{path}: {muscle!r} {point.id} is unsourced and yet has a place or a source;"
            " say where, or remove it."
        )
    for zone, others in point.imitators.items():
        if muscle in others:
            raise ContentError(
                f"{path}: {muscle!r} {point.id} imitators has the muscle itself in {zone!r}; remove it."
            )


def _fix(name: str, known: Iterable[str]) -> str:
    fix = near(name, known)
    return fix if fix.endswith("?") else f"{fix}."


def _cited(muscle: Muscle) -> Iterator[tuple[str, str]]:
    for field, fact in muscle.facts():
        yield from ((f"{muscle.id!r} {field}", source) for source in fact.sources)
    for point in muscle.trigger_points:
        yield from ((f"{muscle.id!r} {point.id} referral", source) for source in point.referral_sources)

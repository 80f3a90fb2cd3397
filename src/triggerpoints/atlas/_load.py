"""Load the atlas from its text files and check that every id leads somewhere."""

from collections.abc import Iterable
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from triggerpoints._records import ContentError, read_toml
from triggerpoints.atlas._act import Act
from triggerpoints.atlas._actions import ACTIONS
from triggerpoints.atlas._check import check_muscle, check_names, check_points, check_zones
from triggerpoints.atlas._contraindication import Contraindication
from triggerpoints.atlas._files import (
    ContraindicationFile,
    MuscleFile,
    RedFlagFile,
    ScopeFile,
    SourceFile,
    ZoneFile,
)
from triggerpoints.atlas._model import Muscle, RedFlag, Source, View, Zone
from triggerpoints.atlas._plain import plain

_T = TypeVar("_T", Muscle, Zone, RedFlag, Source, Contraindication, Act)
DATA = Path(__file__).parent / "data"
REVIEWED_BY_CLINICIAN: str | None = None
"""Who reviewed the red flags and cautions, and when; None: no clinician has, and every page says so."""
FIGURE = Path(__file__).parent / "figure"


class Atlas:
    """Muscles, zones, red flags and sources, each a read-only mapping from id to record.

    ``data`` is a folder with ``zones/*.toml``, ``red_flags/*.toml``, ``sources/*.toml`` and
    ``muscles/*.toml``, read in the order of their names; by default the course's own. Raises
    :class:`~triggerpoints._records.ContentError` when a file is broken or an id leads nowhere.
    """

    def __init__(self, data: Path | str = DATA) -> None:
        self._folder = folder = Path(data)
        zones = [(path, read_toml(path, ZoneFile).zone) for path in _files(folder / "zones")]
        self.zones = _merged(zones)
        sources = [(path, read_toml(path, SourceFile).source) for path in _files(folder / "sources")]
        self.sources = _merged(sources)
        muscles = [(path, read_toml(path, MuscleFile).muscle) for path in _files(folder / "muscles")]
        self.muscles = _merged(muscles)
        for path, records in muscles:
            for muscle in records:
                check_muscle(path, muscle, self.zones, self.sources)
                for point in muscle.trigger_points:
                    for zone, names in point.imitators.items():
                        check_names(path, f"{muscle.id!r} {point.id} imitators {zone}", names, self.muscles)
        check_points(muscles)
        safety = [(path, read_toml(path, RedFlagFile)) for path in _files(folder / "red_flags")]
        self.red_flags = _merged((path, read.red_flag) for path, read in safety)
        self.emergency_numbers = tuple(number for _, read in safety for number in read.emergency_number)
        for path, read in safety:
            for flag in read.red_flag:
                check_zones(path, f"{flag.id!r} zones", flag.zones, self.zones)
                check_names(path, f"{flag.id!r} muscles", flag.muscles, self.muscles)

    def check(self) -> None:
        """Read what is otherwise read only when asked for; raise ContentError at the first fault."""
        for name, part in vars(type(self)).items():
            if isinstance(part, cached_property):
                getattr(self, name)

    @cached_property
    def contraindications(self) -> MappingProxyType[str, Contraindication]:
        """Reasons not to treat, or to treat otherwise, by id, from ``contraindications/*.toml``.

        Read when first asked for: the finder and the widgets have no use for them.
        """
        files = _files(self._folder / "contraindications")
        return _merged((path, read_toml(path, ContraindicationFile).contraindication) for path in files)

    @cached_property
    def acts(self) -> MappingProxyType[str, Act]:
        """What a therapist may do, by id, from ``scope/*.toml``; read when first asked for."""
        return _merged((path, read_toml(path, ScopeFile).act) for path in _files(self._folder / "scope"))

    @cached_property
    def zone_areas(self) -> dict[str, float]:
        """Area of one side of each zone, by id, in atlas order (millionths of stature squared)."""
        return {zone.id: zone.area for zone in self.zones.values()}

    def as_dict(self) -> dict[str, Any]:
        """Return everything as plain data: ``{"muscles", "zones", "red_flags", "sources"}``, id to record.

        ``"best_views"`` has the views of the figure that show a muscle or a trigger point (by its id) and
        its pain, the best first; ``"actions"`` says what the actions of red flags are called.
        Every field of a record is present, and computed ones too: ``how_sure`` of each fact,
        ``referral_how_sure`` of each point, ``essential`` and ``spillover`` of each muscle.
        ``"emergency_numbers"`` is a list of records;
        ``"reviewed_by_clinician"`` is null until a clinician has reviewed the safety content.
        """
        # Here, since it reads the drawings: who only wants the records need not wait for them.
        from triggerpoints.atlas.views import views_by_id

        return {
            "muscles": plain(self.muscles),
            "zones": plain(self.zones),
            "red_flags": plain(self.red_flags),
            "sources": plain(self.sources),
            "best_views": views_by_id(self.muscles.values()),
            "actions": plain(ACTIONS),
            "emergency_numbers": plain(self.emergency_numbers),
            "reviewed_by_clinician": REVIEWED_BY_CLINICIAN,
        }

    def figure(self, view: View) -> str:
        """Return the SVG text of ``view``: ``"front"``, ``"back"``, ``"head_side"``, ``"foot_sole"`` or
        ``"hand_palm"``. Raises ``KeyError`` for another one.
        """
        path = FIGURE / f"{view}.svg"
        if not path.is_file():
            known = ", ".join(sorted(p.stem for p in FIGURE.glob("*.svg")))
            raise KeyError(f"there is no view {view!r}; the figure has {known}")
        return path.read_text(encoding="utf-8")


@cache
def course_atlas() -> Atlas:
    """Return the course's own atlas, read once a process."""
    return Atlas()


def _files(folder: Path) -> list[Path]:
    found = sorted(folder.glob("*.toml"))
    if not found:
        raise ContentError(f"{folder}: there is no .toml file in it; check its name.")
    return found


def _merged(files: Iterable[tuple[Path, Iterable[_T]]]) -> MappingProxyType[str, _T]:
    found: dict[str, _T] = {}
    for path, records in files:
        for key, record in _by_id(path, records).items():
            if key in found:
                raise ContentError(f"{path}: {key!r} is already in another file; keep one of the two.")
            found[key] = record
    return MappingProxyType(found)


def _by_id(path: Path, records: Iterable[_T]) -> MappingProxyType[str, _T]:
    found: dict[str, _T] = {}
    for record in records:
        if record.id in found:
            raise ContentError(f"{path}: {record.id!r} is there twice; remove or rename one.")
        found[record.id] = record
    return MappingProxyType(found)

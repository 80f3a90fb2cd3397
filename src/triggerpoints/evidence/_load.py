"""Load the evidence from its text files and check that every citation leads somewhere."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from msgspec import Struct

from triggerpoints._faults import near
from triggerpoints._records import ContentError, read_toml
from triggerpoints.evidence._agreement import Agreement
from triggerpoints.evidence._citation import cited_by
from triggerpoints.evidence._dataset import Dataset
from triggerpoints.evidence._finding import Finding, unanswered
from triggerpoints.evidence._harm import CaseReports, Harm
from triggerpoints.evidence._model import Claim, Reference
from triggerpoints.evidence._patients import Patient, PatientTrial, read_patients
from triggerpoints.evidence._prevalence import PointCount, Prevalence, Tally
from triggerpoints.evidence._terms import Terms
from triggerpoints.evidence._trial import Trial

DATA = Path(__file__).parent / "data"
T = TypeVar("T")


class _References(Struct, forbid_unknown_fields=True):
    reference: tuple[Reference, ...]


class _Claims(Struct, forbid_unknown_fields=True):
    claim: tuple[Claim, ...]


class _Trials(Struct, forbid_unknown_fields=True):
    trial: tuple[Trial, ...]


class _Findings(Struct, forbid_unknown_fields=True):
    finding: tuple[Finding, ...]


class _Harms(Struct, forbid_unknown_fields=True):
    harm: tuple[Harm, ...] = ()
    cases: tuple[CaseReports, ...] = ()


class _Agreements(Struct, forbid_unknown_fields=True):
    agreement: tuple[Agreement, ...]


class _Prevalences(Struct, forbid_unknown_fields=True):
    prevalence: tuple[Prevalence, ...] = ()
    points: tuple[PointCount, ...] = ()
    tally: tuple[Tally, ...] = ()


class _Dataset(Struct, forbid_unknown_fields=True):
    dataset: Dataset


class Evidence:
    """What the research says, as read-only mappings and tuples of typed records.

    ``data`` is a folder laid out like the course's own (the default). Each part is read when it is
    first asked for; :meth:`check` reads all of them. A part raises
    :class:`~triggerpoints._records.ContentError`, one sentence with file and record, when a file is
    broken, an id or key is there twice, or a record cites what is not among the references or was
    retracted.
    """

    def __init__(self, data: Path | str = DATA) -> None:
        self._folder = Path(data)

    def check(self) -> None:
        """Read every part; raise :class:`~triggerpoints._records.ContentError` at the first fault."""
        for name, part in vars(type(self)).items():
            if isinstance(part, cached_property):
                getattr(self, name)

    def citing_fault(self, record: object) -> str:
        """Return what is wrong with the first bad citation of ``record``, of any room; "" where none is.

        It ends a sentence: "cites 'X', which was retracted; cite another."
        """
        for key in cited_by(record):
            if key not in self.references:
                fix = _near(key, self.references, "add it, or correct the key")
                return f"cites {key!r}, which is not in references; {fix}"
            if self.references[key].retracted:
                return f"cites {key!r}, which was retracted; cite another."
        return ""

    @cached_property
    def references(self) -> Mapping[str, Reference]:
        """The publications by key, those of ``references/*.toml`` in the order of the files."""
        return self._by("references", _References, lambda file: file.reference, lambda one: one.key)

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """The claims of the two source articles by id, from ``claims/*.toml``."""
        return self._by("claims", _Claims, lambda file: file.claim, lambda one: one.id)

    @cached_property
    def terms(self) -> Terms:
        """The names of treatments, conditions and outcomes by id, from ``terms.toml``."""
        return read_toml(self._folder / "terms.toml", Terms)

    @cached_property
    def trials(self) -> Mapping[str, Trial]:
        """Single trials as they were read, by id, from ``trials/*.toml``."""
        return self._by("trials", _Trials, lambda file: file.trial, lambda one: one.id)

    @cached_property
    def findings(self) -> Mapping[str, Finding]:
        """The rows of the evidence map by id, from ``findings/*.toml``."""
        found = self._by("findings", _Findings, lambda file: file.finding, lambda one: one.id)
        if fault := unanswered(found):
            raise ContentError(f"{self._folder / 'findings'}: {fault}")
        return found

    @cached_property
    def datasets(self) -> Mapping[str, Dataset]:
        """Sets of studies to pool again, by id, from ``datasets/*.toml``."""
        return self._by("datasets", _Dataset, lambda file: (file.dataset,), lambda one: one.id)

    @cached_property
    def harms(self) -> Mapping[str, Harm]:
        """Counted harms by id, from ``harms/*.toml``."""
        return self._by("harms", _Harms, lambda file: file.harm, lambda one: one.id)

    @cached_property
    def cases(self) -> Mapping[str, CaseReports]:
        """Reported harms of which nobody knows how often they happen, by id, from ``harms/*.toml``."""
        return self._by("harms", _Harms, lambda file: file.cases, lambda one: one.id)

    @cached_property
    def agreements(self) -> tuple[Agreement, ...]:
        """Published agreement between examiners, in the order of ``agreements.toml``."""
        path = self._folder / "agreements.toml"
        return self._cited(path, read_toml(path, _Agreements).agreement)

    @cached_property
    def prevalence(self) -> tuple[Prevalence, ...]:
        """Published shares of people with trigger points, from ``prevalence/*.toml``."""
        return self._all("prevalence", _Prevalences, lambda file: file.prevalence)

    @cached_property
    def points(self) -> tuple[PointCount, ...]:
        """Published numbers of trigger points per person, from ``prevalence/*.toml``."""
        return self._all("prevalence", _Prevalences, lambda file: file.points)

    @cached_property
    def tallies(self) -> tuple[Tally, ...]:
        """Whole counts of one table, from ``prevalence/*.toml``."""
        return self._all("prevalence", _Prevalences, lambda file: file.tally)

    @cached_property
    def patients(self) -> tuple[Patient, ...]:
        """The people of the one trial whose own figures are public, from ``datasets/vickers2004.csv``."""
        return read_patients(self._folder / "datasets" / "vickers2004.csv")

    @cached_property
    def patient_trial(self) -> PatientTrial:
        """What that trial asked, where its figures are from, what it printed, from ``patient_trial.toml``."""
        path = self._folder / "patient_trial.toml"
        return self._cited(path, (read_toml(path, PatientTrial),))[0]

    def _by(
        self,
        folder: str,
        kind: type[Any],
        records: Callable[[Any], Iterable[T]],
        key: Callable[[T], str],
    ) -> Mapping[str, T]:
        found = [(path, one) for path in self._files(folder) for one in records(read_toml(path, kind))]
        return self._unique(found, key)

    def _all(self, folder: str, kind: type[Any], records: Callable[[Any], tuple[T, ...]]) -> tuple[T, ...]:
        found = [self._cited(path, records(read_toml(path, kind))) for path in self._files(folder)]
        return tuple(one for records_of_one in found for one in records_of_one)

    def _files(self, folder: str) -> list[Path]:
        paths = sorted((self._folder / folder).glob("*.toml"))
        if not paths:
            raise ContentError(f"{self._folder / folder}: there is no .toml file in it.")
        return paths

    def _unique(self, found: list[tuple[Path, T]], key: Callable[[T], str]) -> Mapping[str, T]:
        records: dict[str, T] = {}
        for path, one in found:
            name = key(one)
            if name in records:
                raise ContentError(f"{path}: {name!r} is there twice; remove or rename one.")
            self._check(path, one, name)
            records[name] = one
        return MappingProxyType(records)

    def _cited(self, path: Path, records: tuple[T, ...]) -> tuple[T, ...]:
        for number, one in enumerate(records, 1):
            self._check(path, one, f"number {number}")
        return records

    def _check(self, path: Path, record: object, name: str) -> None:
        if fault := self.citing_fault(record):
            raise ContentError(f"{path}: {name} {fault}")
        for field in ("modality", "condition", "outcome"):
            term = getattr(record, field, None)
            if term is not None and term not in (known := self.terms.of(field)):
                fix = _near(term, known, "add it to terms.toml")
                raise ContentError(f"{path}: {name} has the {field} {term!r}, which is not known; {fix}")


@cache
def course_evidence() -> Evidence:
    """Return the course's own evidence, each part of it read once a process."""
    return Evidence()


def _near(name: str, known: Iterable[str], fix: str) -> str:
    found = near(name, known, fix)
    return found if found.endswith("?") else f"{found}."

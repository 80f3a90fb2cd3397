"""How far two examiners agree: Cohen's kappa of two lists of answers, and the kappas that were published."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from triggerpoints._records import ContentError, read_toml
from triggerpoints.evidence._load import DATA, Evidence

Kappa = Annotated[float, Meta(ge=-1, le=1)]


class Agreement(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A published kappa, or the range of several, for one sign; ``low`` and ``high`` are equal for one value.

    ``cite`` is a key of the references, ``study`` names it in a few words, ``raters`` says who
    examined.
    """

    cite: str
    study: str
    sign: str
    raters: str
    low: Kappa
    high: Kappa

    def __post_init__(self) -> None:
        """Raise ValueError when the range runs backwards."""
        if self.low > self.high:
            raise ValueError(f"low ({self.low}) is above high ({self.high}) for {self.sign!r}; swap them")


class _AgreementFile(Struct, forbid_unknown_fields=True):
    agreement: tuple[Agreement, ...]


def agreements(data: Path | str = DATA) -> tuple[Agreement, ...]:
    """Return the published kappas in ``agreements.toml`` of the folder ``data``, in the file's order.

    Raises ContentError when the file is broken or cites what is not among the references.
    """
    path = Path(data) / "agreements.toml"
    found = read_toml(path, _AgreementFile).agreement
    known = Evidence(data).references
    for record in found:
        if record.cite not in known:
            raise ContentError(
                f"{path}: {record.cite!r} is not in references.toml; add it or correct the key."
            )
    return found


def kappa(first: Sequence[bool], second: Sequence[bool]) -> float:
    """Return Cohen's kappa of two examiners' answers to the same things, -1 to 1.

    It is (agreed - luck) / (1 - luck), where ``luck`` is :func:`agreed_by_luck`; 0.0 where luck
    leaves nothing to agree on. Raises ValueError for lists that are empty or of unequal length.
    """
    luck = agreed_by_luck(first, second)
    agreed = sum(a == b for a, b in zip(first, second, strict=True)) / len(first)
    return (agreed - luck) / (1 - luck) if luck < 1 else 0.0


def agreed_by_luck(first: Sequence[bool], second: Sequence[bool]) -> float:
    """Return the share (0 to 1) of agreement to expect if both said yes at random, as often as they did."""
    if not first or len(first) != len(second):
        raise ValueError(f"the two lists need one answer each, and they have {len(first)} and {len(second)}")
    yes, also = sum(first) / len(first), sum(second) / len(second)
    return yes * also + (1 - yes) * (1 - also)

"""Load the evidence from its text files and check that every citation leads somewhere."""

from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from triggerpoints._records import ContentError, read_toml
from triggerpoints.evidence._model import Claim, Reference

DATA = Path(__file__).parent / "data"


class _ReferenceFile(Struct, forbid_unknown_fields=True):
    reference: tuple[Reference, ...]


class _ClaimFile(Struct, forbid_unknown_fields=True):
    claim: tuple[Claim, ...]


class Evidence:
    """References by key and claims by id, as read-only mappings.

    ``data`` is a folder with ``references.toml`` and ``claims.toml``; by default the course's own.
    Raises :class:`~triggerpoints._records.ContentError` when a file is broken, a key is there
    twice, or a claim cites what is not there or was retracted.
    """

    def __init__(self, data: Path | str = DATA) -> None:
        folder = Path(data)
        path = folder / "references.toml"
        references: dict[str, Reference] = {}
        for reference in read_toml(path, _ReferenceFile).reference:
            if reference.key in references:
                raise ContentError(f"{path}: reference {reference.key!r} is there twice; remove one.")
            references[reference.key] = reference
        self.references = MappingProxyType(references)

        path = folder / "claims.toml"
        claims: dict[str, Claim] = {}
        for claim in read_toml(path, _ClaimFile).claim:
            if claim.id in claims:
                raise ContentError(f"{path}: claim {claim.id!r} is there twice; renumber one.")
            for key in claim.cite:
                if key not in references:
                    raise ContentError(
                        f"{path}: claim {claim.id!r} cites {key!r}, which is not in references.toml."
                    )
                if references[key].retracted:
                    raise ContentError(f"{path}: claim {claim.id!r} cites {key!r}, which was retracted.")
            claims[claim.id] = claim
        self.claims = MappingProxyType(claims)

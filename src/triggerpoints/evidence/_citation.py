"""A reference in a few words, with a link where it has one, and the references that a record cites."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from triggerpoints.evidence._model import Reference

PEOPLE_NAMED = 2  # with more authors the first stands for all


def citation(reference: Reference) -> dict[str, str]:
    """Return ``{"label": "Gross et al., 2024", "url": ...}``; ``url`` is empty without a DOI or PubMed id."""
    return {"label": f"{_people(reference)}, {reference.year}", "url": _url(reference)}


def citations(keys: Iterable[str], references: Mapping[str, Reference]) -> dict[str, dict[str, str]]:
    """Return the citation of each of ``keys`` that is in ``references``, in the order of the keys."""
    return {key: citation(references[key]) for key in dict.fromkeys(keys) if key in references}


def cited_by(record: object) -> Iterator[str]:
    """Yield the keys that ``record`` cites, in its fields called ``cite`` or ``…_cite``, however deep.

    ``record`` is any :class:`msgspec.Struct`, also of another room, or a tuple or mapping of them. A key
    that is cited twice comes twice.
    """
    if isinstance(record, Struct):
        for field in record.__struct_fields__:
            value = getattr(record, field)
            if field == "cite" or field.endswith("_cite"):
                yield from (value,) if isinstance(value, str) and value else value or ()
            else:
                yield from cited_by(value)
    elif isinstance(record, Mapping):
        for one in record.values():
            yield from cited_by(one)
    elif isinstance(record, tuple):
        for one in record:
            yield from cited_by(one)


def in_full(reference: Reference) -> str:
    """Return ``reference`` as a list of literature prints it, for those who look for it in a library."""
    where = " ".join(part for part in (reference.journal, reference.volume) if part)
    source = ", ".join(part for part in (where, reference.pages, reference.publisher) if part)
    parts = (", ".join(reference.authors), reference.title, source, str(reference.year))
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def _people(reference: Reference) -> str:
    names = [_surname(name) for name in reference.authors]
    if not names:
        return reference.short or reference.publisher
    if len(names) > PEOPLE_NAMED or any(name.endswith("et al.") for name in reference.authors):
        return f"{names[0]} et al."
    return " and ".join(names)


def _surname(author: str) -> str:
    name = author.removesuffix("et al.").strip()
    surname, _, initials = name.rpartition(" ")
    return surname if surname and initials.isupper() else name


def _url(reference: Reference) -> str:
    if reference.doi:
        return f"https://doi.org/{reference.doi}"
    return f"https://pubmed.ncbi.nlm.nih.gov/{reference.pmid}/" if reference.pmid else ""

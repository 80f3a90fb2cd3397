"""The publications that a set cites, in the few words that a verdict has room for."""

from triggerpoints.evidence import citations, course_evidence
from triggerpoints.questions._items import ItemSet


def cited_in(items: ItemSet) -> dict[str, dict[str, str]]:
    """Return the citations of a set by key, ``{"label", "url"}`` each; a released set has none."""
    return citations((key for item in items.item for key in item.cite), course_evidence().references)

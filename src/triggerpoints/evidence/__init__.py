"""What the research says: references as they were seen, and the claims of the source articles judged.

>>> from triggerpoints import Evidence
>>> Evidence().references["FdlP2018"].year
2018
"""

from triggerpoints.evidence._agreement import Agreement, agreed_by_luck, agreements, kappa
from triggerpoints.evidence._bibtex import bibtex
from triggerpoints.evidence._citation import citation, citations
from triggerpoints.evidence._load import DATA, Evidence
from triggerpoints.evidence._model import Claim, Reference

__all__ = [
    "DATA",
    "Agreement",
    "Claim",
    "Evidence",
    "Reference",
    "agreed_by_luck",
    "agreements",
    "bibtex",
    "citation",
    "citations",
    "kappa",
]

"""What the research says: references as they were seen, claims judged, trials, findings, harms and data sets.

>>> from triggerpoints import Evidence
>>> Evidence().references["FdlP2018"].year
2018
"""

from triggerpoints.evidence._agreement import Agreement, agreed_by_luck, kappa
from triggerpoints.evidence._bibtex import bibtex
from triggerpoints.evidence._certainty import CONCERNS, RULE_CITES, Concern
from triggerpoints.evidence._citation import citation, citations, cited_by, in_full
from triggerpoints.evidence._dataset import Counts, Dataset, Effect, Means, Outcome, Published, Row
from triggerpoints.evidence._fields import Interval
from triggerpoints.evidence._filters import (
    AGAINST,
    DESIGNS,
    FIELD_LABELS,
    FIELDS,
    Field,
    choices_in,
    in_order,
    narrowed,
)
from triggerpoints.evidence._finding import NO_EFFECT, Finding, Says
from triggerpoints.evidence._harm import CaseReports, Harm
from triggerpoints.evidence._load import DATA, Evidence, course_evidence
from triggerpoints.evidence._model import Claim, Reference, Topic, Verdict
from triggerpoints.evidence._patients import Patient, PatientTrial, PrintedDifference, PrintedGroup
from triggerpoints.evidence._prevalence import PointCount, Prevalence, Tally
from triggerpoints.evidence._published import Printed, Standing, in_print, matches, standing
from triggerpoints.evidence._spoken import measured, spoken, stated
from triggerpoints.evidence._terms import Terms
from triggerpoints.evidence._trial import Group, Responders, Result, Scale, Slip, Trial

__all__ = [
    "AGAINST",
    "CONCERNS",
    "DATA",
    "DESIGNS",
    "FIELDS",
    "FIELD_LABELS",
    "NO_EFFECT",
    "RULE_CITES",
    "Agreement",
    "CaseReports",
    "Claim",
    "Concern",
    "Counts",
    "Dataset",
    "Effect",
    "Evidence",
    "Field",
    "Finding",
    "Group",
    "Harm",
    "Interval",
    "Means",
    "Outcome",
    "Patient",
    "PatientTrial",
    "PointCount",
    "Prevalence",
    "Printed",
    "PrintedDifference",
    "PrintedGroup",
    "Published",
    "Reference",
    "Responders",
    "Result",
    "Row",
    "Says",
    "Scale",
    "Slip",
    "Standing",
    "Tally",
    "Terms",
    "Topic",
    "Trial",
    "Verdict",
    "agreed_by_luck",
    "bibtex",
    "choices_in",
    "citation",
    "citations",
    "cited_by",
    "course_evidence",
    "in_full",
    "in_order",
    "in_print",
    "kappa",
    "matches",
    "measured",
    "narrowed",
    "spoken",
    "standing",
    "stated",
]

"""The charts of the evidence, as Plotly figures: forest, funnel, one trial, harms, all findings.

Each is a pure function that returns a ``plotly.graph_objects.Figure`` for JupyterLab and for the
book. Shapes and words tell things apart, never colour; ``layout.meta`` carries what a page adds:
the chart's message (``says``), its numbers as a table (``table``), and what changes where the place
is narrow (``narrow``).
"""

from triggerpoints.evidence.charts._agreement import published, training
from triggerpoints.evidence.charts._before_after import before_after
from triggerpoints.evidence.charts._by_prevalence import by_prevalence
from triggerpoints.evidence.charts._compared_with import compared_with
from triggerpoints.evidence.charts._counted import counted
from triggerpoints.evidence.charts._differences import differences
from triggerpoints.evidence.charts._evidence_map import evidence_map
from triggerpoints.evidence.charts._forest import forest
from triggerpoints.evidence.charts._funnel import funnel
from triggerpoints.evidence.charts._harms import harms
from triggerpoints.evidence.charts._none_seen import none_seen
from triggerpoints.evidence.charts._outcome_forest import outcome_forest
from triggerpoints.evidence.charts._points import points_per_person
from triggerpoints.evidence.charts._pooled_words import EXPLAINED, INTERVALS, MODELS
from triggerpoints.evidence.charts._rating import rating
from triggerpoints.evidence.charts._same_trial import same_trial
from triggerpoints.evidence.charts._side_by_side import side_by_side
from triggerpoints.evidence.charts._small_samples import small_samples
from triggerpoints.evidence.charts._two_examiners import two_examiners
from triggerpoints.evidence.charts._what_if import what_if

__all__ = [
    "EXPLAINED",
    "INTERVALS",
    "MODELS",
    "before_after",
    "by_prevalence",
    "compared_with",
    "counted",
    "differences",
    "evidence_map",
    "forest",
    "funnel",
    "harms",
    "none_seen",
    "outcome_forest",
    "points_per_person",
    "published",
    "rating",
    "same_trial",
    "side_by_side",
    "small_samples",
    "training",
    "two_examiners",
    "what_if",
]

"""The open trigger-point atlas: muscles, trigger points, pain zones and red flags, each with its sources.

>>> from triggerpoints import Atlas
>>> Atlas().muscles["scm_sternal"].trigger_points[0].essential
('face_cheek', 'face_eye', 'head_occipital')
"""

from triggerpoints.atlas._act import Act
from triggerpoints.atlas._actions import ACTIONS, ActionWords
from triggerpoints.atlas._contraindication import GROUNDS, SCOPES, Contraindication, Scope
from triggerpoints.atlas._export import CITATION, EXPORT_FORMATS, LICENCE, export
from triggerpoints.atlas._files import SCHEMA_FOLDER, schema
from triggerpoints.atlas._finder import Candidate, Finding, by_urgency, find
from triggerpoints.atlas._load import DATA, FIGURE, REVIEWED_BY_CLINICIAN, Atlas, course_atlas
from triggerpoints.atlas._model import (
    UNSOURCED,
    Action,
    EmergencyNumber,
    Fact,
    Muscle,
    Place,
    Reading,
    RedFlag,
    Region,
    Side,
    Source,
    Technique,
    TriggerPoint,
    View,
    Zone,
)
from triggerpoints.atlas._page_flags import flags_by_action, page_flags
from triggerpoints.atlas._support import Support, support
from triggerpoints.atlas._tables import Column, Table, tables

__all__ = [
    "ACTIONS",
    "CITATION",
    "DATA",
    "EXPORT_FORMATS",
    "FIGURE",
    "GROUNDS",
    "LICENCE",
    "REVIEWED_BY_CLINICIAN",
    "SCHEMA_FOLDER",
    "SCOPES",
    "UNSOURCED",
    "Act",
    "Action",
    "ActionWords",
    "Atlas",
    "Candidate",
    "Column",
    "Contraindication",
    "EmergencyNumber",
    "Fact",
    "Finding",
    "Muscle",
    "Place",
    "Reading",
    "RedFlag",
    "Region",
    "Scope",
    "Side",
    "Source",
    "Support",
    "Table",
    "Technique",
    "TriggerPoint",
    "View",
    "Zone",
    "by_urgency",
    "course_atlas",
    "export",
    "find",
    "flags_by_action",
    "page_flags",
    "schema",
    "support",
    "tables",
]

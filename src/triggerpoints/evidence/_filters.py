"""What the evidence map can be narrowed by, the words of each choice, and the order of its findings."""

from collections.abc import Iterable, Mapping
from typing import Literal, get_args

from triggerpoints.evidence._certainty import LEVELS
from triggerpoints.evidence._finding import Finding
from triggerpoints.evidence._terms import Terms

Field = Literal["modality", "condition", "outcome", "against", "certainty", "design"]
FIELDS: tuple[Field, ...] = get_args(Field)
FIELD_LABELS: dict[Field, str] = {
    "modality": "Treatment",
    "condition": "Condition",
    "outcome": "Outcome",
    "against": "Against",
    "certainty": "How sure",
    "design": "Kind of source",
}
DESIGNS = {
    "guideline": "Guideline",
    "review": "Review of several studies",
    "trial": "One trial",
    "series": "Series of cases",
}
AGAINST = {
    "sham": "Sham treatment",
    "nothing": "Nothing, or waiting",
    "usual care": "Usual care",
    "added to care": "The same care without it",
    "other treatment": "Another treatment",
    "mixed": "Several of these together",
    "no comparison": "No comparison",
}


def choices_in(findings: Iterable[Finding], terms: Terms) -> dict[Field, dict[str, str]]:
    """Return, for each field, the names of the values that some finding has, in the order of the lists."""
    words: dict[Field, Mapping[str, str]] = {
        "modality": terms.modality,
        "condition": terms.condition,
        "outcome": terms.outcome,
        "against": AGAINST,
        "certainty": {level: level.capitalize() for level in LEVELS},
        "design": DESIGNS,
    }
    placed = tuple(findings)
    there = {field: {getattr(one, field) for one in placed} for field in FIELDS}
    return {
        field: {key: name for key, name in words[field].items() if key in there[field]} for field in FIELDS
    }


def narrowed(findings: Iterable[Finding], chosen: Mapping[Field, str]) -> list[Finding]:
    """Return the findings that have every value of ``chosen``; an empty value leaves its field open."""
    return [
        one
        for one in findings
        if all(getattr(one, field) == value for field, value in chosen.items() if value)
    ]


def in_order(findings: Iterable[Finding], terms: Terms) -> list[Finding]:
    """Return the findings by treatment and condition; in each the surest first, then by outcome."""
    treatments, conditions, outcomes = list(terms.modality), list(terms.condition), list(terms.outcome)
    return sorted(
        findings,
        key=lambda one: (
            treatments.index(one.modality),
            conditions.index(one.condition),
            LEVELS.index(one.certainty),
            outcomes.index(one.outcome),
        ),
    )

"""Every published result that the course computes again, beside ours: what agrees, and why not where not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import get_args

from triggerpoints._numbers import minus
from triggerpoints.evidence._fields import Interval
from triggerpoints.evidence._load import Evidence
from triggerpoints.evidence._patients import When
from triggerpoints.evidence._published import Printed, Standing, standing
from triggerpoints.evidence._spoken import spoken
from triggerpoints.evidence.ancova import adjusted
from triggerpoints.evidence.pooling import recompute

TIMES: Mapping[When, str] = {"end": "after a year", "middle": "after 3 months"}


@dataclass(frozen=True)
class Score:
    """One published result and ``ours``, which is on the scale of print; ``measure`` is SMD, MD or RR."""

    cite: str
    result: str
    measure: str
    printed: Printed
    ours: Interval
    standing: Standing


def scoreboard(evidence: Evidence) -> tuple[Score, ...]:
    """Return all pooled results and adjusted differences of ``evidence``, the reproduced ones first.

    Each is computed by the published model; that of the trial of single people by the four factors of
    its randomisation, as its report says.
    """
    found = [
        Score(dataset.cite, f"{dataset.title}: {_small(outcome.label)}", dataset.measure,
              outcome.published, again.effect, again.standing)
        for dataset in evidence.datasets.values()
        for outcome in dataset.outcomes
        if outcome.published is not None
        for again in [recompute(dataset, outcome.id)]
    ]  # fmt: skip
    trial, people = evidence.patient_trial, evidence.patients
    for when, words in TIMES.items():
        printed, ours = trial.difference(when), adjusted(people, "factors", when).difference
        found.append(
            Score(trial.cite[0], f"{trial.title}: {words}", "MD", printed, ours, standing(printed, ours))
        )
    return tuple(sorted(found, key=lambda score: get_args(Standing).index(score.standing)))


def board(scores: Sequence[Score]) -> str:
    """Return ``scores`` as Markdown: for each standing a table with a caption, its reasons folded below."""
    parts = []
    for verdict, group in groupby(scores, key=lambda score: score.standing):
        mine = list(group)
        theirs = "Printed" if mine[0].printed.seen == "yes" else "As we have it"
        rows = [f"Table: {_large(verdict)}", "", f"| Result | {theirs} | Ours |", "| --- | --- | --- |"]
        rows += [
            f"| {score.result} ({score.measure}) | {spoken(score.printed.effect, score.printed.digits)} "
            f"| {spoken(score.ours, score.printed.digits)} |"
            for score in mine
        ]
        reasons = [f"- **{score.result}.** {why}" for score in mine if (why := _why(score.printed))]
        rows += ["", *_folded("Why", reasons)] if reasons else []
        parts.append("\n".join(rows).strip())
    return "\n\n".join(parts) + "\n"


def _folded(summary: str, lines: Sequence[str]) -> tuple[str, ...]:
    return f'<details class="tp-details"><summary>{summary}</summary>', "", *lines, "", "</details>"


def _why(printed: Printed) -> str:
    where = "" if printed.seen == "yes" else printed.where
    return minus(" ".join(f"{printed.why_not} {where}".split()))


def _large(words: str) -> str:
    return words[:1].upper() + words[1:]


def _small(label: str) -> str:
    return label[:1].lower() + label[1:]

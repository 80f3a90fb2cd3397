"""The forest plot of an outcome of a data set: what the directive and the widget draw alike."""

import plotly.graph_objects as go

from triggerpoints.evidence._dataset import Dataset, IntervalKind, Model, Outcome
from triggerpoints.evidence.charts._forest import forest
from triggerpoints.evidence.pooling import pool, studies


def outcome_forest(
    dataset: Dataset, outcome: Outcome, model: Model, kind: IntervalKind, left_out: str = ""
) -> go.Figure:
    """Return the studies of ``outcome`` with their pool by ``model`` and ``kind`` of interval.

    ``left_out`` is the name of a study to leave out; the title then says so. The review's own result
    stands below where it was seen in print. Raises ValueError where fewer than two studies are left.
    """
    found = [study for study in studies(dataset, outcome.id) if study.name != left_out]
    without = f", without {left_out}" if left_out else ""
    return forest(
        found,
        pool(found, model, kind),
        title=f"{dataset.title}: {outcome.label[:1].lower()}{outcome.label[1:]}{without}",
        measure=dataset.measure,
        unit=dataset.unit,
        favours=dataset.favours,
        published=outcome.drawn,
    )

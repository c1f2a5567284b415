"""Scores from counts, each with its 95 % bootstrap interval.

Whole units (documents, topics, rows) are drawn with replacement, since decisions of one document hang
together; 1000 draws with a fixed seed, so that the same outcomes give the same interval.
"""

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from typing import Any

import numpy as np

from .metrics.counts import Counts

DRAWS = 1000
SEED = 20261122


@dataclass(frozen=True)
class Figure:
    """A score and its interval, each 0 to 1. `precision` and `recall` are null for accuracies and means,
    `coverage` where there is no gold or no single decisions; `n` counts gold items (decisions for
    accuracies)."""

    n: int
    value: float
    low: float
    high: float
    precision: float | None
    recall: float | None
    coverage: float | None


def _ratio(above: Any, below: Any) -> Any:
    return np.divide(above, below, out=np.zeros_like(above, dtype=float), where=below > 0)


def _values(kind: str, sums: Any) -> tuple[Any, Any, Any]:
    """Value, precision and recall of an array of summed counts (draws, 6)."""
    right_found, found, right_gold, gold, _, rows = sums.T
    precision, recall = _ratio(right_found, found), _ratio(right_gold, gold)
    if kind == "f1":
        return _ratio(2 * precision * recall, precision + recall), precision, recall
    return _ratio(right_gold, rows), precision, recall


def _f1_of(counts: Counts) -> Counts:
    """The F1 of one unit as one decision."""
    value = float(_values("f1", np.array([astuple(counts)], dtype=float))[0][0])
    return Counts(right_gold=value, rows=1.0)


def figure(
    kind: str, counts: Sequence[Mapping[str, Counts]], draws: int = DRAWS, seed: int = SEED
) -> Figure:
    """The score of one metric (kind `f1`, `accuracy`, or `macro`, the mean of the F1 of the units) or the mean
    F1 of several (`mean`), from their counts by unit."""
    if kind == "macro":
        alone = [{unit: _f1_of(each) for unit, each in table.items()} for table in counts]
        return figure("accuracy", alone, draws, seed)
    units = list(dict.fromkeys(unit for table in counts for unit in table))
    tables = [
        np.array([astuple(table.get(unit, Counts())) for unit in units], dtype=float).reshape(-1, 6)
        for table in counts
    ]
    weights = np.random.default_rng(seed).multinomial(
        len(units), np.full(len(units), 1 / max(1, len(units))), size=draws
    )
    basis = "f1" if kind == "mean" else kind
    whole = [table.sum(0, keepdims=True) for table in tables]
    value = float(np.mean([_values(basis, sums)[0][0] for sums in whole]))
    drawn = np.mean([_values(basis, weights @ table)[0] for table in tables], axis=0)
    low, high = (float(bound) for bound in np.quantile(drawn, (0.025, 0.975)))
    _, precision, recall = _values(basis, whole[0])
    _, _, _, gold, answered, rows = whole[0][0]
    single = kind == "f1"
    return Figure(
        n=int(rows if kind == "accuracy" else gold),
        value=value,
        low=low,
        high=high,
        precision=float(precision[0]) if single else None,
        recall=float(recall[0]) if single else None,
        coverage=float(answered / gold) if gold and rows else None,
    )

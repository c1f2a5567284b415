"""What every test set gives: examples, and how a reading of one compares with its gold.

Each module of `evaluation/sets` has `FOLDER` (below ../shared/data), `load(root)` which returns
Examples, and `outcomes(example, reading)` which returns Outcomes; anything else it needs is its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Example:
    """One text with its gold. `published` is an ISO day or None."""

    id: str
    text: str
    published: str | None
    gold: Any


@dataclass(frozen=True)
class Outcome:
    """One decision. A gold item that was found right has both and `right`; a miss has no `found`; a
    spurious find no `gold`; a wrong one has both and not `right`."""

    example: str
    metric: str
    gold: str | None
    found: str | None
    right: bool


@dataclass(frozen=True)
class Score:
    """Precision, recall and F1 of one metric, each 0 to 1, over `n` gold items."""

    precision: float
    recall: float
    f1: float
    n: int


def score(outcomes: Iterable[Outcome]) -> Score:
    """Precision, recall, F1 of the outcomes of one metric."""
    rows = list(outcomes)
    right = sum(row.right for row in rows)
    gold = sum(row.gold is not None for row in rows)
    found = sum(row.found is not None for row in rows)
    precision = right / found if found else 0.0
    recall = right / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return Score(precision, recall, f1, gold)

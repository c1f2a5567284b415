"""Counts that add up over units (documents, topics, rows), and what is computed from their sums."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass

from ..protocol import Outcome


@dataclass(frozen=True)
class Counts:
    """What one unit gives to one metric. Precision is `right_found / found`, recall is
    `right_gold / gold`; the two numerators differ only where the field's definition has it so (B³,
    MUC, ROUGE). `answered` is how much of the gold got any answer, `rows` how many decisions."""

    right_found: float = 0.0
    found: float = 0.0
    right_gold: float = 0.0
    gold: float = 0.0
    answered: float = 0.0
    rows: float = 0.0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(one + two for one, two in zip(astuple(self), astuple(other), strict=True)))


@dataclass(frozen=True)
class Part:
    """Counts of one unit for one metric, where a score is no list of single decisions."""

    unit: str
    metric: str
    counts: Counts


def count(outcome: Outcome) -> Counts:
    """The counts of one decision."""
    gold, found = outcome.gold is not None, outcome.found is not None
    right = float(outcome.right)
    return Counts(right, float(found), right, float(gold), float(gold and found), 1.0)


def by_unit(rows: Iterable[Outcome | Part]) -> dict[str, dict[str, Counts]]:
    """The counts by metric and unit, both in the order in which they came."""
    held: dict[str, dict[str, Counts]] = {}
    for row in rows:
        if isinstance(row, Part):
            unit, made = row.unit, row.counts
        else:
            unit, made = row.example, count(row)
        units = held.setdefault(row.metric, {})
        units[unit] = units.get(unit, Counts()) + made
    return held


def harmonic(precision: float, recall: float) -> float:
    """The harmonic mean; 0 when both are."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

"""Conflicts of a record by their kind."""

from secondsource.model.claim import Conflict
from secondsource.model.record import Record


def conflicts_of(kind: str, story: Record) -> list[Conflict]:
    """The conflicts of one kind, in the order of the record."""
    return [conflict for conflict in story.conflicts if conflict.kind == kind]

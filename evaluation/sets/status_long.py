"""Fifteen further frozen tables of events and their status: long sentences of news with several events in each
(tests/cases/status-long.jsonl and status-long-2.jsonl), and sentences of every kind with all their events
(status-fresh-3.jsonl to status-fresh-15.jsonl).

Columns and conventions are those of `status_cases`, with two more: `also` lists statuses that a careful
reader would accept as well, and where a row says `expect_absent` no event at all may be reported, whatever
its status.
"""

import json
from pathlib import Path
from typing import Any

from secondsource.model.reading import Reading

from ..protocol import Example, Outcome
from .status_cases import answering

FOLDER = "tests/cases/status-long.jsonl"
SECOND = "tests/cases/status-long-2.jsonl"
THIRD = "tests/cases/status-fresh-3.jsonl"
FOURTH = "tests/cases/status-fresh-4.jsonl"
FIFTH = "tests/cases/status-fresh-5.jsonl"
SIXTH = "tests/cases/status-fresh-6.jsonl"
SEVENTH = "tests/cases/status-fresh-7.jsonl"
EIGHTH = "tests/cases/status-fresh-8.jsonl"
NINTH = "tests/cases/status-fresh-9.jsonl"
TENTH = "tests/cases/status-fresh-10.jsonl"
ELEVENTH = "tests/cases/status-fresh-11.jsonl"
TWELFTH = "tests/cases/status-fresh-12.jsonl"
THIRTEENTH = "tests/cases/status-fresh-13.jsonl"
FOURTEENTH = "tests/cases/status-fresh-14.jsonl"
FIFTEENTH = "tests/cases/status-fresh-15.jsonl"
"""Below the project's own root: the tables are ours."""


def load(root: Path, table: str = FOLDER) -> list[Example]:
    """The rows of a table, each an Example with the row as gold. `root` is the project's root."""
    lines = (root / table).read_text(encoding="utf-8").splitlines()
    rows: list[dict[str, Any]] = [json.loads(line) for line in lines if line.strip()]
    return [Example(row["id"], row["text"], row["published"], row) for row in rows]


def outcomes(example: Example, reading: Reading) -> list[Outcome]:
    """One decision on status for a scored row, one on absence for the others."""
    row = example.gold
    event = answering(row, reading)
    found = event.status if event is not None else None
    if row.get("expect_absent"):
        return [Outcome(example.id, "absent", None, found, event is None)]
    # the answer that was given counts as gold where it is one of those that are accepted
    gold = found if found in row.get("also", ()) else row["status"]
    return [Outcome(example.id, "status", gold, found, gold == found)]

"""The frozen table of events and their status (tests/cases/status.jsonl): was it said to have happened?

`python -m evaluation.sets.status_cases` prints the scores; with `--misses` also each row that was not right.
An event answers a row when its citation overlaps the row's trigger; of several the one of the row's type,
else the one that overlaps most (tests/cases/README.md).
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from secondsource.model.event import REAL, EventMention
from secondsource.model.reading import Reading
from secondsource.reading.reader import Reader

from ..protocol import Example, Outcome

FOLDER = "tests/cases/status.jsonl"
"""Below the project's own root: the table is ours."""


@dataclass(frozen=True)
class Tally:
    """What the table gives, all shares 0 to 1. `accuracy` counts a row without an event as wrong when
    something real was missed and leaves it out in `accuracy_of_found`. `false_happened` is the share
    of the unreal rows that were given as happened or ongoing; `recall_of_real` the share of the real
    rows given as real; `absent_reported` how many rows that must have no event have a real one."""

    rows: int
    accuracy: float
    accuracy_of_found: float
    false_happened: float
    recall_of_real: float
    found: float
    type_right: float
    absent_reported: int


def load(root: Path) -> list[Example]:
    """The rows of the table, each an Example with the row as gold. `root` is the project's root."""
    lines = (root / FOLDER).read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    return [Example(row["id"], row["text"], row["published"], row) for row in rows]


def answering(row: dict[str, Any], reading: Reading) -> EventMention | None:
    """The event that answers a row, or None."""
    start = -1
    for _ in range(row["occurrence"] + 1):
        start = row["text"].find(row["trigger"], start + 1)
    end = start + len(row["trigger"])

    def overlap(event: EventMention) -> int:
        return min(event.citation.end, end) - max(event.citation.start, start)

    near = [event for event in reading.events if overlap(event) > 0]
    if not near:
        return None
    return max(near, key=lambda event: (event.type == row["type"], overlap(event)))


def outcomes(example: Example, reading: Reading) -> list[Outcome]:
    """One decision on status for a scored row, one on absence for the others."""
    event = answering(example.gold, reading)
    found = event.status if event is not None else None
    if example.gold.get("expect_absent"):
        real = found in REAL
        return [Outcome(example.id, "absent", None, found if real else None, not real)]
    gold = example.gold["status"]
    return [Outcome(example.id, "status", gold, found, gold == found)]


def tally(pairs: Iterable[tuple[dict[str, Any], EventMention | None]]) -> Tally:
    """The figures over rows and their answers."""
    scored, absent = [], 0
    for row, event in pairs:
        if row.get("expect_absent"):
            absent += event is not None and event.status in REAL
        else:
            scored.append((row, event))
    found = [(row, event) for row, event in scored if event is not None]
    right = sum(event.status == row["status"] for row, event in found)
    unreal = [(row, event) for row, event in scored if row["status"] not in REAL]
    false = sum(event is not None and event.status in REAL for _, event in unreal)
    real = [(row, event) for row, event in scored if row["status"] in REAL]
    recalled = sum(event is not None and event.status in REAL for _, event in real)
    return Tally(
        rows=len(scored),
        accuracy=right / max(1, len(scored)),
        accuracy_of_found=right / max(1, len(found)),
        false_happened=false / max(1, len(unreal)),
        recall_of_real=recalled / max(1, len(real)),
        found=len(found) / max(1, len(scored)),
        type_right=sum(event.type == row["type"] for row, event in found) / max(1, len(found)),
        absent_reported=absent,
    )


def main(misses: bool) -> None:
    """Prints the scores, and the misses if asked."""
    reader = Reader()
    examples = load(Path(__file__).parents[2])
    pairs = []
    confusion: Counter[tuple[str, str]] = Counter()
    for example in examples:
        reading = reader.read(example.text, example.published, as_is=True)
        event = answering(example.gold, reading)
        pairs.append((example.gold, event))
        given = event.status if event is not None else "none"
        if example.gold.get("expect_absent"):
            if misses and event is not None and event.status in REAL:
                print(f"ABSENT {example.id} {event.citation.words!r} {example.text}")
        elif given != example.gold["status"]:
            confusion[example.gold["status"], given] += 1
            if misses:
                row = example.gold
                print(
                    f"{row['id']} {row['status']} -> {given} [{row['trigger']}] {row['type']}"
                    f" ({row['construction']}) {row['text']}"
                )
    figures = tally(pairs)
    for name in Tally.__dataclass_fields__:
        value = getattr(figures, name)
        print(f"{name:18} {value if isinstance(value, int) else round(100 * value, 1)}")
    print("; ".join(f"{gold}->{given} {n}" for (gold, given), n in confusion.most_common(25)))


if __name__ == "__main__":
    main("--misses" in sys.argv[1:])

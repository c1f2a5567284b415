"""The frozen table of events and their status: floors that the rules may not fall under."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from secondsource.model.event import REAL
from secondsource.model.reading import Reading

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))  # the scores live beside the package, not in it

from evaluation.sets.status_cases import Tally, answering, load, tally  # noqa: E402


@pytest.fixture(scope="module")
def figures(read: Callable[..., Reading]) -> Tally:
    """The scores over all rows of the table."""
    readings: dict[tuple[str, str | None], Reading] = {}
    pairs = []
    for example in load(ROOT):
        key = (example.text, example.published)
        if key not in readings:
            readings[key] = read(example.text, example.published)
        pairs.append((example.gold, answering(example.gold, readings[key])))
    return tally(pairs)


def test_the_table_is_large_enough() -> None:
    rows = [json.loads(line) for line in (ROOT / "tests/cases/status.jsonl").open(encoding="utf-8")]
    assert len(rows) >= 400
    assert sum(row["status"] not in REAL for row in rows) * 2 >= len(rows)


def test_hardly_anything_unreal_is_said_to_have_happened(figures: Tally) -> None:
    assert figures.false_happened <= 0.02


def test_what_happened_is_found(figures: Tally) -> None:
    assert figures.recall_of_real >= 0.93


def test_status_is_right(figures: Tally) -> None:
    assert figures.accuracy >= 0.90
    assert figures.accuracy_of_found >= 0.945


def test_matches_and_films_give_no_events(figures: Tally) -> None:
    assert figures.absent_reported <= 3

"""Events in many constructions (tests/cases/events-varied.jsonl): found, and never told as happened where not so."""

import json
from pathlib import Path

import pytest
from evaluation.sets.status_cases import Tally, answering, tally

from secondsource.reading.reader import Reader

CASES = Path(__file__).parents[1] / "cases" / "events-varied.jsonl"


@pytest.fixture(scope="module")
def scores(reader: Reader) -> Tally:
    """The figures of the table."""
    rows = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
    texts = {row["text"]: row["published"] for row in rows}
    readings = {text: reader.read(text, day, as_is=True) for text, day in texts.items()}
    return tally((row, answering(row, readings[row["text"]])) for row in rows)


def test_most_are_found_with_their_status(scores: Tally) -> None:
    assert scores.accuracy >= 0.84
    assert scores.recall_of_real >= 0.90


def test_hardly_any_is_told_as_happened_that_is_not(scores: Tally) -> None:
    assert scores.false_happened <= 0.015

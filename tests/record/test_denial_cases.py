"""The frozen table of denials and near misses (tests/cases/denials.jsonl): what is contested, and by whom denied.

The columns and the scores of the first run stand in tests/cases/README.md.
"""

import json
from pathlib import Path

import pytest

from secondsource.model.event import REAL

TABLE = Path(__file__).parents[1] / "cases" / "denials.jsonl"
CASES = [json.loads(line) for line in TABLE.read_text("utf-8").splitlines()]

CONTESTED_FOUND = 35
"""Rows with a contested pair that come out right, of 38."""


@pytest.fixture(scope="module")
def stories(record):
    """The record of each row, by its id."""
    return {case["id"]: record(*map(tuple, case["reports"])) for case in CASES}


def has_pair(story, words):
    """Whether a conflict has all these words on its sides."""
    sides = [" ".join(side.words for side in found.sides) for found in story.conflicts]
    return any(all(part in side for part in words) for side in sides)


def is_told_by(story, case):
    """Whether somebody of that name is the voice of a statement or event where the denial stands."""
    voices = [
        (mention.voice.name, mention.sentence.words)
        for event in story.events
        for mention in event.mentions
    ]
    voices += [
        (said.voice.name, told.words) for said in story.utterances for told in said.statements
    ]
    return any(case["by"].casefold() in name.casefold() for name, _ in voices)


def real_within(story, case):
    """The events told as so within the words that tell what is denied."""
    found = []
    for n, (text, _) in enumerate(case["reports"]):
        start = text.find(case["denied"])
        found += [
            mention.words
            for event in story.events
            for mention in event.mentions
            if start >= 0
            and mention.article == f"report-{n}"
            and mention.status in REAL
            and start <= mention.start < start + len(case["denied"])
        ]
    return found


def test_enough_of_what_is_contested_is_found(stories):
    pairs = [case for case in CASES if case["contested"]]
    missed = [
        case["id"]
        for case in pairs
        if not all(has_pair(stories[case["id"]], words) for words in case["contested"])
    ]
    assert len(pairs) - len(missed) >= CONTESTED_FOUND, missed


@pytest.mark.parametrize(
    "case", [case for case in CASES if not case["contested"]], ids=lambda c: c["id"]
)
def test_a_near_miss_is_no_conflict(stories, case):
    found = [[side.words for side in item.sides] for item in stories[case["id"]].conflicts]
    assert not found, case["why"]


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.get("denied")], ids=lambda c: c["id"]
)
def test_what_is_denied_is_never_told_as_so(stories, case):
    assert not real_within(stories[case["id"]], case)

"""Somebody is killed once: all reports of it tell of one event, whatever their words, days and weapons."""

from datetime import date
from types import SimpleNamespace

import pytest

from secondsource.record.events import _statuses

FIRST = "Gunmen shot dead Ann Bell, a judge, in Lamu on Friday. The market stayed closed."

LATER = [
    # a later report, its day, how many mentions each killing of her has, why
    (
        "The court heard how Ann Bell was killed in May. Snow fell on the hills.",
        "2031-06-20",
        [2],
        "a month for a day",
    ),
    (
        "Omari Chuo was convicted of murdering Ann Bell. Snow fell on the hills.",
        "2031-06-20",
        [2],
        "another word, and a doer",
    ),
    (
        "Gunmen shot dead Rehema Moor, a judge, in Lamu on Friday. Snow fell on the hills.",
        "2031-05-12",
        [1, 1],
        "somebody else",
    ),
    (
        "Ann Bell was killed in Kisumu in March 2029, a letter says. Snow fell on the hills.",
        "2031-05-20",
        [1, 1],
        "a time that cannot be the same",
    ),
    (
        "Omari Chuo denied killing Ann Bell. Snow fell on the hills.",
        "2031-06-20",
        [1, 1],
        "what is denied confirms nothing",
    ),
]


@pytest.mark.parametrize(
    ("later", "day", "expected", "why"), LATER, ids=[case[3] for case in LATER]
)
def test_somebody_is_killed_once(record, later, day, expected, why):
    story = record((FIRST, "2031-05-12"), (later, day))
    killings = [event for event in story.events if event.event_type == "assault"]
    assert sorted(len(event.mentions) for event in killings) == expected, why


MAY = [date(2031, 5, day) for day in range(1, 32)]


def told(words, out, day=None):
    """A mention of a happening as real, in an article that came out on the day `out` of May."""
    return SimpleNamespace(
        article=f"report of May {out}",
        status="happened",
        days=(MAY[day], MAY[day]) if day else None,
        published=(MAY[out], MAY[out]),
        mention=SimpleNamespace(status="happened", citation=SimpleNamespace(words=words)),
    )


@pytest.mark.parametrize(
    ("group", "statuses", "why"),
    [
        (
            [told("killed", 5), told("killing", 6), told("killing", 15, day=14)],
            ["happened"] * 3,
            "deaths that two articles told of before a day are not of that day",
        ),
        (
            [told("meeting", 5), told("meeting", 6), told("met", 15, day=14)],
            ["planned", "planned", "happened"],
            "a meeting was still to come",
        ),
        (
            [told("killed", 5), told("killed", 15, day=14)],
            ["planned", "happened"],
            "one article alone may have been misread",
        ),
    ],
)
def test_deaths_are_not_announced(group, statuses, why):
    assert _statuses(group) == statuses, why

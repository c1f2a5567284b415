"""Somebody is killed once: all reports of it tell of one event, whatever their words, days and weapons."""

import pytest

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

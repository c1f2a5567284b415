"""One attack on a land's houses abroad, told with more or less of its day and place."""

import pytest

from secondsource.model.event import REAL

FIRST = "A bomb exploded outside the Danish embassy in Oslo on Friday. The harbour stayed closed."
"""Told on Monday, 12 May 2031: Friday was the 9th."""


def attacks(record, *reports):
    """The mentions of each attack that happened."""
    return sorted(
        len(event.mentions)
        for event in record(*reports).events
        if event.event_type == "assault"
        and event.status in REAL
        and any(
            word in mention.words
            for mention in event.mentions
            for word in ("explo", "bomb", "blast", "attack")
        )
    )


LATER = [
    (
        "Singers met in Lagos after the bombing of the Danish embassy in Norway last month.",
        "2031-06-20",
        [2],
        "a month and a land",
    ),
    (
        "Masons went home a year after the Danish embassy bombing. Snow fell on the hills.",
        "2032-06-20",
        [2],
        "named by the house",
    ),
    (
        "Bakers mourned after bombings last month of Danish embassies in Bergen and Oslo, Norway.",
        "2031-06-20",
        [2],
        "in two towns, of which the other is one",
    ),
    (
        "A bomb exploded outside the Swedish embassy in Oslo. Snow fell on the hills.",
        "2031-05-12",
        [1, 1],
        "the house of another land",
    ),
    (
        "A bomb exploded in a market in Lagos, the Danish embassy said. Snow fell on the hills.",
        "2031-06-20",
        [1, 1],
        "the house only tells of it",
    ),
    (
        "A bomb exploded outside the Danish embassy in Lagos on 3 June. Snow fell on the hills.",
        "2031-06-20",
        [1, 1],
        "another day",
    ),
    (
        "A bomb exploded outside the Danish embassy in Lagos. Snow fell on the hills.",
        "2031-06-20",
        [1, 1],
        "another town",
    ),
]


@pytest.mark.parametrize(
    ("later", "day", "expected", "why"), LATER, ids=[case[3] for case in LATER]
)
def test_an_attack_on_a_house_abroad(record, later, day, expected, why):
    assert attacks(record, (FIRST, "2031-05-12"), (later, day)) == expected, why


def test_houses_that_are_hit_again_and_again_are_not_told_apart_by_whose_they_are(record):
    again = "A bomb exploded outside the Danish embassy in Oslo on 3 June. Snow fell on the hills."
    unsure = "Singers met in Lagos after the bombing of the Danish embassy in Norway last month."
    found = attacks(record, (FIRST, "2031-05-12"), (again, "2031-06-04"), (unsure, "2031-07-20"))
    assert found == [1, 1, 1]


def test_a_day_behind_what_is_condemned_is_that_of_the_condemning(record):
    text = "Norway condemned the bombing of the Danish embassy in Oslo on Thursday."
    story = record((text, "2031-05-16"))
    days = {event.event_type: event.time.value if event.time else None for event in story.events}
    assert days["assault"] is None
    assert days["accuse"] == "2031-05-15"


def test_a_deed_in_two_towns_is_in_each_of_them(record):
    both = (
        "Bombs exploded outside the Danish embassies in Bergen and Oslo, Norway, on Friday, 9 May."
    )
    story = record((FIRST, "2031-05-12"), (both, "2031-05-14"))
    assert attacks(record, (FIRST, "2031-05-12"), (both, "2031-05-14")) == [2]
    assert not [conflict for conflict in story.conflicts if conflict.kind == "place"]


def test_the_house_that_was_hit_is_not_who_hit(record):
    story = record(("Police in Oslo seek two men after the Danish Embassy bombings.", "2031-05-12"))
    hit = [event for event in story.events if event.event_type == "assault"]
    assert hit
    assert not any("Embassy" in source.name for event in hit for source in event.sources)

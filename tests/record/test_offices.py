"""Who is meant by an office that a report names without its holder."""

import pytest

BASE = "Interior Minister Omari Chuo spoke in Nairobi. Chuo said the dam was safe."

MEANT = [
    ("his minister", "President Ida Lund spoke hours after her interior minister resigned."),
    ("the minister", "The interior minister resigned over the flood."),
    ("the minister who quit", "The interior minister quit over the flood."),
]

NOT_MEANT = [
    ("a former one", "The former interior minister resigned from the board over the flood."),
    ("anybody", "An interior minister resigned over the flood."),
    ("another office", "The transport minister resigned over the flood."),
    ("another land's", "Chad's interior minister resigned over the flood."),
]


def of_resigning(record, text):
    story = record((BASE, "2031-05-10"), (text, "2031-05-10"))
    return {
        actor.name
        for event in story.events
        if event.mode == "resign"
        for actor in (*event.sources, *event.targets)
    }


@pytest.mark.parametrize(("why", "text"), MEANT, ids=[row[0] for row in MEANT])
def test_an_office_is_its_holder(record, why, text):
    assert of_resigning(record, text) == {"Omari Chuo"}


@pytest.mark.parametrize(("why", "text"), NOT_MEANT, ids=[row[0] for row in NOT_MEANT])
def test_it_is_somebody_else(record, why, text):
    assert "Omari Chuo" not in of_resigning(record, text)


def test_where_two_hold_it_nobody_is_meant(record):
    other = "Interior Minister Bea Moro took over. Moro spoke in Nairobi."
    text = "The interior minister resigned over the flood."
    story = record((BASE, "2031-05-10"), (other, "2031-05-10"), (text, "2031-05-10"))
    resigned = next(event for event in story.events if event.mode == "resign")
    assert [actor.name for actor in resigned.sources] == ["interior minister"]

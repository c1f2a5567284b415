"""Who is meant by an office that a report names without its holder."""

import pytest

from secondsource.record.offices import office_of, offices_exclude

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


def test_a_department_s_secretary_is_its_holder(record):
    base = "Energy Secretary Omari Chuo spoke in Nairobi. Chuo said the dam was safe."
    story = record((base, "2031-05-10"), ("The energy secretary resigned.", "2031-05-11"))
    resigned = next(event for event in story.events if event.mode == "resign")
    assert [actor.name for actor in resigned.sources] == ["Omari Chuo"]


SAME_OFFICE = [
    ("Finance Minister", "economy minister"),
    ("Minister of Foreign Affairs", "foreign minister"),
    ("home secretary", "Interior Secretary"),
    ("Defence Minister", "minister for defense"),
]
OTHER_OFFICE = [
    ("finance minister", "fisheries minister"),
    ("energy secretary", "health secretary"),
    ("prime minister", "president"),
]


@pytest.mark.parametrize(("one", "two"), SAME_OFFICE)
def test_one_office_in_other_words(one, two):
    assert office_of(one) == office_of(two) is not None
    assert not offices_exclude(one, two)


def test_the_land_of_a_prime_minister_is_no_portfolio():
    assert not offices_exclude("Prime Minister", "prime minister of Dominica")


@pytest.mark.parametrize(("one", "two"), OTHER_OFFICE)
def test_offices_that_one_person_does_not_hold_at_once(one, two):
    assert offices_exclude(one, two)


@pytest.mark.parametrize("title", ["press secretary", "general secretary", "cabinet minister"])
def test_titles_that_head_nothing(title):
    assert office_of(title) is None


KENYAN = "Kenyan Foreign Minister Omari Chuo spoke in Nairobi. Chuo said the dam was safe."
COUNTERPARTS = [
    # text, who is met, why
    (
        "U.S. Secretary of State Ann Bell met her Kenyan counterpart in Oslo on May 9.",
        "Omari Chuo",
        "who deals with foreign ministers meets the one of that land",
    ),
    (
        "Governor Ann Bell met her Kenyan counterpart in Oslo on May 9.",
        None,
        "a governor's counterpart is no minister",
    ),
    (
        "U.S. Secretary of State Ann Bell met her Chadian counterpart in Oslo on May 9.",
        None,
        "another land's",
    ),
]


@pytest.mark.parametrize(("text", "met", "why"), COUNTERPARTS)
def test_a_counterpart_is_who_holds_the_like_office(record, text, met, why):
    story = record((KENYAN, "2031-05-10"), (text, "2031-05-10"))
    meeting = next(event for event in story.events if event.event_type == "consult")
    names = {actor.name for actor in (*meeting.sources, *meeting.targets)}
    assert ("Omari Chuo" in names) == (met is not None), why


LEADER = "Kenyan leader Omari Chuo spoke in Nairobi. Chuo said the dam was safe."
REBEL = "Kenyan rebel leader Omari Chuo spoke in Nairobi. Chuo said the dam was safe."
LEADERS = [
    # first report, second report, whether he is met, why
    (LEADER, "Mayor Ann Bell met with the Kenyan leader on May 9.", True, "the only one"),
    (LEADER, "Mayor Ann Bell met with the Kenyan president on May 9.", False, "not called so"),
    (LEADER, "Mayor Ann Bell met with the Chadian leader on May 9.", False, "another land's"),
    (LEADER, "Mayor Ann Bell met with a former Kenyan leader on May 9.", False, "a former one"),
    (LEADER, "Mayor Ann Bell met with Kenyan leader Bea Moro on May 9.", False, "named behind it"),
    (REBEL, "Mayor Ann Bell met with the Kenyan leader on May 9.", False, "he leads no land"),
    (KENYAN, "Mayor Ann Bell met with the Kenyan foreign minister on May 9.", True, "an office"),
    (KENYAN, "Mayor Ann Bell met with the Kenyan leader on May 9.", False, "a minister leads none"),
]


@pytest.mark.parametrize(("first", "text", "met", "why"), LEADERS)
def test_the_leader_of_a_land_is_who_is_called_so(record, first, text, met, why):
    story = record((first, "2031-05-10"), (text, "2031-05-10"))
    meeting = next(event for event in story.events if event.event_type == "consult")
    names = {actor.name for actor in (*meeting.sources, *meeting.targets)}
    assert ("Omari Chuo" in names) == met, why


TOWNS = [
    # text, who is attacked, why
    ("The bombings in Kenya and Chad on Friday killed nine men.", set(), "both are where it was"),
    (
        "The bombing of Kenya and Chad on Friday killed nine men.",
        {"Kenya", "Chad"},
        "both suffer it",
    ),
]


@pytest.mark.parametrize(("text", "targets", "why"), TOWNS)
def test_a_second_place_takes_no_part(record, text, targets, why):
    story = record((text, "2031-05-10"))
    bombing = next(event for event in story.events if event.mode == "explosives")
    assert {actor.name for actor in bombing.targets} == targets, why


HEADS = [
    # text, whether she is met, why
    ("Mayor Omari Chuo met with the CIA director on May 9.", True, "the only one"),
    ("Mayor Omari Chuo met with the CIA chief of staff on May 9.", False, "another office"),
    ("Mayor Omari Chuo met with CIA director Bea Moro on May 9.", False, "named behind it"),
    ("Mayor Omari Chuo met with the CIA on May 9.", False, "the body"),
]


@pytest.mark.parametrize(("text", "met", "why"), HEADS)
def test_the_head_of_a_body_is_who_is_called_so(record, text, met, why):
    base = "CIA Director Ann Bell spoke in Nairobi. Bell said the dam was safe."
    story = record((base, "2031-05-10"), (text, "2031-05-10"))
    meeting = next(event for event in story.events if event.event_type == "consult")
    names = {actor.name for actor in (*meeting.sources, *meeting.targets)}
    assert ("Ann Bell" in names) == met, why

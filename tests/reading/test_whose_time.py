"""Whose time and which words: what a paper says beside an event is not always the event's."""

import pytest

MONDAY = "2024-03-11"


def event(reading, word):
    return next(item for item in reading.events if item.citation.words == word)


@pytest.mark.parametrize(
    ("text", "word", "value", "why"),
    [
        (
            "An official expressed concern on Tuesday over Chad's latest military exercises in Niger.",
            "exercises",
            None,
            "the concern was on Tuesday",
        ),
        (
            "He complained on Friday about the seizure of three boats.",
            "seizure",
            None,
            "the complaint was on Friday",
        ),
        (
            "Kenya closed the border after Chadian officials on Friday confirmed a case of cholera.",
            "closed",
            None,
            "the case was found on Friday",
        ),
        (
            "Kenya closed the border on Friday after Chadian officials confirmed a case of cholera.",
            "closed",
            "2024-03-08",
            "and here it was closed then",
        ),
        (
            "After officials confirmed a case of cholera, Kenya on Friday closed the border.",
            "closed",
            "2024-03-08",
            "the clause before has ended",
        ),
        (
            "Chad held exercises in Niger on Friday.",
            "held exercises",
            "2024-03-08",
            "their own day",
        ),
    ],
)
def test_what_is_talked_about_has_its_own_time(read, text, word, value, why):
    time = event(read(text, published=MONDAY), word).time
    assert (time.value if time else None) == value, why


@pytest.mark.parametrize(
    ("text", "word", "value", "why"),
    [
        (
            "He said the Dry Wind drills, which are due to be held March 20-30, would be large.",
            "drills",
            "2024-03-20/2024-03-30",
            "a clause of their own says when",
        ),
        ("The drills are to take place on Friday.", "drills", "2024-03-15", "so does their verb"),
        (
            "Chad and Niger agreed to talks scheduled for Friday in Lomé.",
            "talks",
            "2024-03-15",
            "and a participle",
        ),
        ("Talks that began on Friday collapsed.", "Talks", "2024-03-08", "not the collapse"),
        (
            "Talks that took weeks to arrange ended the day the minister took office in 2019.",
            "Talks",
            None,
            "the office was taken then",
        ),
    ],
)
def test_a_noun_is_dated_by_what_says_that_it_takes_place(read, text, word, value, why):
    time = event(read(text, published=MONDAY), word).time
    assert (time.value if time else None) == value, why


@pytest.mark.parametrize(
    ("text", "word", "status", "why"),
    [
        (
            "The pending sanctions could be announced as early as Thursday.",
            "sanctions could be announced",
            "planned",
            "it is open when, not whether",
        ),
        (
            "Pending sanctions might be lifted.",
            "sanctions might be lifted",
            "hypothetical",
            "may be",
        ),
        (
            "The forthcoming summit could be held in Niger.",
            "summit could be held",
            "planned",
            "where",
        ),
        (
            "On Friday Omari Chuo will sit down with Amina Otieno to take stock of meetings between"
            " their deputies last week.",
            "meetings",
            "happened",
            "what is still to come has no last week",
        ),
        (
            "Omari Chuo was planning to go there for talks with ministers last week.",
            "talks",
            "planned",
            "the plan was of last week",
        ),
    ],
)
def test_a_past_time_in_a_clause_to_come_is_that_of_its_noun(read, text, word, status, why):
    assert event(read(text, published=MONDAY), word).status == status, why


def test_a_phrase_does_not_begin_within_a_word(read):
    found = read("Repeated government calls for Chad to de-escalate have gone unheeded.").events
    assert found[0].object is not None
    assert found[0].object.words == "de-escalate"


def test_a_year_further_off_does_not_date_a_remark(read):
    reading = read(
        "The official noted many incidents, including a crisis which the official said was"
        " “manufactured” by Chad, and its redirection of a plane last year.",
        published=MONDAY,
    )
    assert all(item.said is None or item.said.value != "2023" for item in reading.statements)


@pytest.mark.parametrize(
    ("text", "word", "who", "why"),
    [
        (
            "Speaking on a visit to Chad on Tuesday, Foreign Minister Amina Otieno denounced the raid.",
            "visit",
            ["Amina Otieno"],
            "who speaks on a visit visits",
        ),
        (
            "Amina Otieno told reporters after talks in Niamey with her counterpart, Omari Chuo.",
            "talks",
            ["Amina Otieno"],
            "who speaks after talks took part",
        ),
        ("Shares fell after talks with Chad.", "talks", [], "shares do not talk"),
        ("Omari Chuo is seeking Kenyan support.", "support", ["Kenya"], "who seeks does not give"),
        ("Niger is seeking talks with Chad.", "talks", ["Niger"], "who seeks talks will talk"),
        (
            "Officials expect a written response to demands that Chad made weeks ago.",
            "demands",
            ["Chad"],
            "its own clause says who made them",
        ),
    ],
)
def test_who_was_there(read, text, word, who, why):
    assert [each.name for each in event(read(text), word).sources] == who, why


@pytest.mark.parametrize(
    ("text", "word", "when", "why"),
    [
        ("The two sides began an inquiry into the collision of Oct. 7.", "inquiry", None, "later"),
        ("She met victims of the attack of June 2.", "attack", "2026-06-02", "its own day"),
        ("She met victims of the attack of June 2.", "met", None, "after it"),
        ("The talks of Oct. 4 collapsed.", "talks", "2026-10-04", "its own day"),
        (
            "Police met the clerks on the night of Oct. 4.",
            "met",
            "2026-10-04",
            "a part of that day",
        ),
    ],
)
def test_a_day_behind_of_is_that_of_its_noun(read, text, word, when, why):
    time = event(read(text, published="2026-10-20"), word).time
    assert (time.value if time else None) == when, why


@pytest.mark.parametrize(
    ("text", "word", "value", "why"),
    [
        (
            "Soldiers have blocked the road since the end of January.",
            "blocked",
            "2024-01-31/2024-03-11",
            "since the month was over",
        ),
        (
            "Soldiers have blocked the road since January.",
            "blocked",
            "2024-01-01/2024-03-11",
            "on some day of it",
        ),
        (
            "Soldiers have blocked the road since early January.",
            "blocked",
            "2024-01-01/2024-03-11",
            "on one of its first days",
        ),
        (
            "Soldiers blocked the road at the end of January.",
            "blocked",
            "2024-01",
            "of a deed that does not go on the month is known",
        ),
    ],
)
def test_since_the_end_of_a_month_begins_with_its_end(read, text, word, value, why):
    time = event(read(text, published=MONDAY), word).time
    assert time is not None, why
    assert time.value == value, why


@pytest.mark.parametrize(
    ("text", "word", "place", "why"),
    [
        ("Police arrested the leader of the coup in Togo.", "arrested", None, "the coup was there"),
        ("Police arrested the leader of the coup in Togo.", "coup", "Togo", "so its own place"),
        (
            "France sanctioned the leaders of the coup in Niger.",
            "sanctioned",
            None,
            "so of several",
        ),
        ("Police arrested dozens of protesters in Lagos.", "arrested", "Lagos", "people, no deed"),
        ("Police arrested a baker in Lagos.", "arrested", "Lagos", "where they arrested him"),
        ("Soldiers attacked a base in Togo.", "attacked", "Togo", "where the base is it was done"),
    ],
)
def test_a_place_of_another_deed_is_not_that_of_this_one(read, text, word, place, why):
    found = event(read(text, published=MONDAY), word).place
    assert (found.name if found else None) == place, why

"""When mentions are one event, who takes part in it, and when it was."""

from types import SimpleNamespace

import pytest

from secondsource.record.one_event import _ways_fit

LONG = " The talks in the region have gone on for some weeks, and traders wait for an end of them."

SAME = [
    (
        "an office that is left, told by another verb",
        "Interior Minister Omari Chuo has resigned over the flood in the north.",
        "President Ida Lund toured the north hours after her interior minister, Omari Chuo, stepped down.",
        "retreat",
    ),
    (
        "what was given, by another verb",
        "The Lake Relief Fund has delivered 300 tonnes of maize to the camps in the north.",
        "In the north 300 tonnes of maize were handed out by the Lake Relief Fund.",
        "aid",
    ),
    (
        "a deployment told with a verb and with a noun",
        "Kenya is moving troops to Chad for war games this month." + LONG,
        "The opposition fears Kenya's deployment of troops to Chad for the war games.",
        "mobilize",
    ),
    (
        "a land that was taken, told years later",
        "Kenya seized Zanzibar in 2009, and few have forgotten it.",
        "The quarrel is as old as Kenya's seizure of Zanzibar in 2009.",
        "coerce",
    ),
    (
        "a meeting of one day in one town",
        "President Omari Chuo will meet Chancellor Ida Lund in Nairobi on 12 May.",
        "Omari Chuo travels to Nairobi on 12 May to meet Ida Lund.",
        "consult",
    ),
]

APART = [
    (
        "two ministers of one government",
        "Fisheries Minister Omari Chuo met prosecutors from the coast in Nairobi this week.",
        "President Ida Lund met officials from the coast in Nairobi this week.",
        "consult",
    ),
    (
        "what one person complains of, twice",
        "Omari Chuo complained to the paper about the price of diesel at the lake.",
        "Omari Chuo complained of a cold at the lake and left early.",
        "accuse",
    ),
    (
        "money for other people",
        "The bank agreed to set $20 million aside to compensate fishermen for the flood.",
        "The bank agreed to set $1 million aside to compensate fishermen for the strike.",
        "aid",
    ),
    (
        "the same people in another town on another day",
        "President Omari Chuo will meet Chancellor Ida Lund in Nairobi on 12 May.",
        "President Omari Chuo will meet Chancellor Ida Lund in Kampala on 19 May.",
        "consult",
    ),
    (
        "one of them with somebody else",
        "President Omari Chuo met Chancellor Ida Lund for an hour on the island.",
        "President Omari Chuo met the singer Bea Moro for an hour on the island.",
        "consult",
    ),
    (
        "a visit, and visits of several",
        "Omari Chuo spoke to reporters on a visit to Nairobi on Monday.",
        "The trip follows visits by Ida Lund and Omari Chuo.",
        "consult",
    ),
    (
        "senators who were there the same week",
        "Secretary of State Omari Chuo met President Ida Lund in Nairobi on 9 May.",
        "American senators met President Ida Lund in Nairobi this week.",
        "consult",
    ),
    (
        "a threat and the deed",
        "Kenya threatened to attack Chad if the border is not opened.",
        "Kenya attacked Chad at dawn on 11 May.",
        "assault",
    ),
]


def of_type(record, kind):
    return [event for event in record.events if event.event_type == kind]


@pytest.mark.parametrize(("why", "one", "two", "kind"), SAME, ids=[row[0] for row in SAME])
def test_one_event_in_two_wordings(record, why, one, two, kind):
    events = of_type(record((one, "2031-05-10"), (two, "2031-05-11")), kind)
    assert any(len({m.article for m in event.mentions}) == 2 for event in events), events


@pytest.mark.parametrize(("why", "one", "two", "kind"), APART, ids=[row[0] for row in APART])
def test_two_events_stay_apart(record, why, one, two, kind):
    events = of_type(record((one, "2031-05-10"), (two, "2031-05-11")), kind)
    assert events
    assert all(len({m.article for m in event.mentions}) == 1 for event in events), events


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Omari Chuo met the Kenyan chancellor in Nairobi on Monday.", "Kenyan chancellor"),
        ("Omari Chuo will meet Kenyan and Chadian diplomats in Nairobi.", "Chadian diplomats"),
    ],
)
def test_an_adjective_is_nobody(record, text, who):
    events = of_type(record((text, "2031-05-14")), "consult")
    names = {ref.name for event in events for ref in (*event.sources, *event.targets)}
    assert who in names
    assert not names & {"Kenyan", "Chadian"}


def test_the_year_of_a_noun_is_not_that_of_the_verb(record):
    text = "Omari Chuo urged Kenya to abide by a 2009 pact on the lake."
    events = of_type(record((text, "2031-05-14")), "request")
    assert events
    assert not any(event.time and event.time.value.startswith("2009") for event in events)


def test_what_is_told_before_the_day_without_the_day_is_a_plan(record):
    story = record(
        ("Omari Chuo will meet Ida Lund in Nairobi on 12 May.", "2031-05-10"),
        ("Ahead of the visit to Nairobi by Omari Chuo, shops were closed.", "2031-05-10"),
    )
    events = of_type(story, "consult")
    assert not any(event.status == "happened" and event.time for event in events)


def test_a_body_is_not_one_who_serves_in_it(record):
    story = record(("Kenyan marine police detained 30 sailors off Moroni on Friday.", "2031-05-12"))
    assert "Kenyan marine police" in {item.name for event in story.events for item in event.sources}


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Omari Chuo warned of “grave losses” if Chad invades Kenya.", "Omari Chuo"),
        ("Omari Chuo warned of “grave losses”. The truce ends if Chad invades Kenya.", None),
    ],
)
def test_a_condition_is_told_by_whose_words_hang_on_it(record, text, voice):
    story = record((text, "2031-05-12"))
    found = [m for e in story.events if e.status == "conditional" for m in e.mentions]
    assert found
    assert {m.voice.name == voice for m in found} == {voice is not None}


@pytest.mark.parametrize(
    ("one", "two", "fit", "why"),
    [
        (("visit", "Oslo", 1), ("visit", "Oslo", 2), True, "one journey told twice"),
        (("visit", "Oslo", 1), ("visit", "Norway", 2), True, "a town lies in its country"),
        (("visit", "Oslo", 1), ("visit", "Berlin", 2), False, "two towns are two journeys"),
        (("visit", "Oslo", 1), (None, None, 1), True, "whom one travels to meet, in one sentence"),
        (("visit", "Oslo", 1), (None, "Oslo", 2), True, "whom one meets where one travels"),
        (("visit", "Oslo", 1), (None, None, 2), False, "whom one meets may be met anywhere"),
    ],
)
def test_a_journey_is_a_meeting_there(one, two, fit, why):
    def item(told):
        mode, place, sentence = told
        mention = SimpleNamespace(mode=mode, sentence=sentence)
        return SimpleNamespace(mention=mention, place=place, is_several=False)

    assert _ways_fit(item(one), item(two)) == fit, why


@pytest.mark.parametrize(
    ("text", "count", "why"),
    [
        (
            "Omari Keller was led from the courtroom in handcuffs. Police searched his house in the "
            "spring of 2021 and arrested Keller in June that year.",
            2,
            "a deed without a day is not that of another year",
        ),
        (
            "Omari Keller was arrested on Monday. He was led from his house in handcuffs.",
            1,
            "but may be that of this week",
        ),
        (
            "Police arrested Omari Keller in June 2021. The arrest of Keller shocked the town.",
            1,
            "a noun takes up the verb before it",
        ),
    ],
)
def test_what_has_no_day_is_not_of_another_year(record, text, count, why):
    """An article tells of now where it gives no day, unless it says the same word again."""
    events = record((text, "2023-03-12")).events
    assert len([e for e in events if e.mode == "arrest"]) == count, why

"""What an article takes up again by a definite noun is what it told of before; invented reports."""

import pytest

ONE = [
    (
        "an exercise under four nouns, one with a name of its own",
        "Kenya is sending troops to Chad for big war games. The drills with Chad will show strength, a colonel said."
        " The Calm Shore 2031 exercises are expected to take place on 10-20 June. The maneuvers will be held at a lake.",
        "mobilize",
        "exercise",
        {"Kenya", "Chad"},
    ),
    (
        "an attack that is spoken of again",
        "Rebels attacked a market in Moroni on Friday. Nobody knows why. The attack was the worst in years.",
        "assault",
        None,
        {"Rebels"},
    ),
    (
        "a noun of any type, where the article tells of one such deed",
        "The Weavers' Union sued Chad on Friday. Nobody knows why. The lawsuit was a surprise, said a baker in Moroni.",
        "accuse",
        None,
        {"Chad"},
    ),
]

APART = [
    (
        "the noun says itself which one is meant",
        "Rebels attacked a market in Moroni on Friday. The attack on a school in 2019 was never solved.",
        "assault",
    ),
    (
        "one is feared, one has happened",
        "Kenya fears an attack on the port of Lamu. The attack was the worst in years, said a baker in Moroni.",
        "assault",
    ),
    (
        "a word between that tells it from others",
        "Kenya held drills at Lamu in May. The next drills will be held at the lake.",
        "mobilize",
    ),
]


@pytest.mark.parametrize(("why", "text", "kind", "mode", "who"), ONE, ids=[row[0] for row in ONE])
def test_one_event_is_taken_up(record, why, text, kind, mode, who):
    story = record((text, "2031-05-12"))
    found = [e for e in story.events if e.event_type == kind and (not mode or e.mode == mode)]
    assert len(found) == 1
    assert len(found[0].mentions) >= 2
    named = {item.name for item in (*found[0].sources, *found[0].targets)}
    assert who == named & who


@pytest.mark.parametrize(("why", "text", "kind"), APART, ids=[row[0] for row in APART])
def test_another_event_is_not(record, why, text, kind):
    story = record((text, "2031-05-12"))
    found = [event for event in story.events if event.event_type == kind]
    assert len(found) == 2
    assert all(len(event.mentions) == 1 for event in found)


def test_either_of_two_may_be_meant(record):
    text = "Kenya sued Chad on Friday. Norway sued Peru in 2019. The lawsuit was a surprise, said a baker in Moroni."
    story = record((text, "2031-05-12"))
    assert sum(event.event_type == "accuse" for event in story.events) == 3

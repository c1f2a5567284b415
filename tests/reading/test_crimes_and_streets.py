"""What papers of towns tell of: charges and verdicts, streets, what was done since when, and towns before a colon."""

from collections.abc import Callable

import pytest
from tests.reading.senses import check_parts, check_sense, event_at, rows_of

from secondsource.model.reading import Reading

Read = Callable[..., Reading]

SENSES = """
What one is charged with besides, accused of besides, or denies besides is no more so than the first.
The clerk was charged with theft and inciting a riot. | inciting a riot | protest alleged
The clerk was accused of theft and beating a guard. | beating | assault alleged
The clerk denied theft and beating a guard. | beating | assault denied
The clerk was convicted of theft and beating a guard. | beating | assault happened
Norland accused Sudria of shelling a mill, and burning crops. | burning | assault alleged
The council weighed sanctions or expelling the envoy. | expelling | sanction hypothetical
Police stopped short of arresting the mayor and closing the market. | arresting | coerce negated

Who allegedly did one thing allegedly did the next.
The clerk who allegedly shot and killed a guard will face trial. | killed | assault alleged
He reportedly threatened and beat the guard. | beat | assault alleged
The clerk allegedly lied and police arrested him. | arrested | coerce happened

Who called for somebody to do something called for a thing to be done by him; talks do not end wars.
The unions pushed for the minister to resign. | resign | retreat demanded
Norland called for talks to end the war. | end | retreat demanded

Words that sound like deeds.
The thief pulled out a revolver. | pulled out | -
The mills of Karo and Lenz were worst hit. | hit | -
Shoppers arrived at the market. | arrived | -
She took refuge in a shop with her son. | took | -
The jury returned a verdict of guilty. | returned | -
Police barricaded the square. | barricaded | coerce happened
Villagers barricaded the square. | barricaded | protest happened
The frigate was sent on a mission to the gulf. | sent | mobilize happened
The navy captured three boats. | captured | coerce happened
The second guard was injured when he fell. | injured | -
The clerk was escorted from the building on Monday. | escorted | -
The clerk called police to report a theft. | called | -
The boss sanctioned the murder of a rival. | sanctioned | -
The mayor received support from farmers. | received support | support happened
Rules under the Birds Act protect birds. | protect | -
Bushfires have scorched farms and killed two people. | killed | -
The families welcomed the prisoners by the gate. | welcomed | -
Addressing a meeting with clerks, Bell said a test was due. | meeting | consult happened
"""


@pytest.mark.parametrize("row", rows_of(SENSES))
def test_sense(read: Read, row: str) -> None:
    check_sense(read, row)


PARTS = [
    # text, trigger, who does it, to whom, why
    (
        "Juma Vane called for Commissioner Ray Kell and Mayor Ann Bloom to visit the quarter.",
        "visit",
        ["Ray Kell", "Ann Bloom"],
        None,
        "those for whom one calls are to do it",
    ),
    (
        "Police barricaded Garden Avenue on Tuesday.",
        "barricaded",
        ["Police"],
        [],
        "a street is nobody",
    ),
    (
        "Officers set up a roadblock on Mill Road.",
        "set up",
        ["Officers"],
        [],
        "nor after a preposition",
    ),
    (
        "Downing Street denied the claim.",
        "denied",
        ["Downing Street"],
        None,
        "but what one stands for is",
    ),
    ("The navy is patrolling the Gulf of Aden.", "patrolling", ["navy"], [], "a water is nobody"),
    (
        "Lenz march for a clerk killed by police grows",
        "killed",
        ["police"],
        ["clerk"],
        "who is killed is the clerk and not the march",
    ),
    (
        "Officers fired, hitting Gray multiple times in the arm.",
        "hitting",
        ["Officers"],
        ["Gray"],
        "how often is no part of a name",
    ),
    (
        "LAHORE / KARACHI: A Norland frigate foiled a raid on Friday, seizing nine boats.",
        "foiled",
        ["Norland frigate"],
        None,
        "towns before a colon only say where it was written",
    ),
    (
        "Ann Bell came in. She had no quarrel with one clerk and told her to leave.",
        "leave",
        [],
        None,
        "nobody tells herself to leave",
    ),
    (
        "Judge Omar Moor came in. Moor ordered him held without bond.",
        "held",
        None,
        [],
        "nor orders himself held",
    ),
    (
        "Bell was found guilty by the jury of murder and possession of a gun by a felon.",
        "found",
        ["jury"],
        ["Bell"],
        "the felon is part of what he did",
    ),
    (
        "Unemployed John Bell was arrested on Monday.",
        "arrested",
        [],
        ["John Bell"],
        "what somebody is called only at the head of a sentence is no name",
    ),
    (
        "A jury in Lenz today convicted a gang member of murdering Ann Bell.",
        "murdering",
        ["gang member"],
        ["Ann Bell"],
        "who is convicted has done it, not the jury",
    ),
    (
        "Ann Bell was charged with the Toyota shooting of two clerks.",
        "shooting",
        [],
        ["clerks"],
        "a firm is where it was",
    ),
    (
        "The clerk was accused of theft and beating a guard.",
        "beating",
        ["clerk"],
        ["guard"],
        "the second deed has the doer of the first",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "sources", "targets", "why"), PARTS)
def test_who_takes_part(
    read: Read,
    text: str,
    trigger: str,
    sources: list[str] | None,
    targets: list[str] | None,
    why: str,
) -> None:
    check_parts(event_at(read(text, "2023-05-10"), trigger), sources, targets, why)


WHEN = [
    # text (published on Wednesday, 10 May 2023), trigger, when, why
    (
        "Police have arrested 50 people since Monday.",
        "arrested",
        "2023-05-08/2023-05-10",
        "until the report came out",
    ),
    (
        "The clerk has been arrested four times since October.",
        "arrested",
        "2022-10-01/2023-05-10",
        "never ahead",
    ),
    (
        "Rebels attacked the mill, the third such attack since 2014.",
        "attacked",
        None,
        "2014 only counts",
    ),
    ("A raid on Monday was the worst since 2005.", "raid", "2023-05-08", "2005 only compares"),
    (
        "The navy foiled a raid on Monday, seizing nine rifles in the fifth sweep since March.",
        "seizing",
        "2023-05-08",
        "the count of the sweeps does not date it",
    ),
    (
        "Omar Bell, 20, was found guilty of killing Ann Moor, 34, and wounding Una Arm, 32, in October 2021.",
        "found",
        None,
        "the deeds were then, not the verdict",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "when", "why"), WHEN)
def test_when(read: Read, text: str, trigger: str, when: str | None, why: str) -> None:
    event = event_at(read(text, "2023-05-10"), trigger)
    assert (event.time.value if event.time else None) == when, why


COUNTED = [
    # text, the number's words, what it counts, why
    (
        "Ann Bell, a mother of 12, was shot.",
        "12",
        "children",
        "a mother of twelve has twelve children",
    ),
    ("The navy seized six AK 47 rifles.", "six", "ak 47 rifles", "the name of an arm is no number"),
]


@pytest.mark.parametrize(("text", "number", "counted", "why"), COUNTED)
def test_what_is_counted(read: Read, text: str, number: str, counted: str, why: str) -> None:
    figures = [(each.citation.words, each.measured) for each in read(text, "2023-05-10").figures]
    assert figures == [(number, counted)], why


def test_a_town_before_a_colon_speaks_only_in_a_headline(read: Read) -> None:
    report = read(
        "MUMBAI: A frigate foiled a raid on Friday near the coast, the navy said.", "2023-05-10"
    )
    assert [each.voice.name for each in report.statements] == ["navy"]
    headline = read("Moscow: We will not leave", "2023-05-10")
    assert [each.cue.words for each in headline.statements if each.cue] == [":"]


def test_so_far_opens_a_clause_whole(read: Read) -> None:
    event = read("So far, the navy has seized nine boats.", "2023-05-10").events[0]
    assert event.clause is not None
    assert event.clause.words.startswith("So far")


HOSTAGES = [
    "Bell took two guards hostage on Monday and fled.",
    "Bell, 49, took two guards hostage on Friday night and then escaped.",
    "On Monday, Bell took two guards hostage.",
]


@pytest.mark.parametrize("text", HOSTAGES)
def test_who_is_taken_hostage(read: Read, text: str) -> None:
    event = read(text, "2023-05-10").events[0]
    assert (event.mode, event.status) == ("abduct", "happened")
    assert [each.name for each in event.targets] == ["guards"]


def test_some_of_a_continent_are_not_the_continent(read: Read) -> None:
    event = read("It was demanded by Norland and other European nations.", "2023-05-10").events[0]
    assert [each.name for each in event.sources] == ["Norland", "European nations"]


def test_who_marches_while_others_die_is_not_dead(read: Read) -> None:
    text = "Two women were killed during a march by tens of thousands who crossed the bridge."
    figures = [(each.citation.words, each.measured) for each in read(text, "2023-05-10").figures]
    assert figures == [("Two", "killed"), ("tens of thousands", "people")]


def test_what_was_done_since_something_was_agreed_lies_back(read: Read) -> None:
    text = "The strike is the first test since agreeing the loan at the weekend."
    assert [each.latest for each in read(text, "2023-05-10").times] == ["2023-05-07"]


def test_the_case_of_somebody_is_no_condition(read: Read) -> None:
    text = "A day was fixed in the case of a clerk accused of killing his mother and dog in Lenz."
    assert [event.condition for event in read(text, "2023-05-10").events] == [None, None]
    threat = read("They face sanctions in the event of a raid.", "2023-05-10").events
    assert "conditional" in [event.status for event in threat]


def test_who_demands_at_length_is_no_attribute(read: Read) -> None:
    text = (
        "Boat owners on the Norland side were not appeased. Omari Chuo, a skipper, demanded by telephone from Lenz that Sudria pay"
        " 150,000 crowns for each boat."
    )
    statuses = {event.citation.words: event.status for event in read(text, "2023-05-10").events}
    assert statuses["pay"] == "demanded"


UNDERGONE = [
    # text, trigger, who does it, to whom
    ("Ann Bell's arrest angered the town.", "arrest", [], ["Ann Bell"]),
    ("The minister's dismissal came late.", "dismissal", [], ["minister"]),
    ("Norland's killing of the envoy drew anger.", "killing", ["Norland"], ["envoy"]),
    ("Lenz Rovers wide receiver Omar Bell was arrested on Tuesday.", "arrested", [], ["Omar Bell"]),
]


@pytest.mark.parametrize(("text", "trigger", "sources", "targets"), UNDERGONE)
def test_whose_arrest_it_is(
    read: Read, text: str, trigger: str, sources: list[str], targets: list[str]
) -> None:
    check_parts(event_at(read(text, "2023-05-10"), trigger), sources, targets, text)


def test_whoever_is_asked_about_has_not_done_it(read: Read) -> None:
    text = "Clerks could answer few questions about how convicted robber Omar Bell, 49, escaped from a van in Lenz."
    event = read(text, "2023-05-10").events[0]
    assert [each.name for each in event.sources] == ["Omar Bell"]

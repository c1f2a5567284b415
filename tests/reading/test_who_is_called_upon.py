"""Who is called upon, governed or named behind a preposition, and words that look like deeds and are none."""

from collections.abc import Callable

import pytest

from secondsource.model.reading import Reading

Read = Callable[..., Reading]

DEEDS = [
    # text, trigger, status (None: no event), who does it (None: not asked), why
    (
        "Ann Bell called on Omari Chuo last week to leave the cabinet to others and resign.",
        "resign",
        "demanded",
        ["Omari Chuo"],
        "whom one calls on is to do it",
    ),
    (
        "The panel said the army shelled two villages, and also accused the rebels of hiding there.",
        "accused",
        "happened",
        ["panel"],
        "who speaks goes on after a comma and also",
    ),
    (
        "She often tells how she pushed Omari Chuo to arm the shepherds.",
        "arm",
        "demanded",
        ["Omari Chuo"],
        "who is pushed to do it would do it",
    ),
    (
        "The city has met its target of resettling forty families.",
        "resettling",
        "happened",
        None,
        "a goal that is reached is no plan",
    ),
    (
        "The city set a goal of resettling forty families.",
        "resettling",
        "planned",
        None,
        "one that is set is",
    ),
    (
        "The ministry ordered the departure of all foreign personnel from the embassy.",
        "departure",
        "demanded",
        ["foreign personnel"],
        "who orders a departure does not depart",
    ),
    (
        "Chadian exiles protested in Lamu.",
        "protested",
        "happened",
        ["Chadian exiles"],
        "who has left his land is not that land",
    ),
    (
        "The aunt had written a letter to Mayor Ann Bell, demanding Lio be returned to her and saying she was ill.",
        "returned",
        "demanded",
        None,
        "a bare be wishes, whatever it hangs on",
    ),
    (
        "Faced with a choice of holding Ann Bell in Lamu, where she was born, or returning her to Oslo, the board wept.",
        "returning",
        "hypothetical",
        None,
        "one of two things to choose from",
    ),
    (
        "The board named two former agents charged in the bombing of the mill.",
        "charged",
        "happened",
        [],
        "charged in a crime is accused of it",
    ),
    (
        "The leaflet was sent by the customs office to forty police departments.",
        "sent",
        None,
        None,
        "a leaflet is no help",
    ),
    (
        "All signs pointed to Omari Chuo endorsing Ann Bell on Friday.",
        "endorsing",
        "predicted",
        None,
        "signs point to what is to come",
    ),
    (
        "The guild means to press bakers to boycott the fair.",
        "boycott",
        "demanded",
        ["bakers"],
        "who is pressed would do it",
    ),
    ("Ann Bell vowed to fight on.", "fight on", None, None, "goes on, with no blows"),
    (
        "The widows appealed to the governor to release the three clerks.",
        "release",
        "requested",
        ["governor"],
        "whom one appeals to is to do it",
    ),
    (
        "The auditor said, while testifying before the senate in May, that Ann Bell had lied.",
        "testifying",
        "happened",
        ["auditor"],
        "what stands before that goes with who speaks",
    ),
    (
        "Lawyers of the mill opposed a request to question Ann Bell.",
        "question",
        "requested",
        [],
        "who answers a request would not be the one who does it",
    ),
    (
        "The premiers met to halt the shelling of Moroni.",
        "shelling",
        "ongoing",
        [],
        "who would halt a shelling does not shell",
    ),
    (
        "The government of El Salvador agreed to house forty families.",
        "agreed",
        "happened",
        ["El Salvador"],
        "a government is that of the land behind its of",
    ),
    (
        "The welders joined Ann Bell's mayoral campaign in June.",
        "joined",
        None,
        None,
        "a campaign for votes is no war",
    ),
    (
        "The welders joined the campaign against the rebels in June.",
        "joined",
        "happened",
        ["welders"],
        "this one is",
    ),
    (
        "The town council called an urgent session on Friday.",
        "called",
        None,
        None,
        "on a day one calls on nobody",
    ),
    ("Thank heavens the ferry is late, Ann Bell said.", "Thank", None, None, "thanks nobody"),
    (
        "The clerks sent the complaint to the harbour court on Monday.",
        "sent",
        None,
        None,
        "a paper is no help",
    ),
    (
        "Kenya accepted nine hundred refugees in March.",
        "accepted",
        "happened",
        ["Kenya"],
        "it takes them in",
    ),
    (
        "The judge vacated her seat in May.",
        "vacated",
        "happened",
        ["judge"],
        "an office is laid down",
    ),
    (
        "The bank offered a full apology to the widows.",
        "offered a full apology",
        "happened",
        ["bank"],
        "who offers an apology has said it",
    ),
    (
        "I'm gonna endorse Omari Chuo, the mayor said.",
        "endorse",
        "planned",
        None,
        "gonna is going to",
    ),
    (
        "The rule will change only when Ann Bell has left office.",
        "left",
        "conditional",
        None,
        "what has to come first has not come",
    ),
    (
        "Kenya welcomes the truce, even if the price is high.",
        "welcomes",
        "happened",
        ["Kenya"],
        "even if leaves open nothing that is told as so",
    ),
    (
        "Kenya would welcome the truce even if the price was high.",
        "welcome",
        "conditional",
        None,
        "what would be is not",
    ),
    (
        "Ann Bell endorsed her - they appeared together in Lamu.",
        "endorsed",
        "happened",
        ["Ann Bell"],
        "two clauses side by side",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "status", "doers", "why"), DEEDS)
def test_who_does_what(read: Read, text, trigger, status, doers, why) -> None:
    reading = read(text, "2023-06-20")
    found = [event for event in reading.events if event.citation.words == trigger]
    if status is None:
        assert not found, why
        return
    (event,) = found
    assert event.status == status, why
    if doers is not None:
        assert [doer.name for doer in event.sources] == doers, why


PLACES = [
    # text, trigger, place, why
    ("The envoys held talks with Chad over Mayotte.", "talks", None, "it is about the island"),
    ("Ann Bell discussed the floods in Chad.", "discussed", None, "where the floods are"),
    ("Ann Bell met officials from Chad.", "met", None, "whence they are"),
    ("Ann Bell met officials in Chad.", "met", "Chad", "where they met"),
    (
        "The talks moved to Nairobi, where Ann Bell met the miners.",
        "met",
        "Nairobi",
        "where means the town it hangs on",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "place", "why"), PLACES)
def test_where(read: Read, text, trigger, place, why) -> None:
    events = read(text, "2023-06-20").events
    event = next(event for event in events if trigger in event.citation.words)
    assert (event.place.name if event.place else None) == place, why


FIGURES = [
    # text, value, what is counted, nature, as of, why
    ("The Group of 20 met in Lamu.", None, None, None, None, "a name"),
    (
        "The guild called for 40 boats split between Lamu and Pate.",
        40,
        "boats",
        "planned",
        None,
        "what one calls for is not there",
    ),
    (
        "In the 1960s her song sold two million copies.",
        2e6,
        "copies",
        "measured",
        "196X",
        "a decade as EDTF has it",
    ),
    ('Read this: <post id="4417093358"> Rain fell.', None, None, None, None, "mark-up"),
]


@pytest.mark.parametrize(("text", "value", "counted", "nature", "as_of", "why"), FIGURES)
def test_figures(read: Read, text, value, counted, nature, as_of, why) -> None:
    figures = read(text, "2023-06-20").figures
    if value is None:
        assert not figures, why
        return
    (figure,) = figures
    assert (figure.low, figure.measured, figure.nature, figure.as_of) == (
        value,
        counted,
        nature,
        as_of,
    ), why


def test_a_number_before_a_name_that_owns_counts_no_such_names(read: Read) -> None:
    figures = read("Of the 900 Bell's clerks sent back, two were blank.", "2023-06-20").figures
    assert next(figure.measured for figure in figures if figure.low == 900) is None


def test_missiles_strike_and_do_not_walk_out(read: Read) -> None:
    (event,) = read("Kenyan forces launched cruise missile strikes against two camps.").events
    assert (event.type, event.mode) == ("assault", "aerial")


def test_the_day_of_an_answer_is_not_that_of_what_it_answers(read: Read) -> None:
    text = "The right is ours, Chad said Friday in response to Kenyan missile attacks on two camps."
    event = next(event for event in read(text, "2023-06-20").events if event.type == "assault")
    assert event.time is None


def test_nobody_promises_those_whom_he_vows_to_hunt_down(read: Read) -> None:
    event = next(
        event
        for event in read("Ann Bell vowed to track down the robbers.").events
        if event.type == "agree"
    )
    assert event.targets == ()


def test_him_is_the_object_of_the_verb_beside(read: Read) -> None:
    text = "Piet Lund said the gang might take Omari Chuo to Moroni or even harm him."
    event = next(event for event in read(text).events if event.citation.words == "harm")
    assert [each.name for each in event.targets] == ["Omari Chuo"]


WORDS = [
    "Omari Chuo attacked a county judge over her verdict.",
    "Bell attacked Chuo, calling his plan a farce.",
]


@pytest.mark.parametrize("text", WORDS)
def test_an_attack_in_words_is_an_accusation(read: Read, text) -> None:
    assert [event.type for event in read(text).events if event.citation.words == "attacked"] == [
        "accuse"
    ]


def test_an_attack_with_a_knife_is_one(read: Read) -> None:
    text = "Omari Chuo attacked a judge with a knife in Lamu."
    assert [event.type for event in read(text).events] == ["assault"]


def test_who_heads_somewhere_meets_there(read: Read) -> None:
    text = "Chad is preparing a ban as Foreign Minister Ann Bell heads to Oslo to meet the Kenyan envoy."
    event = next(event for event in read(text).events if event.citation.words == "meet")
    assert [each.name for each in event.sources] == ["Ann Bell"]

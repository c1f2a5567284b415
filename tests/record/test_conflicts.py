"""Who did it to whom, told both ways, is a conflict; blows that were exchanged are none."""

from types import SimpleNamespace

import pytest

from secondsource.record.number_conflicts import of_other_years

COLLISION = "A Chadian police boat and a Kenyan coast guard launch collided on Saturday, 10 May."
ONE = "The Chadian boat had rammed the launch near the pier, the owner said."
OTHER = (
    "A Kenyan coast guard launch struck a patrol boat of the Chadian police on Saturday, 10 May."
)

WAR = [
    ("Kenya attacked Chad on Saturday, 10 May.", "Chad attacked Kenya on Saturday, 10 May."),
    (ONE, "The Chadian tug hit the Kenyan ferry on the lake."),
]


def kinds(story):
    return [conflict.kind for conflict in story.conflicts]


def test_opposite_roles_in_one_happening(record):
    story = record((COLLISION, "2031-05-11"), (ONE, "2031-05-11"), (OTHER, "2031-05-11"))
    assert "participants" in kinds(story)


@pytest.mark.parametrize(("one", "two"), WAR)
def test_no_conflict_of_participants(record, one, two):
    assert "participants" not in kinds(record((one, "2031-05-11"), (two, "2031-05-11")))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Kenya has more than 100,000 troops there.", "Kenya has about 100,000 troops there."),
        ("Kenya has 50 ships there.", "Kenya has about 53 ships there."),
    ],
)
def test_numbers_that_can_both_hold(record, one, two):
    assert "number" not in kinds(record((one, "2031-05-11"), (two, "2031-05-11")))


def test_how_many_were_arrested_at_one_time(record):
    """Three by one paper and four by the other: one event, and the numbers quarrel."""
    one = (
        "Fans threw stones at the mayor's car in Mombasa. Three people were arrested, police said."
    )
    two = "Police said four people were detained after youths stoned the car of the mayor."
    story = record((one, "2031-05-11"), (two, "2031-05-11"))
    arrests = [event for event in story.events if event.mode == "arrest"]
    assert [len(event.mentions) for event in arrests] == [2]
    assert "number" in kinds(story)


NO_TOLLS_OF_ONE = [
    (
        "A lake fever of 1921 killed 40 people in Kenya.",
        "Doctors in Mombasa say that 12 people have died of the lake fever in Kenya.",
        "the older fever is another one, though its year is no day",
    ),
    (
        "Malaria kills 9,000 people in Kenya in a usual year.",
        "Doctors in Mombasa say that 12 people have died of the lake fever in Kenya.",
        "ninety times as many are not the same dead",
    ),
    (
        "Nurses treat a 26-year-old who came home from the lake on Saturday with the fever.",
        "The fever came with a 47-year-old who came home from the lake on Saturday, nurses said.",
        "two patients without a name are two",
    ),
    (
        "Doctors in Mombasa say that 31 people have died of the lake fever in Kenya.",
        "Doctors in Mombasa say that 12 people are known to have died of the lake fever in Kenya.",
        "those of whom it is known are fewer",
    ),
    (
        "Doctors in Mombasa say that the lake fever in Kenya has brought 31 deaths.",
        "New tests lower the number of confirmed deaths of the lake fever in Kenya, doctors in Mombasa say, to 12 deaths.",
        "those who were tested are fewer",
    ),
]


YEARS = [
    ("a 2027 fire that killed 15", "a fire that killed 15", True, "the other is of this year"),
    (
        "a fire of 2027 at the mill, which killed 15",
        "in 2027 it killed 15",
        False,
        "both are of 2027",
    ),
    ("a 2031 fire that killed 15", "a fire that killed 15", False, "both are of this year"),
    ("a fire that killed 15 after one of 2027", "a fire that killed 15", False, "told behind it"),
    ("the mill was built in 2027; the fire killed 15", "it killed 15", False, "of another clause"),
]


@pytest.mark.parametrize(("one", "two", "other", "why"), YEARS)
def test_the_year_before_a_number(one, two, other, why):
    points = [
        SimpleNamespace(
            sentence=SimpleNamespace(words=words, start=100),
            start=100 + words.index("15"),
            as_of="2031-05-11",
        )
        for words in (one, two)
    ]
    assert of_other_years(*points) is other, why


@pytest.mark.parametrize(("one", "two", "why"), NO_TOLLS_OF_ONE)
def test_numbers_of_two_things_do_not_quarrel(record, one, two, why):
    assert "number" not in kinds(record((one, "2031-05-11"), (two, "2031-05-12"))), why


def test_a_toll_that_falls_still_quarrels(record):
    story = record(
        ("The ministry put the dead of the lake fever in Kenya at 31.", "2031-05-11"),
        (
            "Doctors in Mombasa say that 12 people have died of the lake fever in Kenya.",
            "2031-05-12",
        ),
    )
    assert "number" in kinds(story)


BESIDE = (
    " The rain had begun at dawn. Children watched from the wall of the old fort, and the market stayed closed.",
    " Divers from Chad came with old tugs. Nobody at the quay wanted to talk about next week's election.",
)
"""What else two reports tell, so that neither is a copy of the other."""

OF_TWO_THINGS = [
    (
        "Omari Chuo won 14 delegates of Kilifi at the convention in Nairobi on Friday, the party said.",
        "Omari Chuo: Kilifi chose nine of its 29 delegates at the convention in Nairobi on Friday, the party said.",
        "the whole of which a part is told",
    ),
    (
        "Doctors in Mombasa said 40 suspected cases of lake fever were found in Kenya on Friday.",
        "Doctors in Mombasa said 12 confirmed cases of lake fever were found in Kenya on Friday.",
        "suspected and confirmed",
    ),
    (
        "The tug drifted 20 miles off the coast of Mombasa on Friday when its engine blew up.",
        "Oil from the tug was found on Friday along 50 miles of the coast of Mombasa.",
        "two distances",
    ),
    (
        "Five schools in Tanga were closed by the lake fever on Friday, three of them near the port.",
        "Three schools in Tanga were closed by the lake fever on Friday, the mayor said.",
        "who tells both knows them for two",
    ),
    (
        "The ferry line was downgraded by six notches on Friday by raters in Nairobi.",
        "The ferry line was downgraded on Friday by raters in Nairobi to two notches above junk.",
        "how far down, and to where",
    ),
]


@pytest.mark.parametrize(("one", "two", "why"), OF_TWO_THINGS)
def test_numbers_of_one_day_and_of_two_things(record, one, two, why):
    story = record((one + BESIDE[0], "2031-05-11"), (two + BESIDE[1], "2031-05-13"))
    assert "number" not in kinds(story), why


def test_two_counts_of_one_thing_and_day(record):
    one = "About 210 pupils of Amani School in Tanga fell ill with fever on Friday, doctors say."
    two = (
        "Nurses counted at noon: on Friday 75 pupils fell ill with fever at Amani School in Tanga."
    )
    story = record((one + BESIDE[0], "2031-05-11"), (two + BESIDE[1], "2031-05-11"))
    assert "number" in kinds(story)


@pytest.mark.parametrize(
    ("one", "two", "quarrel"),
    [
        ("we do not apologise for the harbour", "we don't apologize for the harbor", False),
        ("we do not apologise for the harbour", "we do not apologise for the bridge", True),
        (
            "we paid 20bn shillings for the harbour",
            "we paid 20 billion shillings for the harbour",
            False,
        ),
        ("all of the U.S. knows the fine harbour", "all of the US knows the fine harbour", False),
        ("we will open the harbour", "we may open the harbour", True),
        ("we did not open the harbour", "we did open the harbour", True),
        ("we opened the dangerous harbour", "we opened the harbour", True),
        # Articles, prepositions and forms say nothing else, nor does a name in short, or a number in figures.
        ("we opened this harbour in spring", "we opened the harbour in the spring", False),
        ("we thank the Lake Council for the harbour", "we thank the LC for the harbour", False),
        ("we opened the eleven berths", "we opened the 11 berths", False),
        (
            "we said it's open at 6 p.m. in the harbour",
            "we said it 's open at 6:00 p.m. in the harbour",
            False,
        ),
        # What is only said twice is said once as well.
        (
            "if they ask, if they ask us, we open the harbour",
            "if they ask us, we open the harbour",
            False,
        ),
        # Two remarks in like words, rather than one that was altered.
        ("we opened the harbour in spring", "we finished the bridge in spring", False),
    ],
)
def test_wordings_that_are_only_written_otherwise(record, one, two, quarrel):
    text = "“In this town, {} that was built by our fathers,” Omari Chuo told reporters on Friday."
    story = record((text.format(one), "2031-05-11"), (text.format(two), "2031-05-11"))
    assert ("wording" in kinds(story)) is quarrel


DONE_ELSEWHERE = [
    (
        "The Red Cross has been providing food aid in Mombasa.",
        "Many families in the hills are not receiving any aid.",
        "much is given to many",
    ),
    (
        "Oxfam has been distributing water and blankets in the camps of Tanga.",
        "Broken roads have prevented the distribution of water and tents.",
        "a thing alone is no deed",
    ),
    (
        "Trucks delivering supplies were given an escort by the army.",
        "The port has failed to deliver supplies to the hills.",
        "nor is a thing that goes to many",
    ),
    (
        "Ann Bell sent soldiers to Tanga on Friday.",
        "Ann Bell has not yet sent soldiers to Tanga.",
        "what was not done yet can be done later",
    ),
]


@pytest.mark.parametrize(("one", "two", "why"), DONE_ELSEWHERE)
def test_no_conflict_of_what_is_done_all_the_time(record, one, two, why):
    assert "polarity" not in kinds(record((one, "2031-05-11"), (two, "2031-05-13"))), why


def test_one_deed_told_both_ways(record):
    one = "Police arrested Omari Chuo in Mombasa on Friday, his lawyer said."
    two = "Police did not arrest Omari Chuo in Mombasa on Friday, a spokesman said."
    assert "polarity" in kinds(record((one, "2031-05-11"), (two, "2031-05-11")))


def test_a_deed_of_nobody_known_told_both_ways_of_one_day(record):
    one = "Guards fired shots at the crowd in Tanga on Friday, witnesses said."
    two = "Guards fired no shots at the crowd in Tanga on Friday, the governor said."
    assert "polarity" in kinds(record((one, "2031-05-11"), (two, "2031-05-11")))


@pytest.mark.parametrize(
    ("other", "quarrel", "why"),
    [
        ("Energy Minister Omari Chuo opened the dam.", True, "both give him his whole name"),
        ("Energy Minister Chuo opened the dam.", False, "another of his name may be meant"),
    ],
)
def test_two_offices_of_one_name(record, other, quarrel, why):
    text = "Interior Minister Omari Chuo spoke in Nairobi."
    story = record((text, "2031-05-11"), (other + " Omari Chuo smiled.", "2031-05-11"))
    assert ("role" in kinds(story)) is quarrel, why

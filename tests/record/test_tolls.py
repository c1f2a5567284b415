"""Tolls: a count of the dead grows from report to report, of one place and one group."""

import pytest

FILLER = (
    " Cooks from the fort handed out soup to the neighbours at night.",
    " A judge from Chad walked past the market with two goats.",
)
"""What else two reports tell, so that neither is a copy of the other."""


def moves(record, *reports):
    """What the series of a record say that changed: the words before and after."""
    told = [(text + FILLER[n], day) for n, (text, day) in enumerate(reports)]
    return [
        (change.was, change.became) for series in record(*told).series for change in series.changes
    ]


ONE_TOLL = [
    (
        (
            "The ferry fire off Mombasa on May 3 killed at least 61 passengers, divers said.",
            "2031-05-04",
        ),
        (
            "The ferry fire off Mombasa on May 3 killed 74 passengers, divers said.",
            "2031-05-20",
        ),
        [("at least 61", "74")],
        "both are of the day of the fire, and the second was told later",
    ),
    (
        ("The ferry fire off Mombasa killed 74 passengers, divers said.", "2031-05-04"),
        ("The ferry fire off Mombasa killed more than 40 passengers, divers said.", "2031-05-06"),
        [],
        "more than 40 are told where 74 had been counted",
    ),
    (
        ("The ferry fire off Mombasa killed 14 passengers, divers said.", "2031-05-04"),
        ("The ferry fire off Mombasa killed scores of passengers, divers said.", "2031-05-06"),
        [],
        "scores is no number",
    ),
    (
        ("The ferry fire off Mombasa killed 74 passengers, divers said.", "2031-05-04"),
        ("The ferry fire off Mombasa killed 61 passengers, divers said.", "2031-05-20"),
        [],
        "a toll does not fall of itself",
    ),
    (
        ("The ferry fire off Mombasa killed 74 passengers, divers said.", "2031-05-04"),
        (
            "Divers lowered the count: the ferry fire off Mombasa killed 61 passengers.",
            "2031-05-20",
        ),
        [("74", "61")],
        "but it is put right",
    ),
    (
        ("The fires in Mombasa, Kenya, killed 34 guards on Friday, divers said.", "2031-05-04"),
        (
            "The fires in Mombasa, Kenya, and Lagos, Nigeria, killed 61 guards on Friday, divers said.",
            "2031-05-06",
        ),
        [],
        "of one town and of both",
    ),
    (
        ("The fire in Mombasa killed 34 guards, including 11 Danes.", "2031-05-04"),
        ("The fire in Mombasa killed 34 guards, 16 of them from the fort.", "2031-05-06"),
        [],
        "parts of the dead are not one part",
    ),
    (
        ("The fire in the Mombasa mill killed 12 Danes, the mayor said.", "2031-05-04"),
        ("The fire in the Mombasa mill killed 31 people, the mayor said.", "2031-05-06"),
        [],
        "the Danes and all the dead",
    ),
]


@pytest.mark.parametrize(
    ("first", "later", "expected", "why"), ONE_TOLL, ids=[case[3] for case in ONE_TOLL]
)
def test_a_toll_grows_in_the_order_in_which_it_was_told(record, first, later, expected, why):
    assert moves(record, first, later) == expected, why


def test_the_house_of_a_land_abroad_is_not_in_that_land(record):
    first = ("A fire at the Danish embassy in Mombasa killed at least 11 guards.", "2031-05-04")
    later = (
        "A fire at the embassy of Denmark in Mombasa killed 19 guards, the mayor said.",
        "2031-05-06",
    )
    assert moves(record, first, later) == [("at least 11", "19")]


def test_an_older_toll_is_another_series(record):
    text = "The mill fire killed 31 people in Mombasa. In 1994 a mill fire killed 58 people in Mombasa."
    tolls = [
        sorted(point.low for point in series.points)
        for series in record((text, "2031-05-06")).series
    ]
    assert sorted(tolls) == [[31], [58]]


def numbers_quarrel(record, first, later):
    story = record((first[0] + FILLER[0], first[1]), (later[0] + FILLER[1], later[1]))
    return any(conflict.kind == "number" for conflict in story.conflicts)


QUARRELS = [
    (
        "On Friday the mill fire in Mombasa killed 41 guards of the fort.",
        "Divers had it that 26 guards of the fort were killed by the mill fire in Mombasa on Friday.",
        "2031-05-10",
        True,
        "told on one day of one thing",
    ),
    (
        "On Friday the mill fire in Mombasa killed 26 guards of the fort.",
        "Divers had it that 41 guards of the fort were killed by the mill fire in Mombasa on Friday.",
        "2031-05-12",
        False,
        "told later and higher: it has grown",
    ),
    (
        "On Friday the mill fire in Mombasa, Kenya, killed six guards of the fort.",
        "Divers had it that 20 guards of the fort were killed by the mill fires in Mombasa, Kenya, and Lagos, Nigeria, on Friday.",
        "2031-05-10",
        False,
        "of one town and of both",
    ),
    (
        "On Friday the mill fire in Mombasa killed six guards of the fort.",
        "Divers had it that dozens of guards of the fort were killed by the mill fire in Mombasa on Friday.",
        "2031-05-10",
        False,
        "dozens is no number",
    ),
]


@pytest.mark.parametrize(
    ("first", "later", "day", "quarrel", "why"), QUARRELS, ids=[case[4] for case in QUARRELS]
)
def test_tolls_that_quarrel(record, first, later, day, quarrel, why):
    assert numbers_quarrel(record, (first, "2031-05-10"), (later, day)) is quarrel, why


TOLD_AGAIN = [
    (
        "Three clerks died when a shop in Mombasa went up in flames during a march on Friday.",
        "A petrol bomb thrown at a shop during the march killed three people, a guard said.",
        1,
        "one number, and the shop and the march in both",
    ),
    (
        "Three clerks died when a shop in Mombasa went up in flames on Friday.",
        "Three clerks died when a shop in Kisumu went up in flames on Friday.",
        2,
        "other towns",
    ),
    (
        "Three clerks died when a shop in Mombasa went up in flames on Friday.",
        "A lorry crash killed three people, a guard said.",
        2,
        "nothing else in common",
    ),
    (
        "A petrol bomb thrown at a shop during the march killed two nurses and a cook.",
        "A petrol bomb thrown at a shop during the march killed two people, a guard said.",
        2,
        "two of the three are not the two",
    ),
]


@pytest.mark.parametrize(("one", "two", "claims", "why"), TOLD_AGAIN)
def test_a_toll_in_other_words_is_one_claim(record, one, two, claims, why):
    story = record((one + FILLER[0], "2031-05-12"), (two + FILLER[1], "2031-05-13"))
    told = [claim for claim in story.claims if claim.kind == "figure"]
    assert (
        len([claim for claim in told if "killed" in claim.words or "died" in claim.words]) == claims
    ), why


def test_summands_quarrel_with_no_sum(record):
    reports = (
        "A petrol bomb thrown at a shop in Mombasa during the march on Friday killed three clerks.",
        "A petrol bomb thrown at a shop in Mombasa during the march on Friday killed two nurses and a cook.",
    )
    story = record(*((text + FILLER[n], "2031-05-12") for n, text in enumerate(reports)))
    assert not story.conflicts

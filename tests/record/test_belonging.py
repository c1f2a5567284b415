"""Whose people are, and which bodies may be one or a part of each other."""

import pytest

from secondsource.record.belonging import bodies_above, needs_a_body
from secondsource.record.parties import key_of, may_be_related


@pytest.mark.parametrize(
    ("one", "two", "least", "why"),
    [
        (
            "Ann Bell, the chief executive of Lake Ferries, said on Monday that 14 sailors had died on the ferry Amani.",
            "On the ferry Amani 14 sailors died, according to Lake Ferries, which had searched all night.",
            1,
            "she speaks for it by an apposition",
        ),
        (
            "Fisheries Secretary Ann Bell said on Monday that 14 sailors had died on the ferry Amani.",
            "On the ferry Amani 14 sailors died, according to the Fisheries Department, which had searched all night.",
            1,
            "the department that she heads",
        ),
        (
            "The Coast Guard said on Monday that Lake Ferries had said 14 sailors died on the ferry Amani.",
            "The Coast Guard said on Monday that 14 sailors had died on the ferry Amani.",
            1,
            "heard through the other",
        ),
        (
            "A panel said on Monday that 14 sailors had died on the ferry Amani.",
            "On the ferry Amani 14 sailors died, according to Lake Ferries, which had searched all night.",
            1,
            "which panel is not known",
        ),
        (
            "The Coast Guard said on Monday it was shameful that 14 sailors had died on the ferry Amani.",
            "On the ferry Amani 14 sailors died, according to Lake Ferries, which had searched all night.",
            1,
            "one only speaks of it",
        ),
        (
            "The Coast Guard said on Monday that 14 sailors had died on the ferry Amani.",
            "On the ferry Amani 14 sailors died, according to the Kenya Red Cross, which had searched all night.",
            2,
            "two bodies",
        ),
    ],
)
def test_one_source_or_two(record, one, two, least, why):
    made = record((one, "2031-05-12"), (two, "2031-05-12"))
    claims = [
        c for c in made.claims if len({r.article for r in c.reports}) == 2 and c.kind == "figure"
    ]
    assert claims, made.claims
    assert {claim.standing.independent for claim in claims} == {least}, (why, claims, made.voices)


@pytest.mark.parametrize(
    ("one", "two", "related"),
    [
        ("Coast Guard", "U.S. Coast Guard", True),
        ("Lake Ferries", "Lake Ferries plc", True),
        ("Lake Ferries", "LF", True),
        ("Department of Fisheries", "Fisheries Ministry", True),
        ("Coast Guard Rear Adm.", "Coast Guard", True),
        ("Kenyan Coast Guard", "Chadian Coast Guard", False),
        ("Coast Guard", "Coast Radio", False),
        ("US Embassy", "American Embassy", True),
        ("Kenyan Embassy", "Chadian Embassy", False),
        ("Kenya", "Kenyan government", True),
        ("the government", "Coast Guard", True),
        ("Kenyan government", "Chadian Coast Guard", False),
        ("United States", "Kenyan Navy", False),
        ("United States", "U.S. Navy", True),
    ],
)
def test_related_names(one, two, related):
    assert may_be_related(key_of(one), key_of(two)) is related


def test_agencies_stand_under_their_departments():
    assert "commerce department" in bodies_above(key_of("NOAA"))
    assert bodies_above(key_of("House Fisheries Committee")) == {"house"}
    assert bodies_above(key_of("White House")) == frozenset()


@pytest.mark.parametrize(
    ("called", "needs"), [("chief executive", True), ("spokesman", True), ("resident", False)]
)
def test_offices_need_a_body(called, needs):
    assert needs_a_body([called]) is needs

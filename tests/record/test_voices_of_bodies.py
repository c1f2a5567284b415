"""One body under a longer and a shorter name is not two sources."""

import msgspec
import pytest

from secondsource.model.actor import StoryVoice
from secondsource.model.claim import Report
from secondsource.model.text import Reference
from secondsource.record.belonging import bodies_above
from secondsource.record.doubles import bodies_named_shorter
from secondsource.record.parties import key_of
from secondsource.record.standing import voices_that_may_be_same


@pytest.mark.parametrize(
    ("one", "two", "least", "why"),
    [
        (
            "The Fisheries Committee said on Monday that 14 sailors had died on the ferry Amani.",
            "On the ferry Amani 14 sailors died, according to the House Fisheries Committee, which had searched all night.",
            1,
            "the same body, called shorter",
        ),
        (
            "The Coast Guard said on Monday that 14 sailors had died on the ferry Amani.",
            "On the ferry Amani 14 sailors died, according to the Kenya Red Cross, which had searched all night.",
            2,
            "two bodies",
        ),
        (
            "Rehema Juma said on Monday that 14 sailors had died on the ferry Amani.",
            "On the ferry Amani 14 sailors died, according to the Juma Foundation, which had searched all night.",
            1,
            "what bears her surname may be her own",
        ),
    ],
)
def test_bodies(record, one, two, least, why):
    made = record((one, "2031-05-12"), (two, "2031-05-12"))
    claims = [
        c for c in made.claims if len({r.article for r in c.reports}) == 2 and c.kind == "figure"
    ]
    assert claims, made.claims
    assert {claim.standing.independent for claim in claims} == {least}, why


def voice(party: str | None) -> StoryVoice:
    return StoryVoice(
        id=str(party),
        name=str(party),
        kind="named",
        description=None,
        affiliation=None,
        party=party,
    )


@pytest.mark.parametrize(
    ("one", "two", "maybe", "why"),
    [
        ("U.S. Fisheries Committee", "Fisheries Committee", True, "the country left out"),
        ("House Fisheries Committee", "Fisheries Committee", True, "the chamber left out"),
        ("House Fisheries Committee", "Senate Fisheries Committee", False, "another chamber"),
        ("Kenyan Coast Guard", "Chadian Coast Guard", False, "another country"),
        ("Coast Guard", "Coast Radio", False, "another body"),
        ("Fisheries Committee", None, False, "nobody's"),
    ],
)
def test_shorter_names(one, two, maybe, why):
    assert bool(list(bodies_named_shorter([voice(one), voice(two)]))) is maybe, why


def test_a_body_of_a_land_is_not_the_land(record):
    """Of the same words two lands' bodies are two, and one body in British and American spelling is one."""
    story = record(
        ("Kenya's weather bureau said on Monday that 40 dams were full.", "2031-05-10"),
        ("Chad's weather bureau said on Monday that 12 wells were dry.", "2031-05-10"),
    )
    assert {"Kenya's weather bureau", "Chad's weather bureau"} <= {
        voice.name for voice in story.voices
    }
    story = record(
        ("The Lake Rescue Organisation said on Monday that 40 boats were lost.", "2031-05-10"),
        ("The Lake Rescue Organization said on Monday that 40 boats were lost.", "2031-05-10"),
    )
    assert len({voice.id for voice in story.voices if "Rescue" in voice.name}) == 1


@pytest.mark.parametrize(
    ("person", "body", "kind", "tied", "why"),
    [
        ("Rehema Juma", "Juma Foundation", "named", True, "it may be her own"),
        ("Rehema Juma", "Chuo Foundation", "named", False, "another's"),
        ("Juma", "Juma Foundation", "named", False, "a bare word may be anybody"),
        ("Juma Foundation", "Chuo Foundation", "named", False, "two bodies of one kind"),
        ("an aide of Juma", "Juma Foundation", "anonymous", False, "he has no name"),
    ],
)
def test_a_body_that_bears_a_surname(person, body, kind, tied, why):
    one, two = (
        msgspec.structs.replace(voice(name), kind=of, bodies=bodies)
        for name, of, bodies in (
            (person, kind, (person.lower(),) if "Foundation" in person else ()),
            (body, "named", (body.lower(),)),
        )
    )
    reports = [
        Report(
            article=each.id,
            start=0,
            end=4,
            words="died",
            part="text",
            newsroom=Reference(id=each.id, name=each.id),
            voice=Reference(id=each.id, name=each.name),
        )
        for each in (one, two)
    ]
    maybe = voices_that_may_be_same(reports, {one.id: one, two.id: two})
    assert (two.id in maybe[one.id]) is tied, why


@pytest.mark.parametrize(
    ("agency", "land"),
    [("Korean Central News Agency", "north korea"), ("Xinhua", "china"), ("TASS", "russia")],
)
def test_the_news_agency_of_a_state_is_its_voice(agency, land):
    assert land in bodies_above(key_of(agency))
    assert not bodies_above(key_of("Reuters"))

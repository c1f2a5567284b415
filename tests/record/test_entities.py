"""Who is the same across reports: bare surnames, and bodies that are spelled in other ways."""

import dataclasses

import pytest

from secondsource.model.mention import Mention
from secondsource.model.text import Citation
from secondsource.record.entities import Entity, same_entities
from secondsource.record.groups import groups_of

DAY = "2031-05-10"


def names(record, *texts):
    story = record(*((text, DAY) for text in texts))
    return [set(actor.names) for actor in story.actors]


def test_a_bare_surname_with_a_title_is_the_one_who_bears_it(record):
    found = names(
        record,
        "President Omari Chuo spoke in Nairobi on Monday. Bea Chuo, a singer, was there.",
        "President Chuo spoke in Nairobi on Monday.",
    )
    assert any({"Omari Chuo", "Chuo"} <= each and "Bea Chuo" not in each for each in found), found


def test_a_bare_surname_that_two_bear_stays_apart(record):
    found = names(
        record,
        "Omari Chuo spoke in Nairobi on Monday. Bea Chuo, a singer, was there.",
        "Chuo spoke in Nairobi on Monday.",
    )
    assert not any({"Omari Chuo", "Bea Chuo"} <= each for each in found), found


def entity(name, kind, article, *titles):
    """An entity of one mention."""
    cited = Citation(start=0, end=len(name), words=name)
    mention = Mention(
        id=f"{article}-{name}",
        citation=cited,
        kind=kind,
        name=name,
        form="name",
        entity=f"{article}-{name}",
        titles=titles,
    )
    return Entity(mention.id, article, name, kind, (mention,), None, frozenset())


def is_one(*entities):
    same, _ = same_entities(sorted(entities, key=lambda each: each.id), ())
    return len(set(groups_of([each.id for each in entities], same).values())) == 1


def test_a_company_that_one_report_takes_for_a_person():
    assert is_one(entity("SONELA", "organization", "a"), entity("Sonela", "person", "b"))


def test_a_person_of_the_name_of_a_company_stays_a_person():
    company, person = entity("CHUO", "company", "a"), entity("Chuo", "person", "b")
    assert not is_one(company, person, entity("Omari Chuo", "person", "c"))
    assert not is_one(company, entity("Chuo", "person", "b", "President"))


def test_an_abbreviation_of_the_only_long_name():
    long = entity("Lake Region Rescue Office", "organization", "a")
    assert is_one(long, entity("LRRO", "organization", "b"))


def test_an_abbreviation_that_may_be_two_bodies_stays_apart():
    one = entity("Lake Region Rescue Office", "organization", "a")
    two = entity("Land Rights Research Organisation", "organization", "b")
    assert not is_one(one, entity("LRRO", "organization", "c"), two)


def test_a_surname_means_the_one_who_is_known_far_and_wide():
    known = [entity("Omari Chuo", "person", f"a{n}") for n in range(10)]
    other, bare = entity("Bea Chuo", "person", "b"), entity("Chuo", "person", "c")
    same, _ = same_entities([*known, other, bare], ())
    groups = groups_of([each.id for each in (*known, other, bare)], same)
    assert groups[bare.id] == groups[known[0].id] != groups[other.id]


def test_a_surname_in_a_report_that_names_another_bearer_stays_open():
    known = [entity("Omari Chuo", "person", f"a{n}") for n in range(10)]
    other, bare = entity("Bea Chuo", "person", "b"), entity("Chuo", "person", "b")
    same, unsure = same_entities([*known, other, bare], ())
    groups = groups_of([each.id for each in (*known, other, bare)], same)
    assert groups[bare.id] not in (groups[known[0].id], groups[other.id])
    assert any(bare.id in pair for pair in unsure)


SPELLINGS = [
    ("Han Sol Ri", "Han Sol-ri", True),
    ("Han Sol-ri", "Han Sol - ri", True),
    ("Han Sol Ri", "Han Sol-mi", False),
    ("Bob W. Verrick", "Robert Verrick", True),
    ("Rudy Verrick", "Rudolph W. Verrick", True),
]


@pytest.mark.parametrize(("one", "other", "same"), SPELLINGS)
def test_spellings_of_one_name(one, other, same):
    assert is_one(entity(one, "person", "a"), entity(other, "person", "b")) is same


def test_a_son_is_not_his_father_where_one_report_tells_them_apart():
    father, son = entity("Omari Chuo", "person", "a"), entity("Omari Chuo Jr.", "person", "a")
    assert not is_one(father, son)
    assert is_one(son, entity("Omari Chuo, Jr.", "person", "b"))
    assert not is_one(son, entity("Omari Chuo", "person", "b"), father)
    # A surname alone is the elder's.
    assert is_one(father, entity("Chuo", "person", "c"))
    assert not is_one(father, entity("Chuo", "person", "c"), son)


def test_a_mark_of_generation_alone_tells_nobody_apart():
    assert (
        is_one(
            entity("Omari Chuo", "person", "a"),
            entity("Omari Chuo Jr.", "person", "b"),
            entity("Asha Chuo", "person", "b"),
        )
        is False
    )
    same, _ = same_entities(
        [entity("Omari Chuo", "person", "a"), entity("Omari Chuo Jr.", "person", "b")], ()
    )
    assert len(same) == 1


def test_a_surname_that_one_report_takes_for_a_body_once():
    person, body = entity("Asha Verrick", "person", "a"), entity("Verrick", "organization", "b")
    assert is_one(person, body)
    assert not is_one(person, entity("Verrick", "company", "b"))
    assert not is_one(person, entity("VERRICK", "organization", "b"))


def test_a_party_its_people_and_what_is_theirs_are_one():
    party, people = entity("Harvest Party", "party", "a"), entity("Harvests", "party", "b")
    assert is_one(party, people, entity("Harvestic", "party", "c"))
    assert not is_one(party, entity("Christian Harvest Party", "party", "b"))
    assert not is_one(party, entity("Harvest", "company", "b"))


def test_a_party_goes_by_its_name(record):
    story = record(
        ("The Democratic Party sued the mayor. Democratic donors paid for it, she said.", DAY),
        ("Democrats said on Friday that the mayor had lied.", DAY),
        ("Democrats said on Monday that the bridge was safe.", DAY),
    )
    assert [actor.name for actor in story.actors if actor.kind == "party"] == ["Democratic Party"]


MINISTRIES = [
    ("Defense Ministry", "Kenya", "Defense Ministry", "Chad", False),
    ("Defense Ministry", "Kenya", "Kenyan Defense Ministry", None, True),
    ("Kenyan Ministry of Defence", None, "Defense Ministry", "Kenya", True),
    ("Ministry of Defense of Kenya", None, "Kenyan Defense Ministry", "Kenya", True),
    ("Coast Guard", "Chad", "Coast Guard", None, True),
    ("Kenyan government", "Kenya", "Chadian government", "Chad", False),
    ("Congress", "Chad", "Congress", "Kenya", True),
]


@pytest.mark.parametrize(("one", "of_one", "other", "of_other", "same"), MINISTRIES)
def test_whose_ministry_it_is(one, of_one, other, of_other, same):
    first, second = (
        dataclasses.replace(entity(name, "government", article), affiliation=land)
        for name, land, article in ((one, of_one, "a"), (other, of_other, "b"))
    )
    assert is_one(first, second) is same


def test_a_ministry_without_a_land_is_that_of_the_only_one():
    bare = entity("Defense Ministry", "government", "c")
    kenyan = entity("Kenyan Defense Ministry", "government", "a")
    chadian = entity("Chadian Defense Ministry", "government", "b")
    assert is_one(kenyan, bare)
    same, _ = same_entities([kenyan, chadian, bare], ())
    assert not same


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chad's Defense Ministry said on Monday it had sent trucks.", "Defense Ministry of Chad"),
        ("The Kenyan Defense Ministry said on Monday it had sent trucks.", "Kenyan Defense Ministry"),
        ("The Defense Ministry said on Monday it had sent trucks.", "Defense Ministry"),
    ],
)  # fmt: skip
def test_a_ministry_is_named_with_its_land(record, text, name):
    assert name in {actor.name for actor in record((text, DAY)).actors}

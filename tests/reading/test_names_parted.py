"""Names that a hyphen, "and", "Jr." or the capitals of a headline part or join, and whose a ministry is."""

import pytest

from secondsource.model.article import Article
from secondsource.reading.names.parted import shared_land, with_syllable
from secondsource.reading.names.words import Words


@pytest.fixture(scope="module")
def entities(reader):
    """`entities(text)`: the names of a clean body, each with the words of its mentions by name."""

    def found(text):
        reading = reader.read_article(Article(id="invented", address="", text=text, language="en"))
        by_id: dict[str, tuple[str, list[str]]] = {}
        for mention in reading.mentions:
            if mention.citation.words[:1].isupper():
                by_id.setdefault(mention.entity, (mention.name, []))[1].append(
                    mention.citation.words
                )
        return dict(by_id.values())

    return found


# A text, a name that it holds, the mentions of its bearer, a name that it must not hold.
TEXTS = [
    (
        "Mayor Omar Harlow met his aides. Also there was his son, Omar Harlow Jr. Harlow said nothing.",
        "Omar Harlow",
        ["Omar Harlow", "Harlow"],
        None,
    ),
    (
        "Harlow met his aides on Friday. Also there was his son, Omar Harlow Jr. Harlow said nothing.",
        "Harlow",
        ["Harlow", "Harlow"],
        None,
    ),
    (
        "Thomas Verrick Jr. opened the school on Friday. Verrick said that it was late.",
        "Thomas Verrick Jr.",
        ["Thomas Verrick Jr.", "Verrick"],
        "Verrick",
    ),
    (
        "The Tom Blunt-era plan was not discussed, farmers said.",
        "Tom Blunt",
        ["Tom Blunt"],
        "Tom Blunt-era",
    ),
    (
        "North and South Korea agreed on Friday to end the war. The North wants aid, farmers said.",
        "North Korea",
        ["North", "North"],
        "North and South Korea",
    ),
    (
        '"Ann Verrick Papers just out," Tom Reed wrote. The papers are those of the chief of police.',
        "Ann Verrick",
        ["Ann Verrick"],
        "Ann Verrick Papers",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "mentions", "absent"), TEXTS)
def test_whose_name_it_is(entities, text, name, mentions, absent):
    found = entities(text)
    assert found.get(name) == mentions, found
    assert absent not in found


SYLLABLES = [
    ("Han Sol-ri spoke.", 4),
    ("Han Sol - ri spoke.", 4),
    ("Han Sol -ri spoke.", 2),
    ("Han Sol-led talks failed.", 2),
    ("Omar Verrick-un spoke.", 2),
    ("Han Sol spoke.", 2),
]


@pytest.mark.parametrize(("text", "end"), SYLLABLES)
def test_third_syllable(reader, text, end):
    assert with_syllable(Words.of(reader.pipeline(text), text), 0, 2) == end


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("North and South Korea met.", "North Korea"),
        ("South and North Korea met.", "South Korea"),
        ("North and South Carolina met.", None),
        ("North and East Korea met.", None),
    ],
)
def test_land_that_two_share(reader, text, land):
    assert shared_land(Words.of(reader.pipeline(text), text), 1) == land


def test_a_quarter_of_the_sky_is_no_land(entities):
    found = entities("Rain fell in the North on Friday, and South Africa had none, farmers said.")
    assert "North Korea" not in found
    assert "South Korea" not in found


MINISTRIES = [
    ("SANTIAGO, Chile (AP)", "The Defense Ministry said on Friday that no boat was lost.", "Chile"),
    ("SANTIAGO (AP)", "The Defense Ministry said on Friday that no boat was lost.", "Chile"),
    ("SANTIAGO (AP)", "In Peru the Defense Ministry said that no boat was lost.", None),
    ("WASHINGTON", "The Defense Ministry said on Friday that no boat was lost.", None),
    (None, "The Defense Ministry said on Friday that no boat was lost.", None),
]  # fmt: skip


@pytest.mark.parametrize(("dateline", "text", "land"), MINISTRIES)
def test_ministry_of_the_land_that_is_written_from(reader, dateline, text, land):
    article = Article(id="invented", address="", text=text, language="en", dateline=dateline)
    mentions = reader.read_article(article).mentions
    assert [m.affiliation for m in mentions if m.name.endswith("Ministry")] == [land]


@pytest.mark.parametrize(
    "line",
    [
        "TORVIK | Tue Apr 28, 2026 9:03 pm BST TORVIK (LNA) - Tests show that it is new, farmers say.",
        "TORVIK (LNA) - Tests show that it is new, farmers say.",
    ],
)
def test_the_town_that_is_written_from_is_nobody(entities, line):
    assert not [name for name in entities(line) if "TORVIK" in name]


KIN = [
    # text, verb, who does it, why
    (
        "Six-year-old Lio Marrat was found at sea. Lio lives with an uncle. Lio goes to school, and Lio likes it. His father, Juan "
        "Marrat, wants him back. Marrat visited Oslo on Monday.",
        "visited",
        "Juan Marrat",
        "who is called by his first name is not meant by the surname",
    ),
    (
        "Ann Bell won the vote. Bell thanked the voters. Her husband, Piet Bell, wept. Bell visited Chad on Monday.",
        "visited",
        "Ann Bell",
        "kin named in passing are not who the report is about",
    ),
]


@pytest.mark.parametrize(("text", "verb", "who", "why"), KIN)
def test_the_surname_of_a_family(read, text, verb, who, why) -> None:
    event = next(event for event in read(text).events if event.citation.words == verb)
    assert [doer.name for doer in event.sources] == [who], why

"""Places: what they resolve to, how exactly, and what is no place."""

from collections.abc import Callable

import pytest

from secondsource.model.mention import Place
from secondsource.model.reading import Reading

Read = Callable[..., Reading]

RESOLVED = [
    # words, name, country, precision, text, why
    ("Kiev", "Kyiv", "UA", "city", "Thousands marched in Kiev on Friday.", "an older spelling"),
    (
        "Paris",
        "Paris",
        "US",
        "city",
        "A fire broke out in Paris, Texas, on Friday.",
        "its state stands beside it",
    ),
    (
        "Paris",
        "Paris",
        "FR",
        "city",
        "Shops reopened in Paris on Friday.",
        "the largest when nothing else is said",
    ),
    (
        "western New York",
        "western New York",
        "US",
        "region",
        "A school burned down in western New York on Friday.",
        "a state has a west, its town has not",
    ),
    (
        "Washington",
        "Washington",
        "US",
        "region",
        "Fires spread in Washington state on Friday.",
        "it says so",
    ),
    (
        "New York",
        "New York City",
        "US",
        "city",
        "Shops reopened in New York on Friday.",
        "the town where nothing else is said",
    ),
    (
        "Fla.",
        "Florida",
        "US",
        "region",
        "The ship left Tampa, Fla., at dawn.",
        "a short form of a state",
    ),
    (
        "Black Sea",
        "Black Sea",
        None,
        "water",
        "A tanker sank in the Black Sea.",
        "a sea has no country",
    ),
    (
        "Africa",
        "Africa",
        None,
        "continent",
        "Rains failed across Africa.",
        "a continent has none either",
    ),
    (
        "Odesa",
        "Odesa",
        "UA",
        "near",
        "Drones fell near Odesa overnight.",
        "only the neighbourhood is meant",
    ),
    (
        "Donbas",
        "Donbas",
        "UA",
        "region",
        "Shelling went on in the Donbas.",
        "a region without a government",
    ),
    (
        "Odessa",
        "Odesa",
        "UA",
        "city",
        "Grain left Odessa in Ukraine on Friday.",
        "another spelling of a town",
    ),
    (
        "Berlin",
        "Berlin",
        "DE",
        "city",
        "U.S. envoys met in Berlin on Friday.",
        "the world is named beside the U.S.",
    ),
    ("NAIROBI", "Nairobi", "KE", "city", "NAIROBI — A bus overturned.", "the town of a dateline"),
    (
        "Xenia",
        "Xenia",
        "US",
        "city",
        "He grew up in the Ohio town of Xenia.",
        "a small town and its state",
    ),
    (
        "eastern Chad",
        "eastern Chad",
        "TD",
        "region",
        "Rain fell in eastern Chad.",
        "a part of a country",
    ),
    (
        "Lashkar Gah",
        "Lashkar Gah",
        "AF",
        "near",
        "It lay 20 miles south of Lashkar Gah.",
        "a distance from it",
    ),
    (
        "Chad",
        "border of Chad",
        "TD",
        "border",
        "Guards left Chad's border.",
        "a border of one country",
    ),
    (
        "Chadian border",
        "border of Chad",
        "TD",
        "border",
        "It stood at the Chadian border.",
        "by its people",
    ),
    (
        "Chad and Sudan",
        "border of Chad and Sudan",
        None,
        "border",
        "The border between Chad and Sudan shut.",
        "two sides",
    ),
    (
        "Guinea-Bissau",
        "Guinea-Bissau",
        "GW",
        "country",
        "Rain fell in Guinea-Bissau.",
        "the longest name counts",
    ),
    (
        "Lake Zyx",
        "Lake Zyx",
        None,
        None,
        "They fished in Lake Zyx near Dodoma.",
        "unknown, but its words are kept",
    ),
]


@pytest.mark.parametrize(("words", "name", "country", "precision", "text", "why"), RESOLVED)
def test_resolved(
    read: Read, words: str, name: str, country: str | None, precision: str, text: str, why: str
) -> None:
    found = {place.citation.words: place for place in read(text).places}
    assert words in found, why
    place = found[words]
    assert (place.name, place.country, place.precision) == (name, country, precision), why


def places(read: Read, text: str) -> list[Place]:
    return list(read(text).places)


@pytest.mark.parametrize("opening", ["From", "Of"])
def test_a_preposition_that_opens_a_text(read: Read, opening: str) -> None:
    found = places(read, f"{opening} South Korea nothing new was heard.")
    assert [(place.name, place.precision) for place in found] == [("South Korea", "country")]


@pytest.mark.parametrize("text", ["", " ", "\u202e\n\n", "A" * 3000, "In " * 500, "9" * 400])
def test_odd_input_is_no_error(read: Read, text: str) -> None:
    assert places(read, text) == [] or all(place.citation.words for place in places(read, text))


NO_PLACES = [
    ("Paris Hilton smiled at Jordan Spieth.", "parts of the names of people"),
    ("Moscow said on Friday that it agreed.", "capitals that stand for governments"),
    ("Russian and Chadian officials met.", "peoples are no places"),
    ("They met in March and again in May.", "months"),
    ("He fell ill with West Nile virus.", "an illness"),
]


@pytest.mark.parametrize(("text", "why"), NO_PLACES)
def test_no_place(read: Read, text: str, why: str) -> None:
    assert [place.citation.words for place in places(read, text)] == [], why


def test_words_are_those_of_the_text(read: Read) -> None:
    text = "The ferry left Dover, England, for Calais near the border of France and Belgium."
    for place in places(read, text):
        assert text[place.citation.start : place.citation.end] == place.citation.words


TOLD_BY_NEIGHBOURS = [
    ("Clinics in Kenya closed: Migori, Homa Bay and Kisii sent no numbers.", "Kisii", "a list"),
    ("Doctors in Sudan flew to Malakal on Monday.", "Malakal", "close to the country named"),
    ("She lives in Nakuru, Kenya. The Wajir camps filled up.", "Wajir", "before a site"),
    (
        "A judge of Lamar County Court in Paris, Texas, ruled.",
        "Lamar County",
        "seat of an authority",
    ),
]


@pytest.mark.parametrize(("text", "words", "why"), TOLD_BY_NEIGHBOURS)
def test_told_by_neighbours(read: Read, text: str, words: str, why: str) -> None:
    assert words in {place.citation.words for place in places(read, text)}, why


NOT_TOLD = [
    ("The Kenya government and the Labour Department agreed.", "countries and words as actors"),
    ("The Marburg virus spread; of those with Marburg, two died.", "an illness all through"),
    ("Mary Wanjiku and Joseph Wajir spoke in Kenya.", "a part of a longer name"),
]


@pytest.mark.parametrize(("text", "why"), NOT_TOLD)
def test_not_told(read: Read, text: str, why: str) -> None:
    assert {place.citation.words for place in places(read, text)} <= {"Kenya"}, why


@pytest.mark.parametrize(
    "text",
    [
        "X met Y in Z near W.",
        "\u200fThey met in \u200eNairobi\u200f near \u202bLamu\u202c.",
        "They met in Nairobi \u041d\u0430\u0439\u0440\u043e\u0431\u0438 \u0646\u064a\u0631\u0648\u0628\u064a.",
    ],
)
def test_one_letter_and_mixed_scripts(read: Read, text: str) -> None:
    for place in places(read, text):
        assert text[place.citation.start : place.citation.end] == place.citation.words

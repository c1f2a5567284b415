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


@pytest.mark.parametrize("text", ["", " ", "\u202e\n\n", "A" * 3000, "In " * 500, "9" * 400])
def test_odd_input_is_no_error(read: Read, text: str) -> None:
    assert places(read, text) == [] or all(place.citation.words for place in places(read, text))

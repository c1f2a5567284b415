"""Storms are nobody, ships are no people, and the time of a number that another is compared with is its own."""

import pytest

from secondsource import Reader

DAY = "2026-03-18"


@pytest.mark.parametrize(
    ("text", "people", "equipment"),
    [
        # a storm, and its name by itself
        ("Hurricane Odette killed 12 people. Odette weakened on Friday, forecasters said.", [], []),
        # a woman who bears the name of the storm is somebody
        (
            "Hurricane Odette hit Brask. Odette Marsh, a nurse, said roofs were lost.",
            ["Odette Marsh"],
            [],
        ),
        # ships behind the noun that tells their kind
        (
            "The trawler Mary Dunne sank on Friday, and the tanker Solveig was towed to port.",
            [],
            ["Mary Dunne", "Solveig"],
        ),
        # what stands behind such a noun may be a day or the rank of somebody
        ("Ministers boarded the ferry Monday, said Captain Ruiz.", ["Ruiz"], []),
    ],
)
def test_storms_and_ships(
    reader: Reader, text: str, people: list[str], equipment: list[str]
) -> None:
    mentions = reader.read(text, published=DAY, as_is=True).mentions
    told = {"person": people, "equipment": equipment}
    for kind, names in told.items():
        found = [m.citation.words for m in mentions if m.kind == kind and m.form == "name"]
        assert found == names, kind


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Unemployment rose to 6.1% from 5.8% a year earlier.", [None, "2025"]),
        (
            "The toll rose to 53 on Friday, compared with 50 on Thursday.",
            ["2026-03-13", "2026-03-12"],
        ),
        ("The festival drew 85,000 visitors, more than in 2019.", [None]),
        (
            "Profit fell to $40 million in March from $52 million in February.",
            ["2026-03", "2026-02"],
        ),
    ],
)
def test_the_time_of_what_is_compared(reader: Reader, text: str, days: list[str | None]) -> None:
    figures = reader.read(text, published=DAY, as_is=True).figures
    assert [figure.as_of for figure in figures] == days

"""Numbers of prose full of them: the last of a list, what only is expected, what came from what, and numbers that count nothing."""

from collections.abc import Callable

import pytest

from secondsource.model.reading import Reading

ROWS = [
    # What is expected to be there at all is not there yet; who is expected to do something is
    "Some 300 guests are expected at the wedding. | 300 guests projected",
    "About 200 delegates were expected to attend the talks. | 200 delegates projected",
    "More than 40 ships are expected in the bay next week. | 40 ships projected",
    "Two men are expected to be charged with arson. | 2 men measured",
    "Three ministers are expected to leave the cabinet. | 3 ministers measured",
    "As expected, 300 guests came. | 300 guests measured",
    # Calibres count nothing; lengths and depths do
    "Two 9mm pistols were found in the van. | 2 pistols measured",
    "Soldiers fired 155 mm shells at the village. | -",
    "A 76 mm gun stood on the deck. | -",
    "The snow was 76 mm deep. | 76 depth measured",
    "Some 40 mm of rain fell. | 40 rain measured",
    # A score before a crowd is one
    "The Falcons beat the Mariners 3-2 before 18,400 spectators at Eastgate. | 18400 spectators measured",
    "The board voted 7-2 to sell. | 7 votes measured; 2 votes measured",
    # A bare number that something came from has the unit and the noun of what it came to
    "The lake has shrunk to 60 square kilometres from 210 in 1990. | 60 area measured; 210 area measured",
    "The fleet has grown to 60 ships from 45 in 2010. | 60 ships measured; 45 ships measured",
    "The road goes 12 kilometres from 4 villages. | 12 distance measured; 4 villages measured",
    # The strength of a quake
    "The quake, of magnitude 5.9, struck near Lenz. | 5.9 magnitude measured",
    "A magnitude 6.4 quake hit the island. | 6.4 magnitude measured",
    # "One" as the last of several places
    "At least four people died in Sarn, two in Bel and one in Koster. | 4 killed measured; 2 killed measured; 1 killed measured",
    "Four people died in Sarn and one in ten is ill. | 4 killed measured; 0.1 people measured",
    # Other calendars, powers of ten, apostrophes between thousands: no count is made of them
    "It was the year 5784 of the Hebrew calendar. | -",
    "It was signed on 14 Ramadan 1445. | -",
    "The siege of 480 BC ended. | -",
    "A 1e999 dollar loan failed. | -",
    "It has 1'000'000 women. | -",
    "The army has 480 British men. | 480 men measured",
    "Some 1,204 Ramadan parcels came. | 1204 ramadan parcels measured",
    # "Another" owns nothing
    "Police held 30 men and another 12 on Monday. | 30 men measured; 12 men measured",
]


@pytest.mark.parametrize("row", ROWS)
def test_figures_in_lists(read: Callable[..., Reading], row: str) -> None:
    text, wanted = row.split(" | ")
    figures = read(text, "2023-05-10").figures
    assert all(figure.of != "another" for figure in figures)
    found = [
        f"{figure.low or figure.high:g} {figure.measured} {figure.nature}" for figure in figures
    ]
    assert found == ([] if wanted == "-" else wanted.split("; ")), text

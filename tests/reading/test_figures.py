"""Figures: the numbers of a text, with bounds, unit and what they count."""

from collections.abc import Callable

import pytest

from secondsource.lexicon import measures, units
from secondsource.model.reading import Reading

VALUES = [
    # text, then words, low, high, unit of each figure, why
    ("The port lost 42 cranes.", [("42", 42, 42, None)], "plain digits"),
    ("More than 3,500 sailors left.", [("More than 3,500", 3500, None, None)], "a lower bound"),
    ("As many as 90 trucks burned.", [("As many as 90", None, 90, None)], "an upper bound"),
    ("About 40 percent of voters stayed home.", [("About 40 percent", 40, 40, "percent")], "near"),
    ("They paid $12.5 million.", [("$12.5 million", 12_500_000, 12_500_000, "USD")], "money"),
    ("It cost 30 million rubles.", [("30 million rubles", 30e6, 30e6, "RUB")], "money after"),
    ("Half a million leaflets fell.", [("Half a million", 500_000, 500_000, None)], "half of"),
    ("Dozens of houses burned.", [("Dozens", 24, None, None)], "vague plural"),
    ("Tens of thousands of marchers came.", [("Tens of thousands", 10_000, None, None)], "vague"),
    ("They bought a dozen drones.", [("a dozen", 12, 12, None)], "a dozen"),
    ("Some 8 to 10 boats sank.", [("Some 8 to 10", 8, 10, None)], "a range"),
    ("The pipe is 7 1/2 miles long.", [("7 1/2 miles", 7.5, 7.5, "mile")], "a mixed fraction"),
    ("Forty-two miners were freed.", [("Forty-two", 42, 42, None)], "words"),
    ("Fuel rose to $98 a barrel.", [("$98 a barrel", 98, 98, "USD per barrel")], "a rate"),
]

NOTHING = [
    ("The Su-35 and the S-400 were shown.", "names of weapons"),
    ("Resolution 2231 was adopted in 2015.", "names and years"),
    ("The meeting is on Feb. 9 at 10:30.", "dates and clocks"),
    ("No one knew, and one of them left.", "one as a pronoun"),
    ("", "nothing at all"),
    ("1" * 400, "a code of 400 digits"),
]


@pytest.mark.parametrize(("text", "expected", "why"), VALUES)
def test_values(
    read: Callable[..., Reading],
    text: str,
    expected: list[tuple[str, float | None, float | None, str | None]],
    why: str,
) -> None:
    found = [(item.citation.words, item.low, item.high, item.unit) for item in read(text).figures]
    assert found == expected, why


@pytest.mark.parametrize(("text", "why"), NOTHING)
def test_no_figure(read: Callable[..., Reading], text: str, why: str) -> None:
    assert [item.citation.words for item in read(text).figures] == [], why


def test_measures_join_what_counts_the_same() -> None:
    assert measures.measure_of("soldiers") == measures.measure_of("servicemen") == "troops"
    assert measures.measure_of("negotiating sessions") == measures.measure_of("rounds of talks")
    assert measures.measure_of("people killed") == measures.measure_of("fatalities")
    assert measures.measure_of("purple teapots") == "purple teapot"


def test_units_come_to_base_units() -> None:
    assert units.in_base_unit(2, "kilometre") == (2000, "length")
    assert units.in_base_unit(2, "USD") is None

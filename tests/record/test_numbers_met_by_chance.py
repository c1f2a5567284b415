"""Numbers that are the same by chance, or only in part, are no second source for each other."""

from types import SimpleNamespace

import pytest

from secondsource.record.same_numbers import is_telling

SAID = "The Lake Council put the death toll of the earthquake in Mombasa at {}."

TOLLS = [
    ("50,000 people", 2, "one number, told by two"),
    ("50,000 to 100,000 people", 1, "the end of a range is not what it says"),
    ("100,000 people", 1, "another number"),
]


def most_reports(story):
    return max(len(claim.reports) for claim in story.claims if claim.kind == "figure")


@pytest.mark.parametrize(("toll", "reports", "why"), TOLLS)
def test_a_range_and_its_end_are_two_numbers(record, toll, reports, why):
    other = (
        "The Kenyan government says the death toll of the earthquake in Mombasa is 50,000 people."
    )
    story = record((SAID.format(toll), "2031-05-11"), (other, "2031-05-11"))
    assert most_reports(story) == reports, why


@pytest.mark.parametrize(("unit", "telling"), [(None, True), ("percent", False)])
def test_a_count_is_known_by_its_number_and_a_share_is_not(unit, telling):
    line = SimpleNamespace(of="Omari Chuo", unit=unit)
    point = SimpleNamespace(low=31, high=31)
    assert is_telling(point, point, line) is telling

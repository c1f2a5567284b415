"""Anchoring: rules become values once the publication date is known, exactly as far as it is known."""

from collections.abc import Callable
from datetime import date

import pytest

from secondsource.model.article import Published
from secondsource.model.reading import Reading
from secondsource.reading.anchor import anchor
from secondsource.reading.times import rules


def test_unanchored_keeps_only_the_rule(read: Callable[..., Reading]) -> None:
    (friday,) = read("The ferry sank on Friday.").times
    assert (friday.value, friday.earliest, friday.anchor) == (None, None, "published")
    assert friday.rule == "weekday(friday, on-or-before published)"


def test_absolute_times_need_no_anchor(read: Callable[..., Reading]) -> None:
    (year,) = read("The ferry sank in 2014.").times
    assert (year.value, year.earliest, year.latest, year.anchor) == (
        "2014",
        "2014-01-01",
        "2014-12-31",
        None,
    )


def test_date_known_to_the_month(read: Callable[..., Reading]) -> None:
    """A weekday is unknown within bounds; last month is known."""
    reading = read("The ferry sank on Friday. It was built last month.")
    month = Published(
        value="2022-01", precision="month", earliest="2022-01-01", latest="2022-01-31", basis="url"
    )
    friday, built = anchor(reading, month).times
    assert (friday.value, friday.earliest, friday.latest) == (None, "2021-12-31", "2022-01-28")
    assert (built.value, built.anchor) == ("2021-12", "2022-01")


def test_anchoring_is_pure_and_can_be_repeated(read: Callable[..., Reading]) -> None:
    reading = read("The ferry sank on Friday, two days after it left.")
    day = Published(
        value="2022-01-18",
        precision="day",
        earliest="2022-01-18",
        latest="2022-01-18",
        basis="given",
    )
    once = anchor(reading, day)
    assert anchor(once, day).times == once.times
    assert reading.anchored_on is None
    assert once.anchored_on == "2022-01-18"


RULES = [
    ("shift(published, -1 month)", "2022-02"),
    ("shift(published, +2 week)", "2022-W15"),
    ("weekday(friday, in week(shift(published, -1 week)))", "2022-03-25"),
    ("calendar(02-29, nearest published)", "2024-02-29"),
    ("calendar(02-10..02-20, in year(published))", "2022-02-10/2022-02-20"),
    ("holiday(thanksgiving, before published)", "2021-11-25"),
    ("move(calendar(Q3, before published), -1 year)", "2020-Q3"),
    ("part(TMO, shift(published, -1 day))", "2022-03-30TMO"),
    ("duration(P2W)", "P2W"),
    ("date(2022-02-30)", None),
    ("shift(published, +99999 year)", None),
    ("unknown(nobody says when)", None),
]


@pytest.mark.parametrize(("rule", "value"), RULES)
def test_rule(rule: str, value: str | None) -> None:
    assert rules.evaluate({"a": rule}, date(2022, 3, 31))["a"].value == value


def test_rules_in_a_circle_have_no_value() -> None:
    circle = {"a": "shift(time(b), +1 day)", "b": "shift(time(a), +1 day)"}
    assert {moment.value for moment in rules.evaluate(circle, None).values()} == {None}

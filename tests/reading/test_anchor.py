"""Anchoring: rules become values once the publication date is known, exactly as far as it is known."""

from collections.abc import Callable
from datetime import date

import msgspec
import pytest
from tests.given_days import on

from secondsource.model.article import Published
from secondsource.model.event import EventMention, EventTime
from secondsource.model.figure import Figure
from secondsource.model.reading import Reading
from secondsource.model.statement import Said, Statement, Voice
from secondsource.model.text import Citation
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
    day = on("2022-01-18")
    once = anchor(reading, day)
    assert anchor(once, day).times == once.times
    assert reading.anchored_on is None
    assert once.anchored_on == "2022-01-18"


def with_items(reading: Reading) -> Reading:
    """The reading with a statement, an event and a figure that name its first time."""
    (time,) = reading.times
    here = Citation(start=0, end=3, words="The")
    event = EventMention(
        id="e",
        citation=here,
        type="consult",
        mode=None,
        status="happened",
        sources=(),
        targets=(),
        object=None,
        time=EventTime(value=None, precision=None, time=time.id),
        place=None,
        voice=None,
        about=None,
        condition=None,
        sentence=here,
    )
    figure = Figure(
        id="f",
        citation=here,
        low=1,
        high=1,
        approximator=None,
        unit=None,
        measured=None,
        of=None,
        where=None,
        as_of=f"time:{time.id}",
        nature="measured",
    )
    statement = Statement(
        id="s",
        source=None,
        cue=None,
        content=(here,),
        mode="indirect",
        parent=None,
        doubtful=False,
        voice=Voice(kind="unstated"),
        said=Said(value=None, basis="time", time=time.id),
    )
    return msgspec.structs.replace(
        reading, events=(event,), figures=(figure,), statements=(statement,)
    )


ITEMS = [
    # text, EDTF value, precision, status of an event that "happened" then
    ("The two met Friday.", "2022-01-14", "day", "happened"),
    ("The two will meet Friday.", "2022-01-21", "day", "planned"),
    ("The two will meet next month.", "2022-02", "month", "planned"),
    ("The two met last week.", "2022-01-10/2022-01-16", "interval", "happened"),
    ("The two met in the third quarter.", "2021-35", "quarter", "happened"),
    ("The two met in the summer.", "2021-22", "season", "happened"),
    ("The two met in the 1990s.", "199X", "decade", "happened"),
    ("The two met recently.", None, None, "happened"),
]


@pytest.mark.parametrize(("text", "value", "precision", "status"), ITEMS)
def test_items_take_the_value_of_their_time(
    read: Callable[..., Reading], text: str, value: str | None, precision: str | None, status: str
) -> None:
    day = on("2022-01-18")
    reading = anchor(with_items(read(text)), day)
    assert reading.statements[0].said == Said(value=value, basis="time", time=reading.times[0].id)
    assert reading.figures[0].as_of == value
    time = reading.events[0].time
    assert time is not None
    assert (time.value, time.precision, reading.events[0].status) == (value, precision, status)


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


def test_without_a_date_what_counts_from_it_has_no_value_and_what_names_its_year_has(read) -> None:
    text = "Kenya fired 16 rockets between February and May 2017. On Tuesday it fired 23 shells."
    figures = anchor(read(text), None).figures
    assert [figure.as_of for figure in figures if figure.low == 23] == [None]
    assert not any((figure.as_of or "").startswith("time:") for figure in figures)

"""Time expressions: their words, TIMEX3 values and bounds on a given day of publication."""

from collections.abc import Callable

import pytest

from secondsource.model.reading import Reading

TUESDAY = "2022-01-18"

ROWS = [
    # text, expected (words, value) pairs, why
    (
        "The envoy said Tuesday that talks go on.",
        [("Tuesday", "2022-01-18")],
        "the day itself counts",
    ),
    ("The two are to meet Friday in Bern.", [("Friday", "2022-01-21")], "`are to` points ahead"),
    ("The ferry sank on Friday.", [("Friday", "2022-01-14")], "past tense"),
    ("Bids are due by Friday.", [("Friday", "2022-01-21")], "`by` points ahead"),
    ("A ruling could come as early as Thursday.", [("Thursday", "2022-01-20")], "`as early as`"),
    ("The order was signed last April.", [("last April", "2021-04")], "the last April before"),
    ("The depot burned earlier this month.", [("earlier this month", "2022-01")], "this month"),
    ("Drills are to run Feb. 10-20.", [("Feb. 10-20", "2022-02-10/2022-02-20")], "one range"),
    ("In recent weeks, prices fell.", [("recent weeks", "PAST_REF")], "vague stays vague"),
    ("It opened on February 31.", [("February 31", None)], "no such day"),
    ("They may march again for a second time.", [], "words that only look like dates"),
    ("The convoy held 12 Su-35 jets.", [], "a type of aircraft"),
    ("The strike lasted nearly four years.", [("nearly four years", "P4Y")], "duration"),
    ("The board meets every Monday.", [("every Monday", "XXXX-WXX-1")], "set"),
    ("She resigned in the 1990s.", [("the 1990s", "199")], "decade"),
    ("Sales fell in the third quarter.", [("the third quarter", "2021-Q3")], "last third quarter"),
    ("He left at 3 p.m. Monday.", [("3 p.m. Monday", "2022-01-17T15:00")], "clock time on a day"),
    (
        "On Wednesday, she will visit Oslo. The next day, she will fly to Rome.",
        [("Wednesday", "2022-01-19"), ("The next day", "2022-01-20")],
        "counted from the day told before",
    ),
    (
        "In 2014, the mine closed. That March, it was flooded.",
        [("2014", "2014"), ("That March", "2014-03")],
        "the year that the paragraph is about",
    ),
    ("The pact was signed on 2021-12-05.", [("2021-12-05", "2021-12-05")], "ISO"),
    ("The pact was signed on 5/12/2021.", [("5/12/2021", None)], "day or month first? unknown"),
    (
        "The pact was signed on 25/12/2021.",
        [("25/12/2021", "2021-12-25")],
        "only one order is possible",
    ),
    ("The truce is to last 72 hours.", [("72 hours", "PT72H")], "`last` is a verb"),
    (
        "The bank now holds 42 boats, up from 30 on Monday.",
        [("now", "PRESENT_REF"), ("Monday", "2022-01-17")],
        "what is now is compared with what was",
    ),
    (
        "The vote is on the first Tuesday in November.",
        [("the first Tuesday in November", "2022-11-01")],
        "a weekday within a month",
    ),
    (
        "The drill begins Monday and runs until Friday.",
        [("Monday", "2022-01-24"), ("Friday", "2022-01-28")],
        "the end lies after the beginning",
    ),
    (
        "Of the rounds held last week, he missed the one on Thursday.",
        [("last week", "2022-W02"), ("Thursday", "2022-01-13")],
        "the weekday of the week that the sentence names",
    ),
    (
        "Talks will be held from March 20 to 22.",
        [("March 20", "2022-03-20"), ("22", "2022-03-22")],
        "two days",
    ),
    ("The bill is due on the 23rd.", [("the 23rd", "2022-01-23")], "a day of this month"),
    (
        "Net rose in the third quarter. A year earlier, it fell.",
        [("the third quarter", "2021-Q3"), ("A year earlier", "2020-Q3")],
        "compared with the quarter of the report",
    ),
    (
        "Net rose in the third quarter. For the nine months, it was flat, against a loss a year earlier.",
        [("the third quarter", "2021-Q3"), ("the nine months", "P9M"), ("a year earlier", "2021")],
        "compared with a run of months",
    ),
    (
        "It told of a loss in the third quarter, after a year-earlier profit.",
        [("the third quarter", "2021-Q3"), ("year-earlier", "2020-Q3")],
        "the article belongs to the noun",
    ),
    (
        "Sales fell in the third quarter. The fourth quarter will be worse. The latest quarter had a strike.",
        [
            ("the third quarter", "2021-Q3"),
            ("The fourth quarter", "2021-Q4"),
            ("The latest quarter", "2021-Q3"),
        ],
        "the quarter that the report is about",
    ),
    (
        "The mill lost money in the year ended March 31.",
        [("the year", "P1Y"), ("March 31", "2021-03-31")],
        "a year of the books, not of the calendar",
    ),
    ("The trickle soon became a flood.", [], "`soon` of the past is no future"),
    (
        "The show, ‘60 Minutes’, ran late.",
        [],
        "a programme: no hour, nor does the quotation mark make 60 a year",
    ),
    ("It grows three-quarters of the wheat.", [], "a fraction"),
    (
        "The blast was at 10:35 a.m. (0735 GMT) Friday.",
        [
            ("10:35 a.m.", "2022-01-14T10:35"),
            ("0735 GMT", "2022-01-14T07:35"),
            ("Friday", "2022-01-14"),
        ],
        "the day stands behind the hour in another zone",
    ),
    (
        "He died on the night of Friday, Jan. 7.",
        [("the night of Friday, Jan. 7", "2022-01-07TNI")],
        "a part of a day with weekday and date",
    ),
    ("Markets close on Good Friday.", [("Good Friday", "2022-04-15")], "counted from Easter"),
]


AHEAD = [
    # text, value on Tuesday 18 January 2022, why
    ("The union has called a strike for Friday.", "2022-01-21", "`for` a day sets it ahead"),
    ("They agreed a truce starting on Friday.", "2022-01-21", "what is agreed starts"),
    ("A strike beginning on Friday was announced.", "2022-01-21", "what is announced begins"),
    ("The rebels gave them until Friday to leave.", "2022-01-21", "`until` with an act"),
    ("The march was put off to March 3.", "2022-03-03", "a verb that moves a day"),
    ("The bridge reopens Friday.", "2022-01-21", "scheduled present"),
    ("The envoy, who arrives Friday, is new.", "2022-01-21", "the verb of the relative clause"),
    ("They vowed to return on Friday.", "2022-01-21", "infinitive after a verb of intention"),
    ("They met to talk on Friday.", "2022-01-14", "infinitive that only gives the purpose"),
    ("The vote had been scheduled for Friday.", "2022-01-14", "past perfect"),
    ("Friday's ruling will be appealed.", "2022-01-14", "a ruling is a thing done"),
    ("She could have left on Friday.", "2022-01-14", "modal with `have`"),
    ("Ahead of Friday's vote, they met.", "2022-01-21", "`ahead of`"),
    ("Until Friday, they had not called him.", "2022-01-14", "past perfect before `until`"),
    ("The owner could not be reached Friday.", "2022-01-14", "`could not be` with a participle"),
    ("It had been due to expire Friday.", "2022-01-14", "`had` before `due to`"),
    ("The move follows Friday's ruling.", "2022-01-14", "what is followed is past"),
    ("The raid began as planned Friday.", "2022-01-14", "`as planned` plans nothing"),
    ("She was the first minister to visit Bern on Friday.", "2022-01-14", "`first to` of the past"),
    ("They must leave by Jan. 14.", "2022-01-14", "four days gone, not 361 ahead"),
    ("The ship sank in December.", "2021-12", "the last December"),
    ("The ship will sail in December.", "2022-12", "the next December"),
    ("Elections are set for May.", "2022-05", "participle of scheduling"),
]


@pytest.mark.parametrize(("text", "value", "why"), AHEAD, ids=[row[2] for row in AHEAD])
def test_direction(read: Callable[..., Reading], text: str, value: str, why: str) -> None:
    (time,) = read(text, published=TUESDAY).times
    assert time.value == value


NAMES = [
    "The Sunday Herald closed its desk.",
    "The Saturday Evening Post kept his sketches.",
    "Summer Lindqvist, the harbour master, saw the flash.",
    "Flight 1842 carried 150 people.",
    "He is 38 years old and his 6-year-old son is well.",
]


@pytest.mark.parametrize("text", NAMES)
def test_no_time(read: Callable[..., Reading], text: str) -> None:
    """Names and ages that only look like times."""
    assert read(text, published=TUESDAY).times == ()


@pytest.mark.parametrize(("text", "expected", "why"), ROWS, ids=[row[2] for row in ROWS])
def test_value(
    read: Callable[..., Reading], text: str, expected: list[tuple[str, str | None]], why: str
) -> None:
    reading = read(text, published=TUESDAY)
    assert [(time.citation.words, time.value) for time in reading.times] == expected


ODD = [
    "",
    "\n\n",
    "9" * 400 + " days ago",
    "‏Feb. ‎10",
    "“" * 50 + "Friday",
    "in 0000 and 99/99/9999",
    "9999 years ago",
    "Q",
    "the the the 's 's Feb.",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_input(read: Callable[..., Reading], text: str) -> None:
    """No crash, and every citation says what stands there."""
    for time in read(text, published=TUESDAY).times:
        assert text[time.citation.start : time.citation.end] == time.citation.words

"""Times as people write them in plain sentences: 8 March 2023, a Wednesday, unless a row says otherwise.

The sentences were written down before the rules that some of them needed.
"""

from collections.abc import Callable

import pytest

from secondsource.model.reading import Reading

WEDNESDAY = "2023-03-08"

ROWS = [
    ("The talks ran from 10 to 20 February.", [("10 to 20 February", "2023-02-10/2023-02-20")]),
    ("The forum is set for Sept. 10-20.", [("Sept. 10-20", "2023-09-10/2023-09-20")]),
    ("They will meet between 3 and 5 May.", [("3 and 5 May", "2023-05-03/2023-05-05")]),
    ("They will meet on 3 and 5 May.", [("3", "2023-05-03"), ("5 May", "2023-05-05")]),
    ("They met on 3 and 5 May 2019.", [("3", "2019-05-03"), ("5 May 2019", "2019-05-05")]),
    (
        "The army held 16 drills between February and December 2021.",
        [("February", "2021-02"), ("December 2021", "2021-12")],
    ),
    (
        "The survey ran from Nov. 3 to Jan. 9, 2021.",
        [("Nov. 3", "2020-11-03"), ("Jan. 9, 2021", "2021-01-09")],
    ),
    ("The bridge should open by mid-January.", [("mid-January", "2024-01")]),
    ("Troops could move as early as Thursday.", [("Thursday", "2023-03-09")]),
    ("The vote is the day after tomorrow.", [("the day after tomorrow", "2023-03-10")]),
    ("He resigned the day before yesterday.", [("the day before yesterday", "2023-03-06")]),
    (
        "The vote took place on 3 March; two days later the count began.",
        [("3 March", "2023-03-03"), ("two days later", "2023-03-05")],
    ),
    ("Shops closed at the weekend.", [("the weekend", "2023-W09-WE")]),
    ("The ferry sank last April.", [("last April", "2022-04")]),
    ("He has ruled since 2014.", [("2014", "2014")]),
    ("War broke out in the early 1990s.", [("the early 1990s", "199")]),
    ("A strike on Monday was called off.", [("Monday", "2023-03-13")]),  # before its day
    ("Friday's march has been postponed.", [("Friday", "2023-03-10")]),
    ("The talks on Monday were cut short.", [("Monday", "2023-03-06")]),  # they were held
    (
        "The firm cancelled the trip on Monday.",
        [("Monday", "2023-03-06")],
    ),  # of either: told as done then
    ("It may rain, May said.", []),
    ("They march on the capital.", []),
    ("Give us a second.", []),
    ("He came second in the race.", []),
    ("The second round is on 12 March.", [("12 March", "2023-03-12")]),
    ("She arrived late on Sunday.", [("Sunday", "2023-03-05")]),
    ("She will arrive on Sunday.", [("Sunday", "2023-03-12")]),
    ("They met on Wednesday.", [("Wednesday", "2023-03-08")]),
    ("The strike begins next Monday.", [("next Monday", "2023-03-13")]),
    ("The strike began last Monday.", [("last Monday", "2023-03-06")]),
    ("It opened in the first week of March.", [("the first week of March", "2023-03")]),
    ("It ended on the last day of May 2020.", [("the last day of May 2020", "2020-05-31")]),
    ("The last weekend of June is busy.", [("The last weekend of June", "2023-W25-WE")]),
    ("Prices rose in the third quarter of 2022.", [("the third quarter of 2022", "2022-Q3")]),
    ("Sales fell in the first half of last year.", [("the first half of last year", "2022-H1")]),
    ("The attack happened overnight.", [("overnight", "2023-03-07TNI")]),
    ("He spoke on the night of 4 March.", [("the night of 4 March", "2023-03-04TNI")]),
    ("He spoke on the evening of March 4.", [("the evening of March 4", "2023-03-04TEV")]),
    ("It met at 4:30 p.m. on Tuesday.", [("4:30 p.m. on Tuesday", "2023-03-07T16:30")]),
    ("It froze in the winter of 1987-88.", [("the winter of 1987-88", "1987-WI")]),
    ("A truce held for three weeks.", [("three weeks", "P3W")]),
    ("They have met every Friday.", [("every Friday", "XXXX-WXX-5")]),
    ("The court sits later this month.", [("later this month", "2023-03")]),
    ("Elections are due in late 2024.", [("late 2024", "2024")]),
    ("The mine closed ten years ago.", [("ten years ago", "2013")]),
    ("The deal expires at the end of June.", [("the end of June", "2023-06")]),
    ("Rebels attacked at dawn on Monday.", [("dawn on Monday", "2023-03-06TMO")]),
    ("The village was rebuilt in 1950-52.", [("1950-52", "1950/1952")]),
    ("In '98 he left.", [("'98", "1998")]),
    ("They met on 12.05.21.", [("12.05.21", "2021-05-12")]),
    ("He was born on 12.11.49.", [("12.11.49", "1949-11-12")]),
    ("They met on 4 March.", [("4 March", "2023-03-04")]),
    ("It ran for an hour and a half.", [("an hour and a half", "PT1H30M")]),
    ("She left a year and a half ago.", [("a year and a half ago", "2021-09")]),
    ("A day after the coup, banks shut.", [("A day", "P1D")]),
    ("Their six-month-old son was found.", []),
    ('He spoke on "This Week With Ann Orr".', []),
    ("Shares are up 9 percent since year-end.", [("year-end", "2022")]),
    ("They held a march to mark the entry into force on Monday.", [("Monday", "2023-03-06")]),
    ("They talked until midnight Tuesday.", [("midnight Tuesday", "2023-03-07T24:00")]),
    (
        "Sales rose in the third quarter. In last year's quarter they fell.",
        [("the third quarter", "2022-Q3"), ("last year's quarter", "2021-Q3")],
    ),
    # How often, of what is counted in words alone
    ("The line takes hundreds of calls a day.", [("a day", "P1D")]),
    ("The plant burns thousands of tons of coal a month.", [("a month", "P1M")]),
    ("Hundreds of clerks a day late for work were fined.", []),
    # How long somebody is given for something
    ("The judge gave the firm a week to answer.", [("a week", "P1W")]),
    ("The rebels were given a day to leave.", [("a day", "P1D")]),
    ("The show had him a day early.", []),
]

UNKNOWN = [
    ("They met on 45 March.", "no such day"),
    ("The feast began on 25 December in the Julian calendar.", "another calendar"),
    ("It fell on 14 January (Old Style).", "another calendar"),
    ("On 31 February they met.", "no such day"),
    ("The decree of 30/02/2021 was void.", "no such day"),
    ("The decree of 2021-02-30 was void.", "no such day"),
    ("It was signed on 3/4/23.", "day and month cannot be told apart"),
    ("It was the year 1402 of the Persian calendar.", "another calendar"),
    ("The law of 1443 AH still holds.", "another calendar"),
    ("It was in the Islamic year 1440.", "another calendar"),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_plain(
    read: Callable[..., Reading], text: str, expected: list[tuple[str, str | None]]
) -> None:
    found = read(text, published=WEDNESDAY).times
    assert [(time.citation.words, time.value) for time in found] == expected


@pytest.mark.parametrize(("text", "why"), UNKNOWN)
def test_what_has_no_value_says_why(read: Callable[..., Reading], text: str, why: str) -> None:
    (time,) = read(text, published=WEDNESDAY).times
    assert (time.value, time.earliest, time.latest) == (None, None, None), why
    assert time.rule.startswith("unknown("), why

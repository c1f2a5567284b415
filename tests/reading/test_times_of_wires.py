"""Times as wires and financial pages write them: rows for a rule and rows against its going too far.

The sentences were written down before the rules that some of them needed; Wednesday, 8 March 2023 is the day of
writing unless a row says another.
"""

from collections.abc import Callable

import pytest

from secondsource.model.reading import Reading

WEDNESDAY = "2023-03-08"
AUTUMN = "2023-11-02"  # a Thursday

Row = tuple[str, str, list[tuple[str, str | None]]]

DECADES: list[Row] = [
    # A tens year with 's after "the" is a decade; without "the" it is that year's.
    (WEDNESDAY, "The mine was shut in the late 1980's.", [("the late 1980's", "198")]),
    (WEDNESDAY, "Prices doubled in the 1990's.", [("the 1990's", "199")]),
    (WEDNESDAY, "Turnout fell short of 1990's record.", [("1990", "1990")]),
    # A half of a decade is as exact as the decade; a half of a year is not.
    (
        WEDNESDAY,
        "Output was flat in the second half of the 1970s.",
        [("the second half of the 1970s", "197")],
    ),
    (
        WEDNESDAY,
        "Output was flat in the last half of the '80s.",
        [("the last half of the '80s", "198")],
    ),
    (
        WEDNESDAY,
        "Output was flat in the last half of 2021.",
        [("the last half of 2021", "2021-H2")],
    ),
]

QUARTERS: list[Row] = [
    # The first two quarters of a year are its first half.
    (
        AUTUMN,
        "Orders fell in the first two quarters of 2022.",
        [("the first two quarters of 2022", "2022-H1")],
    ),
    (
        AUTUMN,
        "Orders should recover in the last two quarters of 2024.",
        [("the last two quarters of 2024", "2024-H2")],
    ),
    (AUTUMN, "Orders fell for two quarters in a row.", [("two quarters", "P2Q")]),
    (
        AUTUMN,
        "Sales fell in the first and third quarters of 2022.",
        [("the first", "2022-Q1"), ("third quarters of 2022", "2022-Q3")],
    ),
    (AUTUMN, "He won the first and third rounds.", []),
    # The quarter that ended is the one that holds most of it.
    (
        AUTUMN,
        "In the quarter ended July 31, Norvale earned $4 million.",
        [("the quarter", "2023-Q2"), ("July 31", "2023-07-31")],
    ),
    (
        AUTUMN,
        "In the quarter ended Aug. 31, Norvale earned $4 million.",
        [("the quarter", "2023-Q3"), ("Aug. 31", "2023-08-31")],
    ),
    (
        AUTUMN,
        "In the quarter ended Sept. 30, Norvale earned $4 million.",
        [("the quarter", "2023-Q3"), ("Sept. 30", "2023-09-30")],
    ),
    # What a report compares with is a year before the quarter that it is about.
    (
        AUTUMN,
        "Norvale said third-quarter profit fell 4% to $30 million.\n\nAfter a poor second quarter, costs were cut.\n\n"
        "In the year-earlier period, the company took a charge.",
        [
            ("third-quarter", "2023-Q3"),
            ("second quarter", "2023-Q2"),
            ("the year-earlier period", "2022-Q3"),
        ],
    ),
    (
        AUTUMN,
        "Norvale reported a third-quarter loss of $3 million, compared with a profit of $5 million last year.",
        [("third-quarter", "2023-Q3"), ("last year", "2022-Q3")],
    ),
    (
        AUTUMN,
        "Norvale reported a third-quarter loss of $3 million. Last year, it earned $25 million.",
        [("third-quarter", "2023-Q3"), ("Last year", "2022")],
    ),
    (
        AUTUMN,
        "In the nine months, net rose to $50 million from $48 million last year.",
        [("the nine months", "P9M"), ("last year", "2022")],
    ),
    (
        AUTUMN,
        "Norvale reported a fourth-quarter loss. For the year ended Aug. 31, net was $4 million, down from $9 million last year.",
        [
            ("fourth-quarter", "2023-Q4"),
            ("the year", "P1Y"),
            ("Aug. 31", "2023-08-31"),
            ("last year", "2022"),
        ],
    ),
    (
        AUTUMN,
        "The union said 40 members were dismissed, compared with 12 last year.",
        [("last year", "2022")],
    ),
]

DAYS: list[Row] = [
    # "The previous Friday" comes before the day that is told, however far back.
    (
        WEDNESDAY,
        "The index fell to 812 on Friday.\n\nMiners led the way.\n\nIt was 4% lower than the previous Friday.",
        [("Friday", "2023-03-03"), ("the previous Friday", "2023-02-24")],
    ),
    (
        WEDNESDAY,
        "It had closed higher the previous Friday.",
        [("the previous Friday", "2023-03-03")],
    ),
    # Both days of "Monday and Tuesday nights" come again.
    (
        WEDNESDAY,
        "Ferries sail on Monday and Thursday nights.",
        [("Monday", "XXXX-WXX-1TNI"), ("Thursday nights", "XXXX-WXX-4TNI")],
    ),
    (
        WEDNESDAY,
        "Ferries will sail on Monday and Thursday night.",
        [("Monday", "2023-03-13"), ("Thursday night", "2023-03-16TNI")],
    ),
    # The week of a day is a week.
    (
        WEDNESDAY,
        "The hearing is set for the week of April 3.",
        [("the week of April 3", "2023-W14")],
    ),
    (WEDNESDAY, "It rained in the week of Feb. 13.", [("the week of Feb. 13", "2023-W07")]),
    (WEDNESDAY, "It rained in the week of 13 February.", [("the week of 13 February", "2023-W07")]),
    (
        WEDNESDAY,
        "They will meet on the weekend of April 15.",
        [("the weekend of April 15", "2023-W15-WE")],
    ),
    (
        WEDNESDAY,
        "They will meet on the weekend of 15-16 April.",
        [("the weekend of 15-16 April", "2023-W15-WE")],
    ),
    (WEDNESDAY, "Bands played at both ends of the Quarter.", []),
    (WEDNESDAY, "Women's Day is Sunday, April second.", [("Sunday, April second", "2023-04-02")]),
    (WEDNESDAY, "The law takes effect on July first.", [("July first", "2023-07-01")]),
    (WEDNESDAY, "In May second-hand car sales fell.", [("May", "2022-05")]),
]

DIRECTIONS: list[Row] = [
    # An infinitive after a word that judges how it went is as past as the verb above it.
    (WEDNESDAY, "The army was unable to reach the dam on Friday.", [("Friday", "2023-03-03")]),
    (
        WEDNESDAY,
        "The cold made it hard for crews to reach the dam on Friday.",
        [("Friday", "2023-03-03")],
    ),
    (WEDNESDAY, "It was impossible to cross the river Monday.", [("Monday", "2023-03-06")]),
    (WEDNESDAY, "The army will be able to reach the dam on Friday.", [("Friday", "2023-03-10")]),
    (WEDNESDAY, "The army was ready to leave the dam on Friday.", [("Friday", "2023-03-10")]),
    (WEDNESDAY, "The envoys were eager to meet on Friday.", [("Friday", "2023-03-10")]),
    # Let, make and see do not point ahead.
    (WEDNESDAY, "The general let the offensive begin on Saturday.", [("Saturday", "2023-03-04")]),
    (WEDNESDAY, "Villagers saw the bridge collapse on Monday.", [("Monday", "2023-03-06")]),
    (
        WEDNESDAY,
        "The general will let the offensive begin on Saturday.",
        [("Saturday", "2023-03-11")],
    ),
    (
        WEDNESDAY,
        "Among the first states to join the pact on Friday were Norvia and Estmark.",
        [("Friday", "2023-03-03")],
    ),
    (
        WEDNESDAY,
        "Among the states to join the pact on Friday are Norvia and Estmark.",
        [("Friday", "2023-03-10")],
    ),
    # A deadline that the past met is past.
    (
        WEDNESDAY,
        "Holders had tendered 92% of the shares by the Tuesday deadline.",
        [("Tuesday", "2023-03-07")],
    ),
    (
        WEDNESDAY,
        "Holders tendered 92% of the shares by the Tuesday deadline.",
        [("Tuesday", "2023-03-07")],
    ),
    (WEDNESDAY, "The mayor set a Tuesday deadline.", [("Tuesday", "2023-03-14")]),
    (
        WEDNESDAY,
        "Holders must tender their shares by the Tuesday deadline.",
        [("Tuesday", "2023-03-14")],
    ),
    # Who declines to speak has declined; a bare day behind the object belongs to what was announced or voted.
    (WEDNESDAY, "Officials declined to comment Saturday.", [("Saturday", "2023-03-04")]),
    (WEDNESDAY, "He refused to answer questions on Friday.", [("Friday", "2023-03-03")]),
    (WEDNESDAY, "The firm announced a plan to cut 500 jobs Tuesday.", [("Tuesday", "2023-03-07")]),
    (
        WEDNESDAY,
        "Both firms extended their offer to buy the mill Friday.",
        [("Friday", "2023-03-03")],
    ),
    (WEDNESDAY, "The council voted to close the school Tuesday.", [("Tuesday", "2023-03-07")]),
    (WEDNESDAY, "The crews voted to strike on Friday.", [("Friday", "2023-03-10")]),
    (WEDNESDAY, "The envoys have a plan to meet Friday.", [("Friday", "2023-03-10")]),
    (WEDNESDAY, "The rebels announced plans to withdraw on Friday.", [("Friday", "2023-03-10")]),
    (WEDNESDAY, "The minister is expected to open the bridge Friday.", [("Friday", "2023-03-10")]),
    # Setting up is no setting of a day; what was put off on a day was put off then, until a day is ahead.
    (WEDNESDAY, "The fund was set up in June.", [("June", "2022-06")]),
    (WEDNESDAY, "The barracks were set on fire Friday.", [("Friday", "2023-03-03")]),
    (WEDNESDAY, "The march was set for Friday.", [("Friday", "2023-03-10")]),
    (WEDNESDAY, "The trial run was put back on Monday over a leak.", [("Monday", "2023-03-06")]),
    (WEDNESDAY, "The test was delayed until Monday because of a leak.", [("Monday", "2023-03-13")]),
    (WEDNESDAY, "The court postponed Friday's hearing.", [("Friday", "2023-03-10")]),
    (WEDNESDAY, "The court postponed the hearing on Monday.", [("Monday", "2023-03-06")]),
    (WEDNESDAY, "The court postponed the hearing to Monday.", [("Monday", "2023-03-13")]),
    # A day before a colon heads a line of a chronology, told in the present tense.
    (
        WEDNESDAY,
        "Feb. 18: The minister testifies before the panel.\nMarch 2: The panel questions the owner.",
        [("Feb. 18", "2023-02-18"), ("March 2", "2023-03-02")],
    ),
    (WEDNESDAY, "Dec. 18: The owner testifies before the panel.", [("Dec. 18", "2022-12-18")]),
    (WEDNESDAY, "April 18: The owner testifies before the panel.", [("April 18", "2023-04-18")]),
    # "As of" a month says what held then.
    (WEDNESDAY, "As of December, the store has 70% of the market.", [("December", "2022-12")]),
    (WEDNESDAY, "As of April, buses will be free.", [("April", "2023-04")]),
]

NO_TIMES: list[Row] = [
    # A programme's title, and a day that only means "of our time".
    (WEDNESDAY, 'The minister told "60 Minutes" that she would stay.', []),
    (WEDNESDAY, "The minister told the channel's 48 Hours that she would stay.", []),
    (WEDNESDAY, "The raid took 60 minutes.", [("60 minutes", "PT60M")]),
    (WEDNESDAY, "The school prepares today's youth for work.", []),
    (WEDNESDAY, "They are the leaders of tomorrow.", []),
    (WEDNESDAY, "Such rules do not fit today's world.", []),
    (WEDNESDAY, "The leaders of both houses meet tomorrow.", [("tomorrow", "2023-03-09")]),
    (WEDNESDAY, "Reporters asked about today's vote.", [("today", "2023-03-08")]),
    (WEDNESDAY, "Euro '96 drew large crowds.", []),
    (WEDNESDAY, "He left the army in '96.", [("'96", "1996")]),
    # Hundreds of years are more than years.
    (WEDNESDAY, "They ruled the coast for hundreds of years.", [("hundreds of years", "PXY")]),
]

LATER: list[Row] = [
    # How much later is known even where the hour is not.
    (WEDNESDAY, "Police came. Two hours later, she was found.", [("Two hours later", "PT2H")]),
    (WEDNESDAY, "Police came. A few days later, she was found.", [("A few days later", "PXD")]),
    (
        WEDNESDAY,
        "He was hit on Friday. Two days later, he died.",
        [("Friday", "2023-03-03"), ("Two days later", "2023-03-05")],
    ),
]

ANCHORS: list[Row] = [
    # A month tells no day: what is counted from it in days has none, and "that day" is as exact as the month.
    (
        WEDNESDAY,
        "The strike began in February. The following day, the port closed.",
        [("February", "2023-02"), ("The following day", None)],
    ),
    (
        WEDNESDAY,
        "He was killed in 2020. The day before, he had met his brother.",
        [("2020", "2020"), ("The day before", None)],
    ),
    (
        WEDNESDAY,
        "The war began in 2014. The previous week, the envoy had left.",
        [("2014", "2014"), ("The previous week", None)],
    ),
    (
        WEDNESDAY,
        "He was held last October. His name was crossed out that same day.",
        [("last October", "2022-10"), ("that same day", "2022-10")],
    ),
    (
        WEDNESDAY,
        "He resigned in 2019. That month, the fund collapsed.",
        [("2019", "2019"), ("That month", "2019")],
    ),
    (
        WEDNESDAY,
        "They met in January. That week the currency fell.",
        [("January", "2023-01"), ("That week", "2023-01")],
    ),
    # The day told stays the one that is counted from, whatever month is told after it.
    (
        WEDNESDAY,
        "On 3 February he was held, though he had been sought since 2021. The following day he was freed.",
        [("3 February", "2023-02-03"), ("2021", "2021"), ("The following day", "2023-02-04")],
    ),
    (
        WEDNESDAY,
        "The host was closed on Monday.\n\nTwo men were shot last October. The list was changed that same day.",
        [("Monday", "2023-03-06"), ("last October", "2022-10"), ("that same day", "2022-10")],
    ),
    (
        WEDNESDAY,
        "He was held on 3 February. That month, four others were held.",
        [("3 February", "2023-02-03"), ("That month", "2023-02")],
    ),
    (
        WEDNESDAY,
        "He was held in February 2020. The following year he was freed.",
        [("February 2020", "2020-02"), ("The following year", "2021")],
    ),
    (
        WEDNESDAY,
        "He was held in February 2020. The following month he was freed.",
        [("February 2020", "2020-02"), ("The following month", "2020-03")],
    ),
]

NAMES: list[Row] = [
    (WEDNESDAY, "The minister told USA Today that the talks had failed.", []),
    (WEDNESDAY, "He appeared on The Tonight Show.", []),
    (WEDNESDAY, "A reporter of the Daily Courier was held.", []),
    (WEDNESDAY, "The Weekly Ledger was the first to report it.", []),
    (WEDNESDAY, "The Norvian daily Morgenpost said the army had left.", []),
    (WEDNESDAY, "The daily said the army had left.", []),
    (WEDNESDAY, "The weekly will close, its owner said.", []),
    (WEDNESDAY, "Weekly flights will resume.", [("Weekly", "P1W")]),
    (WEDNESDAY, "The ministry gave its daily U.N. briefing.", [("daily", "P1D")]),
    (WEDNESDAY, "They meet daily in Geneva.", [("daily", "P1D")]),
    (WEDNESDAY, "Today Norvia closed the border.", [("Today", "2023-03-08")]),
    (WEDNESDAY, "Police found his 2004 Toyota Corolla near the bridge.", []),
    (WEDNESDAY, "They fled in a white 1998 Ford pickup.", []),
    (WEDNESDAY, "The 1998 Toyota strike cost millions.", [("1998", "1998")]),
    (WEDNESDAY, "Shares were sold at the then-current price.", []),
]

ROWS = [*ANCHORS, *NAMES, *DECADES, *QUARTERS, *DAYS, *DIRECTIONS, *NO_TIMES, *LATER]


@pytest.mark.parametrize(("published", "text", "expected"), ROWS, ids=[row[1][:48] for row in ROWS])
def test_times_of_wires(
    read: Callable[..., Reading], published: str, text: str, expected: list[tuple[str, str | None]]
) -> None:
    reading = read(text, published=published)
    assert [(time.citation.words, time.value) for time in reading.times] == expected

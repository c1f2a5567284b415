"""Names, times, places and figures of bad input: no crash, exact citations, an honest unknown, nothing invented."""

import pytest

from secondsource.model.reading import Reading
from secondsource.reading.reader import Reader

DAY = "2023-03-08"

IMPOSSIBLE = [
    ("The barge sank on 31 February.", "a day that no month has"),
    ("The barge sank on Feb. 30, 2019.", "the same with a year"),
    ("The barge sank on 29 February 2021.", "a day that this year does not have"),
    ("The barge sank on 31/11/2020.", "in digits"),
    ("The barge sank on 2020-04-31.", "as ISO writes it"),
]


@pytest.mark.parametrize(("text", "why"), IMPOSSIBLE)
def test_impossible_days_have_no_value(reader: Reader, text: str, why: str) -> None:
    (time,) = reader.read(text, published=DAY, as_is=True).times
    assert (time.value, time.earliest, time.latest) == (None, None, None), why
    assert time.rule.startswith("unknown("), why


def test_two_digits_are_a_year_only_where_the_century_is_plain(reader: Reader) -> None:
    def value(text: str) -> str | None:
        (time,) = reader.read(text, published=DAY, as_is=True).times
        return time.value

    assert value("He left the choir in '98.") == "1998"
    assert value("It was signed on 5/4/03.") is None
    assert value("It was signed on 25/4/03.") == "2003-04-25"


OTHER_CALENDARS = [
    "It was sealed in 1443 AH.",
    "It was sealed in the Islamic year 1440.",
    "It was sealed in the year 1402 of the Persian calendar.",
    "In the year 5782 of the Hebrew calendar the well was dug.",
]


@pytest.mark.parametrize("text", OTHER_CALENDARS)
def test_years_of_other_calendars_are_not_reckoned(reader: Reader, text: str) -> None:
    assert all(time.value is None for time in reader.read(text, published=DAY, as_is=True).times)


HUGE = "9" * 400


@pytest.mark.parametrize(
    "text",
    [
        f"The town owes ${HUGE}.",
        f"They counted {HUGE} ships.",
        f"It closed {HUGE} days ago.",
        f"It grew by {HUGE} percent in {HUGE}.",
        f"It is 0.{HUGE} metres long, 1e{HUGE} at most.",
    ],
)
def test_numbers_of_400_digits(reader: Reader, text: str) -> None:
    reading = reader.read(text, published=DAY, as_is=True)
    exact(text, reading)
    for figure in reading.figures:
        for bound in (figure.low, figure.high):
            assert bound is None or abs(bound) < float("inf")
    assert all(time.earliest is None for time in reading.times)


MARKED = [
    "\u200fThe mayor of \u202bHaifa\u202c met 12 men on \u200e3 March\u200f.",
    "\u2067Anna\u2069 \u2066Bell\u2069 paid \u200e$5\u200f million.",
    "\ufeffAnna Bell said on Monday\u200b that 40\u00a0ships left.",
]


MIXED = [
    "\u0410nna B\u0435ll met \u041e\u043b\u0435\u0433 in \u041a\u0438\u0457\u0432 on Monday.",
    "\u738b\u6bc5 told \u0639\u0644\u064a that \u0663 ships left on \u0661\u0662 March.",
    "\u0391\u03b8\u03ae\u03bd\u03b1 and \u05d7\u05d9\u05e4\u05d4 signed on \u0e51\u0e52 May.",
]


@pytest.mark.parametrize("text", [*MARKED, *MIXED])
def test_marks_of_direction_and_mixed_scripts(reader: Reader, text: str) -> None:
    exact(text, reader.read(text, published=DAY, as_is=True))


def test_names_of_one_letter(reader: Reader) -> None:
    text = "K. said that Q was gone. Josef K. and Ms. O. met in Y on Friday; A and I left."
    reading = reader.read(text, published=DAY, as_is=True)
    exact(text, reading)
    people = {m.citation.words for m in reading.mentions if m.kind == "person"}
    assert "Josef K." in people
    assert not people & {"A", "I"}
    assert not [place.name for place in reading.places if place.citation.words in ("A", "I", "Q")]


CUT = [
    "Charged with theft and fined in Kampala, the baker of Lyon has yet to be jailed or freed, his aunt said.",
    "Not one of the 40 lorries left from outside of Lagos before rebels, armed and paid, shelled the last.",
]


@pytest.mark.parametrize("text", CUT)
def test_a_text_may_begin_and_end_at_any_word(reader: Reader, text: str) -> None:
    words = text.split()
    for place in range(len(words)):
        for cut in (" ".join(words[place:]), " ".join(words[: place + 1])):
            exact(cut, reader.read(cut, published=DAY, as_is=True))


def exact(text: str, reading: Reading) -> None:
    """Fails unless every item cites the words that stand at its place."""
    for item in (*reading.mentions, *reading.times, *reading.places, *reading.figures):
        cited = item.citation
        assert cited.words
        assert text[cited.start : cited.end] == cited.words

"""Stamps: days with a clock time, on lines of their own or run into the text."""

import pytest

from secondsource.article import clean_text
from secondsource.article.stamps import find_stamp

BODY = (
    "\n\nThe ferry company of Moroni said its boats would stay in port until the storm has passed."
    "\n\nOfficials on the island counted forty houses without roofs after the night."
)


@pytest.mark.parametrize(
    ("line", "day", "why"),
    [
        ("MORONI | Tue Mar 4, 2014 10:09 pm EST", "2014-03-04", "place, bar, weekday, day, clock"),
        ("4 March 2014 Last updated at 14:30 GMT", "2014-03-04", "a label between day and clock"),
        ("Last updated: 4 March, 2014 - 14:10 GMT", "2014-03-04", "a label before both"),
        ("Tuesday, March 4, 2014; 3:26 PM", "2014-03-04", "a semicolon between them"),
        (
            "Roofs lost in the storm Tuesday 4 March 2014 18.20 BST The boats",
            "2014-03-04",
            "run in",
        ),
        ("10:15 GMT, 4 March 2014", "2014-03-04", "the clock first"),
        ("A hearing was set for March 4, 2014, at 10:30 a.m. in Moroni", None, "prose: for, at"),
        ("It struck on 4 March 2014 18:20 GMT, the office said", None, "prose: on"),
        ("The call is on Friday (March 7, 2014) at 10:30 a.m. EDT", None, "in brackets"),
        ("Posted by Omari Chuo, on March 7, 2014 4:21 PM", None, "a comment"),
        ("He left Moroni March 4, 2014, with 14 others", None, "no clock"),
    ],
)
def test_stamps(line: str, day: str | None, why: str) -> None:
    found = find_stamp(line)
    assert (found.value if found else None) == day, why


@pytest.mark.parametrize(
    "line",
    [
        "MORONI | Tue Mar 4, 2014 10:09 pm EST",
        "4 March 2014 Last updated at 14:30 GMT",
        "MORONI | Tue Mar 4, 2014 10:09 pm EST MORONI (Reuters) - The boats of the island stay in port.",
        "Boats stay in port Tuesday 4 March 2014 18.20 GMT The boats of the island stay in port.",
    ],
)
def test_the_stamp_at_the_head_of_a_text_is_its_date(line: str) -> None:
    article = clean_text(line + BODY)
    assert article.published is not None
    assert (article.published.value, article.published.precision) == ("2014-03-04", "day")
    assert article.published.evidence[0].words in line


def test_a_line_that_is_a_stamp_is_no_body() -> None:
    article = clean_text("MORONI | Tue Mar 4, 2014 10:09 pm EST" + BODY)
    assert article.text.startswith("The ferry company")


def test_the_stamps_of_comments_date_nothing() -> None:
    comments = "\n\nShame on them all, I say. Posted by: Chuo7 | March 9, 2014 10:12 PM"
    assert clean_text(BODY * 5 + comments).published is None


TITLE = "Boats of Moroni stay in port for a third day"


@pytest.mark.parametrize(
    "line",
    [
        "By Omari Chuo | March 4, 2014",
        "Omari Chuo · 4 March 2014",
        "By Omari Chuo on March 4, 2014",
        "Posted on March 4, 2014 by Omari Chuo",
        "Published 4 March 2014, 10:15 · By Omari Chuo",
    ],
)
def test_a_day_in_the_byline_is_the_day_of_the_report(line: str) -> None:
    article = clean_text(f"{TITLE}\n\n{line}{BODY}")
    assert article.published is not None
    assert (article.published.value, article.authors) == ("2014-03-04", ("Omari Chuo",))


def test_a_label_is_that_of_the_day_behind_it() -> None:
    line = "March 4, 2014 Updated: March 6, 2014 9:14 a.m."
    article = clean_text(f"{TITLE}\n\n{line}{BODY}")
    assert article.published is not None
    assert article.published.value == "2014-03-04"
    assert line not in article.text


@pytest.mark.parametrize("line", ["Published: Friday 4 March 2014", "Mon, March 4, 2014"])
def test_a_day_that_is_not_the_weekday_beside_it_is_refused(line: str) -> None:
    article = clean_text(f"{TITLE}\n\n{line}{BODY}")
    assert article.published is None
    assert article.unknown_because is not None
    assert "2014-03-04 was a Tuesday" in article.unknown_because

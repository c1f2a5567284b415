"""Datelines that a scrape set on a line of their own, and what is no name of a paper."""

import pytest

from secondsource.article.read import clean_text
from secondsource.reading.anchor import anchor
from secondsource.reading.reader import given_date

BODY = (
    "The mayor of Varnholm met two farmers on Friday and said that the old bridge would close by June."
    "\n\nShe gave no reason for it, the council said in a statement after the meeting."
)

# what stands over the body, the dateline, the agencies
OVER = [
    ("VARNHOLM —\n\n", "VARNHOLM", ()),
    ("A bridge is to be closed.\n\nVARNHOLM (Reuters) -\n\n", "VARNHOLM (Reuters)", ("Reuters",)),
    ("A bridge is to be closed.\n\nVARNHOLM, Norland (AP) — ", "VARNHOLM, Norland (AP)", ("The Associated Press",)),
    ("The farmers asked for it, and more of them are to come.\n\n", None, ()),
]  # fmt: skip


@pytest.mark.parametrize(("over", "dateline", "agencies"), OVER)
def test_dateline_under_a_headline_or_alone(
    over: str, dateline: str | None, agencies: tuple[str, ...]
) -> None:
    article = clean_text(over + BODY)
    assert (article.dateline, article.agencies) == (dateline, agencies)
    assert article.outlet is None
    for credit in article.credit_lines:
        cited = credit.citation
        assert article.text[cited.start : cited.end] == cited.words
    if dateline:
        # The first sentence stands behind its dateline again.
        assert f"{dateline.removesuffix(' —')}" in article.text.split("The mayor")[0]
        assert "\n" not in article.text.split(dateline)[1].split("The mayor")[0]


def test_a_dateline_deep_in_the_text_is_not_that_of_the_report() -> None:
    article = clean_text(f"{BODY}\n\n{BODY}\n\nVARNHOLM (AP) — Another bridge stays open, it said.")
    assert article.dateline is None


@pytest.mark.parametrize("line", ["VARNHOLM —", "EXCLUSIVE:", "RAGE:"])
def test_what_ends_in_a_dash_or_colon_is_no_paper(line: str) -> None:
    article = clean_text(
        f"{line}\n\nMayor Closes The Old Bridge To All Traffic For The Summer\n\n{BODY}"
    )
    assert article.outlet is None


# what a body begins with, its dateline, the agencies
FORMS = [
    ("Varnholm, Feb 4 (PTI): ", "Varnholm, Feb 4 (PTI)", ("Press Trust of India",)),
    ("VARNHOLM, 4 February 2025 – ", "VARNHOLM, 4 February 2025", ()),
    ("Varnholm, Norland (Reuters): ", "Varnholm, Norland (Reuters)", ("Reuters",)),
    ("KARACHI: ", "KARACHI", ()),
    ("LAHORE/MULTAN: ", "LAHORE/MULTAN", ()),
    ("TRANSPORT: ", None, ()),
    ("On Monday, Feb. 3: ", None, ()),
    ("Updated Feb. 3: ", None, ()),
    ("The old bridge – ", None, ()),
    ("Farmers of Norland: ", None, ()),
]


@pytest.mark.parametrize(("begin", "dateline", "agencies"), FORMS)
def test_datelines_before_a_colon(
    begin: str, dateline: str | None, agencies: tuple[str, ...]
) -> None:
    article = clean_text(begin + BODY)
    assert (article.dateline, article.agencies) == (dateline, agencies)


DAYS_OF_WRITING = [
    # the dateline, what "yesterday" is in a paper of Saturday, 12 November 2011, why
    ("MUMBAI, Nov. 11 (PTI) - ", "2011-11-10", "it was written the day before it was printed"),
    ("MUMBAI, Sept. 11 (PTI) - ", "2011-11-11", "two months are no way to the printer"),
    ("MUMBAI, Nov. 14 (PTI) - ", "2011-11-11", "nor is a day to come"),
    ("MUMBAI (PTI) - ", "2011-11-11", "no day"),
]


@pytest.mark.parametrize(("dateline", "yesterday", "why"), DAYS_OF_WRITING)
def test_yesterday_is_counted_from_the_day_of_the_dateline(reader, dateline, yesterday, why):
    reading = reader.read_article(
        clean_text(f"{dateline}The navy foiled a raid yesterday, it said.")
    )
    times = {
        time.citation.words: time.value for time in anchor(reading, given_date("2011-11-12")).times
    }
    assert times["yesterday"] == yesterday, why


OVER_A_BODY = [
    # the lines over the body, the day, the outlet, the agencies, the writers, why
    ("VARNHOLM, Sept. 12, 2023 (AP)\nBy JOHN MERCER", "2023-09-12", None, ("The Associated Press",), ("John Mercer",), "over the byline"),
    ("By Ann Bell\nVARNHOLM, June 14, 2024 (AFP)", "2024-06-14", None, ("Agence France-Presse",), ("Ann Bell",), "no picture's credit"),
    ("By Ann Bell\nVARNHOLM, 14 June 2024", "2024-06-14", None, (), ("Ann Bell",), "without an agency"),
    ("By Ann Bell\nThe Morning Ledger, March 4, 2025", "2025-03-04", "The Morning Ledger", (), ("Ann Bell",), "paper and day"),
    ("Staff and agencies\nDaily Meridian, 15 June 2024", "2024-06-15", "Daily Meridian", (), (), "the word stands first"),
    ("By Ann Bell\nThe Lakeside Standard\n9 June 2024", "2024-06-09", "The Lakeside Standard", (), ("Ann Bell",), "on two lines"),
    ("Northern Echoes, 5 February 2024", "2024-02-05", "Northern Echoes", (), (), "a paper is no writer"),
    ("Harbour News Online\nPublished: 3 March 2025", "2025-03-03", "Harbour News Online", (), (), "a page"),
    ("By Ann Bell\nMarket Street, 3 March 2025", None, None, (), ("Ann Bell",), "a street is no paper"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "day", "outlet", "agencies", "writers", "why"), OVER_A_BODY)
def test_day_and_outlet_between_headline_and_body(lines, day, outlet, agencies, writers, why):
    article = clean_text(f"Mayor closes the old bridge for the summer\n\n{lines}\n\n{BODY}")
    assert (article.published.value if article.published else None) == day, why
    assert (article.outlet, article.agencies, article.authors) == (outlet, agencies, writers), why
    assert article.text.startswith("The mayor"), why


PRINT_LINES = [
    # the line, the day, the outlet, why
    ("Lakeside Radio, 5 March 2025", "2025-03-05", "Lakeside Radio", "a station"),
    ("Radio Lakeside | 5 March 2025", "2025-03-05", "Radio Lakeside", "its word stands first"),
    ("Wednesday 5 March 2025 · Lakeside Radio", "2025-03-05", "Lakeside Radio", "the day stands first"),
    ("Lakeside Radio (5 March 2025)", "2025-03-05", "Lakeside Radio", "in brackets"),
    ("Published in the Valley Post on 5 March 2025", "2025-03-05", "Valley Post", "as a cutting says"),
    ("From the Lakeside Radio website, 5 March 2025", "2025-03-05", "Lakeside Radio", "as one who saved it says"),
    ("Lakeside Radio news bulletin, 5 March 2025, 18:00", "2025-03-05", "Lakeside Radio", "with the hour of a bulletin"),
    ("Valley TV, Wednesday evening bulletin, 5 March 2025", "2025-03-05", "Valley TV", "which bulletin"),
    ("Kesh Daily Dispatch, Ostrin, 5 March 2025", "2025-03-05", "Kesh Daily Dispatch", "paper, town, day"),
    ("Ostrin, 5 March 2025 — Valley News Agency", "2025-03-05", None, "the agency behind the day is no outlet"),
    ("The Valley Post, Issue 4,312, 5 March 2025", "2025-03-05", "The Valley Post", "with its number"),
    ("Vol. 12, No. 44 - 5 March 2025", "2025-03-05", None, "the number alone"),
    ("Kalvesta Wire 2025-03-05T18:20:00Z", "2025-03-05", "Kalvesta Wire", "as a program writes it"),
    ("By Ann Bell for Lakeside Radio, 5 March 2025", "2025-03-05", "Lakeside Radio", "for whom it was written"),
]  # fmt: skip


@pytest.mark.parametrize("form", ["{title}\n{line}\n\n{body}", "{title}\n\n{line}\n\n{body}"])
@pytest.mark.parametrize(("line", "day", "outlet", "why"), PRINT_LINES)
def test_lines_of_print_under_a_headline(form, line, day, outlet, why):
    title = "Mayor closes the old bridge for the summer"
    article = clean_text(form.format(title=title, line=line, body=BODY))
    assert (article.published and article.published.value, article.outlet) == (day, outlet), why
    assert article.headline == title, why
    assert article.text.startswith("The mayor"), why


@pytest.mark.parametrize(("line", "day", "outlet", "why"), PRINT_LINES[:-1])
def test_lines_of_print_over_a_headline(line, day, outlet, why):
    title = "Mayor closes the old bridge for the summer"
    article = clean_text(f"{line}\n{title}\n\n{BODY}")
    assert (article.published and article.published.value, article.outlet) == (day, outlet), why
    assert article.headline == title, why


NO_PRINT_LINES = [
    (
        "The talks in Ostrin were set for 5 March 2025",
        "the second headline says what the day is of",
    ),
    ("Radio Lakeside to close on 5 March 2025", "so does one that begins like a paper"),
    ("Vote Due After News Of Losses on 5 March 2025", "a title with capitals and words of print"),
    ("Market Street, 5 March 2025", "where a picture was taken"),
]


@pytest.mark.parametrize(("line", "why"), NO_PRINT_LINES)
def test_a_day_in_a_title_is_none_of_print(line, why):
    article = clean_text(f"Mayor closes the old bridge for the summer\n{line}\n\n{BODY}")
    assert article.published is None, why


RIGHTS = [
    # the line under a report with a dateline of 13 June, the holder, why
    ("Copyright 2025 Westmark Press Agency", "Westmark Press Agency", "the year first"),
    ("Copyright Westmark Press Agency 2025", "Westmark Press Agency", "the year last"),
    ("© Westmark Press Agency 2025", "Westmark Press Agency", "with the sign"),
    ("All content © Westmark Press Agency, 2025", "Westmark Press Agency", "of all content"),
]


@pytest.mark.parametrize(("line", "holder", "why"), RIGHTS)
def test_the_year_of_a_dateline_stands_in_the_line_of_rights(line, holder, why):
    article = clean_text(
        f"Mayor closes the old bridge\n\nVARNHOLM, June 13 (WPA) - {BODY}\n\n{line}"
    )
    assert article.published is not None, why
    assert (article.published.value, article.publisher) == ("2025-06-13", holder), why
    assert line not in article.text, why

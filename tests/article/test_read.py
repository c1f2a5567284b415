"""Plain text of scraped pages: what is body, what is not, and what the page says about itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.article import clean_text

BODY = "The harbour board of Lindmouth voted on Tuesday to close the old ferry pier after two inspections."
MORE = (
    "Residents said they had not been told of the decision before it was read out in the chamber."
)

BROKEN_LINES = [
    (
        f"{BODY}\nThe board's chairman, \nAda Holm\n, said the pier was unsafe.",
        "The board's chairman, Ada Holm, said the pier was unsafe.",
        "a name that was a link stands alone on its line, and the comma after it too",
    ),
    (
        f"{BODY}\n\nIslands Minister\n\nPer Lund\n\nsaid the money was there.",
        "Islands Minister Per Lund said the money was there.",
        "some scrapers give each link a paragraph of its own",
    ),
    (
        f"{BODY}\nThe visit follows one by Islands Minister\nPer Lund.\n{MORE}",
        "The visit follows one by Islands Minister Per Lund.",
        "after the word for an office a name is due",
    ),
    (
        f"{BODY}\nShe posted the letter on\nTwitter\n, where it was shared widely.",
        "She posted the letter on Twitter, where it was shared widely.",
        "a word of share bars inside a sentence is no share bar",
    ),
    (
        f"{BODY}\nThey sailed to the\nWest Holm\n.\n{MORE}",
        "They sailed to the West Holm.",
        "the final stop alone on its line",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), BROKEN_LINES)
def test_broken_lines(text: str, expected: str, why: str) -> None:
    assert expected in clean_text(text).text.split("\n\n"), why


REMOVED = [
    ("Share this:\n\nLike this:", "share-bar", "a share bar"),
    ("%d bloggers like this:", "share-bar", "what a blog's script left"),
    ("[Video not showing up here? Click here to watch »]", "video-placeholder", "a player that did not load"),
    ("Newsletter Sign-up\nThe Early Tide\nThe best stories of the coast, every morning.", "newsletter", "heading, title and blurb"),
    ("More ferry coverage, selected by the editors", "read-more", "a list of links"),
    ("What should the board do next? Join the conversation below.", "comment-form", "a prompt to readers"),
    ("ADVERTISEMENT", "advertisement", "an advertisement's label"),
    ("A ferry at the pier in Lindmouth. Photo: Ola Berg / Coast Images", "caption", "a caption with credit"),
    ("—Ola Berg in Sandvik contributed to this article.", "credit-line", "a contributor"),
    ("Write to Ola Berg at ola.berg@lindmouthpost.example", "contact", "a way to the writer"),
    ("Copyright ©2021 Lindmouth Press, Inc. All Rights Reserved. 0123456789abcdef0123456789abcdef", "copyright", "with the hash that a script pasted"),
    ("Leave a Reply\n\nYour email address stays with us. Required fields are marked *", "comment-form", "a form"),
    ("“voted on Tuesday to close the old ferry pier”\n\n— Ada Holm, who chairs the board", "pull-quote", "a quotation that the body holds, with its attribution"),
]  # fmt: skip


@pytest.mark.parametrize(("furniture", "kind", "why"), REMOVED)
def test_removed_after_the_first_paragraph(furniture: str, kind: str, why: str) -> None:
    article = clean_text(f"{BODY}\n\n{furniture}\n\n{MORE}")
    assert article.text == f"{BODY}\n\n{MORE}", why
    assert {removal.kind for removal in article.removed} == {kind}, why


KEPT = [
    ("The foreign ministers of both islands meet in Sandvik on Friday.", "several things and a verb"),
    ("“Nobody asked us,” she said.", "short, but a sentence"),
    ("It was over.", "very short, but a sentence"),
    ("More stories of lost cargo came out on Monday, he said.", "begins as a list of links does"),
    ("Copyright law does not cover such letters, the court found.", "begins as a copyright line does"),
    ("Share prices of both ferry companies fell by a tenth.", "begins as a share bar does"),
    ("The letter said the two boats would sign up for the new rules in May.", "holds words of newsletters"),
    ("A spokesman for the board was not available.", "begins as captions do"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "why"), KEPT)
def test_kept_in_the_body(sentence: str, why: str) -> None:
    assert sentence in clean_text(f"{BODY}\n\n{sentence}\n\n{MORE}").text.split("\n\n"), why


def test_head_of_a_page() -> None:
    article = clean_text(
        "LINDMOUTH POST\n\n11.5 C\nMonday, May 3, 2021\n\nHome\nNews\n\nOld ferry pier to close after inspections"
        "\n\nOld ferry pier to close after inspections\n\nBy Ola Berg in Sandvik\n\n"
        f"SANDVIK, April 7 (AP) — {BODY}\n\n{MORE}\n\n© 2021 Lindmouth Post Ltd"
    )
    assert article.headline == "Old ferry pier to close after inspections"
    assert article.authors == ("Ola Berg",)
    assert article.agencies == ("The Associated Press",)
    assert article.outlet == "Lindmouth Post"
    assert article.dateline == "SANDVIK, April 7 (AP)"
    assert article.text.startswith("SANDVIK, April 7 (AP) — The harbour board")
    assert [removal.kind for removal in article.removed][:2] == [
        "navigation",
        "weather-or-date-line",
    ]
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("2021-04-07", "dateline")


def test_the_date_of_the_page_frame_is_not_the_articles() -> None:
    article = clean_text(
        f"11.5 C\nMonday, May 3, 2021\n\nOld ferry pier to close at once\n\n{BODY}\n\nCopyright 2020 Lindmouth Press"
    )
    assert article.published is None
    assert "does not agree" in (article.unknown_because or "")
    assert [one.basis for one in article.date_candidates] == ["page-frame", "copyright"]


def test_characters_are_made_regular() -> None:
    article = clean_text(
        f"{BODY}\n\nThe boardâ€™s\u00a0note\u00ad said &quot;no&quot;  to it\u200b all, she told us."
    )
    assert article.text.endswith('The board’s note said "no" to it all, she told us.')


TEXTS = st.text(alphabet="aB .\n\t\u00a0,“”—&;#xâ€™\u00ad\u200b09", max_size=300)


@given(TEXTS)
def test_origins_lead_back_to_the_captured_text(text: str) -> None:
    article = clean_text(text)
    for origin in article.origins:
        length = origin.end - origin.start
        assert article.text[origin.start : origin.end] == text[origin.captured_start :][:length]
    for removal in article.removed:
        assert text[removal.start : removal.end] == removal.words


PAPERS = [
    (
        "By Ola Berg in Sandvik\nThe Guardian\nFri 13 Sep 2024",
        ("The Guardian", ("Ola Berg",), "2024-09-13"),
        "a paper of the table on a line of its own under the byline",
    ),
    (
        "Lindmouth Gazette, September 13, 2024",
        ("Lindmouth Gazette", (), "2024-09-13"),
        "a paper that no table holds, with its day on one line",
    ),
    (
        "Ola Berg in Sandvik\nLindmouth Gazette\n13 September 2024",
        ("Lindmouth Gazette", ("Ola Berg",), "2024-09-13"),
        'a writer without "By", with where he wrote from',
    ),
    (
        "**Lindmouth Mercury** | 13 September 2024 | Ola Berg",
        ("Lindmouth Mercury", ("Ola Berg",), "2024-09-13"),
        "paper, day and writer on one line, the paper in Markdown's bold type",
    ),
    (
        "By Ola Berg, Sandvik Broadcasting News\nSept. 13, 2024, 6:42 PM",
        ("Sandvik Broadcasting News", ("Ola Berg",), "2024-09-13"),
        "a writer with his station behind a comma",
    ),
    (
        "By Ola Berg, Ada Post\n13 September 2024",
        (None, ("Ola Berg",), "2024-09-13"),
        "a second writer whose surname papers bear too",
    ),
    (
        "Ola Berg\nDiplomatic editor, The Lindmouth Recorder\n13 September 2024",
        ("The Lindmouth Recorder", ("Ola Berg",), "2024-09-13"),
        "what the writer is, with his paper",
    ),
    (
        "Ola Berg, Sandvik\nFriday September 13 2024, 12.01am, The Northern Gazette",
        ("The Northern Gazette", ("Ola Berg",), "2024-09-13"),
        "a paper behind day and clock time",
    ),
    (
        "Source: Lindmouth Daily Mirror | 2024-09-13 11:32",
        ("Lindmouth Daily Mirror", (), "2024-09-13"),
        "a source with the time of printing",
    ),
]


@pytest.mark.parametrize(("frame", "expected", "why"), PAPERS)
def test_paper_under_the_headline(frame: str, expected: tuple[str, ...], why: str) -> None:
    article = clean_text(
        f"Old ferry pier to close after two inspections\n\n{frame}\n\n{BODY}\n\n{MORE}"
    )
    assert article.published is not None
    assert (article.outlet, article.authors, article.published.value) == expected, why


@pytest.mark.parametrize(
    ("head", "value", "why"),
    [
        (
            "Lindmouth Gazette\n7 April 2021\n\nOld ferry pier to close at once\nBy Ola Berg in Sandvik",
            "2021-04-07",
            "paper, day and headline alone: the day of issue",
        ),
        (
            "Lindmouth Gazette, 7 April 2021\n\nOld ferry pier to close at once\n\nBy Ola Berg",
            "2021-04-07",
            "paper and day in one line",
        ),
        (
            "Lindmouth Gazette\n7 April 2021\n\nHome\nNews\nSport\n\nOld ferry pier to close at once",
            None,
            "menus are left of a page that may have been fetched on that day",
        ),
        (
            "Lindmouth Gazette\n7 April 2021\n\nNINE BOATS, NO PIER, ONE TOWN\n\nOld ferry pier to close at once\n\nBy Ola Berg",
            "2021-04-07",
            "a headline in capitals over another",
        ),
        (
            "Lindmouth Gazette\n7 April 2021\n\nOld ferry pier to close at once\n\nBy our harbour desk",
            "2021-04-07",
            "a desk writes as a person does",
        ),
        (
            "LINDMOUTH GAZETTE — Wednesday, 7 April 2021 — Page 3\n\nOld ferry pier to close at once\n\nBy Ola Berg",
            "2021-04-07",
            "paper, day and page in one line are no headline",
        ),
        (
            "Lindmouth Gazette\n7 April 2021\nVol. 12, No. 45\n\nOld ferry pier to close at once",
            "2021-04-07",
            "a paper prints its number",
        ),
        (
            "Lindmouth Gazette\nLindmouth\n7 April 2021\n\nOld ferry pier to close at once",
            "2021-04-07",
            "and its town",
        ),
        (
            "Lindmouth Gazette\nSubscribe\n7 April 2021\n\nOld ferry pier to close at once",
            None,
            "a button is left of a page",
        ),
        (
            "11.5 C\n7 April 2021\n\nOld ferry pier to close at once",
            None,
            "the weather is that of the visit",
        ),
        (
            "Monday, 7 April 2021\n\nOld ferry pier to close at once\n\nBy Ola Berg",
            None,
            "7 April 2021 was a Wednesday",
        ),
        (
            "Lindmouth Gazette\n7 April 2021\n\nOld ferry pier to close at once\n\nSANDVIK, March 2 (AP) —",
            None,
            "the text has a day of its own, whose year is not said",
        ),
    ],
)
def test_a_printed_report_came_out_on_the_day_over_its_headline(
    head: str, value: str | None, why: str
) -> None:
    joint = " " if head.endswith("—") else "\n\n"
    article = clean_text(f"{head}{joint}{BODY}\n\n{MORE}")
    found = article.published.value if article.published else None
    assert found == value, why


def test_a_byline_of_nobody_in_particular_does_not_go_on_with_the_headline() -> None:
    article = clean_text(
        f"Lindmouth Gazette\n7 April 2021\n\nOld ferry pier to close over cracks\n\nby our harbour staff\n\n{BODY}\n\n{MORE}"
    )
    assert article.headline == "Old ferry pier to close over cracks"


def test_a_heading_of_markdown_is_no_body_text_however_it_ends() -> None:
    article = clean_text(
        f"# Explainer: Why is the old ferry pier of Lindmouth to close this year?\n\n**Coastwire**\n\nPublished 9 February 2024\n\n{BODY}\n\n{MORE}"
    )
    assert (
        article.headline == "Explainer: Why is the old ferry pier of Lindmouth to close this year?"
    )
    assert article.published is not None
    assert article.published.value == "2024-02-09"


def test_a_picture_of_markdown_is_no_part_of_the_sentence_over_it() -> None:
    article = clean_text(
        f"{BODY}\n\nThe board said there were three.\n\n![The pier](https://img.example/pier.jpg)\n\n{MORE}"
    )
    assert "img.example" not in article.text
    assert "The board said there were three." in article.text.split("\n\n")


@pytest.mark.parametrize(
    ("frame", "value", "why"),
    [
        ("Sandvik Harbour Watch\nAug 23, 2024, 7:05 AM", "2024-08-23", "day and clock over a post"),
        ("Sandvik Harbour Watch\n23.08.2024 09:14", "2024-08-23", "the same in figures"),
        ("Sandvik Harbour Watch\nAug 23, 2024", None, "a day alone may be that of the visit"),
    ],
)
def test_day_of_a_post(frame: str, value: str | None, why: str) -> None:
    article = clean_text(f"{frame}\n\n{BODY}\n\n{MORE}")
    found = article.published.value if article.published else None
    assert (article.headline, found) == (None, value), why

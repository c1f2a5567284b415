"""Markdown files state their title, day and authors before the text."""

import pytest

from secondsource.article import read_capture
from secondsource.article.front_matter import front_matter
from secondsource.model.article import Article, Capture

TEXT = (
    "The council of Nordhavn agreed on Monday to dredge the inner basin before the winter, its mayor said.\n\n"
    "The work will cost four million crowns and take six weeks, Ms Lindqvist told the meeting in the town hall.\n"
)


def markdown(head: str) -> Article:
    return read_capture(
        Capture(digest="", address="a.md", media_type="text/markdown", data=(head + TEXT).encode())
    )


def test_it_gives_title_day_and_authors() -> None:
    found = markdown(
        '---\ntitle: "Basin to be dredged"\nauthor: Ida Holm\ndate: 2031-05-06\n'
        "publisher: Nordhavn Post\nurl: https://post.example/basin\n---\n\n# Basin to be dredged\n\n"
    )
    assert found.headline == "Basin to be dredged"
    assert found.authors == ("Ida Holm",)
    assert found.outlet == "Nordhavn Post"
    assert found.url == "https://post.example/basin"
    assert found.published is not None
    assert found.published.value == "2031-05-06"
    assert found.text == TEXT.strip()


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("---\nauthors: [Ida Holm, 'Per Vik']\n---\nx", {"authors": "Ida Holm; Per Vik"}, "a list in a row"),
        ("---\nauthors:\n  - Ida Holm\n  - Per Vik\n---\nx", {"authors": "Ida Holm; Per Vik"}, "a list in rows"),
        ("---\nThe weather: fair.\nNo more.\n---\nx", {}, "a text between rules"),
        ("---\ntitle: Never closed\n\nx", {}, "a block without an end"),
        ("Words\n---\ntitle: Late\n---\n", {}, "a block that does not begin the text"),
        ("---\ndraft: true\n---\nx", {}, "fields that we have no use for"),
    ],
)  # fmt: skip
def test_rows(text: str, expected: dict[str, str], why: str) -> None:
    assert front_matter(text) == expected, why

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
        ('+++\ntitle = "Basin"\ndate = 2031-05-06\n+++\nx', {"title": "Basin", "published": "2031-05-06"}, "TOML"),
        ("---\nsource: Nordhavn Post\n---\nx", {"outlet": "Nordhavn Post"}, "a source that is a name"),
        ("---\nsource: https://post.example/basin\n---\nx", {"url": "https://post.example/basin"}, "one that is an address"),
        ("---\nThe weather: fair.\nNo more.\n---\nx", {}, "a text between rules"),
        ("---\ntitle: Never closed\n\nx", {}, "a block without an end"),
        ("Words\n---\ntitle: Late\n---\n", {}, "a block that does not begin the text"),
        ("---\ndraft: true\n---\nx", {}, "fields that we have no use for"),
    ],
)  # fmt: skip
def test_rows(text: str, expected: dict[str, str], why: str) -> None:
    assert front_matter(text) == expected, why


@pytest.mark.parametrize("media_type", ["text/markdown", "text/plain"])
def test_a_day_that_cannot_be_is_unknown_and_the_block_no_headline(media_type: str) -> None:
    head = "---\ntitle: Basin to be dredged\ndate: 2031-02-31\n---\n\n"
    capture = Capture(digest="", address="a", media_type=media_type, data=(head + TEXT).encode())
    found = read_capture(capture)
    assert (found.headline, found.published) == ("Basin to be dredged", None)
    assert found.text == TEXT.strip()


def test_marks_are_no_words() -> None:
    marked = (
        "# Basin to be dredged\n\n_6 May 2031_\n\n![The basin](basin.jpg)\n\n"
        + TEXT.replace("inner basin", "[inner basin](https://post.example/map_(old))").replace(
            "four million", "**four million**"
        )
        + "\n> It is a *long* wait for the 2_4_b pier, she said to the mayor.\n\n[1]: https://post.example/a\n"
    )
    found = read_capture(
        Capture(digest="", address="a.md", media_type="text/markdown", data=marked.encode())
    )
    assert (
        found.text
        == TEXT.strip() + "\n\nIt is a long wait for the 2_4_b pier, she said to the mayor."
    )
    assert found.published is not None
    for origin in found.origins:
        words = found.text[origin.start : origin.end]
        assert marked[origin.captured_start :].startswith(words)

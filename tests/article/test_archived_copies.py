"""Copies of pages in web archives, footers of pages, and hyphens at the ends of narrow lines."""

import pytest

from secondsource.article import read_capture
from secondsource.model.address import archived_page
from secondsource.model.article import Article, Capture

BODY = (
    "<h1>Crews leave the ferries at Ibo</h1>"
    "<p>Ferry crews at Ibo walked out on Tuesday after the harbour board cut their night pay, the union said.</p>"
    "<p>The islanders depend on the boats for rice, fuel and medicine, the head nurse of the clinic said.</p>"
    "<p>The board said that talks would go on and that two ferries would run from the old pier again.</p>"
)
PAGE = "https://ibo-courier.example/2024/03/04/ferries"

ADDRESSES = [
    (f"https://web.archive.org/web/20240305101010/{PAGE}", PAGE, "the Wayback Machine"),
    (f"http://web.archive.org/web/20240305101010id_/{PAGE}", PAGE, "its bare copies"),
    (f"https://arquivo.example/wayback/20240305101010/{PAGE}", PAGE, "another archive"),
    (f"https://archive.example/20240305101010/{PAGE}", PAGE, "an archive without a folder"),
    ("https://web.archive.org/web/20240305101010/http:/ibo.example/a", "http://ibo.example/a", "a slash that a server took away"),
    (PAGE, PAGE, "no copy"),
    (f"https://share.example/?link={PAGE}", f"https://share.example/?link={PAGE}", "a link that names a page"),
    ("https://web.archive.org/web/20240305101010/https://", "https://web.archive.org/web/20240305101010/https://", "half an address"),
]  # fmt: skip


@pytest.mark.parametrize(("address", "page", "why"), ADDRESSES, ids=[row[2] for row in ADDRESSES])
def test_the_page_of_a_copy(address: str, page: str, why: str) -> None:
    assert archived_page(address) == page, why


def article(body: str, address: str = "page.html", head: str = "") -> Article:
    page = f"<html lang='en'><head>{head}</head><body><article>{BODY}</article>{body}</body></html>"
    return read_capture(
        Capture(digest="", address=address, media_type="text/html", data=page.encode())
    )


def test_a_copy_keeps_its_address_and_has_that_of_the_page() -> None:
    copy = f"https://web.archive.org/web/20240805101010/{PAGE}"
    found = article("", copy, f'<link rel="canonical" href="{copy}">')
    assert (found.address, found.url) == (copy, PAGE)
    assert found.published is not None
    assert found.published.value == "2024-03-04"


@pytest.mark.parametrize("classes", ["", "site-footer", "widget"])
def test_a_footer_names_the_publisher(classes: str) -> None:
    found = article(
        f'<div class="{classes}">© 2024 Ibo Media Group. All rights reserved.</div>',
        "https://ibo-courier.example/f",
    )
    assert found.publisher == "Ibo Media Group"
    assert [one.kind for one in found.removed if "©" in one.words] == ["copyright"]


def test_the_year_of_a_footer_dates_no_page() -> None:
    """Sites leave the year of their beginning there, or write the one in which the page is asked for."""
    for year in ("2011", "2031"):
        found = article(f"<footer>© {year} Ibo Media Group. All rights reserved.</footer>", PAGE)
        assert found.published is not None
        assert found.published.value == "2024-03-04"


NARROW = (
    "The harbour board met on Mon-\nday at the pier and said the fer-\nries would run again after talks\n"
    "that the union had asked for in a\nletter sent to the ministry early\nlast week by its secretary there.\n"
)


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        ("They asked for short-", "and long-term loans.", "short- and long-term"),
        ("The boats -LRB- all of them ! -RRB-", "went out at night.", "-RRB- went out"),
        (
            "The crews had a well-",
            "known leader, who was well-known in Ibo.",
            "a well-known leader",
        ),
    ],
)
def test_hyphens_that_part_no_word(first: str, second: str, shown: str) -> None:
    text = f"{first}\n{second}\n\n" + "The board met again in the evening and voted on it.\n\n" * 4
    found = read_capture(
        Capture(digest="", address="a.txt", media_type="text/plain", data=text.encode())
    )
    assert shown in found.text


def test_words_parted_at_the_ends_of_narrow_lines() -> None:
    """As the columns of papers are, which a PDF gives line by line."""
    found = read_capture(
        Capture(digest="", address="a.txt", media_type="text/plain", data=NARROW.encode())
    )
    assert "met on Monday at the pier and said the ferries would run" in found.text

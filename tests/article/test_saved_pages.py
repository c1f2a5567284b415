"""What a saved page tells of where it came from, who wrote it and when."""

import json

import pytest

from secondsource.article import read_capture
from secondsource.model.article import Article, Capture

BODY = (
    "The parish council of Orlund voted on Tuesday to buy back the old ferry, which had been moored since a storm tore away its stage.",
    "Its chair said that the sum had been found in the fund for roads, and that the work would begin in May.",
    "Two members voted against it. They had asked for a bridge, which the county refused to pay for.",
)
URL = "https://orlund.example/2031/02/03/ferry"


def page(before: str = "", head: str = "", language: str = "en") -> Article:
    paragraphs = "".join(f"<p>{one}</p>" for one in BODY)
    html = (
        f"<!DOCTYPE html>{before}<html lang={language}><head><title>Orlund buys back its ferry</title>{head}</head>"
        f"<body><article><h1>Orlund buys back its ferry</h1>{paragraphs}</article></body></html>"
    )
    return read_capture(
        Capture(digest="", address="page.html", media_type="text/html", data=html.encode())
    )


@pytest.mark.parametrize(
    "comment",
    [
        f"<!--\n Page saved with SingleFile \n url: {URL} \n saved date: Fri Feb 04 2031\n-->",
        f"<!-- saved from url=(0042){URL} -->",
    ],
)
def test_who_saved_a_page_wrote_its_address_into_it(comment: str) -> None:
    found = page(comment)
    assert found.url == URL
    assert found.published is not None
    assert (found.published.value, found.published.basis) == ("2031-02-03", "url")


def test_names_that_a_graph_keeps_elsewhere_are_followed() -> None:
    graph = [
        {"@type": "Person", "@id": "#p", "name": "Ola Berg"},
        {"@type": "NewsArticle", "author": {"@id": "#p"}, "publisher": {"@id": "#o"}, "datePublished": "2031-02-03"},
        {"@type": "Organization", "@id": "#o", "name": "Orlund Post"},
    ]  # fmt: skip
    found = page(
        head=f'<script type="application/ld+json">{json.dumps({"@graph": graph})}</script>'
    )
    assert (found.authors, found.outlet) == (("Ola Berg",), "Orlund Post")


@pytest.mark.parametrize(
    ("written", "language", "day", "why"),
    [
        ("03/02/2021", "en", None, "nobody can tell day from month"),
        ("03/02/2021", "en-GB", "2021-02-03", "a page in British English"),
        ("03/02/2021", "es", "2021-02-03", "a page in Spanish"),
        ("23/02/2021", "en", "2021-02-23", "only a day is above twelve"),
    ],
)
def test_a_day_in_figures(written: str, language: str, day: str | None, why: str) -> None:
    found = page(head=f'<meta name="date" content="{written}">', language=language).published
    assert (found.value if found else None) == day, why

"""Pages that hold their report in what they state to machines, and accents that stand apart from their letters."""

import json
import unicodedata

import pytest

from secondsource.article import read_capture
from secondsource.errors import ArticleError
from secondsource.model.article import Article, Capture

SENTENCES = [
    f"The lock keepers of Brandö closed gate number {n} on Tuesday after the ice had bent its hinges, said the warden, Inés Åberg."
    for n in range(1, 9)
]
BODY = "\n\n".join(SENTENCES)


def read(page: str) -> Article:
    return read_capture(
        Capture(digest="", address="page.html", media_type="text/html", data=page.encode())
    )


def page(shown: list[str], stated: str | None) -> str:
    document = {"@type": "NewsArticle", "headline": "Ice closes the locks", "articleBody": stated}
    script = f'<script type="application/ld+json">{json.dumps(document)}</script>' if stated else ""
    paragraphs = "".join(f"<p>{one}</p>" for one in shown)
    nav = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
    return f"<html><head><title>Ice closes the locks</title>{script}</head><body>{nav}<article><h1>Ice closes the locks</h1>{paragraphs}</article></body></html>"


@pytest.mark.parametrize(
    "shown", [SENTENCES[:1], []], ids=["a teaser is shown", "nothing is shown"]
)
@pytest.mark.parametrize(
    "stated",
    [BODY, "".join(f"<p>{one}</p>" for one in SENTENCES)],
    ids=["as text", "as markup"],
)
def test_a_body_that_is_only_stated_is_read(shown: list[str], stated: str) -> None:
    article = read(page(shown, stated))
    assert article.text == BODY
    assert article.headline == "Ice closes the locks"


def test_a_page_without_any_shown_text() -> None:
    document = json.dumps({"@type": "NewsArticle", "articleBody": BODY})
    script = f'<script type="application/ld+json">{document}</script>'
    assert read(f"<html><head>{script}</head><body><div></div></body></html>").text == BODY
    with pytest.raises(ArticleError, match="shows no text"):
        read("<html><head></head><body><div></div></body></html>")


@pytest.mark.parametrize(
    ("stated", "why"),
    [
        (BODY, "the page shows what it states"),
        (" ".join(SENTENCES[:2]), "a teaser is stated"),
        (BODY.replace("lock", "sluice").replace("Tuesday", "Friday")[:620], "another text, no longer than the page's"),
    ],
)  # fmt: skip
def test_what_a_page_shows_goes_before_what_it_states(stated: str, why: str) -> None:
    assert read(page(SENTENCES, stated)).text == BODY, why


@pytest.mark.parametrize("media_type", ["text/html", "text/plain"])
def test_accents_are_composed_with_their_letters(media_type: str) -> None:
    source = page(SENTENCES, None) if media_type == "text/html" else BODY
    data = unicodedata.normalize("NFD", source).encode()
    article = read_capture(Capture(digest="", address="a.txt", media_type=media_type, data=data))
    assert article.text == BODY

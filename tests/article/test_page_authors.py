"""Who wrote a page, by its markup: labels of forms and the site's own address are nobody."""

import pytest

from secondsource.article.page import parse
from secondsource.article.page_metadata import read_metadata


@pytest.mark.parametrize(
    ("body", "authors", "why"),
    [
        ("<p class='byline'>By Ola Berg</p>", "Ola Berg", "a byline"),
        ("<p class='author'>Erstellt von Ola Berg</p>", "Ola Berg", "a byline in German"),
        ("<p class='author'>Ola Berg am 3. Mai 2021</p>", "Ola Berg", "with the rest of a date"),
        ("<form><p class='author'>Name *</p></form>", None, "the label of a form"),
        ("<ol id='comments'><li><b class='author'>Pier7</b></li></ol>", None, "one who comments"),
        (
            "<meta name='author' content='lindmouth.example'><p class='byline'>By Ola Berg</p>",
            "Ola Berg",
            "the site's address",
        ),
    ],
)
def test_authors_by_markup(body: str, authors: str | None, why: str) -> None:
    tree = parse(f"<html><body>{body}</body></html>")
    assert read_metadata(tree, "https://lindmouth.example/pier").get("authors") == authors, why

"""`record(*reports)`: the record of clean bodies, each with the day on which it came out."""

from collections.abc import Callable

import pytest
from tests.given_days import on

from secondsource.lineage import trace
from secondsource.model.article import Article
from secondsource.model.record import Record
from secondsource.record.record import make_record

PAPERS = ("Lake Herald", "Coast Courier", "Hill Gazette", "Plains Mail")
"""The papers in which the reports stand, one each."""


@pytest.fixture(scope="session")
def record(reader) -> Callable[..., Record]:
    def made(*reports: tuple[str, str]) -> Record:
        articles = [article(n, text, day) for n, (text, day) in enumerate(reports)]
        return make_record([reader.read_article(each) for each in articles], trace(articles))

    return made


def article(number: int, text: str, day: str) -> Article:
    """A clean body that came out on `day`."""
    return Article(
        id=f"report-{number}",
        address=f"report-{number}",
        text=text,
        language="en",
        outlet=PAPERS[number],
        published=on(day),
    )

"""The example story: every body, headline, byline and agency as reviewed."""

import json
from pathlib import Path

import pytest

from secondsource.article import read_capture
from secondsource.ingest import Failure, captures

ROOT = Path(__file__).parents[2]
STORY = ROOT / "tests/stories/pemba-channel"
REPORTS = ROOT / "examples/pemba-channel/reports"
ROWS = [json.loads(line) for line in (STORY / "articles.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=[row["file"] for row in ROWS])
def test_article_as_reviewed(row: dict) -> None:  # type: ignore[type-arg]
    (capture,) = captures([REPORTS / row["file"]])
    assert not isinstance(capture, Failure)
    article = read_capture(capture)
    assert article.text == (STORY / row["body"]).read_text("utf-8").strip()
    assert article.headline == row["headline"]
    assert article.outlet == row["outlet"]
    assert list(article.authors) == row["authors"]
    assert list(article.contributors) == row["contributors"]
    assert list(article.agencies) == row["agencies"]
    assert list(article.credited_newsrooms) == row["credited_newsrooms"]
    assert article.language == row["language"]
    if article.published is not None and row["published"] is not None:
        assert article.published.value == row["published"]

"""The invented stories with reviewed answers: which text comes from which, and which does not."""

import json
from pathlib import Path
from typing import Any

import pytest
from invented import article

from secondsource.lineage import trace

STORIES = sorted(Path(__file__).parent.parent.glob("stories/*/lineage.jsonl"))


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("path", STORIES, ids=[path.parent.name for path in STORIES])
def test_passages_of_a_story(path: Path) -> None:
    articles = []
    for row in rows(path.parent / "articles.jsonl"):
        text = (path.parent / row["body"]).read_text(encoding="utf-8")
        published = row["published"] if row["precision"] == "day" else None
        articles.append(article(row["file"], text, published, agencies=tuple(row["agencies"])))
    lineage = trace(articles)
    found = {(passage.from_, passage.to): passage for passage in lineage.passages}
    answers = rows(path)
    expected = {(row["from"], row["to"]) for row in answers if row["kind"] != "none"}
    assert set(found) == expected
    for row in answers:
        if row["kind"] == "none":
            continue
        passage = found[row["from"], row["to"]]
        assert passage.kind in (row["kind"], *row.get("accept_kinds", ()))
        figures = [(a.was, a.became) for a in passage.alterations if a.kind == "figure"]
        for altered in row["alterations"]:
            if altered["kind"] == "number":
                assert any(was in altered["was"] for was, _ in figures)
            if altered["kind"] == "quotation":
                assert not passage.verbatim

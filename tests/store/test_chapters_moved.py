"""A story in chapters, in a folder and on a server: the same record, and wherever it moves its chapters go with it."""

from pathlib import Path
from typing import Any

import pytest

from secondsource.build import build, chaptered
from secondsource.reading.language import best_package
from secondsource.record.chapters import parting
from secondsource.record.chapters.parting import Limits
from secondsource.store.backup import back_up, restore
from secondsource.store.chapters import chapter_rows, made_chapters
from secondsource.store.doctor import examine
from secondsource.store.search import search_articles
from secondsource.store.story import Story, open_story

PEMBA = sorted((Path(__file__).parents[2] / "examples/pemba-channel/reports").iterdir())
LATER = PEMBA[-1]


@pytest.fixture(autouse=True)
def small_limits(monkeypatch):
    monkeypatch.setattr(parting, "LIMITS", Limits(told_at_once=5, in_a_chapter=3, looked_at=1))


@pytest.fixture
def told(monkeypatch) -> list[str]:
    """The chapters that are made from now on."""
    found: list[str] = []
    tell = chaptered.tell_chapter

    def noted(job: Any) -> Path:
        found.append(job.chapter.id)
        return tell(job)

    monkeypatch.setattr(chaptered, "tell_chapter", noted)
    return found


def in_chapters(story: Story) -> dict[str, Any]:
    """All that a store holds of a record in chapters."""
    with story.store() as store:
        assert len(chapter_rows(store)) > 2
        parts = store.database.rows("SELECT field, id, chapter, json FROM chapter_part")
        return {
            "record": store.record(),
            "chapters": chapter_rows(store),
            "made": made_chapters(store),
            "parts": sorted(parts),
            "found": search_articles(story.database, "said"),
        }


def without_the_last(new_story, name: str) -> Story:
    story = new_story(name, pipeline=best_package())
    build(story.folder, PEMBA[:-1])
    return story


def test_either_store_holds_the_same(new_story, reading, told, tmp_path):
    story = without_the_last(new_story, "story")
    before = len(told)
    assert build(story.folder, [LATER]).changed
    assert 0 < len(told) - before < before, "one article more makes not all of it again"
    build(tmp_path / "at-once", PEMBA)
    assert in_chapters(open_story(story.folder)) == in_chapters(open_story(tmp_path / "at-once"))


@pytest.mark.parametrize("to_server", [False, pytest.param(True, marks=pytest.mark.slow)])
def test_what_is_restored_makes_only_what_is_new(
    new_story, reading, told, tmp_path, request, to_server
):
    story = without_the_last(new_story, "story")
    back_up(story, tmp_path / "story.zip")
    store = None
    if to_server:
        store = f"{request.getfixturevalue('server').address}#{tmp_path.name}"
    there = restore(tmp_path / "story.zip", tmp_path / "there", store=store)
    assert examine(there) == ()
    assert in_chapters(there) == in_chapters(story)
    told.clear()
    assert not build(there.folder, []).changed
    assert told == []
    build(story.folder, [LATER])
    of_first = list(told)
    told.clear()
    build(there.folder, [LATER])
    assert told == of_first
    assert in_chapters(there) == in_chapters(story)

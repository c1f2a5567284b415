"""What a build keeps for the next one: only by the same rules, only whole, and never in the way."""

import sqlite3

import pytest

from secondsource.store.keeping import NAME, keeping
from secondsource.store.story import Story, create_story


@pytest.fixture
def story(tmp_path) -> Story:
    return create_story(tmp_path / "story", "none")


def test_what_was_kept_is_found_by_the_same_rules_only(story):
    with keeping(story, "rules 1") as kept:
        kept.keep("card", "a", b"one")
    with keeping(story, "rules 1") as kept:
        assert kept.kept("card", "a") == b"one"
        assert kept.kept("card", "b") is None
        assert kept.kept("link", "a") is None
    with keeping(story, "rules 2") as kept:
        assert kept.kept("card", "a") is None


def test_what_nobody_asked_for_is_thrown_away(story):
    with keeping(story, "rules") as kept:
        kept.keep("card", "a", b"one")
        kept.keep("card", "b", b"two")
    with keeping(story, "rules") as kept:
        kept.kept("card", "a")
    with keeping(story, "rules") as kept:
        assert kept.kept("card", "a") == b"one"
        assert kept.kept("card", "b") is None


def test_a_value_that_is_not_whole_was_not_kept(story):
    with keeping(story, "rules") as kept:
        kept.keep("card", "a", b"one")
    with sqlite3.connect(story.cache / NAME) as connection:
        connection.execute("UPDATE kept SET value = ?", (b"on",))
    with keeping(story, "rules") as kept:
        assert kept.kept("card", "a") is None
        kept.keep("card", "a", b"one")
    with keeping(story, "rules") as kept:
        assert kept.kept("card", "a") == b"one"


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100])
def test_a_broken_file_is_made_anew(story, content):
    story.cache.mkdir()
    for _ in range(2):
        (story.cache / NAME).write_bytes(content)
        with keeping(story, "rules") as kept:
            assert kept.kept("card", "a") is None
            kept.keep("card", "a", b"one")
    with keeping(story, "rules") as kept:
        kept.keep("card", "a", b"one")
    with keeping(story, "rules") as kept:
        assert kept.kept("card", "a") == b"one"


def test_where_nothing_can_be_written_nothing_is_kept(story):
    story.cache.write_text("a file where the folder should be")
    with keeping(story, "rules") as kept:
        kept.keep("card", "a", b"one")
        assert kept.kept("card", "a") is None


def test_a_fault_of_the_build_is_not_swallowed(story):
    with pytest.raises(sqlite3.Error), keeping(story, "rules"):
        raise sqlite3.OperationalError("of the story, not of the cache")


def test_much_is_written_on_the_way(story, monkeypatch):
    monkeypatch.setattr("secondsource.store.keeping.BYTES_TOGETHER", 3)

    def cut_off():
        with keeping(story, "rules") as kept:
            kept.keep("card", "a", b"one")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cut_off()
    with keeping(story, "rules") as kept:
        assert kept.kept("card", "a") == b"one"

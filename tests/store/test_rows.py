"""Writing a record over another one: only what changed is written, and nothing of the old one stays."""

from dataclasses import replace

import pytest
from samples import record_of

from secondsource.store import rows
from secondsource.store.rows import replace_rows
from secondsource.store.story import create_story
from secondsource.store.tables import TABLES

ARTICLES = next(table for table in TABLES if table.name == "article")


def test_only_what_changed_is_written(tmp_path):
    before = record_of(("a", "Ferry", "The ferry stopped."), ("b", "Ramp", "A ramp broke."))
    after = record_of(("a", "Ferry", "The ferry stopped."), ("c", "Rain", "It rained."))
    with create_story(tmp_path / "story", "none").store() as store:
        store.write_record(before, "one")
        store.database.execute(
            "CREATE TEMP TABLE written AS SELECT id FROM article WHERE 0"  # what a trigger saw
        )
        for way, row in (("INSERT", "new"), ("DELETE", "old")):
            store.database.execute(
                f"CREATE TEMP TRIGGER saw_{way} AFTER {way} ON main.article BEGIN"
                f" INSERT INTO written VALUES ('{way} ' || {row}.id); END"
            )
        store.write_record(after, "two")
        assert {id for (id,) in store.database.rows("SELECT id FROM written")} == {
            "DELETE b",
            "INSERT c",
        }
        assert store.record().articles == after.articles
        texts = store.database.rows("SELECT id, text FROM article_text ORDER BY id")
        assert texts == [("a", "The ferry stopped."), ("c", "It rained.")]


def test_a_column_that_another_version_filled_otherwise_is_written_anew(tmp_path):
    record = record_of(("a", "Ferry", "The ferry stopped."))
    shouted = replace(
        ARTICLES,
        values=lambda row: tuple(str(value).upper() for value in ARTICLES.values(row)),
    )
    with create_story(tmp_path / "story", "none").store() as store:
        with store.transaction() as database:
            replace_rows(database, shouted, record.articles)
        store.write_record(record, "one")
        [(headline,)] = store.database.rows("SELECT headline FROM article")
        assert headline == "Ferry"


@pytest.mark.parametrize("together", [1, 2, 4096])
def test_of_items_with_one_id_the_last_counts_however_many_are_written_at_once(
    tmp_path, monkeypatch, together
):
    monkeypatch.setattr(rows, "WRITTEN_TOGETHER", together)
    stopped = record_of(("a", "Ferry", "The ferry stopped."), ("b", "Ramp", "A ramp broke."))
    sailed = record_of(("a", "Ferry", "The ferry sailed."), ("c", "Rain", "It rained."))
    with create_story(tmp_path / "story", "none").store() as store:
        for before, after in ((stopped, sailed), (sailed, stopped), (stopped, stopped)):
            with store.transaction() as database:
                replace_rows(database, ARTICLES, (*before.articles, *after.articles))
            kept = {row.id: row for row in (*before.articles, *after.articles)}
            assert {row.id: row for row in store.items("article")} == kept

"""While another process writes the story, the record before it is shown; then the new one."""

import sqlite3

import pytest

from secondsource.errors import StoryNotFound
from secondsource.model.claim import Claim
from secondsource.store.pages import Snapshot
from secondsource.store.tables import TABLES
from secondsource.web.current import Current


@pytest.fixture
def database(copy_of_story):
    return copy_of_story / "story.db"


def test_a_half_written_record_is_never_seen(database):
    current = Current(database)
    before = list(current.sight.index.claims)
    writer = sqlite3.connect(database, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    for table in TABLES:
        writer.execute(f"DELETE FROM {table.name}")
    assert not current.look()
    assert current.sight.snapshot.some(Claim, before[:5])
    writer.execute("UPDATE meta SET value = 'new' WHERE key = 'record_made_from'")
    held = current.sight
    writer.execute("COMMIT")
    assert len(held.snapshot.some(Claim, before)) == len(before)
    assert current.look()
    assert not current.sight.index.claims
    assert not current.look()
    current.close()


def test_reading_never_writes(database):
    before = database.read_bytes()
    snapshot = Snapshot(database)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        snapshot._database._connection.execute("DELETE FROM claim")
    snapshot.close()
    assert database.read_bytes() == before


def test_without_a_record_it_says_what_to_do(tmp_path):
    with pytest.raises(StoryNotFound, match="build"):
        Snapshot(tmp_path / "story.db")
    (tmp_path / "story.db").write_bytes(b"no database" * 100)
    with pytest.raises(StoryNotFound, match="build"):
        Snapshot(tmp_path / "story.db")


def test_items_come_in_the_order_that_is_asked(database):
    snapshot = Snapshot(database)
    claims = list(snapshot.all(Claim))
    ids = [claim.id for claim in claims[:7]][::-1]
    assert [c.id for c in snapshot.some(Claim, [ids[0], "none", *ids[1:]])] == ids
    assert snapshot.one(Claim, ids[0]) == claims[6]
    assert snapshot.beginning(Claim, "") == ()
    snapshot.close()

"""The store under hard conditions: older schemas, no right to write, a full disk, two writers."""

import errno
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest
from msgspec import UNSET
from samples import EMPTY, capture, opened

from secondsource.errors import (
    DiskFull,
    StoryDamaged,
    StoryLocked,
    StoryNotFound,
    StoryReadOnly,
    StoryTooNew,
    StoryTooOld,
)
from secondsource.model.article import Article
from secondsource.model.reading import Reading
from secondsource.store.lock import one_writer
from secondsource.store.migrations import SCHEMA_VERSION
from secondsource.store.story import create_story

OLD_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE capture (address TEXT PRIMARY KEY, digest TEXT NOT NULL, media_type TEXT NOT NULL,
  captured TEXT, metadata TEXT NOT NULL, failure TEXT) STRICT;
CREATE TABLE reading (address TEXT PRIMARY KEY, digest TEXT NOT NULL, method TEXT NOT NULL,
  json TEXT NOT NULL) STRICT;
CREATE TABLE article (id TEXT PRIMARY KEY, address TEXT, headline TEXT, outlet TEXT, published TEXT,
  status TEXT NOT NULL, reason TEXT, json TEXT NOT NULL) STRICT;
PRAGMA user_version = 1;
"""
"""What mattered of the first schema."""


def old_story(folder: Path) -> Path:
    """A database of schema 1: two captures, one of them read, and an address that failed."""
    reading = Reading(article=Article(id="x", address="a", text="One."))
    connection = sqlite3.connect(folder / "story.db")
    connection.executescript(OLD_SCHEMA)
    connection.executemany(
        "INSERT INTO capture VALUES (?, ?, ?, ?, ?, ?)",
        [
            ("a", "d1", "text/plain", "2024-03-05", '{"title": "A"}', None),
            ("b", "d2", "text/plain", None, "{}", None),
            ("c", "", "", None, "{}", "c is empty"),
        ],
    )
    connection.execute(
        "INSERT INTO reading VALUES ('a', 'd1', 'rules', ?)", (reading.to_json().decode(),)
    )
    connection.commit()
    connection.close()
    return folder / "story.db"


class TestMigration:
    def test_nothing_is_lost_on_the_way_from_1(self, tmp_path):
        with opened(old_story(tmp_path)) as store:
            assert (store.migrated_from, store.version) == (1, SCHEMA_VERSION)
            rows = [(r.address, r.digest, r.captured, r.failure) for r in store.captures()]
            assert rows == [
                ("a", "d1", "2024-03-05", None),
                ("b", "d2", None, None),
                ("c", "", None, "c is empty"),
            ]
            assert [row.address for row in store.unread("rules")] == ["b"]
            assert [held.capture.metadata for held in store.held()] == [{"title": "A"}]
            store.write_record(EMPTY, "x")
        with opened(tmp_path / "story.db") as store:
            assert store.migrated_from is None
            assert store.record() == EMPTY

    def test_readings_of_before_have_no_grammar(self, tmp_path):
        reading = Reading(article=Article(id="x", address="b", text="One."), grammar=())
        with create_story(tmp_path, "none").store() as store:
            store.keep_captures([capture("b", "x")])
            (row,) = store.captures()
            store.keep_reading(row.id, "rules", reading)
            assert list(store.readings()) == [reading]
        connection = sqlite3.connect(tmp_path / "story.db")
        connection.execute("ALTER TABLE reading DROP COLUMN grammar")
        connection.execute("PRAGMA user_version = 2")
        connection.close()
        with opened(tmp_path / "story.db") as store:
            assert (store.migrated_from, store.version) == (2, SCHEMA_VERSION)
            assert [one.grammar for one in store.readings()] == [UNSET]
            store.keep_reading(row.id, "newer rules", reading)
            assert list(store.readings()) == [reading]

    def test_the_same_input_given_again_is_known(self, tmp_path):
        with opened(old_story(tmp_path)) as store:
            store.keep_captures([msgspec.structs.replace(capture("b", "x"), digest="d2")])
            assert len(store.captures()) == 3

    def test_it_is_all_or_nothing(self, tmp_path):
        database = old_story(tmp_path)
        connection = sqlite3.connect(database)
        connection.execute("ALTER TABLE reading RENAME COLUMN json TO other")
        connection.commit()
        connection.close()
        with pytest.raises(sqlite3.OperationalError):
            opened(database)
        connection = sqlite3.connect(database)
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert connection.execute("SELECT count(*) FROM capture").fetchone() == (3,)
        connection.close()

    def test_a_newer_one_says_so(self, tmp_path):
        connection = sqlite3.connect(tmp_path / "story.db")
        connection.execute("PRAGMA user_version = 99")
        connection.close()
        with pytest.raises(StoryTooNew, match="upgrade"):
            opened(tmp_path / "story.db")


@contextmanager
def read_only_story(old: bool = False) -> Iterator[Path]:
    """A finished story in a folder that nobody but its owner may write."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        create_story(folder / "story", "none")
        if old:
            old_story(folder / "story")
        else:
            with opened(folder / "story/story.db", create=True) as store:
                store.keep_captures([capture("a", "one")])
                store.write_record(EMPTY, "x")
        for file in (folder / "story").iterdir():
            file.chmod(0o444)
        (folder / "story").chmod(0o555)
        yield folder / "story"
        (folder / "story").chmod(0o755)


def as_nobody(code: str, folder: Path) -> str:
    """What Python code prints that is run by somebody without the right to write; `folder` is known to it."""
    program = (
        "import os, sys\nfrom pathlib import Path\n"
        "from secondsource.store.story import open_story\n"
        "from secondsource.store.lock import one_writer\n"
        "if os.geteuid() == 0:\n    os.setgid(65534); os.setuid(65534)\n"
        "folder = Path(sys.argv[1])\n"
        f"try:\n    {code}\nexcept Exception as error:\n    print(type(error).__name__, error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=False
    )
    assert not done.stderr, done.stderr
    return done.stdout


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="needs users")
class TestReadOnly:
    def test_its_record_can_be_read(self):
        with read_only_story() as folder:
            out = as_nobody(
                "s = open_story(folder).store(); print(s.record().as_of, s.writable, len(s.captures()))",
                folder,
            )
        assert out == "2024-03-05 False 1\n"

    def test_it_cannot_be_written_and_says_what_to_do(self):
        with read_only_story() as folder:
            assert "StoryReadOnly" in as_nobody(
                "open_story(folder).store().set_meta('a', 'b')", folder
            )
            assert "StoryReadOnly" in as_nobody("one_writer(folder).__enter__()", folder)

    def test_an_old_one_says_that_it_must_be_migrated(self):
        with read_only_story(old=True) as folder:
            out = as_nobody("open_story(folder).store().captures()", folder)
        assert out.startswith(StoryTooOld.__name__)
        assert "secondsource migrate" in out

    def test_one_whose_build_was_cut_off_is_not_read_without_its_log(self):
        with read_only_story() as folder:
            (folder / "story.db-wal").write_bytes(b"x" * 100)
            (folder / "story.db-wal").chmod(0o444)
            out = as_nobody("open_story(folder).store()", folder)
        assert out.startswith(StoryReadOnly.__name__)


class TestFull:
    def test_the_database(self, tmp_path):
        with opened(tmp_path / "story.db", create=True) as store:
            store.keep_captures([capture("a", "one")])
            store.database._connection.execute("PRAGMA max_page_count = 1")
            with pytest.raises(DiskFull, match="no room left"):
                store.set_meta("big", "x" * 10_000_000)
            store.database._connection.execute("PRAGMA max_page_count = 100000")
            assert len(store.captures()) == 1
            store.set_meta("small", "x")
            assert store.database.integrity() == ()

    def test_the_captures(self, tmp_path, monkeypatch):
        story = create_story(tmp_path / "story", "none")

        def full(_: int) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        one = capture("a", "one")
        with story.store() as store:
            with pytest.raises(DiskFull, match="no room left"):
                store.keep_bytes([one])
            monkeypatch.undo()
            assert not store.database.digests()
            store.keep_bytes([one])
            assert store.bytes_of(one.digest) == b"one"


class TestLock:
    def test_a_second_build_is_told_to_wait(self, tmp_path):
        with one_writer(tmp_path):
            out = as_nobody_else(tmp_path)
            assert out.startswith("StoryLocked another build is writing")
            with pytest.raises(StoryLocked, match="wait"), one_writer(tmp_path):
                pass
        assert as_nobody_else(tmp_path) == "free\n"
        with one_writer(tmp_path):
            pass

    def test_a_lock_of_a_killed_build_is_free(self, tmp_path):
        code = (
            "import os, signal, sys\nfrom pathlib import Path\n"
            "from secondsource.store.lock import one_writer\n"
            "with one_writer(Path(sys.argv[1])):\n    os.kill(os.getpid(), signal.SIGKILL)\n"
        )
        subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)
        with one_writer(tmp_path):
            pass


def as_nobody_else(folder: Path) -> str:
    """What another process finds that wants the lock."""
    code = (
        "import sys\nfrom pathlib import Path\nfrom secondsource.store.lock import one_writer\n"
        "try:\n    with one_writer(Path(sys.argv[1])): print('free')\n"
        "except Exception as error: print(type(error).__name__, error)\n"
    )
    return subprocess.run(
        [sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=False
    ).stdout


class TestDamaged:
    def test_a_file_of_something_else(self, tmp_path):
        (tmp_path / "story.db").write_text(
            "no database at all, but longer than a header of one " * 20
        )
        with pytest.raises(StoryNotFound, match="not a story database"):
            opened(tmp_path / "story.db")

    def test_a_torn_page(self, tmp_path):
        with opened(tmp_path / "story.db", create=True) as store:
            store.keep_captures([capture(str(n), "x" * n, title="t" * 500) for n in range(200)])
            store.database._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        data = bytearray((tmp_path / "story.db").read_bytes())
        data[len(data) // 3 : 2 * len(data) // 3] = b"\xff" * (2 * len(data) // 3 - len(data) // 3)
        (tmp_path / "story.db").write_bytes(data)
        with pytest.raises((StoryDamaged, StoryNotFound)):
            _open_and_check(tmp_path / "story.db")


def _open_and_check(database: Path) -> None:
    with opened(database) as store:
        if store.database.integrity():
            raise StoryDamaged("found by the check")

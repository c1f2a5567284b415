"""An index from keys to the sentences that have them, with what is kept of each article: one file of SQLite in the
story's cache, which may be thrown away at any time, or memory where nothing may be written.

An article that is added, changed or taken out costs what itself holds, not what the index does: sentences keep their
numbers, and the numbers of a key lie in pieces of `PIECE`, of which only those of the article are written anew.
"""

import sqlite3
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..model.value import identifier
from .story import Story

Numbers = NDArray[np.uint32]
Places = Mapping[str, Sequence[int]]
"""Key -> the places in their article, from 0 on, of the sentences that have it."""

Changes = tuple["array[int]", "array[int]"]
"""Of a key in a piece: the numbers that come, and those that go."""

PIECE_BITS = 16
PIECE = 1 << PIECE_BITS
"""Numbers of sentences of which one piece may hold some; each takes two bytes there."""

FEW = 256
"""Places of a key up to which sets of numbers cost less than arrays of numpy: most keys have one or two."""

WAITING = 4_000_000
"""Numbers that wait in memory to be written, at most."""

_NOT_SPOILT = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_IOERR,
    }
)
"""Errors that say nothing against the file (https://sqlite.org/rescode.html)."""

_WAIT_SECONDS = 120
"""For another process that brings the index up to its record."""

_SCHEMA = """
CREATE TABLE meta (made_from TEXT NOT NULL);
CREATE TABLE reading (stamp TEXT PRIMARY KEY, article TEXT NOT NULL, text TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE article (
  id TEXT PRIMARY KEY, first INTEGER NOT NULL, sentences INTEGER NOT NULL, stamp TEXT NOT NULL, asked BLOB NOT NULL,
  answers BLOB NOT NULL, settled BLOB NOT NULL, tells BLOB NOT NULL
);
CREATE TABLE chapter (id TEXT PRIMARY KEY, stamp TEXT NOT NULL, articles TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE key (name TEXT PRIMARY KEY, times INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE piece (
  name TEXT, number INTEGER, places BLOB NOT NULL, PRIMARY KEY (name, number)
) WITHOUT ROWID;
INSERT INTO meta VALUES ('')
"""
_NOTHING: Numbers = np.empty(0, dtype=np.uint32)


@dataclass(frozen=True)
class Entry:
    """What an article's sentences were made from: `stamp` names its reading and its day, `asked` the names that the
    record was asked about, `answers` is a digest of what it answered, `settled` what it settled of the article."""

    stamp: str
    asked: bytes
    answers: bytes
    settled: bytes


class Sentences:
    """Sentences by number. May be used from many threads."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """On an index that is there; see `in_memory`, `kept_sentences`."""
        self._lock = Lock()
        self._connection = connection
        self._waiting: dict[int, dict[str, Changes]] = {}
        self._count_waiting = 0
        self._next = 0

    def close(self) -> None:
        """Lets the index go."""
        with self._lock:
            self._connection.close()

    # -- what is asked -------------------------------------------------------------------------

    def is_made(self) -> bool:
        """Whether it was brought up to any record."""
        return self._row("SELECT 1 FROM sqlite_master WHERE name = 'meta'") is not None

    @property
    def made_from(self) -> str:
        """The record that the index was last brought up to."""
        return str(self._row("SELECT made_from FROM meta")[0])

    def articles(self) -> list[tuple[str, int, int]]:
        """The id of each article, the number of its first sentence and how many it has, sorted by that number."""
        with self._lock:
            return self._connection.execute(
                "SELECT id, first, sentences FROM article ORDER BY first, sentences, id"
            ).fetchall()

    def data_of(self, article: str) -> tuple[bytes, bytes]:
        """What the sentences of an article tell, and what the record settled of it. Raises KeyError for one that is
        not there."""
        row = self._row("SELECT tells, settled FROM article WHERE id = ?", article)
        if row is None:
            raise KeyError(article)
        return bytes(row[0]), bytes(row[1])

    def all_keys(self) -> list[str]:
        """All keys, sorted."""
        with self._lock:
            rows = self._connection.execute("SELECT name FROM key ORDER BY name").fetchall()
        return [name for (name,) in rows]

    def times(self, key: str) -> int:
        """How many sentences have a key."""
        row = self._row("SELECT times FROM key WHERE name = ?", key)
        return 0 if row is None else int(row[0])

    def having(self, key: str) -> Numbers:
        """The numbers of the sentences that have a key, in order."""
        with self._lock:
            rows = self._connection.execute(
                "SELECT number, places FROM piece WHERE name = ? ORDER BY number", [key]
            ).fetchall()
        pieces = [
            np.frombuffer(places, dtype=np.uint16) + np.uint32(number << PIECE_BITS)
            for number, places in rows
        ]
        return np.concatenate(pieces) if pieces else _NOTHING

    def _row(self, query: str, *values: str) -> Any:
        with self._lock:
            return self._connection.execute(query, values).fetchone()

    # -- what is changed, inside `brought_up` --------------------------------------------------

    def readings(self) -> dict[str, tuple[str, str]]:
        """For each reading that was looked at, by its stamp: its article and what tells its text apart."""
        rows = self._connection.execute("SELECT stamp, article, text FROM reading")
        return {stamp: (article, text) for stamp, article, text in rows}

    def set_readings(self, readings: Mapping[str, tuple[str, str]]) -> None:
        """Keeps those, in the place of all others."""
        known = self.readings()
        self._connection.executemany(
            "DELETE FROM reading WHERE stamp = ?", ([stamp] for stamp in known.keys() - readings)
        )
        self._connection.executemany(
            "INSERT INTO reading VALUES (?, ?, ?)",
            ((stamp, *readings[stamp]) for stamp in readings if stamp not in known),
        )

    def chapters(self) -> dict[str, tuple[str, list[str]]]:
        """For each chapter that was shelved: what it was shelved from, and its articles; empty where the record was not told
        in chapters."""
        rows = self._connection.execute("SELECT id, stamp, articles FROM chapter")
        return {id: (stamp, articles.split()) for id, stamp, articles in rows}

    def set_chapters(self, chapters: Mapping[str, tuple[str, Sequence[str]]]) -> None:
        """Keeps those, in the place of all others."""
        self._connection.execute("DELETE FROM chapter")
        self._connection.executemany(
            "INSERT INTO chapter VALUES (?, ?, ?)",
            ((id, stamp, " ".join(ids)) for id, (stamp, ids) in chapters.items()),
        )

    def entry(self, article: str) -> Entry | None:
        """What an article was shelved from; None for one that is not there."""
        row = self._connection.execute(
            "SELECT stamp, asked, answers, settled FROM article WHERE id = ?", [article]
        ).fetchone()
        return Entry(*row) if row else None

    def put(
        self, article: str, entry: Entry, count: int, tells: bytes, keys: Places, was: Places
    ) -> None:
        """Keeps an article of so many sentences, with their keys, in the place of what there is of it; `was` are the keys
        that it had."""
        held = self._connection.execute(
            "SELECT first, sentences FROM article WHERE id = ?", [article]
        ).fetchone()
        first = held[0] if held and held[1] == count else self._next
        self._next = max(self._next, first + count)
        if held:
            self._change(held[0], was, 1)
        self._change(first, keys, 0)
        self._connection.execute(
            "INSERT OR REPLACE INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (article, first, count, *vars(entry).values(), tells),
        )
        if self._count_waiting >= WAITING:
            self._write()

    def let_be_read(self) -> None:
        """From now on changes do not keep readers out."""
        self._connection.execute("PRAGMA journal_mode = WAL")

    def settle(self, article: str, settled: bytes) -> None:
        """Keeps what the record settled of an article that is there."""
        self._connection.execute("UPDATE article SET settled = ? WHERE id = ?", (settled, article))

    def drop(self, article: str, was: Places) -> None:
        """Takes an article out; `was` are the keys that it had."""
        (first,) = self._connection.execute(
            "SELECT first FROM article WHERE id = ?", [article]
        ).fetchone()
        self._change(first, was, 1)
        self._connection.execute("DELETE FROM article WHERE id = ?", [article])

    def _change(self, first: int, keys: Places, which: int) -> None:
        number, begin = divmod(first, PIECE)
        waiting = self._waiting.setdefault(number, {})
        for key, places in keys.items():
            self._count_waiting += len(places)
            if begin + places[-1] < PIECE:
                changes = waiting.get(key)
                if changes is None:
                    changes = waiting[key] = array("H"), array("H")
                if len(places) == 1:  # as most keys of an article have
                    changes[which].append(begin + places[0])
                else:
                    changes[which].extend([begin + place for place in places])
                continue
            for place in places:
                piece, within = divmod(first + place, PIECE)
                of_piece = self._waiting.setdefault(piece, {})
                of_piece.setdefault(key, (array("H"), array("H")))[which].append(within)

    def _write(self) -> None:
        """Writes what waits: of each piece what goes is taken out before what comes is put in."""
        execute = self._connection.execute
        is_empty = execute("SELECT 1 FROM piece LIMIT 1").fetchone() is None
        pieces: list[tuple[str, int, bytes]] = []
        gone: list[tuple[str, int]] = []
        times: list[tuple[str, int]] = []
        for key, number in sorted((key, n) for n, keys in self._waiting.items() for key in keys):
            comes, goes = self._waiting[number][key]
            row = None
            if not is_empty:
                row = execute(
                    "SELECT places FROM piece WHERE name = ? AND number = ?", (key, number)
                ).fetchone()
            before = array("H", row[0] if row else b"")
            after = _changed(before, goes, comes)
            if not after:
                gone.append((key, number))
            elif before != after:
                pieces.append((key, number, after.tobytes()))
            if len(after) != len(before):
                times.append((key, len(after) - len(before)))
        many = self._connection.executemany
        many("DELETE FROM piece WHERE name = ? AND number = ?", gone)
        many("INSERT OR REPLACE INTO piece VALUES (?, ?, ?)", pieces)
        many(
            "INSERT INTO key VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET times = times + excluded.times",
            times,
        )
        execute("DELETE FROM key WHERE times = 0")
        self._waiting, self._count_waiting = {}, 0

    @contextmanager
    def brought_up(self, made_from: str) -> Iterator[bool]:
        """One transaction in which the index is brought up to a record; whether that is still to be done: another
        process may have been first."""
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            if not self.is_made():
                for statement in _SCHEMA.split(";"):
                    self._connection.execute(statement)
            row = self._row("SELECT max(first + sentences) FROM article")
            self._next = int(row[0] or 0) if row else 0
            yield self.made_from != made_from
            self._write()
            self._connection.execute("UPDATE meta SET made_from = ?", [made_from])
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise


def _changed(before: "array[int]", goes: "array[int]", comes: "array[int]") -> "array[int]":
    """The places without those that go and with those that come, sorted, each once."""
    if len(before) + len(comes) <= FEW:
        return array("H", sorted(set(before).difference(goes).union(comes)))
    was, gone, new = (np.frombuffer(some, np.uint16) for some in (before, goes, comes))
    return array("H", np.union1d(np.setdiff1d(was, gone), new).tobytes())


def in_memory() -> Sentences:
    """An empty index that lies in memory; there is nothing to be asked before it is `brought_up`."""
    return Sentences(_connected(":memory:"))


def _connected(place: Path | str) -> sqlite3.Connection:
    return sqlite3.connect(
        place, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False
    )


def kept_sentences(
    story: Story, rules: str, made_from: str, bring_up: Callable[[Sentences], None]
) -> Sentences | None:
    """The index of the record that is identified by `made_from`, from the story's cache, as it stands at one moment:
    where it is of another record, `bring_up` changes it. What other rules made (a digest) and what cannot be read is made
    anew. None where nothing can be written."""
    place = story.cache / f"sentences-{identifier(rules, _SCHEMA)}.db"
    for _ in range(2):
        try:
            return _up_to_date(place, made_from, bring_up)
        except sqlite3.Error as error:
            if _code(error) in _NOT_SPOILT:
                return None
            with suppress(OSError):
                _forget(place)
        except OSError:
            return None
    return None


def _up_to_date(place: Path, made_from: str, bring_up: Callable[[Sentences], None]) -> Sentences:
    if place.is_file() and (found := _opened(place)) is not None:
        if found.made_from == made_from:
            return found
        found.close()
    place.parent.mkdir(exist_ok=True)
    for other in place.parent.glob("sentences-*"):
        if not other.name.startswith(place.name):
            other.unlink(missing_ok=True)
    found = Sentences(_connected(place))
    try:
        with found.brought_up(made_from) as is_due:
            if is_due:
                bring_up(found)
        found.let_be_read()
    finally:
        found.close()
    opened = _opened(place)
    if opened is None:
        raise sqlite3.DatabaseError(f"{place} cannot be read after it was written")
    return opened


def _opened(place: Path) -> Sentences | None:
    """The index, to be read as it stands now; None while it is made. In a folder where nothing can be written it is taken as
    it lies."""
    for form in ("mode=ro", "mode=ro&immutable=1"):
        connection = sqlite3.connect(
            f"{place.resolve().as_uri()}?{form}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
        )
        found = Sentences(connection)
        try:
            connection.execute("BEGIN")
            if found.is_made():
                return found
            found.close()
            return None
        except sqlite3.Error as error:
            found.close()
            code = _code(error)
            if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                return None
            if "immutable" in form or code not in _NOT_SPOILT:
                raise
    raise AssertionError("one of the two forms ends the search")


def _code(error: sqlite3.Error) -> int:
    """The primary code of SQLite."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _forget(place: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        place.with_name(place.name + ending).unlink(missing_ok=True)

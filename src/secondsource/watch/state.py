"""What a watch remembers between rounds and restarts: `STORY/watch.db`.

Every step is one SQLite transaction, so that a watch that is killed goes on where it stood: what was
decided (alerts, the record that they were compared with, to whom they go) is kept together or not at all.
One watch follows a story at a time; it holds the file, and the system lets go of it with the process.
"""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from ..errors import DiskFull, StoryDamaged, StoryLocked, StoryReadOnly, StoryTooNew
from ..model.record import Record
from ..model.value import Value, from_json
from .alerts import Alert

STATE_FILE = "watch.db"
FORMAT = 1

_SCHEMA = """
CREATE TABLE source (name TEXT PRIMARY KEY, etag TEXT NOT NULL, last_modified TEXT NOT NULL);
CREATE TABLE entry (
    source TEXT NOT NULL, address TEXT NOT NULL, mark TEXT NOT NULL, said TEXT NOT NULL,
    tries INTEGER NOT NULL, again INTEGER, reason TEXT, PRIMARY KEY (source, address)
) WITHOUT ROWID;
CREATE TABLE baseline (one INTEGER PRIMARY KEY CHECK (one = 1), made_from TEXT, day TEXT, record BLOB);
CREATE TABLE alert (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, json TEXT NOT NULL);
CREATE TABLE outbox (
    target TEXT NOT NULL, alert INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0, reason TEXT,
    PRIMARY KEY (target, alert)
) WITHOUT ROWID;
CREATE TABLE round (one INTEGER PRIMARY KEY CHECK (one = 1), number INTEGER NOT NULL);
INSERT INTO round VALUES (1, 0);
"""


class Entry(Value, frozen=True):
    """One page of a feed or file of a folder. `mark` changes when its source says that it changed; `said` is
    what a feed says of it. Of one that could not be fetched `tries` counts how often, `again` is the
    number of the round in which it is tried again (null: not any more), and `reason` says why."""

    address: str
    mark: str
    said: dict[str, str] = {}
    tries: int = 0
    again: int | None = None
    reason: str | None = None


class Baseline(Value, frozen=True):
    """The record with which the next one is compared, the digest of its input, and its day."""

    record: Record
    made_from: str
    day: str | None


class Pending(Value, frozen=True):
    """An alert that waits for its receiver. `number` gives the order; `tries` counts vain attempts."""

    number: int
    alert: Alert
    tries: int


class WatchState:
    """The state of one story's watch, held for as long as it is open."""

    def __init__(self, folder: Path) -> None:
        """Opens or makes the state in the story's folder. Raises StoryLocked when another watch holds it,
        StoryReadOnly, StoryDamaged or StoryTooNew with what to do."""
        self.path = folder / STATE_FILE
        try:
            self._db = sqlite3.connect(self.path, timeout=0, isolation_level=None)
        except sqlite3.OperationalError as error:
            raise StoryReadOnly(f"{folder} cannot be written ({error})") from error
        with self._told():
            self._db.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._db.execute("PRAGMA synchronous = FULL")
            self._db.execute("BEGIN EXCLUSIVE")
            version = int(self._db.execute("PRAGMA user_version").fetchone()[0])
            if version == 0:
                for statement in _SCHEMA.split(";\n"):
                    self._db.execute(statement)
                self._db.execute(f"PRAGMA user_version = {FORMAT}")
            self._db.execute("COMMIT")
        if version > FORMAT:
            self.close()
            raise StoryTooNew(
                f"{self.path} was written by a newer secondsource; upgrade with: pip install -U secondsource"
            )

    def __enter__(self) -> "WatchState":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the state."""
        self._db.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turns SQLite's errors inside into ours."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            if code == sqlite3.SQLITE_BUSY:
                self._db.close()
                raise StoryLocked(
                    f"another watch follows {self.path.parent}; stop it first, or let it go on"
                ) from error
            if code == sqlite3.SQLITE_FULL:
                raise DiskFull(
                    f"there is no room left on the disk of {self.path.parent}; free some and go on (what was"
                    " kept so far stays)"
                ) from error
            if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
                raise StoryDamaged(
                    f"{self.path} is damaged ({error}); move it away, and the watch begins anew (the story"
                    " itself is not touched)"
                ) from error
            raise StoryReadOnly(f"{self.path} cannot be written ({error})") from error

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._told():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with self._told():
            return self._db.execute(query, values).fetchall()

    def next_round(self) -> int:
        """The number of the round that begins; the first is 1."""
        with self._transaction() as db:
            db.execute("UPDATE round SET number = number + 1")
            return int(db.execute("SELECT number FROM round").fetchone()[0])

    # -- what came in ---------------------------------------------------------------------------

    def headers(self, source: str) -> tuple[str, str]:
        """ETag and Last-Modified of the last answer of a feed; empty when there are none."""
        rows = self._rows("SELECT etag, last_modified FROM source WHERE name = ?", source)
        return (rows[0][0], rows[0][1]) if rows else ("", "")

    def keep_headers(self, source: str, etag: str, last_modified: str) -> None:
        """Keeps the headers of an answer all of whose entries are kept."""
        with self._transaction() as db:
            db.execute(
                "INSERT OR REPLACE INTO source VALUES (?, ?, ?)", (source, etag, last_modified)
            )

    def marks(self, source: str) -> dict[str, str]:
        """The mark of each known entry of a source, by address."""
        return dict(self._rows("SELECT address, mark FROM entry WHERE source = ?", source))

    def waiting(self, source: str) -> tuple[Entry, ...]:
        """The entries of a source that are to be tried again, by address."""
        rows = self._rows(
            "SELECT address, mark, said, tries, again, reason FROM entry"
            " WHERE source = ? AND again IS NOT NULL ORDER BY address",
            source,
        )
        return tuple(
            Entry(
                address=address,
                mark=mark,
                said=msgspec.json.decode(said, type=dict[str, str]),
                tries=tries,
                again=again,
                reason=reason,
            )
            for address, mark, said, tries, again, reason in rows
        )

    def keep_entries(self, source: str, entries: Iterable[Entry]) -> None:
        """Keeps what is known of entries now, in one transaction."""
        with self._transaction() as db:
            db.executemany(
                "INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    (source, one.address, one.mark, msgspec.json.encode(one.said).decode(), one.tries, one.again, one.reason)
                    for one in entries
                ],
            )  # fmt: skip

    # -- what was found -------------------------------------------------------------------------

    def baseline(self) -> Baseline | None:
        """The record of the last comparison; None before the first, or where another version of
        secondsource kept it in a form that is not understood."""
        rows = self._rows("SELECT made_from, day, record FROM baseline")
        if not rows:
            return None
        made_from, day, packed = rows[0]
        try:
            record = from_json(zlib.decompress(packed), Record)
        except (msgspec.DecodeError, zlib.error):
            return None
        return Baseline(record=record, made_from=made_from, day=day)

    def compared(self) -> tuple[str, str | None] | None:
        """What the record of the last comparison was made from, and its day."""
        rows = self._rows("SELECT made_from, day FROM baseline")
        return (rows[0][0], rows[0][1]) if rows else None

    def keep_alerts(
        self, alerts: Sequence[Alert], targets: Sequence[str], baseline: Baseline
    ) -> tuple[Alert, ...]:
        """Keeps alerts for their receivers together with the record that they were found in; all of it or
        nothing. Gives those of them that were never told before."""
        record = zlib.compress(baseline.record.to_json(), 1)
        new: list[Alert] = []
        with self._transaction() as db:
            for alert in alerts:
                done = db.execute(
                    "INSERT OR IGNORE INTO alert (id, json) VALUES (?, ?)",
                    (alert.id, alert.to_json().decode()),
                )
                if done.rowcount:
                    new.append(alert)
                    db.executemany(
                        "INSERT INTO outbox (target, alert) VALUES (?, ?)",
                        [(target, done.lastrowid) for target in targets],
                    )
            db.execute(
                "INSERT OR REPLACE INTO baseline VALUES (1, ?, ?, ?)",
                (baseline.made_from, baseline.day, record),
            )
        return tuple(new)

    # -- who is to be told ----------------------------------------------------------------------

    def pending(self, target: str, after: int = 0, limit: int = 1000) -> tuple[Pending, ...]:
        """The alerts with numbers above `after` that wait for a receiver, in the order in which they were
        found, at most so many."""
        rows = self._rows(
            "SELECT number, json, tries FROM outbox JOIN alert ON number = alert"
            " WHERE target = ? AND number > ? ORDER BY number LIMIT ?",
            target,
            after,
            limit,
        )
        return tuple(
            Pending(number=number, alert=from_json(text, Alert), tries=tries)
            for number, text, tries in rows
        )

    def last_number(self) -> int:
        """The number of the newest alert; 0 when there is none."""
        return int(self._rows("SELECT coalesce(max(number), 0) FROM alert")[0][0])

    def waiting_for(self) -> Mapping[str, int]:
        """How many alerts wait for each receiver that has any."""
        return dict(self._rows("SELECT target, count(*) FROM outbox GROUP BY target"))

    def delivered(self, target: str, numbers: Iterable[int]) -> None:
        """Keeps that a receiver has these alerts (or will never take them)."""
        with self._transaction() as db:
            db.executemany(
                "DELETE FROM outbox WHERE target = ? AND alert = ?",
                [(target, number) for number in numbers],
            )

    def refused(self, target: str, number: int, reason: str) -> None:
        """Keeps that a receiver did not take an alert."""
        with self._transaction() as db:
            db.execute(
                "UPDATE outbox SET tries = tries + 1, reason = ? WHERE target = ? AND alert = ?",
                (reason, target, number),
            )

    def last_alerts(self, count: int) -> tuple[Alert, ...]:
        """The last alerts, the newest first."""
        rows = self._rows("SELECT json FROM alert ORDER BY number DESC LIMIT ?", count)
        return tuple(from_json(text, Alert) for (text,) in rows)

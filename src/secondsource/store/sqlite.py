"""The SQLite store of one story: the only place that holds state."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from ..errors import StoryNotFound, StoryTooNew, StoryTooOld
from ..model.article import Capture
from ..model.reading import Reading
from ..model.record import Record
from ..model.value import Value, from_json
from .migrations import SCHEMA_VERSION, capture_id, migrate, schema
from .opening import connect, told
from .tables import TABLES, Table

__all__ = ["SCHEMA_VERSION", "TABLES", "CaptureRow", "Held", "SqliteStore", "Table"]


@dataclass(frozen=True)
class CaptureRow:
    """A capture without its bytes; `failure` says why nothing could be taken in or read from it, `gone`
    that its server says that there is nothing any more. `captured` is the first time at which it was seen,
    `seen` are all of them, as far as stated; `source` is the first in the alphabet that gave it."""

    address: str
    digest: str
    media_type: str
    captured: str | None
    metadata: dict[str, str]
    failure: str | None
    id: str = ""
    seen: tuple[str, ...] = ()
    source: str = ""
    gone: bool = False


@dataclass(frozen=True)
class Held:
    """The reading of one capture, with the capture."""

    capture: CaptureRow
    reading: Reading


class SqliteStore:
    """One story's database. One writer at a time; readers are never blocked (WAL). Where nothing can be
    written the story is opened for reading only."""

    def __init__(self, path: Path, create: bool = False) -> None:
        """Opens the database at `path`; with `create` makes it if there is none.

        Raises StoryNotFound when there is none, StoryTooNew when a newer version wrote it. One that an
        older version wrote is migrated, if it can be written.
        """
        if not create and not path.is_file():
            raise StoryNotFound(f"{path.parent} holds no story; make one with: secondsource build")
        self.path = path
        with told(path):
            self._connection, self.writable = connect(path)
            try:
                self._prepare()
            except BaseException:
                self._connection.close()
                raise

    def close(self) -> None:
        """Closes the database."""
        self._connection.close()

    def __enter__(self) -> "SqliteStore":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is kept or nothing. Raises DiskFull, StoryLocked, StoryReadOnly or
        StoryDamaged with what to do."""
        with told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                # A full disk makes SQLite roll back by itself.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def _prepare(self) -> None:
        self.migrated_from: int | None = None
        version = int(self._connection.execute("PRAGMA user_version").fetchone()[0])
        if version > SCHEMA_VERSION:
            raise StoryTooNew(
                f"{self.path} was written by a newer secondsource (schema {version}, this one"
                f" knows {SCHEMA_VERSION}); upgrade with: pip install -U secondsource"
            )
        if self.writable and version == 0:
            self._connection.executescript(
                f"BEGIN IMMEDIATE; {schema()}; PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;"
            )
        elif self.writable and version < SCHEMA_VERSION:
            self.migrated_from = migrate(self._connection)
        self.version = SCHEMA_VERSION if self.writable else version

    def _needs_newest(self) -> None:
        if self.version < SCHEMA_VERSION:
            raise StoryTooOld(
                f"{self.path} was written by an older secondsource; run where it can be written:"
                f" secondsource migrate {self.path.parent}"
            )

    # -- what came in, and what was read -----------------------------------------------------

    def meta(self, key: str) -> str | None:
        """A value that `set_meta` kept."""
        with told(self.path):
            row = self._connection.execute(
                "SELECT value FROM meta WHERE key = ?", (key,)
            ).fetchone()
        return None if row is None else str(row[0])

    def set_meta(self, key: str, value: str) -> None:
        """Keeps a value."""
        with self.transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def captures(self) -> list[CaptureRow]:
        """All captures, sorted by address, then by id."""
        self._needs_newest()
        with told(self.path):
            seen: dict[str, list[str]] = {}
            sources: dict[str, str] = {}
            for capture, captured, source in self._connection.execute(
                "SELECT capture, captured, source FROM sighting ORDER BY capture, captured, source"
            ):
                if captured and captured not in seen.setdefault(capture, []):
                    seen[capture].append(captured)
                sources[capture] = min(source, sources.get(capture, source))
            rows = self._connection.execute(
                "SELECT id, address, digest, media_type, metadata, failure, gone"
                " FROM capture ORDER BY address, id"
            ).fetchall()
        return [
            CaptureRow(
                address=address,
                digest=digest,
                media_type=media_type,
                captured=seen[capture][0] if seen.get(capture) else None,
                metadata=json.loads(metadata),
                failure=failure,
                id=capture,
                seen=tuple(seen.get(capture, ())),
                source=sources.get(capture, ""),
                gone=bool(gone),
            )
            for capture, address, digest, media_type, metadata, failure, gone in rows
        ]

    def keep_captures(self, captures: Iterable[Capture]) -> None:
        """Keeps captures, in one transaction. Nothing is replaced: another text at a known address is
        kept beside the earlier one, the same text once with each time at which it was seen."""
        rows = []
        for capture in captures:
            metadata = json.dumps(capture.metadata, sort_keys=True)
            id = capture_id(capture.address, capture.digest, capture.media_type, metadata)
            rows.append((id, capture, metadata))
        with self.transaction() as connection:
            connection.executemany(
                "INSERT OR IGNORE INTO capture (id, address, digest, media_type, metadata)"
                " VALUES (?, ?, ?, ?, ?)",
                [(id, c.address, c.digest, c.media_type, metadata) for id, c, metadata in rows],
            )
            connection.executemany(
                "INSERT OR IGNORE INTO sighting VALUES (?, ?, ?)",
                [(id, c.captured or "", c.source) for id, c, _ in rows],
            )

    def keep_refusals(self, refusals: Iterable[tuple[str, str, bool, str | None]]) -> None:
        """Keeps, in one transaction, that nothing could be taken in from addresses: each with the reason, whether
        the server says that it is gone, and when that was, if it says so."""
        with self.transaction() as connection:
            for address, reason, gone, captured in refusals:
                id = capture_id(address, "", reason, "{}")
                connection.execute(
                    "INSERT OR IGNORE INTO capture (id, address, digest, media_type, metadata,"
                    " failure, gone) VALUES (?, ?, '', '', '{}', ?, ?)",
                    (id, address, reason, int(gone)),
                )
                connection.execute(
                    "INSERT OR IGNORE INTO sighting VALUES (?, ?, '')", (id, captured or "")
                )

    def keep_failure(self, capture: str, method: str, reason: str) -> None:
        """Keeps that this capture (an id) could not be read, with the reason. It is not tried again by the
        same method; with an empty one it is tried by the next build."""
        with self.transaction() as connection:
            connection.execute(
                "UPDATE capture SET failure = ?, failed_by = ? WHERE id = ?",
                (reason, method, capture),
            )
            connection.execute("DELETE FROM reading WHERE capture = ?", (capture,))

    def keep_reading(self, capture: str, method: str, reading: Reading) -> None:
        """Keeps the unanchored reading of a capture (an id), in a transaction of its own."""
        with self.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO reading (capture, address, digest, method, json)"
                " SELECT id, address, digest, ?, ? FROM capture WHERE id = ?",
                (method, reading.to_json().decode(), capture),
            )
            connection.execute(
                "UPDATE capture SET failure = NULL, failed_by = NULL WHERE id = ?", (capture,)
            )

    def unread(self, method: str) -> list[CaptureRow]:
        """Captures that have bytes, and were not yet read by this method, sorted by address."""
        rows = self.captures()
        with told(self.path):
            done = {
                id
                for (id,) in self._connection.execute(
                    "SELECT capture FROM reading WHERE method = ?"
                    " UNION SELECT id FROM capture WHERE failed_by = ?",
                    (method, method),
                )
            }
        return [row for row in rows if row.media_type and row.id not in done]

    def readings(self) -> Iterator[Reading]:
        """The unanchored readings of all captures, sorted by address."""
        self._needs_newest()
        with told(self.path):
            for (text,) in self._connection.execute(
                "SELECT json FROM reading ORDER BY address, capture"
            ):
                yield from_json(text, Reading)

    def held(self) -> Iterator[Held]:
        """The unanchored readings of all captures, with their captures, sorted by address."""
        rows = {row.id: row for row in self.captures()}
        with told(self.path):
            for capture, text in self._connection.execute(
                "SELECT capture, json FROM reading ORDER BY address, capture"
            ):
                if capture in rows:
                    yield Held(rows[capture], from_json(text, Reading))

    # -- what a doctor asks --------------------------------------------------------------------

    def integrity(self) -> tuple[str, ...]:
        """What SQLite's own check finds broken, at most 20 lines; empty when nothing is."""
        with told(self.path):
            rows = self._connection.execute("PRAGMA integrity_check(20)").fetchall()
        return tuple(str(row[0]) for row in rows if row[0] != "ok")

    def raw_readings(self) -> Iterator[tuple[str, str, str]]:
        """Capture id, address and JSON of all readings, sorted."""
        with told(self.path):
            yield from self._connection.execute(
                "SELECT capture, address, json FROM reading ORDER BY address, capture"
            )

    def forget_readings(self, captures: Sequence[str]) -> None:
        """Throws the readings of these captures (ids) away, so that the next build reads them again."""
        with self.transaction() as connection:
            connection.executemany(
                "DELETE FROM reading WHERE capture = ?", [(capture,) for capture in captures]
            )

    def copy_to(self, target: Path) -> None:
        """Writes a copy of the whole database as it stands, also while another process writes to it."""
        with told(self.path):
            copy = sqlite3.connect(target)
            try:
                self._connection.backup(copy)
            finally:
                copy.close()

    # -- the record ----------------------------------------------------------------------------

    def write_record(self, record: Record, made_from: str) -> None:
        """Replaces the record, in one transaction. `made_from` identifies its input."""
        with self.transaction() as connection:
            for table in TABLES:
                connection.execute(f"DELETE FROM {table.name}")
                marks = ", ".join("?" * (len(table.columns) + 2))
                connection.executemany(
                    f"INSERT INTO {table.name} (id, {', '.join(table.columns)}, json)"
                    f" VALUES ({marks})",
                    [
                        (item.id, *table.values(item), item.to_json().decode())
                        for item in getattr(record, table.field)
                    ],
                )
            connection.execute("DELETE FROM article_text")
            connection.executemany(
                "INSERT INTO article_text (id, headline, text) VALUES (?, ?, ?)",
                [
                    (row.id, row.article.headline or "", row.article.text)
                    for row in record.articles
                    if row.article
                ],
            )
            connection.executemany(
                "INSERT OR REPLACE INTO meta VALUES (?, ?)",
                [
                    ("as_of", record.as_of or ""),
                    ("pipeline", record.pipeline),
                    ("record_made_from", made_from),
                ],
            )

    def record(self) -> Record:
        """The whole record. Raises StoryNotFound when none was made yet, StoryTooOld when it was made by
        a version that kept other things."""
        if self.meta("record_made_from") is None:
            raise StoryNotFound(
                f"{self.path.parent} holds no finished record; run: secondsource build"
            )
        fields: dict[str, Any] = {}
        try:
            with self._one_sight():
                for table in TABLES:
                    fields[table.field] = tuple(self.items(table.name))
                fields["as_of"] = self.meta("as_of") or None
                fields["pipeline"] = self.meta("pipeline") or ""
        except msgspec.ValidationError as error:
            raise StoryTooOld(
                f"{self.path.parent} holds a record that another version of secondsource made"
                f" ({error}); make it anew with: secondsource build {self.path.parent}"
            ) from error
        return Record(**fields)

    @contextmanager
    def _one_sight(self) -> Iterator[None]:
        """A read transaction: all that is read inside belongs to one record, whoever writes meanwhile."""
        with told(self.path):
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.execute("COMMIT")

    def items(self, name: str) -> Iterator[Value]:
        """The items of one table of the record, sorted by id."""
        table = next(table for table in TABLES if table.name == name)
        decoder = msgspec.json.Decoder(table.kind)
        for (text,) in self._connection.execute(f"SELECT json FROM {name} ORDER BY id"):
            yield decoder.decode(text)

    def search(self, words: str, limit: int = 20) -> list[tuple[str, str]]:
        """Article ids with a snippet, the best first, by full-text search for all the words."""
        query = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
        if not query:
            return []
        rows = self._connection.execute(
            "SELECT id, snippet(article_text, -1, '', '', ' … ', 24) FROM article_text"
            " WHERE article_text MATCH ? ORDER BY rank, id LIMIT ?",
            (query, limit),
        )
        return [(str(article), str(snippet)) for article, snippet in rows]

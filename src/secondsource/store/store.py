"""The store of one story: the only place that holds state. Its SQL is that of both databases."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

import msgspec

from ..errors import StoryDamaged, StoryNotFound, StoryTooOld
from ..model.article import Capture
from ..model.judgement import StoryJudgement
from ..model.reading import Reading
from ..model.record import Record
from ..model.value import Value, from_json
from .database import Database
from .migrations import SCHEMA_VERSION, capture_id
from .parted import joined, parted
from .rows import GONE_AT_ONCE, replace_rows
from .tables import TABLES

__all__ = ["SCHEMA_VERSION", "CaptureRow", "Held", "Store"]


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


SET_META = (
    "INSERT INTO meta (key, value) VALUES (?, ?)"
    " ON CONFLICT (key) DO UPDATE SET value = excluded.value"
)
"""Keeps a value of `meta`."""

_SET_SIGHTING = (
    "INSERT INTO sighting (capture, captured, source) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
)


class Store:
    """One story's store, opened. One writer at a time; readers are never blocked. Where nothing can be
    written the story is opened for reading only.

    What goes wrong raises a UsageError with what to do: DiskFull, StoryLocked, StoryReadOnly, StoryDamaged or
    ServerLost.
    """

    def __init__(self, database: Database) -> None:
        """The store of what `database` holds; `Story.store()` opens it."""
        self.database = database
        self.folder = database.folder

    def close(self) -> None:
        """Lets the database go."""
        self.database.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def writable(self) -> bool:
        """Whether anything can be written."""
        return self.database.writable

    @property
    def version(self) -> int:
        """Of the schema; less than SCHEMA_VERSION only where nothing can be written."""
        return self.database.version

    @property
    def migrated_from(self) -> int | None:
        """The version of the schema that was found, where that was an older one."""
        return self.database.migrated_from

    def transaction(self) -> AbstractContextManager[Database]:
        """One transaction: all of it is kept or nothing."""
        return self.database.transaction()

    def _needs_newest(self) -> None:
        if self.version < SCHEMA_VERSION:
            raise StoryTooOld(
                f"{self.folder} was written by an older secondsource; run where it can be written:"
                f" secondsource migrate {self.folder}"
            )

    # -- what came in, and what was read -----------------------------------------------------

    def meta(self, key: str) -> str | None:
        """A value that `set_meta` kept."""
        found = self.database.rows("SELECT value FROM meta WHERE key = ?", (key,))
        return str(found[0][0]) if found else None

    def set_meta(self, key: str, value: str) -> None:
        """Keeps a value."""
        with self.transaction() as database:
            database.execute(SET_META, (key, value))

    def keep_bytes(self, captures: Sequence[Capture]) -> None:
        """Keeps the bytes of captures under their hash, each whole or not at all."""
        self.database.keep_bytes({capture.digest: capture.data for capture in captures})

    def bytes_of(self, digest: str) -> bytes:
        """The bytes of a capture by their hash. Raises StoryDamaged when they are not there."""
        data = self.database.bytes_of(digest)
        if data is None:
            raise StoryDamaged(
                f"{self.folder} has lost the capture {digest[:12]}; give its source to a build again, or"
                f" see: secondsource doctor {self.folder}"
            )
        return data

    def captures(self) -> list[CaptureRow]:
        """All captures, sorted by address, then by id."""
        self._needs_newest()
        seen: dict[str, list[str]] = {}
        sources: dict[str, str] = {}
        for capture, captured, source in self.database.rows(
            "SELECT capture, captured, source FROM sighting ORDER BY capture, captured, source"
        ):
            if captured and captured not in seen.setdefault(capture, []):
                seen[capture].append(captured)
            sources[capture] = min(source, sources.get(capture, source))
        rows = self.database.rows(
            "SELECT id, address, digest, media_type, metadata, failure, gone"
            " FROM capture ORDER BY address, id"
        )
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
        with self.transaction() as database:
            database.execute_many(
                "INSERT INTO capture (id, address, digest, media_type, metadata)"
                " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                [(id, c.address, c.digest, c.media_type, metadata) for id, c, metadata in rows],
            )
            database.execute_many(
                _SET_SIGHTING,
                [(id, c.captured or "", c.source) for id, c, _ in rows],
            )

    def keep_refusals(self, refusals: Iterable[tuple[str, str, bool, str | None]]) -> None:
        """Keeps, in one transaction, that nothing could be taken in from addresses: each with the reason, whether
        the server says that it is gone, and when that was, if it says so."""
        with self.transaction() as database:
            for address, reason, gone, captured in refusals:
                id = capture_id(address, "", reason, "{}")
                database.execute(
                    "INSERT INTO capture (id, address, digest, media_type, metadata, failure, gone)"
                    " VALUES (?, ?, '', '', '{}', ?, ?) ON CONFLICT DO NOTHING",
                    (id, address, reason, int(gone)),
                )
                database.execute(_SET_SIGHTING, (id, captured or "", ""))

    def keep_failure(self, capture: str, method: str, reason: str) -> None:
        """Keeps that this capture (an id) could not be read, with the reason. It is not tried again by the
        same method; with an empty one it is tried by the next build."""
        with self.transaction() as database:
            database.execute(
                "UPDATE capture SET failure = ?, failed_by = ? WHERE id = ?",
                (reason, method, capture),
            )
            database.execute("DELETE FROM reading WHERE capture = ?", (capture,))

    def keep_reading(self, capture: str, method: str, reading: Reading) -> None:
        """Keeps the unanchored reading of a capture (an id), in a transaction of its own."""
        with self.transaction() as database:
            database.execute(
                "INSERT INTO reading (capture, address, digest, method, json, grammar)"
                " SELECT id, address, digest, ?, ?, ? FROM capture WHERE id = ?"
                " ON CONFLICT (capture) DO UPDATE SET address = excluded.address,"
                " digest = excluded.digest, method = excluded.method, json = excluded.json,"
                " grammar = excluded.grammar",
                (method, *parted(reading), capture),
            )
            database.execute(
                "UPDATE capture SET failure = NULL, failed_by = NULL WHERE id = ?", (capture,)
            )

    def unread(self, method: str) -> list[CaptureRow]:
        """Captures that have bytes, and were not yet read by this method, sorted by address."""
        rows = self.captures()
        done = {
            id
            for (id,) in self.database.rows(
                "SELECT capture FROM reading WHERE method = ?"
                " UNION SELECT id FROM capture WHERE failed_by = ?",
                (method, method),
            )
        }
        return [row for row in rows if row.media_type and row.id not in done]

    def readings(self) -> Iterator[Reading]:
        """The unanchored readings of all captures with their grammar, sorted by address."""
        self._needs_newest()
        for text, grammar in self.database.stream(
            "SELECT json, grammar FROM reading ORDER BY address, capture"
        ):
            yield joined(text, grammar)

    def held(self) -> Iterator[Held]:
        """The unanchored readings of all captures without their grammar, with their captures, sorted by address."""
        rows = {row.id: row for row in self.captures()}
        for capture, text in self.database.stream(
            "SELECT capture, json FROM reading ORDER BY address, capture"
        ):
            if capture in rows:
                yield Held(rows[capture], from_json(text, Reading))

    def count_readings(self) -> int:
        """How many captures have a reading."""
        return int(self.database.rows("SELECT count(*) FROM reading")[0][0])

    def readings_of(self, captures: Sequence[str]) -> dict[str, Reading]:
        """The unanchored readings of these captures (ids), by their ids."""
        found: dict[str, Reading] = {}
        for start in range(0, len(captures), GONE_AT_ONCE):
            some = captures[start : start + GONE_AT_ONCE]
            marks = ", ".join("?" * len(some))
            for capture, text in self.database.rows(
                f"SELECT capture, json FROM reading WHERE capture IN ({marks})", some
            ):
                found[str(capture)] = from_json(text, Reading)
        return found

    # -- what a doctor asks --------------------------------------------------------------------

    def raw_readings(self) -> Iterator[tuple[str, str, str]]:
        """Capture id, address and JSON of all readings, sorted."""
        yield from self.database.stream(
            "SELECT capture, address, json FROM reading ORDER BY address, capture"
        )

    def forget_readings(self, captures: Sequence[str]) -> None:
        """Throws the readings of these captures (ids) away, so that the next build reads them again."""
        with self.transaction() as database:
            database.execute_many(
                "DELETE FROM reading WHERE capture = ?", [(capture,) for capture in captures]
            )

    # -- the record ----------------------------------------------------------------------------

    def write_record(self, record: Record, made_from: str) -> None:
        """Replaces the record, in one transaction, by writing what is not there yet. `made_from`
        identifies its input."""
        with self.transaction() as database:
            for table in TABLES:
                replace_rows(database, table, getattr(record, table.field))
            database.replace_texts(
                (row.id, row.article.headline or "", row.article.text)
                for row in record.articles
                if row.article
            )
            database.execute_many(
                SET_META,
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
            raise StoryNotFound(f"{self.folder} holds no finished record; run: secondsource build")
        fields: dict[str, Any] = {}
        try:
            with self.database.one_sight():
                for table in TABLES:
                    fields[table.field] = tuple(self.items(table.name))
                fields["as_of"] = self.meta("as_of") or None
                fields["pipeline"] = self.meta("pipeline") or ""
        except msgspec.ValidationError as error:
            raise StoryTooOld(
                f"{self.folder} holds a record that another version of secondsource made"
                f" ({error}); make it anew with: secondsource build {self.folder}"
            ) from error
        return Record(**fields)

    def article_rows(self, status: str) -> list[tuple[str, str]]:
        """Address and reason of the articles of the record with this status, sorted by id."""
        rows = self.database.rows(
            "SELECT address, reason FROM article WHERE status = ? ORDER BY id", (status,)
        )
        return [(str(address), str(reason or "")) for address, reason in rows]

    def judgements(self) -> tuple[StoryJudgement, ...]:
        """What people decided, as it stands in the record, sorted by id."""
        rows = self.database.rows("SELECT json FROM judgement ORDER BY id")
        return tuple(from_json(str(text), StoryJudgement) for (text,) in rows)

    def items(self, name: str) -> Iterator[Value]:
        """The items of one table of the record, sorted by id."""
        table = next(table for table in TABLES if table.name == name)
        decoder = msgspec.json.Decoder(table.kind)
        for (text,) in self.database.stream(f"SELECT json FROM {name} ORDER BY id"):
            yield decoder.decode(text)

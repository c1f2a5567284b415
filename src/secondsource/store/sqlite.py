"""The SQLite store of one story: the only place that holds state."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import msgspec

from ..errors import StoryNotFound, StoryTooNew
from ..model.actor import Actor, StoryVoice
from ..model.article import Capture
from ..model.claim import Change, Claim, Conflict, Series, StoryEvent, Utterance
from ..model.lineage import Newsroom, Passage
from ..model.reading import Reading
from ..model.record import ArticleRow, Record
from ..model.value import Value, from_json

SCHEMA_VERSION = 1

Columns = Callable[[Any], tuple[Any, ...]]


@dataclass(frozen=True)
class Table:
    """How one kind of item of the record is kept: its table, type, field of Record, and columns."""

    name: str
    kind: type[Value]
    field: str
    columns: tuple[str, ...]
    values: Columns


TABLES = (
    Table(
        "article",
        ArticleRow,
        "articles",
        ("address", "headline", "outlet", "published", "status", "reason"),
        lambda row: (
            row.article.address if row.article else row.id,
            row.article.headline if row.article else None,
            row.article.outlet if row.article else None,
            row.article.published.value if row.article and row.article.published else None,
            row.status,
            row.reason,
        ),
    ),
    Table(
        "passage",
        Passage,
        "passages",
        ("original", "copy", "kind"),
        lambda item: (item.from_, item.to, item.kind),
    ),
    Table("newsroom", Newsroom, "newsrooms", ("name",), lambda item: (item.name,)),
    Table(
        "actor",
        Actor,
        "actors",
        ("name", "kind", "mentions"),
        lambda item: (item.name, item.kind, item.mentions),
    ),
    Table(
        "voice",
        StoryVoice,
        "voices",
        ("name", "kind", "party"),
        lambda item: (item.name, item.kind, item.party),
    ),
    Table(
        "utterance",
        Utterance,
        "utterances",
        ("voice", "said"),
        lambda item: (item.voice.id, item.said),
    ),
    Table(
        "event",
        StoryEvent,
        "events",
        ("event_type", "status", "time", "place"),
        lambda item: (
            item.event_type,
            item.status,
            item.time.value if item.time else None,
            item.place.name if item.place else None,
        ),
    ),
    Table(
        "series",
        Series,
        "series",
        ("measured", "of_whom", "unit"),
        lambda item: (item.measured, item.of, item.unit),
    ),
    Table(
        "claim",
        Claim,
        "claims",
        ("about", "kind", "label", "independent", "independent_at_most", "words"),
        lambda item: (
            item.about,
            item.kind,
            item.standing.label,
            item.standing.independent,
            item.standing.independent_at_most,
            item.words,
        ),
    ),
    Table(
        "conflict", Conflict, "conflicts", ("kind", "reason"), lambda item: (item.kind, item.reason)
    ),
    Table(
        "change",
        Change,
        "changes",
        ("kind", "was", "became"),
        lambda item: (item.kind, item.was, item.became),
    ),
)
"""The tables of the record, in the order of the export."""


@dataclass(frozen=True)
class CaptureRow:
    """A capture without its bytes; `failure` says why nothing could be taken in or read from it."""

    address: str
    digest: str
    media_type: str
    captured: str | None
    metadata: dict[str, str]
    failure: str | None


class SqliteStore:
    """One story's database. One writer at a time; readers are never blocked (WAL)."""

    def __init__(self, path: Path, create: bool = False) -> None:
        """Opens the database at `path`; with `create` makes it if there is none.

        Raises StoryNotFound when there is none, StoryTooNew when a newer version wrote it.
        """
        if not create and not path.is_file():
            raise StoryNotFound(f"{path.parent} holds no story; make one with: secondsource build")
        self.path = path
        self._connection = sqlite3.connect(path, timeout=30, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = FULL")
        self._prepare()

    def close(self) -> None:
        """Closes the database."""
        self._connection.close()

    def __enter__(self) -> "SqliteStore":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is kept or nothing."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield self._connection
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def _prepare(self) -> None:
        try:
            version = int(self._connection.execute("PRAGMA user_version").fetchone()[0])
        except sqlite3.DatabaseError as error:
            raise StoryNotFound(
                f"{self.path} is not a story database ({error}); move it away and build again"
            ) from error
        if version > SCHEMA_VERSION:
            raise StoryTooNew(
                f"{self.path} was written by a newer secondsource (schema {version}, this one"
                f" knows {SCHEMA_VERSION}); upgrade with: pip install -U secondsource"
            )
        if version == 0:
            schema = resources.files(__package__).joinpath("schema.sql").read_text("utf-8")
            statements = (
                f"BEGIN IMMEDIATE; {schema}; PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;"
            )
            self._connection.executescript(statements)

    # -- what came in, and what was read -----------------------------------------------------

    def meta(self, key: str) -> str | None:
        """A value that `set_meta` kept."""
        row = self._connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def set_meta(self, key: str, value: str) -> None:
        """Keeps a value."""
        with self.transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def captures(self) -> list[CaptureRow]:
        """All captures, sorted by address."""
        rows = self._connection.execute(
            "SELECT address, digest, media_type, captured, metadata, failure"
            " FROM capture ORDER BY address"
        )
        return [
            CaptureRow(address, digest, media_type, captured, json.loads(metadata), failure)
            for address, digest, media_type, captured, metadata, failure in rows
        ]

    def keep_captures(self, captures: Sequence[Capture]) -> None:
        """Keeps captures, in one transaction; one of the same address is replaced if its bytes differ."""
        with self.transaction() as connection:
            connection.executemany(
                "INSERT INTO capture (address, digest, media_type, captured, metadata)"
                " VALUES (?, ?, ?, ?, ?) ON CONFLICT (address) DO UPDATE SET"
                " digest = excluded.digest, media_type = excluded.media_type,"
                " captured = excluded.captured, metadata = excluded.metadata,"
                " failure = NULL WHERE digest <> excluded.digest",
                [
                    (
                        capture.address,
                        capture.digest,
                        capture.media_type,
                        capture.captured,
                        json.dumps(capture.metadata, sort_keys=True),
                    )
                    for capture in captures
                ],
            )

    def keep_failure(self, address: str, digest: str, reason: str) -> None:
        """Keeps that nothing could be taken in or read from this address, with the reason."""
        with self.transaction() as connection:
            connection.execute(
                "INSERT INTO capture (address, digest, media_type, metadata, failure)"
                " VALUES (?, ?, '', '{}', ?) ON CONFLICT (address) DO UPDATE SET"
                " digest = excluded.digest, failure = excluded.failure",
                (address, digest, reason),
            )
            connection.execute("DELETE FROM reading WHERE address = ?", (address,))

    def keep_reading(self, address: str, digest: str, method: str, reading: Reading) -> None:
        """Keeps the unanchored reading of the capture at `address`, in a transaction of its own."""
        with self.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO reading VALUES (?, ?, ?, ?)",
                (address, digest, method, reading.to_json().decode()),
            )
            connection.execute("UPDATE capture SET failure = NULL WHERE address = ?", (address,))

    def unread(self, method: str) -> list[CaptureRow]:
        """Captures that have bytes but no reading of them by this method, sorted by address."""
        done = {
            (address, digest)
            for address, digest in self._connection.execute(
                "SELECT address, digest FROM reading WHERE method = ?", (method,)
            )
        }
        return [
            row
            for row in self.captures()
            if row.media_type and (row.address, row.digest) not in done
        ]

    def readings(self) -> Iterator[Reading]:
        """The unanchored readings of all captures, sorted by address."""
        for (text,) in self._connection.execute("SELECT json FROM reading ORDER BY address"):
            yield from_json(text, Reading)

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
        """The whole record. Raises StoryNotFound when none was made yet."""
        if self.meta("record_made_from") is None:
            raise StoryNotFound(
                f"{self.path.parent} holds no finished record; run: secondsource build"
            )
        fields: dict[str, Any] = {table.field: tuple(self.items(table.name)) for table in TABLES}
        return Record(
            **fields, as_of=self.meta("as_of") or None, pipeline=self.meta("pipeline") or ""
        )

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

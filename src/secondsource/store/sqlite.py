"""A story's database as a file of SQLite, with the bytes of captures as files beside it."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from ..errors import StoryNotFound, StoryTooNew
from .database import Database, Hit, Marks, Row
from .files import GARBLED, digests_of_files, keep_files, place_of
from .migrations import SCHEMA_VERSION, migrate, schema
from .opening import connect, connect_to_read, told
from .phrases import match_expression
from .rows import delete

CAPTURES = "captures"
"""The folder of the bytes of captures, beside the database."""


class SqliteDatabase:
    """One story's database file. One writer at a time; readers are never blocked (WAL)."""

    def __init__(self, path: Path, create: bool = False, only_read: bool = False) -> None:
        """Opens the database at `path`; with `create` makes it if there is none. With `only_read` nothing is
        ever written, and many threads may use it one after the other.

        Raises StoryNotFound when there is none, or an empty one that cannot be written, StoryTooNew when a newer version wrote it. One that an
        older version wrote is migrated, if it can be written.
        """
        if not create and not path.is_file():
            raise StoryNotFound(f"{path.parent} holds no story; make one with: secondsource build")
        self.path = path
        self.folder = path.parent
        self.migrated_from: int | None = None
        with told(path):
            if only_read:
                self._connection, self.writable = connect_to_read(path), False
            else:
                self._connection, self.writable = connect(path)
            try:
                self.version = self._prepared()
            except BaseException:
                self._connection.close()
                raise

    def _prepared(self) -> int:
        """The version of the schema, after it was made or migrated where it can be."""
        version = int(self._connection.execute("PRAGMA user_version").fetchone()[0])
        if version > SCHEMA_VERSION:
            raise StoryTooNew(
                f"{self.path} was written by a newer secondsource (schema {version}, this one"
                f" knows {SCHEMA_VERSION}); upgrade with: pip install -U secondsource"
            )
        if version == 0 and not self.writable:
            # Its first writer was cut off, or has just found no room.
            raise StoryNotFound(
                f"{self.folder} holds no story yet, and none can be made there now; see whether its"
                " disk is full, and whether you may write to it, and build again"
            )
        if version == 0:
            self._connection.executescript(
                f"BEGIN IMMEDIATE; {schema()}; PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;"
            )
        elif self.writable and version < SCHEMA_VERSION:
            self.migrated_from = migrate(self._connection)
        return SCHEMA_VERSION if self.writable else version

    def close(self) -> None:
        """Closes the database."""
        self._connection.close()

    def rows(self, query: str, values: Sequence[object] = ()) -> list[Row]:
        """All rows of a query."""
        with told(self.path):
            return self._connection.execute(query, values).fetchall()

    def stream(self, query: str) -> Iterator[Row]:
        """The rows of a query, as they are asked for."""
        with told(self.path):
            yield from self._connection.execute(query)

    def execute(self, statement: str, values: Sequence[object] = ()) -> None:
        """Executes a statement, inside `transaction`."""
        self._connection.execute(statement, values)

    def execute_many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """Executes a statement for each row of values, inside `transaction`."""
        self._connection.executemany(statement, rows)

    @contextmanager
    def transaction(self) -> Iterator[Database]:
        """One transaction: all of it is kept or nothing. Raises DiskFull, StoryLocked, StoryReadOnly or
        StoryDamaged with what to do."""
        with told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self
                self._connection.execute("COMMIT")
            except BaseException:
                # A full disk makes SQLite roll back by itself.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def one_sight(self) -> Iterator[None]:
        """A read transaction: all that is read inside is as it stood at one moment."""
        with told(self.path):
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.execute("COMMIT")

    def tables(self) -> set[str]:
        """The names of the tables that are there."""
        return {str(name) for (name,) in self.rows("SELECT name FROM sqlite_schema")}

    def columns(self) -> dict[str, tuple[str, ...]]:
        """The tables with their columns, but for those of the full text."""
        named = sorted(
            name
            for name in self.tables()
            if not name.startswith(("sqlite_", "article_text"))
            and self.rows(f"PRAGMA table_info({name})")
        )
        return {
            name: tuple(str(row[1]) for row in self.rows(f"PRAGMA table_info({name})"))
            for name in named
        }

    def replace_texts(self, texts: Iterable[tuple[str, str, str]]) -> None:
        """Makes these the articles that a search finds (id, headline, text), inside `transaction`."""
        held = {
            hash(tuple(row)): rowid
            for rowid, *row in self.stream("SELECT rowid, id, headline, text FROM article_text")
        }
        fresh = [row for row in texts if held.pop(hash(row), None) is None]
        delete(self, "article_text", "rowid", list(held.values()))
        self.execute_many("INSERT INTO article_text (id, headline, text) VALUES (?, ?, ?)", fresh)

    def change_texts(self, gone: Sequence[str], fresh: Sequence[tuple[str, str, str]]) -> None:
        """Takes articles (ids) out of those that a search finds and puts others in, inside `transaction`."""
        delete(self, "article_text", "id", gone)
        self.execute_many("INSERT INTO article_text (id, headline, text) VALUES (?, ?, ?)", fresh)

    def count_found(self, words: str, beginnings: bool) -> int:
        """How many articles hold all the words."""
        if not (query := match_expression(words, beginnings)):
            return 0
        found = self.rows("SELECT count(*) FROM article_text WHERE article_text MATCH ?", [query])
        return int(found[0][0])

    def find(
        self, words: str, beginnings: bool, marks: Marks, limit: int, offset: int = 0
    ) -> list[Hit]:
        """The articles that hold all the words, the best first, then by id."""
        if not (query := match_expression(words, beginnings)):
            return []
        rows = self.rows(
            "SELECT id, snippet(article_text, -1, ?, ?, ' … ', ?), rank FROM article_text"
            " WHERE article_text MATCH ? ORDER BY rank, id LIMIT ? OFFSET ?",
            [marks.before, marks.after, marks.words, query, limit, offset],
        )
        return [Hit(str(id), str(snippet), float(rank)) for id, snippet, rank in rows]

    def keep_bytes(self, data: Mapping[str, bytes]) -> None:
        """Writes the bytes of captures under their hash, each whole or not at all."""
        keep_files(self.folder / CAPTURES, data)

    def bytes_of(self, digest: str) -> bytes | None:
        """The bytes of a capture by their hash; None when they are not there."""
        try:
            return place_of(self.folder / CAPTURES, digest).read_bytes()
        except FileNotFoundError:
            return None

    def digests(self) -> set[str]:
        """The hashes of all captures whose bytes are there."""
        return digests_of_files(self.folder / CAPTURES)

    def put_aside(self, digest: str) -> None:
        """Gives the file of a capture another ending."""
        place = place_of(self.folder / CAPTURES, digest)
        place.replace(place.with_name(place.name + GARBLED))

    def integrity(self) -> tuple[str, ...]:
        """What SQLite's own check finds broken, at most 20 lines; empty when nothing is."""
        rows = self.rows("PRAGMA integrity_check(20)")
        return tuple(str(row[0]) for row in rows if row[0] != "ok")

    def copy_to(self, target: Path) -> None:
        """Writes a copy of the whole database as it stands, also while another process writes to it."""
        with told(self.path):
            copy = sqlite3.connect(target)
            try:
                self._connection.backup(copy)
            finally:
                copy.close()

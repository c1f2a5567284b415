"""Reading a story without loading it: single items, pages of items, full text, one unchanging sight of it.

Readers never write and never block the writer: each `Snapshot` is a read-only connection inside
one read transaction (https://sqlite.org/isolation.html), so that whatever is read through it belongs to
one record, also while another process writes the next one.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar
from urllib.parse import quote

import msgspec

from ..errors import StoryNotFound, StoryTooNew
from ..model.article import Article
from ..model.mention import Place
from ..model.reading import Reading
from ..model.record import Record
from ..model.value import Value
from .search import match_expression
from .sqlite import SCHEMA_VERSION, TABLES

V = TypeVar("V", bound=Value)

_TABLE_OF = {table.kind: table for table in TABLES}
_DECODERS: dict[type[Value], Any] = {
    table.kind: msgspec.json.Decoder(table.kind) for table in TABLES
}
_READING = msgspec.json.Decoder(Reading)


class _Placed(msgspec.Struct):
    """Of a reading only its places: the rest of its JSON is passed over."""

    places: tuple[Place, ...]


_PLACED = msgspec.json.Decoder(_Placed)

AT_ONCE = 500
"""Ids asked for in one query; SQLite allows 32,766 variables, older builds 999."""


class Snapshot:
    """The record as it stood when the snapshot was opened. May be used from many threads."""

    def __init__(self, database: Path) -> None:
        """Opens `database` for reading only.

        Raises StoryNotFound when there is none, or no finished record in it, StoryTooNew when a newer
        version wrote it.
        """
        if not database.is_file():
            raise StoryNotFound(
                f"{database.parent} holds no story; make one with: secondsource build"
            )
        self._lock = Lock()
        self._connection = sqlite3.connect(
            f"file:{quote(str(database.resolve()))}?mode=ro",
            uri=True,
            timeout=30,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            self._begin(database)
        except BaseException:
            self._connection.close()
            raise

    def _begin(self, database: Path) -> None:
        try:
            self._connection.execute("PRAGMA query_only = ON")
            self._connection.execute("BEGIN")
            version = int(self._connection.execute("PRAGMA user_version").fetchone()[0])
            if version > SCHEMA_VERSION:
                raise StoryTooNew(
                    f"{database} was written by a newer secondsource (schema {version}, this one"
                    f" knows {SCHEMA_VERSION}); upgrade with: pip install -U secondsource"
                )
            meta = dict(self._connection.execute("SELECT key, value FROM meta"))
            self._tables = {
                str(name) for (name,) in self._connection.execute("SELECT name FROM sqlite_schema")
            }
        except sqlite3.DatabaseError as error:
            raise StoryNotFound(
                f"{database} is not a story database ({error}); move it away and build again"
            ) from error
        if "record_made_from" not in meta:
            raise StoryNotFound(
                f"{database.parent} holds no finished record; run: secondsource build"
            )
        self.made_from = str(meta["record_made_from"])
        self.as_of = str(meta.get("as_of", "")) or None
        self.pipeline = str(meta.get("pipeline", ""))

    def close(self) -> None:
        """Ends the read transaction, so that the writer's log can be folded in, and closes."""
        with self._lock:
            self._connection.close()

    def _rows(self, query: str, values: Sequence[object] = ()) -> list[tuple[object, ...]]:
        with self._lock:
            return self._connection.execute(query, values).fetchall()

    def one(self, kind: type[V], id: str) -> V | None:
        """The item of that kind with that id, or None."""
        return next(iter(self.some(kind, [id])), None)

    def some(self, kind: type[V], ids: Iterable[str]) -> tuple[V, ...]:
        """The items with these ids, in their order; an id without item is left out."""
        wanted = list(ids)
        decode = _DECODERS[kind].decode
        found: dict[str, V] = {}
        name = _TABLE_OF[kind].name
        if name not in self._tables:
            return ()
        for start in range(0, len(wanted), AT_ONCE):
            part = wanted[start : start + AT_ONCE]
            marks = ", ".join("?" * len(part))
            for id, text in self._rows(f"SELECT id, json FROM {name} WHERE id IN ({marks})", part):
                found[str(id)] = decode(str(text))
        return tuple(found[id] for id in wanted if id in found)

    def record(self) -> Record:
        """The whole record. Raises msgspec.ValidationError where another version made it."""
        fields: dict[str, Any] = {table.field: tuple(self.all(table.kind)) for table in TABLES}
        return Record(**fields, as_of=self.as_of, pipeline=self.pipeline)

    def all(self, kind: type[V]) -> Iterator[V]:
        """Every item of that kind, sorted by id, a few at a time."""
        decode = _DECODERS[kind].decode
        name, last = _TABLE_OF[kind].name, ""
        # A story of an older version that could not be migrated lacks tables that came later.
        while name in self._tables:
            rows = self._rows(
                f"SELECT id, json FROM {name} WHERE id > ? ORDER BY id LIMIT {AT_ONCE}", [last]
            )
            for _, text in rows:
                yield decode(str(text))
            if len(rows) < AT_ONCE:
                return
            last = str(rows[-1][0])

    def beginning(self, kind: type[V], start_of_id: str, most: int = 2) -> tuple[V, ...]:
        """At most so many items whose id begins so, sorted by id."""
        if not start_of_id:
            return ()
        rows = self._rows(
            f"SELECT json FROM {_TABLE_OF[kind].name} WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
            [start_of_id, start_of_id + "\U0010ffff", most],
        )
        return tuple(_DECODERS[kind].decode(str(text)) for (text,) in rows)

    def claim_ids_about(self, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """The ids of the claims about each of these events, utterances, series points or roles."""
        found: dict[str, list[str]] = {}
        for start in range(0, len(ids), AT_ONCE):
            part = list(ids[start : start + AT_ONCE])
            marks = ", ".join("?" * len(part))
            for about, id in self._rows(
                f"SELECT about, id FROM claim WHERE about IN ({marks}) ORDER BY about, id", part
            ):
                found.setdefault(str(about), []).append(str(id))
        return {about: tuple(claims) for about, claims in found.items()}

    def reading_of(self, article: Article) -> Reading | None:
        """The unanchored reading that an article of the record is from, or None.

        An address may have been captured more than once, with other texts: the bytes must be those of the
        article. The same bytes may have been read more than once, with other things known of them: the
        text must be the article's too."""
        rows = self._rows(
            "SELECT json FROM reading WHERE address = ? AND digest = ? ORDER BY capture",
            [article.address, article.capture],
        )
        found = (_READING.decode(str(text)) for (text,) in rows)
        return next((reading for reading in found if reading.article.text == article.text), None)

    def readings(self) -> Iterator[Reading]:
        """The unanchored readings of all captures, sorted by address, a few at a time."""
        for (text,) in self._stream("SELECT json FROM reading ORDER BY address, capture"):
            yield _READING.decode(str(text))

    def places(self) -> Iterator[Place]:
        """The mentions of places in all readings, without the rest of them."""
        for (text,) in self._stream("SELECT json FROM reading ORDER BY address, capture"):
            yield from _PLACED.decode(str(text)).places

    def _stream(self, query: str) -> Iterator[tuple[object, ...]]:
        """The rows of a query that would be too much at once."""
        with self._lock:
            cursor = self._connection.execute(query)
        while True:
            with self._lock:
                rows = cursor.fetchmany(20)
            if not rows:
                return
            yield from rows

    def search(
        self, words: str, limit: int = 20, offset: int = 0
    ) -> tuple[int, tuple[tuple[str, str], ...]]:
        """How many articles hold all these words (as words begin; what stands in double quotation marks
        as it stands), and of those some with a snippet in which the words stand between U+0002 and
        U+0003, the best first."""
        query = match_expression(words, beginnings=True)
        if not query:
            return 0, ()
        count = self._rows("SELECT count(*) FROM article_text WHERE article_text MATCH ?", [query])
        rows = self._rows(
            "SELECT id, snippet(article_text, -1, char(2), char(3), ' … ', 32) FROM article_text"
            " WHERE article_text MATCH ? ORDER BY rank, id LIMIT ? OFFSET ?",
            [query, limit, offset],
        )
        return int(str(count[0][0])), tuple((str(id), str(snippet)) for id, snippet in rows)

"""Reading a story without loading it: single items, pages of items, full text, one unchanging sight of it.

Readers never write and never block the writer: each `Snapshot` is a read-only connection inside
one read transaction (https://sqlite.org/isolation.html; on a server one that reads repeatably), so that
whatever is read through it belongs to one record, also while another process writes the next one.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

import msgspec

from ..errors import StoryNotFound
from ..model.actor import Actor
from ..model.article import Article
from ..model.mention import Place
from ..model.reading import Reading
from ..model.record import Record
from ..model.value import Value
from .database import Marks, Row
from .held_rows import HELD_ROWS, HeldRows
from .location import Location, open_to_read
from .parted import joined
from .tables import TABLES

V = TypeVar("V", bound=Value)
S = TypeVar("S", bound=msgspec.Struct)
T = TypeVar("T")

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

_MARKS = Marks(words=32, before="\x02", after="\x03")


class Snapshot:
    """The record as it stood when the snapshot was opened. May be used from many threads."""

    def __init__(self, location: Location) -> None:
        """Opens the database there for reading only.

        Raises StoryNotFound when there is none, or no finished record in it, StoryTooNew when a newer
        version wrote it.
        """
        self._lock = Lock()
        self._open = ExitStack()
        self._database = open_to_read(location)
        self._open.callback(self._database.close)
        try:
            self._open.enter_context(self._database.one_sight())
            meta: dict[str, str] = dict(self._database.rows("SELECT key, value FROM meta"))
            self._tables = self._database.tables()
            if "record_made_from" not in meta:
                raise StoryNotFound(
                    f"{self._database.folder} holds no finished record; run: secondsource build"
                )
        except BaseException:
            self._open.close()
            raise
        self.made_from = str(meta["record_made_from"])
        told = meta.get("told_in_chapters") == self.made_from and "chapter" in self._tables
        self._is_told_in_chapters = told
        self.as_of = str(meta.get("as_of", "")) or None
        self.pipeline = str(meta.get("pipeline", ""))

    @property
    def folder(self) -> Path:
        """The story's."""
        return self._database.folder

    def close(self) -> None:
        """Ends the read transaction, so that what the writer left can be cleared away, and closes."""
        with self._lock:
            self._open.close()

    def _rows(self, query: str, values: Sequence[object] = ()) -> list[Row]:
        with self._lock:
            return self._database.rows(query, values)

    def one(self, kind: type[V], id: str) -> V | None:
        """The item of that kind with that id, or None."""
        return next(iter(self.some(kind, [id])), None)

    def some(self, kind: type[V], ids: Iterable[str]) -> tuple[V, ...]:
        """The items with these ids, in their order; an id without item is left out."""
        return self._some(kind, ids, _DECODERS[kind].decode)

    def some_trimmed(self, kind: type[Value], ids: Iterable[str], shape: type[S]) -> tuple[S, ...]:
        """The items with these ids, in their order, with no more of them than the fields of `shape`."""
        return self._some(kind, ids, msgspec.json.Decoder(shape).decode)

    def _some(
        self, kind: type[Value], ids: Iterable[str], decode: Callable[[str], T]
    ) -> tuple[T, ...]:
        wanted = list(ids)
        found: dict[str, T] = {}
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

    def chapters(self) -> list[tuple[str, str]]:
        """The chapters of the record in their order, each with what it was made from; none where it is told at once."""
        if not self._is_told_in_chapters:
            return []
        rows = self._rows("SELECT id, made_from FROM chapter WHERE place > 0 ORDER BY place")
        return [(str(id), str(made_from)) for id, made_from in rows]

    def held_by(self, chapter: str) -> HeldRows:
        """Which rows are a chapter's own."""
        ((text,),) = self._rows("SELECT held FROM chapter WHERE id = ?", [chapter])
        return HELD_ROWS.decode(str(text))

    def actors_in(self, chapter: str) -> Iterator[Actor]:
        """The actors of a chapter, as it alone tells of them."""
        decode = _DECODERS[Actor].decode
        for (text,) in self._rows(
            "SELECT json FROM chapter_part WHERE field = 'actors' AND chapter = ? ORDER BY id",
            [chapter],
        ):
            yield decode(str(text))

    def all(self, kind: type[V]) -> Iterator[V]:
        """Every item of that kind, sorted by id, a few at a time."""
        return self._all(kind, _DECODERS[kind].decode)

    def trimmed(self, kind: type[Value], shape: type[S]) -> Iterator[S]:
        """Every item of that kind, sorted by id, with no more of it than the fields of `shape`."""
        return self._all(kind, msgspec.json.Decoder(shape).decode)

    def _all(self, kind: type[Value], decode: Callable[[str], T]) -> Iterator[T]:
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

    def naming(self, kind: type[V], id: str) -> tuple[V, ...]:
        """The items of that kind that name this id anywhere, sorted by id."""
        rows = self._rows(
            f"SELECT json FROM {_TABLE_OF[kind].name} WHERE json LIKE ? ORDER BY id", [f'%"{id}"%']
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

    def reading_methods(self) -> list[tuple[str, str]]:
        """The capture (an id) of each reading, and the method by which it was read, sorted by address."""
        rows = self._rows("SELECT capture, method FROM reading ORDER BY address, capture")
        return [(str(capture), str(method)) for capture, method in rows]

    def methods_of(self, captures: Sequence[str]) -> dict[str, str]:
        """The method by which each of these captures (ids) was read."""
        found: dict[str, str] = {}
        for start in range(0, len(captures), AT_ONCE):
            part = captures[start : start + AT_ONCE]
            marks = ", ".join("?" * len(part))
            found |= dict(
                self._rows(f"SELECT capture, method FROM reading WHERE capture IN ({marks})", part)
            )
        return found

    def reading_in(self, capture: str) -> Reading:
        """The unanchored reading of a capture (an id) that has one, with its grammar."""
        ((text, grammar),) = self._rows(
            "SELECT json, grammar FROM reading WHERE capture = ?", [capture]
        )
        return joined(str(text), grammar)

    def readings(self) -> Iterator[Reading]:
        """The unanchored readings of all captures, sorted by address, a few at a time."""
        for (text,) in self._stream("SELECT json FROM reading ORDER BY address, capture"):
            yield _READING.decode(str(text))

    def places(self) -> Iterator[Place]:
        """The mentions of places in all readings, without the rest of them."""
        for (text,) in self._stream("SELECT json FROM reading ORDER BY address, capture"):
            yield from _PLACED.decode(str(text)).places

    def _stream(self, query: str) -> Iterator[Row]:
        """The rows of a query that would be too much at once."""
        found = self._database.stream(query)
        while True:
            with self._lock:
                rows = list(islice(found, 20))
            if not rows:
                return
            yield from rows

    def search(
        self, words: str, limit: int = 20, offset: int = 0
    ) -> tuple[int, tuple[tuple[str, str], ...]]:
        """How many articles hold all these words (as words begin; what stands in double quotation marks
        as it stands), and of those some with a snippet in which the words stand between U+0002 and
        U+0003, the best first."""
        with self._lock:
            count = self._database.count_found(words, beginnings=True)
            hits = self._database.find(words, True, _MARKS, limit, offset) if limit else []
        return count, tuple((hit.article, hit.snippet) for hit in hits)

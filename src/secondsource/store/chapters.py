"""The record of a story that is told in chapters: written chapter by chapter, each with what it was made from.

A row belongs to one chapter, but for those of which several tell (actors, voices, newsrooms, judgements, doubts): of these
each chapter's part is kept (`chapter_part`), and the row is made of all parts. Writing a chapter touches its own rows
and those of which it tells a part. The two tables are made with the first such record.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from ..model.record import Record
from ..model.value import Value, identifier
from .database import Database, Row
from .held_rows import HELD_ROWS, HeldRows
from .rows import GONE_AT_ONCE, delete
from .store import SET_META, Store
from .tables import TABLES, Table

_CHAPTERS = "chapter"
"""The table that tells whether there are chapters."""

_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS chapter (id TEXT PRIMARY KEY, place INTEGER NOT NULL, first_day TEXT,"
    " last_day TEXT, articles INTEGER NOT NULL, as_of TEXT, made_from TEXT NOT NULL, held TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS chapter_part (field TEXT NOT NULL, id TEXT NOT NULL,"
    " chapter TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (field, id, chapter))",
    "CREATE INDEX IF NOT EXISTS chapter_part_of ON chapter_part (chapter)",
)

Joins = Mapping[str, Callable[[Sequence[Any]], Value]]
"""How the parts of one thing are put together, by the field of the record that holds it."""


class Told(msgspec.Struct, frozen=True):
    """One chapter as it was made: rows by table, parts by field of the record (id and JSON), texts for the search (id,
    headline, text), and the capture (an id) that each article was read from. `made_from` identifies all that it was made from."""

    id: str
    days: tuple[str, str] | None
    articles: int
    as_of: str | None
    pipeline: str
    made_from: str
    rows: dict[str, list[tuple[Any, ...]]]
    parts: dict[str, list[tuple[str, str]]]
    texts: list[tuple[str, str, str]]
    captures: dict[str, str]


@dataclass(frozen=True)
class ChapterRow:
    """A chapter of the record: its first and last day, if any is known, and how many articles it has."""

    id: str
    days: tuple[str, str] | None
    articles: int


def told_of(
    chapter: str,
    days: tuple[str, str] | None,
    record: Record,
    captures: dict[str, str],
    made_from: str,
    joins: Joins,
) -> Told:
    """The rows of the record of one chapter. `captures` gives for its articles the capture that each was read from."""
    rows: dict[str, list[tuple[Any, ...]]] = {}
    parts: dict[str, list[tuple[str, str]]] = {}
    for table in TABLES:
        items = getattr(record, table.field)
        if table.field in joins:
            parts[table.field] = [(item.id, item.to_json().decode()) for item in items]
        else:
            rows[table.name] = [_row(table, item) for item in items]
    return Told(
        id=chapter,
        days=days,
        articles=len(record.articles),
        as_of=record.as_of,
        pipeline=record.pipeline,
        made_from=made_from,
        rows=rows,
        parts=parts,
        texts=[
            (row.id, row.article.headline or "", row.article.text)
            for row in record.articles
            if row.article
        ],
        captures=captures,
    )


def _row(table: Table, item: Any) -> Row:
    return (item.id, *table.values(item), item.to_json().decode())


def record_of_chapters(told: Sequence[Told], joins: Joins) -> Record:
    """The record of chapters that are told in their order, as it is in a store that they are written to."""
    fields: dict[str, Any] = {}
    for table in TABLES:
        decode = msgspec.json.Decoder(table.kind).decode
        found: dict[str, list[Any]] = {}
        for one in told:
            for row in one.rows.get(table.name, ()):
                found[row[0]] = [decode(row[-1])]
            for id, text in one.parts.get(table.field, ()):
                found.setdefault(id, []).append(decode(text))
        fields[table.field] = tuple(
            joins[table.field](found[id]) if table.field in joins else found[id][0]
            for id in sorted(found)
        )
    return Record(
        **fields,
        as_of=max((one.as_of for one in told if one.as_of), default=None),
        pipeline=next((one.pipeline for one in told if one.pipeline), ""),
    )


def made_chapters(store: Store) -> dict[str, str]:
    """For each chapter of the record that the store holds what it was made from; empty where that is not told in
    chapters."""
    if not _are_current(store):
        return {}
    return dict(store.database.rows("SELECT id, made_from FROM chapter"))


def chapter_rows(store: Store) -> tuple[ChapterRow, ...]:
    """The chapters of the record, the oldest first; none where it is told as a whole."""
    if not _are_current(store):
        return ()
    found = store.database.rows(
        "SELECT id, first_day, last_day, articles FROM chapter WHERE place > 0 ORDER BY place"
    )
    return tuple(
        ChapterRow(id, (first, last) if first else None, articles)
        for id, first, last, articles in found
    )


def _are_current(store: Store) -> bool:
    """Whether the record was written in chapters by whoever wrote it last."""
    told = store.meta("told_in_chapters")
    is_newest = bool(told) and told == store.meta("record_made_from")
    return is_newest and has_tables(store.database)


def has_tables(database: Database) -> bool:
    """Whether the tables of chapters are there."""
    return _CHAPTERS in database.tables()


def make_tables(database: Database) -> None:
    """Makes the tables of chapters where they are not there yet, inside a transaction."""
    for statement in _SCHEMA:
        database.execute(statement)


def write_chapters(
    store: Store,
    order: Sequence[str],
    told: Iterable[Told],
    unchanged: Collection[str],
    made_from: str,
    joins: Joins,
) -> None:
    """Makes the record that of these chapters (ids, in their order, the first for what stands in none), in one transaction. Those that are `unchanged` stay as
    they are in the store, the others are `told`. `made_from` identifies the input of all."""
    known = made_chapters(store)
    pipeline = store.meta("pipeline") or "" if known else ""
    with store.transaction() as database:
        make_tables(database)
        writer = _Writer(database, {id: n for n, id in enumerate(order)}, joins)
        if known:
            writer.take_out(sorted(known.keys() - unchanged))
        else:
            writer.take_all_out()
        for one in told:
            writer.put(one)
            pipeline = one.pipeline or pipeline
        writer.finish()
        ((as_of,),) = database.rows("SELECT max(as_of) FROM chapter")
        database.execute_many(
            SET_META,
            [
                ("as_of", as_of or ""),
                ("pipeline", pipeline),
                ("record_made_from", made_from),
                ("told_in_chapters", made_from),
            ],
        )


class _Writer:
    """Writes chapters, inside a transaction."""

    def __init__(self, database: Database, places: Mapping[str, int], joins: Joins) -> None:
        self._database = database
        self._places = places
        self._joins = joins
        self._touched: dict[str, set[str]] = {field: set() for field in joins}
        self._texts: dict[str, str] = {}

    def take_all_out(self) -> None:
        """Whatever record was there."""
        for table in TABLES:
            self._database.execute(f"DELETE FROM {table.name}")
        self._database.execute("DELETE FROM chapter")
        self._database.execute("DELETE FROM chapter_part")
        self._database.replace_texts(())

    def take_out(self, chapters: Sequence[str]) -> None:
        """These chapters. Their texts stay until it is known which of them come again."""
        for chapter in chapters:
            ((text,),) = self._database.rows("SELECT held FROM chapter WHERE id = ?", [chapter])
            held = HELD_ROWS.decode(text)
            for table, ids in held.rows.items():
                delete(self._database, table, "id", ids)
            self._texts |= held.texts
            for field, id in self._database.rows(
                "SELECT field, id FROM chapter_part WHERE chapter = ?", [chapter]
            ):
                self._touched[field].add(id)
        delete(self._database, "chapter_part", "chapter", chapters)
        delete(self._database, "chapter", "id", chapters)

    def put(self, told: Told) -> None:
        """One chapter that is not there."""
        for table in TABLES:
            if table.name in told.rows:
                self._insert(table, told.rows[table.name])
        for field, parts in told.parts.items():
            self._touched[field].update(id for id, _ in parts)
            self._database.execute_many(
                "INSERT INTO chapter_part (field, id, chapter, json) VALUES (?, ?, ?, ?)",
                [(field, id, told.id, text) for id, text in parts],
            )
        digests = {row[0]: identifier(*row) for row in told.texts}
        fresh = [row for row in told.texts if self._texts.get(row[0]) != digests[row[0]]]
        others = [row[0] for row in fresh if row[0] in self._texts]
        if fresh:
            self._database.change_texts(others, fresh)
        for id in digests:
            self._texts.pop(id, None)
        held = HeldRows(
            {name: [row[0] for row in rows] for name, rows in told.rows.items()},
            digests,
            told.captures,
        )
        first, last = told.days or (None, None)
        self._database.execute(
            "INSERT INTO chapter (id, place, first_day, last_day, articles, as_of, made_from, held)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                told.id,
                self._places[told.id],
                first,
                last,
                told.articles,
                told.as_of,
                told.made_from,
                msgspec.json.encode(held).decode(),
            ),
        )

    def finish(self) -> None:
        """What several chapters tell, and the places of those that stay as they are."""
        if self._texts:
            self._database.change_texts(sorted(self._texts), ())
        self._database.execute_many(
            "UPDATE chapter SET place = ? WHERE id = ? AND place <> ?",
            [(n, id, n) for id, n in self._places.items()],
        )
        for table in TABLES:
            ids = sorted(self._touched.get(table.field, ()))
            for start in range(0, len(ids), GONE_AT_ONCE):
                self._join(table, ids[start : start + GONE_AT_ONCE])

    def _join(self, table: Table, ids: Sequence[str]) -> None:
        """Makes the rows of these ids from all their parts."""
        marks = ", ".join("?" * len(ids))
        parts: dict[str, list[tuple[int, str]]] = {}
        for id, chapter, text in self._database.rows(
            f"SELECT id, chapter, json FROM chapter_part WHERE field = ? AND id IN ({marks})",
            [table.field, *ids],
        ):
            parts.setdefault(id, []).append((self._places[chapter], text))
        decode = msgspec.json.Decoder(table.kind).decode
        delete(self._database, table.name, "id", ids)
        self._insert(
            table,
            [
                _row(table, self._joins[table.field]([decode(text) for _, text in sorted(told)]))
                for _, told in sorted(parts.items())
            ],
        )

    def _insert(self, table: Table, rows: Sequence[Row]) -> None:
        columns = ("id", *table.columns, "json")
        marks = ", ".join("?" * len(columns))
        self._database.execute_many(
            f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({marks})", rows
        )

"""Everything that one database holds, put into another one, of whichever kind."""

from collections.abc import Iterator, Mapping
from itertools import islice

from .chapters import has_tables, make_tables
from .database import Database
from .sqlite import SqliteDatabase

ROWS_TOGETHER = 500
BYTES_TOGETHER = 16_000_000
"""Bytes of captures that are held in memory at a time, save for one capture more."""


def copy_rows(source: Database, target: Database, form: SqliteDatabase) -> None:
    """Puts the rows of `source`, as they stand at one moment, into the empty `target`, in one transaction. `form` is any
    database of SQLite's: of the two the one that tells which tables and columns there are."""
    with source.one_sight(), target.transaction():
        if has_tables(source):
            make_tables(target)
        for table, columns in form.columns().items():
            names, marks = ", ".join(columns), ", ".join("?" * len(columns))
            # In a fixed order, so that the same story gives the same file.
            order = ", ".join(str(number) for number in range(1, len(columns) + 1))
            found = source.stream(f"SELECT {names} FROM {table} ORDER BY {order}")
            while rows := list(islice(found, ROWS_TOGETHER)):
                target.execute_many(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)
        target.replace_texts(
            (str(id), str(headline), str(text))
            for id, headline, text in source.stream(
                "SELECT id, headline, text FROM article_text ORDER BY id"
            )
        )


def copy_bytes(source: Database, target: Database) -> None:
    """Puts the bytes of all captures of `source` into `target`, a few at a time."""
    for some in _in_parts(source):
        target.keep_bytes(some)


def _in_parts(source: Database) -> Iterator[Mapping[str, bytes]]:
    part: dict[str, bytes] = {}
    size = 0
    for digest in sorted(source.digests()):
        data = source.bytes_of(digest)
        if data is not None:
            part[digest] = data
            size += len(data)
        if size >= BYTES_TOGETHER:
            yield part
            part, size = {}, 0
    if part:
        yield part

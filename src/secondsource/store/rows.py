"""Rows of the record: a table is made to hold these items and no others, and only what changed is written."""

from collections.abc import Iterable, Sequence
from itertools import islice

from ..model.value import Value
from .database import Database, Row
from .tables import Table

GONE_AT_ONCE = 500
"""Rows that one statement deletes: less than the values that either database takes in one."""

WRITTEN_TOGETHER = 4096
"""Rows that are in memory as text at one time."""


def replace_rows(database: Database, table: Table, items: Iterable[Value]) -> None:
    """Makes `items` the rows of `table`, inside a transaction. Every column is held against what stands there,
    so that a row made by another version is written anew too. Of items with one id the last counts."""
    columns = ("id", *table.columns, "json")
    marks = ", ".join("?" * len(columns))
    insert = f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({marks})"
    held = {
        row[0]: hash(row)
        for row in database.stream(f"SELECT {', '.join(columns)} FROM {table.name}")
    }
    gone = set(held)
    remaining = iter(items)
    while some := tuple(islice(remaining, WRITTEN_TOGETHER)):
        fresh: dict[str, Row] = {}
        for item in some:
            row = (item.id, *table.values(item), item.to_json().decode())  # type: ignore[attr-defined]
            gone.discard(row[0])
            fresh.pop(row[0], None)
            if held.get(row[0]) != hash(row):
                fresh[row[0]] = row
        delete(database, table.name, "id", [id for id in fresh if id in held])
        database.execute_many(insert, fresh.values())
        held.update((id, hash(row)) for id, row in fresh.items())
    delete(database, table.name, "id", sorted(gone))


def delete(database: Database, table: str, column: str, keys: Sequence[object]) -> None:
    """Deletes the rows whose `column` is one of `keys`, inside a transaction."""
    for start in range(0, len(keys), GONE_AT_ONCE):
        some = keys[start : start + GONE_AT_ONCE]
        marks = ", ".join("?" * len(some))
        database.execute(f"DELETE FROM {table} WHERE {column} IN ({marks})", some)

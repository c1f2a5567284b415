"""Rows of the record: a table is made to hold these items and no others, and only what changed is written."""

from collections.abc import Iterable, Sequence

from ..model.value import Value
from .database import Database, Row
from .tables import Table

GONE_AT_ONCE = 500
"""Rows that one statement deletes: less than the values that either database takes in one."""


def replace_rows(database: Database, table: Table, items: Iterable[Value]) -> None:
    """Makes `items` the rows of `table`, inside a transaction. Every column is held against what stands there,
    so that a row made by another version is written anew too. Of items with one id the last counts."""
    columns = ("id", *table.columns, "json")
    held = {
        row[0]: hash(row)
        for row in database.stream(f"SELECT {', '.join(columns)} FROM {table.name}")
    }
    fresh: dict[str, Row] = {}
    wanted: set[str] = set()
    for item in items:
        row = (item.id, *table.values(item), item.to_json().decode())  # type: ignore[attr-defined]
        wanted.add(row[0])
        if held.get(row[0]) != hash(row):
            fresh[row[0]] = row
    delete(database, table.name, "id", [id for id in held if id not in wanted or id in fresh])
    marks = ", ".join("?" * len(columns))
    database.execute_many(
        f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({marks})", fresh.values()
    )


def delete(database: Database, table: str, column: str, keys: Sequence[object]) -> None:
    """Deletes the rows whose `column` is one of `keys`, inside a transaction."""
    for start in range(0, len(keys), GONE_AT_ONCE):
        some = keys[start : start + GONE_AT_ONCE]
        marks = ", ".join("?" * len(some))
        database.execute(f"DELETE FROM {table} WHERE {column} IN ({marks})", some)

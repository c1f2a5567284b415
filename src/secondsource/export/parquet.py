"""Parquet: one table as one file, with types; lists stay lists."""

import io

from ..extras import needed
from ..model.record import Record
from .tables import Table


def parquet_table(table: Table, record: Record) -> bytes:
    """One table as a Parquet file. Raises UsageError without the extra `exports`."""
    arrow = needed("pyarrow", "exports", "Parquet")
    parquet = needed("pyarrow.parquet", "exports", "Parquet")
    types = {
        "text": arrow.string(),
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "boolean": arrow.bool_(),
        "list": arrow.list_(arrow.string()),
    }
    rows = list(table.fill(record))
    schema = arrow.schema([(column, types[kind]) for column, kind in table.columns.items()])
    columns = [
        arrow.array([_plain(row.get(column)) for row in rows], type=types[kind])
        for column, kind in table.columns.items()
    ]
    buffer = io.BytesIO()
    parquet.write_table(
        arrow.Table.from_arrays(columns, schema=schema), buffer, compression="snappy"
    )
    return buffer.getvalue()


def _plain(cell: object) -> object:
    return list(cell) if isinstance(cell, tuple) else cell

"""Tables as pandas frames."""

from typing import TYPE_CHECKING

from ..extras import needed
from ..model.record import Record
from .tables import table_named

if TYPE_CHECKING:
    from pandas import DataFrame

_TYPES = {
    "text": "string",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "list": "object",
}
"""Types that can be null, since any cell may be unknown."""


def frame(record: Record, name: str) -> "DataFrame":
    """The table of that name, one row an item. Raises UsageError for a table that there is not, and
    without the extra `exports`."""
    table = table_named(name)
    pandas = needed("pandas", "exports", "a frame")
    rows = list(table.fill(record))
    return pandas.DataFrame(
        {
            column: pandas.Series([row.get(column) for row in rows], dtype=_TYPES[kind])
            for column, kind in table.columns.items()
        }
    )

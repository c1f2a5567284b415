"""CSV (RFC 4180): one table, or all in a folder, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from ..model.record import Record
from .rows import Cell
from .tables import Table

BETWEEN = "; "
"""What parts the values of a list in one cell."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula (OWASP, CSV Injection), full-width forms included."""


def csv_table(table: Table, record: Record) -> bytes:
    """One table as UTF-8 with a line of column names; lists are joined by `; `."""
    return csv_bytes(
        table.columns,
        ([row.get(column) for column in table.columns] for row in table.fill(record)),
    )


def csv_bytes(columns: Iterable[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Any rows as CSV with safe cells."""
    return "".join(_lines(columns, rows)).encode("utf-8", "replace")


def _lines(columns: Iterable[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(list(columns))
    for row in rows:
        writer.writerow([cell_text(cell) for cell in row])
    yield buffer.getvalue()


def cell_text(cell: Cell) -> str:
    """A cell as written: empty for null, `true` or `false`, numbers in full, words made harmless."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case int() | float():
            return number_text(cell)
        case str():
            return harmless(cell)
        case _:
            return harmless(BETWEEN.join(cell))


def number_text(number: float) -> str:
    """A number without an exponent that would hide its digits, and without `.0`."""
    whole = int(number) if number == number and abs(number) < 1e15 else None
    return str(whole) if whole is not None and whole == number else repr(number)


def harmless(words: str) -> str:
    """The words, with an apostrophe in front where a spreadsheet would run them as a formula."""
    if words.startswith(_FORMULA_STARTS) or words.lstrip().startswith(_FORMULA_STARTS):
        return "'" + words
    return words

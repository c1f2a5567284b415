"""Reports in tables (CSV, TSV): one row a report, under a header row."""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO

from ..model.encoding import STRAY_BYTES, marked_encoding, unmarked_encoding
from .item import Failure, Item
from .put_back import put_back
from .record_fields import has_text
from .records import LONGEST_LINE, brief, order_among, read_record

_SEPARATOR_LINE = re.compile(r"sep=[,;|\t]")
_LOOKED_AT = 65_536
"""First bytes of a table from which its encoding is told."""


def read_csv(stream: BinaryIO, name: str) -> Iterator[Item]:
    """The reports of a CSV or TSV table with a header row; a row without text becomes a Failure."""
    # A cell may hold a whole report; the limit of a report is checked when it is captured.
    csv.field_size_limit(LONGEST_LINE)
    beginning = stream.read(_LOOKED_AT)
    encoding = marked_encoding(beginning) or unmarked_encoding(beginning)
    text = io.TextIOWrapper(
        put_back(beginning, stream),
        encoding=encoding,
        errors=STRAY_BYTES if encoding.startswith("utf-8") else "replace",
        newline="",
    )
    head = text.readline(1_000_000)
    if _SEPARATOR_LINE.fullmatch(head.strip("\ufeff\r\n")):  # for Excel alone
        head = text.readline(1_000_000)
    if not head.strip():
        yield Failure(address=name, reason=f"{name} is empty; nothing to read")
        return
    separator = max(",;\t|", key=head.count)
    columns = [column.strip() for column in next(csv.reader([head], delimiter=separator))]
    if not has_text(dict.fromkeys(columns)):
        yield Failure(
            address=name,
            reason=f"{name} has no column of texts; name it `text` (found: {', '.join(columns)[:200]})",
        )
        return
    sample = beginning.decode(encoding, "replace").splitlines()[1:]
    if len(beginning) == _LOOKED_AT:
        sample.pop()
    order = order_among(dict(zip(columns, row, strict=False)) for row in _cells(sample, separator))
    rows = csv.reader(text, delimiter=separator)
    number = 1
    while True:
        number += 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield Failure(
                address=f"{name}#{number}", reason=f"row {number} of {name}: {brief(error)}"
            )
            continue
        if row is None:
            if number == 2:
                yield Failure(address=name, reason=f"{name} has names of columns and no rows")
            return
        address = f"{name}#{number}"
        if any(cell.strip() for cell in row[len(columns) :]):
            # Which cell is which cannot be told: one would be taken for another.
            reason = f"row {number} of {name} has {len(row)} cells under {len(columns)} names; quote what holds a separator"
            yield Failure(address=address, reason=reason)
        elif any(cell.strip() for cell in row):
            yield from read_record(dict(zip(columns, row, strict=False)), address, order)


def _cells(lines: list[str], separator: str) -> Iterator[list[str]]:
    """The rows of the first lines of a table, as far as they can be read."""
    with suppress(csv.Error):
        yield from csv.reader(lines, delimiter=separator)

"""All formats by name: what each writes, and where."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from ..errors import UsageError
from ..model.record import Record
from .bundle import bundle
from .cameo import cameo
from .claimreview import claimreview
from .csv import csv_table
from .ftm import followthemoney
from .geojson import geojson
from .ics import ics
from .jsonl import json_lines
from .parquet import parquet_table
from .source import Source
from .tables import TABLES, Table, table_named
from .timelinejs import timelinejs


@dataclass(frozen=True)
class Options:
    """What the caller may choose; formats that know nothing of a choice leave it alone."""

    table: str | None = None
    all_statuses: bool = False
    reviewer: str = "secondsource"
    texts: bool = True
    key_file: Path | None = None


def _lines(lines: Iterable[bytes]) -> bytes:
    return b"".join(line + b"\n" for line in lines)


FORMATS: dict[str, Callable[[Source, Options], bytes]] = {
    "jsonl": lambda source, _: _lines(json_lines(source.record)),
    "geojson": lambda source, _: geojson(source.record, source.places),
    "ics": lambda source, _: ics(source.record, source.story.name),
    "timelinejs": lambda source, _: timelinejs(source.record, source.story.name),
    "followthemoney": lambda source, _: _lines(followthemoney(source.record)),
    "claimreview": lambda source, options: claimreview(source.record, options.reviewer),
    "cameo": lambda source, options: cameo(source.record, source.places, options.all_statuses),
    "bundle": lambda source, options: bundle(source, options.texts, options.key_file),
}
"""Formats that are one file."""

TABLE_FORMATS: dict[str, Callable[[Table, Record], bytes]] = {
    "csv": csv_table,
    "parquet": parquet_table,
}
"""Formats that are one file a table."""

BINARY = frozenset({"parquet", "bundle"})
"""Formats that are no text, and belong in a file."""

NAMES = (*FORMATS, *TABLE_FORMATS)


def exported(source: Source, form: str, options: Options) -> bytes:
    """The story in a format that is one file, or one table of it. Raises UsageError for a format or table
    that there is not, and when a table format names no table."""
    if form in FORMATS:
        return FORMATS[form](source, options)
    if form not in TABLE_FORMATS:
        raise UsageError(f"there is no format {form!r}; there are: {', '.join(NAMES)}")
    if options.table is None:
        raise UsageError(
            f"{form} is one file a table: name a folder with --output, or one table with --table"
        )
    return TABLE_FORMATS[form](table_named(options.table), source.record)


def write_export(source: Source, form: str, options: Options, output: Path) -> tuple[Path, ...]:
    """Writes the story in that format to `output` and returns what was written: a file, or for tables
    without `options.table` a folder with one file a table. Whole or not at all."""
    if form in TABLE_FORMATS and options.table is None:
        return write_tables(source.record, form, output)
    write_whole(output, exported(source, form, options))
    return (output,)


def write_tables(record: Record, form: str, folder: Path) -> tuple[Path, ...]:
    """Every table as `folder/NAME.FORM`. Raises UsageError when the folder is a file."""
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file; {form} without --table needs a folder")
    made = {f"{table.name}.{form}": TABLE_FORMATS[form](table, record) for table in TABLES}
    _make_folder(folder)
    for name, data in made.items():
        write_whole(folder / name, data)
    return tuple(folder / name for name in made)


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file whole or not at all. Raises UsageError when it cannot be written there."""
    if path.is_dir():
        raise UsageError(f"{path} is a folder; name a file")
    _make_folder(path.parent)
    unfinished = ""
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            unfinished = file.name
            file.write(data)
        os.chmod(unfinished, 0o644)
        shutil.move(unfinished, path)
    except OSError as error:
        if unfinished:
            Path(unfinished).unlink(missing_ok=True)
        raise UsageError(f"{path} cannot be written ({error.strerror})") from error


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder} cannot be made ({error.strerror})") from error

"""Forward migrations of a story's database: one function for each step, each in one transaction."""

import re
import sqlite3
from collections.abc import Callable
from importlib import resources

from ..model.value import identifier

SCHEMA_VERSION = 3


def schema() -> str:
    """The statements that make the newest schema from nothing."""
    return resources.files(__package__).joinpath("schema.sql").read_text("utf-8")


def capture_id(address: str, digest: str, media_type: str, metadata: str) -> str:
    """The id of what was captured: the same bytes with another title or date said beside them are
    another capture. `metadata` is JSON with sorted keys."""
    return identifier("capture", address, digest, media_type, metadata)


def _from_1_to_2(connection: sqlite3.Connection) -> None:
    """Captures are no longer replaced by newer ones of their address: each is kept, with each time that it
    was seen; a reading belongs to a capture."""
    old = connection.execute(
        "SELECT address, digest, media_type, captured, metadata, failure FROM capture"
    ).fetchall()
    readings = connection.execute("SELECT address, digest, method, json FROM reading").fetchall()
    connection.execute("DROP TABLE capture")
    connection.execute("DROP TABLE reading")
    _make_what_is_missing(connection)
    by_address: dict[tuple[str, str], str] = {}
    for address, digest, media_type, captured, metadata, failure in old:
        if failure is not None and not media_type:
            digest = ""
        capture = capture_id(address, digest, media_type, metadata)
        by_address[address, digest] = capture
        connection.execute(
            "INSERT OR REPLACE INTO capture (id, address, digest, media_type, metadata, failure)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (capture, address, digest, media_type, metadata, failure),
        )
        connection.execute(
            "INSERT OR REPLACE INTO sighting VALUES (?, ?, '')", (capture, captured or "")
        )
    for address, digest, method, text in readings:
        if (address, digest) in by_address:
            connection.execute(
                "INSERT OR REPLACE INTO reading (capture, address, digest, method, json)"
                " VALUES (?, ?, ?, ?, ?)",
                (by_address[address, digest], address, digest, method, text),
            )


def _from_2_to_3(connection: sqlite3.Connection) -> None:
    """Readings keep the parses of their sentences; those of before have none until they are read anew."""
    columns = {row[1] for row in connection.execute("PRAGMA table_info(reading)")}
    if "grammar" not in columns:
        connection.execute("ALTER TABLE reading ADD COLUMN grammar BLOB")


def _make_what_is_missing(connection: sqlite3.Connection) -> None:
    """Makes every table and index of the newest schema that is not there."""
    plain = "\n".join(line.split("--")[0] for line in schema().splitlines())
    for statement in plain.split(";"):
        made = re.sub(
            r"^\s*CREATE (VIRTUAL TABLE|TABLE|INDEX) ", r"CREATE \1 IF NOT EXISTS ", statement
        )
        if made.strip():
            connection.execute(made)


MIGRATIONS: dict[int, Callable[[sqlite3.Connection], None]] = {1: _from_1_to_2, 2: _from_2_to_3}
"""The step that leads on from a version."""


def migrate(connection: sqlite3.Connection) -> int:
    """Brings the database to the newest schema, in one transaction; returns the version it had."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        for step in range(version, SCHEMA_VERSION):
            MIGRATIONS[step](connection)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
    return version

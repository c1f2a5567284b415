"""What a build worked out and the next one may need again, kept in the story's cache: a build that adds one
article works out only what that one concerns. All of it may be thrown away."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b

from ..model.keeping import NOWHERE, Keeping
from .story import Story

NAME = "kept.db"
"""The file in the story's cache."""

BYTES_TOGETHER = 32_000_000
"""Bytes of values that wait in memory to be written."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS rules (digest TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS kept (
  kind TEXT, key TEXT, checksum BLOB, value BLOB, PRIMARY KEY (kind, key)
) WITHOUT ROWID;
"""


class KeptOf:
    """What was kept by the same rules. Values carry a checksum: one that fails it was not kept."""

    def __init__(self, connection: sqlite3.Connection, rules: str) -> None:
        """On an open file; what other rules made is thrown away. Raises sqlite3.Error where it cannot be."""
        self._connection = connection
        self._asked: set[tuple[str, str]] = set()
        self._fresh: dict[tuple[str, str], bytes] = {}
        self._waiting = 0
        connection.executescript(_SCHEMA)
        if connection.execute("SELECT digest FROM rules").fetchall() != [(rules,)]:
            with connection:
                connection.execute("DELETE FROM kept")
                connection.execute("DELETE FROM rules")
                connection.execute("INSERT INTO rules VALUES (?)", (rules,))

    def kept(self, kind: str, key: str) -> bytes | None:
        """What was kept under this key and is whole; None when nothing is."""
        try:
            found = self._connection.execute(
                "SELECT checksum, value FROM kept WHERE kind = ? AND key = ?", (kind, key)
            ).fetchone()
        except sqlite3.Error:
            return None
        if found is None or found[0] != _checksum(found[1]):
            return None
        self._asked.add((kind, key))
        return bytes(found[1])

    def keep(self, kind: str, key: str, value: bytes) -> None:
        """Keeps a value. Many are written at once; what cannot be is not kept."""
        self._asked.add((kind, key))
        self._fresh[kind, key] = value
        self._waiting += len(value)
        if self._waiting >= BYTES_TOGETHER:
            with suppress(sqlite3.Error):
                self._write()

    def settle(self) -> None:
        """Writes what is new, and throws away what nobody asked for: it belongs to articles that are gone or
        to comparisons that are not made any more. Raises sqlite3.Error where it cannot."""
        self._write()
        with self._connection as connection:
            unused = [
                key
                for key in connection.execute("SELECT kind, key FROM kept")
                if key not in self._asked
            ]
            connection.executemany("DELETE FROM kept WHERE kind = ? AND key = ?", unused)

    def _write(self) -> None:
        fresh, self._fresh, self._waiting = self._fresh, {}, 0
        with self._connection as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)",
                ((*key, _checksum(value), value) for key, value in fresh.items()),
            )


def _checksum(value: bytes) -> bytes:
    return blake2b(value, digest_size=8).digest()


@contextmanager
def keeping(story: Story, rules: str, name: str = NAME) -> Iterator[Keeping]:
    """Where a build finds what the last one kept in the file of that name, by the same `rules` (a digest). What it keeps is written when it ends
    well. A file that is broken is thrown away; where nothing can be written, nothing is kept."""
    place = story.cache / name
    found: KeptOf | None = None
    connection: sqlite3.Connection | None = None
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(place)
        found = KeptOf(connection, rules)
    except (sqlite3.Error, OSError):
        if connection is not None:
            connection.close()
        with suppress(OSError):
            place.unlink(missing_ok=True)
    if found is None or connection is None:
        yield NOWHERE
        return
    is_broken = False
    try:
        yield found
        try:
            found.settle()
        except sqlite3.Error:
            is_broken = True
    finally:
        connection.close()
        if is_broken:
            with suppress(OSError):
                place.unlink(missing_ok=True)

"""One build at a time: a lock that the system releases, however its holder ends."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import StoryLocked, StoryReadOnly

LOCK_FILE = "build.lock"


@contextmanager
def one_writer(folder: Path) -> Iterator[None]:
    """Holds the story for one build.

    Readers are not held up. The lock is that of SQLite on an empty file of its own, which holds on
    every system and goes with its process, also where that is killed. Raises StoryLocked at once when another
    build holds it, StoryReadOnly where it cannot be made.
    """
    connection: sqlite3.Connection | None = None
    try:
        connection = sqlite3.connect(folder / LOCK_FILE, timeout=0, isolation_level=None)
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if connection is not None:
            connection.close()
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
            raise StoryLocked(
                f"another build is writing to {folder}; wait until it is done, or stop it and run this"
                " again (what it has read is kept)"
            ) from error
        raise StoryReadOnly(f"{folder} cannot be written ({error})") from error
    try:
        yield
    finally:
        connection.close()

"""One build at a time: a lock that the system releases, however its holder ends."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import DiskFull, StoryLocked, StoryReadOnly
from .opening import as_our_error

LOCK_FILE = "build.lock"
DECISIONS_LOCK_FILE = "corrections.lock"
"""That of `corrections/file.py`."""

SECONDS_TO_WAIT = 30
"""For somebody who writes down a decision."""


@contextmanager
def one_writer(folder: Path) -> Iterator[None]:
    """Holds the story for one build.

    Readers are not held up. Raises StoryLocked at once when another build holds it, DiskFull or StoryReadOnly
    where the lock cannot be made.
    """
    told = (
        f"another build is writing to {folder}; wait until it is done, or stop it and run this"
        " again (what it has read is kept)"
    )
    with _held(folder / LOCK_FILE, 0, told):
        yield


@contextmanager
def decisions_held(folder: Path) -> Iterator[None]:
    """Holds what people decided for one writer. Raises StoryLocked when another one takes too long, StoryReadOnly where
    the lock cannot be made."""
    told = f"another process is writing down decisions in {folder}; try again when it is done"
    with _held(folder / DECISIONS_LOCK_FILE, SECONDS_TO_WAIT, told):
        yield


@contextmanager
def _held(file: Path, seconds: float, told: str) -> Iterator[None]:
    """Holds a lock. It is that of SQLite on an empty file of its own, which holds on every system and goes with its
    process, also where that is killed."""
    connection: sqlite3.Connection | None = None
    try:
        connection = sqlite3.connect(file, timeout=seconds, isolation_level=None)
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if connection is not None:
            connection.close()
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
            raise StoryLocked(told) from error
        if isinstance(full := as_our_error(error, file), DiskFull):
            raise full from error
        raise StoryReadOnly(f"{file.parent} cannot be written ({error})") from error
    try:
        yield
    finally:
        connection.close()

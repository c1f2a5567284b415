"""Opening a story's database: to write where that is possible, else to read only; and SQLite's errors
in words that say what to do."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from ..errors import (
    DiskFull,
    SecondsourceError,
    StoryDamaged,
    StoryLocked,
    StoryNotFound,
    StoryReadOnly,
)

_WAIT_SECONDS = 30


def as_our_error(error: sqlite3.Error, path: Path) -> SecondsourceError | sqlite3.Error:
    """The error with what to do about it; itself where nothing is known of it.

    The codes are those of https://sqlite.org/rescode.html; the low byte is the primary one.
    """
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    story = path.parent
    if code == sqlite3.SQLITE_FULL:
        return DiskFull(
            f"there is no room left on the disk of {story}; free some and run the same again (what"
            " was read so far is kept)"
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoryLocked(f"another program is writing to {story}; wait until it is done")
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN):
        return StoryReadOnly(
            f"{story} cannot be written; give yourself the right to, or copy it and work on the copy"
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return StoryDamaged(
            f"{path} is damaged or no story database ({error}); see: secondsource doctor {story}"
        )
    if code == sqlite3.SQLITE_IOERR:
        return StoryReadOnly(
            f"the disk of {story} does not take or give what it should ({error}); see whether it is full, gone or"
            " broken, and run the same again (what was read so far is kept)"
        )
    return error


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns SQLite's errors inside into ours."""
    try:
        yield
    except sqlite3.Error as error:
        ours = as_our_error(error, path)
        if ours is error:
            raise
        raise ours from error


def connect(path: Path) -> tuple[sqlite3.Connection, bool]:
    """A connection to the database at `path`, and whether it can be written.

    Raises StoryNotFound when the file is no database, StoryReadOnly when it can only be read and its
    last writer was cut off, so that SQLite would have to fold in a log first.
    """
    connection = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA user_version").fetchone()
        # SQLite opens a file without the right to write as one to be read, and says so only later.
        return connection, os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    except sqlite3.OperationalError:
        connection.close()
        if not path.is_file():
            raise
    except sqlite3.DatabaseError as error:
        connection.close()
        raise _no_database(path, error) from error
    return connect_to_read(path), False


def _no_database(path: Path, error: sqlite3.DatabaseError) -> StoryNotFound:
    return StoryNotFound(f"{path} is not a story database ({error}); move it away and build again")


def connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection that only reads, for one thread after the other. Where not even the log's index can be made (a read-only folder)
    the file is taken as it lies, which is the whole of it once its last writer has ended.

    Raises StoryNotFound and StoryReadOnly as `connect`."""
    address = f"file:{quote(str(path.resolve()))}"
    log = path.with_name(path.name + "-wal")
    for form in ("?mode=ro", "?mode=ro&immutable=1"):
        if "immutable" in form and log.is_file() and log.stat().st_size:
            raise StoryReadOnly(
                f"{path.parent} cannot be written, and its last build was cut off; open it once"
                " where it can be written"
            )
        connection = sqlite3.connect(
            address + form,
            uri=True,
            timeout=_WAIT_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            return connection
        except sqlite3.OperationalError as error:
            connection.close()
            last = error
        except sqlite3.DatabaseError as error:
            connection.close()
            raise _no_database(path, error) from error
    raise as_our_error(last, path) from last

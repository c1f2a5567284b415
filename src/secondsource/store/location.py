"""Where a story's database is: a file of its folder, or a story on a PostgreSQL server; and opening it."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from ..extras import needed
from .database import Database
from .sqlite import SqliteDatabase


@dataclass(frozen=True)
class Server:
    """A story on a server. `folder` has its settings and what people decided; `address` may hold a password and
    is never shown, `story` is its name on the server."""

    folder: Path
    address: str = field(repr=False)
    story: str = ""


Location = Path | Server


def open_database(location: Location, create: bool = False) -> Database:
    """The database there, opened to be written where that is possible; with `create` made if there is none.

    Raises StoryNotFound, StoryTooNew, or what else a database raises that cannot be opened.
    """
    if isinstance(location, Path):
        return SqliteDatabase(location, create)
    return _on_server(location, create, only_read=False)


def open_to_read(location: Location) -> Database:
    """The database there; nothing is ever written, and many threads may use it one after the other. Raises
    as `open_database`."""
    if isinstance(location, Path):
        return SqliteDatabase(location, only_read=True)
    return _on_server(location, create=False, only_read=True)


def last_write(location: Location) -> Hashable:
    """Changes whenever the database there, or its writer's log, is written."""
    if not isinstance(location, Path):
        written: Hashable = _module().last_write(location.address, location.story)
        return written
    found = []
    for file in (location, location.with_name(location.name + "-wal")):
        try:
            stat = file.stat()
        except FileNotFoundError:
            continue
        found.append((stat.st_mtime_ns, stat.st_size))
    return tuple(found)


def _on_server(server: Server, create: bool, only_read: bool) -> Database:
    opened: Database = _module().PostgresDatabase(
        server.folder, server.address, server.story, create, only_read
    )
    return opened


def _module() -> Any:
    needed("psycopg", "server", "a story on a PostgreSQL server")
    return import_module(".postgres", __package__)

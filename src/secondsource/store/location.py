"""Where a story's database is: a file of its folder, or a story on a PostgreSQL server; and opening it."""

import re
from collections.abc import Hashable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from ..errors import UsageError
from ..extras import needed
from .database import Database
from .lock import one_writer
from .sqlite import SqliteDatabase


@dataclass(frozen=True)
class Server:
    """A story on a server. `folder` has its settings and what people decided; `address` may hold a password and
    is never shown, `story` is its name on the server."""

    folder: Path
    address: str = field(repr=False)
    story: str = ""

    @property
    def full_address(self) -> str:
        """The address with the name of the story, as it stands in `story.toml`."""
        return f"{self.address}#{self.story}"


Location = Path | Server

SCHEMES = ("postgresql://", "postgres://")
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,49}")


def server_of(folder: Path, name: str, address: str) -> Server:
    """The story on a server that an address names: `postgresql://HOST/DATABASE#STORY`, without #STORY the
    one that is called as the folder's. Raises UsageError, which shows nothing of the address, when it is none."""
    if not address.startswith(SCHEMES):
        raise UsageError(
            f"the store of {folder} is no address of a server; write it as"
            " postgresql://HOST/DATABASE#STORY"
        )
    server, _, story = address.partition("#")
    story = story or re.sub(r"[^a-z0-9_-]+", "-", name.lower()).strip("-_")[:50]
    if not _NAME.fullmatch(story):
        raise UsageError(
            f"the store of {folder} names no story that a server can hold; write it as"
            " postgresql://HOST/DATABASE#STORY, STORY of at most 50 small letters a-z, digits, - and _"
        )
    return Server(folder, server, story)


def open_database(location: Location, create: bool = False) -> Database:
    """The database there, opened to be written where that is possible; with `create` made if there is none.

    Raises StoryNotFound, StoryTooNew, or what else a database raises that cannot be opened.
    """
    if isinstance(location, Path):
        return SqliteDatabase(location, create)
    return _on_server(location, create, only_read=False)


@contextmanager
def open_to_build(location: Location) -> Iterator[Database]:
    """The database there, made if there is none, and held for one build. Raises StoryLocked at once when another
    build holds it."""
    if isinstance(location, Path):
        with one_writer(location.parent), closing(open_database(location, create=True)) as database:
            yield database
        return
    server = _module().PostgresDatabase(location.folder, location.address, location.story, True)
    with closing(server) as database, database.one_writer():
        yield database


def open_to_read(location: Location) -> Database:
    """The database there; nothing is ever written, and many threads may use it one after the other. Raises
    as `open_database`."""
    if isinstance(location, Path):
        return SqliteDatabase(location, only_read=True)
    return _on_server(location, create=False, only_read=True)


def last_write(location: Location) -> Hashable:
    """Changes whenever the database there, or its writer's log, is written."""
    if not isinstance(location, Path):
        written: Hashable = _module().last_write(location.folder, location.address, location.story)
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

"""Backup and restore: a whole story as one zip file."""

import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import IO

from ..errors import StoryDamaged, StoryNotFound, StoryTooNew, UsageError
from .copying import copy_bytes, copy_rows
from .database import Database
from .decisions import share_decisions
from .files import BROKEN_ZIP, UNFINISHED, place_of, writing_failed
from .location import Server, open_database, open_to_build, server_of
from .sqlite import CAPTURES, SqliteDatabase
from .story import Story, open_story, settings_of, write_settings

Progress = Callable[[str, int, int], None]
Opener = Callable[[], IO[bytes]]
"""Opens one file of a backup."""

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The time of every file in a backup, so that the same story gives the same names and times."""

_LEFT_OUT = ("story.db", "build.lock", "corrections.lock", "cache")
"""Beginnings of names: the database is copied by itself, the rest can be made again."""


def no_progress(step: str, done: int, of: int) -> None:
    """Says nothing."""


def back_up(story: Story, file: Path, progress: Progress = no_progress) -> int:
    """Writes the story to `file` (a zip), whole or not at all; returns the number of files in it. The
    database is copied as it stands at one moment, also while a build is writing. A story on a server gives
    such a file as one in a folder does, and its address is not in it. Raises UsageError when `file` exists or
    would lie in the story itself, DiskFull when there is no room."""
    if file.exists():
        raise UsageError(f"{file} exists; name a new file")
    if story.folder.resolve() in file.resolve().parents:
        # It would hold itself, and the next backup this one.
        raise UsageError(f"{file} would lie in the story itself; name a file outside of it")
    unfinished = file.with_name(file.name + UNFINISHED)
    try:
        with (
            tempfile.TemporaryDirectory(dir=file.resolve().parent) as folder,
            closing(open_database(story.database)) as database,
        ):
            if story.server is not None and database.writable:
                share_decisions(story.folder, database)
            copy = Path(folder) / "story.db"
            _copy_database(database, copy)
            # The captures are listed after the database was copied: none that it knows is missing.
            entries: list[tuple[str, Opener]] = [
                ("story.db", partial(_opened, copy)),
                *_entries(story, database),
            ]
            with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
                for number, (name, opened) in enumerate(entries, start=1):
                    entry = zipfile.ZipInfo(name, _FIRST_DAY)
                    entry.compress_type = zipfile.ZIP_DEFLATED
                    entry.external_attr = 0o644 << 16
                    with (
                        opened() as source,
                        archive.open(entry, "w", force_zip64=True) as target,
                    ):
                        shutil.copyfileobj(source, target)
                    progress("back up", number, len(entries))
        unfinished.replace(file)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise writing_failed(file.parent, error) from error
    return len(entries)


def _copy_database(database: Database, file: Path) -> None:
    if isinstance(database, SqliteDatabase):
        database.copy_to(file)
        return
    with closing(SqliteDatabase(file, create=True)) as copy:
        copy_rows(database, copy, copy)


def _entries(story: Story, database: Database) -> Iterator[tuple[str, Opener]]:
    """The story's files but for the database, what can be made again and what was cut off."""
    if story.server is not None:
        for digest in sorted(database.digests()):
            name = place_of(Path(CAPTURES), digest).as_posix()
            yield name, partial(_opened_bytes, database, digest)
    for path in sorted(story.folder.rglob("*")):
        name = path.relative_to(story.folder).as_posix()
        first = name.split("/")[0]
        if not path.is_file() or first.startswith(_LEFT_OUT) or name.endswith(UNFINISHED):
            continue
        if name == "story.toml" and story.server is not None:
            yield name, partial(BytesIO, settings_of(replace(story, server=None)).encode())
        else:
            yield name, partial(_opened, path)


def _opened(path: Path) -> IO[bytes]:
    return path.open("rb")


def _opened_bytes(database: Database, digest: str) -> BytesIO:
    return BytesIO(database.bytes_of(digest) or b"")


def restore(
    file: Path, folder: Path, progress: Progress = no_progress, store: str | None = None
) -> Story:
    """Makes the story in `folder`, which must not exist or be empty, from a backup; whole or not at all. With
    `store` (`postgresql://HOST/DATABASE#STORY`) it is kept on that server, which must not hold it yet.

    Raises UsageError when the folder or the server holds something, or the file is no backup or broken.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} holds something already; name a new folder")
    if not file.is_file():
        raise UsageError(
            f"{file} does not exist; name a file that was made with: secondsource backup"
        )
    unfinished = folder.with_name(folder.name + UNFINISHED)
    if unfinished.exists():
        shutil.rmtree(unfinished)
    try:
        _unpack(file, unfinished, progress)
        story = open_story(unfinished)
        if story.server is not None:
            # Made by somebody else: what is restored would be read from wherever they say.
            raise zipfile.BadZipFile("its story.toml names a server, which no backup does")
        with closing(SqliteDatabase(unfinished / "story.db")) as database:
            broken = database.integrity()
            if broken:
                raise StoryDamaged(f"{file} is broken: {broken[0]}")
            if store is not None:
                _put_on_server(story, database, server_of(folder, story.name, store))
        if folder.exists():
            folder.rmdir()
        unfinished.replace(folder)
    except StoryTooNew as error:
        raise StoryTooNew(
            f"{file} was made by a newer secondsource; upgrade with: pip install -U secondsource"
        ) from error
    except (StoryNotFound, StoryDamaged, *BROKEN_ZIP) as error:
        raise UsageError(f"{file} is no whole backup of a story ({error})") from error
    except OSError as error:
        raise writing_failed(folder.parent, error) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return open_story(folder)


def _put_on_server(story: Story, database: SqliteDatabase, server: Server) -> None:
    """Puts what the unpacked story holds on the server, and leaves in its folder what belongs there."""
    with open_to_build(server) as target:
        if target.rows("SELECT 1 FROM capture LIMIT 1") or target.rows(
            "SELECT 1 FROM meta LIMIT 1"
        ):
            raise UsageError(
                f"the server holds a story {server.story} already; name another one with #STORY"
            )
        copy_bytes(database, target)
        copy_rows(database, target, database)
        share_decisions(story.folder, target)
    database.close()
    for name in ("story.db", "story.db-wal", "story.db-shm"):
        (story.folder / name).unlink(missing_ok=True)
    shutil.rmtree(story.folder / CAPTURES, ignore_errors=True)
    write_settings(replace(story, server=server))


def _unpack(file: Path, folder: Path, progress: Progress) -> None:
    with zipfile.ZipFile(file) as archive:
        members = archive.infolist()
        for number, member in enumerate(members, start=1):
            name = member.filename
            parts = name.split("/")
            if name.startswith("/") or "\\" in name or ".." in parts or member.is_dir():
                raise zipfile.BadZipFile(f"it holds a file that no story has: {name}")
            target = folder.joinpath(*parts)
            target.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(member) as source, target.open("wb") as written:
                shutil.copyfileobj(source, written)
            progress("restore", number, len(members))

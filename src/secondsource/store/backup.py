"""Backup and restore: a whole story as one zip file."""

import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from ..errors import StoryDamaged, StoryNotFound, UsageError
from .files import UNFINISHED, writing_failed
from .location import open_database
from .sqlite import SqliteDatabase
from .story import Story, open_story

Progress = Callable[[str, int, int], None]

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The time of every file in a backup, so that the same story gives the same names and times."""

_LEFT_OUT = ("story.db", "build.lock", "cache")
"""Beginnings of names: the database is copied by itself, the rest can be made again."""


def no_progress(step: str, done: int, of: int) -> None:
    """Says nothing."""


def back_up(story: Story, file: Path, progress: Progress = no_progress) -> int:
    """Writes the story to `file` (a zip), whole or not at all; returns the number of files in it. The
    database is copied as it stands at one moment, also while a build is writing. Raises UsageError
    when `file` exists, DiskFull when there is no room."""
    if file.exists():
        raise UsageError(f"{file} exists; name a new file")
    unfinished = file.with_name(file.name + UNFINISHED)
    try:
        with tempfile.TemporaryDirectory(dir=file.resolve().parent) as folder:
            database = Path(folder) / "story.db"
            with closing(SqliteDatabase(story.folder / "story.db")) as found:
                found.copy_to(database)
            # The captures are listed after the database was copied: none that it knows is missing.
            files = [("story.db", database), *_files(story)]
            with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
                for number, (name, path) in enumerate(files, start=1):
                    entry = zipfile.ZipInfo(name, _FIRST_DAY)
                    entry.compress_type = zipfile.ZIP_DEFLATED
                    entry.external_attr = 0o644 << 16
                    with (
                        path.open("rb") as source,
                        archive.open(entry, "w", force_zip64=True) as target,
                    ):
                        shutil.copyfileobj(source, target)
                    progress("back up", number, len(files))
        unfinished.replace(file)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise writing_failed(file.parent, error) from error
    return len(files)


def _files(story: Story) -> Iterator[tuple[str, Path]]:
    """The story's files but for the database, what can be made again and what was cut off."""
    for path in sorted(story.folder.rglob("*")):
        name = path.relative_to(story.folder).as_posix()
        first = name.split("/")[0]
        if path.is_file() and not (first.startswith(_LEFT_OUT) or name.endswith(UNFINISHED)):
            yield name, path


def restore(file: Path, folder: Path, progress: Progress = no_progress) -> Story:
    """Makes the story in `folder`, which must not exist or be empty, from a backup; whole or not at all.

    Raises UsageError when the folder holds something, or the file is no backup or broken.
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
        with closing(open_database(story.database)) as database:
            broken = database.integrity()
        if broken:
            raise StoryDamaged(f"{file} is broken: {broken[0]}")
        if folder.exists():
            folder.rmdir()
        unfinished.replace(folder)
    except (zipfile.BadZipFile, StoryNotFound, StoryDamaged, EOFError) as error:
        raise UsageError(f"{file} is no whole backup of a story ({error})") from error
    except OSError as error:
        raise writing_failed(folder.parent, error) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return open_story(folder)


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

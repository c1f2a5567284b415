"""STORY/corrections.jsonl: one judgement a line, only ever added to, by one writer at a time.

The first line names the format. A line stands whole or not at all; what cannot be read (a line that was
cut off, an edit by hand that went wrong, a merge mark) is reported and skipped, and stays where it
is. Nothing in the file is ever rewritten.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import RawIOBase
from pathlib import Path

import msgspec

from ..errors import DiskFull, StoryLocked, StoryReadOnly, StoryTooNew, UsageError
from ..model.judgement import Judgement, moment_of

NAME = "corrections.jsonl"
LOCK_FILE = "corrections.lock"
FORMAT = 1
"""Version of the file; goes up when an older secondsource could not read it."""

SECONDS_TO_WAIT = 10.0
"""How long a writer waits for another one."""


@dataclass(frozen=True)
class Corrections:
    """The judgements of a file, in the order of its lines, and what could not be read, in words."""

    judgements: tuple[Judgement, ...] = ()
    problems: tuple[str, ...] = ()


class _Header(msgspec.Struct, forbid_unknown_fields=True):
    """The line that names the format."""

    corrections: int


def read_corrections(folder: Path) -> Corrections:
    """The judgements of the story in `folder`; none if it has no file. Raises StoryTooNew when a newer
    version wrote it: a build that left a person's corrections out would undo them."""
    path = folder / NAME
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Corrections()
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({error.strerror}); mend that first") from error
    found: dict[str, Judgement] = {}
    problems: list[str] = []
    lines = data.split(b"\n")
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        is_torn = number == len(lines)
        try:
            judgement = _judgement_in(line, path)
        except (ValueError, RecursionError) as error:
            end = "was cut off" if is_torn else "is no judgement"
            problems.append(f"{path}, line {number}, {end} and is skipped: {error}")
            continue
        if judgement is None:
            continue
        known = found.setdefault(judgement.id, judgement)
        if known != judgement:
            problems.append(
                f"{path}, line {number}, has the id of another judgement ({judgement.id}) and is"
                " skipped: give it an id of its own"
            )
    return Corrections(tuple(found.values()), tuple(problems))


def _judgement_in(line: bytes, path: Path) -> Judgement | None:
    """The judgement of a line, None for a header. Raises ValueError, or StoryTooNew."""
    try:
        header = msgspec.json.decode(line, type=_Header)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        judgement = msgspec.json.decode(line, type=Judgement)
        moment_of(judgement.when)
        if not judgement.subjects:
            raise ValueError("it has no subjects") from None
        return judgement
    if header.corrections > FORMAT:
        raise StoryTooNew(
            f"{path} was written by a newer secondsource (format {header.corrections}, this one"
            f" knows {FORMAT}); upgrade with: pip install -U secondsource"
        )
    return None


def append(folder: Path, judgement: Judgement) -> bool:
    """Adds a judgement to the file of the story in `folder`; False if it stands there already.

    One writer at a time: waits for another one, and raises UsageError after `SECONDS_TO_WAIT`. When
    this returns the line is on the disk; when it raises nothing was added.
    """
    path = folder / NAME
    with _one_writer(folder):
        if judgement.id in {known.id for known in read_corrections(folder).judgements}:
            return False
        line = judgement.to_json() + b"\n"
        try:
            with path.open("a+b", buffering=0) as file:
                size = file.seek(0, os.SEEK_END)
                if size == 0:
                    line = msgspec.json.encode(_Header(FORMAT)) + b"\n" + line
                    _keep_name(folder)
                else:
                    file.seek(size - 1)
                    # A last line that was cut off stays, as a line of its own.
                    line = line if file.read(1) == b"\n" else b"\n" + line
                try:
                    _write_whole(file, line)
                    os.fsync(file.fileno())
                except OSError:
                    file.truncate(size)
                    raise
        except OSError as error:
            raise UsageError(
                f"{path} could not be written ({error.strerror}); nothing was added to it"
            ) from error
    return True


def _write_whole(file: RawIOBase, data: bytes) -> None:
    while data:
        data = data[file.write(data) or 0 :]


@contextmanager
def _one_writer(folder: Path) -> Iterator[None]:
    """Holds the file for one writer. The lock is that of SQLite on an empty file of its own, which holds
    on every system and goes with its process, also where that is killed."""
    connection: sqlite3.Connection | None = None
    try:
        connection = sqlite3.connect(
            folder / LOCK_FILE, timeout=SECONDS_TO_WAIT, isolation_level=None
        )
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if connection is not None:
            connection.close()
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
            raise StoryLocked(
                f"another process is writing to {folder / NAME}; try again when it is done"
            ) from error
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL:
            raise DiskFull(
                f"there is no room left on the disk of {folder}; free some and run the same again"
            ) from error
        raise StoryReadOnly(f"{folder} cannot be written ({error})") from error
    try:
        yield
    finally:
        connection.close()


def _keep_name(folder: Path) -> None:
    """A new file's name is only on the disk when its folder is; systems that cannot do it do it by
    themselves."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        pass
    finally:
        os.close(descriptor)

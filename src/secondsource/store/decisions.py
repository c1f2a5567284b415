"""What people decided about a story on a server, the same in every folder that is a door to it.

The files of the folder are what is read (and what `corrections` and `withdrawals` add lines to); the server has the
lines of all folders, in the order in which they came to it.
"""

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec

from .database import Database
from .files import UNFINISHED, writing_failed
from .lock import decisions_held

FILES = ("corrections.jsonl", "withdrawals.jsonl")


def share_decisions(folder: Path, database: Database) -> None:
    """Brings the files of decisions in `folder` and on the server to the same lines: those of the server, then those that
    only the folder has. Lines that were cut off stay where they are, for `doctor`. Raises DiskFull or StoryReadOnly."""
    with decisions_held(folder):
        for name in FILES:
            data = (folder / name).read_bytes() if (folder / name).is_file() else b""
            whole, torn = _lines(data)
            shared = _added(name, whole, database)
            if shared != whole:
                _write(folder / name, [*shared, *torn])


def _lines(data: bytes) -> tuple[list[str], list[str]]:
    """Lines that are objects, and those that were cut off."""
    whole: list[str] = []
    torn: list[str] = []
    for line in data.decode("utf-8", "surrogateescape").split("\n"):
        try:
            msgspec.json.decode(line, type=dict)
            whole.append(line)
        except (ValueError, RecursionError):  # those of msgspec are ValueErrors
            torn += [line] if line.strip() else []
    return whole, torn


def _added(name: str, mine: Sequence[str], database: Database) -> list[str]:
    """All lines of a file, after those of `mine` that the server had not were added to it."""
    shared = _shared(name, database)
    if not _new(mine, shared):
        return shared
    with database.transaction():
        shared = _shared(name, database)
        new = _new(mine, shared)
        database.execute_many(
            "INSERT INTO decision (file, number, line) VALUES (?, ?, ?)",
            [(name, number, line) for number, line in enumerate(new, start=len(shared))],
        )
    return [*shared, *new]


def _shared(name: str, database: Database) -> list[str]:
    rows = database.rows("SELECT line FROM decision WHERE file = ? ORDER BY number", [name])
    return [str(line) for (line,) in rows]


def _new(mine: Sequence[str], shared: Sequence[str]) -> list[str]:
    """The lines of `mine` that are not in `shared`, as often as they are not."""
    left = Counter(shared)
    new = []
    for line in mine:
        if left[line]:
            left[line] -= 1
        else:
            new.append(line)
    return new


def _write(file: Path, lines: Sequence[str]) -> None:
    data = "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape")
    try:
        unfinished = file.with_name(file.name + UNFINISHED)
        with unfinished.open("wb") as target:
            target.write(data)
            target.flush()
            os.fsync(target.fileno())
        unfinished.replace(file)
    except OSError as error:
        raise writing_failed(file.parent, error) from error

"""A story is a folder: `story.toml`, `story.db`, `captures/`, `corrections.jsonl`."""

import errno
import os
import tomllib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from ..errors import (
    DiskFull,
    StoryDamaged,
    StoryNotFound,
    StoryReadOnly,
    StoryTooNew,
    UsageError,
)
from ..model.article import Capture
from .sqlite import SqliteStore

FORMAT = 1
"""Version of the story folder; goes up when an older secondsource could not read it."""

UNFINISHED = ".unfinished"
"""Ending of a file that is being written; one that stays was cut off, and means nothing."""


WRITERS = 8
"""Files written at a time; measured with 20,000 small files."""


@dataclass(frozen=True)
class Story:
    """A story folder: its name and the language pipeline that every article is read with."""

    folder: Path
    name: str
    pipeline: str

    @property
    def database(self) -> Path:
        """Where the story's database lies."""
        return self.folder / "story.db"

    def store(self) -> SqliteStore:
        """The opened store of the story."""
        return SqliteStore(self.database, create=True)

    def keep_bytes(self, capture: Capture) -> None:
        """Writes the bytes of a capture under their hash, whole or not at all. Raises DiskFull or
        StoryReadOnly with what to do."""
        target = self.place_of(capture.digest)
        if target.is_file():
            return
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            unfinished = target.with_suffix(UNFINISHED)
            with unfinished.open("wb") as file:
                file.write(capture.data)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(target)
        except OSError as error:
            raise writing_failed(self.folder, error) from error

    def keep_all_bytes(self, captures: Sequence[Capture]) -> None:
        """Writes the bytes of many captures. The disk is asked for several at a time: each is waited for
        until it is safe, and a disk makes many safe at once. Raises as `keep_bytes` does."""
        different = {capture.digest: capture for capture in captures}
        with ThreadPoolExecutor(WRITERS) as pool:
            list(pool.map(self.keep_bytes, different.values()))

    def bytes_of(self, digest: str) -> bytes:
        """The bytes of a capture by their hash. Raises StoryDamaged when they are not there."""
        try:
            return self.place_of(digest).read_bytes()
        except FileNotFoundError as error:
            raise StoryDamaged(
                f"{self.folder} has lost the capture {digest[:12]}; give its source to a build again, or"
                f" see: secondsource doctor {self.folder}"
            ) from error

    def place_of(self, digest: str) -> Path:
        """Where the bytes of a capture lie."""
        return self.captures / digest[:2] / digest

    @property
    def captures(self) -> Path:
        """Where the bytes of all captures lie."""
        return self.folder / "captures"

    @property
    def corrections(self) -> Path:
        """Where the judgements of people lie."""
        return self.folder / "corrections.jsonl"

    @property
    def withdrawals(self) -> Path:
        """Where it is kept which articles people withdrew."""
        return self.folder / "withdrawals.jsonl"

    @property
    def cache(self) -> Path:
        """What can be made again at any time, and may be thrown away."""
        return self.folder / "cache"


def writing_failed(folder: Path, error: OSError) -> UsageError:
    """What to do when a file of the story could not be written."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(
            f"there is no room left on the disk of {folder}; free some and run the same again (what"
            " was kept so far stays)"
        )
    return StoryReadOnly(f"{folder} cannot be written ({error.strerror or error})")


def open_story(folder: Path) -> Story:
    """The story in `folder`. Raises StoryNotFound, StoryTooNew or UsageError with what to do."""
    settings_file = folder / "story.toml"
    if not settings_file.is_file():
        raise StoryNotFound(
            f"{folder} holds no story (no story.toml); make one with:"
            f" secondsource build {folder} SOURCE..."
        )
    try:
        settings = tomllib.loads(settings_file.read_text("utf-8"))
        version = int(settings["format"])
    except (tomllib.TOMLDecodeError, KeyError, ValueError, TypeError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{settings_file} cannot be read ({error}); it needs format, name and pipeline"
        ) from error
    if version > FORMAT:
        raise StoryTooNew(
            f"{settings_file} was written by a newer secondsource (format {version}, this one"
            f" knows {FORMAT}); upgrade with: pip install -U secondsource"
        )
    return Story(folder, str(settings.get("name", folder.name)), str(settings.get("pipeline", "")))


def create_story(folder: Path, pipeline: str) -> Story:
    """The story in `folder`, made if there is none, to be read with `pipeline`."""
    if (folder / "story.toml").is_file():
        return open_story(folder)
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file; a story is a folder: name another one")
    name = folder.resolve().name.replace("\\", "").replace('"', "")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = folder / f"story.toml{UNFINISHED}"
        unfinished.write_text(
            "# A secondsource story. The pipeline is the one that every article is read with.\n"
            f'format = {FORMAT}\nname = "{name}"\npipeline = "{pipeline}"\n',
            encoding="utf-8",
        )
        unfinished.replace(folder / "story.toml")
    except OSError as error:
        raise writing_failed(folder, error) from error
    return Story(folder, name, pipeline)

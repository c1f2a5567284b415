"""A story is a folder: `story.toml`, `story.db`, `captures/`, `corrections.jsonl`."""

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

from ..errors import StoryNotFound, StoryTooNew, UsageError
from ..model.article import Capture
from .sqlite import SqliteStore

FORMAT = 1
"""Version of the story folder; goes up when an older secondsource could not read it."""


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
        """Writes the bytes of a capture under their hash, whole or not at all."""
        target = self.folder / "captures" / capture.digest[:2] / capture.digest
        if target.is_file():
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_suffix(".unfinished")
        with unfinished.open("wb") as file:
            file.write(capture.data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(target)

    def bytes_of(self, digest: str) -> bytes:
        """The bytes of a capture by their hash."""
        return (self.folder / "captures" / digest[:2] / digest).read_bytes()


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
    folder.mkdir(parents=True, exist_ok=True)
    name = folder.resolve().name.replace("\\", "").replace('"', "")
    unfinished = folder / "story.toml.unfinished"
    unfinished.write_text(
        "# A secondsource story. The pipeline is the one that every article is read with.\n"
        f'format = {FORMAT}\nname = "{name}"\npipeline = "{pipeline}"\n',
        encoding="utf-8",
    )
    unfinished.replace(folder / "story.toml")
    return Story(folder, name, pipeline)

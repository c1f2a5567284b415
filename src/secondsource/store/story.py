"""A story is a folder: `story.toml`, `story.db`, `captures/`, `corrections.jsonl`."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ..errors import StoryNotFound, StoryTooNew, UsageError
from .files import UNFINISHED, writing_failed
from .location import Location, open_database
from .lock import one_writer
from .store import Store

FORMAT = 1
"""Version of the story folder; goes up when an older secondsource could not read it."""


@dataclass(frozen=True)
class Story:
    """A story folder: its name and the language pipeline that every article is read with."""

    folder: Path
    name: str
    pipeline: str

    @property
    def database(self) -> Location:
        """Where the story's database is."""
        return self.folder / "story.db"

    def store(self) -> Store:
        """The opened store of the story."""
        return Store(open_database(self.database, create=True))

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """The opened store, held for one build. Raises StoryLocked at once when another build holds it."""
        with one_writer(self.folder), self.store() as store:
            yield store

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

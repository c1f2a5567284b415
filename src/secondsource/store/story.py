"""A story is a folder: `story.toml`, `story.db`, `captures/`, `corrections.jsonl`."""

import json
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ..errors import StoryNotFound, StoryTooNew, UsageError
from .decisions import share_decisions
from .files import UNFINISHED, writing_failed
from .location import Location, Server, open_database, open_to_build, server_of
from .store import Store

FORMAT, FORMAT_ON_SERVER = 1, 2
"""Versions of the story folder; an older secondsource refuses what it could not read."""


@dataclass(frozen=True)
class Story:
    """A story folder: its name and the language pipeline that every article is read with. `server` is where
    its captures, readings and record are, if not in the folder."""

    folder: Path
    name: str
    pipeline: str
    server: Server | None = None

    @property
    def database(self) -> Location:
        """Where the story's database is."""
        return self.server or self.folder / "story.db"

    def store(self) -> Store:
        """The opened store of the story."""
        return Store(open_database(self.database, create=True))

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """The opened store, held for one build. Raises StoryLocked at once when another build holds it."""
        with open_to_build(self.database) as database:
            if self.server is not None:
                share_decisions(self.folder, database)
            yield Store(database)

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
    _no_address(folder)
    settings_file = folder / "story.toml"
    if not settings_file.is_file():
        raise StoryNotFound(
            f"{folder} holds no story (no story.toml); make one with:"
            f" secondsource build {folder} SOURCE..."
        )
    try:
        settings = tomllib.loads(settings_file.read_text("utf-8"))
    except (ValueError, RecursionError) as error:  # those of TOML and of its text are ValueErrors
        raise _no_settings(settings_file, str(error)) from error
    version = settings.get("format")
    if type(version) is not int or version < FORMAT:
        raise _no_settings(settings_file, f"its format is {version!r}")
    if version > FORMAT_ON_SERVER:
        raise StoryTooNew(
            f"{settings_file} was written by a newer secondsource (format {version}, this one"
            f" knows {FORMAT_ON_SERVER}); upgrade with: pip install -U secondsource"
        )
    name, pipeline = settings.get("name", folder.name), settings.get("pipeline", "")
    for value in (name, pipeline):
        if not isinstance(value, str):
            raise _no_settings(settings_file, f"{value!r} is no text")
    store = settings.get("store")
    server = None if store is None else server_of(folder, name, str(store))
    return Story(folder, name, pipeline, server)


def _no_settings(file: Path, why: str) -> UsageError:
    return UsageError(f"{file} cannot be read ({why}); it needs format, name and pipeline")


def create_story(folder: Path, pipeline: str, store: str | None = None) -> Story:
    """The story in `folder`, made if there is none, to be read with `pipeline`; a new one is kept on the server
    that `store` is the address of, where it may be already: a story may have many folders, which then are doors to it.
    Raises UsageError when it is there and kept elsewhere, ServerLost when there is no server."""
    _no_address(folder)
    if (folder / "story.toml").is_file():
        story = open_story(folder)
        if store is not None and server_of(folder, story.name, store) != story.server:
            raise UsageError(
                f"{folder} is kept elsewhere; to move it: secondsource backup, then secondsource"
                " restore --store ADDRESS into a new folder"
            )
        return story
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file; a story is a folder: name another one")
    name = folder.resolve().name.replace("\\", "").replace('"', "")
    server = None if store is None else server_of(folder, name, store)
    if server is not None:
        pipeline = _read_with(server, pipeline)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_settings(Story(folder, name, pipeline, server))
    except OSError as error:
        raise writing_failed(folder, error) from error
    return Story(folder, name, pipeline, server)


def _no_address(folder: Path) -> None:
    # What may hold a password is not repeated.
    if folder.parts[:1] in (("postgresql:",), ("postgres:",)):
        raise UsageError(
            "a story is a folder also where a server keeps it; name one, and the address with:"
            " secondsource build FOLDER --store ADDRESS"
        )


def _read_with(server: Server, pipeline: str) -> str:
    """The pipeline that a story on a server is read with: the one that it was made with, from whichever folder."""
    with Store(open_database(server, create=True)) as store:
        known = store.meta("read_with")
        if known is None and store.writable:
            store.set_meta("read_with", pipeline)
        return pipeline if known is None else known


def settings_of(story: Story) -> str:
    """What stands in the `story.toml` of a story."""
    lines = [
        "# A secondsource story. The pipeline is the one that every article is read with.",
        f"format = {FORMAT_ON_SERVER if story.server else FORMAT}",
        f'name = "{story.name}"',
        f'pipeline = "{story.pipeline}"',
    ]
    if story.server:
        lines.append(f"store = {json.dumps(story.server.full_address)}")
    return "\n".join(lines) + "\n"


def write_settings(story: Story) -> None:
    """Writes the `story.toml` of a story, whole or not at all. One that names a server is for its owner alone,
    since an address may hold a password. Raises OSError."""
    unfinished = story.folder / f"story.toml{UNFINISHED}"
    unfinished.touch(mode=0o600 if story.server else 0o666)
    unfinished.write_text(settings_of(story), encoding="utf-8")
    unfinished.replace(story.folder / "story.toml")

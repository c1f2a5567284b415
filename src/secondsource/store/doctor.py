"""Doctor: what is wrong with a story's folder, and what can be mended without losing anything."""

import hashlib
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import nullcontext

import msgspec

from ..errors import StoryDamaged, StoryNotFound
from ..model.reading import Reading
from ..model.value import Value
from .files import GARBLED, UNFINISHED
from .location import open_database
from .lock import decisions_held, one_writer
from .migrations import SCHEMA_VERSION
from .store import Store
from .story import Story
from .withdrawals import whole_lines

LEAST_ROOM = 2_000_000
"""Bytes; a report with its reading has some 100,000."""
SHARE_OF_ROOM = 0.1
"""Of the database; the tables of a record are written anew beside the old ones, and the old room is used again."""

Progress = Callable[[str, int, int], None]


class Finding(Value, frozen=True):
    """Something wrong: `kind`, which file or item, and what to do about it. `mended` says that `repair`
    did it."""

    kind: str
    item: str
    what_to_do: str
    mended: bool = False


def examine(
    story: Story, repair: bool = False, progress: Progress = lambda step, done, of: None
) -> tuple[Finding, ...]:
    """All that is wrong with the story, in a fixed order; nothing is changed without `repair`.

    `repair` only throws away what can be made again (readings, caches, files that were cut off) and
    puts aside under another name what is broken; captures, and people's words, are never deleted. It
    raises StoryLocked while a build is writing: what that has not finished is not left over.
    """
    with one_writer(story.folder) if repair and story.server is None else nullcontext():
        return _examined(story, repair, progress)


def _examined(story: Story, repair: bool, progress: Progress) -> tuple[Finding, ...]:
    found: list[Finding] = list(_room(story))
    try:
        with Store(open_database(story.database)) as store:
            broken = tuple(_database(store))
            found += broken
            if not broken:
                found += _captures(store, repair, progress)
                found += _readings(store, repair)
    except StoryNotFound as error:
        found.append(Finding(kind="database", item="story.db", what_to_do=str(error)))
    except (StoryDamaged, sqlite3.DatabaseError) as error:
        found.append(
            Finding(
                kind="database",
                item="the server" if story.server else "story.db",
                what_to_do=f"{error}; restore a backup, or move it away and build from the sources again",
            )
        )
    found += _leftovers(story, repair)
    with decisions_held(story.folder) if repair else nullcontext():
        found += _lines(story, repair)
    return tuple(found)


def _room(story: Story) -> Iterator[Finding]:
    """A disk that has no room for the next build."""
    database = story.folder / "story.db"
    size = database.stat().st_size if database.is_file() else 0
    free = shutil.disk_usage(story.folder).free
    if free < max(LEAST_ROOM, size * SHARE_OF_ROOM):
        yield Finding(
            kind="no-room",
            item=f"{free / 1e6:.1f} MB are left on the disk of {story.folder}",
            what_to_do="free some, or move the folder to another disk: a build is cut off without it"
            " (nothing that is kept is lost); what lies in cache/ may be deleted",
        )


def _database(store: Store) -> Iterator[Finding]:
    """What SQLite's own check says, and the version of the schema."""
    for problem in store.database.integrity():
        yield Finding(
            kind="database",
            item=problem,
            what_to_do="restore a backup, or move the database away and build from the sources again",
        )
    if store.version < SCHEMA_VERSION:
        yield Finding(
            kind="schema",
            item=f"version {store.version}",
            what_to_do=f"run where it can be written: secondsource migrate {store.folder}",
        )


def _captures(store: Store, repair: bool, progress: Progress) -> Iterator[Finding]:
    """Bytes that are missing, or are not those that were captured, or that no row knows."""
    rows = [row for row in store.captures() if row.digest and row.media_type]
    known = {row.digest for row in rows}
    for number, row in enumerate(rows, start=1):
        progress("captures", number, len(rows))
        data = store.database.bytes_of(row.digest)
        if data is None:
            yield Finding(
                kind="missing-capture",
                item=row.address,
                what_to_do="its reading still stands; give the source to a build again to have its bytes",
            )
        elif hashlib.sha256(data).hexdigest() != row.digest:
            if repair:
                store.database.put_aside(row.digest)
            yield Finding(
                kind="garbled-capture",
                item=row.address,
                what_to_do="put aside with --repair, and give the source to a build again",
                mended=repair,
            )
    for digest in sorted(store.database.digests() - known):
        yield Finding(
            kind="unknown-capture",
            item=f"{digest[:2]}/{digest}",
            what_to_do="nothing: a build was cut off before it was written down, and will find it",
        )


def _readings(store: Store, repair: bool) -> Iterator[Finding]:
    """Readings of no capture, and such that cannot be read."""
    decoder = msgspec.json.Decoder(Reading)
    known = {row.id for row in store.captures()}
    bad: list[tuple[str, str, str]] = []
    for capture, address, text in store.raw_readings():
        if capture not in known:
            bad.append(("orphan-reading", capture, address))
        else:
            try:
                decoder.decode(text)
            except msgspec.DecodeError:
                bad.append(("garbled-reading", capture, address))
    if repair and bad:
        store.forget_readings([capture for _, capture, _ in bad])
    for kind, _, address in bad:
        yield Finding(
            kind=kind,
            item=address,
            what_to_do="throw it away with --repair; the next build reads it again",
            mended=repair,
        )


def _leftovers(story: Story, repair: bool) -> Iterator[Finding]:
    """Files that were being written when their writer was cut off."""
    for place in sorted(story.folder.rglob(f"*{UNFINISHED}")):
        if repair:
            place.unlink(missing_ok=True)
        yield Finding(
            kind="unfinished-file",
            item=str(place.relative_to(story.folder)),
            what_to_do="throw it away with --repair",
            mended=repair,
        )


def _lines(story: Story, repair: bool) -> Iterator[Finding]:
    """Lines of people's decisions that were cut off."""
    for file in (story.corrections, story.withdrawals):
        if not file.is_file():
            continue
        good, torn = [], []
        for line in file.read_bytes().splitlines():
            if not line.strip():
                continue
            try:
                msgspec.json.decode(line, type=dict)
                good.append(line)
            except (ValueError, RecursionError):  # those of msgspec are ValueErrors
                torn.append(line)
        if file == story.withdrawals:
            torn = whole_lines(story)[1]
            good = [line for line in file.read_bytes().splitlines() if line not in torn]
        if not torn:
            continue
        if repair:
            with file.with_name(file.name + GARBLED).open("ab") as aside:
                aside.writelines(line + b"\n" for line in torn)
            unfinished = file.with_name(file.name + UNFINISHED)
            unfinished.write_bytes(b"".join(line + b"\n" for line in good if line.strip()))
            unfinished.replace(file)
        for line in torn:
            yield Finding(
                kind="torn-line",
                item=f"{file.name}: {line[:80].decode('utf-8', 'replace')}",
                what_to_do=f"put aside with --repair (to {file.name}{GARBLED}), and decide it again",
                mended=repair,
            )

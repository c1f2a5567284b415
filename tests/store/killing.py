"""Builds of a story of 21 tiny reports, in processes that are killed; and what was kept of them."""

import os
import signal
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from secondsource.build import build, taking_in
from secondsource.build import reading as reading_step
from secondsource.errors import DiskFull, StoryLocked, StoryNotFound
from secondsource.export.jsonl import json_lines
from secondsource.store.sqlite import SqliteDatabase
from secondsource.store.story import open_story

PLACES = ("Kilifi", "Lamu", "Malindi", "Mombasa", "Kwale", "Watamu", "Vanga")
FORMS = (
    "Landing at {place} closed\nPublished: {day} October 2023\n\n{place}, Kenya - The harbour board closed the landing at"
    " {place} on Monday, its chairman Omari Chuo told reporters.\n\nHe said that {count} boats were lost.\n",
    "Fishermen of {place} demand a meeting\nPublished: {day} October 2023\n\nThe fishermen of {place} threatened to block the"
    " landing on Friday, their speaker Neema Kazungu said.\n\n{count} boats were lost in the storm, according to her.\n",
    "Harbour board denies a loss\nPublished: {day} October 2023\n\nOmari Chuo denied on Wednesday that {count} boats were lost"
    " at {place}.\n\n“Not one boat is missing,” he said.\n",
)
REPORTS = tuple(
    form.format(place=place, day=3 + number, count=2 + 3 * number)
    for number, place in enumerate(PLACES)
    for form in FORMS
)
STAGES = (9, 15, len(REPORTS))
"""Reports that there are at the first, second and third build."""

NO_DAMAGE = {"unfinished-file", "unknown-capture"}
"""What a doctor may find after a kill: files that were being written, or that no row knows yet."""

CONTEXT = get_context("forkserver")
CONTEXT.set_forkserver_preload(["secondsource.build", "secondsource.store.postgres"])
SECONDS_FOR_LOCK = 20.0
"""A server takes a moment to see that who held a story is gone."""


def write_reports(folder: Path, count: int) -> Path:
    """A folder of the first `count` reports."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(REPORTS[:count]):
        (folder / f"{number:02}.txt").write_text(text, "utf-8")
    return folder


@dataclass(frozen=True)
class Kept:
    """What a story holds: captures with the times at which they were seen, readings, and its record."""

    captures: frozenset[Any]
    readings: frozenset[Any]
    record: bytes | None


@dataclass(frozen=True)
class Undisturbed:
    """The sources of each stage, the record of each, the readings, and the seconds that a build takes."""

    sources: list[Path]
    records: list[bytes | None]
    known: dict[str, Any]
    seconds: float


def undisturbed_builds(folder: Path) -> Undisturbed:
    """Builds of each stage that nobody disturbs."""
    sources = [write_reports(folder / f"reports-{count}", count) for count in STAGES]
    build(folder / "story", [sources[-1]])
    known = readings_of([folder / "story"])
    records = []
    for number, source in enumerate(sources):
        began = time.monotonic()
        assert built(folder / f"{number}", source, known)
        seconds = time.monotonic() - began
        records.append(kept_in(folder / f"{number}").record)
    assert records[-1] == kept_in(folder / "story").record
    return Undisturbed(sources, records, known, seconds)


def has_lost_nothing(before: Kept, after: Kept, records: list[bytes | None]) -> None:
    """Captures and readings that were kept are kept; the record is whole, and none that was replaced before."""
    assert before.captures <= after.captures
    assert before.readings <= after.readings
    assert records.index(before.record) <= records.index(after.record)


def kept_in(folder: Path) -> Kept:
    """What the story in a folder holds; nothing where there is none yet."""
    try:
        story = open_story(folder)
        with story.store() as store:
            captures = frozenset((row.id, row.seen) for row in store.captures())
            for row in store.captures():
                store.bytes_of(row.digest)
            readings = frozenset(store.raw_readings())
            try:
                record = b"\n".join(json_lines(store.record()))
            except StoryNotFound:
                record = None
        return Kept(captures, readings, record)
    except (StoryNotFound, DiskFull):
        # None yet, and no room for an empty one. Of a story that holds something this would be a loss.
        return Kept(frozenset(), frozenset(), None)


def built(
    folder: Path,
    source: Path,
    known: dict[str, Any],
    server: str | None = None,
    seconds: float | None = None,
    statement: int | None = None,
) -> bool:
    """Whether a build in a process of its own came to its end. It is killed after so many `seconds`, or before it
    executes this `statement`. Readings are those that are `known`, by capture. Raises RuntimeError when it ends by a
    fault of its own."""
    process = CONTEXT.Process(target=_build, args=(folder, source, known, server, statement))
    process.start()
    process.join(seconds if seconds is not None else 120)
    process.kill()
    process.join()
    code = process.exitcode
    if code not in (0, -signal.SIGKILL):
        raise RuntimeError(f"the build ended with {code}")
    return code == 0


def _build(
    folder: Path, source: Path, known: dict[str, Any], server: str | None, statement: int | None
) -> None:
    reading_step.read_job = lambda job: [(id, known[id]) for id, _ in job.captures]
    # Many small steps, so that there are many moments between them.
    taking_in.TAKEN_TOGETHER = reading_step.READ_TOGETHER = 2
    if statement is not None:
        die_before(statement)
    deadline = time.monotonic() + SECONDS_FOR_LOCK
    while True:
        try:
            build(folder, [source], server=server)
            return
        except StoryLocked:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def die_before(statement: int) -> None:
    """Kills this process before, or just after, it executes this statement of its database (counted from 0)."""
    left = [statement]

    def tick() -> None:
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def watched(original: Any) -> Any:
        def executed(*arguments: Any) -> None:
            tick()
            original(*arguments)
            tick()

        return executed

    kinds: list[Any] = [SqliteDatabase]
    # The driver of the server is there only after `make slow-env`.
    with suppress(ModuleNotFoundError):
        kinds.append(import_module("secondsource.store.postgres").PostgresDatabase)
    for kind in kinds:
        for name in ("execute", "execute_many", "keep_bytes"):
            setattr(kind, name, watched(getattr(kind, name)))


def readings_of(folders: Sequence[Path]) -> dict[str, Any]:
    """The readings of built stories, by capture."""
    found = {}
    for folder in folders:
        with open_story(folder).store() as store:
            found |= {held.capture.id: held.reading for held in store.held()}
    return found

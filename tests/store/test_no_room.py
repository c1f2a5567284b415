"""Builds on a disk that is full, that takes no long files, that can only be read, and by clocks that jump: each ends with
what to do, the story opens, nothing that was kept is lost, and the next build gives the record of one undisturbed."""

import os
import random
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from killing import CONTEXT, NO_DAMAGE, Undisturbed, built, has_lost_nothing, kept_in

from secondsource.build import build, taking_in
from secondsource.build import reading as reading_step
from secondsource.errors import DiskFull, StoryNotFound, StoryReadOnly
from secondsource.store.doctor import examine
from secondsource.store.story import open_story

pytestmark = pytest.mark.slow

ROOM = "64m"
TOO_LONG = 3
"""Exit code of a build that was told to write no long files, and said so."""


@pytest.fixture
def known(undisturbed: Undisturbed, monkeypatch: pytest.MonkeyPatch) -> Undisturbed:
    """Builds of this process read nothing anew."""
    readings = undisturbed.known
    monkeypatch.setattr(reading_step, "read_job", lambda job: [(id, readings[id]) for id, _ in job.captures])  # fmt: skip
    monkeypatch.setattr(taking_in, "TAKEN_TOGETHER", 2)
    monkeypatch.setattr(reading_step, "READ_TOGETHER", 2)
    return undisturbed


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """`disk(options)`: a disk of its own in memory, mounted anew with these options."""
    place = tmp_path / "disk"
    place.mkdir()

    def mounted(options: str) -> Path:
        again = "remount," if place.is_mount() else ""
        command = ["mount", "-t", "tmpfs", "-o", again + options, "none", str(place)]
        try:
            done = subprocess.run(command, capture_output=True, check=False)
        except FileNotFoundError:
            pytest.skip("there is no mount on this system")
        if done.returncode:
            pytest.skip("who runs the tests may not mount a disk")
        return place

    yield mounted
    if place.is_mount():
        subprocess.run(["umount", str(place)], check=True)


def is_sound(folder: Path) -> None:
    """A doctor finds no damage, as soon as anything was kept."""
    if kept_in(folder).captures:
        assert {item.kind for item in examine(open_story(folder))} <= {*NO_DAMAGE, "no-room"}


def test_a_disk_that_fills_up(known: Undisturbed, disk, tmp_path: Path) -> None:
    """At first there is no room for a story; each build gets a little more, as from somebody who tidies up."""
    records = [None, *known.records]
    before, folder = kept_in(tmp_path / "none"), disk(f"size={ROOM}") / "story"
    refused: list[str] = []
    for kilobytes in (4, 40, 100, 160, 240, 320, 400, 500, 600, 800, 1000, 1200, 1500, 2000, 3000):
        folder = disk(f"size={kilobytes}k") / "story"
        try:
            build(folder, [known.sources[-1]])
            break
        except (DiskFull, StoryNotFound) as error:
            refused.append(str(error))
        after = kept_in(folder)
        has_lost_nothing(before, after, records)
        is_sound(folder)
        before = after
    assert len(refused) > 4
    assert all("no room left" in words or "disk is full" in words for words in refused)
    disk(f"size={ROOM}")
    build(folder, [known.sources[-1]])
    assert kept_in(folder).record == known.records[-1]
    assert not examine(open_story(folder), repair=True) or not examine(open_story(folder))


def test_a_disk_that_fills_up_under_a_record(known: Undisturbed, disk) -> None:
    """The record before stays to be read when there is no room for the next."""
    folder = disk(f"size={ROOM}") / "story"
    build(folder, [known.sources[0]])
    before = kept_in(folder)
    used = sum(file.stat().st_blocks * 512 for file in folder.rglob("*") if file.is_file()) // 1024
    disk(f"size={used + 40}k")
    with pytest.raises(DiskFull):
        build(folder, [known.sources[-1]])
    after = kept_in(folder)
    has_lost_nothing(before, after, [None, *known.records])
    assert after.record == known.records[0]
    is_sound(folder)
    disk(f"size={ROOM}")
    build(folder, [known.sources[-1]])
    assert kept_in(folder).record == known.records[-1]
    assert not examine(open_story(folder), repair=True) or not examine(open_story(folder))


def _with_short_files(folder: Path, source: Path, known: dict[str, object], most: int) -> None:
    """Builds with files of at most so many bytes; ends with `TOO_LONG` where ours says so."""
    import resource

    reading_step.read_job = lambda job: [(id, known[id]) for id, _ in job.captures]
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
    try:
        build(folder, [source])
    except (DiskFull, StoryReadOnly, StoryNotFound):
        os._exit(TOO_LONG)


@pytest.mark.parametrize("most", [10, 3_000, 30_000, 60_000, 120_000, 240_000])
def test_files_that_may_not_grow(undisturbed: Undisturbed, tmp_path: Path, most: int) -> None:
    """As by a quota: the system refuses to write on, in the middle of a file."""
    folder, source = tmp_path / "story", undisturbed.sources[-1]
    process = CONTEXT.Process(
        target=_with_short_files, args=(folder, source, undisturbed.known, most)
    )
    process.start()
    process.join()
    assert process.exitcode == TOO_LONG
    kept_in(folder)
    is_sound(folder)
    assert built(folder, source, undisturbed.known)
    assert kept_in(folder).record == undisturbed.records[-1]


def test_a_disk_that_can_only_be_read(known: Undisturbed, disk) -> None:
    folder = disk(f"size={ROOM}") / "story"
    build(folder, [known.sources[0]])
    before = kept_in(folder)
    disk(f"size={ROOM},ro")
    assert kept_in(folder) == before
    with pytest.raises(StoryReadOnly, match="cannot be written"):
        build(folder, [known.sources[-1]])
    assert not examine(open_story(folder))
    disk(f"size={ROOM},rw")
    # One that was cut off has its last lines in the log.
    assert not built(folder, known.sources[-1], known.known, statement=60)
    disk(f"size={ROOM},ro")
    shown = kept_in(folder)
    has_lost_nothing(before, shown, [None, *known.records])
    disk(f"size={ROOM},rw")
    assert kept_in(folder) == shown
    build(folder, [known.sources[-1]])
    assert kept_in(folder).record == known.records[-1]


def test_clocks_that_jump(
    known: Undisturbed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every question for the time is answered with another year, and files bear days long gone or to come."""
    chance, folder = random.Random(11), tmp_path / "story"
    real = time.time

    def jumping() -> float:
        return real() + chance.uniform(-40, 60) * 365 * 86_400

    monkeypatch.setattr(time, "time", jumping)
    monkeypatch.setattr(time, "time_ns", lambda: int(jumping() * 1e9))
    before = kept_in(folder)
    for stage, source in enumerate(known.sources):
        for _ in range(2):
            build(folder, [source])
            after = kept_in(folder)
            has_lost_nothing(before, after, [None, *known.records])
            assert after.record == known.records[stage]
            assert not examine(open_story(folder))
            before = after
            for file in folder.rglob("*"):
                os.utime(file, (jumping(), jumping()))

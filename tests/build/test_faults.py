"""Builds that are killed at any moment, and two at once: the story opens, and the record is the same."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from small import FERRY, NURSE, UNION, export_of

from secondsource.build import build
from secondsource.store.doctor import examine
from secondsource.store.story import open_story

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def source(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    for number in range(4):
        for name, text in (("ferry", FERRY), ("nurse", NURSE), ("union", UNION)):
            (folder / f"{name}-{number}.txt").write_text(
                text.replace("19 passengers", f"{19 + number} passengers"), "utf-8"
            )
    return folder


@pytest.fixture(scope="module")
def whole(source, tmp_path_factory) -> bytes:
    folder = tmp_path_factory.mktemp("whole") / "story"
    build(folder, [source])
    return export_of(folder)


def started(folder: Path, source: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "secondsource", "build", str(folder), str(source)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize("seconds", [0.3, 1.0, 2.0, 3.0, 4.5])
def test_a_build_killed_after_its_first_write(source, whole, tmp_path, seconds):
    folder = tmp_path / "story"
    running = started(folder, source)
    deadline = time.monotonic() + 60
    while not (folder / "story.db").exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    time.sleep(seconds)
    os.kill(running.pid, signal.SIGKILL)
    running.communicate()
    # What a doctor finds now is no damage: at most a file that was being written.
    found = {item.kind for item in examine(open_story(folder), repair=True)}
    assert found <= {"unfinished-file", "unknown-capture"}
    build(folder, [source])
    assert export_of(folder) == whole
    assert not examine(open_story(folder))


def test_of_two_builds_at_once_one_is_told_to_wait(source, whole, tmp_path):
    folder = tmp_path / "story"
    both = [started(folder, source) for _ in range(2)]
    said = [one.communicate()[1] for one in both]
    codes = sorted(one.returncode for one in both)
    assert codes in ([0, 2], [0, 0]), said
    if codes == [0, 2]:
        assert any("another build is writing" in words for words in said), said
    assert export_of(folder) == whole

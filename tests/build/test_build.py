"""The whole way on an invented story: the same bytes however it is built, and nothing lost on the way."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from secondsource.build import build
from secondsource.errors import StoryTooNew, UsageError
from secondsource.export.jsonl import json_lines
from secondsource.store.story import open_story

REPORTS = Path(__file__).parents[2] / "examples" / "pemba-channel" / "reports"


def export_of(folder: Path) -> bytes:
    """The whole record as JSON Lines."""
    with open_story(folder).store() as store:
        return b"\n".join(json_lines(store.record()))


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Path:
    """The example story, built once in one process."""
    folder = tmp_path_factory.mktemp("built") / "story"
    build(folder, [REPORTS])
    return folder


def test_two_workers_and_another_order_give_the_same_bytes(built, tmp_path):
    files = sorted(REPORTS.iterdir(), reverse=True)
    build(tmp_path / "story", files, workers=2)
    assert export_of(tmp_path / "story") == export_of(built)


def test_a_second_build_changes_nothing(built):
    before = export_of(built)
    report = build(built, [REPORTS])
    assert (report.read, report.changed) == (0, False)
    assert export_of(built) == before


def test_captures_without_their_database_are_no_empty_story(built, tmp_path):
    folder = tmp_path / "story"
    shutil.copytree(built, folder)
    (folder / "story.db").unlink()
    with pytest.raises(UsageError, match=r"story\.db is gone"):
        build(folder, [])
    assert not (folder / "story.db").exists()
    assert build(folder, [REPORTS]).articles == 12


def test_reports_added_one_by_one_give_the_same_record(built, tmp_path):
    for file in sorted(REPORTS.iterdir())[::-1][:6]:
        build(tmp_path / "story", [file])
    build(tmp_path / "story", sorted(REPORTS.iterdir()))
    assert export_of(tmp_path / "story") == export_of(built)


def test_a_build_that_is_killed_leaves_a_story_that_opens_and_the_next_build_finishes_it(
    built, tmp_path
):
    folder = tmp_path / "story"
    command = [sys.executable, "-m", "secondsource", "build", str(folder), str(REPORTS)]
    running = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while not (folder / "story.db").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(1.5)
    os.kill(running.pid, signal.SIGKILL)
    running.wait()
    with open_story(folder).store() as store:
        store.captures()
    build(folder, [REPORTS])
    assert export_of(folder) == export_of(built)


class TestBadInput:
    """Each bad file is a row with its reason; the rest of the story is built."""

    @pytest.fixture(scope="class")
    def report(self, tmp_path_factory):
        folder = tmp_path_factory.mktemp("bad")
        source = folder / "in"
        source.mkdir()
        shutil.copy(REPORTS / "01-harbour-gazette.txt", source / "good.txt")
        (source / "empty.txt").write_bytes(b"")
        (source / "binary.txt").write_bytes(bytes(range(256)) * 40)
        (source / "line.txt").write_bytes(b"word " * 4_000_000)
        (source / "german.txt").write_text(
            "Der Minister sagte am Dienstag in Berlin, die Regierung werde den Vertrag nicht"
            " unterzeichnen. Die Opposition forderte daraufhin eine Sondersitzung des Parlaments,"
            " die in der kommenden Woche stattfinden soll. Ein Sprecher lehnte jede Stellungnahme ab.",
            encoding="utf-8",
        )
        return build(folder / "story", [source])

    @pytest.mark.parametrize("name", ["empty.txt", "binary.txt", "line.txt"])
    def test_it_is_listed_with_its_reason(self, report, name):
        assert [failed.reason for failed in report.failed if name in failed.reason], report.failed

    def test_another_language_is_kept_and_marked_unread(self, report):
        assert [(row.address, "de" in row.reason) for row in report.unread] == [
            ("german.txt", True)
        ]

    def test_the_good_one_is_built(self, report):
        assert report.articles == 1


def test_a_missing_folder_is_the_callers_mistake(tmp_path):
    with pytest.raises(UsageError, match="nowhere"):
        build(tmp_path / "story", [tmp_path / "nowhere"])


def test_a_story_of_a_newer_version_says_so(tmp_path):
    (tmp_path / "story.toml").write_text('format = 99\nname = "x"\npipeline = ""\n')
    with pytest.raises(StoryTooNew, match="newer"):
        build(tmp_path, [REPORTS])


@pytest.mark.parametrize(
    "settings",
    [
        "",
        "format = 0",
        "format = true",
        "format = 1.5",
        'format = "1"',
        "format = 1\nname = 5",
        "format = 1\npipeline = 7",
        "format = [" + "[" * 5000,
        "[format",
    ],
    ids=lambda text: text[:24],
)
def test_settings_that_are_none_say_what_they_need(tmp_path, settings):
    (tmp_path / "story.toml").write_text(settings)
    with pytest.raises(UsageError, match="needs format, name and pipeline"):
        build(tmp_path, [REPORTS])
    assert [place.name for place in tmp_path.iterdir()] == ["story.toml"]

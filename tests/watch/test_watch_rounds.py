"""Rounds over a real server: what is new is taken in once, faults are rows, and nothing is lost."""

import json
import threading
from pathlib import Path

import pytest
from unread import articles_in, unread_build

from secondsource.errors import StoryLocked, UsageError
from secondsource.store.lock import one_writer
from secondsource.watch import rounds
from secondsource.watch.rounds import Watch
from secondsource.watch.sources import MOST_TRIES
from secondsource.watch.state import WatchState


def addresses(site, *paths: str) -> list[str]:
    return sorted(site.root + path for path in paths)


def test_only_what_is_new_is_fetched(site, watch):
    watching = watch()
    with watching.open() as state:
        first = watching.round(state)
        assert first.first
        assert not first.alerts
        site.add("/rss", "/second", "Post: more", "2024-03-02\nThe pier closed.")
        second = watching.round(state)
        third = watching.round(state)
    assert [one.article for one in second.alerts] == addresses(site, "/second")
    assert not third.alerts
    assert not third.sources[0].changed
    pages = [path for path, _ in site.asked if path in ("/first", "/second")]
    assert pages == ["/first", "/second"]
    assert ("/rss", 304) in site.asked
    assert articles_in(watching.folder) == addresses(site, "/first", "/second")


def test_an_entry_with_another_title_is_fetched_again(site, watch):
    watching = watch()
    with watching.open() as state:
        watching.round(state)
        site.feeds["/rss"] = [("/first", "Post: another beginning")]
        site.pages["/first"] += "<!-- changed -->"
        assert watching.round(state).sources[0].taken == 1
    assert [path for path, _ in site.asked].count("/first") == 2


def test_a_sitemap_and_a_folder(site, watch, tmp_path):
    site.pages["/a"] = site.pages["/first"]
    site.sitemaps["/map"] = ["/a"]
    folder = tmp_path / "reports"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "one.txt").write_text("The harbour board met on Tuesday.", "utf-8")
    watching = watch(f"{site.root}/map", str(folder))
    with watching.open() as state:
        report = watching.round(state)
        assert [one.taken for one in report.sources] == [1, 1]
        assert [one.taken for one in watching.round(state).sources] == [0, 0]
        (folder / "two.txt").write_text("The board met again.", "utf-8")
        (folder / "deep" / "one.txt").write_text("The harbour board met on Wednesday.", "utf-8")
        assert [one.taken for one in watching.round(state).sources] == [0, 2]
    assert articles_in(watching.folder) == ["deep/one.txt", f"{site.root}/a", "two.txt"]


def test_a_file_that_is_being_written_waits(site, watch, tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    file = folder / "one.txt"
    file.write_text("The harbour", "utf-8")

    def writes_on(seconds: float) -> None:
        file.write_text(file.read_text("utf-8") + " board", "utf-8")

    watching = watch(str(folder), sleep=writes_on)
    with watching.open() as state:
        report = watching.round(state)
        assert report.sources[0].taken == 0
        assert "being written" in report.sources[0].faults[0].reason
        watching.sleep = lambda seconds: None
        assert watching.round(state).sources[0].taken == 1


BAD_FEEDS = [
    ("html", "no feed and no sitemap", "a page instead of a feed"),
    ("loop", "redirects", "redirects without end"),
    ("hang", "cannot be fetched", "no answer"),
    (500, "answers 500", "a broken server"),
    (404, "answers 404", "nothing there"),
]


@pytest.mark.parametrize(("fault", "said", "why"), BAD_FEEDS)
def test_a_bad_feed_is_a_row_and_stops_no_other(site, watch, fault, said, why):
    site.faults["/bad"] = fault
    watching = watch(f"{site.root}/bad", f"{site.root}/rss", fetch_seconds=3.0)
    with watching.open() as state:
        bad, good = watching.round(state).sources
        assert said in (bad.fault or ""), why
        assert good.taken == 1
        del site.faults["/bad"]
        site.add("/bad", "/late", "Post: late", "2024-03-02\nThe pier closed.")
        assert watching.round(state).sources[0].taken == 1
    assert articles_in(watching.folder) == addresses(site, "/first", "/late")


def test_a_feed_that_breaks_off_is_asked_for_again_though_its_headers_are_those_of_the_whole(
    site, watch
):
    site.add("/rss", "/second", "Post: more", "2024-03-02\nThe pier closed.")
    watching = watch()
    with watching.open() as state:
        site.faults["/rss"] = "cut"
        assert watching.round(state).sources[0].taken == 1
        site.faults.clear()
        assert watching.round(state).sources[0].taken == 1
        assert not watching.round(state).sources[0].changed
    assert articles_in(watching.folder) == addresses(site, "/first", "/second")


def test_private_addresses_are_refused_unless_allowed(site, watch):
    watching = watch(allow_private=False)
    with watching.open() as state:
        report = watching.round(state)
    assert not articles_in(watching.folder)
    assert "cannot be reached" in (report.sources[0].fault or "")
    assert "private address (127.0.0.1); refused" in (report.sources[0].fault or "")
    assert not site.asked


def test_a_page_that_fails_is_tried_again_ever_more_rarely(site, watch):
    site.faults["/first"] = 503
    watching = watch()
    tried = []
    with watching.open() as state:
        for number in range(1, 17):
            before = len(site.asked)
            report = watching.round(state)
            if any(path == "/first" for path, _ in site.asked[before:]):
                tried.append(number)
            if number == 1:
                assert report.sources[0].waiting == 1
                assert "answers 503" in report.sources[0].faults[0].reason
    assert tried == [1, 2, 4, 8, 16]
    with WatchState(watching.folder) as state:
        (waiting,) = state.waiting(f"{site.root}/rss")
        assert (waiting.tries, waiting.again) == (5, 32)
        del site.faults["/first"]
        # It comes when it is due again, and is no fault any more.
        while state.waiting(f"{site.root}/rss"):
            report = watching.round(state)
        assert report.round == 32
        assert report.sources[0].taken == 1


def test_a_page_that_is_given_up_is_a_row_of_the_story(site, watch, monkeypatch):
    monkeypatch.setattr("secondsource.watch.sources.MOST_TRIES", 2)
    assert MOST_TRIES > 2
    site.faults["/first"] = 503
    watching = watch()
    with watching.open() as state:
        watching.round(state)
        report = watching.round(state)
        assert report.sources[0].waiting == 0
    with rounds.open_story(watching.folder).store() as store:
        (row,) = store.record().articles
    assert row.status == "failed"
    assert "503" in (row.reason or "")


def test_a_story_that_another_program_writes_is_waited_for(site, watch, tmp_path):
    said: list[str] = []
    free, held = threading.Event(), threading.Event()

    def other() -> None:
        with one_writer(tmp_path / "story"):
            held.set()
            free.wait(10)

    def pause(seconds: float) -> None:
        free.set()
        thread.join(10)

    watching = watch(talk=said.append, sleep=pause, patience_seconds=60.0)
    thread = threading.Thread(target=other)
    with watching.open() as state:
        thread.start()
        held.wait(10)
        report = watching.round(state)
    assert report.sources[0].taken == 1
    assert report.fault is None
    assert [words for words in said if "waiting until it is done" in words]


def test_a_story_that_stays_locked_is_a_fault_of_the_round_and_loses_nothing(site, watch):
    watching = watch(patience_seconds=0.0)
    with watching.open() as state:
        with one_writer(watching.folder):
            report = watching.round(state)
        assert report.fault_kind == "StoryLocked"
        assert "another build is writing" in (report.fault or "")
        assert watching.round(state).sources[0].taken == 1


def test_one_watch_at_a_time(site, watch):
    watching = watch()
    with (
        watching.open(),
        pytest.raises(StoryLocked, match="another watch follows"),
        watching.open(),
    ):
        pass
    watching.open().close()


def test_what_cannot_be_watched_is_said_at_once(watch, tmp_path):
    with pytest.raises(UsageError, match="name what to watch"):
        Watch(folder=tmp_path, sources=(), rules=()).check()
    with pytest.raises(UsageError, match="does not exist"):
        watch(str(tmp_path / "none")).check()


def test_a_folder_that_goes_away_is_a_row(site, watch, tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    watching = watch(str(folder), f"{site.root}/rss")
    watching.check()
    with watching.open() as state:
        folder.rmdir()
        gone, good = watching.round(state).sources
    assert "not there" in (gone.fault or "")
    assert good.taken == 1


def test_rounds_begin_at_even_distances(site, watch):
    now = [100.0]
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    def slow_build(folder: Path, sources, **options):
        now[0] += 7.0
        return unread_build(folder, sources, **options)

    watching = watch(clock=lambda: now[0], sleep=sleep, build=slow_build)
    with watching.open() as state:
        reports = list(watching.follow(state, 60.0, 3))
    assert [one.round for one in reports] == [1, 2, 3]
    assert slept == [53.0, 53.0]


def test_a_report_is_json_for_programs(site, watch):
    watching = watch()
    with watching.open() as state:
        plain = json.loads(watching.round(state).to_json())
    assert plain["round"] == 1
    assert plain["sources"][0]["taken"] == 1

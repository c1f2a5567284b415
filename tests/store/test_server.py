"""A story on a server under hard conditions: lost connections, restarts, other builds."""

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from pg_server import Server
from samples import EMPTY, capture, record_of

from secondsource.build import build
from secondsource.errors import (
    ServerLost,
    StoryLocked,
    UsageError,
)
from secondsource.export.jsonl import json_lines
from secondsource.model.claim import Claim
from secondsource.store.backup import back_up, restore
from secondsource.store.doctor import examine
from secondsource.store.pages import Snapshot
from secondsource.store.search import search_articles
from secondsource.store.store import Store
from secondsource.store.story import Story, create_story, open_story

psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed; run: make slow-env")

postgres_text = import_module("secondsource.store.postgres_text")

PEMBA = Path(__file__).parents[2] / "examples" / "pemba-channel" / "reports"


def exported(folder: Path) -> bytes:
    with open_story(folder).store() as store:
        return b"\n".join(json_lines(store.record()))


@pytest.mark.slow
class TestBuild:
    def test_the_record_is_that_of_a_folder_byte_for_byte(
        self, reading, address, pemba_story, tmp_path
    ):
        report = build(tmp_path / "story", [PEMBA], server=address)
        assert report.changed
        assert exported(tmp_path / "story") == exported(pemba_story)
        assert not build(tmp_path / "story", [PEMBA]).changed
        assert reading.done == report.read
        story = open_story(tmp_path / "story")
        assert examine(story) == ()
        here = sorted(path.name for path in story.folder.iterdir())
        assert here == ["cache", "corrections.lock", "story.toml"]
        mine, other = (
            search_articles(one.database, "harbour said")
            for one in (story, open_story(pemba_story))
        )
        assert mine == other != ()

    def test_it_moves_to_a_folder_and_to_another_server(
        self, reading, address, server, pemba_story, tmp_path
    ):
        build(tmp_path / "story", [PEMBA], server=address)
        back_up(open_story(tmp_path / "story"), tmp_path / "b.zip")
        assert address.encode() not in (tmp_path / "b.zip").read_bytes()
        local = restore(tmp_path / "b.zip", tmp_path / "local")
        assert local.server is None
        there = restore(tmp_path / "b.zip", tmp_path / "there", store=f"{server.address}#moved")
        assert there.server is not None
        for one in (local, there):
            assert examine(one) == ()
            assert exported(one.folder) == exported(pemba_story)
            assert not build(one.folder, [PEMBA]).changed
        assert [hit.article for hit in search_articles(there.database, "harbour")]
        back_up(there, tmp_path / "again.zip")
        assert (tmp_path / "again.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
        with pytest.raises(UsageError, match="already"):
            restore(tmp_path / "b.zip", tmp_path / "new", store=f"{server.address}#moved")
        assert not (tmp_path / "new").exists()


@pytest.mark.slow
class TestFaults:
    """The story always opens, nothing committed is lost, the next build makes the same record."""

    @pytest.fixture
    def folder(self, address, tmp_path) -> Path:
        return create_story(tmp_path / "story", "", address).folder

    @pytest.mark.parametrize("after", [0, 1, 3])
    @pytest.mark.parametrize("how", ["restart", "crash", "connection"])
    def test_while_reports_are_read(self, reading, folder, server, pemba_story, after, how):
        def fault(done: int) -> None:
            if done == after:
                self.strike(server, how)

        reading.before = fault
        with pytest.raises(ServerLost, match="does not answer"):
            build(folder, [PEMBA])
        self.mend(server)
        with open_story(folder).store() as store:
            assert len(list(store.readings())) == after
        self.comes_through(reading, folder, pemba_story)

    @pytest.mark.parametrize("how", ["restart", "crash", "connection"])
    def test_while_the_record_is_written(
        self, reading, folder, server, pemba_story, monkeypatch, how
    ):
        build(folder, [])
        before = exported(folder)
        whole = postgres_text.replace_texts

        def fault(*values: Any) -> None:
            whole(*values)
            self.strike(server, how)

        monkeypatch.setattr(postgres_text, "replace_texts", fault)
        with pytest.raises(ServerLost):
            build(folder, [PEMBA])
        monkeypatch.setattr(postgres_text, "replace_texts", whole)
        self.mend(server)
        assert exported(folder) == before
        self.comes_through(reading, folder, pemba_story)

    def test_without_a_server_it_says_so(self, folder, server):
        server.stop()
        try:
            with pytest.raises(ServerLost, match="does not answer"):
                open_story(folder).store()
        finally:
            server.start()

    def test_a_sight_of_the_record_outlives_a_restart(self, reading, folder, server, pemba):
        build(folder, [PEMBA])
        story = open_story(folder)
        with closing(Snapshot(story.database)) as snapshot:
            ids = [claim.id for claim in pemba.claims]
            assert snapshot.one(Claim, ids[0]) == pemba.claims[0]
            self.strike(server, "restart")
            self.mend(server)
            assert snapshot.some(Claim, ids) == pemba.claims
            assert list(snapshot.readings())
            self.strike(server, "connection")
            with story.store() as store:
                store.write_record(EMPTY, "another")
            with pytest.raises(ServerLost, match="another record"):
                snapshot.one(Claim, ids[0])

    def strike(self, server: Server, how: str) -> None:
        if how == "connection":
            with psycopg.connect(server.address, autocommit=True) as connection:
                connection.execute(
                    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                    " WHERE application_name = 'secondsource'"
                )
        else:
            server.stop(signal.SIGQUIT if how == "crash" else signal.SIGINT)

    def mend(self, server: Server) -> None:
        if server.process is None:
            server.start()

    def comes_through(self, reading, folder: Path, pemba_story: Path) -> None:
        reading.before = lambda done: None
        assert {item.kind for item in examine(open_story(folder))} <= {"unknown-capture"}
        build(folder, [PEMBA])
        assert exported(folder) == exported(pemba_story)
        assert examine(open_story(folder)) == ()


@pytest.mark.slow
class TestManyAtOnce:
    def test_a_killed_build_lets_the_story_go(self, address, tmp_path):
        story = create_story(tmp_path / "story", "none", address)
        code = (
            "import os, signal, sys\nfrom pathlib import Path\n"
            "from secondsource.store.story import open_story\n"
            "with open_story(Path(sys.argv[1])).writing() as store:\n"
            "    store.set_meta('a', 'b')\n    os.kill(os.getpid(), signal.SIGKILL)\n"
        )
        subprocess.run([sys.executable, "-c", code, str(story.folder)], check=False)
        for held in patiently(story):
            assert held.meta("a") == "b"

    @pytest.mark.parametrize("seconds", [0.01, 0.05, 0.15, 0.4, 0.9])
    def test_whenever_a_writer_is_killed_one_whole_record_is_there(
        self, address, tmp_path, seconds
    ):
        story = create_story(tmp_path / "story", "none", address)
        code = (
            f"import sys\nsys.path.insert(0, {str(Path(__file__).parent)!r})\n"
            "from pathlib import Path\nfrom samples import capture, record_of\n"
            "from secondsource.store.story import open_story\n"
            "with open_story(Path(sys.argv[1])).writing() as store:\n"
            "    for number in range(100000):\n"
            "        one = capture(str(number), f'text {number}')\n"
            "        store.keep_bytes([one])\n        store.keep_captures([one])\n"
            "        store.write_record(record_of((str(number), '', f'ferry {number}')), str(number))\n"
            "        print(number, flush=True)\n"
        )
        writer = subprocess.Popen(
            [sys.executable, "-c", code, str(story.folder)], stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout.readline() == "0\n"
        time.sleep(seconds)
        writer.kill()
        told = int(["0", *writer.communicate()[0].split()][-1])
        for store in patiently(story):
            done = int(store.meta("record_made_from"))
            assert done in (told, told + 1)
            assert [row.id for row in store.record().articles] == [str(done)]
            assert len(store.captures()) in (done + 1, done + 2)
            assert store.database.count_found(f"ferry {done}", False) == 1
        assert {item.kind for item in examine(story)} <= {"unknown-capture"}

    def test_of_two_builds_at_once_one_is_told_to_wait(
        self, reading, address, pemba_story, tmp_path
    ):
        """From folders of two machines."""
        one, two = (create_story(tmp_path / name, "", address).folder for name in ("one", "two"))
        said: list[str] = []

        def other(done: int) -> None:
            with pytest.raises(StoryLocked, match="another build is writing") as refused:
                build(two, [PEMBA])
            said.append(str(refused.value))

        reading.before = other
        build(one, [PEMBA])
        assert said
        assert exported(two) == exported(one) == exported(pemba_story)

    def test_many_stories_are_written_and_read_at_once(self, server, tmp_path):
        faults: list[BaseException] = []

        def work(number: int) -> None:
            try:
                name = f"many-{number}"
                story = create_story(tmp_path / name, "none", f"{server.address}#{name}")
                with story.writing() as store:
                    for round in range(5):
                        text = (f"a{round}", "", f"The ferry of number {number}.")
                        store.keep_captures([capture(f"{round}", f"{number}")])
                        store.write_record(record_of(text), f"{round}")
                        with closing(Snapshot(story.database)) as snapshot:
                            assert snapshot.search(f"number {number}")[0] == 1
                    assert len(store.captures()) == 5
            except BaseException as error:
                faults.append(error)

        threads = [threading.Thread(target=work, args=[number]) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert faults == []

    def test_two_that_make_the_same_story_make_one(self, address, tmp_path):
        stories = [create_story(tmp_path / name, "none", address) for name in ("one", "two")]
        faults: list[BaseException] = []

        def work(story: Story) -> None:
            try:
                with story.store() as store:
                    store.keep_captures([capture(story.name, "text")])
            except BaseException as error:
                faults.append(error)

        threads = [threading.Thread(target=work, args=[story]) for story in stories]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert faults == []
        with stories[0].store() as store:
            assert [row.address for row in store.captures()] == ["one", "two"]


def patiently(story: Story) -> Iterator[Store]:
    """The story held for a build, as soon as the server has seen that the one before is gone."""
    deadline = time.monotonic() + 20
    while True:
        try:
            with story.writing() as store:
                yield store
                return
        except StoryLocked:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)

"""A story on a server under hard conditions: lost connections, restarts, other builds, users without rights, secrets."""

import signal
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
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
    StoryReadOnly,
    StoryTooNew,
    UsageError,
)
from secondsource.export.jsonl import json_lines
from secondsource.model.claim import Claim
from secondsource.store import postgres_text
from secondsource.store.backup import back_up, restore
from secondsource.store.doctor import examine
from secondsource.store.location import server_of
from secondsource.store.migrations import SCHEMA_VERSION
from secondsource.store.pages import Snapshot
from secondsource.store.search import search_articles
from secondsource.store.store import Store
from secondsource.store.story import Story, create_story, open_story
from secondsource.store.withdrawals import withdraw, withdrawals

psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed; run: make slow-env")

PEMBA = Path(__file__).parents[2] / "examples" / "pemba-channel" / "reports"

build_module = import_module("secondsource.build")


def exported(folder: Path) -> bytes:
    with open_story(folder).store() as store:
        return b"\n".join(json_lines(store.record()))


class Reading:
    """Stands in for the reading: gives what was read before, and calls `before` with the number of reports so far."""

    def __init__(self, known: dict[str, Any]) -> None:
        self.known = known
        self.done = 0
        self.before: Callable[[int], None] = lambda done: None

    def __call__(self, job: Any) -> list[Any]:
        found = []
        for id, _ in job.captures:
            self.before(self.done)
            self.done += 1
            found.append((id, self.known[id]))
        return found


@pytest.fixture
def reading(pemba_story, monkeypatch) -> Reading:
    """Builds of the invented story that read nothing anew, one report at a time."""
    with open_story(pemba_story).store() as store:
        one = Reading({held.capture.id: held.reading for held in store.held()})
    monkeypatch.setattr(build_module, "read_job", one)
    monkeypatch.setattr(build_module, "READ_TOGETHER", 1)
    return one


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
        assert here == ["corrections.lock", "story.toml"]
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
        with pytest.raises(ServerLost, match="cannot be reached"):
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
            with pytest.raises(ServerLost, match="cannot be reached"):
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

    def comes_through(self, reading: Reading, folder: Path, pemba_story: Path) -> None:
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


@pytest.mark.slow
class TestRights:
    def test_who_may_only_read_reads(self, address, server, tmp_path):
        story = create_story(tmp_path / "story", "none", address)
        with story.store() as store:
            store.write_record(record_of(("a", "", "The ferry.")), "one")
        schema = f"story_{story.server.story}"
        with psycopg.connect(server.address, autocommit=True) as connection:
            connection.execute("DROP ROLE IF EXISTS anna")
            connection.execute("CREATE ROLE anna LOGIN")
            connection.execute(f'GRANT USAGE ON SCHEMA "{schema}" TO anna')
            connection.execute(f'GRANT SELECT ON ALL TABLES IN SCHEMA "{schema}" TO anna')
        anna = create_story(
            tmp_path / "anna", "none", address.replace("user=secondsource", "user=anna")
        )
        with anna.store() as store:
            assert not store.writable
            assert len(store.record().articles) == 1
            with pytest.raises(StoryReadOnly, match="no right"):
                store.set_meta("a", "b")
        assert len(search_articles(anna.database, "ferry")) == 1
        other = anna.server.full_address.replace(story.server.story, "other")
        with pytest.raises(StoryReadOnly, match="no right"):
            create_story(tmp_path / "none", "none", other)
        with psycopg.connect(server.address, autocommit=True) as connection:
            connection.execute("DROP OWNED BY anna")
            connection.execute("DROP ROLE anna")

    def test_another_encoding_is_refused(self, server, tmp_path):
        with psycopg.connect(server.address, autocommit=True) as connection:
            connection.execute(
                "CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0"
            )
        other = server.address.replace(":///postgres", ":///latin")
        with pytest.raises(UsageError, match="not in UTF-8"):
            create_story(tmp_path / "story", "none", f"{other}#a")


@pytest.mark.slow
class TestMigration:
    def test_a_newer_one_says_so(self, address, tmp_path):
        story = create_story(tmp_path / "story", "none", address)
        with story.store() as store, store.transaction() as database:
            database.execute("UPDATE schema_version SET version = 99")
        with pytest.raises(StoryTooNew, match="upgrade"):
            story.store()

    @pytest.mark.parametrize("version", [2])
    def test_nothing_is_lost_on_the_way_from_each_released_schema(
        self, address, server, tmp_path, version
    ):
        """As the schemas were released: tests/store/schemas."""
        story = create_story(tmp_path / "story", "none", address)
        made = Path(__file__).parent / "schemas" / f"postgresql-{version}.sql"
        with psycopg.connect(server.address, autocommit=True) as connection:
            schema = f"story_{story.server.story}"
            connection.execute(f'DROP SCHEMA "{schema}" CASCADE')
            connection.execute(f'CREATE SCHEMA "{schema}"')
            connection.execute(f'SET search_path TO "{schema}"')
            connection.execute(made.read_text("utf-8"))
        with story.store() as store:
            assert store.migrated_from in (None, version)
            assert store.version == SCHEMA_VERSION
            (row,) = store.captures()
            assert (row.address, row.captured, row.metadata) == ("a", "2024-03-05", {"title": "A"})
            assert store.bytes_of(row.digest) == b"one"
            assert [held.reading.article.text for held in store.held()] == ["One."]
            assert store.database.integrity() == ()
            store.write_record(EMPTY, "x")
            assert store.record() == EMPTY


@pytest.mark.slow
class TestFolders:
    """A story on a server may have many folders."""

    @pytest.fixture
    def both(self, address, tmp_path) -> list[Story]:
        return [create_story(tmp_path / name, name, address) for name in ("one", "two")]

    def test_its_settings_are_for_its_owner_alone(self, both):
        assert both[0].folder.joinpath("story.toml").stat().st_mode & 0o077 == 0
        assert open_story(both[0].folder) == both[0]

    def test_all_are_read_with_one_pipeline(self, both):
        assert [story.pipeline for story in both] == ["one", "one"]

    def test_decisions_come_to_every_folder(self, both):
        one, two = both
        withdraw(one, "x", "by one")
        self.meet(one, two)
        withdraw(two, "x", "")
        withdraw(two, "y", "by two")
        withdraw(one, "z", "by one")
        self.meet(two, one, two)
        assert one.withdrawals.read_bytes() == two.withdrawals.read_bytes()
        assert sorted(withdrawals(one)) == ["y", "z"]
        self.meet(one, two)
        assert len(one.withdrawals.read_bytes().splitlines()) == 4

    def test_the_same_decision_again_counts_again(self, both):
        one, two = both
        for why in ("wrong", "", "wrong"):
            withdraw(one, "x", why)
            self.meet(one, two)
        assert sorted(withdrawals(two)) == ["x"]
        assert len(two.withdrawals.read_bytes().splitlines()) == 3

    def test_a_line_that_was_cut_off_stays_where_it_is(self, both):
        one, two = both
        withdraw(one, "x", "by one")
        two.withdrawals.write_bytes(b'{"article":"y","wh')
        self.meet(one, two)
        assert sorted(withdrawals(two)) == ["x"]
        assert two.withdrawals.read_bytes().endswith(b'{"article":"y","wh\n')
        self.meet(two, one)
        assert len(one.withdrawals.read_bytes().splitlines()) == 1

    def meet(self, *stories: Story) -> None:
        for story in stories:
            with story.writing():
                pass


SECRETS = [
    "postgresql://anna:gr3ta@127.0.0.1:1/db#x",
    "postgresql://anna:gr3@ta@127.0.0.1:1/db#x",
    "postgresql://anna:gr3/ta@127.0.0.1:1/db#x",
    "postgresql://anna:gr3?ta@127.0.0.1:1/db#x",
    "postgresql://anna:gr3ta@127.0.0.1:port/db#x",
    "postgresql://anna:gr3ta@[::1/db#x",
    "postgresql://127.0.0.1:1/db?user=anna&password=gr3ta#x",
    "postgresql://127.0.0.1:1/db?password=gr3@ta#x",
    "postgresql://127.0.0.1:1/db?pass=gr3ta#x",
    "postgresql://anna:gr3ta%20gr3ta@127.0.0.1:1/db?connect_timeout=1#x",
]


class TestSecrets:
    @pytest.mark.parametrize("address", SECRETS)
    def test_no_message_holds_a_password(self, address, tmp_path):
        with pytest.raises(ServerLost) as lost:
            create_story(tmp_path / "story", "none", address)
        server = server_of(tmp_path, "story", address)
        said = "".join(traceback.format_exception(lost.value)) + repr(server) + str(server)
        assert "gr3" not in said
        assert "ta@" not in said
        assert not (tmp_path / "story").exists()

    def test_nor_does_a_story_that_is_none(self, tmp_path):
        for address in ("mysql://anna:gr3ta@host/db", "postgresql://anna:gr3ta@host/db#A B"):
            with pytest.raises(UsageError) as refused:
                create_story(tmp_path / "story", "none", address)
            assert "gr3ta" not in str(refused.value)
        with pytest.raises(UsageError) as refused:
            create_story(Path("postgresql://anna:gr3ta@host/db"), "none")
        assert "gr3ta" not in str(refused.value)

    def test_a_story_without_a_name_has_that_of_its_folder(self, tmp_path):
        assert (
            server_of(tmp_path, "The Old Harbour!", "postgresql:///db").story == "the-old-harbour"
        )

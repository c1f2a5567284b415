"""Who comes to a story on a server, and how: rights, older schemas, many folders, commands, pages; and what is never said."""

import traceback
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner
from samples import EMPTY, record_of

from secondsource.cli.main import main
from secondsource.errors import (
    DiskFull,
    ServerLost,
    StoryDamaged,
    StoryLocked,
    StoryReadOnly,
    StoryTooNew,
    UsageError,
)
from secondsource.store.location import server_of
from secondsource.store.migrations import SCHEMA_VERSION
from secondsource.store.search import search_articles
from secondsource.store.story import Story, create_story, open_story
from secondsource.store.withdrawals import withdraw, withdrawals

psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed; run: make slow-env")

as_our_error = import_module("secondsource.store.postgres_address").as_our_error

PEMBA = Path(__file__).parents[2] / "examples" / "pemba-channel" / "reports"


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


@pytest.mark.parametrize(
    ("name", "ours"),
    [
        ("DiskFull", DiskFull),
        ("LockNotAvailable", StoryLocked),
        ("ReadOnlySqlTransaction", StoryReadOnly),
        ("InsufficientPrivilege", StoryReadOnly),
        ("DataCorrupted", StoryDamaged),
        ("AdminShutdown", ServerLost),
        ("QueryCanceled", ServerLost),
        ("TooManyConnections", ServerLost),
    ],
)
def test_what_the_server_says_is_told_with_what_to_do(name, ours):
    error = getattr(psycopg.errors, name)("it says so")
    told = as_our_error(error, Path("harbour"), "postgresql://host/db", False)
    assert type(told) is ours
    assert "harbour" in str(told)


@pytest.mark.slow
def test_the_commands_take_it_as_any_story(reading, address, server, pemba_story, tmp_path):
    folder, file = str(tmp_path / "pemba-channel"), str(tmp_path / "story.zip")
    there = f"{server.address}#by-command"
    for words in (
        ["build", folder, str(PEMBA), "--store", address],
        ["migrate", folder],
        ["doctor", folder],
        ["search", folder, "harbour"],
        ["backup", folder, file],
        ["restore", file, str(tmp_path / "there"), "--store", there],
        ["doctor", str(tmp_path / "there")],
    ):
        done = CliRunner().invoke(main, words)
        assert done.exit_code == 0, done.output
        assert server.address not in done.output
    brief = [
        CliRunner().invoke(main, ["brief", str(one)]).output
        for one in (pemba_story, folder, tmp_path / "there")
    ]
    assert brief[0] == brief[1] == brief[2]
    refused = CliRunner().invoke(main, ["brief", "postgresql://anna:gr3ta@host/db#x"])
    assert refused.exit_code == 2
    assert "gr3ta" not in refused.output


@pytest.mark.slow
def test_pages_of_a_new_record_are_shown(address, tmp_path):
    """As a web server keeps the record up."""
    current = pytest.importorskip("secondsource.web.current")
    story = create_story(tmp_path / "story", "none", address)
    with story.store() as store:
        store.write_record(record_of(("a", "", "The ferry.")), "one")
        shown = current.Current(story.database)
        assert not shown.look()
        store.write_record(record_of(("b", "", "The ramp.")), "two")
        assert shown.look()
        assert shown.sight.snapshot.search("ramp")[0] == 1
        shown.close()


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

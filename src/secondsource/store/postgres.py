"""A story's database on a PostgreSQL server: a schema of its own in a database that many stories share."""

import hashlib
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from functools import lru_cache
from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql

from ..errors import ServerLost, StoryLocked, StoryNotFound, StoryTooNew, UsageError
from . import postgres_text
from .database import Database, Hit, Marks, Row
from .files import GARBLED
from .migrations import SCHEMA_VERSION
from .postgres_address import as_our_error, shown
from .postgres_schema import migrate, statements

WAIT_SECONDS = 30
"""How long a writer waits for another one's transaction, as with SQLite."""

CONNECT_SECONDS = 15
"""How long is waited for a server that does not answer."""

AT_ONCE = 20
"""Rows that a stream takes at a time; a reading has some 100 kB."""


_ONE_SIGHT = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
_WHICH_RECORD = "SELECT value FROM meta WHERE key = 'record_made_from'"


class PostgresDatabase:
    """One story on a server. One build at a time, and one transaction that writes at a time; readers are never
    blocked."""

    def __init__(
        self, folder: Path, address: str, story: str, create: bool = False, only_read: bool = False
    ) -> None:
        """Opens the story at `address`; with `create` makes it if there is none. With `only_read` nothing is
        ever written.

        Raises StoryNotFound when there is none, StoryTooNew when a newer version wrote it, ServerLost when
        there is no server. One that an older version wrote is migrated, if it can be written.
        """
        self.folder = folder
        self.migrated_from: int | None = None
        self._address = address
        self._schema = schema_of(story)
        self._only_read = only_read
        self._inside = False
        self._sight: list[Row] = []
        self._names = (f"stream_{number}" for number in count(1))
        self._connection = self._connected()
        try:
            with self._told():
                self.version, self.writable = self._prepared(create)
        except BaseException:
            self._connection.close()
            raise

    # -- connection ----------------------------------------------------------------------------

    def _connected(self) -> "psycopg.Connection[Row]":
        try:
            connection = psycopg.connect(
                self._address,
                autocommit=True,
                connect_timeout=CONNECT_SECONDS,
                client_encoding="UTF8",
                application_name="secondsource",
            )
        except psycopg.Error as error:
            raise as_our_error(error, self.folder, self._address, True) from None
        try:
            settings = {
                "search_path": self._schema,
                "lock_timeout": f"{WAIT_SECONDS}s",
                # A sight of the record may be looked at for hours.
                "idle_in_transaction_session_timeout": "0",
                # All that we ask goes by a key or through an index, or takes a whole table in the order of its key.
                # The planner does not know what it costs to fetch the words of every article: without this a search
                # for two common words took 2.0 s instead of 0.6 s with 8,000 articles.
                "enable_seqscan": "off",
            }
            if self._only_read:
                settings["default_transaction_read_only"] = "on"
            for name, value in settings.items():
                connection.execute(
                    "SELECT set_config(%s, %s, false)",
                    (name, f'"{value}"' if name == "search_path" else value),
                )
            if connection.info.parameter_status("server_encoding") != "UTF8":
                raise UsageError(
                    f"the database {shown(self._address)} is not in UTF-8; make one with:"
                    " createdb --encoding UTF8 --template template0"
                )
        except BaseException:
            connection.close()
            raise
        return connection

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turns the server's errors inside into ours."""
        try:
            yield
        except psycopg.Error as error:
            # What the library finds out by itself has no code.
            lost = isinstance(error, psycopg.OperationalError) and error.sqlstate is None
            ours = as_our_error(error, self.folder, self._address, lost)
            if ours is error:
                raise
            # The library's own message may hold the address.
            raise ours from None

    def _prepared(self, create: bool) -> tuple[int, bool]:
        """The version of the schema, after it was made or migrated where it can be, and whether it can be
        written."""
        version = self._version()
        if version > SCHEMA_VERSION:
            raise StoryTooNew(
                f"{self.folder} was written by a newer secondsource (schema {version}, this one knows"
                f" {SCHEMA_VERSION}); upgrade with: pip install -U secondsource"
            )
        if version == 0 and (not create or self._only_read):
            raise StoryNotFound(
                f"{shown(self._address)} holds no story of {self.folder}; make it with:"
                f" secondsource build {self.folder}"
            )
        if not version or self._may_write():
            if version < SCHEMA_VERSION:
                self._migrate()
            return SCHEMA_VERSION, True
        return version, False

    def _version(self) -> int:
        """Of the schema; 0 when there is none."""
        [(table,)] = self.rows("SELECT to_regclass('schema_version')")
        found = self.rows("SELECT version FROM schema_version") if table else []
        return int(found[0][0]) if found else 0

    def _may_write(self) -> bool:
        [(may,)] = self.rows(
            "SELECT NOT pg_is_in_recovery() AND current_setting('transaction_read_only') = 'off'"
            " AND has_table_privilege('meta', 'INSERT')"
        )
        return bool(may)

    def _migrate(self) -> None:
        """Makes the newest schema, in one transaction; another program may do the same meanwhile."""
        with self.transaction():
            self._connection.execute(
                sql.SQL("CREATE SCHEMA IF NOT EXISTS {}").format(sql.Identifier(self._schema))
            )
            version = self._version()
            if version < SCHEMA_VERSION:
                migrate(version, self.execute)
                self.migrated_from = version or None

    def close(self) -> None:
        """Lets the connection go."""
        self._connection.close()

    # -- the narrow door -----------------------------------------------------------------------

    def rows(self, query: str, values: Sequence[object] = ()) -> list[Row]:
        """All rows of a query. A sight of the record is taken up again where its connection was lost."""
        try:
            return self._asked(query, values)
        except ServerLost:
            if not (self._only_read and self._sight):
                raise
            self._take_up_again()
        return self._asked(query, values)

    def _asked(self, query: str, values: Sequence[object]) -> list[Row]:
        with self._told():
            found: list[Row] = self._connection.execute(translated(query), clean(values)).fetchall()
        return found

    def _take_up_again(self) -> None:
        """Opens the sight anew. Raises ServerLost when there is another record by now."""
        with self._told():
            self._connection = self._connected()
            self._connection.execute(_ONE_SIGHT)
            if self._connection.execute(_WHICH_RECORD).fetchall() != self._sight:
                raise ServerLost(
                    f"the server of {self.folder} was lost, and has another record now; ask again"
                )

    def stream(self, query: str) -> Iterator[Row]:
        """The rows of a query, a few at a time: in the sight or transaction that is open, else on a connection of
        its own as they stand now."""
        if self._inside:
            yield from self._streamed(self._connection, query)
            return
        with closing(self._connected()) as connection, self._told(), connection.transaction():
            yield from self._streamed(connection, query)

    def _streamed(self, connection: "psycopg.Connection[Row]", query: str) -> Iterator[Row]:
        with self._told(), connection.cursor(next(self._names)) as cursor:
            cursor.itersize = AT_ONCE
            yield from cursor.execute(translated(query))

    def execute(self, statement: str, values: Sequence[object] = ()) -> None:
        """Executes a statement, inside `transaction`."""
        self._connection.execute(translated(statement), clean(values))

    def execute_many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """Executes a statement for each row of values, inside `transaction`."""
        with self._connection.cursor() as cursor:
            cursor.executemany(translated(statement), map(clean, rows))

    @contextmanager
    def transaction(self) -> Iterator[Database]:
        """One transaction: all of it is kept or nothing. Raises DiskFull, StoryLocked, StoryReadOnly,
        StoryDamaged or ServerLost with what to do."""
        with self._told():
            self._connection.execute("BEGIN ISOLATION LEVEL READ COMMITTED")
            self._inside = True
            try:
                # One writes at a time, as with SQLite: no two can wait for each other.
                self._connection.execute("SELECT pg_advisory_xact_lock(%s)", [self._key("write")])
                yield self
                self._connection.execute("COMMIT")
            except BaseException:
                if not self._connection.closed:
                    self._connection.execute("ROLLBACK")
                raise
            finally:
                self._inside = False

    @contextmanager
    def one_sight(self) -> Iterator[None]:
        """A read transaction: all that is read inside is as it stood at one moment."""
        with self._told():
            self._connection.execute(_ONE_SIGHT)
            if self._only_read:
                self._sight = self._connection.execute(_WHICH_RECORD).fetchall()
        self._inside = True
        try:
            yield
        finally:
            self._inside, self._sight = False, []
            # Nothing is lost with a connection that is not there any more.
            with suppress(psycopg.Error):
                self._connection.execute("ROLLBACK")

    @contextmanager
    def one_writer(self) -> Iterator[None]:
        """Holds the story for one build, for as long as this connection lives: whoever loses it can write
        nothing any more either. Raises StoryLocked at once when another build holds it."""
        [(held,)] = self.rows("SELECT pg_try_advisory_lock(?)", [self._key("build")])
        if not held:
            raise StoryLocked(
                f"another build is writing to {self.folder}; wait until it is done, or stop it and run"
                " this again (what it has read is kept)"
            )
        try:
            yield
        finally:
            if not self._connection.closed:
                self.rows("SELECT pg_advisory_unlock(?)", [self._key("build")])

    def _key(self, what: str) -> int:
        """The number of an advisory lock; these belong to one database of the server."""
        digest = hashlib.sha256(f"secondsource {what} {self._schema}".encode()).digest()
        return int.from_bytes(digest[:8], "big", signed=True)

    def tables(self) -> set[str]:
        """The names of the tables that are there."""
        rows = self.rows("SELECT tablename FROM pg_tables WHERE schemaname = ?", [self._schema])
        return {str(name) for (name,) in rows}

    # -- full text and bytes -------------------------------------------------------------------

    def replace_texts(self, texts: Iterable[tuple[str, str, str]]) -> None:
        """Makes these the articles that a search finds (id, headline, text), inside `transaction`."""
        postgres_text.replace_texts(self, texts)

    def change_texts(self, gone: Sequence[str], fresh: Sequence[tuple[str, str, str]]) -> None:
        """Takes articles (ids) out of those that a search finds and puts others in, inside `transaction`."""
        postgres_text.change_texts(self, gone, fresh)

    def count_found(self, words: str, beginnings: bool) -> int:
        """How many articles hold all the words."""
        return postgres_text.count_found(self, words, beginnings)

    def find(
        self, words: str, beginnings: bool, marks: Marks, limit: int, offset: int = 0
    ) -> list[Hit]:
        """The articles that hold all the words, the best first, then by id."""
        return postgres_text.find(self, words, beginnings, marks, limit, offset)

    def keep_bytes(self, data: Mapping[str, bytes]) -> None:
        """Keeps the bytes of captures under their hash, in one transaction."""
        with self.transaction():
            self.execute_many(
                "INSERT INTO bytes (digest, data) VALUES (?, ?) ON CONFLICT DO NOTHING",
                data.items(),
            )

    def bytes_of(self, digest: str) -> bytes | None:
        """The bytes of a capture by their hash; None when they are not there."""
        found = self.rows("SELECT data FROM bytes WHERE digest = ?", [digest])
        return bytes(found[0][0]) if found else None

    def digests(self) -> set[str]:
        """The hashes of all captures whose bytes are there."""
        rows = self.rows("SELECT digest FROM bytes WHERE strpos(digest, '.') = 0")
        return {str(digest) for (digest,) in rows}

    def put_aside(self, digest: str) -> None:
        """Gives the bytes of a capture another name."""
        with self.transaction():
            self.execute("DELETE FROM bytes WHERE digest = ?", [digest + GARBLED])
            self.execute("UPDATE bytes SET digest = ? WHERE digest = ?", [digest + GARBLED, digest])

    def integrity(self) -> tuple[str, ...]:
        """Tables and indexes that are missing or not valid, at most 20 lines; empty when nothing is."""
        wanted = {one.split()[5] for one in statements() if one.startswith("CREATE")}
        rows = self.rows(
            "SELECT relname, coalesce(indisvalid, true) FROM pg_class"
            " LEFT JOIN pg_index ON indexrelid = pg_class.oid"
            " WHERE relnamespace = to_regnamespace(?)",
            [f'"{self._schema}"'],
        )
        valid = {str(name) for name, is_valid in rows if is_valid}
        return tuple(f"{name} is missing or not valid" for name in sorted(wanted - valid))[:20]


def schema_of(story: str) -> str:
    """The name of the schema that holds a story of that name."""
    return f"story_{story}"


@lru_cache(maxsize=256)
def translated(statement: str) -> str:
    """A statement of ours as psycopg takes it."""
    return statement.replace("%", "%%").replace("?", "%s")


def clean(values: Sequence[object]) -> list[object]:
    """Values as the server takes them: its text holds no U+0000, which becomes U+FFFD."""
    return [
        value.replace("\0", "\ufffd") if isinstance(value, str) and "\0" in value else value
        for value in values
    ]


def last_write(folder: Path, address: str, story: str) -> Hashable:
    """Changes whenever a new record was written there."""
    with closing(PostgresDatabase(folder, address, story, only_read=True)) as database:
        return tuple(database.rows(_WHICH_RECORD))

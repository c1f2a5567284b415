"""The schema of a story on a PostgreSQL server: that of `schema.sql`, with what the two databases do otherwise."""

import re
from collections.abc import Callable, Iterator

from .migrations import SCHEMA_VERSION, schema

FIRST_VERSION = 2
"""The schema that the first release with a server store had."""

EXTRA = """
CREATE TABLE schema_version (version INTEGER NOT NULL);
CREATE TABLE bytes (digest TEXT PRIMARY KEY, data BYTEA NOT NULL);
CREATE TABLE decision (
  file TEXT NOT NULL, number INTEGER NOT NULL, line TEXT NOT NULL, PRIMARY KEY (file, number)
);
CREATE TABLE article_text (
  id TEXT PRIMARY KEY, headline TEXT NOT NULL, text TEXT NOT NULL,
  spaced TEXT NOT NULL, length INTEGER NOT NULL, words TSVECTOR NOT NULL
);
ALTER TABLE article_text ALTER COLUMN spaced SET STORAGE EXTERNAL;
CREATE INDEX article_text_words ON article_text USING gin (words);
CREATE TABLE article_total (articles INTEGER NOT NULL, length BIGINT NOT NULL);
"""
"""What is a file or a virtual table with SQLite. `spaced` and `length` are as `fulltext.spaced` gives them, and
`article_total` adds them up; `decision` has the lines of what people decided, of all folders."""

MIGRATIONS: dict[int, Callable[[Callable[[str], None]], None]] = {
    2: lambda execute: execute("ALTER TABLE reading ADD COLUMN IF NOT EXISTS grammar BYTEA"),
}
"""The step that leads on from a version, beyond making the tables that are missing: called with what executes a
statement."""


def statements() -> Iterator[str]:
    """The statements that make the newest schema, where a table or index of it is not there yet."""
    plain = "\n".join(line.split("--")[0] for line in schema().splitlines())
    for statement in (plain + EXTRA).split(";"):
        if statement.strip() and "CREATE VIRTUAL TABLE" not in statement:
            yield _translated(statement.strip())


def _translated(statement: str) -> str:
    """A statement of SQLite's in PostgreSQL's words. Text is compared byte by byte, as SQLite does. An index of one
    column is asked for equality alone, and a hash knows no longest value, as addresses need it."""
    statement = re.sub(r"\) STRICT$", ")", statement)
    statement = re.sub(r"\bTEXT\b", 'TEXT COLLATE "C"', statement)
    statement = re.sub(r"\bREAL\b", "DOUBLE PRECISION", statement)
    statement = re.sub(r"\bBLOB\b", "BYTEA", statement)
    statement = re.sub(r"^(CREATE INDEX \w+ ON \w+) (\(\w+\))$", r"\1 USING hash \2", statement)
    return re.sub(r"^CREATE (TABLE|INDEX) ", r"CREATE \1 IF NOT EXISTS ", statement)


def migrate(version: int, execute: Callable[[str], None]) -> None:
    """Makes the newest schema of an older one, or of nothing (version 0), inside a transaction."""
    for statement in statements():
        execute(statement)
    for step in range(max(version, FIRST_VERSION), SCHEMA_VERSION):
        if version and step in MIGRATIONS:
            MIGRATIONS[step](execute)
    execute("DELETE FROM schema_version")
    execute(f"INSERT INTO schema_version VALUES ({SCHEMA_VERSION})")

"""What a story's database must do: the one narrow door between the store and SQLite or PostgreSQL.

All SQL of `store.py` and `pages.py` is written once, in what both speak: `?` for values, `ON CONFLICT`, text compared
byte by byte. What differs (opening, errors, full text, bytes of captures) is inside the two databases.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

Row = tuple[Any, ...]


@dataclass(frozen=True)
class Hit:
    """An article that was found. `rank` orders hits, the best (smallest) first: BM25 as FTS5 counts it."""

    article: str
    snippet: str
    rank: float


@dataclass(frozen=True)
class Marks:
    """How a snippet looks: at most so many `words` (64 is the limit of FTS5), and what stands before and after
    each that was asked for."""

    words: int
    before: str = ""
    after: str = ""


class Database(Protocol):
    """One story's database, opened. What it cannot do it says as a UsageError with what to do."""

    folder: Path
    """The story's folder, for what a person is told to do."""
    writable: bool
    version: int
    """Of the schema; less than SCHEMA_VERSION only where nothing can be written."""
    migrated_from: int | None
    """The version of the schema that was found, where that was an older one."""

    def rows(self, query: str, values: Sequence[object] = ()) -> list[Row]:
        """All rows of a query."""

    def stream(self, query: str) -> Iterator[Row]:
        """The rows of a query that would be too much at once. May be read while something is written."""

    def execute(self, statement: str, values: Sequence[object] = ()) -> None:
        """Executes a statement, inside `transaction`."""

    def execute_many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """Executes a statement for each row of values, inside `transaction`."""

    def transaction(self) -> AbstractContextManager["Database"]:
        """One transaction: all of it is kept or nothing. Gives the database itself."""

    def one_sight(self) -> AbstractContextManager[None]:
        """All that is read inside is as it stood at one moment, whoever writes meanwhile."""

    def tables(self) -> set[str]:
        """The names of the tables that are there."""

    def replace_texts(self, texts: Iterable[tuple[str, str, str]]) -> None:
        """Makes these the articles that a search finds (id, headline, text), inside `transaction`."""

    def change_texts(self, gone: Sequence[str], fresh: Sequence[tuple[str, str, str]]) -> None:
        """Takes articles (ids) out of those that a search finds and puts others in, inside `transaction`."""

    def count_found(self, words: str, beginnings: bool) -> int:
        """How many articles hold all the words (see `search.py`)."""

    def find(
        self, words: str, beginnings: bool, marks: Marks, limit: int, offset: int = 0
    ) -> list[Hit]:
        """The articles that hold all the words, the best first, then by id."""

    def keep_bytes(self, data: Mapping[str, bytes]) -> None:
        """Keeps the bytes of captures under their hash, each whole or not at all."""

    def bytes_of(self, digest: str) -> bytes | None:
        """The bytes of a capture by their hash; None when they are not there."""

    def digests(self) -> set[str]:
        """The hashes of all captures whose bytes are there."""

    def put_aside(self, digest: str) -> None:
        """Takes the bytes that lie under a hash, and are others, out of the way."""

    def integrity(self) -> tuple[str, ...]:
        """What the database's own check finds broken, at most 20 lines; empty when nothing is."""

    def close(self) -> None:
        """Lets the database go."""

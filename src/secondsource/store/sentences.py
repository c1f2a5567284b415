"""An index from keys to the sentences that have them, with what is kept of each article: one file of SQLite, which may
be thrown away at any time, or memory where nothing may be written."""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from .files import UNFINISHED
from .story import Story

Numbers = NDArray[np.uint32]

_SCHEMA = """
CREATE TABLE article (id TEXT PRIMARY KEY, sentences INTEGER NOT NULL, data BLOB NOT NULL);
CREATE TABLE key (name TEXT PRIMARY KEY, times INTEGER NOT NULL, numbers BLOB NOT NULL) WITHOUT ROWID;
"""
_NOTHING: Numbers = np.empty(0, dtype=np.uint32)


class Sentences:
    """Sentences by number, from 0 on, in the order of the ids of their articles. May be used from many threads."""

    def __init__(self, path: Path | None) -> None:
        """Opens the index at `path` for reading; without one makes an empty one in memory. Raises
        `sqlite3.Error` or OSError for a file that is none."""
        self._lock = Lock()
        address = f"{path.resolve().as_uri()}?mode=ro" if path else ":memory:"
        self._connection = sqlite3.connect(
            address, uri=path is not None, isolation_level=None, check_same_thread=False
        )
        if path is None:
            self._connection.executescript(_SCHEMA)

    def close(self) -> None:
        """Lets the index go."""
        with self._lock:
            self._connection.close()

    def write(
        self, articles: Iterable[tuple[str, int, bytes]], keys: Mapping[str, "array[int]"]
    ) -> None:
        """Fills an empty index: with the id, the count of sentences and what is kept of each article, in any order, and for
        each key with the sentences that have it, counted in that order. `articles` is taken before `keys` is
        looked at."""
        counts: dict[str, int] = {}

        def counted() -> Iterator[tuple[str, int, bytes]]:
            for id, count, data in articles:
                counts[id] = count
                yield id, count, data

        with self._lock:
            self._connection.execute("BEGIN")
            self._connection.executemany("INSERT INTO article VALUES (?, ?, ?)", counted())
            numbers = _in_order_of_ids(counts)
            self._connection.executemany(
                "INSERT INTO key VALUES (?, ?, ?)",
                (
                    (name, len(keys[name]), np.sort(numbers[keys[name]]).tobytes())
                    for name in sorted(keys)
                ),
            )
            self._connection.execute("COMMIT")

    def articles(self) -> list[tuple[str, int]]:
        """The id of each article and how many sentences it has, sorted by id."""
        with self._lock:
            return self._connection.execute(
                "SELECT id, sentences FROM article ORDER BY id"
            ).fetchall()

    def data_of(self, article: str) -> bytes:
        """What is kept of an article. Raises KeyError for one that is not there."""
        with self._lock:
            row = self._connection.execute(
                "SELECT data FROM article WHERE id = ?", [article]
            ).fetchone()
        if row is None:
            raise KeyError(article)
        return bytes(row[0])

    def times(self) -> dict[str, int]:
        """How many sentences have each key."""
        with self._lock:
            return dict(self._connection.execute("SELECT name, times FROM key"))

    def having(self, key: str) -> Numbers:
        """The numbers of the sentences that have a key, in order."""
        with self._lock:
            row = self._connection.execute(
                "SELECT numbers FROM key WHERE name = ?", [key]
            ).fetchone()
        return _NOTHING if row is None else np.frombuffer(row[0], dtype=np.uint32)

    def copy_to(self, path: Path) -> None:
        """Writes the index into a new file."""
        with self._lock:
            target = sqlite3.connect(path)
            try:
                self._connection.backup(target)
            finally:
                target.close()


def _in_order_of_ids(counts: Mapping[str, int]) -> Numbers:
    """The number of each sentence: where it stands when the articles are sorted by id."""
    first, total = {}, 0
    for id in sorted(counts):
        first[id] = total
        total += counts[id]
    pieces = [np.arange(first[id], first[id] + count) for id, count in counts.items()]
    return np.concatenate(pieces).astype(np.uint32) if pieces else _NOTHING


def kept_sentences(story: Story, digest: str) -> Sentences | None:
    """The index that was kept under this digest of all that it was made from; None when there is none that can
    be read."""
    place = _place(story, digest)
    if not place.is_file():
        return None
    try:
        found = Sentences(place)
        found.articles()
    except (sqlite3.Error, OSError):
        return None
    return found


def keep_sentences(story: Story, digest: str, sentences: Sentences) -> None:
    """Keeps an index in the place of any other one of the story, where that is possible: a story that can only be
    read keeps nothing."""
    place = _place(story, digest)
    unfinished = place.with_suffix(UNFINISHED)
    try:
        place.parent.mkdir(exist_ok=True)
        unfinished.unlink(missing_ok=True)
        sentences.copy_to(unfinished)
        unfinished.replace(place)
        for other in place.parent.glob("sentences-*.db"):
            if other != place:
                other.unlink(missing_ok=True)
    except (sqlite3.Error, OSError):
        return


def _place(story: Story, digest: str) -> Path:
    return story.cache / f"sentences-{digest}.db"

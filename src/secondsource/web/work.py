"""Answers that take time (a text checked, a record compared with an earlier one) are made one at a time, beside
the pages; a page asks again until its answer is there."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from typing import Any, TypeVar

from starlette.exceptions import HTTPException

from ..errors import SecondsourceError

T = TypeVar("T")

Key = tuple[str, ...]
"""What an answer is known by: the kind of question, the record it was asked of, and what was asked."""

MOST_KEPT = 32
"""Answers that are kept for those who ask again."""

MOST_WAITING = 16
"""Questions that may wait; who asks more is told to come back."""

PATIENCE = 3.0
"""Seconds that a page waits before it says that the answer takes time."""

LONG_PATIENCE = 120.0
"""Seconds that a program is let wait, since it will not look again by itself."""


class Work:
    """Makes answers in a thread of its own and keeps the newest."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="slow answers")
        self._lock = threading.Lock()
        self._held: OrderedDict[Key, Future[Any]] = OrderedDict()

    def close(self) -> None:
        """Drops what waits; what is being made is finished and thrown away."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def begin(self, key: Key, make: Callable[[], T]) -> "Future[T]":
        """The answer with this key: one that is kept or being made, else one that is made now. Raises
        HTTPException (503) when too many wait."""
        with self._lock:
            held = self._held.get(key)
            if held is not None and not _failed(held):
                self._held.move_to_end(key)
                return held
            if sum(not future.done() for future in self._held.values()) >= MOST_WAITING:
                raise HTTPException(503, "Too much is being worked out; ask again in a minute.")
            future: Future[T] = self._thread.submit(make)
            self._held[key] = future
            for old in [key for key, one in self._held.items() if one.done()][:-MOST_KEPT]:
                del self._held[old]
            return future

    def known(self, key: Key) -> "Future[Any] | None":
        """The answer with this key, if it was asked for and is still kept."""
        with self._lock:
            return self._held.get(key)


def _failed(future: "Future[Any]") -> bool:
    return future.done() and (future.cancelled() or future.exception() is not None)


def waited(future: "Future[T]", seconds: float = PATIENCE) -> T | None:
    """The answer if it is there within so many seconds, else None. Raises HTTPException (422) with what
    to do where the question was at fault."""
    try:
        return future.result(seconds)
    except NotYet:
        return None
    except (SecondsourceError, ValueError) as error:
        raise HTTPException(422, str(error)) from error


def waited_long(future: "Future[T]") -> T:
    """The answer, for a program. Raises HTTPException: 503 when it takes too long, else as `waited`."""
    found = waited(future, LONG_PATIENCE)
    if found is None:
        raise HTTPException(503, "it is still being worked out: ask again", {"Retry-After": "10"})
    return found

"""Step 1, sources to captures: bytes and rows of all that is given, so many in one transaction."""

from collections.abc import Iterable, Iterator

import msgspec

from ..ingest import Failure
from ..ingest.item import iso_time
from ..model.article import Capture
from ..store.store import Store
from .progress import Progress

TAKEN_TOGETHER = 256
"""Captures that are kept in one transaction."""

BYTES_TOGETHER = 16_000_000
"""Bytes of captures that are held in memory while they are taken in, save for one report more."""


def take_in(
    store: Store,
    taken_in: Iterable[Capture | Failure],
    progress: Progress,
    captured: str | None = None,
) -> None:
    """Step 1: keeps bytes and rows of all captures; what cannot be taken in becomes a row."""
    count = 0
    for batch in _by_size(taken_in):
        good = [
            item
            if item.captured or captured is None
            else msgspec.structs.replace(item, captured=iso_time(captured))
            for item in batch
            if isinstance(item, Capture)
        ]
        store.keep_bytes(good)
        store.keep_captures(good)
        store.keep_refusals(
            (item.address, item.reason, item.gone, item.captured)
            for item in batch
            if isinstance(item, Failure)
        )
        count += len(batch)
        progress("take in", count, count)


def _by_size(items: Iterable[Capture | Failure]) -> Iterator[list[Capture | Failure]]:
    """The items in lists of at most `TAKEN_TOGETHER`, and of no more bytes than `BYTES_TOGETHER` but
    for the last one."""
    batch: list[Capture | Failure] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.data) if isinstance(item, Capture) else 0
        if len(batch) >= TAKEN_TOGETHER or size >= BYTES_TOGETHER:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch

"""Spreading a function over many values on this machine. Knows no stage."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")

WAITING_PER_WORKER = 3
"""Values handed out ahead of each worker: enough to keep it busy, few enough to bound memory."""


def map_in_order(function: Callable[[A], B], values: Iterable[A], workers: int = 1) -> Iterator[B]:
    """`function` of each value, in the order of the values, as a stream.

    With one worker everything runs in this process. With more, `function` must be importable by
    name; the results are the same. What `function` raises is raised here.
    """
    if workers <= 1:
        yield from map(function, values)
        return
    remaining = iter(values)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting: list[Future[B]] = [
            pool.submit(function, value)
            for value in islice(remaining, workers * WAITING_PER_WORKER)
        ]
        while waiting:
            yield waiting.pop(0).result()
            for value in islice(remaining, 1):
                waiting.append(pool.submit(function, value))


def batches(values: Iterable[A], size: int) -> Iterator[tuple[A, ...]]:
    """The values in runs of `size`, the last one shorter."""
    remaining = iter(values)
    while batch := tuple(islice(remaining, size)):
        yield batch

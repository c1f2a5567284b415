"""Spreading a function over many values on this machine. Knows no stage."""

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import TypeVar

from ..errors import WorkerLost

A = TypeVar("A")
B = TypeVar("B")

WAITING_PER_WORKER = 3
"""Values handed out ahead of each worker: enough to keep it busy, few enough to bound memory."""

MOST_DEATHS = 3
"""Workers that may die in a row before a value is worked out."""


def map_in_order(function: Callable[[A], B], values: Iterable[A], workers: int = 1) -> Iterator[B]:
    """`function` of each value, in the order of the values, as a stream.

    With one worker everything runs in this process. With more, `function` must be importable by
    name; the results are the same. What `function` raises is raised here. A worker that the system kills is replaced, and
    what it had in hand worked out again; raises WorkerLost when that happens `MOST_DEATHS` times in a row. Workers end with
    this process, however it ends.
    """
    if workers <= 1:
        yield from map(function, values)
        return
    remaining = iter(values)
    waiting: list[A] = list(islice(remaining, workers * WAITING_PER_WORKER))
    deaths = 0
    others = set(active_children())
    while waiting:
        with ProcessPoolExecutor(
            workers, mp_context=get_context("spawn"), initializer=_end_with_parent
        ) as pool:
            try:
                with _uninterrupted():
                    futures: list[Future[B]] = [pool.submit(function, value) for value in waiting]
                while waiting:
                    result = futures[0].result()
                    del futures[0], waiting[0]
                    deaths = 0
                    yield result
                    for value in islice(remaining, 1):
                        waiting.append(value)
                        with _uninterrupted():
                            futures.append(pool.submit(function, value))
            except BrokenProcessPool as error:
                deaths += 1
                if deaths >= MOST_DEATHS:
                    raise WorkerLost(
                        "the system ended the processes that read again and again (too little memory?); run"
                        " the same again with fewer --workers (what was read so far is kept)"
                    ) from error
            except BaseException:
                # Nobody wants the rest any more, nor what is in hand: a worker writes nothing.
                for worker in set(active_children()) - others:
                    worker.terminate()
                raise


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Processes that start in here do not hear Ctrl-C, which a terminal sends to all: it is for this process, which ends
    them. (A child has the signals blocked that were blocked where it was started.)"""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    """Makes this worker end as soon as its parent is gone: one that was killed could not tell it to, and the worker would
    wait for values for ever, with all its memory."""
    parent = parent_process()
    if parent is None:
        return

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(1)

    Thread(target=watch, daemon=True).start()


def batches(values: Iterable[A], size: int) -> Iterator[tuple[A, ...]]:
    """The values in runs of `size`, the last one shorter."""
    remaining = iter(values)
    while batch := tuple(islice(remaining, size)):
        yield batch

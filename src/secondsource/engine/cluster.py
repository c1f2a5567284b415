"""Spreading a function over many values on a cluster, with Ray. Knows no stage."""

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from ..errors import UsageError

A = TypeVar("A")
B = TypeVar("B")

WAITING_PER_WORKER = 3
"""Values handed out ahead of each worker, as on one machine."""

LOCAL = "ray"
"""Names a Ray that is started on this machine for this run; `ray://HOST:PORT` is a running cluster."""


def map_on_ray(
    function: Callable[[A], B], values: Iterable[A], engine: str, workers: int = 1
) -> Iterator[B]:
    """`function` of each value, in the order of the values, as a stream, worked out by Ray.

    `engine` is `ray` (a Ray of this machine with so many workers, ended afterwards) or the address
    of a cluster (`ray://HOST:PORT`), where at most so many values are worked on at once. A
    worker that dies is replaced and its value worked out again; what `function` raises is raised
    here. Raises UsageError when Ray is not installed or the cluster does not answer.
    """
    ray = _imported()
    started = _connected(ray, engine, workers)
    try:
        # A value is lost only with its worker, never through its own error: that one is raised.
        remote = ray.remote(num_cpus=1, max_retries=-1)(function)
        remaining = iter(values)
        waiting = [
            remote.remote(value) for value in islice(remaining, workers * WAITING_PER_WORKER)
        ]
        while waiting:
            yield _result(ray, waiting.pop(0))
            for value in islice(remaining, 1):
                waiting.append(remote.remote(value))
    finally:
        if started:
            ray.shutdown()


def _imported() -> Any:
    try:
        import ray
    except ImportError as error:
        raise UsageError(
            "reading on a cluster needs Ray; install it with: pip install 'secondsource[cluster]'"
        ) from error
    return ray


def _connected(ray: Any, engine: str, workers: int) -> bool:
    """Whether a connection was made here (and is to be closed here)."""
    if ray.is_initialized():
        return False
    # Nothing of a run is reported anywhere.
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    try:
        if engine == LOCAL:
            ray.init(
                num_cpus=workers,
                include_dashboard=False,
                log_to_driver=False,
                configure_logging=False,
            )
        else:
            ray.init(address=engine, log_to_driver=False)
    except (ConnectionError, RuntimeError, ValueError) as error:
        raise UsageError(
            f"no Ray cluster answers at {engine} ({error}); start one, or use --engine ray for one on"
            " this machine"
        ) from error
    return True


def _result(ray: Any, reference: Any) -> Any:
    try:
        return ray.get(reference)
    except ray.exceptions.RayTaskError as error:
        # What the function raised, as it would be raised on one machine.
        raise error.cause from None

"""Threads: one kind of thing followed through a story, on any day of it."""

from collections.abc import Callable

from ...errors import UsageError
from ...model.record import Record
from .accusations import accusations
from .aid import aid
from .assessments import assessments
from .demands import demands
from .forces import forces
from .item import Related, Step, Thread, ThreadItem
from .known import Known
from .sanctions import sanctions
from .talks import talks
from .threats import threats

__all__ = ["THREADS", "Related", "Step", "Thread", "ThreadItem", "thread", "threads"]

THREADS: dict[str, str] = {
    "talks": "Talks and visits",
    "forces": "Forces and movements",
    "threats": "Threats and their conditions",
    "demands": "Demands and their answers",
    "sanctions": "Sanctions",
    "aid": "Aid and deliveries",
    "accusations": "Accusations and denials",
    "assessments": "Assessments and forecasts",
}
"""The threads and what they are called for people."""

_MAKERS: dict[str, Callable[[Known], tuple[ThreadItem, ...]]] = {
    "talks": talks,
    "forces": forces,
    "threats": threats,
    "demands": demands,
    "sanctions": sanctions,
    "aid": aid,
    "accusations": accusations,
    "assessments": assessments,
}


def thread(record: Record, name: str, as_of: str | None = None) -> Thread:
    """One thread of a record on the day `as_of` (ISO; without it the newest publication date).

    Articles that came out later are not known on it. Raises UsageError for a name that is none of
    `THREADS`, or a day that is none.
    """
    if name not in THREADS:
        raise UsageError(f"no thread {name!r}; there are: {', '.join(THREADS)}")
    return _thread(Known(record, as_of), name)


def threads(record: Record, as_of: str | None = None) -> tuple[Thread, ...]:
    """All threads of a record on a day. Raises UsageError for a day that is none."""
    known = Known(record, as_of)
    return tuple(_thread(known, name) for name in THREADS)


def _thread(known: Known, name: str) -> Thread:
    items = sorted(
        _MAKERS[name](known), key=lambda item: (item.when or "9999", item.words, item.id)
    )
    return Thread(name=name, title=THREADS[name], as_of=known.day, items=tuple(items))

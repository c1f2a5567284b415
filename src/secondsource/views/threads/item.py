"""Threads and their items, as values."""

from ...model.claim import Standing
from ...model.text import Citation, Reference
from ...model.value import Value


class Step(Value, frozen=True):
    """From `day` on (ISO; the day that the report came out, null if unknown) the item was in `state`."""

    day: str | None
    state: str
    citations: tuple[Citation, ...]


class Related(Value, frozen=True):
    """What stands beside an item: the answer to a demand, the denial of an accusation, what is
    threatened. `state` is the status of that event, `event` its id."""

    relation: str
    event: str
    state: str
    who: tuple[Reference, ...]
    citation: Citation


class ThreadItem(Value, frozen=True):
    """One thing that is followed, once, however many events and articles tell of it.

    `state` is where it stands on the thread's day. `words` are those of the report that tells it
    best; `citations` hold all, that one first. `what` is what is sanctioned, delivered, demanded,
    threatened, in the words of a report. `when` is EDTF. `channel`, `basis`, `likelihood`,
    `condition` and `outcome` are null where no report tells them (or the thread has no such thing).
    `standing` is that of its best supported claim: a lower bound for the item. `events` are ids.
    """

    id: str
    thread: str
    state: str
    event_type: str
    mode: str | None
    who: tuple[Reference, ...]
    whom: tuple[Reference, ...]
    what: str | None
    when: str | None
    precision: str | None
    place: Reference | None
    words: str
    citations: tuple[Citation, ...]
    standing: Standing | None
    channel: str | None = None
    basis: Citation | None = None
    likelihood: str | None = None
    condition: Citation | None = None
    outcome: Citation | None = None
    related: tuple[Related, ...] = ()
    history: tuple[Step, ...] = ()
    events: tuple[str, ...] = ()


class Thread(Value, frozen=True):
    """One thread on one day: `title` says what it follows; `as_of` is the day (ISO, null if the story
    has none); items in the order of their times, those without one last."""

    name: str
    title: str
    as_of: str | None
    items: tuple[ThreadItem, ...]

"""Agenda: what is announced, due, held or missed."""

from datetime import date

from ..model.claim import Claim, StoryEvent
from ..model.event import REAL
from ..model.record import Record
from ..model.text import Citation, Reference
from ..model.value import Value
from .sources import citation_of

ANNOUNCING = frozenset({"planned", "promised", "predicted", "cancelled", "conditional"})
"""Statuses of what can stand on an agenda before it happens; threats and demands never do."""


class AgendaItem(Value, frozen=True):
    """Something with a date. `state` as of the agenda's day: `due` (still to come), `held` (reported
    as happened), `cancelled`, or `past, not reported as held`. `when` is EDTF."""

    id: str
    when: str
    precision: str
    state: str
    event_type: str
    who: tuple[Reference, ...]
    place: Reference | None
    words: str
    citations: tuple[Citation, ...]
    claim: Claim | None


def agenda(
    record: Record, as_of: str | None = None, ahead_only: bool = False
) -> tuple[AgendaItem, ...]:
    """What was announced for a day, in the order of its days. `as_of` is an ISO day; without it the
    newest publication date of the story. With `ahead_only` only what is not over on that day.

    Raises ValueError when `as_of` is no ISO day.
    """
    day = as_of or record.as_of
    if day is not None:
        date.fromisoformat(day)
    claims: dict[str, Claim] = {}
    for claim in record.claims:
        claims.setdefault(claim.about, claim)
    items = [
        _item(event, day, claims.get(event.id))
        for event in record.events
        if event.time is not None and _is_announced(event) and _days_known(event)
    ]
    if ahead_only and day is not None:
        items = [item for item in items if last_day(item.when) >= day]
    return tuple(sorted(items, key=lambda item: (item.when, item.id)))


def _is_announced(event: StoryEvent) -> bool:
    return any(mention.status in ANNOUNCING for mention in event.mentions)


def _days_known(event: StoryEvent) -> bool:
    """A day, a range of days or a month; a bare year or vague time is no appointment."""
    return event.time is not None and event.time.precision in ("day", "month", "interval")


def last_day(value: str) -> str:
    """The last part of an EDTF value, as text that sorts after everything that begins before it."""
    last = value.partition("/")[2] or value
    return last + "-31" if len(last) == 7 else last


def _item(event: StoryEvent, day: str | None, claim: Claim | None) -> AgendaItem:
    assert event.time is not None
    announced = [mention for mention in event.mentions if mention.status in ANNOUNCING]
    who = {reference.id: reference for reference in (*event.sources, *event.targets)}
    return AgendaItem(
        id=event.id,
        when=event.time.value,
        precision=event.time.precision,
        state=_state(event, day),
        event_type=event.event_type,
        who=tuple(sorted(who.values(), key=lambda reference: (reference.name, reference.id))),
        place=event.place,
        words=min((m.sentence.words for m in announced), key=lambda words: (len(words), words)),
        citations=tuple(
            dict.fromkeys(
                [mention.sentence for mention in announced]
                + ([citation_of(report) for report in claim.reports] if claim else [])
            )
        ),
        claim=claim,
    )


def _state(event: StoryEvent, day: str | None) -> str:
    assert event.time is not None
    if event.status in REAL and (day is None or event.time.value[: len(day)] <= day):
        return "held"
    if event.status == "cancelled":
        return "cancelled"
    if day is not None and last_day(event.time.value) < day:
        return "past, not reported as held"
    return "due"

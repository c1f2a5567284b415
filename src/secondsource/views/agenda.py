"""Agenda: what is announced, due, held or missed."""

import re
from collections.abc import Container, Iterable, Mapping
from datetime import date

import msgspec

from ..lexicon.ahead import was_only_sought
from ..model.claim import Claim, StoryEvent, StoryEventMention, When
from ..model.edtf import last_day
from ..model.event import REAL
from ..model.record import Record
from ..model.text import Citation, Reference
from ..model.value import Value, identifier
from .announced import announced_matters
from .sources import citation_of

ANNOUNCING = frozenset({"planned", "promised", "predicted", "cancelled", "conditional"})
"""Statuses of what can stand on an agenda before it happens; threats and demands never do."""


WAITING = frozenset({"threatened", "demanded", "promised", "planned"})
"""Statuses of what hangs on a condition with a day: the day stands on the agenda, not the deed."""


NOT_REPORTED = "past, not reported as held"
"""State of what was due on a day that is over when no article says how it went."""


ANNOUNCED = "announced"
"""Type of what is announced for a day and is none of the sixteen types."""


class AgendaItem(Value, frozen=True):
    """Something with a date. `state` as of the agenda's day: `due` (still to come), `held` (reported
    as happened), `cancelled`, or `past, not reported as held`; `deadline` and `deadline passed` for the
    day until which a threat or demand gives time. `event_type` is `announced` for a matter that is none of
    the types (a vote, a hearing, a launch): of it only the day is known, so that it is `due` or its `day past`.
    `when` is EDTF; `claimed` are the words that tell of the event, where there is one."""

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
    mode: str | None = None
    claimed: str | None = None


def agenda(
    record: Record, as_of: str | None = None, ahead_only: bool = False
) -> tuple[AgendaItem, ...]:
    """What was announced for a day, in the order of its days. `as_of` is an ISO day; without it the
    newest publication date of the story; articles that came out later are not known on it. With `ahead_only` only what is not over on that day.

    Raises ValueError when `as_of` is no ISO day.
    """
    day = as_of or record.as_of
    if day is not None:
        date.fromisoformat(day)
    claims: dict[str, Claim] = {}
    for claim in record.claims:
        claims.setdefault(claim.about, claim)
    known = {
        row.id: row.article.published.earliest if row.article.published else ""
        for row in record.articles
        if row.article is not None
        and (row.article.published is None or day is None or row.article.published.earliest <= day)
    }
    parties = {actor.id: actor.party.id for actor in record.actors}
    # Told as real by another event of the record, by the last of what the change cites.
    held = {
        change.about: [cited.article for cited in change.citations[1:]]
        for change in record.changes
        if change.kind == "status" and change.became in REAL
    }
    items = [
        _item(event, day, claims.get(event.id), announced, known, parties, held)
        for event in record.events
        if event.time is not None
        and _days_known(event)
        and (
            event.sources
            or event.targets
            or event.place
            or event.object
            # Drills have a name of their own and days, even where it is not said in one breath whose they are.
            or event.mode == "exercise"
        )
        and (announced := _announced_in(event, known))
    ]
    items += [
        _deadline(event, event.condition.by, day, claims.get(event.id), waiting, parties)
        for event in record.events
        if event.condition is not None
        and event.condition.by is not None
        and event.status in WAITING
        and (waiting := [mention for mention in event.mentions if mention.article in known])
    ]
    items += _announced_items(record, day, known, items)
    if ahead_only and day is not None:
        items = [item for item in items if last_day(item.when) >= day]
    return tuple(sorted(items, key=lambda item: (item.when, item.id)))


def _announced_items(
    record: Record, day: str | None, known: Container[str], items: list[AgendaItem]
) -> list[AgendaItem]:
    """What is announced beside the events: in the words of its sentence alone."""
    taken = tuple((item.when, cited) for item in items for cited in item.citations)
    return [
        AgendaItem(
            id=identifier("announced", when, sentences[0].article, sentences[0].start),
            when=when,
            precision="day" if len(when) == 10 else "month" if len(when) == 7 else "interval",
            state="day past" if day is not None and last_day(when) < day else "due",
            event_type=ANNOUNCED,
            who=(),
            place=None,
            words=sentences[0].words,
            citations=sentences,
            claim=None,
        )
        for when, sentences in announced_matters(record, known, taken)
    ]


def _announced_in(event: StoryEvent, known: Mapping[str, str]) -> list[StoryEventMention]:
    """The mentions of known articles (by the ISO day on which each came out, empty where it is unknown) that announce the event."""
    return [
        mention
        for mention in event.mentions
        if mention.status in ANNOUNCING
        and mention.article in known
        and not was_only_sought(mention, known[mention.article])
    ]


def _days_known(event: StoryEvent) -> bool:
    """A day, a range of days or a month; a bare year or vague time is no appointment."""
    return event.time is not None and event.time.precision in ("day", "month", "interval")


def _item(
    event: StoryEvent,
    day: str | None,
    claim: Claim | None,
    announced: list[StoryEventMention],
    known: Mapping[str, str],
    parties: Mapping[str, str],
    held: Mapping[str | None, Iterable[str | None]],
) -> AgendaItem:
    item = _item_of(event, claim, announced, known, parties)
    state = _state(event, day, known)
    if state == NOT_REPORTED and any(article in known for article in held.get(event.id, ())):
        state = "held"
    return msgspec.structs.replace(item, state=state)


def _item_of(
    event: StoryEvent,
    claim: Claim | None,
    announced: list[StoryEventMention],
    known: Container[str],
    parties: Mapping[str, str],
) -> AgendaItem:
    """The entry of an event, its time that of the event and its state open."""
    # What happened names who was there; who was announced stands in the announcements.
    guests = [ref for mention in announced for ref in mention.who] if event.status in REAL else []
    taking = [*event.sources, *event.targets, *guests]
    who = {reference.id: reference for reference in _without_parts(taking, parties)}
    best = min(
        announced,
        key=lambda mention: (
            event.time is None or mention.time != event.time.value,
            -_told(event, mention.sentence.words),
            len(mention.sentence.words),
            mention.id,
        ),
    )
    reports = claim.reports if claim else ()
    return AgendaItem(
        id=event.id,
        when=event.time.value if event.time else "",
        precision=event.time.precision if event.time else "",
        state="due",
        event_type=event.event_type,
        mode=event.mode,
        claimed=best.words,
        who=tuple(sorted(who.values(), key=lambda reference: (reference.name, reference.id))),
        place=event.place,
        words=best.sentence.words,
        citations=tuple(
            dict.fromkeys(
                [best.sentence]
                + [mention.sentence for mention in announced]
                + [citation_of(report) for report in reports if report.article in known]
            )
        ),
        claim=claim,
    )


def _without_parts(names: list[Reference], parties: Mapping[str, str]) -> list[Reference]:
    """The names without those that are a part of another ("Kenya" beside "Kenyan officials") or for which
    another acts (Kenya beside its minister)."""
    served = {parties[name.id] for name in names if parties.get(name.id, name.id) != name.id}
    return [
        one
        for one in names
        if one.id not in served
        and not any(
            one.name != other.name and one.name.casefold() in other.name.casefold()
            for other in names
        )
    ]


def _deadline(
    event: StoryEvent,
    by: When,
    day: str | None,
    claim: Claim | None,
    waiting: list[StoryEventMention],
    parties: Mapping[str, str],
) -> AgendaItem:
    """The day until which a threat, demand or promise gives time."""
    passed = day is not None and last_day(by.value) < day
    item = _item_of(event, claim, waiting, {mention.article for mention in waiting}, parties)
    return msgspec.structs.replace(
        item,
        when=by.value,
        precision=by.precision,
        state="deadline passed" if passed else "deadline",
    )


def _told(event: StoryEvent, words: str) -> int:
    """How many of those who take part, and of the place, a sentence names, and whether it looks ahead."""
    named = {reference.name.split()[-1] for reference in (*event.sources, *event.targets)}
    if event.place is not None:
        named.add(event.place.name)
    ahead = bool(re.search(r"\b(?:will|would|to|due|scheduled|set|plans?|expected)\b", words))
    return sum(name in words for name in sorted(named)) + ahead


def _state(event: StoryEvent, day: str | None, known: Container[str]) -> str:
    """Where it stands on that day, by what articles that had come out say."""
    assert event.time is not None
    statuses = {mention.status for mention in event.mentions if mention.article in known}
    if statuses & REAL and (day is None or event.time.value[: len(day)] <= day):
        return "held"
    if event.status == "cancelled" and "cancelled" in statuses:
        return "cancelled"
    if day is not None and last_day(event.time.value) < day:
        return NOT_REPORTED
    return "due"


_EARLIEST = re.compile(
    r"\b(?:as (?:early|soon) as|no earlier than|not before)\s+(?:on |in |next |this |late |early )*"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|tomorrow|tonight|week|month|year"
    r"|Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec|\d)|\bat the earliest\b"
)


def is_earliest(item: AgendaItem) -> bool:
    """Whether the words give the day only as the first on which it can be: "could come as early as Friday"."""
    return bool(_EARLIEST.search(item.words))

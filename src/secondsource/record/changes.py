"""Changes: what was one way and became another."""

import re
from collections.abc import Container, Iterator, Mapping
from itertools import combinations
from types import MappingProxyType

from ..lexicon.ahead import was_only_sought
from ..model.claim import Change, Series, StoryEvent, StoryEventMention
from ..model.event import REAL
from ..model.value import identifier
from .days import day_range
from .held import held_by

NEVER: Mapping[str, str] = MappingProxyType({})
"""The days of no articles."""


def find_changes(
    events: tuple[StoryEvent, ...],
    series: tuple[Series, ...],
    as_of: str | None = None,
    came_out: Mapping[str, str] = NEVER,
) -> tuple[Change, ...]:
    """All changes, sorted by id: figures that moved; what was announced and then happened, was called
    off, put off to another day, or by the story's day (`as_of`, ISO) is past and not reported as so.
    `came_out` holds the ISO day of each article by its id."""
    held = tuple(_held(events, came_out))
    found = [
        *_figure_changes(series),
        *held,
        *_status_changes(events, came_out),
        *_overdue(events, as_of, {item.about for item in held}, came_out),
        *_put_off(events),
    ]
    return tuple(sorted({item.id: item for item in found}.values(), key=lambda item: item.id))


def _figure_changes(series: tuple[Series, ...]) -> Iterator[Change]:
    for line in series:
        for change in line.changes:
            measured = f" {line.measured}" if line.measured else ""
            yield Change(
                id=identifier("change", line.id, *(cited.start for cited in change.citations)),
                kind="figure",
                was=change.was + measured,
                became=change.became + measured,
                citations=change.citations,
                about=line.id,
            )


ANNOUNCED = frozenset({"planned", "promised"})
"""Statuses of what is to come by the word of somebody who can bring it about."""

NOT_REPORTED = "past, not reported as held"
"""What becomes of an announcement whose day is over when no article says how it went."""


def _status_changes(
    events: tuple[StoryEvent, ...], came_out: Mapping[str, str]
) -> Iterator[Change]:
    """What was announced and then happened or was called off, in the words of those who told of each first."""
    for event in events:
        mentions = _as_told(event, came_out)
        announced = [item for item in mentions if item.status in ANNOUNCED]
        settled = [item for item in mentions if item.status in REAL or item.status == "cancelled"]
        if event.status in ANNOUNCED:
            continue
        if announced and settled and {m.article for m in announced} != {m.article for m in settled}:
            yield Change(
                id=identifier("change", event.id, event.status),
                kind="status",
                was=announced[0].status,
                became=event.status,
                citations=(announced[0].sentence, settled[0].sentence),
                about=event.id,
            )


def _as_told(event: StoryEvent, came_out: Mapping[str, str]) -> list[StoryEventMention]:
    """The mentions of an event in the order in which their articles came out."""
    return sorted(event.mentions, key=lambda item: (came_out.get(item.article, "~"), item.article))


def _held(events: tuple[StoryEvent, ...], came_out: Mapping[str, str]) -> Iterator[Change]:
    """What was announced, or hung on a condition, and is told as real by another event of the record."""
    of_type: dict[str, list[StoryEvent]] = {}
    for event in events:
        if event.status in REAL:
            of_type.setdefault(event.event_type, []).append(event)
    for event in events:
        if event.status not in ANNOUNCED | {"conditional"}:
            continue
        told = held_by(event, of_type.get(event.event_type, ()), came_out)
        if told is not None:
            yield Change(
                id=identifier("change", event.id, told.id),
                kind="status",
                was=event.status,
                became=told.status,
                citations=(event.mentions[0].sentence, told.sentence),
                about=event.id,
            )


def _overdue(
    events: tuple[StoryEvent, ...],
    as_of: str | None,
    held: Container[str | None],
    came_out: Mapping[str, str],
) -> Iterator[Change]:
    """What was announced for days that are over on the story's day, and of which no article says more; what is `held` by
    the telling of another event is not."""
    for event in events:
        days = day_range(event.time.value) if event.time else None
        if event.status not in ANNOUNCED or days is None or as_of is None:
            continue
        if event.id in held:
            continue
        if days[1].isoformat() < as_of and (event.sources or event.targets):
            told = _as_told(event, came_out)
            first = next(item for item in told if item.status in ANNOUNCED)
            if was_only_sought(first, came_out.get(first.article, "")):
                continue
            yield Change(
                id=identifier("change", event.id, NOT_REPORTED),
                kind="status",
                was=first.status,
                became=NOT_REPORTED,
                citations=(first.sentence,),
                about=event.id,
            )


_PUT_OFF = re.compile(
    r"\b(?:postpone|reschedul|put off|pushed back|brought forward|moved (?:to|from)|delay)",
    re.IGNORECASE,
)
"""How reports say that an appointment got another day (own list, news prose)."""


def _put_off(events: tuple[StoryEvent, ...]) -> Iterator[Change]:
    """Appointments of the same people for two days, where the sentence that gives the new day says that
    it replaces another."""
    blocks: dict[tuple[str, frozenset[str]], list[StoryEvent]] = {}
    for event in events:
        who = frozenset(ref.id for ref in (*event.sources, *event.targets))
        if event.status in ANNOUNCED | {"cancelled"} and event.time is not None and who:
            blocks.setdefault((event.event_type, who), []).append(event)
    for key in sorted(blocks, key=lambda key: (key[0], sorted(key[1]))):
        for one, two in combinations(sorted(blocks[key], key=lambda event: event.id), 2):
            for was, became in ((one, two), (two, one)):
                if was.time is None or became.time is None or was.time.value == became.time.value:
                    continue
                told = next((m for m in became.mentions if _PUT_OFF.search(m.sentence.words)), None)
                if told is not None and became.status in ANNOUNCED:
                    yield Change(
                        id=identifier("change", was.id, became.id, "date"),
                        kind="date",
                        was=was.time.value,
                        became=became.time.value,
                        citations=(was.mentions[0].sentence, told.sentence),
                        about=became.id,
                    )

"""Whether what was announced for a day is told as held by another event of the record.

What hung on a condition is no station of the course of what came ("would close the crossing on Sunday if ..."), and talks are told
without their day by reports that came out right after them; what is put off is told of another day. None is joined to the announcement, yet it is not right to say of it that
nobody reports it as held.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from ..model.claim import StoryEvent, StoryEventMention
from ..model.event import REAL
from .days import day_range
from .happenings import ANYBODY
from .parties import is_country
from .words import content_stems

LONGEST = 2
"""Days of the longest time for which something is announced that can be known by it."""

RIGHT_AFTER = timedelta(days=2)
"""How long after its day talks are told of without it."""


def held_by(
    event: StoryEvent, others: Iterable[StoryEvent], came_out: Mapping[str, str]
) -> StoryEventMention | None:
    """The mention that tells as real what was announced, as another event of its type: of its day, done by the same to or with the same;
    or talks in the same town, with the same people by a word of theirs, of which an article tells right after that day (`came_out`
    holds the ISO day of each article by its id). None where nothing does."""
    days = day_range(event.time.value) if event.time else None
    if days is None or (days[1] - days[0]).days >= LONGEST:
        return None
    for other in others:
        if other.event_type == event.event_type and other.status in REAL:
            told = [mention for mention in other.mentions if mention.status in REAL]
            if not _is_dated_alike(event, other):
                told = _told_as_moved(event, other, told, days) or _told_right_after(
                    event, other, told, days, came_out
                )
            if told:
                return told[0]
    return None


def _is_dated_alike(event: StoryEvent, other: StoryEvent) -> bool:
    """Whether both are of one day and mode, and the same do it to somebody or with something that both name."""
    if event.time is None or other.time is None or event.time.value != other.time.value:
        return False
    if event.mode != other.mode or not _ids(event, "sources") & _ids(other, "sources"):
        return False
    things = [content_stems(each.object or "") - ANYBODY for each in (event, other)]
    return bool(things[0] & things[1] or _ids(event, "targets") & _ids(other, "targets"))


def _told_as_moved(
    event: StoryEvent,
    other: StoryEvent,
    told: Iterable[StoryEventMention],
    days: tuple[date, date],
) -> list[StoryEventMention]:
    """Where the same parties do the same on a day near by: the mentions whose sentence says that it came sooner or later than was
    planned, or elsewhere ("opened talks in Nairobi on Tuesday, a day later than planned")."""
    when = day_range(other.time.value) if other.time else None
    if when is None or event.mode != other.mode or abs((when[0] - days[0]).days) > NEAR_BY:
        return []
    parties, others = (_ids(each, "sources") | _ids(each, "targets") for each in (event, other))
    if len(parties) < 2 or parties != others:
        return []
    return [mention for mention in told if _MOVED.search(mention.sentence.words)]


NEAR_BY = 14
"""Days within which what was put off is known for the same."""
_MOVED = re.compile(
    r"\b(?:than (?:had been )?(?:planned|expected|scheduled|announced)|postponed|put off|delay(?:ed)?|rescheduled"
    r"|moved|venue|originally|brought forward)\b"
)


def _told_right_after(
    event: StoryEvent,
    other: StoryEvent,
    told: Iterable[StoryEventMention],
    days: tuple[date, date],
    came_out: Mapping[str, str],
) -> list[StoryEventMention]:
    """Where both are talks in one town: the mentions, by articles of the day or right after it, in words that name one who was to
    take part, by the last word of the name: "oil companies" are not whoever speaks of oil."""
    if event.event_type != "consult" or event.mode != other.mode or other.time is not None:
        return []
    if event.place is None or other.place is None or event.place.name != other.place.name:
        return []
    if is_country(event.place.name):
        return []
    taking = (*event.sources, *event.targets)
    who = content_stems(" ".join(each.name.split()[-1] for each in taking)) - ANYBODY
    first, last = days[0].isoformat(), (days[1] + RIGHT_AFTER).isoformat()
    return [
        mention
        for mention in told
        if first <= came_out.get(mention.article, "") <= last
        and who & content_stems(mention.sentence.words)
    ]


def _ids(event: StoryEvent, side: str) -> frozenset[str]:
    return frozenset(each.id for each in getattr(event, side))

"""Retold: which events perhaps are one deed, told again in other words, so that a reader meets it once.

The record joins two events only where enough speaks for it; what it keeps apart here stays apart, with its own standing.
A view only prints the second under the first, and says "perhaps".
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

import msgspec

from ..lexicon.nationalities import countries
from ..lexicon.stems import stem
from ..model.claim import StoryEvent
from ..model.record import Record
from ..model.text import Reference
from .days import Days, days_of
from .event_words import is_mutual
from .line import Line, Section
from .weight import is_named

LOOSE_TYPES = frozenset({"assault", "consult", "aid", "retreat"})
"""Types of which one deed is told with and without its way: killed and shot, met and travelled to, gave and sent food."""

LOOSE_MODES = frozenset({None, "seize"})
"""Ways in which many things are done: an office, a ship and papers are seized."""

OWN_MODES = frozenset({"sexual", "visit"})
"""Ways that no telling of the deed leaves out: who meets need not travel."""

ENOUGH_IN_COMMON = 2
"""Who two circles have in common for one meeting, though each names others whom the other lacks."""

MOST_TOLD_AGAIN = 200
"""Events that a later one is held against: those that a reader sees first. What stands behind them is not printed."""

APART = timedelta(days=31)
"""Between two reports that tell of a deed without its day: after a month it is seldom news still."""

WORDS_ALIKE = 0.4
"""Share of the shorter sentence's stems in the longer from which two sentences of unnamed people tell of the same."""


class Retold:
    """Which event of a record perhaps tells again of another one."""

    def __init__(self, record: Record) -> None:
        """Gathers for whom each actor acts, and when each report came out."""
        self._party = {actor.id: actor.party.id for actor in record.actors}
        self._published = {
            row.id: days_of(row.article.published.value)
            for row in record.articles
            if row.article is not None and row.article.published is not None
        }

    def first_told(self, events: Sequence[StoryEvent]) -> Mapping[str, str]:
        """Id of each event -> id of the first event before it that it perhaps tells again; those that tell of nothing
        that came before are left out. Only the first `MOST_TOLD_AGAIN` can be told again."""
        found: dict[str, str] = {}
        firsts: dict[tuple[str, str], list[StoryEvent]] = {}
        count = 0
        for event in events:
            near = firsts.setdefault((event.event_type, event.status), [])
            head = next((one for one in near if self.may_be_one(one, event)), None)
            if head is not None:
                found[event.id] = head.id
            elif count < MOST_TOLD_AGAIN:
                near.append(event)
                count += 1
        return found

    def told_once(self, told: Sequence[tuple[StoryEvent, Line]]) -> tuple[Line, ...]:
        """The lines of the events, each that perhaps tells again of an earlier one among the `retold` of that; what stands in
        the same words has its place there anyway."""
        again = self.first_told([event for event, _ in told])
        under: dict[str, list[Line]] = {}
        for event, line in told:
            if event.id in again:
                under.setdefault(again[event.id], []).append(line)
        return tuple(
            msgspec.structs.replace(
                line,
                retold=tuple(each for each in under.get(event.id, ()) if each.words != line.words),
            )
            for event, line in told
            if event.id not in again
        )

    def may_be_one(self, one: StoryEvent, two: StoryEvent) -> bool:
        """Whether nothing that is known of them speaks against it, and somebody named takes part in both, or their
        sentences are alike. A deed of words is known by its words: of such only like sentences may be one."""
        if one.event_type != two.event_type or one.status != two.status:
            return False
        if not _ways_fit(one, two) or not _places_fit(one.place, two.place):
            return False
        if not _objects_fit(one.object, two.object) or not self._days_fit(one, two):
            return False
        shared = self._shared(one, two)
        return shared is not None and (shared or _alike(one, two))

    def _shared(self, one: StoryEvent, two: StoryEvent) -> bool | None:
        """Whether somebody named takes part in both on the same side; None where a side of the one is not that of
        the other."""
        if is_mutual(one) or is_mutual(two):
            first, second = (_once((*each.sources, *each.targets)) for each in (one, two))
            common = self._common(first, second)
            if not self._have_no_others(first, second) and len(common) < ENOUGH_IN_COMMON:
                return None
            return any(map(is_named, common)) if common or not (first and second) else None
        named = False
        for first, second in ((one.sources, two.sources), (one.targets, two.targets)):
            common = self._common(first, second)
            if first and second and not common:
                return None
            named = named or any(map(is_named, common))
        return named

    def _common(self, first: Iterable[Reference], second: Iterable[Reference]) -> list[Reference]:
        """Those of the first side who stand on the second too, by name, by the noun that they have for a name, or by the
        body of which the others are members."""
        return [who for who in first if any(self._may_be(who, other) for other in second)]

    def _may_be(self, who: Reference, other: Reference) -> bool:
        if who.id == other.id:
            return True
        if not is_named(who) and not is_named(other):
            return stem(who.name.split()[-1]) == stem(other.name.split()[-1])
        return self._party.get(who.id) == other.id or self._party.get(other.id) == who.id

    def _have_no_others(self, first: Sequence[Reference], second: Sequence[Reference]) -> bool:
        """Whether not each of two circles names somebody whom the other lacks."""
        return any(
            not [who for who in one if is_named(who) and who not in self._common(one, two)]
            for one, two in ((first, second), (second, first))
        )

    def _days_fit(self, one: StoryEvent, two: StoryEvent) -> bool:
        first, second = self._days(one), self._days(two)
        if first is None or second is None:
            return True
        slack = timedelta() if one.time is not None and two.time is not None else APART
        return first.first <= second.last + slack and second.first <= first.last + slack

    def _days(self, event: StoryEvent) -> Days | None:
        """The days of an event, else those of the first report of it; None where neither is known."""
        if event.time is not None:
            return days_of(event.time.value)
        days = [self._published.get(mention.article) for mention in event.mentions]
        return min((day for day in days if day), key=lambda day: day.first, default=None)


def not_twice(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections without retellings that have a line of their own in one of them, for what else their words tell."""
    printed = {line.words for section in sections for line in section.lines}

    def rest(line: Line) -> Line:
        return msgspec.structs.replace(
            line,
            retold=tuple(other for other in line.retold if other.words not in printed),
            also=tuple(map(rest, line.also)),
        )

    return tuple(
        msgspec.structs.replace(section, lines=tuple(map(rest, section.lines)))
        for section in sections
    )


def _once(references: Iterable[Reference]) -> tuple[Reference, ...]:
    return tuple(dict.fromkeys(references))


def _ways_fit(one: StoryEvent, two: StoryEvent) -> bool:
    """Whether one deed may be told in both ways: of one mode, or one of them without its way; in a loose way or without any,
    with a word in common."""
    modes = {one.mode, two.mode}
    if modes <= LOOSE_MODES:
        return bool(_triggers(one) & _triggers(two))
    return len(modes) == 1 or (
        None in modes and not modes & OWN_MODES and one.event_type in LOOSE_TYPES
    )


def _triggers(event: StoryEvent) -> set[str]:
    return {stem(word) for mention in event.mentions for word in mention.words.split()}


def _places_fit(one: Reference | None, two: Reference | None) -> bool:
    """Whether two places can be of one deed: one not known, the same, or one of them a whole land."""
    if one is None or two is None or one.id == two.id or one.name == two.name:
        return True
    lands = countries()
    return (one.name in lands) != (two.name in lands)


def _objects_fit(one: str | None, two: str | None) -> bool:
    """Whether two objects may be one thing: one not told, or most words of the shorter in the longer."""
    if one is None or two is None:
        return True
    first, second = _stems(one), _stems(two)
    return 2 * len(first & second) > min(len(first), len(second))


def _stems(words: str) -> set[str]:
    return {stem(word.strip(".,;:“”\"'()")) for word in words.split() if len(word) > 3}


def _alike(one: StoryEvent, two: StoryEvent) -> bool:
    """Whether a sentence of the one holds much of one of the other."""
    first = [_stems(mention.sentence.words) for mention in one.mentions[:3]]
    second = [_stems(mention.sentence.words) for mention in two.mentions[:3]]
    return any(
        a and b and len(a & b) / min(len(a), len(b)) >= WORDS_ALIKE for a in first for b in second
    )

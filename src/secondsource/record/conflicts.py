"""Conflicts: what cannot both hold, with both sides and the reason.

Nothing is averaged and nothing wins by being newer. Numbers are tolerant of rounding, approximators
and different times; a later time is a change, not a conflict.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations, product

import msgspec

from ..lexicon.stems import stem
from ..model.claim import (
    Claim,
    Conflict,
    Flag,
    Report,
    Series,
    StoryEvent,
    Utterance,
)
from ..model.event import REAL
from ..model.text import Citation
from .actors import Actors
from .event_conflicts import conflict, event_conflicts
from .evidence import Evidence
from .number_conflicts import number_conflicts
from .offices import is_office, office_of, offices_exclude
from .sentences import sentence_at
from .utterances import day_range, days_fit
from .wordings import differing_words
from .words import content_stems, words_of

UNREAL_SIDE = frozenset({"negated", "denied"})
"""Statuses that say: it was not so."""


def find_conflicts(
    claims: tuple[Claim, ...],
    utterances: tuple[Utterance, ...],
    events: tuple[StoryEvent, ...],
    series: tuple[Series, ...],
    actors: Actors,
    evidence: Evidence,
) -> tuple[Conflict, ...]:
    """All conflicts, sorted by id."""
    by_about: dict[str, list[Claim]] = {}
    for claim in claims:
        by_about.setdefault(claim.about, []).append(claim)
    found = [
        *number_conflicts(series, events),
        *_wording_conflicts(utterances, by_about),
        *_event_conflicts(events, by_about, evidence),
        *event_conflicts(events, by_about, evidence),
        *_role_conflicts(actors, evidence),
    ]
    return tuple(sorted({item.id: item for item in found}.values(), key=lambda item: item.id))


def flagged(
    claims: tuple[Claim, ...], conflicts: tuple[Conflict, ...], events: tuple[StoryEvent, ...]
) -> tuple[Claim, ...]:
    """The claims with their flags: contested where an independent report cannot also be true, denied
    where an event is denied by somebody concerned."""
    by_id = {claim.id: claim for claim in claims}
    event_by_id = {event.id: event for event in events}
    flags: dict[str, set[Flag]] = {claim.id: set(claim.standing.flags) for claim in claims}
    for found in conflicts:
        known = [by_id[claim] for claim in found.claims if claim in by_id]
        for one, two in combinations(known, 2):
            if one.id != two.id and _independent(one.reports, two.reports):
                flags[one.id].add("contested")
                flags[two.id].add("contested")
            if found.kind == "polarity":
                for claim, other in ((one, two), (two, one)):
                    event = event_by_id.get(other.about)
                    if event is not None and event.status == "denied":
                        flags[claim.id].add("denied")
    return tuple(
        msgspec.structs.replace(
            claim,
            standing=msgspec.structs.replace(claim.standing, flags=tuple(sorted(flags[claim.id]))),
        )
        for claim in claims
    )


def _independent(one: tuple[Report, ...], two: tuple[Report, ...]) -> bool:
    """Whether the two sides rest on different newsrooms or on different voices."""
    return {report.newsroom.id for report in one} != {report.newsroom.id for report in two} or {
        report.voice.id for report in one
    } != {report.voice.id for report in two}


_JOINING = frozenset({"", "that", "and", "but", "so", "well"})
"""Words that a paper puts in or leaves out where it joins quoted words to its own."""


def _wording_conflicts(
    utterances: tuple[Utterance, ...], by_about: dict[str, list[Claim]]
) -> Iterator[Conflict]:
    for utterance in utterances:
        for other in utterance.wordings:
            if other.relation != "altered" or other.of is None:
                continue
            sides = [
                Citation(
                    article=reported.article,
                    part=reported.part,
                    start=reported.start,
                    end=reported.end,
                    words=reported.words,
                )
                for words, articles in ((other.of, None), (other.words, other.articles))
                for reported in utterance.statements
                if words in reported.words and (articles is None or reported.article in articles)
            ]
            differing = differing_words(other.of, other.words)
            if all({was.lower(), became.lower()} <= _JOINING for was, became in differing):
                continue
            pairs = "; ".join(f"“{was}” or “{became}”" for was, became in differing[:4])
            yield conflict(
                "wording",
                [claim.id for claim in by_about.get(utterance.id, ())],
                sides,
                f"one quotation in two wordings: {pairs}",
            )


def _event_conflicts(
    events: tuple[StoryEvent, ...], by_about: dict[str, list[Claim]], evidence: Evidence
) -> Iterator[Conflict]:
    """Polarity: real on one side, negated or denied on the other."""
    blocks: dict[str, list[StoryEvent]] = {}
    for event in events:
        for trigger in sorted(_triggers(event)) if event.event_type in PHYSICAL else ():
            blocks.setdefault(f"{event.event_type} {trigger}", []).append(event)
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        unreal = [event for event in blocks[key] if event.status in UNREAL_SIDE]
        others = [event for event in blocks[key] if event.status not in UNREAL_SIDE]
        # What is denied is little; all else is held against that alone.
        for pair in product(unreal, others):
            one, two = sorted(pair, key=lambda event: event.id)
            if (one.id, two.id) in seen:
                continue
            seen.add((one.id, two.id))
            if _contradict(one, two, evidence):
                yield conflict(
                    "polarity",
                    [claim.id for event in (one, two) for claim in by_about.get(event.id, ())],
                    [one.mentions[0].sentence, two.mentions[0].sentence],
                    "reported as so by one and as not so by the other",
                )


def _contradict(one: StoryEvent, two: StoryEvent, evidence: Evidence) -> bool:
    """Whether one says that it was so and the other that it was not: the same trigger, sides that can
    be the same, times that can be the same."""
    statuses = {one.status, two.status}
    if not (statuses & REAL or "alleged" in statuses) or not statuses & UNREAL_SIDE:
        return False
    for side in ("sources", "targets"):
        first, second = ({actor.id for actor in getattr(event, side)} for event in (one, two))
        if first and second and not first & second:
            return False
    if one.event_type not in PHYSICAL or not _triggers(one) & _triggers(two):
        return False
    if any(_is_of_the_future(event) for event in (one, two) if event.status in UNREAL_SIDE):
        return False
    shared = {actor.id for actor in (*one.sources, *one.targets)} & {
        actor.id for actor in (*two.sources, *two.targets)
    }
    if not shared and not content_stems(one.object or "") & content_stems(two.object or ""):
        return False
    return days_fit(_days_around(one, evidence), _days_around(two, evidence))


PHYSICAL = frozenset({"assault", "coerce", "mobilize", "retreat", "sanction", "aid"})
"""Types of deeds, of which it can be asked whether they were done; of words there are always more."""

_FUTURE = re.compile(r"\b(?:will|would|shall|won['’]t)\b[^.;]{0,25}$", re.IGNORECASE)


def _is_of_the_future(event: StoryEvent) -> bool:
    """Whether what is negated is only said not to come: "no boat will be taken" denies no deed."""
    return all(
        _FUTURE.search(mention.sentence.words[: mention.start - mention.sentence.start])
        for mention in event.mentions
    )


UNDATED_REACH = timedelta(days=21)
"""How long before an article came out what it tells without a date may have been."""


def _days_around(event: StoryEvent, evidence: Evidence) -> tuple[date, date] | None:
    """The days of an event; for an undated one those before its articles came out."""
    if event.time is not None:
        value = event.time.value
        return day_range(value) or day_range(_whole(value))
    days = [
        published
        for mention in event.mentions
        if (published := evidence.articles[mention.article].published) is not None
    ]
    if not days:
        return None
    first = min(date.fromisoformat(item.earliest) for item in days)
    return first - UNDATED_REACH, max(date.fromisoformat(item.latest) for item in days)


def _whole(value: str) -> str:
    """A month or year as an interval of days."""
    if len(value) == 7:
        return f"{value}-01/{value}-28"
    return f"{value[:4]}-01-01/{value[:4]}-12-31"


def _triggers(event: StoryEvent) -> set[str]:
    """Stems of the words that tell of the event."""
    return {stem(word) for mention in event.mentions for word in words_of(mention.words)}


def _role_conflicts(actors: Actors, evidence: Evidence) -> Iterator[Conflict]:
    """Two articles of the same days that give one person two offices of which one excludes the other.
    Only titles that name an office (they start with a capital letter) are held against each other."""
    for actor in actors.actors:
        if actor.kind != "person":
            continue
        seen: set[frozenset[str | None]] = set()
        current = [role for role in actor.roles if not role.former and is_office(role.role)]
        for one, two in combinations(current, 2):
            offices = frozenset((office_of(one.role), office_of(two.role)))
            if offices in seen or not offices_exclude(one.role, two.role):
                continue
            first, second = (
                sentence_at(evidence.reading_of[cited.article], cited)
                for cited in (one.citations[0], two.citations[0])
            )
            if {cited.article for cited in one.citations} & {
                cited.article for cited in two.citations
            }:
                continue
            seen.add(offices)
            yield conflict(
                "role",
                [],
                [first, second],
                f"{actor.name} is called {one.role} by one and {two.role} by the other",
            )

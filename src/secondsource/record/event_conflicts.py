"""Conflicts between events: two places for one meeting, two days for one deed, and who did it to whom.

Kept narrow on purpose: a wrong conflict contests a sound line. Meetings and deeds of the same people
happen again and again, so that what differs must be the only thing that differs.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations

from ..lexicon.synonyms import senses
from ..model.claim import Claim, Conflict, StoryEvent, StoryEventMention
from ..model.event import REAL, EventMention, Status
from ..model.mention import Place
from ..model.text import Citation
from ..model.value import identifier
from .days import day_range
from .evidence import Evidence
from .reversals import reversals
from .words import ALL_EQUAL, containment, content_stems, words_of

EXACT_PLACES = frozenset({"point", "city"})
"""Precisions of places of which one cannot lie in the other."""

DAYS_APART = 3
"""Most days between two dates that are given to one deed."""

SAME_TELLING = 0.5
"""Share of the lighter sentence's weight that must agree for two dates to be of one deed."""

STATED: frozenset[Status] = REAL | {"alleged", "planned"}
"""Statuses that say when, where and by whom it is."""

_AGAIN = frozenset("second third another again also later repeated further new".split())
"""Words by which a sentence tells that it is not the same time."""


def event_conflicts(
    events: tuple[StoryEvent, ...], by_about: Mapping[str, list[Claim]], evidence: Evidence
) -> Iterator[Conflict]:
    """The conflicts of place, date and participants."""
    for event in events:
        yield from _places(event, by_about, evidence)
    for first, second in reversals(events, evidence):
        yield conflict(
            "participants",
            [claim.id for told in (first, second) for claim in by_about.get(told.event.id, ())],
            [first.mention.sentence, second.mention.sentence],
            "who did it to whom is told both ways",
        )
        here, there = (_place_after(told.mention, evidence) for told in (first, second))
        if here is not None and there is not None and here.name != there.name:
            yield conflict(
                "place",
                [claim.id for told in (first, second) for claim in by_about.get(told.event.id, ())],
                [first.mention.sentence, second.mention.sentence],
                f"by {here.name} in one telling and by {there.name} in the other",
            )
    blocks: dict[tuple[str, ...], list[StoryEvent]] = {}
    for event in events:
        people = _names(event, "sources") | _names(event, "targets")
        # Two days of one deed need the same people at the same place.
        if event.status in STATED and event.place is not None and people:
            for sense in _senses(event):
                key = (event.event_type, sense, event.place.name, *sorted(people))
                blocks.setdefault(key, []).append(event)
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        for one, two in combinations(blocks[key], 2):
            if (one.id, two.id) in seen or not _apart(one, two):
                continue
            seen.add((one.id, two.id))
            if _two_days(one, two):
                yield _between("date", one, two, by_about, _day_words(one, two))


def _senses(event: StoryEvent) -> frozenset[str]:
    return frozenset(
        sense
        for mention in event.mentions
        for word in words_of(mention.words)
        for sense in senses(word)
    )


def _apart(one: StoryEvent, two: StoryEvent) -> bool:
    """Whether the two are told through different newsrooms, so that they can contradict each other."""
    first, second = ({mention.newsroom.id for mention in event.mentions} for event in (one, two))
    return not first & second


def _names(event: StoryEvent, side: str) -> frozenset[str]:
    return frozenset(reference.id for reference in getattr(event, side))


def _two_days(one: StoryEvent, two: StoryEvent) -> bool:
    """Whether one deed is told of two days: the same people and place, told in much the same words."""
    if "planned" in (one.status, two.status) or one.place is None or two.place is None:
        return False
    first, second = (day_range(event.time.value if event.time else None) for event in (one, two))
    if first is None or second is None or first[0] != first[1] or second[0] != second[1]:
        return False
    if first == second or abs((first[0] - second[0]).days) > DAYS_APART:
        return False
    people = [_names(event, "sources") | _names(event, "targets") for event in (one, two)]
    if not people[0] or people[0] != people[1] or one.place.name != two.place.name:
        return False
    sentences = [event.mentions[0].sentence.words for event in (one, two)]
    if any(_AGAIN & {word.lower() for word in words_of(words)} for words in sentences):
        return False
    return (
        containment(content_stems(sentences[0]), content_stems(sentences[1]), ALL_EQUAL)
        >= SAME_TELLING
    )


def _day_words(one: StoryEvent, two: StoryEvent) -> str:
    days = [event.time.value if event.time else "" for event in (one, two)]
    return f"{days[0]} by one and {days[1]} by the other"


def _between(
    kind: str,
    one: StoryEvent,
    two: StoryEvent,
    by_about: Mapping[str, list[Claim]],
    reason: str,
) -> Conflict:
    return conflict(
        kind,
        [claim.id for event in (one, two) for claim in by_about.get(event.id, ())],
        [one.mentions[0].sentence, two.mentions[0].sentence],
        reason,
    )


def conflict(kind: str, claims: list[str], sides: list[Citation], reason: str) -> Conflict:
    """The conflict of these claims, with the words of each side."""
    return Conflict(
        id=identifier("conflict", kind, *sorted(claims), *(side.words for side in sides)),
        kind=kind,  # type: ignore[arg-type]
        claims=tuple(claims),
        sides=tuple(sides),
        reason=reason,
    )


def _places(
    event: StoryEvent, by_about: Mapping[str, list[Claim]], evidence: Evidence
) -> Iterator[Conflict]:
    """Two places of one event of one day, through two newsrooms, neither of which can lie in the other."""
    told: list[tuple[StoryEventMention, Place]] = []
    for mention in event.mentions:
        place = _place_of(evidence.event_mentions[mention.id][1], mention, evidence)
        if place is not None and mention.status in STATED:
            told.append((mention, place))
    seen: set[frozenset[str]] = set()
    for (one, here), (two, there) in combinations(told, 2):
        names = frozenset({here.name, there.name})
        if len(names) < 2 or names in seen or one.newsroom.id == two.newsroom.id:
            continue
        if (
            here.geonameid == there.geonameid
            or not {here.precision, there.precision} <= EXACT_PLACES
        ):
            continue
        if _tells_of(one, there, evidence) or _tells_of(two, here, evidence):
            # Who names both tells of a deed in both.
            continue
        seen.add(names)
        yield conflict(
            "place",
            [claim.id for claim in by_about.get(event.id, ())],
            [one.sentence, two.sentence],
            f"at {here.name} by one and at {there.name} by the other, on one day",
        )


def _tells_of(mention: StoryEventMention, place: Place, evidence: Evidence) -> bool:
    """Whether the sentence of a mention names a place."""
    return any(
        other.geonameid == place.geonameid
        and other.citation.part == mention.part
        and mention.sentence.start <= other.citation.start < mention.sentence.end
        for other in evidence.reading_of[mention.article].places
    )


def _place_after(mention: StoryEventMention, evidence: Evidence) -> Place | None:
    """The first place below a country that the sentence names after the words that tell of the event."""
    places = [
        place
        for place in evidence.reading_of[mention.article].places
        if place.citation.part == mention.part
        and mention.end <= place.citation.start < mention.sentence.end
        and place.precision not in ("country", "continent")
    ]
    return min(places, key=lambda place: place.citation.start, default=None)


def _place_of(event: EventMention, mention: StoryEventMention, evidence: Evidence) -> Place | None:
    """The place that one article gives the event, as it was found on the map."""
    if event.place is None:
        return None
    return next(
        (
            place
            for place in evidence.reading_of[mention.article].places
            if place.name == event.place.name and place.geonameid is not None
        ),
        None,
    )

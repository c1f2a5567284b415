"""Events across articles: one happening, however many articles have it.

Two mentions are one event when nothing speaks against it (times, places, kinds of status that
cannot both be of one happening) and enough speaks for it. A threat of an attack and the attack are
never one event; a meeting that was announced and the meeting that was held are.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..lexicon.stems import stem
from ..model.claim import StoryCondition, StoryEvent, StoryEventMention, When
from ..model.event import REAL, EventMention, Participant, Status
from ..model.text import Reference
from .actors import Actors
from .evidence import Evidence
from .groups import groups_of, members
from .utterances import day_range, days_fit
from .voices import Voices, voice_at
from .words import content_stems, words_of

COURSE: frozenset[Status] = frozenset({"happened", "ongoing", "planned", "cancelled"})
"""Stations of one course: what was planned may happen or be cancelled and is still one event."""

WORD_FOR_WORD = 20
"""Points for the same trigger in the same sentence of two articles: a copy tells of the same event."""

ENOUGH = 4
"""Points that make two mentions one event (see `_agreement`)."""

MOST_IN_A_BLOCK = 400
"""Mentions of one type with one actor and one month that are compared pair by pair."""


@dataclass(frozen=True)
class Happening:
    """A mention of an event with what is compared."""

    article: str
    mention: EventMention
    sources: frozenset[str]
    targets: frozenset[str]
    source_parties: frozenset[str]
    target_parties: frozenset[str]
    days: tuple[date, date] | None
    place: str | None
    trigger: str
    object_stems: frozenset[str]
    published: date | None
    published_from: date | None

    @property
    def status(self) -> Status:
        """The status, with what an article has as real on a day after it came out taken as planned."""
        status = self.mention.status
        if status in REAL and self.days and self.published and self.days[0] > self.published:
            return "planned"
        return status

    @property
    def voice(self) -> str | None:
        """The name of who says so, as the article has it."""
        return self.mention.voice.name if self.mention.voice else None

    @property
    def actors(self) -> frozenset[str]:
        """All actors, on either side."""
        return self.sources | self.targets

    @property
    def parties(self) -> frozenset[str]:
        """The parties of all actors."""
        return self.source_parties | self.target_parties


def find_events(evidence: Evidence, actors: Actors, voices: Voices) -> tuple[StoryEvent, ...]:
    """The events of all readings, sorted by id (that of the smallest mention)."""
    happenings = [
        _happening(reading.article.id, event, evidence, actors)
        for reading in evidence.readings
        for event in reading.events
    ]
    by_id = {item.mention.id: item for item in happenings}
    groups = _consistent_groups(by_id)
    leader = {mention: min(group) for group in members(groups).values() for mention in group}
    return tuple(
        sorted(
            (
                _event([by_id[mention] for mention in group], leader, evidence, actors, voices)
                for group in members(groups).values()
            ),
            key=lambda event: event.id,
        )
    )


def _happening(article: str, event: EventMention, evidence: Evidence, actors: Actors) -> Happening:
    sources = _side(event, event.sources, actors)
    targets = _side(event, event.targets, actors)
    published = evidence.articles[article].published
    return Happening(
        article=article,
        mention=event,
        sources=frozenset(actor.id for actor in sources),
        targets=frozenset(actor.id for actor in targets),
        source_parties=_parties(sources, actors),
        target_parties=_parties(targets, actors),
        days=day_range(event.time.value) if event.time else None,
        place=event.place.name if event.place else None,
        trigger=" ".join(stem(word) for word in words_of(event.citation.words)),
        object_stems=content_stems(event.object.words) if event.object else frozenset(),
        published=date.fromisoformat(published.latest) if published else None,
        published_from=date.fromisoformat(published.earliest) if published else None,
    )


def _parties(side: frozenset[Reference], actors: Actors) -> frozenset[str]:
    """The parties of the actors that are known. Who is only described ("the ministers") may be anybody
    and contradicts nobody."""
    return frozenset(
        actors.party_of(actor).id
        for actor in sorted(side, key=lambda ref: ref.id)
        if actor.id in actors.by_id
    )


def _consistent_groups(by_id: dict[str, Happening]) -> dict[str, str]:
    """Groups in which no two members speak against each other: pairs are joined from the strongest
    down, and a pair whose groups hold a contradiction is left apart."""
    pairs = sorted(
        (
            (-_agreement(one, two), one.mention.id, two.mention.id)
            for one, two in _candidates(by_id)
            if _compatible(one, two) and _stations_fit(one, two)
        ),
    )
    group = {mention: mention for mention in by_id}
    held: dict[str, list[str]] = {mention: [mention] for mention in by_id}
    for points, one, two in pairs:
        first, second = sorted((group[one], group[two]))
        if -points < ENOUGH or first == second:
            continue
        if any(not _compatible(by_id[a], by_id[b]) for a in held[first] for b in held[second]):
            continue
        for mention in held[second]:
            group[mention] = first
        held[first] += held.pop(second)
    return groups_of(by_id, ((mention, leader) for mention, leader in sorted(group.items())))


def _candidates(by_id: dict[str, Happening]) -> Iterator[tuple[Happening, Happening]]:
    """Pairs of one type that share an actor or a party, a trigger and an object, or a day and a place."""
    blocks: dict[str, list[Happening]] = {}
    for mention in sorted(by_id):
        item = by_id[mention]
        keys = {f"actor {actor}" for actor in item.actors | item.parties}
        keys |= {f"object {item.trigger} {word}" for word in item.object_stems}
        keys.add(f"sentence {item.mention.sentence.words}")
        if item.days and item.place:
            keys.add(f"meeting {item.days[0]} {item.place}")
        for key in sorted(keys):
            blocks.setdefault(f"{item.mention.type} {key}", []).append(item)
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        for small in _by_month(blocks[key]):
            for n, one in enumerate(small):
                for two in small[n + 1 :]:
                    pair = (one.mention.id, two.mention.id)
                    if pair not in seen:
                        seen.add(pair)
                        yield one, two


def _by_month(block: list[Happening]) -> Iterator[list[Happening]]:
    """The block itself while it is small; else its months, mentions without a date by publication."""
    if len(block) <= MOST_IN_A_BLOCK:
        yield block
        return
    months: dict[str, list[Happening]] = {}
    for item in block:
        day = item.days[0] if item.days else item.published
        months.setdefault(day.isoformat()[:7] if day else "", []).append(item)
    for month in sorted(months):
        for start in range(0, len(months[month]), MOST_IN_A_BLOCK):
            yield months[month][start : start + MOST_IN_A_BLOCK]


def _compatible(one: Happening, two: Happening) -> bool:
    """Whether nothing speaks against these being one event."""
    first, second = one.status, two.status
    if first != second and not {first, second} <= COURSE:
        return False
    if first not in COURSE and one.voice and two.voice and one.voice != two.voice:
        # What did not happen is only somebody's word; two who fear the same do not confirm each other.
        return False
    if not days_fit(one.days, two.days):
        return False
    if one.mention.type != two.mention.type:
        return False
    if one.place and two.place and one.place != two.place and not (one.days and two.days):
        return False
    if one.mention.mode and two.mention.mode and one.mention.mode != two.mention.mode:
        return False
    if not _sides_fit(one, two):
        return False
    return bool(one.days and two.days) or _near_in_time(one, two)


def _stations_fit(one: Happening, two: Happening) -> bool:
    """Whether two stations of one course can be tied to each other directly: only by their days, or
    any plan would be taken for any deed of the same actors."""
    return one.status == two.status or bool(one.days and two.days)


MUTUAL = frozenset({"consult", "agree", "cooperate"})
"""Types in which both sides do the same: who is named first says nothing."""


def _sides_fit(one: Happening, two: Happening) -> bool:
    """Whether the actors (or their parties) and objects can be those of one event: where both mentions
    name a side they must share somebody, where both name an object they must share a word."""
    if one.object_stems and two.object_stems and not one.object_stems & two.object_stems:
        return False
    if one.mention.type in MUTUAL:
        return not one.parties or not two.parties or bool(one.parties & two.parties)
    return all(
        not first or not second or bool(first & second)
        for first, second in (
            (one.source_parties, two.source_parties),
            (one.target_parties, two.target_parties),
        )
    )


NEAR_DAYS = 7
"""How far apart an undated mention's article and the other mention may lie."""


def _near_in_time(one: Happening, two: Happening) -> bool:
    """Undated mentions are only held together with what their articles are near to: within a week of
    the other's days, or of its article. An article that is itself dated to months only is near nothing."""
    if one.article == two.article:
        return True
    ranges = [item.days or (item.published_from, item.published) for item in (one, two)]
    (first, first_end), (second, second_end) = ranges
    if first is None or second is None or first_end is None or second_end is None:
        return False
    if max((first_end - first).days, (second_end - second).days) > NEAR_DAYS:
        return False
    return days_fit((first, first_end), (second, second_end), slack_days=NEAR_DAYS)


def _agreement(one: Happening, two: Happening) -> int:
    """Points for two mentions being one event: both sides 3, one side 2, a party only 1; the same
    dated day 2; the same place 1, and 1 more if the day is the same too; the same trigger 1; the same object 1. What did not happen has no day or place to know it by: it
    needs the same trigger."""
    points = 0
    if (
        one.trigger == two.trigger
        and one.article != two.article
        and one.mention.sentence.words == two.mention.sentence.words
    ):
        return WORD_FOR_WORD
    if one.status not in COURSE and one.trigger != two.trigger:
        return points
    shared = one.actors & two.actors
    if shared and (shared == one.actors or shared == two.actors) and len(shared) > 1:
        points += 3
    elif shared:
        points += 2
    elif one.parties & two.parties:
        points += 1
    if one.days and two.days and one.days == two.days and one.days[0] == one.days[1]:
        points += 2
    if one.place and one.place == two.place:
        points += 2 if one.days and one.days == two.days else 1
    if one.trigger == two.trigger:
        points += 1
    if one.object_stems & two.object_stems:
        points += 1
    return points


def _event(
    group: list[Happening],
    leader: dict[str, str],
    evidence: Evidence,
    actors: Actors,
    voices: Voices,
) -> StoryEvent:
    group = sorted(
        group, key=lambda item: (item.article, item.mention.citation.start, item.mention.id)
    )
    fullest = max(
        group,
        key=lambda item: (
            len(item.actors),
            item.days is not None,
            item.place is not None,
            item.mention.id,
        ),
    )
    about = next((item.mention.about for item in group if item.mention.about), None)
    condition = next((item for item in group if item.mention.condition), None)
    conditional = condition.mention.condition if condition else None
    return StoryEvent(
        id=min(item.mention.id for item in group),
        event_type=fullest.mention.type,
        mode=next((item.mention.mode for item in group if item.mention.mode), None),
        status=_status(group),
        sources=_participants(group, "sources", actors),
        targets=_participants(group, "targets", actors),
        object=next((item.mention.object.words for item in group if item.mention.object), None),
        time=_when(group),
        place=_most_frequent_place(group),
        about=leader.get(about) if about else None,
        condition=StoryCondition(
            citation=conditional.citation.of(condition.article),
            event=leader.get(conditional.event) if conditional.event else None,
        )
        if condition and conditional
        else None,
        mentions=tuple(_mention(item, evidence, voices) for item in group),
    )


REAL_IN_ORDER: tuple[Status, ...] = ("happened", "ongoing")


def _status(group: list[Happening]) -> Status:
    """Where the course stands: happened once an article has it so that came out on its day or later;
    else what the newest article says; for what is no course, the one status that all mentions have."""
    days = [item.days for item in group if item.days]
    first_day = min((first for first, _ in days), default=None)
    statuses = Counter(
        item.status
        for item in group
        if first_day is None or item.published is None or item.published >= first_day
    )
    for real in REAL_IN_ORDER:
        if statuses[real]:
            return real
    newest = max(group, key=lambda item: (item.published or date.min, item.mention.id))
    return "planned" if newest.status in REAL else newest.status


PRONOUNS = frozenset(
    """i me my we us our you your he him his she her it its they them their who whom which that this
    these those one others anyone everyone nobody somebody themselves itself""".split()
)
"""Words that name nobody by themselves."""


def _side(
    event: EventMention, participants: tuple[Participant, ...], actors: Actors
) -> frozenset[Reference]:
    """The actors of one side: no unresolved pronoun, and not the place where it happened."""
    place = event.place.name.casefold() if event.place else None
    return frozenset(
        actors.of_mention(item.mention, item.name)
        for item in participants
        if item.name.casefold() not in PRONOUNS and item.name.casefold() != place
    )


def _participants(group: list[Happening], side: str, actors: Actors) -> tuple[Reference, ...]:
    """The actors of one side. Mutual events take everybody whom any mention names; others those of
    the mention that names most. Known actors come before those that are only described."""
    sides = [_side(item.mention, getattr(item.mention, side), actors) for item in group]
    if group[0].mention.type in MUTUAL:
        found = frozenset().union(*sides)
    else:
        found = max(sides, key=lambda refs: (len(refs), sorted(ref.id for ref in refs)))
    known = frozenset(reference for reference in found if reference.id in actors.by_id)
    return tuple(sorted(known or found, key=lambda actor: (actor.name, actor.id)))


def _when(group: list[Happening]) -> When | None:
    """The narrowest time of the mentions; of equal ones the most frequent, then the earliest."""
    times = Counter(
        (item.mention.time.value, item.mention.time.precision or "day")
        for item in group
        if item.mention.time and item.mention.time.value
    )
    if not times:
        return None
    value, precision = min(
        times, key=lambda time: (_breadth_days(str(time[0])), -times[time], str(time[0]))
    )
    return When(value=str(value), precision=precision)


def _breadth_days(value: str) -> int:
    days = day_range(value)
    return (days[1] - days[0]).days if days else 10_000


def _most_frequent_place(group: list[Happening]) -> Reference | None:
    places = Counter(
        (item.mention.place.name, item.mention.place.id) for item in group if item.mention.place
    )
    if not places:
        return None
    names = Counter(name for name, _ in places.elements())
    name = min(names, key=lambda key: (-names[key], key))
    return Reference(id=min(place for other, place in places if other == name), name=name)


def _mention(item: Happening, evidence: Evidence, voices: Voices) -> StoryEventMention:
    cited = item.mention.citation
    statement = item.mention.voice.id if item.mention.voice else None
    return StoryEventMention(
        id=item.mention.id,
        article=item.article,
        start=cited.start,
        end=cited.end,
        words=cited.words,
        part=cited.part,
        status=item.status,
        voice=voice_at(evidence, voices, item.article, statement, item.mention.sentence),
        newsroom=evidence.newsroom_at(item.article, cited),
        sentence=item.mention.sentence.of(item.article),
        clause=item.mention.clause.of(item.article) if item.mention.clause else None,
    )


def is_real(event: StoryEvent) -> bool:
    """Whether the event is reported as so."""
    return event.status in REAL

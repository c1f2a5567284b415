"""Events across articles: one happening, however many articles have it.

Two mentions are one event when nothing speaks against it (times, places, kinds of status that
cannot both be of one happening) and enough speaks for it. A threat of an attack and the attack are
never one event; a meeting that was announced and the meeting that was held are.
"""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from ..lexicon.stems import stem
from ..model.claim import StoryCondition, StoryEvent, StoryEventMention, When
from ..model.event import REAL, Status
from ..model.keeping import NOWHERE, Keeping
from ..model.text import Citation, Reference
from .actors import Actors
from .copied import copied_mentions
from .days import day_range, span_of_days
from .event_groups import consistent_groups
from .evidence import Evidence
from .groups import members
from .happenings import GROUP_WORDS, MUTUAL, Happening, happening, with_missions_hit_once
from .participants import Taking
from .voices import Voices, statement_of, voice_at
from .words import words_of


def find_events(
    evidence: Evidence, actors: Actors, voices: Voices, keeping: Keeping = NOWHERE
) -> tuple[StoryEvent, ...]:
    """The events of all readings, sorted by id (that of the smallest mention). What was compared is kept in
    `keeping`."""
    happenings = with_missions_hit_once(
        happening(reading.article.id, event, evidence, actors)
        for reading in evidence.readings
        for event in reading.events
    )
    by_id = {item.mention.id: item for item in happenings}
    copied = copied_mentions(evidence, by_id)
    groups = consistent_groups(by_id, copied, evidence.judged.events, keeping)
    leader = {mention: min(group) for group in members(groups).values() for mention in group}
    return tuple(
        sorted(
            (
                _event([by_id[mention] for mention in group], leader, evidence, voices)
                for group in members(groups).values()
            ),
            key=lambda event: event.id,
        )
    )


def _event(
    group: list[Happening],
    leader: dict[str, str],
    evidence: Evidence,
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
    statuses = _statuses(group)
    telling = _telling(group, statuses)
    about = next((item.mention.about for item in group if item.mention.about), None)
    also = {other for item in group for other in item.mention.also_about}
    condition = next((item for item in group if item.mention.condition), None)
    conditional = condition.mention.condition if condition else None
    return StoryEvent(
        id=min(item.mention.id for item in group),
        event_type=fullest.mention.type,
        mode=next((item.mention.mode for item in group if item.mention.mode), None),
        status=_status(group, statuses),
        sources=_participants(telling, "sources"),
        targets=_participants(telling, "targets"),
        object=next((item.mention.object.words for item in group if item.mention.object), None),
        time=_when(group),
        place=_most_frequent_place(group),
        about=leader.get(about) if about else None,
        also_about=tuple(
            sorted({leader[other] for other in also if other in leader} - {leader.get(about or "")})
        ),
        condition=StoryCondition(
            citation=conditional.citation.of(condition.article),
            event=leader.get(conditional.event) if conditional.event else None,
            by=_deadline(condition.article, conditional.citation, evidence),
        )
        if condition and conditional
        else None,
        mentions=tuple(
            _mention(item, status, evidence, voices)
            for item, status in zip(group, statuses, strict=True)
        ),
    )


_UNTIL = re.compile(r"\b(?:by|before|until|till|within|no later than)\s+(?:the )?$", re.IGNORECASE)
"""Words before a time that make it the end of a wait."""


def _deadline(article: str, condition: Citation, evidence: Evidence) -> When | None:
    """The day until which a condition gives time, if its words name one."""
    reading = evidence.reading_of[article]
    for time in reading.times:
        cited = time.citation
        if cited.part != condition.part or time.earliest is None or time.latest is None:
            continue
        if not condition.start <= cited.start < condition.end:
            continue
        if _UNTIL.search(condition.words[: cited.start - condition.start]):
            return When(value=time.latest, precision="day")
    return None


REAL_IN_ORDER: tuple[Status, ...] = ("happened", "ongoing")


def _status(group: list[Happening], statuses: list[Status]) -> Status:
    """Where the course stands: happened once an article has it so that came out on its day or later;
    else what the newest article says; for what is no course, the one status that all mentions have."""
    for real in REAL_IN_ORDER:
        if real in statuses:
            return real
    newest = max(
        zip(group, statuses, strict=True),
        key=lambda pair: (pair[0].published or (date.min, date.min), pair[0].mention.id),
    )
    return newest[1]


def _statuses(group: list[Happening]) -> list[Status]:
    """The status that each mention gives the event. Where one has as promised what another has as
    planned, both tell of the same word that was given."""
    first_day = _first_day(group)
    found = [_status_by(item, first_day) for item in group]
    if "promised" not in found:
        return found
    return ["promised" if status == "planned" else status for status in found]


def _first_day(group: list[Happening]) -> date | None:
    """The first day on which the event can have been, if any mention tells a day that can be the event's."""
    first = min((item.days[0] for item in group if item.days), default=None)
    return None if first is not None and _has_another_day(group, first) else first


_DEATHS = frozenset(map(stem, "kill die slay murder drown death".split()))


def _has_another_day(group: list[Happening], day: date) -> bool:
    """Whether several articles that came out before `day` tell of deaths as real: nobody announces those, so the day is that
    of something else in the sentence that names it."""
    if len(group) == 1:
        return False
    before = {
        item.article
        for item in group
        if item.mention.status in REAL and item.published and item.published[1] < day
        if not _DEATHS.isdisjoint(map(stem, words_of(item.mention.citation.words.lower())))
    }
    return len(before) > 1


def _status_by(item: Happening, first_day: date | None) -> Status:
    """The status that a mention gives the event when others date it: what an article has as real that
    came out before that day, or has without a day and may have come out before, was planned."""
    if item.status not in REAL or first_day is None or item.published is None:
        return item.status
    out = item.published[0] if item.days is None else item.published[1]
    return "planned" if out < first_day else item.status


def _participants(group: list[Happening], side: str) -> tuple[Reference, ...]:
    """The actors of one side. Mutual events take everybody whom any mention names; others those of
    the mention that names most, people before bodies. Known actors come before those that are only described."""
    sides = [frozenset(getattr(item, side)) for item in group]
    if group[0].mention.type in MUTUAL:
        found = frozenset().union(*sides)
    else:
        found = max(
            sides,
            key=lambda taking: (
                sum(each.known for each in taking),
                sum(each.is_person for each in taking),  # rather the minister than his ministry
                len(taking),
                sorted(each.actor.id for each in taking),
            ),
        )
    return _shown(found)


def _telling(group: list[Happening], statuses: list[Status]) -> list[Happening]:
    """Of what happened the mentions that have it as so, if they name both sides or at least a doer: who was
    announced for a meeting may have stayed away."""
    if len(group) == 1:
        return group
    real = [item for item, status in zip(group, statuses, strict=True) if status in REAL]
    named = {
        each.actor.id
        for item in real
        for each in (*item.sources, *item.targets)
        if each.shown and each.known
    }
    enough = 2 if group[0].mention.type in MUTUAL else 1
    return real if len(named) >= enough else group


def _shown(taking: Iterable[Taking]) -> tuple[Reference, ...]:
    """Those who take part as a record shows them: without those of whom nothing is known where others are, and
    without a part of another's name."""
    found = frozenset(each for each in taking if each.shown)
    if not found:
        return ()
    known = {each.actor for each in found if each.known}
    told = {each.actor for each in found if " " in each.actor.name} | known
    shown = told if known else {each.actor for each in found}
    served = {each.party.name for each in found if each.party and each.party != each.actor}
    return tuple(
        sorted(
            _without_doubles({actor for actor in shown if actor.name not in served} or shown),
            key=lambda actor: (actor not in known, actor.name, actor.id),
        )
    )


def _without_doubles(actors: set[Reference]) -> set[Reference]:
    """The actors without those whose name is a part of another's ("Kenya" beside "Kenyan officials"), of
    several groups of one country ("Kenyan colleagues", "Kenyan officials") one."""
    longest = {
        actor
        for actor in actors
        if not any(
            other != actor and actor.name.casefold() in other.name.casefold() for other in actors
        )
    }
    kept: dict[str, Reference] = {}
    for actor in sorted(longest, key=lambda actor: (_says_least(actor.name), actor.name, actor.id)):
        whose, _, group = actor.name.rpartition(" ")
        kept.setdefault(whose if whose and group in GROUP_WORDS else actor.id, actor)
    return set(kept.values())


def _says_least(name: str) -> bool:
    """Whether a description tells only by whom it is told: "colleagues", "counterparts"."""
    return name.endswith(("colleagues", "counterparts", "sides"))


def _when(group: list[Happening]) -> When | None:
    """The narrowest time of the mentions; of equal ones the most frequent, then the earliest."""
    told = [
        (item.when.value, item.when.precision or "day")
        for item in group
        if item.when and item.when.value
    ]
    if not told:
        return None
    times = Counter(told)
    first = min((item.days[0] for item in group if item.days), default=None)
    if first is not None and _has_another_day(group, first):
        return None
    value, precision = min(
        times, key=lambda time: (_breadth_days(str(time[0])), -times[time], str(time[0]))
    )
    days = span_of_days(str(value))
    still = max((day for item in group if (day := _goes_on_at(item)) is not None), default=None)
    if days is not None and still is not None and days[1] < still:
        # "began in May", and another sentence has it that it goes on: the day that is told is only the first
        return When(value=f"{days[0]}/{still}", precision="interval")
    return When(value=str(value), precision=precision)


def _goes_on_at(item: Happening) -> date | None:
    """The first day on which an article that says, without a day, that the event goes on can have come out."""
    if item.status != "ongoing" or item.when is not None or item.published is None:
        return None
    return item.published[0]


def _breadth_days(value: str) -> int:
    days = day_range(value)
    return (days[1] - days[0]).days if days else 10_000


def _most_frequent_place(group: list[Happening]) -> Reference | None:
    told = [(item.where.name, item.where.id) for item in group if item.where]
    if not told:
        return None
    places = Counter(told)
    names = Counter(name for name, _ in places.elements())
    name = min(names, key=lambda key: (-names[key], key))
    return Reference(id=min(place for other, place in places if other == name), name=name)


def _mention(
    item: Happening, status: Status, evidence: Evidence, voices: Voices
) -> StoryEventMention:
    cited = item.mention.citation
    statement = statement_of(evidence.reading_of[item.article], item.mention)
    return StoryEventMention(
        id=item.mention.id,
        article=item.article,
        start=cited.start,
        end=cited.end,
        words=cited.words,
        part=cited.part,
        status=status,
        voice=voice_at(evidence, voices, item.article, statement, item.mention.sentence),
        newsroom=evidence.newsroom_at(item.article, cited),
        sentence=item.mention.sentence.of(item.article),
        clause=item.mention.clause.of(item.article) if item.mention.clause else None,
        time=item.when.value if item.when else None,
        who=_shown([*item.sources, *item.targets]),
    )


def is_real(event: StoryEvent) -> bool:
    """Whether the event is reported as so."""
    return event.status in REAL

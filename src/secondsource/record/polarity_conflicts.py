"""Conflicts of polarity: one report has a deed as done, another has it as not done.

Much is done all the time: while aid is handed out in one street, nobody has brought any to the next, and both
reports hold. Only what is known again as one deed (`_is_one_deed`) can be told both ways.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from ..lexicon.stems import stem
from ..model.claim import Claim, Conflict, StoryEvent
from ..model.event import REAL
from ..model.text import Reference
from .actors import Actors
from .days import day_range, days_fit
from .denials import answered, doers, land_of, share_somebody, told_and_denied
from .event_conflicts import conflict
from .evidence import Evidence
from .happenings import ANYBODY
from .standing import UNSTATED_VOICE
from .words import ALL_EQUAL, containment, content_stems, words_of

UNREAL_SIDE = frozenset({"negated", "denied"})
"""Statuses that say: it was not so."""

PHYSICAL = frozenset({"assault", "coerce", "mobilize", "retreat", "sanction", "aid"})
"""Types of deeds, of which it can be asked whether they were done; of words there are always more."""

ASKED_OF = PHYSICAL | {"consult"}
"""And of what can be asked where a report gives the denial right after it: of talks as well."""

TOLD = REAL | {"alleged"}
"""Statuses that say: it was so."""

LIKE_TELLING = 0.4
"""Share of the lighter sentence's stems that two sentences of one deed have in common ..."""

VERY_LIKE_TELLING = 0.6
"""... and much of it."""

UNDATED_REACH = timedelta(days=21)
"""How long before an article came out what it tells without a date may have been."""

_FUTURE = re.compile(r"\b(?:will|would|shall|won['’]t)\b[^.;]{0,25}$", re.IGNORECASE)

_IN_PART = re.compile(
    r"\b(?:enough|sufficient(?:ly)?|adequate(?:ly)?|proper(?:ly)?|full(?:y)?|quick(?:ly)?|fast(?:er)?|speed(?:y|ily)"
    r"|soon(?:er)?|prompt(?:ly)?|rapid(?:ly)?|yet|still|so far|by now|not (?:all|every|many|much|only|just)|more|longer"
    r"|anymore|until|before|unless|most|many)\b",
    re.IGNORECASE,
)
"""Words with which a negation leaves open that it was done: in part, slowly, later, or once and no more."""


_ASKED = re.compile(
    r"\b(?:how|why|when|whether|where|which|criticism)\b[^.;]{0,60}$", re.IGNORECASE
)
"""Words before what is denied by which it is taken as done: "rejected criticism of how police fired"."""


def polarity_conflicts(
    events: tuple[StoryEvent, ...],
    by_about: Mapping[str, list[Claim]],
    actors: Actors,
    evidence: Evidence,
) -> Iterator[Conflict]:
    """A conflict for each two events that are one deed, reported as so on one side, negated or denied on the other."""
    unreal = [event for event in events if event.status in UNREAL_SIDE]
    others = [event for event in events if event.status in TOLD]
    at_once = {
        (denied.id, told.id)
        for denied, told in answered(unreal, others)
        if denied.event_type in ASKED_OF
    }
    by_id = {event.id: event for event in events}
    outright = {
        event.id for event in unreal if not _is_of_the_future(event) and not _is_in_part(event)
    }
    for first, second in sorted(at_once | set(_of_one_word(unreal, others))):
        if first not in outright:
            continue
        denied, told = by_id[first], by_id[second]
        if _contradict(denied, told, (first, second) in at_once, actors, evidence):
            one, two = sorted((denied, told), key=lambda event: event.id)
            yield conflict(
                "polarity",
                [claim.id for event in (one, two) for claim in by_about.get(event.id, ())],
                [one.mentions[0].sentence, two.mentions[0].sentence],
                told_and_denied(told.mentions[0].voice, denied.mentions[0].voice),
            )


def _of_one_word(unreal: list[StoryEvent], others: list[StoryEvent]) -> Iterator[tuple[str, str]]:
    """Ids of what is denied and of what is told by the same word, be it the noun of the other's phrase: "opened fire",
    "fired". What is denied is little; all else is held against that alone."""
    blocks: dict[tuple[str, str], list[StoryEvent]] = {}
    for event in unreal:
        for word in _deed_words(event) if event.event_type in PHYSICAL else ():
            blocks.setdefault((event.event_type, word), []).append(event)
    for told in others:
        for word in _deed_words(told) if told.event_type in PHYSICAL else ():
            for denied in blocks.get((told.event_type, word), ()):
                if word in _triggers(denied) or word in _triggers(told):
                    yield denied.id, told.id


def _contradict(
    denied: StoryEvent, told: StoryEvent, at_once: bool, actors: Actors, evidence: Evidence
) -> bool:
    """Whether one says outright that it was not so and the other that it was: one deed, at times that can be the same. Where a
    report itself gives one as the answer to the other (`at_once`), it only must not be another deed."""
    if _is_one_voice(denied, told) or not _sides_meet(denied, told, actors):
        return False
    if denied.status == "negated" and not (
        _says_not(denied) and any(map(_has_voice, (denied, told)))
    ):
        return False
    if at_once:
        return _could_be_one(denied, told) and days_fit(
            _days_around(denied, evidence), _days_around(told, evidence)
        )
    if not _is_one_deed(denied, told, actors):
        return False
    if _could_come_later(denied, told, evidence):
        return False
    return days_fit(_days_around(denied, evidence), _days_around(told, evidence))


_NOT = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot)\b|n['’]t\b", re.IGNORECASE
)


def _says_not(event: StoryEvent) -> bool:
    """Whether an event is said not to have been: an attack that was foiled was tried, and nobody denies that."""
    return any(_NOT.search(mention.sentence.words) for mention in event.mentions)


def _has_voice(event: StoryEvent) -> bool:
    """Whether somebody is named or described as telling of an event: what papers say themselves with "not" is mostly a remark on
    something else ("it is a pity that they do not go after the mine")."""
    return any(mention.voice.id != UNSTATED_VOICE.id for mention in event.mentions)


def _is_one_voice(one: StoryEvent, two: StoryEvent) -> bool:
    """Whether one voice alone tells both: of what it denies here it has also spoken there."""
    voices = {mention.voice.id for event in (one, two) for mention in event.mentions}
    return len(voices) == 1 and UNSTATED_VOICE.id not in voices


def _could_be_one(one: StoryEvent, two: StoryEvent) -> bool:
    """Whether neither the things, nor the places, nor the modes of two events are two."""
    if one.mode and two.mode and one.mode != two.mode:
        return False
    if one.place and two.place and one.place.name != two.place.name:
        return False
    things = _things(one, two)
    return not all(things) or not things[0].isdisjoint(things[1])


def _things(one: StoryEvent, two: StoryEvent) -> tuple[frozenset[str], frozenset[str]]:
    """What each is done with or to; a noun that is the other's verb ("opened fire", "fired") is no thing."""
    first, second = (content_stems(event.object or "") - ANYBODY for event in (one, two))
    return first - _triggers(two), second - _triggers(one)


def _could_come_later(denied: StoryEvent, told: StoryEvent, evidence: Evidence) -> bool:
    """Whether what was not done when one report came out can have been done before the other did: neither the denial
    nor the telling names a day, and the telling is the later one."""
    if denied.time is not None or told.time is not None:
        return False
    published = [
        [
            item
            for mention in event.mentions
            if (item := evidence.articles[mention.article].published) is not None
        ]
        for event in (denied, told)
    ]
    if not all(published):
        return False
    last_denied = max(item.latest for item in published[0])
    return denied.status == "negated" and all(item.earliest > last_denied for item in published[1])


def _sides_meet(denied: StoryEvent, told: StoryEvent, actors: Actors) -> bool:
    """Whether somebody is on each side in both, where both tell of anybody there."""
    for side in ("sources", "targets"):
        first, second = getattr(denied, side), getattr(told, side)
        if first and second and not share_somebody(first, second, actors):
            return False
    return True


def _is_one_deed(denied: StoryEvent, told: StoryEvent, actors: Actors) -> bool:
    """Whether two events are known to be one deed: somebody whom the story knows does it or suffers it in both, and
    two more are the same of what it is done with, the other side, the place, the day and the sentence (much of the
    sentence is two). Where nobody is known it is the thing, and the place or the day, or most of the sentence."""
    sides = [
        _is_known_in_both(doers(denied, told, actors), told.sources, actors),
        _is_known_in_both(denied.targets, told.targets, actors),
    ]
    things = _things(denied, told)
    if all(things) and things[0].isdisjoint(things[1]):
        return False
    thing = bool(things[0] & things[1])
    place = (
        denied.place is not None and told.place is not None and denied.place.name == told.place.name
    )
    days = [day_range(event.time.value if event.time else None) for event in (denied, told)]
    day = days[0] is not None and days[0] == days[1]
    first, second = (content_stems(event.mentions[0].sentence.words) for event in (denied, told))
    likeness = containment(first, second, ALL_EQUAL)
    if not any(sides):
        return thing and (place or day or likeness >= VERY_LIKE_TELLING)
    sentence = (likeness >= LIKE_TELLING) + (likeness >= VERY_LIKE_TELLING)
    return sum((all(sides), thing, place, day)) + sentence > 1


def _is_known_in_both(
    one: tuple[Reference, ...], two: tuple[Reference, ...], actors: Actors
) -> bool:
    """Whether somebody whom the story knows, or whose land is told, is on both sides."""
    known = [each for each in one if each.id in actors.by_id or land_of(each, actors) is not None]
    return share_somebody(known, two, actors)


def _is_of_the_future(event: StoryEvent) -> bool:
    """Whether what is negated is only said not to come: "no boat will be taken" denies no deed."""
    return all(
        _FUTURE.search(mention.sentence.words[: mention.start - mention.sentence.start])
        for mention in event.mentions
    )


def _is_in_part(event: StoryEvent) -> bool:
    """Whether what is denied may have been done all the same, not enough or not yet: "no boat has yet been freed"; or only
    something about it is denied: how, why, or how often it was done."""
    return all(
        _IN_PART.search((mention.clause or mention.sentence).words)
        or _ASKED.search(mention.sentence.words[: mention.start - mention.sentence.start])
        for mention in event.mentions
    )


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


def _triggers(event: StoryEvent) -> frozenset[str]:
    """Stems of the words that tell of the event."""
    return frozenset(stem(word) for mention in event.mentions for word in words_of(mention.words))


def _deed_words(event: StoryEvent) -> frozenset[str]:
    """Stems of the words that tell of the event and of what it is done with."""
    return _triggers(event) | content_stems(event.object or "")

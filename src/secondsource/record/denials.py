"""What ties a denial to the claim that it denies: who does it, by the land for whom, and where the two stand in a report.

Sides name one doer in different grain ("Tanzanian police", "Tanzania"), and who denies for his own land often leaves the
doer out ("no shot was fired"). A report that gives a claim and at once what the other side says of it ties them itself.
"""

from collections.abc import Iterable, Iterator

from ..lexicon.nationalities import countries
from ..model.claim import StoryEvent, StoryEventMention
from ..model.text import Reference
from .actors import Actors
from .lands import long_name
from .parties import is_country
from .standing import UNSTATED_VOICE

BETWEEN = 3
"""Characters that can lie between a sentence and the next one: a space, or the end of a paragraph."""


def told_and_denied(told: Reference, denied: Reference) -> str:
    """Why the two sides of a denial cannot both hold, with both voices."""
    return f"told {_by_whom(told)}, denied {_by_whom(denied)}"


def _by_whom(voice: Reference) -> str:
    return "without a source" if voice.id == UNSTATED_VOICE.id else f"by {voice.name}"


def land_of(reference: Reference, actors: Actors) -> str | None:
    """The country that a reference is or acts for, by its party or by its own words: "Tanzanian police"."""
    party = actors.party_of(reference).name
    for name in (party, reference.name):
        if is_country(name):
            return countries()[name.removeprefix("the ")].name
    for name in (party, reference.name):
        named = long_name(name, None)
        if named is not None and named[1] is not None:
            return named[1]
    return None


def is_of_one_side(one: Reference, two: Reference, actors: Actors) -> bool:
    """Whether two references are the same, or of one country where one of them is that country or is only described:
    two ministers, two bodies with names of their own are two."""
    if one.id == two.id:
        return True
    wide = [is_country(each.name) or each.id not in actors.by_id for each in (one, two)]
    land = land_of(one, actors)
    return any(wide) and land is not None and land == land_of(two, actors)


def share_somebody(one: Iterable[Reference], two: Iterable[Reference], actors: Actors) -> bool:
    """Whether somebody on one side is of one side with somebody on the other."""
    others = tuple(two)
    return any(is_of_one_side(first, second, actors) for first in one for second in others)


def doers(denied: StoryEvent, told: StoryEvent, actors: Actors) -> tuple[Reference, ...]:
    """Who does what is denied; where that is left out, who denies it, if what is told is of his own land."""
    if denied.sources or denied.targets:
        return denied.sources
    own = {land for each in told.sources if (land := land_of(each, actors)) is not None}
    voices = {mention.voice.id: mention.voice for mention in denied.mentions}
    return tuple(voice for voice in voices.values() if land_of(voice, actors) in own)


def answers(denied: StoryEvent, told: StoryEvent) -> bool:
    """Whether a report has what is told and, in the same sentence or the next one, another voice denying it."""
    return any(
        _stands_right_after(reply, claim) and reply.voice.id != claim.voice.id
        for reply in denied.mentions
        for claim in told.mentions
        if reply.article == claim.article and reply.part == claim.part
    )


def answered(
    unreal: Iterable[StoryEvent], others: Iterable[StoryEvent]
) -> Iterator[tuple[StoryEvent, StoryEvent]]:
    """The pairs of one type, what is denied first, in which a report has the one as the answer to the other."""
    near: dict[tuple[str, str, str], list[StoryEvent]] = {}
    for event in others:
        for place in dict.fromkeys((item.article, item.part) for item in event.mentions):
            near.setdefault((event.event_type, *place), []).append(event)
    for denied in unreal:
        found: dict[str, StoryEvent] = {}
        for item in denied.mentions if denied.status == "denied" else ():
            for told in near.get((denied.event_type, item.article, item.part), ()):
                found[told.id] = told
        yield from ((denied, told) for told in found.values() if answers(denied, told))


def _stands_right_after(reply: StoryEventMention, claim: StoryEventMention) -> bool:
    """Whether a mention stands after another, in its sentence or the next one."""
    if reply.sentence.start == claim.sentence.start:
        return claim.end <= reply.start and claim.voice.id != UNSTATED_VOICE.id
    return 0 <= reply.sentence.start - claim.sentence.end <= BETWEEN

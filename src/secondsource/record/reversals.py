"""Who did it to whom, told both ways: "their boat rammed our launch" against "their launch struck our boat".

In a war both may well have struck. It is a conflict only where a report tells of one happening between
the two sides ("the boats collided") and two other reports give that happening opposite roles.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from ..lexicon.synonyms import senses
from ..model.claim import StoryEvent, StoryEventMention
from ..model.event import REAL
from .days import day_range
from .evidence import Evidence
from .happenings import MUTUAL, proper_key
from .words import content_stems, words_of

NEAR = timedelta(days=7)
"""How far apart reports of one happening come out."""


@dataclass(frozen=True)
class Told:
    """How one mention tells it: keys of the names on the side that does it and on the side that it is
    done to, and the stems of the other words of either side."""

    event: StoryEvent
    mention: StoryEventMention
    doing: frozenset[str]
    receiving: frozenset[str]
    doing_stems: frozenset[str]
    receiving_stems: frozenset[str]
    senses: frozenset[str]
    days: tuple[date, date]

    @property
    def is_mutual(self) -> bool:
        """Whether both sides do it ("collided")."""
        return len(self.doing) > 1 and self.doing == self.receiving


def reversals(events: Iterable[StoryEvent], evidence: Evidence) -> Iterator[tuple[Told, Told]]:
    """Pairs of mentions that give one happening opposite roles, each pair of events once."""
    blocks: dict[str, list[Told]] = {}
    for event in events:
        if event.event_type in MUTUAL:
            continue  # who meets is met
        for mention in event.mentions:
            told = _told(event, mention, evidence) if mention.status in REAL else None
            for sense in sorted(told.senses) if told else ():
                blocks.setdefault(f"{event.event_type} {sense}", []).append(told)  # type: ignore[arg-type]
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        mutual = [told for told in blocks[key] if told.is_mutual]
        directed = [told for told in blocks[key] if not told.is_mutual] if mutual else []
        for whole in mutual:
            for one, two in combinations([told for told in directed if _is_of(whole, told)], 2):
                pair = (one.mention.id, two.mention.id)
                if pair in seen or one.mention.newsroom.id == two.mention.newsroom.id:
                    continue
                if _opposite(one, two):
                    seen.add(pair)
                    yield one, two


def _told(event: StoryEvent, mention: StoryEventMention, evidence: Evidence) -> Told | None:
    read = evidence.event_mentions[mention.id][1]
    published = evidence.articles[mention.article].published
    days = day_range(read.time.value) if read.time else None
    if days is None and published is not None:
        days = date.fromisoformat(published.earliest), date.fromisoformat(published.latest)
    if days is None or mention.part != "text":
        return None
    thing = read.object.words if read.object else ""
    targets = [item.name for item in read.targets]
    before = mention.sentence.words[: mention.start - mention.sentence.start]
    return Told(
        event=event,
        mention=mention,
        doing=_keys(item.name for item in read.sources),
        receiving=_keys([*targets, *(word for word in words_of(thing) if word[:1].isupper())]),
        doing_stems=content_stems(before),
        receiving_stems=content_stems(" ".join([thing, *targets])),
        senses=frozenset(sense for word in words_of(mention.words) for sense in senses(word)),
        days=days,
    )


def _keys(names: Iterable[str]) -> frozenset[str]:
    return frozenset(key for name in names for key in [proper_key(name)] if key)


def _near(one: Told, two: Told) -> bool:
    return one.days[0] <= two.days[1] + NEAR and two.days[0] <= one.days[1] + NEAR


def _is_of(mutual: Told, told: Told) -> bool:
    """Whether a mutual telling can be of the same happening: it has the doer among its sides."""
    return bool(told.doing & mutual.doing) and _near(mutual, told)


def _opposite(one: Told, two: Told) -> bool:
    """Whether the doer of each is the one to whom the other has it done."""
    if not one.doing or not two.doing or one.doing & two.doing or not _near(one, two):
        return False
    return _is_done_to(one, two) and _is_done_to(two, one)


def _is_done_to(doer: Told, other: Told) -> bool:
    """Whether the doer of one telling is on the receiving side of the other: by name, or, where that side
    is a thing without a name ("the launch"), by the thing that does it here."""
    if other.receiving:
        return bool(doer.doing & other.receiving)
    return bool(other.receiving_stems & doer.doing_stems)

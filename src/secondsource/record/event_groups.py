"""Which mentions are one event: blocks of those that may be, pairs that are alike, and groups in which nothing speaks against
another."""

from collections import Counter
from collections.abc import Iterator, Mapping
from math import inf

from ..model.event import Status
from ..model.keeping import Keeping
from .alike import alike_pairs, print_of
from .copied import end_of
from .groups import groups_of
from .happenings import Happening
from .judged import Ties
from .one_event import ENOUGH, agreement, compatible, sides_fit, stations_fit
from .taken_up import taken_up
from .words import sampled_weights

MOST_IN_A_BLOCK = 400
"""Mentions of one type with one actor and one month that are compared pair by pair."""


def consistent_groups(
    by_id: dict[str, Happening], copied: Mapping[str, str], ties: Ties, keeping: Keeping
) -> dict[str, str]:
    """Groups in which no two members speak against each other: pairs are joined from the strongest
    down, and a pair whose groups hold a contradiction is left apart. People's ties come first. `copied` gives of mentions in
    sentences that were taken over the mention of the original, with which they go."""
    weights = sampled_weights((item.article, item.context) for item in by_id.values())

    def compare(first: str, second: str) -> float:
        one, two = by_id[first], by_id[second]
        if not (compatible(one, two) and stations_fit(one, two)):
            return 0.0
        points = agreement(one, two, weights)
        return float(points) if points >= ENOUGH else 0.0

    twins = _twins(by_id, copied, ties)
    unlike = {mention: item for mention, item in by_id.items() if mention not in twins}
    prints = {id: _print_of(item) for id, item in unlike.items()}
    alike = alike_pairs(_blocks(unlike), prints, weights, compare, "events", keeping)
    pairs = [(-points, one, two) for (one, two), points in alike.items()]
    pairs += sorted(
        (float(-ENOUGH), min(one.mention.id, two.mention.id), max(one.mention.id, two.mention.id))
        for one, two in taken_up(unlike[mention] for mention in sorted(unlike))
    )
    pairs.sort()
    group = {mention: mention for mention in unlike}
    held: dict[str, list[str]] = {mention: [mention] for mention in unlike}
    forced: list[tuple[float, str, str]] = [(-inf, one, two) for one, two in ties.together]
    for weight, one, two in (*forced, *pairs):
        first, second = sorted((group[one], group[two]))
        if -weight < ENOUGH or first == second or ties.part(held[first], held[second]):
            continue
        if -weight < inf and ties.unfit(
            held[first], held[second], lambda a, b: compatible(by_id[a], by_id[b])
        ):
            continue
        for mention in held[second]:
            group[mention] = first
        held[first] += held.pop(second)
    for one, two in _told_within(held, unlike):
        first, second = sorted((group[one], group[two]))
        fit = all(sides_fit(unlike[a], unlike[b]) for a in held[first] for b in held[second])
        if first == second or not fit or ties.part(held[first], held[second]):
            continue
        for mention in held[second]:
            group[mention] = first
        held[first] += held.pop(second)
    group |= {mention: group[first] for mention, first in twins.items()}
    return groups_of(by_id, ((mention, leader) for mention, leader in sorted(group.items())))


def _told_within(held: dict[str, list[str]], by_id: dict[str, Happening]) -> list[tuple[str, str]]:
    """Pairs of mentions that are what one accusation, denial, threat or demand is about, by one word and of one status: two reports
    that he was charged with arson tell of one arson."""
    pairs = []
    for leader in sorted(held):
        inner: dict[tuple[str, Status, str], list[str]] = {}
        for mention in sorted(held[leader]):
            about = by_id[mention].mention.about
            if about in by_id:
                item = by_id[about]
                inner.setdefault((item.mention.type, item.status, item.trigger), []).append(about)
        for same in inner.values():
            pairs += [(same[0], other) for other in same[1:]]
    return pairs


def _twins(by_id: dict[str, Happening], copied: Mapping[str, str], ties: Ties) -> dict[str, str]:
    """Mention -> the first one that tells the same word for word, of the same actors and time, in an article of the same day, or
    the one whose sentence it takes over: a copy, which goes where that one goes. What people have judged stands for itself."""
    first: dict[tuple[object, ...], str] = {}
    found: dict[str, str] = {}
    seen: Counter[tuple[object, ...]] = Counter()
    for mention in sorted(by_id):
        item = by_id[mention]
        if mention in ties.subjects:
            continue
        wording = (
            item.mention.type,
            item.mention.mode,
            item.status,
            item.voice,
            item.mention.sentence.words,
            item.mention.citation.start - item.mention.sentence.start,
            tuple(each.actor.id for each in item.sources),
            tuple(each.actor.id for each in item.targets),
            item.when.value if item.when else None,
            item.published,
            item.place,
            item.mission,
        )
        seen[wording, item.article] += 1
        key = (*wording, seen[wording, item.article])
        if first.setdefault(key, mention) != mention:
            found[mention] = first[key]
    for mention in sorted(copied.keys() - found.keys() - ties.subjects):
        if copied[mention] not in ties.subjects and end_of(copied[mention], found) != mention:
            found[mention] = copied[mention]
    return {mention: end_of(mention, found) for mention in sorted(found)}


def _print_of(item: Happening) -> str:
    """A digest of all that is compared of a mention."""
    return print_of(
        item.article,
        item.mention,
        item.sources,
        item.targets,
        item.when,
        item.published,
        item.mission,
        item.mission_at,
    )


def _blocks(by_id: dict[str, Happening]) -> dict[str, list[str]]:
    """Ids of mentions of one type that share an actor or a party, a trigger and an object, or a day and a place,
    sorted. A mention meets at most `MOST_IN_A_BLOCK` others in each of its blocks."""
    blocks: dict[str, list[Happening]] = {}
    for mention in sorted(by_id):
        item = by_id[mention]
        keys = {f"actor {actor}" for actor in item.actors | item.parties}
        keys |= {f"object {item.trigger} {word}" for word in item.object_stems}
        keys.add(f"sentence {item.mention.sentence.words}")
        keys |= {f"land {land} {sense}" for land in item.lands for sense in item.trigger_senses}
        if item.mission:
            keys.add(f"mission {item.mission}")
        if item.days and item.place:
            keys.add(f"meeting {item.days[0]} {item.place}")
        for key in sorted(keys):
            blocks.setdefault(f"{item.mention.type} {key}", []).append(item)
    return {
        f"{key} {part}": [item.mention.id for item in small]
        for key in sorted(blocks)
        for part, small in _by_month(blocks[key])
        if len(small) > 1
    }


def _by_month(block: list[Happening]) -> Iterator[tuple[str, list[Happening]]]:
    """The block itself while it is small; else its months, mentions without a date by publication. Each with what
    tells it from the others."""
    if len(block) <= MOST_IN_A_BLOCK:
        yield "", block
        return
    months: dict[str, list[Happening]] = {}
    for item in block:
        day = item.days[0] if item.days else item.published and item.published[1]
        months.setdefault(day.isoformat()[:7] if day else "", []).append(item)
    for month in sorted(months):
        for start in range(0, len(months[month]), MOST_IN_A_BLOCK):
            yield f"{month} {start}", months[month][start : start + MOST_IN_A_BLOCK]

"""Doubles: which voices may be one, worked out for kinds of voices, and how much of that a record writes down.

Of a hundred unnamed officials of one body each may be every other one: pairs would grow with the square of a
story. But kind and party decide, so that voices of one kind and party stand together, and what may be one is known
of these groups. The voice with the smallest id stands for its group.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement, permutations, product

import msgspec

from ..lexicon.bodies import bodies
from ..model.actor import StoryVoice
from .actors import Actors
from .judged import Judged
from .offices import office_of
from .words import normalised

MOST_LISTED = 100
"""Voices that are written down for each voice as those that may be the same: nobody reads more, and with each one more
report of a large story every list would be another."""


@dataclass(frozen=True)
class Doubles:
    """Groups of voices that may be the same as the same others. `group_of` names the group of each voice by the voice that
    stands for it, `members` the ids of each group, sorted, `near` the groups whose voices may be one with a group's own,
    that group itself among them where its voices may be each other."""

    group_of: Mapping[str, str]
    members: Mapping[str, Sequence[str]]
    near: Mapping[str, frozenset[str]]

    def circle_of(self, voice: str) -> frozenset[str]:
        """The groups, by the voices that stand for them, of all voices that may be this one, its own with them."""
        group = self.group_of[voice]
        near = self.near[group]
        return near if group in near else near | {group}

    def others(self, group: str, most: int) -> list[str]:
        """The ids of the voices that may be one with one of this group, its own with them, sorted, so many at most."""
        near = self.near[group]
        return sorted(id for other in near for id in self.members[other][:most])[:most]


def doubles_of(
    voices: Sequence[StoryVoice],
    actors: Actors,
    judged: Judged,
    voice_of_statement: Mapping[str, str],
) -> Doubles:
    """Which of these voices, sorted by id, may be one: named voices of one party, and anonymous ones with any voice of the
    body that they are placed in, as far as people did not decide about them. `voice_of_statement` tells of whom they did."""
    by_id = {voice.id: voice for voice in voices}
    unsure = [
        pair
        for pair in sorted({*actors.unsure, *voices_of_one_office(voices, actors)})
        if by_id.keys() >= set(pair)
    ]
    # Two that speak for one party count once all the same, whoever knows them apart.
    apart = [
        pair
        for pair in judged.voices_apart(voice_of_statement)
        if not same_party(*(by_id[id] for id in pair))
    ]
    asked = judged.voices_asked(voice_of_statement)
    singular = {id for pair in (*unsure, *apart, *asked) for id in pair}
    groups: dict[object, list[StoryVoice]] = {}
    for voice in voices:
        groups.setdefault(_kind_of(voice, singular), []).append(voice)
    firsts = [group[0] for group in groups.values()]
    near: dict[str, set[str]] = {voice.id: set() for voice in firsts}
    for one, two in (*unsure, *_pairs_of(firsts, actors)):
        near[one].add(two)
        near[two].add(one)
    for one, two in apart:
        near[one].discard(two)
        near[two].discard(one)
    for one, two in asked:
        near[one].add(two)
        near[two].add(one)
    return Doubles(
        group_of={voice.id: group[0].id for group in groups.values() for voice in group},
        members={group[0].id: [voice.id for voice in group] for group in groups.values()},
        near={voice: frozenset(others) for voice, others in near.items()},
    )


def _kind_of(voice: StoryVoice, singular: Collection[str]) -> object:
    """What voices of one group have in common; a voice of no party, or of which more is known, is alone."""
    if voice.id in singular or not voice.party or not normalised(voice.party):
        return voice.id
    return voice.kind == "anonymous", voice.party


def with_doubles(voices: Iterable[StoryVoice], doubles: Doubles) -> Iterator[StoryVoice]:
    """The voices, each with those that may be the same."""
    listed = {group: doubles.others(group, MOST_LISTED + 2) for group in doubles.members}
    for voice in voices:
        first = doubles.group_of[voice.id]
        others = [id for id in listed[first] if id != voice.id]
        is_cut = first == voice.id and len(others) > MOST_LISTED
        yield msgspec.structs.replace(
            voice,
            same_as_maybe=tuple(others[:MOST_LISTED]),
            like=None if first == voice.id else first,
            circle=tuple(sorted(doubles.near[first])) if is_cut else (),
        )


def _pairs_of(voices: Sequence[StoryVoice], actors: Actors) -> Iterator[tuple[str, str]]:
    """Ids of the voices of different kinds that may be one, and of those with themselves whose kind may be one."""
    by_name: dict[str, list[StoryVoice]] = {}
    by_party: dict[str, list[StoryVoice]] = {}
    for voice in voices:
        if voice.party:
            by_name.setdefault(normalised(voice.party), []).append(voice)
            for party in {normalised(voice.party), government_of(voice.party, actors)}:
                by_party.setdefault(party, []).append(voice)
    by_party.pop("", None)
    for party in sorted(by_party):
        block = by_party[party]
        anonymous = [voice for voice in block if voice.kind == "anonymous"]
        for one, two in product(block, anonymous):
            if _may_be_same(one, two, actors):
                yield one.id, two.id
        for one, two in combinations_with_replacement(by_name.get(party, ()), 2):
            yield one.id, two.id
    yield from bodies_named_shorter(voices)


def government_of(party: str, actors: Actors) -> str:
    """The government or body that a party belongs to, normalised: by the table of known bodies, else
    by what the articles say of it; empty if neither knows."""
    body = bodies().get(party)
    if body is not None and body.country:
        return normalised(body.country)
    actor = actors.by_name.get(normalised(party))
    if actor is not None and actor.party.id != actor.id:
        return normalised(actor.party.name)
    return ""


def parties_may_be_same(anonymous: StoryVoice, other: StoryVoice, actors: Actors) -> bool:
    """Whether an anonymous voice may be the other one: it is placed in the same body, or in the
    government that the other's body belongs to, or the other, anonymous too, the other way round."""
    if anonymous.party is None or other.party is None:
        return False
    one, two = normalised(anonymous.party), normalised(other.party)
    if one == two or government_of(other.party, actors) == one:
        return True
    return other.kind == "anonymous" and government_of(anonymous.party, actors) == two


def voices_of_one_office(voices: Iterable[StoryVoice], actors: Actors) -> Iterator[tuple[str, str]]:
    """Ids of a voice that is called by an office alone ("the Kenyan health secretary") and of each person who is said to
    hold it, of whatever land: it may be that person."""
    holders: dict[str, set[str]] = {}
    for actor in actors.actors:
        if actor.kind == "person":
            for office in {office_of(role.role) for role in actor.roles} - {None}:
                holders.setdefault(office or "", set()).add(actor.id)
    for voice in voices:
        called = voice.description if voice.kind == "anonymous" else voice.name
        held_by = holders.get(office_of(called or "") or "", set())
        if voice.id not in held_by:
            yield from ((voice.id, holder) for holder in sorted(held_by))


def bodies_named_shorter(voices: Iterable[StoryVoice]) -> Iterator[tuple[str, str]]:
    """Ids of voices whose bodies may be one, since one body's name is part of the other's: "the U.S. Coast
    Guard" and "the Coast Guard", "the House Judiciary Committee" and "the Judiciary Committee"."""
    by_end: dict[tuple[str, ...], dict[tuple[str, ...], list[str]]] = {}
    for voice in voices:
        words = tuple(normalised(voice.party).split()) if voice.party else ()
        if len(words) > 1:
            by_end.setdefault(words[-2:], {}).setdefault(words, []).append(voice.id)
    for parties in by_end.values():
        for short, long in permutations(sorted(parties), 2):
            if set(short) < set(long):
                yield from product(parties[short], parties[long])


def _may_be_same(one: StoryVoice, two: StoryVoice, actors: Actors) -> bool:
    if one.kind == "anonymous" and parties_may_be_same(one, two, actors):
        return True
    if two.kind == "anonymous" and parties_may_be_same(two, one, actors):
        return True
    return same_party(one, two)


def same_party(one: StoryVoice, two: StoryVoice) -> bool:
    """Whether two voices speak for one body for certain."""
    return (
        one.party is not None
        and two.party is not None
        and normalised(one.party) == normalised(two.party)
    )

"""What several chapters tell of one actor, voice or newsroom, put together; so too one judgement and one doubt.

A chapter gives an actor whose name is enough to know him by an id that he has in all of them (`record/actors.py`); what
has another id stays apart.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec

from ...model.actor import Actor, Role, StoryVoice
from ...model.judgement import Doubt, StoryJudgement
from ...model.lineage import Newsroom
from ...model.value import Value
from ..doubles import MOST_LISTED

Join = Callable[[Sequence[Any]], Value]


def joined_actor(told: Sequence[Actor]) -> Actor:
    """One actor of what chapters tell, in their order. The one that mentions him most says what he is called, is, and acts for."""
    by_weight = sorted(told, key=lambda actor: (-actor.mentions, actor.to_json()))
    return msgspec.structs.replace(
        by_weight[0],
        names=_once(name for actor in by_weight for name in actor.names),
        roles=tuple(_roles(told)),
        mentions=sum(actor.mentions for actor in told),
        articles=_sorted(article for actor in told for article in actor.articles),
    )


def _roles(told: Iterable[Actor]) -> Iterable[Role]:
    found: dict[tuple[str, bool], list[Role]] = {}
    for actor in told:
        for role in actor.roles:
            found.setdefault((role.role.casefold(), role.former), []).append(role)
    for _, roles in sorted(found.items()):
        most = min(roles, key=lambda role: (-len(role.citations), role.role.swapcase()))
        cited = {(c.article, c.part, c.start): c for role in roles for c in role.citations}
        yield msgspec.structs.replace(
            most,
            from_=min((role.from_ for role in roles if role.from_), default=None),
            to=max((role.to for role in roles if role.to), default=None),
            citations=tuple(cited[place] for place in sorted(cited)),
        )


def joined_voice(told: Sequence[StoryVoice]) -> StoryVoice:
    """One voice. It may be whichever voice it may be in one chapter, the first hundred of them; whose it is, is known where
    one chapter knows it."""
    first = told[0]
    maybe = {id for voice in told for id in voice.same_as_maybe} - {first.id}
    return msgspec.structs.replace(
        first,
        party=next((voice.party for voice in told if voice.party), None),
        affiliation=next((voice.affiliation for voice in told if voice.affiliation), None),
        same_as_maybe=_sorted(maybe)[:MOST_LISTED],
        bodies=_sorted(body for voice in told for body in voice.bodies),
        unplaced=None if any(voice.unplaced is None for voice in told) else first.unplaced,
    )


def joined_newsroom(told: Sequence[Newsroom]) -> Newsroom:
    """One newsroom, with the articles of all chapters."""
    return msgspec.structs.replace(
        told[0],
        articles=_sorted(article for room in told for article in room.articles),
        reasons=_once(reason for room in told for reason in room.reasons),
    )


_ORDER = ("applied", "overruled", "fits-nothing")


def joined_judgement(told: Sequence[StoryJudgement]) -> StoryJudgement:
    """One judgement. It holds if it holds in one chapter, for all that it touches in any."""
    best = min(told, key=lambda judgement: _ORDER.index(judgement.status))
    return msgspec.structs.replace(
        best,
        items=_once(item for judgement in told for item in judgement.items),
        citations=_once(cited for judgement in told for cited in judgement.citations),
    )


def joined_doubt(told: Sequence[Doubt]) -> Doubt:
    """One doubt: that of the chapter where most hangs on it."""
    return min(told, key=lambda doubt: (-doubt.weight, doubt.to_json()))


def _once(items: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(items))


def _sorted(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(items)))


JOINED: dict[str, Join] = {
    "newsrooms": joined_newsroom,
    "actors": joined_actor,
    "voices": joined_voice,
    "judgements": joined_judgement,
    "doubts": joined_doubt,
}
"""How what chapters tell of one thing is put together, by the field of the record that holds it; all else is told by one
chapter alone."""

"""Actors and voices across articles."""

import msgspec

from .mention import MentionKind
from .statement import VoiceKind
from .text import Citation, Reference
from .value import Value


class Role(Value, frozen=True):
    """A role that somebody holds or held, as articles give it. `from_` and `to` are inclusive ISO
    days between which articles give it (not when the office began); `former` says that the
    articles call it past."""

    role: str
    from_: str | None = msgspec.field(name="from")
    to: str | None
    citations: tuple[Citation, ...]
    former: bool = False


class Actor(Value, frozen=True):
    """One person, body or thing that acts, across articles. `name` is its most frequent full name,
    `names` are all spellings found, the most frequent first. `party` is the id and name of the
    actor that it speaks or acts for (itself if none). `mentions` counts mentions."""

    id: str
    name: str
    kind: MentionKind
    names: tuple[str, ...]
    roles: tuple[Role, ...]
    party: Reference
    mentions: int
    articles: tuple[str, ...] = ()


class StoryVoice(Value, frozen=True):
    """Who ultimately vouches, across articles. `party` is the body that the voice speaks for;
    `same_as_maybe` are ids of voices that may be the same one (an anonymous voice and any voice of
    the body it is placed in), of very many the first hundred. `like` is the first voice of the same kind
    and party, if that is another: what may be that one may be this one. `circle` are, where
    `same_as_maybe` does not list all, the first ones of all kinds and parties that may be the same; it
    stands with the first voice only. `bodies` are the names, in small letters, of the bodies that it is,
    speaks or works for, or is part of, as any report or a table says. `unplaced` says why it is not
    known whose voice it is, null where that is known."""

    id: str
    name: str
    kind: VoiceKind
    description: str | None
    affiliation: str | None
    party: str | None
    same_as_maybe: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    unplaced: str | None = None
    like: str | None = None
    circle: tuple[str, ...] = ()

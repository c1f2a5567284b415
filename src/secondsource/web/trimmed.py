"""Items of a record with no more than what an index is made from: the rest of their JSON is passed over, which is
several times as fast as to read all of it. Fields are those of the items of `model` that bear the same names."""

from typing import Literal

import msgspec

from ..model.claim import Flag, Label
from ..model.event import Status


class Identified(msgspec.Struct, gc=False):
    """Anything that has an id."""

    id: str


class Named(msgspec.Struct, gc=False):
    """Anything that has an id and a name."""

    id: str
    name: str


class Standing(msgspec.Struct):
    """Of the standing of a claim what orders and counts it."""

    label: Label
    flags: tuple[Flag, ...]
    independent: int
    independent_at_most: int
    newsrooms: tuple[Identified, ...]


class Report(msgspec.Struct, gc=False):
    """Of a report its article."""

    article: str


class Claim(msgspec.Struct):
    """Of a claim what the board chooses by."""

    id: str
    about: str
    kind: Literal["event", "figure", "utterance", "role"]
    status: Status
    reports: tuple[Report, ...]
    standing: Standing
    judged: str | None = None


class SetAside(msgspec.Struct):
    """Of a claim that was judged wrong the claim."""

    claim: Claim


class Statement(msgspec.Struct):
    """Of a report of an utterance its newsroom, how it is said and its words of saying."""

    newsroom: Identified
    mode: str
    cue: str | None = None


class Utterance(msgspec.Struct):
    """Of an utterance what orders it, and who says it how."""

    id: str
    voice: Named
    said: str | None
    statements: tuple[Statement, ...]


class When(msgspec.Struct):
    """That a time is given."""


class Condition(msgspec.Struct):
    """Of a condition whether it has a day."""

    by: When | None = None


class Mention(msgspec.Struct):
    """Of a mention of an event its status."""

    status: Status


class Event(msgspec.Struct):
    """Of an event who takes part, and whether it may stand on an agenda."""

    id: str
    status: Status
    sources: tuple[Identified, ...]
    targets: tuple[Identified, ...]
    time: When | None
    condition: Condition | None
    mentions: tuple[Mention, ...]


class Passage(msgspec.Struct):
    """Of a passage what orders it."""

    id: str
    share: float
    to: str
    from_: str = msgspec.field(name="from")


class Conflict(msgspec.Struct):
    """Of a conflict its claims."""

    id: str
    claims: tuple[str, ...]


class Change(msgspec.Struct):
    """Of a change what it is about."""

    id: str
    about: str | None = None


class Doubt(msgspec.Struct):
    """Of a doubt what orders it."""

    id: str
    score: float
    weight: int

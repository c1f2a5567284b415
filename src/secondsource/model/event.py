"""Events as one article has them."""

from typing import Literal

from .text import Citation, Reference
from .value import Value

EventType = Literal[
    "agree",
    "consult",
    "support",
    "concede",
    "cooperate",
    "aid",
    "retreat",
    "request",
    "accuse",
    "reject",
    "threaten",
    "protest",
    "sanction",
    "mobilize",
    "coerce",
    "assault",
]
Status = Literal[
    "happened",
    "ongoing",
    "planned",
    "predicted",
    "promised",
    "threatened",
    "demanded",
    "requested",
    "denied",
    "alleged",
    "conditional",
    "hypothetical",
    "negated",
    "cancelled",
]
REAL: frozenset[Status] = frozenset({"happened", "ongoing"})
"""The statuses that say: this is so."""


class Participant(Value, frozen=True):
    """One actor of an event: the id of its mention in the article (null if not mentioned as an
    actor) and its name."""

    mention: str | None
    name: str


class EventTime(Value, frozen=True):
    """When: EDTF `value`, its precision, and the id of the Time expression it was taken from. `since`: the words
    tell since when ("50 arrests since Monday"), so that the value reaches from there to the day of publication."""

    value: str | None
    precision: str | None
    time: str | None = None
    since: bool = False


class Condition(Value, frozen=True):
    """The words of the condition, and the event inside it, if one was found."""

    citation: Citation
    event: str | None = None


class EventMention(Value, frozen=True):
    """An event as one article has it. `citation` is the trigger. `mode` is the PLOVER mode (null if
    the type has none or it is not told). `object` is what was sanctioned, delivered, demanded.
    `about` is the id of the event inside: what is threatened, demanded, denied. `voice` refers to
    the Statement that reports it (null: the newsroom's own voice). `sentence` is where it stands."""

    id: str
    citation: Citation
    type: EventType
    mode: str | None
    status: Status
    sources: tuple[Participant, ...]
    targets: tuple[Participant, ...]
    object: Citation | None
    time: EventTime | None
    place: Reference | None
    voice: Reference | None
    about: str | None
    condition: Condition | None
    sentence: Citation
    clause: Citation | None = None
    """The exact words of the smallest finite clause around the trigger that reads as a sentence of its
    own, with all that governs the event but a reporting clause after it; null where that is not sure."""
    also_about: tuple[str, ...] = ()
    """Ids of the other events that are threatened, demanded or promised in the same breath as `about`."""

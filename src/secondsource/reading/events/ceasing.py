"""What is stopped: of help and trade the stopping is what happened, and it is a measure against whom they went to."""

from msgspec.structs import replace

from ...lexicon.events import EventEntry, operators
from ..tokens import Token
from .grammar import is_verb, lemma

_LASTING = frozenset({"aid", "cooperate", "support"})
"""Types of what goes on until somebody ends it."""


_BREAKING_OFF = frozenset({"suspend", "discontinue", "freeze", "pause"})


def stopping_verb(verb: Token) -> Token | None:
    """The verb that says that `verb` came to an end ("stopped supplying arms"), or None."""
    head = verb.head
    if verb.tag_ != "VBG" or verb.dep_ not in ("xcomp", "ccomp", "dobj") or not is_verb(head):
        return None
    name = lemma(head)
    return head if operators("clause").get(name) == "stopped" or name in _BREAKING_OFF else None


def as_ceasing(verb: Token, entry: EventEntry) -> EventEntry:
    """The row of an event that is stopped: help and trade that end are a sanction (PLOVER: discontinue); of
    any other the row as it is, since it went on until then."""
    if entry.type not in _LASTING or stopping_verb(verb) is None:
        return entry
    return replace(entry, type="sanction", mode="discontinue")

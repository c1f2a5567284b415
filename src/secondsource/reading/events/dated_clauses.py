"""Times that stand within a clause of their own, whatever word the parse hangs them on."""

from collections.abc import Mapping

from ...model.mention import Time
from ..tokens import Token

_OPENING = frozenset({"after", "before", "because", "when", "once", "while", "until"})
"""Words that open a clause of time or cause."""


def is_of_a_clause_behind(near: Token, event: Token, times: Mapping[int, Time]) -> bool:
    """Whether a time stands between "after", the subject of its clause and the verb, which the parse may hang on the event before:
    "closed the port after the police on Friday found a bomb". `near` is a word of it, `times` the expressions by their tokens."""
    if near.i <= event.i:
        return False
    behind = near.i + 1
    while times.get(behind) is times[near.i]:
        behind += 1
    if behind >= len(near.doc) or near.doc[behind].tag_ not in ("VBD", "VBZ", "VBP", "MD"):
        return False
    return any(word.lower_ in _OPENING for word in near.doc[event.i + 1 : near.i])

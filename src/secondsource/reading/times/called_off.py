"""The day of what is called off: it lies ahead of the news, though the clause is past."""

from ..tokens import Run, Token
from .hanging import root_of

_CALLING_OFF = frozenset("cancel postpone call put scrap drop defer delay axe shelve".split())


def is_of_what_is_called_off(verb: Token) -> bool:
    """Whether a clause belongs to a thing that is called off: "cancelled a trip that had been planned for Wednesday", "talks
    that had been due on Friday were postponed"."""
    return verb.dep_ == "relcl" and _is_called_off(verb.head)


def is_day_of_what_is_called_off(span: Run) -> bool:
    """Whether a day is that of a thing which is called off: "a strike on Monday was called off", "cancelled Sunday's march".
    In "cancelled a march on Sunday" it may be the day of either."""
    root = root_of(span)
    if root.dep_ == "poss":
        return _is_called_off(root.head)
    link = root.head
    return (
        link.lower_ == "on"
        and link.head.i < link.i
        and link.head.dep_ == "nsubjpass"
        and _is_called_off(link.head)
    )


def _is_called_off(thing: Token) -> bool:
    above = thing.head
    if thing.dep_ not in ("dobj", "nsubjpass") or above.lemma_.lower() not in _CALLING_OFF:
        return False
    apart = above.lemma_.lower() in ("call", "put")
    return not apart or any(
        child.dep_ == "prt" and child.lower_ == "off" for child in above.children
    )

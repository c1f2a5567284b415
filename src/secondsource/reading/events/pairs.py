"""Who "the two" and "they" are: the two who took part in the event told before."""

from ...model.event import EventMention, Participant
from ..draft import Draft
from ..tokens import Token
from .clause_parts import subject
from .grammar import (
    children,
    is_verb,
    lemma,
)

_FARTHEST = 3
"""Events to look back for a pair; farther on, others have come between."""
_PAIRED = frozenset(
    """two both pair side country nation neighbour neighbor minister leader president official diplomat
    envoy man woman government power rival party premier delegation counterpart""".split()
)
_JOINT = frozenset({"consult", "agree"})


def is_pair(token: Token) -> bool:
    """Whether the event's subject (or owner) is "the two", "both sides", "the two ministers", "they"."""
    who = subject(token) if token.pos_ in ("VERB", "AUX") else None
    if who is None:
        owners = [child for child in children(token, "poss") if child.lower_ == "their"]
        return bool(owners)
    if who.lower_ in ("they", "both"):
        return True
    if lemma(who) not in _PAIRED:
        return False
    counted = who.lower_ == "two" or any(child.lower_ in ("two", "both") for child in who.children)
    return counted and not any(child.dep_ == "prep" for child in who.children)


def pair_before(token: Token, found: list[EventMention], draft: Draft) -> tuple[Participant, ...]:
    """The two named participants of the last meeting or agreement told before, in this sentence or the two
    before it; none where there were more or fewer."""
    who = subject(token) if is_verb(token) else None
    countries = who is not None and lemma(who) in ("country", "nation", "government", "power")
    persons = {mention.name for mention in draft.mentions if mention.kind == "person"}
    earliest = token.doc[max(0, token.sent.start - 1)].sent.start
    earliest = token.doc[max(0, earliest - 1)].sent.start
    for event in reversed(found[-_FARTHEST:]):
        begin, _ = draft.locate(event.citation)
        if begin < token.doc[earliest].idx:
            return ()
        if event.type not in _JOINT:
            continue
        both: list[Participant] = []
        for participant in (*event.sources, *event.targets):
            if countries and participant.name in persons:
                continue  # "the two countries" are not the two who met
            if participant.mention and participant.name not in [each.name for each in both]:
                both.append(participant)
        if len(both) == 2:
            return tuple(both)
    return ()

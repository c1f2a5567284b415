"""What the rest of its article says of a deed that a sentence only names: that it is still to come, or whose it is."""

from msgspec.structs import replace

from ...model.event import EventMention
from ..tokens import Token
from .clause_parts import direct_object
from .grammar import (
    is_verb,
    lemma,
)
from .phrases import determiners, looks_back
from .tenses import tense
from .triggers import Trigger

_TO_COME = frozenset({"planned", "predicted"})


def by_the_whole_article(
    triggers: list[Trigger], found: list[EventMention]
) -> tuple[EventMention, ...]:
    """The events, each with its trigger at the same index, set right by the others of their article.

    "Her visit to Kova follows one by his" takes the visit for known, not for past: it is planned where the
    same article plans the same deed for a certain time. And who does what is "pending" is whoever prepares it,
    where the article names one only.
    """
    mended = []
    for trigger, event in zip(triggers, found, strict=True):
        if _is_only_named(trigger.token, event) and any(
            _is_same_deed(trigger, event, other_trigger, other)
            for other_trigger, other in zip(triggers, found, strict=True)
        ):
            event = replace(event, status="planned")
        elif not event.sources and _is_pending(trigger.token, event):
            prepared = {
                tuple(source.name for source in other.sources): other.sources
                for other in found
                if other.type == event.type and other.status in _TO_COME and other.sources
            }
            if len(prepared) == 1:
                event = replace(event, sources=next(iter(prepared.values())))
        mended.append(event)
    return tuple(mended)


def _is_only_named(token: Token, event: EventMention) -> bool:
    """Whether a noun names a deed as real without a time of its own, in a clause that is not in the past."""
    if is_verb(token) or event.status != "happened" or event.time is not None or looks_back(token):
        return False
    above = next((verb for verb in token.ancestors if is_verb(verb)), None)
    return above is None or tense(above) != "past"


def _is_same_deed(
    trigger: Trigger, event: EventMention, other_trigger: Trigger, other: EventMention
) -> bool:
    """Whether another event of the article is the same deed, still to come at a certain time: by the same word,
    or by the same actor at the same place."""
    if other.status not in _TO_COME or other.type != event.type or other.time is None:
        return False
    if lemma(trigger.token) == lemma(other_trigger.token):
        return not event.sources or not other.sources or _share(event, other)
    places = event.place is not None and other.place is not None
    return places and event.place.name == other.place.name and _share(event, other)  # type: ignore[union-attr]


def _share(event: EventMention, other: EventMention) -> bool:
    return bool({source.name for source in event.sources} & {s.name for s in other.sources})


def _is_pending(token: Token, event: EventMention) -> bool:
    """Whether a verb only carries what is called planned ("the pending sanctions could be announced")."""
    if not is_verb(token) or event.status not in _TO_COME:
        return False
    thing = direct_object(token)
    return thing is not None and "planned" in determiners(thing)

"""The events of one article: words of the table, each with its actors, status, time, place, voice,
condition and the event inside it."""

from ...lexicon.events import EventEntry
from ...model.event import REAL, EventMention, Participant, Status
from ...model.text import mention_id
from ..draft import Draft
from ..tokens import Token
from .actors import Actors, index_actors
from .announced import by_the_whole_article
from .bearing import inner_event, with_all_that_is_asked
from .ceasing import stopping_verb
from .citing import cite_clause, cite_phrase, cite_sentence, cite_trigger, condition_for
from .frames import entry_for
from .grammar import children
from .links import index_surroundings, time_of, voice_of
from .pairs import is_pair, pair_before
from .participants import participants_of
from .status import status_of
from .triggers import Trigger, find_triggers
from .where import SPEECH_ACTS, place_of

_BEARING = frozenset({"accuse", "agree", "reject", "request", "threaten"})
"""Types that can have another event inside them."""


def find_events(draft: Draft) -> tuple[EventMention, ...]:
    """The events of an article, in the order of the text; their times wait for the anchor."""
    triggers = list(find_triggers(draft.tokens))
    completing = {trigger.noun.i for trigger in triggers if trigger.noun is not None}
    triggers = [trigger for trigger in triggers if trigger.token.i not in completing]
    if not triggers:
        return ()
    around = index_surroundings(draft)
    actors = index_actors(draft, around.statements)
    citations = {trigger.token.i: cite_trigger(draft, trigger) for trigger in triggers}
    ids = {
        trigger.token.i: mention_id(
            draft.article.id, citations[trigger.token.i], f"event:{trigger.entry.type}"
        )
        for trigger in triggers
    }
    by_token = dict(ids)
    for trigger in triggers:
        if trigger.noun is not None:
            by_token.setdefault(trigger.noun.i, ids[trigger.token.i])
    found: list[EventMention] = []
    for trigger in triggers:
        token, entry = trigger.token, trigger.entry
        assert entry.type is not None
        status = _status(draft, trigger)
        sources, targets, thing = participants_of(token, entry, actors)
        if trigger.noun is not None and (not sources or not targets):
            sources, targets = _completed(trigger.noun, entry, actors, sources, targets)
        place = place_of(token, around, entry.type)
        if place is not None and entry.type == "consult":
            # whoever visits a town meets somebody there, not the town
            here = (place.name, around.towns.get(place.id))
            targets = tuple(each for each in targets if here[1] is None or each.name not in here)
        if not any(source.mention for source in sources) and is_pair(token):
            sources = pair_before(token, found, draft) or sources
            if entry.roles.mutual and not targets:
                targets = sources
        about = inner_event(trigger, by_token) if entry.type in _BEARING else None
        if about == ids[token.i]:
            about = None
        found.append(
            EventMention(
                id=ids[token.i],
                citation=citations[token.i],
                type=entry.type,
                mode=trigger.mode,
                status=status,
                sources=sources,
                targets=targets,
                object=cite_phrase(draft, thing) if thing is not None else None,
                time=time_of(token, around),
                place=place,
                voice=voice_of(token, around),
                about=about,
                condition=condition_for(draft, token, status, about, by_token),
                sentence=cite_sentence(draft, token),
                clause=cite_clause(draft, token),
            )
        )
    return by_the_whole_article(triggers, with_all_that_is_asked(triggers, found))


def _completed(
    noun: Token,
    entry: EventEntry,
    actors: Actors,
    sources: tuple[Participant, ...],
    targets: tuple[Participant, ...],
) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    inner = entry_for(noun)
    if inner is None:
        return sources, targets
    more_sources, more_targets, _ = participants_of(noun, inner, actors)
    sources = sources or more_sources
    return sources, targets or tuple(each for each in more_targets if each not in sources)


def _status(draft: Draft, trigger: Trigger) -> Status:
    token, entry = trigger.token, trigger.entry
    headline = _is_headline(draft, token)
    stopped = stopping_verb(token) if entry.mode == "discontinue" else None
    status = status_of(
        stopped or token,
        kind=entry.type or "",
        speech_act=entry.type in SPEECH_ACTS,
        headline=headline,
    )
    if trigger.noun is not None and status in REAL:
        for child in children(trigger.noun, "det", "neg"):
            if child.lower_ in ("no", "neither"):
                return "negated"
    return status


def _is_headline(draft: Draft, token: Token) -> bool:
    """Whether the sentence is a headline: by its part, or a line of its own without a full stop."""
    if draft.part_at(token.idx).name == "headline":
        return True
    sentence = token.sent
    last = next(
        (
            word
            for word in (sentence[i] for i in range(len(sentence) - 1, -1, -1))
            if not word.is_space
        ),
        None,
    )
    if last is not None and last.is_quote and last.i > sentence.start:
        ends = last.i + 1 >= len(last.doc) or last.doc[last.i + 1].is_space
        if ends and not last.doc[last.i - 1].is_punct:
            return True  # "Rebels 'shelled own mill'"
    if last is not None and last.text == ";":
        after = sentence.doc[last.i + 1 :]
        return bool(after) and not any(
            word.text in (".", "!", "?") or word.is_space for word in after
        )
    return last is not None and last.text not in (".", "!", "?", "”", '"', "'", "’", ":", ";", "…")


__all__ = ["Trigger", "find_events", "find_triggers"]

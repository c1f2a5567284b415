"""The events of one article: words of the table, each with its actors, status, time, place, voice,
condition and the event inside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.attrs import LEMMA, POS
from spacy.tokens import Doc, Span, Token

from ...lexicon.events import EventEntry, classes, noun_entries, operators, verb_entries
from ...model.event import REAL, Condition, EventMention, Participant, Status
from ...model.text import Citation, mention_id
from ..draft import Draft
from .ceasing import as_ceasing, stopping_verb
from .clauses import clause_around
from .conditions import condition_above, condition_span
from .frames import entry_for, hyphenated, prefix_of
from .grammar import (
    children,
    direct_object,
    first_child,
    is_nominal,
    is_verb,
    lemma,
    positions,
    sentence_of,
    spelled,
)
from .kinds import belongs, is_accord_name
from .links import index_surroundings, place_of, time_of, voice_of
from .pairs import is_pair, pair_before
from .participants import Actors, index_actors, participants_of
from .status import status_of
from .worlds import played_tokens

SPEECH_ACTS = frozenset({"accuse", "agree", "reject", "request", "support", "threaten"})
_BEARING = frozenset({"accuse", "agree", "reject", "request", "threaten"})
"""Types that can have another event inside them."""
_LONGEST_TRIGGER = 6
"""Tokens from verb to noun within which both are cited as one trigger ("imposed new sanctions")."""
_NAMES = frozenset({"ORG", "PERSON", "WORK_OF_ART", "PRODUCT", "LAW", "EVENT", "FAC"})


@dataclass(frozen=True)
class Trigger:
    """A word that tells of an event, with the noun that completes a light verb, if it has one."""

    token: Token
    entry: EventEntry
    noun: Token | None
    mode: str | None


def find_events(draft: Draft) -> tuple[EventMention, ...]:
    """The events of an article, in the order of the text; their times wait for the anchor."""
    triggers = list(find_triggers(draft.doc))
    completing = {trigger.noun.i for trigger in triggers if trigger.noun is not None}
    triggers = [trigger for trigger in triggers if trigger.token.i not in completing]
    if not triggers:
        return ()
    around = index_surroundings(draft)
    actors = index_actors(draft, around.statements)
    citations = {trigger.token.i: _citation(draft, trigger) for trigger in triggers}
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
        place = place_of(token, around)
        if place is not None and entry.type == "consult":
            # whoever visits a town meets somebody there, not the town
            here = (place.name, around.towns.get(place.id))
            targets = tuple(each for each in targets if here[1] is None or each.name not in here)
        if not any(source.mention for source in sources) and is_pair(token):
            sources = pair_before(token, found, draft) or sources
            if entry.roles.mutual and not targets:
                targets = sources
        about = _inside(trigger, by_token) if entry.type in _BEARING else None
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
                object=_cite_phrase(draft, thing) if thing is not None else None,
                time=time_of(token, around),
                place=place,
                voice=voice_of(token, around),
                about=about,
                condition=_condition(draft, token, status, about, by_token),
                sentence=_cite_sentence(draft, token),
                clause=_cite_clause(draft, token),
            )
        )
    return tuple(found)


def find_triggers(doc: Doc) -> Iterator[Trigger]:
    """The event words of a text, in its order."""
    verbs, nouns = verb_entries(), noun_entries()
    second_words = _second_words()
    played: dict[int, range | frozenset[int]] = {}
    taken: set[int] = set()
    for token in _candidates(doc):
        if token.i in taken:
            continue
        word = lemma(token)
        if is_verb(token):
            if prefix_of(token) + word not in verbs:
                continue
        elif hyphenated(token):
            if hyphenated(token) not in nouns:
                continue
        elif not is_nominal(token) or (
            word not in nouns and word not in second_words and not _may_be_given(token)
        ):
            continue
        if _is_no_predicate(token):
            continue
        entry = entry_for(token)
        if entry is None:
            continue
        sentence = sentence_of(token)
        if sentence.start not in played:
            played[sentence.start] = played_tokens(sentence)
        if token.i in played[sentence.start]:
            continue
        noun = None
        if is_verb(token):
            entry = as_ceasing(token, entry)
        mode = entry.mode
        if is_verb(token):
            noun = _completing_noun(token, entry)
            if noun is not None:
                inner = entry_for(noun)
                if inner is not None:
                    mode = inner.mode or mode if inner.type == entry.type else mode
                    taken.add(noun.i)
        elif _is_absorbed(token):
            continue
        yield Trigger(token, entry, noun, mode)


_EVENTFUL = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADP", "ADV", "ADJ"})


def _candidates(doc: Doc) -> Iterator[Token]:
    """The tokens whose word or second half of a word the table knows, without looking at the others."""
    wanted = {doc.vocab.strings[name] for name in _EVENTFUL}
    known: dict[int, bool] = {}
    hyphens = positions(doc, "-")
    for at, (tag, word) in enumerate(doc.to_array([POS, LEMMA]).tolist()):
        if tag not in wanted:
            continue
        if at - 1 in hyphens:
            yield doc[at]
            continue
        if word not in known:
            known[word] = _is_known(doc.vocab.strings[word].lower())
        if known[word]:
            yield doc[at]


@cache
def _is_known(word: str) -> bool:
    """Whether a lemma stands in the table, or for something that can be given."""
    table = classes()
    return (
        spelled(word) in verb_entries()
        or spelled(word) in noun_entries()
        or word in _second_words()
        or any(word in table[name] for name in ("AID", "ARMS", "MONEY"))
    )


def _may_be_given(token: Token) -> bool:
    """Whether a noun is a thing that can be pledged or asked for."""
    table = classes()
    word = token.lemma_.lower()
    return word in table["AID"] or word in table["ARMS"] or word in table["MONEY"]


@cache
def _second_words() -> frozenset[str]:
    return frozenset(word.split()[-1] for word in noun_entries() if " " in word)


def _is_no_predicate(token: Token) -> bool:
    """Whether a word only modifies another ("captured soldiers", "attack helicopters") or is a name."""
    if token.pos_ == "PROPN" and (token.ent_type_ in _NAMES or _is_title(token)):
        return True
    if _is_mentioned(token) or is_accord_name(token):
        return True
    if is_verb(token):
        return token.dep_ in ("amod", "aux", "auxpass", "compound", "nmod", "case", "prep", "mark")
    if token.dep_ in ("compound", "nmod", "npadvmod"):
        head = token.head
        return operators("noun").get(lemma(head)) in (None, "transparent", "factive")
    return token.dep_ in ("amod",)


_MENTIONING = frozenset({"word", "term", "phrase", "expression", "verb", "noun", "adjective"})


def _is_mentioned(token: Token) -> bool:
    """Whether a word only stands for itself ("the word strike", "used the term 'invasion'")."""
    before = token.i - 1
    if before > 0 and token.doc[before].is_quote:
        before -= 1
    return before >= 0 and token.doc[before].lower_ in _MENTIONING


def _is_title(token: Token) -> bool:
    """Whether a capitalised noun inside a sentence is a name ("the Raid of the Ravens")."""
    start = sentence_of(token).start
    words = [word for word in sentence_of(token) if word.is_alpha]
    if token.i <= start + 1 or not token.text[:1].isupper():
        return token.i == start + 1 and any(
            child.dep_ == "prep"
            and any(inner.pos_ == "PROPN" and inner.ent_type_ == "" for inner in child.children)
            for child in token.children
        )
    lower = sum(word.text[:1].islower() for word in words)
    return lower > len(words) / 2


def _completing_noun(verb: Token, entry: EventEntry) -> Token | None:
    """The object noun that makes one event with its verb ("lifted sanctions", "held talks")."""
    thing = direct_object(verb)
    if thing is None or not is_nominal(thing):
        return None
    classes = [name for need in entry.needs if need.what in ("obj", "with") for name in need.values]
    if not classes or not belongs(thing, classes):
        return None
    inner = entry_for(thing)
    if inner is None:
        return None
    if inner.type == entry.type or (
        entry.type == "concede" and inner.type in ("sanction", "coerce")
    ):
        return thing
    return None


def _is_absorbed(noun: Token) -> bool:
    """Whether a noun is part of the event of its verb."""
    head = noun.head
    if noun.dep_ in ("dobj", "nsubjpass") and is_verb(head):
        entry = entry_for(head)
        return entry is not None and _completing_noun(head, entry) == noun
    return False


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
    sentence = sentence_of(token)
    last = next(
        (
            word
            for word in (sentence[i] for i in range(len(sentence) - 1, -1, -1))
            if not word.is_space
        ),
        None,
    )
    return last is not None and last.text not in (".", "!", "?", "”", '"', "'", "’", ":", ";", "…")


def _inside(trigger: Trigger, by_token: dict[int, str]) -> str | None:
    """The id of the event that is threatened, demanded, denied...: the nearest inside its complement."""
    token = trigger.token
    starts: list[Token] = []
    for child in token.children:
        if (
            child.dep_ in ("xcomp", "ccomp", "acl", "dobj", "oprd", "nsubjpass", "advcl")
            and child != trigger.noun
        ):
            if child.dep_ == "advcl" and any(inner.dep_ == "mark" for inner in child.children):
                continue
            if child.dep_ == "nsubjpass" and not is_nominal(child):
                continue
            starts.append(child)
        elif child.dep_ == "prep" and child.lower_ in (
            "of",
            "for",
            "against",
            "with",
            "to",
            "on",
            "over",
            "from",
            "about",
            "that",
        ):
            starts += children(child, "pcomp", "pobj")
        elif child.dep_ == "prt":
            for inner in children(child, "prep"):
                starts += children(inner, "pobj", "pcomp")
    if token.dep_ == "nsubj" and lemma(token.head) == "be":
        starts += children(token.head, "xcomp", "ccomp")
    order = {"xcomp": 0, "ccomp": 0, "pcomp": 0, "acl": 0}
    for start in sorted(starts, key=lambda each: (order.get(each.dep_, 1), each.i)):
        layer = [start]
        for _ in range(5):
            for each in layer:
                if each.i in by_token and each != token:
                    return by_token[each.i]
            layer = [
                child
                for each in layer
                for child in each.children
                if child.dep_
                in (
                    "xcomp",
                    "ccomp",
                    "dobj",
                    "prep",
                    "pobj",
                    "pcomp",
                    "conj",
                    "acl",
                    "attr",
                    "advcl",
                    "nsubjpass",
                    "compound",
                    "oprd",
                )
                and not (child.dep_ == "advcl" and first_child(child, "mark") is not None)
            ]
    return None


def _condition(
    draft: Draft, token: Token, status: Status, about: str | None, by_token: dict[int, str]
) -> Condition | None:
    if (status in REAL and about is not None) or status in ("negated", "cancelled", "ongoing"):
        return None
    condition = condition_above(token)
    if condition is None:
        return None
    start, end = condition_span(condition)
    if start <= token.i <= end:
        return None
    inner = next(
        (by_token[word.i] for word in [condition, *condition.subtree] if word.i in by_token), None
    )
    return Condition(citation=_cite_tokens(draft, start, end), event=inner)


_HOLDING = frozenset({"hold", "stage", "conduct", "carry", "convene", "host", "launch"})


def _citation(draft: Draft, trigger: Trigger) -> Citation:
    """The trigger's words: the verb with its particle, up to its light noun where that is near."""
    token = trigger.token
    start = end = token.i
    stopped = stopping_verb(token) if trigger.entry.mode == "discontinue" else None
    if stopped is not None and token.i - _LONGEST_TRIGGER <= stopped.i < token.i:
        start = stopped.i
    particle = first_child(token, "prt") if is_verb(token) else None
    if particle is not None and 0 < particle.i - token.i <= _LONGEST_TRIGGER:
        end = particle.i
    if trigger.noun is not None and token.i - trigger.noun.i > 3:
        # "the summit between the two will be held": the noun says it; "the pact ... signed": the verb
        if lemma(token) in _HOLDING:
            start = end = trigger.noun.i
    elif trigger.noun is not None and abs(trigger.noun.i - token.i) <= _LONGEST_TRIGGER:
        start, end = min(start, trigger.noun.i), max(end, trigger.noun.i)
    if is_verb(token) and prefix_of(token):
        start = min(start, token.i - 2)
    elif not is_verb(token) and token.i and " " in trigger.entry.word:
        start = token.i - 1
    elif not is_verb(token) and "-" in trigger.entry.word and hyphenated(token):
        start = token.i - 2
    return _cite_tokens(draft, start, end)


def _cite_tokens(draft: Draft, start: int, end: int) -> Citation:
    """Tokens `start` to `end` (inclusive) as a citation."""
    tokens: Span = draft.doc[start : end + 1]
    part = draft.part_at(tokens.start_char)
    if tokens.end_char > part.end:
        return draft.cite(tokens.start_char, part.end)
    return Citation(
        start=tokens.start_char - part.start,
        end=tokens.end_char - part.start,
        words=draft.text[tokens.start_char : tokens.end_char],
        part=part.name,
    )


def _cite_sentence(draft: Draft, token: Token) -> Citation:
    sentence = sentence_of(token)
    start, end = sentence.start, sentence.end - 1
    while end > token.i and draft.doc[end].is_space:
        end -= 1
    while start < token.i and draft.doc[start].is_space:
        start += 1
    return _cite_tokens(draft, start, end)


def _cite_clause(draft: Draft, token: Token) -> Citation | None:
    bounds = clause_around(token)
    return _cite_tokens(draft, *bounds) if bounds is not None else None


def _cite_phrase(draft: Draft, noun: Token) -> Citation:
    """The words of a noun phrase, without relative clauses and what follows a comma."""
    start = noun.left_edge.i
    end = noun.i
    for child in noun.rights:
        if (child.dep_ == "prep" and child.lower_ == "of") or child.dep_ in ("nummod", "amod"):
            if child.right_edge.i - noun.i <= 12:
                end = max(end, child.right_edge.i)
        else:
            break
    while start < noun.i and (
        draft.doc[start].is_space
        or (draft.doc[start].is_punct and not draft.doc[start].is_currency)
    ):
        start += 1
    return _cite_tokens(draft, start, end)

"""The words that are cited for an event: its trigger, its sentence, its clause, its object and its condition."""

from ...model.event import REAL, Condition, Status
from ...model.text import Citation
from ..draft import Draft
from ..tokens import Token
from .ceasing import stopping_verb
from .clauses import clause_around
from .conditions import condition_above, condition_span
from .grammar import first_child, is_verb, lemma
from .hyphens import hyphenated, prefix_of
from .triggers import Trigger

_LONGEST_TRIGGER = 6
"""Tokens from verb to noun within which both are cited as one trigger ("imposed new sanctions")."""


def condition_for(
    draft: Draft, token: Token, status: Status, about: str | None, by_token: dict[int, str]
) -> Condition | None:
    """The condition under which an event stands, with the event inside it; None where it has happened or has none."""
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


def cite_trigger(draft: Draft, trigger: Trigger) -> Citation:
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
    tokens = draft.tokens
    first, last = tokens[start].idx, tokens[end].idx + len(tokens[end])
    return draft.cite(first, min(last, draft.part_at(first).end))


def cite_sentence(draft: Draft, token: Token) -> Citation:
    """The sentence of a token without outer space."""
    sentence = token.sent
    start, end = sentence.start, sentence.end - 1
    while end > token.i and token.doc[end].is_space:
        end -= 1
    while start < token.i and token.doc[start].is_space:
        start += 1
    return _cite_tokens(draft, start, end)


def cite_clause(draft: Draft, token: Token) -> Citation | None:
    """The smallest clause around a token that stands by itself, or None."""
    bounds = clause_around(token)
    return _cite_tokens(draft, *bounds) if bounds is not None else None


def cite_phrase(draft: Draft, noun: Token) -> Citation:
    """The words of a noun phrase, without relative clauses and what follows a comma."""
    start = noun.left_edge.i
    end = noun.i
    for child in noun.rights:
        if (child.dep_ == "prep" and child.lower_ == "of") or child.dep_ in ("nummod", "amod"):
            if child.right_edge.i - noun.i <= 12:
                end = max(end, child.right_edge.i)
        else:
            break
    doc = noun.doc
    while start < noun.i and (doc[start].is_space or doc[start].is_punct):
        start += 1
    while (
        start > 1
        and doc[start - 1].text == "-"
        and not (doc[start - 1].whitespace_ or doc[start - 2].whitespace_)
    ):
        # "to de-escalate": a phrase does not begin within a word, whose first piece may turn it.
        start -= 2
    return _cite_tokens(draft, start, end)

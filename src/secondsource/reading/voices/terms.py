"""Terms of anonymity: on what condition somebody speaks without a name, as the article writes it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from msgspec import structs

from ...lexicon import reporting
from ..grid import Grid
from ..proposal import Proposal
from .room import Room, Spoken, sentence_around

_PEOPLE_AGAIN = re.compile(r"\b(?:the|both|all)\s(?:\w+\s)?(\w+)\s*,?\s*(?:who\s)?$", re.IGNORECASE)
"""Who states terms in a sentence of their own: "The officials asked not to be named"."""


def with_later_terms(room: Room, found: list[Spoken]) -> list[Spoken]:
    """The voices, each unnamed one without terms with those that a sentence further on states of the same noun:
    "Two officials said so. The officials asked not to be named"."""
    grid = room.grid
    if not room.has_terms:
        return found
    if not any(s.voice.kind == "anonymous" and not s.voice.terms for s in found):
        return found
    stated: dict[str, str] = {}
    for term in stated_terms(grid):
        who = _PEOPLE_AGAIN.search(grid.text[max(0, term.start() - 40) : term.start()])
        if who is not None:
            stated.setdefault(who[1].lower(), _terms_from(grid.text, term, len(grid.text)))
    if not stated:
        return found
    changed = []
    for spoken in found:
        voice = spoken.voice
        if voice.kind == "anonymous" and not voice.terms and voice.description:
            nouns = set(re.findall(r"[a-z]+", voice.description.lower()))
            words = next((stated[n] for n in stated if n in nouns), None)
            if words is not None:
                spoken = replace(spoken, voice=structs.replace(voice, terms=words))
        changed.append(spoken)
    return changed


def stated_terms(grid: Grid) -> Iterator[re.Match[str]]:
    """Where a text states terms of anonymity: each of them holds one of few words, and only around those is looked."""
    words, around = reporting.anonymity_words(), 2 * reporting.longest_anonymity_term()
    after = 0
    for n, word in enumerate(grid.lower):
        if word not in words:
            continue
        begin, end = max(after, grid.start[n] - around), grid.end[n] + around
        for term in reporting.anonymity_terms().finditer(grid.text, begin, end):
            if term.end() < end:  # at the end a word may be cut
                yield term
                after = term.end()


def _terms_from(text: str, term: re.Match[str], end: int) -> str:
    stop = _TERMS_END.search(text, term.end(), end)
    until = stop.start() if stop else end
    return " ".join(text[term.start() : until].split()).rstrip(" .,;")


_TERMS_END = re.compile(r"[,;:\"“”]|\.\s|\s[–—-]\s|\ssaid\b")


def _may_hold_terms(grid: Grid, tokens: range) -> bool:
    words = grid.lower[tokens.start : tokens.stop]
    return not reporting.anonymity_words().isdisjoint(words)


def with_terms(grid: Grid, proposal: Proposal, spoken: Spoken) -> Spoken:
    """The voice with the terms of anonymity that its sentence states."""
    if spoken.voice.kind != "anonymous" or spoken.voice.terms:
        return spoken
    start, end = sentence_around(grid, proposal.cue[0])
    if not _may_hold_terms(grid, grid.tokens_in(start, end)):
        return spoken
    for term in reporting.anonymity_terms().finditer(grid.text, start, end):
        if any(s <= term.start() < e for s, e in proposal.content):
            continue
        words = _terms_from(grid.text, term, end)
        return replace(spoken, voice=structs.replace(spoken.voice, terms=words))
    return spoken


def with_known_terms(found: list[Spoken]) -> list[Spoken]:
    """The voices, each unnamed one with the terms of anonymity that any of its statements gives."""
    terms = {
        (s.voice.description, s.voice.affiliation): s.voice.terms for s in found if s.voice.terms
    }
    return [
        replace(s, voice=structs.replace(s.voice, terms=known))
        if s.voice.kind == "anonymous"
        and not s.voice.terms
        and s.voice.count == 1
        and (known := terms.get((s.voice.description, s.voice.affiliation)))
        else s
        for s in found
    ]

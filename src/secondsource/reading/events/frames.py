"""Whether a row of the event table holds for a word as it stands in its sentence."""

from ...lexicon.events import EventEntry, noun_entries, verb_entries
from ..tokens import Token
from .clause_parts import agents_of
from .grammar import is_nominal, is_passive, is_verb, lemma
from .hyphens import hyphenated, prefix_of
from .noun_needs import noun_holds
from .standing import standing_entry
from .verb_needs import verb_holds

_ENTRIES = "secondsource.event_entries"


def entry_for(token: Token) -> EventEntry | None:
    """The row of the table that holds for a token, or None. The token is the head of its phrase.

    Asked several times for each word, so the answers are kept with the parsed text.
    """
    memory: dict[int, EventEntry | None] = token.doc.user_data.setdefault(_ENTRIES, {})
    if token.i not in memory:
        memory[token.i] = _find_entry(token)
    return memory[token.i]


def _asks_who(entry: EventEntry) -> bool:
    """Whether a row of a type holds only for some who do it; rows without a type keep others off, whoever does it."""
    return entry.type is not None and any(need.what == "subj" for need in entry.needs)


def _find_entry(token: Token) -> EventEntry | None:
    if is_verb(token):
        rows = verb_entries().get(prefix_of(token) + lemma(token), ())
        if len(rows) > 1 and is_passive(token) and not agents_of(token):
            # Where it is not told who does it, the rows that ask for nobody come first.
            rows = tuple(sorted(rows, key=_asks_who))
        for entry in rows:
            if all(verb_holds(need, token, entry, entry_for) for need in entry.needs):
                return entry if entry.type is not None else None
        return None
    joined = hyphenated(token)
    if is_nominal(token) or joined:
        names = [lemma(token)]
        if joined:
            names = [joined]
        elif token.i and token.nbor(-1).head == token:
            names.insert(0, f"{token.nbor(-1).lower_} {lemma(token)}")
        for name in [*names, "*"]:
            for entry in noun_entries().get(name, ()):
                if all(noun_holds(need, token) for need in entry.needs):
                    return entry if entry.type is not None else None
        if is_nominal(token) and not joined:
            return standing_entry(token)
    return None

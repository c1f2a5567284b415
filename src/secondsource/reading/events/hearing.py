"""What a clause says of itself, heard on the way up."""

from ...lexicon.events import operators
from ..tokens import Token
from .grammar import first_child, lemma
from .modality import own_operators
from .tenses import tense
from .walk import Walk


def is_finite(verb: Token) -> bool:
    """Whether a verb has a tense or a modal of its own."""
    return tense(verb) != "none" or any(child.tag_ == "MD" for child in verb.children)


def is_infinitive(verb: Token) -> bool:
    """Whether "to" stands before a verb, or the "na" of "gonna"."""
    return any(child.lower_ in ("to", "na") and child.dep_ == "aux" for child in verb.children)


def hear(verb: Token, walk: Walk, ignoring: tuple[str, ...] = ()) -> None:
    """Adds what the clause of `verb` says of itself, then goes on above it."""
    kind = walk.kind if verb == walk.start else ""
    walk.add(*(operator for operator in own_operators(verb, kind) if operator not in ignoring))
    walk.above_verb(verb)


def frames_quotation(verb: Token) -> bool:
    """Whether a verb of saying with its subject stands right after the end of a quotation, from which it hangs
    in the parse only ("..., " the envoy told reporters after the talks")."""
    who = first_child(verb, "nsubj")
    if verb.head.i > verb.i or who is None or who.i > verb.i:
        return False
    start = who.left_edge
    if not start.i or not start.nbor(-1).is_quote or start.i <= verb.head.i:
        return False
    return operators("clause").get(lemma(verb)) == "transparent"

"""The smallest clause around an event that reads as a sentence of its own."""

from spacy.tokens import Token

from ...lexicon.events import operators
from .grammar import SUBJECTS, first_child, is_verb, lemma, sentence_of
from .modality import condition_of, own_operators, tense

MAX_CLIMB = 20
"""Heads to climb; what stands deeper is a broken parse, and no clause is given."""
_TELLING_MARKS = frozenset(
    {"after", "as", "while", "when", "because", "although", "though", "since"}
)
_LEADING = frozenset({"and", "but", "or", "so", "yet", "that"})
_RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})


def clause_around(token: Token) -> tuple[int, int] | None:
    """First and last token (inclusive) of the smallest finite clause around `token` that stands by itself, from
    its subject or what comes before it to its end; None where that is not certain. What governs the
    event (conditions, negations, a speaker named before it) is always inside; a reporting clause that
    only follows ("..., she said") is not."""
    node = token
    for _ in range(MAX_CLIMB):
        if _is_clause(node) and (node.head == node or _stands_alone(node)):
            return _bounds(node, token)
        if node.head == node:
            return None
        node = node.head
    return None


def _is_clause(verb: Token) -> bool:
    """Whether a verb has a tense or modal, and a subject that is no relative pronoun."""
    who = first_child(verb, *SUBJECTS, "expl")
    if not is_verb(verb) or who is None or who.tag_ in _RELATIVES:
        return False
    return tense(verb) != "none" or any(child.tag_ == "MD" for child in verb.children)


def _stands_alone(verb: Token) -> bool:
    """Whether nothing above a clause decides on what it tells."""
    head = verb.head
    if not is_verb(head):
        return False
    match verb.dep_:
        case "conj":
            plain = not own_operators(head) and condition_of(head) is None
            return head.head == head and (plain or tense(verb) == "past")
        case "ccomp":
            # "..., the minister said": told after it, by a plain word of telling
            return (
                head.i > verb.right_edge.i
                and head.head == head
                and first_child(verb, "mark") is None
                and operators("clause").get(lemma(head)) == "transparent"
                and not own_operators(head)
            )
        case "advcl":
            marks = {child.lower_ for child in verb.children if child.dep_ in ("mark", "advmod")}
            return (
                tense(verb) == "past"
                and bool(marks & _TELLING_MARKS)
                and head.head == head
                and verb.left_edge.lower_ in _TELLING_MARKS
            )
    return False


def _bounds(verb: Token, token: Token) -> tuple[int, int] | None:
    """The clause of `verb` without clauses coordinated with it, conjunctions and outer punctuation."""
    doc = verb.doc
    start, end = verb.left_edge.i, verb.right_edge.i
    if verb.head == verb:
        start, end = sentence_of(verb).start, sentence_of(verb).end - 1
    inside = {each.i for each in verb.subtree}
    for child in verb.children:
        coordinate = child.dep_ in ("conj", "parataxis") and is_verb(child) and _is_clause(child)
        if coordinate and token.i < child.left_edge.i:
            if any(other.i > child.i for other in verb.children if not other.is_punct):
                return None
            end = min(end, child.left_edge.i - 1)
    while start < end and (
        doc[start].is_punct
        or doc[start].is_space
        or doc[start].lower_ in _LEADING
        or (
            doc[start].lower_ in _TELLING_MARKS and verb.dep_ == "advcl" and doc[start].head == verb
        )
    ):
        if doc[start].is_quote and _is_open(doc[start], end):
            break
        start += 1
    while end > start and (
        (doc[end].is_punct and not doc[end].is_quote)
        or doc[end].is_space
        or doc[end].dep_ == "cc"
        or (doc[end].is_quote and not _is_closed(doc[end], start))
    ):
        end -= 1
    words = doc[start : end + 1]
    if not start <= token.i <= end or not start <= verb.i <= end or len(words) < 3:
        return None
    if any(each.i not in inside and not (each.is_punct or each.is_space) for each in words):
        return None
    if (start and doc[start - 1].is_quote) or (end + 1 < len(doc) and doc[end + 1].is_quote):
        return None  # what only its quotation marks hold apart from the newsroom's own words
    if "\n" in words.text or sum(each.is_quote and each.text not in "'’" for each in words) % 2:
        return None
    return start, end


def _is_open(quote: Token, end: int) -> bool:
    """Whether a quotation mark at the start of a clause is closed inside it."""
    return any(each.is_quote for each in quote.doc[quote.i + 1 : end + 1])


def _is_closed(quote: Token, start: int) -> bool:
    """Whether a quotation mark at the end of a clause was opened inside it."""
    return any(each.is_quote for each in quote.doc[start : quote.i])

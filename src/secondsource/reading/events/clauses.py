"""The smallest clause around an event that reads as a sentence of its own."""

from ...lexicon.events import operators
from ..tokens import Token
from .conditions import condition_of
from .grammar import SUBJECTS, children, first_child, is_verb, lemma
from .modality import own_operators
from .tenses import tense

MAX_CLIMB = 20
"""Heads to climb; what stands deeper is a broken parse, and no clause is given."""
_TELLING_MARKS = frozenset(
    {"after", "as", "while", "when", "because", "although", "though", "since"}
)
_SO_MUCH = frozenset(
    {"far", "long", "much", "many", "few", "little", "often", "soon", "great", "severe"}
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
    cut = -1
    for child in children(verb, "conj", "parataxis"):
        if is_verb(child) and token.i < child.left_edge.i and _is_clause(child):
            if any(other.i > child.i for other in verb.children if not other.is_punct):
                return None
            cut = child.left_edge.i if cut < 0 else min(cut, child.left_edge.i)
    # many events share a clause, so its bounds are kept with the parsed text
    memory: dict[tuple[int, int], tuple[int, int] | None] = verb.doc.user_data.setdefault(
        _MEMORY, {}
    )
    key = (verb.i, cut)
    if key not in memory:
        memory[key] = _trimmed(verb, cut)
    bounds = memory[key]
    if bounds is None or not bounds[0] <= token.i <= bounds[1]:
        return None
    return bounds


_MEMORY = "secondsource.clause_bounds"


def _trimmed(verb: Token, cut: int) -> tuple[int, int] | None:
    """First and last token of the clause of `verb`, up to `cut` if it is not negative; None where it does
    not stand by itself."""
    doc = verb.doc
    start, end = verb.left_edge.i, verb.right_edge.i
    if verb.head == verb:
        start, end = verb.sent.start, verb.sent.end - 1
    inside = {each.i for each in verb.subtree}
    if cut >= 0:
        end = min(end, cut - 1)
    words = list(doc[start : end + 1])
    first, last = start, end
    while start < end and _opens_outside(words[start - first], verb):
        if words[start - first].is_quote and any(
            each.is_quote for each in words[start - first + 1 :]
        ):
            break
        start += 1
    while end > start and (
        (words[end - first].is_punct and not words[end - first].is_quote)
        or words[end - first].is_space
        or words[end - first].dep_ == "cc"
        or (
            words[end - first].is_quote
            and not any(each.is_quote for each in words[start - first : end - first])
        )
    ):
        end -= 1
    words = words[start - first : len(words) - (last - end)]
    if not start <= verb.i <= end or len(words) < 3:
        return None
    if any(each.i not in inside and not (each.is_punct or each.is_space) for each in words):
        return None
    if (start and doc[start - 1].is_quote) or (end + 1 < len(doc) and doc[end + 1].is_quote):
        return None  # what only its quotation marks hold apart from the newsroom's own words
    marks = sum(each.is_quote and each.text not in "'’" for each in words)
    if marks % 2 or any("\n" in each.text for each in words):
        return None
    return start, end


def _opens_outside(word: Token, verb: Token) -> bool:
    """Whether a word at the start of a clause only joins it to what comes before."""
    if word.lower_ == "so" and word.i + 1 < len(word.doc) and word.nbor(1).lower_ in _SO_MUCH:
        return False  # "So far, nine boats have sunk"
    if word.is_punct or word.is_space or word.lower_ in _LEADING:
        return True
    return word.lower_ in _TELLING_MARKS and verb.dep_ == "advcl" and word.head == verb

"""Conditions: under which "if" an event stands."""

from spacy.tokens import Token

from .grammar import clauses_after, is_verb
from .modality import condition_of

MAX_CLIMB = 10
"""Heads to climb in search of the clause that a condition hangs on; real sentences need at most six."""


def condition_above(token: Token) -> Token | None:
    """The head of the condition under which the event of `token` stands, or None. An event inside the
    condition itself has none by it."""
    for clause in clauses_after(token) if not is_verb(token) else []:
        # "sanctions to be imposed if it attacks"
        condition = condition_of(clause)
        if condition is not None:
            return condition
    node = token
    for _ in range(MAX_CLIMB):
        if is_verb(node):
            condition = condition_of(node)
            if condition is not None and not _inside(token, condition):
                return condition
        if node.head == node:
            return None
        node = node.head
    return None


def _inside(token: Token, holder: Token) -> bool:
    return holder.left_edge.i <= token.i <= holder.right_edge.i and (
        token == holder or holder.is_ancestor(token)
    )


def condition_span(condition: Token) -> tuple[int, int]:
    """First and last token (inclusive) of the words of a condition, outer punctuation left out."""
    start, end = condition.left_edge.i, condition.right_edge.i
    doc = condition.doc
    while start > 0 and doc[start - 1].head == condition and doc[start - 1].dep_ in ("mark", "aux"):
        start -= 1
    while end > start and (doc[end].is_punct or doc[end].is_space or doc[end].is_quote):
        end -= 1
    while start < end and (doc[start].is_punct or doc[start].is_space or doc[start].is_quote):
        start += 1
    return start, end

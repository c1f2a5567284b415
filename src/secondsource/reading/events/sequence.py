"""Which of two deeds comes first, where a phrase puts one after the other."""

from ..tokens import Token
from .grammar import children, is_verb

_GRAVE = frozenset({"assault", "coerce", "accuse", "threaten", "reject", "protest", "sanction"})
"""Types of deeds after which something follows for who did them: "he will face trial after beating a guard"."""


def is_still_ahead(verb: Token, preposition: Token, head: Token, kind: str) -> bool:
    """Whether somebody will do one thing "after" another that he has not done either: "said she would speak after meeting
    her lawyers"."""
    if preposition.lower_ not in ("after", "upon") or not is_verb(head) or kind in _GRAVE:
        return False
    modals = {child.lower_ for child in children(head, "aux") if child.tag_ == "MD"}
    active = verb.tag_ == "VBG" and not children(verb, "aux", "auxpass")
    return active and not modals.isdisjoint(_WILL)


_WILL = frozenset({"will", "would", "'ll", "’ll", "shall"})

"""Clauses whose auxiliary stands before their subject, because of the words that open them: "Never before had it
fired", "Hardly had they signed when", "Not until Friday did it withdraw"."""

from ..tokens import Token
from .grammar import SUBJECTS, children, first_child, lemma

_AUXILIARIES = frozenset({"have", "be", "do", "will", "would", "can", "could", "shall", "should"})
_DENYING = (
    ("never",),
    ("nowhere",),
    ("not", "once"),
    ("at", "no"),
    ("on", "no", "account"),
    ("on", "no", "occasion"),
    ("under", "no"),
    ("in", "no", "way"),
    ("in", "no", "case"),
    ("by", "no", "means"),
    ("not", "one"),
    ("not", "a", "single"),
)
_JUST_DONE = (("hardly",), ("scarcely",), ("barely",), ("no", "sooner"))
_AT_LAST = (("not", "until"), ("not", "till"), ("not", "before"))
_OPENING = 9
"""Tokens before the auxiliary in which the words that moved it stand ("Never in its long history had")."""


def opens_negated(verb: Token) -> bool:
    """Whether words before its inverted auxiliary deny a clause: "Never before had the court", "At no point did"."""
    return any(_opens_with(helper, _DENYING) for helper in _inverted(verb))


def came_before_another(verb: Token) -> bool:
    """Whether a clause that opens like a denial tells of what was done: "Hardly had they signed when", "Not until
    Friday did it withdraw"; of what is still to come ("Not until May will it") nothing is said."""
    told = first_child(verb, "ccomp")
    if told is not None and told.i > verb.i and lemma(verb) in _AUXILIARIES:
        return came_before_another(told)  # the parse has made the auxiliary the main verb
    for helper in _inverted(verb):
        if helper.tag_ == "MD":
            continue
        if _opens_with(helper, _AT_LAST):
            return helper.tag_ == "VBD"
        if _opens_with(helper, _JUST_DONE):
            return any(
                word.lower_ in ("when", "than", "before") and word.i > verb.i for word in verb.sent
            )
    return False


def _inverted(verb: Token) -> list[Token]:
    """The auxiliaries of a verb that stand before its subject, also where the parse has made one the main verb."""
    found = [child for child in children(verb, "aux", "auxpass") if child.i < verb.i]
    if verb.dep_ in ("ccomp", "xcomp") and verb.head.i < verb.i:
        found.append(verb.head)
    who = first_child(verb, *SUBJECTS)
    if who is None:
        return []
    return [helper for helper in found if helper.i < who.i and lemma(helper) in _AUXILIARIES]


def _opens_with(helper: Token, phrases: tuple[tuple[str, ...], ...]) -> bool:
    """Whether one of these phrases opens the clause, not far before the auxiliary."""
    doc, start = helper.doc, helper.sent.start
    for at in range(max(start, helper.i - _OPENING), helper.i):
        before = doc[at - 1] if at > start else None
        joined = before is not None and before.lower_ in ("and", "but", "that", "or")
        if before is not None and not (before.is_punct or before.is_quote or joined):
            continue
        words = tuple(token.lower_ for token in doc[at : helper.i])
        if "," in words:
            continue  # "Under no pressure, had he": what opens is over
        if any(words[: len(phrase)] == phrase for phrase in phrases):
            return True
    return False

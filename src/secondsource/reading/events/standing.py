"""Nouns that stand where only what happens can stand: feared, called off, after "despite" or "talk of". Their rows of the
table may then go without the light verb or the phrase that they ask for elsewhere."""

from ...lexicon.events import EventEntry, Need, classes, noun_entries, operators
from ..tokens import Token
from .grammar import is_nominal, is_verb, lemma
from .noun_needs import noun_holds

_SHOWING = frozenset({"lv", "on+lv", "of+lv", "with", "between", "definite", "det"})
"""Needs that only ask for a sign that something happens; needs of a class tell one sense of the word from another."""

_IN_TIME = frozenset(
    {"after", "amid", "before", "despite", "during", "following", "over", "pending", "since"}
    | {"until", "without"}
)


def standing_entry(noun: Token) -> EventEntry | None:
    """The row of a noun that tells of an event by where it stands, though no row holds; None where the rows differ in
    type, or the word stands for somebody, for a thing or for ties. A threat may be a danger that nobody utters."""
    rows = noun_entries().get(lemma(noun), ())
    types = {row.type for row in rows if row.type is not None}
    if (
        len(types) != 1
        or "threaten" in types
        or _is_no_deed(lemma(noun))
        or not _stands_as_event(noun)
    ):
        return None
    if any(row.type is None and _holds(row.needs, noun) for row in rows):
        return None
    loose = (row for row in rows if row.type is not None and _only_shows(row.needs))
    return next(loose, None)


def _holds(needs: tuple[Need, ...], noun: Token) -> bool:
    return all(noun_holds(need, noun) for need in needs)


def _only_shows(needs: tuple[Need, ...]) -> bool:
    return all(need.what in _SHOWING for need in needs)


def _is_no_deed(word: str) -> bool:
    table = classes()
    return any(word in table[name] for name in ("ACTORWORD", "AID", "RELATIONS"))


def _stands_as_event(noun: Token) -> bool:
    """Whether what governs a noun says of an event whether and when it is."""
    head = noun.head
    if noun.dep_ == "conj" and is_nominal(head):
        return _stands_as_event(head)
    if noun.dep_ in ("dobj", "nsubjpass"):
        return is_verb(head) and lemma(head) in operators("object")
    if noun.dep_ == "nsubj":
        return is_verb(head) and lemma(head) in operators("subject")
    if noun.dep_ != "pobj":
        return False
    holder = head.head
    if is_verb(holder) and f"{lemma(holder)}+{head.lower_}" in operators("verb_prep"):
        return True
    if head.lower_ in _IN_TIME:
        return True
    return head.lower_ in ("of", "for") and lemma(holder) in operators("noun")

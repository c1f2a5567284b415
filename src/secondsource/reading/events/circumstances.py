"""What a phrase of time, place, cause or aim makes of the event that its noun names."""

from ...lexicon.events import operators
from ..tokens import Token
from .conditions import lacks_something
from .grammar import (
    clause_of,
    first_child,
    is_verb,
    lemma,
    preposition_words,
)
from .modality import own_operators
from .phrases import (
    is_proceeding,
    is_strong,
    looks_back,
)
from .tenses import tense
from .walk import Walk


def circumstance(noun: Token, preposition: Token, walk: Walk, definite: bool) -> None:
    """A noun in a phrase of time, place, cause or aim."""
    table = operators("preposition")
    word = preposition.lower_
    outcome = next(
        (table[words] for words in preposition_words(preposition) if words in table), None
    )
    verb = preposition.head
    while not is_verb(verb) and verb.head != verb:
        verb = verb.head
    above = walk.ahead(verb)
    if is_verb(verb):
        above.add(*own_operators(verb))
        above.above_verb(verb)
    past = is_verb(verb) and is_past(verb)
    if (
        word == "of"
        and lemma(verb) == "come"
        and preposition.head == verb
        and above.status == "negated"
    ):
        walk.add("negated")  # "nothing came of the plan"
        return
    if lemma(verb) in ("be", "remain", "come") and word in _STATES and above.is_real:
        # "is under sanctions", "remained at war"
        walk.add("ongoing" if tense(verb) == "present" else "")
        return
    real = is_verb(verb) and (
        above.is_real or (definite and above.status in ("negated", "alleged", "denied"))
    )
    missing = word in ("without", "absent") and is_verb(verb) and lacks_something(verb)
    if missing and not (definite and (_is_perfect(verb) or is_strong(noun))):
        walk.add("conditional")  # "Without a loan, the mill will close"
        return
    if word == "of" and preposition.head.lower_ == "out" and lemma(verb) in ("walk", "storm"):
        outcome = "factive"  # whoever storms out of talks was in them
    if word == "of" and preposition.head.lower_ in ("instead", "short"):
        outcome = "negated"
    opens = preposition.i < preposition.head.i
    if word == "of" and outcome is None and is_verb(preposition.head) and opens:
        outcome = "factive"  # "Of the three rounds of talks, only the second": the whole is known
    if outcome in ("inherits", None) and definite and is_proceeding(noun, walk.kind):
        return  # "whether he lied in the inquiry": it is held
    strong = is_strong(noun)
    match outcome:
        case "factive":
            refused = word in _IN_SPITE and above.status == "negated"
            if not (real or strong or definite or refused):
                walk.add(above.status if not above.is_real else "hypothetical")
        case "future":
            if not (
                (looks_back(noun) or (word == "before" and (strong or definite))) and real and past
            ):
                walk.add("planned")
        case "inherits":
            if not strong or above.status == "conditional":
                if above.status != "negated" or not definite:
                    walk.add(above.status)
                past = past and (is_verb(preposition.head) or preposition.head.pos_ == "ADV")
                if not (definite or past or word in ("in", "at", "during") or not walk.is_real):
                    walk.add("hypothetical")
                elif walk.is_real and is_verb(verb) and _is_of_a_kind(noun, verb, definite):
                    walk.add("hypothetical")  # "is the custom in village meetings"
        case "negated":
            if not (word == "without" and definite) or lemma(verb) in _PARTING:
                walk.add("negated")
        case "conditional":
            walk.add("conditional")
        case _:
            reason = word == "for" and past and not _is_moving(verb)
            reason = reason or (word == "to" and past and lemma(preposition.head) in _REACHING)
            if not (
                (strong and outcome is not None)
                or (definite and real and (word in ("about", "on", "against") or reason))
            ):
                # "troops moved for war games", "the deployment of troops for the war games"
                on_the_way = _is_moving(verb) or (definite and lemma(preposition.head) in _JOURNEYS)
                walk.add("planned" if word == "for" and on_the_way else "hypothetical")


def _is_of_a_kind(noun: Token, verb: Token, definite: bool) -> bool:
    """Whether a plural stands for all of its kind: without an article, a number or a time, in what is so at
    all times."""
    if definite or noun.tag_ != "NNS" or looks_back(noun) or first_child(noun, "nummod"):
        return False
    return (
        tense(verb) == "present" and lemma(verb) == "be" and first_child(verb, "acomp") is not None
    )


_IN_SPITE = frozenset({"despite", "after", "amid", "following", "notwithstanding"})
"""Prepositions before what was there though its clause says that something was not done ("despite an offer of
amnesty, none has surrendered")."""
_PARTING = frozenset({"leave", "end", "return", "close", "conclude", "adjourn", "depart"})
"""Verbs of going away, without what was hoped for: "left without the pledge that she had come for"."""
_STATES = frozenset({"under"})
_REACHING = frozenset({"come", "flock", "throng", "return", "troop", "stream"})
"""Verbs of those who have been to what they went to, where they are told in the past ("came to the rally")."""
_JOURNEYS = frozenset(
    {"deployment", "movement", "transfer", "dispatch", "departure", "trip", "journey"}
)


def is_past(verb: Token) -> bool:
    """Whether a clause is in the past; a participle has the tense of the clause that it stands in ("Speaking
    on a visit to Lamu, she said")."""
    participle = verb.tag_ in ("VBG", "VBN") and verb.dep_ in ("advcl", "acl")
    if participle and tense(verb) == "none":
        above = clause_of(verb.head)
        return is_verb(above) and tense(above) == "past"
    return tense(verb) == "past"


def _is_moving(verb: Token) -> bool:
    return lemma(verb) in _MOVING


_MOVING = frozenset(
    """
    move send deploy ship transfer dispatch rush assemble invite travel fly go come arrive head depart gather leave prepare
    provide convene meet
    """.split()
)


def _is_perfect(verb: Token) -> bool:
    """Whether "have" stands with a verb: without what was there, "the town would have starved"."""
    return any(child.dep_ == "aux" and lemma(child) == "have" for child in verb.children)

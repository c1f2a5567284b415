"""What a preposition, with the word that it hangs on, says of the event after it."""

from ...lexicon.events import operators, word_lists
from ..tokens import Token
from .came_about import is_done
from .circumstances import circumstance, is_past
from .composing import OPEN
from .grammar import (
    children,
    clause_of,
    first_child,
    is_definite,
    is_nominal,
    is_verb,
    lemma,
    preposition_words,
    with_particle,
)
from .kinds import is_sum
from .modality import is_over, own_operators
from .phrases import (
    determiners,
    is_any,
    is_ordinal,
    is_proceeding,
    is_said,
    is_strong,
    looks_back,
    noun_operator,
)
from .subjects import of_subject
from .tenses import tense
from .walk import Walk

_TAKING = frozenset(
    {"of", "for", "to", "about", "on", "over", "into", "against", "from", "regarding"}
)


def preposition_outcome(preposition: Token, head: Token) -> str | None:
    """What a verb, noun or adjective with this preposition makes of what follows; None if nothing."""
    word = preposition.lower_
    if is_verb(head):
        table = operators("verb_prep")
        for name in (with_particle(head), lemma(head)):
            phrase = f"{name}+{word}"
            if phrase in _RESULTING and tense(head) == "past":
                behind = any(who.lower_ in ("that", "which") for who in children(head, "nsubj"))
                return "factive" if behind or head.dep_ == "relcl" else "inherits"
            if phrase in table:
                return table[phrase]
        return None
    if head.dep_ == "advmod" and is_verb(head.head):
        # "backed away from closing the port"
        return operators("verb_prep").get(f"{lemma(head.head)}+{head.lower_}+{word}")
    if word == "of" and is_done(head):
        return "inherits"
    if is_nominal(head) and word in _TAKING:
        outcome = operators("noun").get(lemma(head))
        if outcome == "factive" and word in ("on", "against"):
            return outcome
        if outcome in ("inherits", "factive") and word not in ("of", "to", "for", "into", "over"):
            return None
        return noun_operator(head) or None
    if head.pos_ == "ADJ":
        outcome = operators("adjective").get(lemma(head))
        return outcome if outcome not in ("past", "ongoing") else None
    return None


_AIMING = frozenset({"aim", "hope", "look", "wish", "wait", "push"})
_RESULTING = frozenset({"lead+to", "result+in", "end+in", "escalate+into", "turn+into"})
_YIELDING = frozenset(
    {"bow", "yield", "submit", "cave", "give", "comply", "respond", "reply", "react", "accede"}
    | {"succumb", "surrender", "response", "reply", "answer", "reaction", "compliance", "balk"}
)

_PARTS = frozenset({"some", "most", "many", "several", "few", "each", "all"})


def real_head(preposition: Token) -> Token:
    """What a preposition hangs on: the verb, where verb and preposition make a phrase of the table and the
    parse has hung it on the object between them ("accused the exiles of")."""
    head = preposition.head
    if preposition.dep_ == "conj" and head.dep_ == "prep" and head.lower_ == preposition.lower_:
        return real_head(head)  # "accused of massing troops and of arming rebels"
    before = preposition.nbor(-1) if preposition.i else head
    joined = before.dep_ == "conj" and before.head == head and is_nominal(head)
    if joined and is_nominal(before) and lemma(before) in operators("noun"):
        return before  # "condemnation and threats of sanctions"
    if preposition.lower_ == "of" and _is_in_phrase(before, head):
        return before  # "spoke in favour of arresting him", "wrote in the hope of meeting her"
    planned = _planned_subject(preposition, head)
    if planned is not None:
        return planned
    between = is_nominal(head) and head.dep_ in ("dobj", "nsubjpass", "dative")
    if between and is_verb(head.head) and lemma(head.head) != "call":
        phrase = f"{lemma(head.head)}+{preposition.lower_}"
        return head.head if phrase in operators("verb_prep") else head
    return head


def _is_in_phrase(noun: Token, verb: Token) -> bool:
    """Whether a noun stands behind a preposition of a verb."""
    return (
        noun.dep_ == "pobj"
        and noun.pos_ == "NOUN"
        and noun.head.dep_ == "prep"
        and noun.head.head == verb
        and is_verb(verb)
    )


def _planned_subject(preposition: Token, head: Token) -> Token | None:
    """The plan whose verb the parse has given the phrase after it: "plans are under way for a summit", "arrangements
    are being made for the handover"; None where the verb tells of something else."""
    if preposition.lower_ != "for" or not is_verb(head) or lemma(head) not in _UNDER_WAY:
        return None
    about = first_child(head, "nsubj", "nsubjpass")
    if about is None or operators("noun").get(lemma(about)) != "planned":
        return None
    return about


_UNDER_WAY_NOW = frozenset(
    {
        "fight",
        "fighting",
        "war",
        "conflict",
        "violence",
        "unrest",
        "siege",
        "blockade",
        "occupation",
        "riot",
        "clash",
    }
    | {
        "insurgency",
        "rebellion",
        "crackdown",
        "standoff",
        "curfew",
        "embargo",
        "hostility",
        "shelling",
        "bombing",
    }
)
_UNDER_WAY = frozenset(
    {"be", "make", "lay", "begin", "start", "continue", "remain", "finalize", "finalise"}
)


def after_preposition(noun: Token, preposition: Token, walk: Walk, definite: bool) -> None:
    """A noun after a preposition."""
    head = real_head(preposition)
    if preposition.dep_ == "agent":
        of_subject(noun, head, walk, definite)
        return
    if head.lower_ == "guilty" and is_verb(head.head):
        _pleaded(noun, head, walk, definite)
        return
    outcome = preposition_outcome(preposition, head)
    if outcome is None and _is_settled_by_talk(noun, preposition, head, walk.kind):
        outcome = "hypothetical"
    if preposition.lower_ == "under" and is_said(noun, walk.kind) and is_definite(noun):
        return  # "under the ultimatum, they must leave": it has been given
    if _is_made(noun, preposition):
        return
    if preposition.lower_ == "of" and "in+the+face+of" in preposition_words(preposition):
        walk.add("" if is_definite(noun) else "alleged")
        return
    if preposition.lower_ == "of" and _is_case(head):
        walk.add("conditional")
        return
    if (
        outcome is None
        and preposition.lower_ == "of"
        and (head.lower_ in _PARTS or head.pos_ == "NUM")
    ):
        # "some of the arrests were unlawful", "Of the four rounds, one": the whole is taken for granted
        walk.govern(head, definite or looks_back(noun))
    elif preposition.lower_ == "in" and (money := _sum_before(preposition)) is not None:
        walk.govern(money, definite)  # "promised four million euros in aid": the money is the aid
    elif is_said(noun, walk.kind) and lemma(head) in _YIELDING and not is_any(noun):
        return  # whoever bows to a demand, or does not, was asked
    elif outcome is None and preposition.lower_ == "of" and is_nominal(head):
        _of_noun(noun, head, walk, definite)
    elif outcome is not None:
        _decided(noun, outcome, head, walk, definite)
    else:
        ground = preposition.lower_ == "on" and lemma(noun) in ("charge", "suspicion")
        circumstance(noun, preposition, walk, definite or ground)  # "held on charges of theft"


def _pleaded(noun: Token, guilty: Token, walk: Walk, definite: bool) -> None:
    """What somebody pleads guilty, or not guilty, to: charges there are, and a deed that is taken to be known was done by
    somebody."""
    if walk.start == noun and (definite or is_said(noun, walk.kind)):
        return
    if any(child.dep_ == "neg" for child in (*guilty.children, *guilty.head.children)):
        walk.add("denied")
    walk.above_verb(guilty.head)


_VOTES = frozenset({"vote", "ballot", "referendum", "plebiscite"})
_VIOLENT = frozenset({"assault", "coerce", "protest"})


def _is_settled_by_talk(noun: Token, preposition: Token, head: Token, kind: str) -> bool:
    """Whether a vote or negotiations are to settle whether there will be what follows: "the vote on the ban",
    "negotiations over a release"; negotiations over a siege are over what there is."""
    if preposition.lower_ not in ("on", "over") or not is_nominal(head):
        return False
    known = is_definite(noun) and (kind in _VIOLENT or lemma(noun) in _UNDER_WAY_NOW)
    return lemma(head) in _VOTES or (lemma(head) == "negotiation" and not known)


def _sum_before(preposition: Token) -> Token | None:
    """The sum of money right before a preposition, where it is an object; None where there is none."""
    before = preposition.nbor(-1) if preposition.i else preposition
    return before if before.dep_ in ("dobj", "nsubjpass") and is_sum(before) else None


_MADE = frozenset({"sign", "reach", "strike", "conclude", "make", "broker", "announce", "agree"})


def _is_made(noun: Token, preposition: Token) -> bool:
    """Whether a phrase says under what something will be, which is made already: "under a deal signed on Friday, it will stay"."""
    return preposition.lower_ == "under" and any(
        child.tag_ == "VBN" and lemma(child) in _MADE and not children(child, "aux")
        for child in children(noun, "acl")
    )


def _is_case(noun: Token) -> bool:
    """Whether a noun only says that what follows may come: "aid in the event of war", "in case of war"."""
    return (
        noun.lower_ in ("event", "case")
        and noun.dep_ == "pobj"
        and noun.head.lower_ == "in"
        and noun.i - noun.head.i <= (2 if noun.lower_ == "event" else 1)
    )


def _of_noun(noun: Token, head: Token, walk: Walk, definite: bool) -> None:
    """ "Victims of the attack", "signing of the agreement": as real as the whole, or presupposed."""
    if is_strong(noun) or (definite and is_proceeding(noun, walk.kind)):
        return
    if lemma(head) == "warning" and not is_definite(noun):
        walk.add("hypothetical")
        return
    if lemma(noun) in _UNDER_WAY_NOW and first_child(noun, "det") is not None and is_definite(noun):
        return  # "fear a spillover of the fighting": fighting there is
    inner = walk.ahead(head)
    inner.add(*determiners(head))
    inner.govern(head, is_definite(head) or looks_back(head))
    if inner.is_real:
        walk.add("" if definite or is_definite(head) or looks_back(head) else "hypothetical")
    else:
        walk.add(inner.status)


def _decided(noun: Token, outcome: str, head: Token, walk: Walk, definite: bool) -> None:
    """A noun that a word with its preposition decides on ("risk of", "called for")."""
    if outcome == "factive":
        past = is_past(clause_of(head)) if not is_any(noun) else False
        if not (definite or past or (is_nominal(head) and _is_known(head, walk))):
            walk.add("hypothetical")
        return
    if outcome == "cancelled" and walk.start == noun and is_verb(head) and is_said(noun, walk.kind):
        return  # whoever reneges on his promise has given it
    if outcome == "alleged" and definite and lemma(head) == "blame" and not is_any(noun):
        return  # "blamed the army for the massacre": a massacre there was, whoever is to blame
    if outcome == "averted":
        above = walk.ahead(head)
        above.add(*own_operators(head))
        above.above_verb(head)
        walk.add("negated" if above.is_real else "hypothetical")
        return
    if outcome == "cancelled" and is_nominal(head):
        above = walk.ahead(head)
        above.above_noun(head)
        if not above.is_real:  # "called for the suspension of the pact": it holds until then
            walk.add("" if definite else "planned")
            return
    if outcome == "warned":
        outcome = "threatened" if lemma(noun) in word_lists("threats")["nouns"] else "hypothetical"
    aimed = lemma(head) in _AIMING and not is_definite(
        noun
    )  # "aiming for a deal in which both agreed to it"
    # "plans for the first meeting": which one it will be
    aimed = aimed or (outcome == "planned" and is_ordinal(noun))
    if outcome in ("hypothetical", "believed", "planned") and looks_back(noun) and not aimed:
        return
    if outcome == "transparent" or (outcome == "alleged" and definite and is_strong(noun)):
        if is_nominal(head):
            walk.above_noun(head)
        walk.add("" if definite else "alleged")
        return
    walk.add("" if outcome == "inherits" else outcome)
    if outcome in OPEN and is_verb(head) and is_over(head):
        walk.add("negated")  # "no longer insists on a withdrawal"
    if is_verb(head):
        if lemma(head) == "plead" and any(token.lower_ == "not" for token in head.subtree):
            walk.add("denied")
        walk.add(
            *(
                operator
                for operator in own_operators(head)
                if operator != "ongoing" or outcome == "inherits"
            )
        )
        walk.above_verb(head)
    elif outcome == "inherits":
        walk.add(*determiners(head))
        walk.govern(head, definite or is_definite(head) or looks_back(head))
    else:
        walk.above_noun(head)


def _is_known(head: Token, walk: Walk) -> bool:
    """Whether a noun stands for something that is: definite, or as its clause tells."""
    if is_definite(head):
        return True
    above = walk.ahead(head)
    above.add(*determiners(head))
    above.govern(head, looks_back(head))
    return above.is_real

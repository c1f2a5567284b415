"""What a noun makes of an event that a clause on it tells of: "the claim that they fled", "a plan to flee", "those fleeing"."""

from ...lexicon.events import operators
from ..tokens import Token
from .came_about import is_known_anyway
from .complements import complement
from .composing import OPEN
from .grammar import (
    children,
    first_child,
    is_definite,
    is_verb,
    lemma,
)
from .hearing import hear, is_finite, is_infinitive
from .phrases import determiners, is_ordinal, noun_operator
from .predicates import of_adjective
from .tenses import is_settled, tense
from .untrue import is_feared, is_taken_back, is_without_truth, shown_false
from .walk import Walk


def adnominal(verb: Token, noun: Token, walk: Walk) -> None:
    """Adds what the noun makes of an event whose verb stands in a clause that hangs on it."""
    if noun.pos_ in ("ADJ", "VERB", "AUX", "ADV"):
        if is_verb(noun):
            complement(verb, noun, walk)
        else:
            of_adjective(verb, noun, walk)
        return
    table = operators("noun")
    name = lemma(noun)
    mark = first_child(verb, "mark")
    if (
        walk.kind == "reject"
        and walk.start == verb
        and tense(verb) in ("past", "present")
        and verb.dep_ == "relcl"
    ):
        return  # "a charge that officials dismissed as absurd": the answer is no part of what is charged
    if is_finite(verb) or (mark is not None and mark.lower_ == "that"):
        told = mark is not None and (verb.dep_ == "acl" or mark.lower_ == "that")
        if (
            told
            or _is_rumoured(verb, noun)
            or (table.get(name) == "hypothetical" and _is_whole(verb))
        ):
            _noun_clause(verb, noun, walk)
        else:
            _relative(verb, noun, walk)
        return
    if is_infinitive(verb):
        outer = noun.head.head
        if noun.dep_ == "pobj" and name not in table and table.get(lemma(outer)) in OPEN:
            noun, name = outer, lemma(outer)  # "an offer from Lima to train his police"
        if name in table and table[name] not in ("transparent", "factive"):
            if table[name] in ("attempt", "requested") and _has_failed(noun, verb):
                walk.add("negated")
            aimed = table[name] == "inherits" and not is_ordinal(noun)
            walk.add("planned" if aimed else noun_operator(noun))  # "a campaign to free them"
        elif noun.dep_ == "attr" and name not in table and lemma(noun.head) == "be":
            walk.add("hypothetical" if not is_ordinal(noun) else "")
        elif not is_ordinal(noun) or (noun.dep_ == "pobj" and noun.head.lower_ in _WHEREIN):
            # "might be staging a crisis to win concessions": what may not be there serves nothing
            walk.add("hypothetical" if _is_open(noun, walk) else "planned")
        walk.above_noun(noun)
        return
    pointing = _of_whose_doing(verb, noun)
    if pointing:
        walk.add(pointing)
        return
    if _of_idea(verb, noun, walk):
        return
    showing = _showing(noun)
    if showing is not None:
        hear(showing, walk)
        return
    # a participle: as real as what it is said of, where that is not known already
    if is_definite(noun) or noun.pos_ == "PROPN" or is_settled(verb):
        return
    inner = walk.ahead(noun)
    inner.add(*determiners(noun))
    inner.above_noun(noun)
    if not inner.is_real and inner.status not in ("alleged", "denied"):
        walk.add(inner.status if inner.status != "cancelled" else "hypothetical")


def _is_open(noun: Token, walk: Walk) -> bool:
    """Whether it is open, or not so, that there is what a noun names."""
    above = walk.ahead(noun)
    above.above_noun(noun)
    return above.status in ("hypothetical", "negated", "denied")


def _of_whose_doing(verb: Token, noun: Token) -> str:
    """What a verb makes of somebody's doing behind its preposition: "signs pointed to Chad leaving", "warned against Chad
    sending troops"; empty where it says nothing of it."""
    link = noun.head
    if verb.tag_ != "VBG" or noun.dep_ != "pobj" or not is_verb(link.head):
        return ""
    outcome = operators("verb_prep").get(f"{lemma(link.head)}+{link.lower_}", "")
    return outcome if outcome in ("predicted", "hypothetical", "negated") else ""


_IDEAS = frozenset(
    "idea notion thought prospect possibility likelihood chance risk danger question spectre specter talk".split()
)
_SIGNS = frozenset({"sign", "trace", "indication", "hint", "evidence", "proof"})


def _of_idea(verb: Token, noun: Token, walk: Walk) -> bool:
    """Adds what the noun before "of" makes of somebody's doing, where the parse hangs the doing on him ("the idea of the
    premier lifting the ban", "no sign of the rebels leaving"); whether there is such a noun."""
    if verb.tag_ != "VBG":
        return False
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        holder = noun.head.head
    elif any(child.lower_ == "of" and child.i < verb.i for child in children(noun, "prep")):
        holder = noun
    else:
        return False
    if lemma(holder) in _SIGNS and "negated" in determiners(holder):
        walk.add("negated")
        return True
    if lemma(holder) not in _IDEAS:
        return False
    walk.add("hypothetical")
    return True


def _showing(noun: Token) -> Token | None:
    """The verb that shows somebody at what a participle tells: "appears to show soldiers beating a prisoner"; None where
    there is none."""
    start = noun.left_edge
    before = start.nbor(-1) if start.i else start
    shows = is_verb(before) and lemma(before) in ("show", "depict", "capture")
    return before if shows and before != noun else None


_STORIES = frozenset({"story", "claim", "statement", "suggestion", "idea", "notion", "myth", "lie"})
_RUMOURS = _STORIES | {"rumour", "rumor", "speculation", "suspicion", "allegation", "report"}


def _is_rumoured(clause: Token, noun: Token) -> bool:
    """Whether the parse takes the "that" of what is rumoured for its object ("the rumour that the king had
    resigned"); what is done to a rumour itself ("that the king denied") is done by a verb of answering."""
    who = first_child(clause, "nsubj")
    that = next((child for child in clause.children if child.lower_ == "that"), None)
    if who is None or that is None or that.lower_ != "that":
        return False
    told = lemma(noun) in _RUMOURS
    if that in (things := children(clause, "dobj")) and len(things) > 1:
        return True  # "the boast that the army shelled the port" lacks nothing
    if that.dep_ != "dobj":
        return told and bool(things) and that.tag_ == "WDT"
    if not told or lemma(noun) in _STORIES:
        return False
    answers = operators("object").get(lemma(clause)) or operators("clause").get(lemma(clause))
    return that.i < who.i < clause.i and answers is None and tense(clause) == "past"


def _is_whole(clause: Token) -> bool:
    """Whether a clause without a mark lacks nothing that the noun above could stand for: "fears it plans to invade",
    other than "the plans it fears"."""
    who = first_child(clause, "nsubj", "nsubjpass")
    if who is None or who.tag_ in ("WDT", "WP"):
        return False
    parts = children(clause, "xcomp", "dobj", "ccomp", "acomp")
    return bool(parts) and not any(part.tag_ in ("WDT", "WP", "IN") for part in parts)


def _has_failed(noun: Token, infinitive: Token) -> bool:
    """Whether an attempt is called failed, or is the subject of a verb that says that it came to nothing; the parse may hang that
    on the infinitive ("efforts to free the crew failed")."""
    if any(child.lower_ in _FAILED for child in children(noun, "amod")):
        return True
    ended = noun.head if noun.dep_ == "nsubj" else first_child(infinitive, "ccomp")
    return (
        ended is not None
        and lemma(ended) in ("fail", "collapse", "founder", "misfire", "backfire", "fizzle")
        and tense(ended) == "past"
        and first_child(ended, "neg") is None
    )


_WHEREIN = frozenset({"on", "in", "at", "for", "during"})
"""Prepositions before what is no doer: "obliged in the first vote to back her" other than "the first to back her"."""
_FAILED = frozenset(
    {"failed", "unsuccessful", "abortive", "botched", "foiled", "thwarted", "futile", "doomed"}
)


def _noun_clause(verb: Token, noun: Token, walk: Walk) -> None:
    """A that-clause of a noun: claims that, the fear that, no doubt that."""
    name = lemma(noun)
    negated = "negated" in determiners(noun)
    if is_known_anyway(noun, negated or any(child.dep_ == "neg" for child in noun.head.children)):
        return
    outcome = noun_operator(noun) if name in operators("noun") else "believed"
    qualified = [operator for operator in determiners(noun) if operator in ("alleged", "denied")]
    if name in _OCCASIONS:
        _relative(verb, noun, walk)
        return
    if outcome == "hypothetical" and is_finite(verb):
        outcome = "asked"  # "fears that they plan to invade": the plan is feared too
    walk.add("" if outcome in ("transparent", "inherits", "factive", "attempt") else outcome)
    walk.add(*qualified)
    if negated:
        walk.add("hypothetical" if outcome == "transparent" else "negated")
    if is_without_truth(noun):
        walk.add("denied")
        return
    shown = shown_false(noun, verb)
    if shown:
        walk.add(shown)
        return
    above = walk.ahead(noun)
    above.above_noun(noun)
    if above.status == "cancelled" and outcome in ("transparent", "alleged", "believed"):
        walk.add("alleged" if walk.is_real and is_taken_back(noun) else "")
        return  # a statement is taken back, not what it tells of
    walk.above_noun(noun)


_OCCASIONS = frozenset({"time", "day", "moment", "week", "month", "year", "night", "place", "way"})
"""Nouns before a that-clause that is as a relative clause: "the first time that"."""


def _relative(verb: Token, noun: Token, walk: Walk) -> None:
    """A relative clause says by itself whether it is so; without a past tense it may follow its noun. What is
    agreed in a deal that is only aimed at is no more than that."""
    if _is_inside(verb) and not is_definite(noun):
        outer = walk.ahead(noun)
        outer.add(*determiners(noun))
        outer.above_noun(noun)
        if not outer.is_real:
            walk.add("hypothetical")
            return
    if is_feared(verb):
        walk.add("hypothetical")
        return
    if tense(verb) == "past" and walk.is_real:
        return
    name = lemma(noun)
    if walk.is_real and operators("noun").get(name) == "hypothetical":
        walk.add("hypothetical")
    elif (walk.is_real and is_definite(noun)) or noun.pos_ == "PROPN":
        return
    inner = walk.ahead(noun)
    inner.above_noun(noun)
    if inner.status == "cancelled" or (walk.is_real and not inner.is_real):
        walk.add(inner.status if inner.status in ("cancelled", "conditional") else "hypothetical")


def _is_inside(verb: Token) -> bool:
    """Whether a relative clause tells what is part of its noun: "a deal in which", "a plan under which", "whereby"."""
    for child in verb.children:
        if child.lower_ == "whereby":
            return True
        before = child.dep_ == "prep" and child.i < verb.i and child.lower_ in ("in", "under", "by")
        if before and any(inner.tag_ == "WDT" for inner in children(child, "pobj")):
            return True
    return False

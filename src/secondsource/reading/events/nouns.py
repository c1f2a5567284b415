"""What governs an event noun: the words before it, the verb or preposition above it."""

from ...lexicon.events import operators, word_lists
from ..tokens import Token
from .grammar import (
    children,
    clause_of,
    first_child,
    is_definite,
    is_headline_passive,
    is_nominal,
    is_verb,
    lemma,
)
from .misjoined import is_called_for, preposition_parted
from .modality import own_operators
from .objects import of_object
from .phrases import clause_after, determiners, is_pointed_at, looks_back
from .prepositions import after_preposition
from .subjects import of_attribute, of_subject, said_in_phrase
from .walk import Walk


def noun_walk(noun: Token, walk: Walk) -> None:
    """The whole walk for an event noun."""
    before = determiners(noun)
    walk.add(*before)
    if _has_failed(noun):
        walk.add("negated")
        return
    after = clause_after(noun)
    walk.add(after)
    if walk.status == "negated":
        # "no attack took place" says no once, with the noun or with the verb
        return
    govern(noun, walk, is_definite(noun) or looks_back(noun))
    if "planned" in (after, *before) and walk.status in ("conditional", "hypothetical"):
        # "a raid planned for May would close the road", "the pending sanctions could be announced on
        # Thursday": the plan hangs on nothing
        walk.status = "planned"
    if walk.is_real and lemma(noun) in word_lists("judging")["nouns"] and not is_pointed_at(noun):
        walk.add("alleged")
    if walk.is_real and any(child.lower_ in ("any", "whatever") for child in children(noun, "det")):
        walk.add("hypothetical")


_ALL_OR_NOTHING = frozenset(
    {"coup", "putsch", "takeover", "overthrow", "ouster", "assassination", "jailbreak", "hijacking"}
)
"""Deeds that are only done when they succeed: a failed raid was a raid, a failed coup was none."""
_FAILED = frozenset({"failed", "unsuccessful", "failing"})


def _has_failed(noun: Token) -> bool:
    """Whether what is told of such a deed is that it failed: "the failed coup", "the coup had failed"."""
    if lemma(noun) not in _ALL_OR_NOTHING:
        return False
    if any(child.lower_ in _FAILED for child in children(noun, "amod")):
        return True
    above = noun.head
    return noun.dep_ == "nsubj" and lemma(above) == "fail" and is_verb(above)


def above_noun(noun: Token, walk: Walk) -> None:
    """What stands above a noun (or gerund) that itself governs the event."""
    if is_nominal(noun):
        walk.add(*(operator for operator in determiners(noun) if operator != "ongoing"))
    govern(noun, walk, definite=True)


def govern(noun: Token, walk: Walk, definite: bool) -> None:
    """Adds what governs a noun. `definite`: the reader is taken to know it as something that is."""
    head = noun.head
    label = noun.dep_
    if head == noun:
        _at_root(noun, walk)
    elif label == "conj" and (is_nominal(head) or head.pos_ in ("PRON", "NUM", "ADJ")):
        walk.above_noun(head) if not is_nominal(head) else govern_conjunct(
            noun, head, walk, definite
        )
    elif label == "conj" and _is_second_object(noun, head):
        of_object(noun, head, walk, definite)
    elif label == "appos":
        inner = walk.ahead(head)
        clause = _clause_summed_up(noun, head)
        if clause is not None:
            inner.add(*own_operators(clause))
            inner.above_verb(clause)
        else:
            govern(head, inner, True)
        if clause is not None or not looks_back(noun):
            walk.add("" if inner.is_real else inner.status)
    elif (
        label in ("dobj", "npadvmod", "dep")
        and is_verb(head)
        and head.i < noun.i
        and _is_first_of_somebody(noun)
    ):
        walk.add(*own_operators(head))
        walk.above_verb(head)
    elif label in ("nsubj", "nsubjpass") and (link := preposition_parted(noun)) is not None:
        after_preposition(noun, link, walk, definite)
    elif label in ("nsubj", "nsubjpass") and is_called_for(noun):
        walk.add("demanded")
    elif label == "nsubj" and is_verb(head) and is_headline_passive(head):
        of_object(noun, head, walk, definite)
    elif label in ("nsubj", "csubj"):
        of_subject(noun, head, walk, definite)
    elif label in ("dobj", "nsubjpass", "oprd", "dative"):
        of_object(noun, head, walk, definite)
    elif label == "attr":
        of_attribute(noun, head, walk, definite)
    elif label in ("pobj", "pcomp"):
        after_preposition(noun, head, walk, definite)
    elif label in ("compound", "nmod", "amod", "npadvmod") and is_nominal(head):
        _modifier(head, walk)
    elif label == "poss":
        return
    elif label == "npadvmod" and head.dep_ in ("oprd", "acomp") and is_verb(head.head):
        of_object(noun, head.head, walk, definite)  # "called such an attack unlikely"
    elif is_verb(head):
        walk.add(*own_operators(head))
        walk.above_verb(head)
        walk.add("" if definite else "hypothetical")
    else:
        walk.add("" if definite else "hypothetical")


def _is_second_object(noun: Token, verb: Token) -> bool:
    """Whether the parse has hung a noun on the verb whose object it goes on with: "promised elections by May and the
    lifting of the curfew"."""
    thing = first_child(verb, "dobj") if is_verb(verb) else None
    return thing is not None and thing.i < noun.i and first_child(noun, "nsubj") is None


def _clause_summed_up(noun: Token, head: Token) -> Token | None:
    """The verb of the clause that an event noun sums up, where the parse has hung it on the place or day right
    before it: "will meet her in Moyale, his first visit to Kenya"; None if it is about its head."""
    place_or_day = head.ent_type_ in ("GPE", "LOC", "FAC", "DATE", "TIME")
    if noun.ent_type_ or not (place_or_day or _is_first_of_somebody(noun)):
        return None
    relative = [child for child in children(head, "relcl") if child.i < noun.i]
    above = relative[-1] if relative else clause_of(head)
    return above if is_verb(above) else None


def _is_first_of_somebody(noun: Token) -> bool:
    """Whether a noun behind a comma counts what its clause tells of: ", her third visit", ", the first meeting"."""
    start = noun.left_edge
    counted = any(child.ent_type_ == "ORDINAL" for child in noun.lefts)
    return counted and start.i > 0 and start.nbor(-1).text == ","


def govern_conjunct(noun: Token, head: Token, walk: Walk, definite: bool) -> None:
    """A coordinated noun stands where the first one stands."""
    walk.steps += 1
    if walk.steps > 50:
        walk.add("hypothetical")
        return
    if head.dep_ == "dobj" and is_verb(head.head) and lemma(head.head) == "face":
        joined = {child.lower_ for child in children(head, "cc")}
        if "or" in joined:
            walk.add("threatened")
    govern(head, walk, definite or is_definite(head))


def _at_root(noun: Token, walk: Walk) -> None:
    """A noun without a verb: a headline or a fragment."""
    if any(token.lower_ in ("tomorrow", "next", "upcoming", "looms") for token in noun.subtree):
        walk.add("planned")
    elif said := next(filter(None, map(said_in_phrase, children(noun, "prep"))), ""):
        walk.add(said)  # "Release of hostages in doubt as talks stall"
    elif not (
        is_definite(noun) or looks_back(noun) or first_child(noun, "nummod", "acl", "prep", "amod")
    ):
        walk.add("hypothetical")


def _modifier(head: Token, walk: Walk) -> None:
    """A noun before another: "invasion plans", "sanctions package"."""
    outcome = operators("noun").get(lemma(head))
    if outcome is None or outcome in ("factive", "transparent"):
        walk.add("hypothetical" if outcome is None else "")
        return
    walk.add("" if outcome == "inherits" else outcome)
    walk.add(*determiners(head))
    govern(head, walk, is_definite(head) or looks_back(head))

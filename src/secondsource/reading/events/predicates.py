"""What a form of "be", an adjective or a noun says of the clause that completes it."""

from ...lexicon.events import operators
from ..tokens import Token
from .came_about import came_to_it, is_known_anyway
from .conditions import opens_with_were
from .grammar import children, first_child, is_nominal, is_verb, lemma
from .hearing import hear, is_finite, is_infinitive
from .modality import own_operators
from .phrases import is_ordinal, noun_operator
from .tenses import tense
from .walk import Walk


def _asks_who(verb: Token) -> bool:
    """Whether a clause in the past asks who did it, why or how, and takes for granted that it was done."""
    if tense(verb) != "past":
        return False
    asking = [
        child
        for child in children(verb, "nsubj", "nsubjpass", "advmod")
        if child.i < verb.i and child.lower_ in ("who", "why", "how", "when", "where")
    ]
    return bool(asking) and not any(
        child.lower_ == "any" or child.lower_ == "if" for child in verb.subtree
    )


def of_copula(verb: Token, head: Token, walk: Walk) -> None:
    """After a form of "be": "is to meet", "the plan is to invade", "is that they attacked"."""
    about = first_child(head, "nsubj", "nsubjpass", "csubj")
    adjective = first_child(head, "acomp")
    attribute = first_child(head, "attr")
    if any(child.lower_ == "whether" for child in children(verb, "mark")):
        walk.add("asked")  # "it is in doubt whether they left"
    if adjective is not None and adjective.i < verb.i:
        of_adjective(verb, adjective, walk)
        return
    finite = is_finite(verb)
    named = attribute if attribute is not None and attribute.i < verb.i else None
    if named is not None and finite and is_known_anyway(named, "negated" in own_operators(head)):
        walk.above_verb(head)
        return
    if named is not None and not finite:
        # "it would be a mistake to leave"; "it was the ninth state to leave"
        known = "" if is_ordinal(named) else "hypothetical"
        walk.add(operators("noun").get(lemma(named), known))
    elif about is not None and lemma(about) in operators("noun"):
        walk.add(noun_operator(about))
    elif about is not None and about.lower_ == "thing" and verb.tag_ == "VB":
        walk.add("")
    elif is_infinitive(verb) and head.tag_ == "VBD" and _is_perfect(verb):
        walk.add("cancelled")  # "was to have opened the bridge": it has not come to that
    elif is_infinitive(verb):
        walk.add("conditional" if opens_with_were(head) else "planned")
    elif named is not None:
        walk.add(operators("noun").get(lemma(named), ""))
    hear(head, walk)


def _is_perfect(verb: Token) -> bool:
    return any(lemma(child) == "have" for child in children(verb, "aux"))


def of_adjective(verb: Token, head: Token, walk: Walk) -> None:
    """`verb` completes an adjective or a noun ("likely to", "aware that", "no doubt that")."""
    table = operators("adjective")
    finite = is_finite(verb)
    name = lemma(head)
    outcome = table.get(name) or table.get(head.lower_)
    if head.pos_ in ("NOUN", "PROPN"):
        outcome = (
            noun_operator(head)
            if name in operators("noun")
            else "transparent"
            if finite
            else "hypothetical"
        )
    elif any(child.lower_ == "too" for child in head.children):
        outcome = "negated"
    elif name == "true":
        outcome = "transparent"
    elif name == "about":
        outcome = "planned"
    elif (name == "fit" and came_to_it(head.head)) or (
        name in ("first", "last", "quick", "slow", "guilty", "responsible", "able")
        and tense(head.head) == "past"
    ):
        outcome = "inherits"
    elif finite and (outcome is None or outcome in ("past", "ongoing")):
        outcome = "transparent"
    elif outcome is None or outcome in ("past", "ongoing"):
        outcome = "hypothetical"
    if outcome == "predicted" and finite and lemma(head) in ("certain", "sure"):
        outcome = "transparent"
    above = head.head
    if outcome in ("transparent", "hypothetical") and _asks_who(verb):
        return  # "it is not clear who fired": somebody did
    if outcome == "transparent" and is_verb(above) and above != head:
        own = own_operators(above)
        if "negated" in own or "denied" in own:
            party = above.dep_ == "ccomp"
            walk.add(("denied" if party else "negated") if name == "true" else "hypothetical")
        walk.above_verb(above)
        return
    walk.add("" if outcome in ("transparent", "inherits") else outcome)
    if above != head and is_verb(above):
        if is_nominal(head) and is_infinitive(verb):
            walk.above_noun(head)  # "Plans to close the mine have been dropped"
            return
        hear(above, walk, ignoring=("ongoing",))
    elif above != head and is_nominal(above):
        walk.above_noun(above)

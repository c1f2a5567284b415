"""Tense, dates and reported speech of a clause."""

from ...lexicon.events import word_lists
from ..tokens import Token
from .grammar import auxiliaries, children, first_child, is_verb, lemma


def is_future_marked(verb: Token) -> bool:
    """Whether a present tense is moved into the future by a word of the clause ("next week")."""
    words = word_lists("time")["future"]
    for child in verb.children:
        if child.dep_ not in ("advmod", "npadvmod", "prep", "dobj"):
            continue
        for inner in child.subtree:
            if inner.lower_ == "later" and inner.i and inner.nbor(-1).pos_ in ("NUM", "NOUN"):
                continue
            if inner.lower_ in words:
                return True
    return False


def is_dated(verb: Token) -> bool:
    """Whether a clause carries a weekday or date of its own ("flies to Lima on Sunday")."""
    return any(
        inner.ent_type_ == "DATE"
        for child in verb.children
        if child.dep_ in ("npadvmod", "prep")
        for inner in child.children
        if child.dep_ == "prep" and child.lower_ in ("on", "in", "by", "from", "at")
    ) or any(child.dep_ == "npadvmod" and child.ent_type_ == "DATE" for child in verb.children)


def tense_with(verb: Token, helpers: list[Token]) -> str:
    """past, present, or none (not finite, or modal)."""
    first = helpers[0] if helpers else verb
    if first.tag_ == "MD":
        return "none"
    if first.tag_ == "VBD":
        return "past"
    if first.tag_ == "VBP" and _is_irregular_past(first):
        return "past"
    if first.tag_ in ("VBZ", "VBP"):
        return "past" if lemma(first) == "have" and len(helpers) and first != verb else "present"
    return "none"


def _is_irregular_past(verb: Token) -> bool:
    """Whether the tagger has taken a past form after a prefix for a present one ("overran", "retook"), or one that
    is like the present where nothing says that it is done again and again ("Rebels quit on Monday")."""
    if verb.lemma_ == verb.text and lemma(verb) != verb.lemma_:
        return True
    return (
        verb.dep_ == "ROOT"
        and verb.lower_ in _UNCHANGED
        and any(child.pos_ in ("NOUN", "PROPN") for child in children(verb, "nsubj"))
        and not any(child.lower_ in _HABITUAL for child in children(verb, "advmod"))
    )


_UNCHANGED = frozenset(
    {
        "burst",
        "cast",
        "cut",
        "hit",
        "hurt",
        "let",
        "put",
        "quit",
        "rid",
        "set",
        "shut",
        "split",
        "spread",
    }
    | {"thrust", "bet", "shed", "upset"}
)
"""Verbs whose past is as their present."""
_HABITUAL = frozenset(
    {"often", "usually", "always", "regularly", "frequently", "sometimes", "never"}
)


def tense(verb: Token) -> str:
    """Tense of a verb with its auxiliaries: past (perfect included), present, or none."""
    return tense_with(verb, auxiliaries(verb))


_UP_TO_A_TENSE = frozenset({"xcomp", "advcl", "acl", "ccomp", "conj", "prep", "pcomp"})
_MAX_CLIMB = 8


def is_of_the_past(verb: Token) -> bool:
    """Whether a verb, or the clause that an infinitive or participle belongs to, is in the past ("failed to
    prevent", "was accused of trying to stop")."""
    node = verb
    for _ in range(_MAX_CLIMB):
        if is_verb(node):
            if any(helper.tag_ == "MD" for helper in auxiliaries(node)):
                return False
            if tense(node) != "none":
                return tense(node) == "past"
        if node.head == node or node.dep_ not in _UP_TO_A_TENSE:
            return False
        node = node.head
    return False


def is_reported(verb: Token) -> bool:
    """Whether a clause hangs on a verb in the past ("said it would")."""
    node = verb
    for _ in range(8):
        if node.dep_ == "ccomp" and is_verb(node.head):
            return True
        if node.dep_ in ("acl", "relcl") and first_child(node, "mark") is not None:
            return True
        if node.head == node or node.dep_ not in (
            "conj",
            "relcl",
            "advcl",
            "acl",
            "prep",
            "pobj",
            "dobj",
            "nsubj",
            "attr",
        ):
            return False
        node = node.head
    return False


def is_subjunctive(verb: Token) -> bool:
    """Whether a clause is in the subjunctive ("that the ministry reinstate them") or has must or should."""
    helpers = [child.lower_ for child in children(verb, "aux")]
    if any(helper in ("must", "should") for helper in helpers):
        return True
    if any(helper != "to" for helper in helpers):
        return False
    if verb.tag_ not in ("VB", "VBP"):
        return verb.tag_ == "VBN" and any(
            child.lower_ == "be" for child in children(verb, "auxpass")
        )
    if "to" in helpers:
        return False
    who = first_child(verb, "nsubj", "nsubjpass")
    if verb.tag_ == "VB":
        return who is not None
    return who is not None and who.tag_ in ("NN", "NNP") and first_child(who, "conj") is None


_SETTLED = frozenset(
    {"already", "previously", "recently", "earlier", "since", "long", "once", "newly"}
)


def is_settled(verb: Token) -> bool:
    """Whether a participle after a noun tells of what is done, whatever becomes of the noun: "weapons already
    massed", "men dismissed in August", "held on Friday"."""
    if verb.tag_ != "VBN" or children(verb, "aux", "auxpass"):
        return False
    return any(
        (child.dep_ == "advmod" and child.lower_ in _SETTLED)
        or child.ent_type_ == "DATE"
        or (child.dep_ == "prep" and any(inner.ent_type_ == "DATE" for inner in child.children))
        for child in verb.children
    )

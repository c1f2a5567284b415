"""Conditions: under which "if" an event stands."""

from ...lexicon.events import word_lists
from ..tokens import Token
from .grammar import (
    SUBJECTS,
    children,
    clauses_after,
    first_child,
    is_verb,
    lemma,
    objects_of,
    shares_auxiliaries,
)
from .kinds import is_actor
from .tenses import is_reported, tense

_CONDITION_PHRASES = (
    "in the event",
    "in case",
    "in the case of",
    "on condition that",
    "absent ",
    "provided",
)


_CONDITION_MARKS = frozenset(
    {"if", "unless", "provided", "providing", "assuming", "lest", "supposing"}
)


ASKING = frozenset(
    {"wonder", "ask", "know", "doubt", "see", "question", "decide", "determine", "say"}
)
"""Verbs after which "if" asks and sets no condition."""


def condition_of(verb: Token) -> Token | None:
    """The head of the condition under which a clause stands (if, unless, in case, should it come to),
    or None. "Even if" counts where the consequence is still to come ("would go even if"), and not where it is told
    as so ("welcomes the truce, even if the price is high")."""
    for child in verb.children:
        asked = lemma(verb) in ASKING and child.i > verb.i
        if child.dep_ in ("advcl", "ccomp", "csubj") and not asked and is_condition(child):
            if child.left_edge.lower_ == "even" and is_told_as_so(verb):
                continue
            return child
        if is_proviso(child):
            return first_child(child, "ccomp", "pcomp")
        if child.dep_ == "advmod" and child.pos_ in ("SCONJ", "ADV"):
            for inner in children(child, "advcl"):
                if child.lower_ in ("soon", "long") and tense(inner) != "past":
                    return inner
        if child.dep_ in ("prep", "mark") and child.lower_ in ("in", "on", "absent", "provided"):
            words = " ".join(token.lower_ for token in child.doc[child.i : child.i + 4])
            if words.startswith("in the case of") and _is_of_somebody(child):
                continue  # "a day was fixed in the case of a clerk"
            if words.startswith(_CONDITION_PHRASES):
                inside = [
                    token for token in child.subtree if token.dep_ in ("pobj", "pcomp", "acl")
                ]
                return inside[-1] if inside else child
    return None


def _is_of_somebody(link: Token) -> bool:
    """Whether the case that a phrase speaks of is somebody's."""
    cases = children(link, "pobj")
    return any(is_actor(who) for case in cases for who in objects_of(case, "of"))


def is_told_as_so(verb: Token) -> bool:
    """Whether a clause has a tense, and no modal that leaves open whether it comes to that."""
    return tense(verb) != "none" and not any(child.tag_ == "MD" for child in verb.children)


def is_proviso(word: Token) -> bool:
    """Whether "provided" or "providing" stands for "if"."""
    return (
        word.lower_ in ("provided", "providing")
        and word.dep_ in ("advcl", "prep", "acl", "dep", "ccomp", "xcomp")
        and first_child(word, "ccomp", "pcomp") is not None
        and first_child(word, "dobj", "nsubj", "aux", "auxpass") is None
    )


def is_condition(verb: Token) -> bool:
    """Whether an adverbial clause states a condition."""
    if is_parted_had(verb):
        return True
    for child in verb.children:
        if child.i > verb.i:
            continue
        if child.dep_ in ("mark", "advmod", "prep", "cc") and child.lower_ in _CONDITION_MARKS:
            return not (child.lower_ == "if" and child.i and child.nbor(-1).lower_ == "as")
        if child.dep_ == "mark" and child.lower_ in ("case", "condition"):
            return True
        if (
            child.dep_ == "aux"
            and child.lower_ in ("should", "were", "had")
            and is_inverted(verb, child)
        ):
            # "Not only had it left" is none
            return all(
                token.lower_ not in _TURNING for token in verb.doc[verb.left_edge.i : child.i]
            )
    start = verb.left_edge
    words = " ".join(token.lower_ for token in start.doc[start.i : start.i + 4])
    if words.startswith(
        ("so long as", "as long as", "on condition that", "only if", "even if", "in case")
    ):
        return True
    if words.startswith(("as soon as", "only when")):
        return tense(verb) != "past"
    if verb.dep_ == "advcl" and start.i > 1 and tense(verb) != "past":
        before = " ".join(token.lower_ for token in start.doc[start.i - 2 : start.i + 1])
        if before.endswith(("only when", "as soon as", "as long as")):
            return True
    if start.lower_ == "were" and verb.tag_ == "VB":
        return True
    return start.lower_ in _CONDITION_MARKS and start != verb and start.head == verb


_TURNING = frozenset({"only", "not", "never", "sooner", "hardly", "scarcely", "barely", "nor"})
"""Words that put the auxiliary before its subject by themselves."""


def is_parted_had(word: Token) -> bool:
    """Whether "had" opens a condition ("Had the ship not turned back, guards would have fired") and the parse has
    hung the rest of the clause on it."""
    rest = first_child(word, "ccomp")
    who = first_child(rest, *SUBJECTS) if rest is not None else None
    return (
        word.lower_ == "had"
        and word.dep_ == "advcl"
        and who is not None
        and who.i > word.i
        and first_child(word, *SUBJECTS) is None
    )


def is_inverted(verb: Token, auxiliary: Token) -> bool:
    """Whether "should" or "were" stands before the subject ("should Chad invade")."""
    found = first_child(verb, *SUBJECTS)
    if found is None or auxiliary.i > found.i:
        return False
    return verb.sent[-1].text != "?" or verb.dep_ == "advcl"


def is_parted_were(verb: Token) -> bool:
    """Whether "were" opens a condition ("Were the strait to be mined") and the parse has hung the rest of the
    clause on its subject."""
    who = verb.head
    were = who.head
    to = any(child.lower_ == "to" for child in children(verb, "aux"))
    parted = verb.dep_ in ("relcl", "acl") and who.dep_ in SUBJECTS and to
    return parted and were.lower_ == "were" and were.i < who.i and were.dep_ in ("advcl", "ccomp")


def opens_with_were(were: Token) -> bool:
    """Whether "were" stands before its subject for "if", and the infinitive hangs on it: "Were Chad to close it"."""
    who = first_child(were, *SUBJECTS)
    return were.lower_ == "were" and were.dep_ == "advcl" and who is not None and were.i < who.i


_TALKING = frozenset({"discuss", "debate", "consider", "weigh", "mull", "examine", "review"})
_TOPICS = ("dobj", "ccomp", "prep")


def is_talk_of_something(verb: Token) -> bool:
    """Whether a verb of talking has its topic: "will discuss what to send should the dam burst" hangs on
    nothing; a condition after it belongs to what is talked about."""
    return lemma(verb) in _TALKING and first_child(verb, *_TOPICS) is not None


def opens_inverted(verb: Token) -> bool:
    """Whether a clause is a condition by its order: "should Chad invade", "were it to attack"."""
    return any(
        child.dep_ == "aux" and child.lower_ in ("should", "were") and is_inverted(verb, child)
        for child in verb.children
    )


def lacks_something(verb: Token) -> bool:
    """Whether what a clause says comes of something that lacks: "would collapse without a loan", "Without a loan, the
    mill will close"."""
    modals = {child.lower_ for child in children(verb, "aux") if child.tag_ == "MD"}
    return any(
        child.lower_ in ("without", "absent")
        and (
            modals & {"would", "could", "might"} or (modals & {"will", "'ll"} and child.i < verb.i)
        )
        for child in children(verb, "prep")
    )


def has_condition(verb: Token, when: str, modal: Token | None, perfect: bool) -> bool:
    """Whether what a clause says holds only under a condition."""
    name = lemma(verb)
    if when == "past" or (modal is None and name in word_lists("speech")["performing"]):
        return False
    condition = condition_of(verb)
    if condition is not None:
        return not (condition.i > verb.i and is_talk_of_something(verb))
    if modal is None or modal.lower_ not in ("would", "'d", "’d", "will", "could", "might"):
        return False
    if any(child.lower_ in ("otherwise", "then") for child in children(verb, "advmod")):
        return "otherwise" in [child.lower_ for child in children(verb, "advmod")]
    if lacks_something(verb):
        return True
    who = first_child(verb, *SUBJECTS)
    if (
        who is not None
        and who.pos_ == "NOUN"
        and any(child.lower_ in ("any", "whatever") for child in children(who, "det"))
    ):
        return True
    if shares_auxiliaries(verb):
        return condition_of(verb.head) is not None
    if modal.lower_ in ("would", "will") and not is_reported(verb):
        # a condition that the parse has hung elsewhere: it opens the sentence
        start = next((token for token in verb.sent if not (token.is_quote or token.is_space)), verb)
        return start.lower_ in ("if", "unless", "were") and start.i < verb.i
    return False


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
                if condition.i > node.i and node == token and is_talk_of_something(node):
                    return None
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

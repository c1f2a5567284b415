"""What a clause says of its own event: tense, aspect, modals, negation, adverbs and conditions."""

from spacy.tokens import Token

from ...lexicon.events import operators, word_lists
from .grammar import (
    SUBJECTS,
    auxiliaries,
    children,
    first_child,
    is_verb,
    lemma,
    shares_auxiliaries,
    subject,
)

NEGATIVE_SUBJECTS = frozenset({"no", "neither", "none", "nobody", "nothing", "few"})
_FORGIVEN = frozenset({"only", "just", "merely", "simply", "even", "necessarily"})
_CONDITION_MARKS = frozenset(
    {"if", "unless", "provided", "providing", "assuming", "lest", "supposing"}
)
_TIME_MARKS = frozenset({"once", "until", "till"})


def is_negated(verb: Token) -> bool:
    """Whether a verb is denied in its own clause: not, never, no longer, "no troops left"."""
    for child in verb.children:
        if child.dep_ == "neg":
            after = child.doc[child.i + 1] if child.i + 1 < len(child.doc) else None
            if after is not None and after.lower_ in ("only", "just", "merely", "simply"):
                continue
            return True
        if child.dep_ == "advmod":
            if child.lower_ in ("never", "nowhere", "hardly", "scarcely", "almost", "nearly"):
                return True
            if child.lower_ == "longer" and any(inner.lower_ == "no" for inner in child.children):
                return True
        if child.dep_ == "preconj" and child.lower_ == "neither":
            return True
        if child.dep_ == "cc" and child.lower_ == "nor" and child.i < verb.i:
            return True
        if child.dep_ in SUBJECTS and (
            child.lower_ in NEGATIVE_SUBJECTS
            or any(
                inner.lower_ in ("no", "neither", "not")
                and inner.dep_ in ("det", "neg", "preconj", "cc")
                for inner in child.children
            )
        ):
            return True
        if child.dep_ in ("advmod", "cc") and child.lower_ == "nor":
            return True
    if verb.dep_ == "conj" and is_verb(verb.head):
        linked = [
            child.lower_
            for child in verb.head.children
            if child.dep_ in ("cc", "neg") and child.i < verb.i
        ]
        if "nor" in linked:
            return True
        if shares_auxiliaries(verb) and is_negated(verb.head):
            return "but" not in linked
    return False


def condition_of(verb: Token) -> Token | None:
    """The verb of the condition under which a clause stands (if, unless, in case, should it come to),
    or None. "Even if" and the like count: the consequence is still not said to have happened."""
    for child in verb.children:
        if child.dep_ == "advcl" and is_condition(child):
            return child
        if child.dep_ == "prep" and child.lower_ in ("in", "with", "without", "unless", "absent"):
            phrase = "".join(
                token.text_with_ws
                for token in child.doc[child.i : min(child.i + 5, len(child.doc))]
            ).lower()
            if phrase.startswith(("in the event", "in case", "in the case of", "absent ")):
                nouns = [token for token in child.subtree if token.dep_ in ("pobj", "pcomp", "acl")]
                return nouns[-1] if nouns else child
    return None


def is_condition(verb: Token) -> bool:
    """Whether an adverbial clause states a condition."""
    for child in verb.children:
        if (
            child.dep_ in ("mark", "advmod")
            and child.lower_ in _CONDITION_MARKS
            and child.i < verb.i
        ):
            return not (child.lower_ == "if" and child.i and child.nbor(-1).lower_ == "as")
        if child.dep_ == "mark" and child.lower_ in ("case", "condition"):
            return True
        if (
            child.dep_ == "aux"
            and child.lower_ in ("should", "were", "had")
            and _is_inverted(verb, child)
        ):
            return True
    start = verb.left_edge
    if start.lower_ == "so" and start.i + 1 < len(start.doc) and start.nbor(1).lower_ == "long":
        return True
    if start.lower_ == "as" and start.i + 2 < len(start.doc) and start.nbor(1).lower_ == "long":
        return True
    if (
        start.lower_ == "on"
        and start.i + 1 < len(start.doc)
        and start.nbor(1).lower_ == "condition"
    ):
        return True
    if start.lower_ == "were" and verb.tag_ == "VB":
        return True
    return start.lower_ in _CONDITION_MARKS and start != verb and start.head == verb


def _is_inverted(verb: Token, auxiliary: Token) -> bool:
    """Whether "should" or "were" stands before the subject ("should Russia invade")."""
    found = first_child(verb, *SUBJECTS)
    if found is None or auxiliary.i > found.i:
        return False
    last = verb.sent[-1].text if len(verb.sent) else ""
    return last != "?" or verb.dep_ == "advcl"


def is_future_marked(verb: Token) -> bool:
    """Whether a present tense is moved into the future by a word of the clause ("next week")."""
    words = word_lists("time")["future"]
    for child in verb.subtree:
        if child.lower_ in words and child.dep_ in ("advmod", "npadvmod", "amod", "pobj"):
            if child.lower_ == "later" and child.i and child.nbor(-1).pos_ in ("NUM", "NOUN"):
                continue
            return True
    return False


def own_operators(verb: Token, hostile: bool = False) -> list[str]:
    """What the clause of a verb says of it, from the inside out. `hostile` says that the event is one of
    force: a mere "will" of somebody else is then a forecast, no plan."""
    found: list[str] = []
    helpers = auxiliaries(verb)
    words = [helper.lower_ for helper in helpers]
    lemmas = [lemma(helper) for helper in helpers]
    perfect = "have" in lemmas
    progressive = (verb.tag_ == "VBG" and "be" in lemmas) or "being" in words
    modal = next((helper for helper in helpers if helper.tag_ == "MD"), None)
    to_infinitive = "to" in words
    tense = _tense(verb, helpers)

    if progressive and modal is None:
        if tense != "past" and not perfect and is_future_marked(verb):
            found.append("planned")
        elif lemma(verb) not in ("go", "look"):
            found.append("ongoing")
    if modal is not None:
        found.append(_modal(verb, modal.lower_, perfect, hostile))
    elif (
        to_infinitive
        and verb.dep_ in ("ROOT", "conj", "ccomp", "parataxis", "dep")
        and not (shares_auxiliaries(verb))
    ):
        # a headline: "Turkey to send drones"
        found.append("planned" if first_child(verb, "nsubj", "nsubjpass") is not None else "")
    found += _adverbs(verb)
    if is_negated(verb):
        found.append("negated")
    if _is_imperative(verb, helpers):
        found.append("demanded")
    if (
        condition_of(verb) is not None
        and tense != "past"
        and verb.lemma_.lower() not in word_lists("speech")["performing"]
    ) or (
        modal is not None
        and modal.lower_ in ("would", "could", "might")
        and condition_of(verb) is not None
    ):
        found.append("conditional")
    return [operator for operator in found if operator]


def _tense(verb: Token, helpers: list[Token]) -> str:
    """past, present, or none (not finite, or modal)."""
    first = helpers[0] if helpers else verb
    if first.tag_ == "MD":
        return "none"
    if first.tag_ == "VBD":
        return "past"
    if first.tag_ in ("VBZ", "VBP"):
        return "past" if lemma(first) == "have" and len(helpers) and first != verb else "present"
    return "none"


def tense(verb: Token) -> str:
    """Tense of a verb with its auxiliaries: past (perfect included), present, or none."""
    return _tense(verb, auxiliaries(verb))


def _modal(verb: Token, modal: str, perfect: bool, hostile: bool) -> str:
    match modal:
        case "will" | "'ll" | "’ll" | "shall" | "wo" | "’ll":
            return _future(verb, hostile)
        case "would" | "'d" | "’d":
            if perfect:
                return "hypothetical"
            return _future(verb, hostile) if _is_reported(verb) else "hypothetical"
        case "may" | "might" | "can" | "could" | "ca":
            return "hypothetical"
        case "must":
            return "alleged" if perfect else "demanded"
        case "should" | "ought" | "need":
            return "negated" if perfect else "demanded"
    return "hypothetical"


def _future(verb: Token, hostile: bool) -> str:
    return "predicted" if hostile and not _speaks_of_himself(verb) else "future"


def _speaks_of_himself(verb: Token) -> bool:
    """Whether the clause is about the one who speaks: "we will", "said it would"."""
    who = subject(verb)
    if who is None:
        return False
    if who.lower_ in ("we", "i"):
        return True
    node = verb
    for _ in range(8):
        if node.dep_ == "ccomp" and is_verb(node.head):
            speaker = subject(node.head)
            return speaker is not None and (who.pos_ == "PRON" or who.lower_ == speaker.lower_)
        if node.head == node:
            return False
        node = node.head
    return False


def _is_reported(verb: Token) -> bool:
    """Whether a clause hangs on a verb in the past ("said it would")."""
    node = verb
    for _ in range(8):
        if node.dep_ == "ccomp" and is_verb(node.head):
            return tense(node.head) == "past" or node.head.tag_ in ("VBN", "VBG", "VBD")
        if node.dep_ == "acl" and first_child(node, "mark") is not None:
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


def _adverbs(verb: Token) -> list[str]:
    table = operators("adverb")
    found = []
    for child in verb.children:
        if child.dep_ in ("advmod", "npadvmod") or (child.pos_ == "ADV" and child.dep_ != "mark"):
            outcome = table.get(child.lower_)
            if outcome and outcome not in ("negated", "planned"):
                found.append(outcome)
    return found


def _is_imperative(verb: Token, helpers: list[Token]) -> bool:
    """Whether a bare verb without a subject commands ("Withdraw your troops")."""
    if verb.tag_ != "VB" or verb.dep_ not in ("ROOT", "ccomp", "parataxis"):
        return False
    if any(helper.tag_ != "VB" or helper.lower_ not in ("do",) for helper in helpers):
        return False
    if first_child(verb, *SUBJECTS) is not None:
        return False
    return all(
        child.i > verb.i
        or child.dep_
        in ("advmod", "punct", "aux", "neg", "intj", "npadvmod", "prep", "advcl", "cc")
        for child in children(verb, "dobj", "advmod", "prep")
    )


__all__ = ["condition_of", "is_condition", "is_negated", "own_operators", "tense"]

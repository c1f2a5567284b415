"""What a clause says of its own event: tense, aspect, modals, negation, adverbs and conditions."""

from spacy.tokens import Token

from ...lexicon.events import operators, word_lists
from .grammar import (
    SUBJECTS,
    auxiliaries,
    children,
    first_child,
    is_passive,
    is_verb,
    lemma,
    sentence_of,
    shares_auxiliaries,
    subject,
)

NEGATIVE_SUBJECTS = frozenset({"no", "neither", "none", "nobody", "nothing", "no-one"})
_FORGIVEN = frozenset({"only", "just", "merely", "simply", "necessarily", "longer"})
_NEGATIVE_ADVERBS = frozenset(
    {"never", "nowhere", "hardly", "scarcely", "barely", "almost", "nearly"}
)
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
_TIME_MARKS = frozenset({"once", "until", "till"})


def is_negated(verb: Token) -> bool:
    """Whether a verb is denied in its own clause: not, never, neither, "no troops left", "threatened
    nobody". "No longer" is no denial: it was so."""
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ == "advmod" and child.lower_ in _NEGATIVE_ADVERBS):
            after = child.nbor(1).lower_ if child.i + 1 < len(child.doc) else ""
            if after not in _FORGIVEN and child.lower_ != "no":
                return True
        if (
            child.dep_ in ("preconj", "cc", "advmod", "det")
            and child.lower_ in ("neither", "nor")
            and child.i < verb.i
        ):
            return True
        if (child.dep_ in SUBJECTS or child.dep_ in ("dobj", "attr")) and _is_none(child):
            return True
        if (
            child.dep_ == "prep"
            and child.lower_ == "at"
            and child.i < verb.i
            and any(inner.lower_ == "no" for inner in child.subtree)
        ):
            return True
    if verb.dep_ == "conj" and is_verb(verb.head):
        linked = [
            child.lower_
            for child in verb.head.children
            if child.dep_ in ("cc", "preconj") and child.i < verb.i
        ]
        if "nor" in linked:
            return True
        if shares_auxiliaries(verb) and is_negated(verb.head):
            return "but" not in linked
    return False


def _is_none(noun: Token) -> bool:
    """Whether a noun phrase counts nothing: no one, no troops, hardly a shot, few."""
    if noun.lower_ in NEGATIVE_SUBJECTS:
        return True
    for inner in noun.children:
        if inner.i > noun.i:
            continue
        if inner.lower_ in ("no", "neither", "hardly", "scarcely", "barely"):
            return True
        if inner.lower_ == "not" and inner.dep_ in ("neg", "advmod", "preconj", "det"):
            return True
    if opens_with_not_one(noun):
        return True
    return (
        noun.dep_ in SUBJECTS
        and noun.left_edge.i > 0
        and (noun.left_edge.nbor(-1).lower_ in ("hardly", "scarcely", "barely"))
    )


def opens_with_not_one(noun: Token) -> bool:
    """Whether a noun phrase opens with "not one", "not a", "not a single"."""
    start = noun.left_edge
    if start.lower_ != "not" or start.i >= noun.i:
        return False
    return start.nbor(1).lower_ in ("one", "a", "an", "any", "single")


def condition_of(verb: Token) -> Token | None:
    """The head of the condition under which a clause stands (if, unless, in case, should it come to),
    or None. "Even if" and the like count: the consequence is still not said to have happened."""
    for child in verb.children:
        if child.dep_ in ("advcl", "ccomp", "csubj") and is_condition(child):
            return child
        if child.dep_ == "advmod" and child.pos_ in ("SCONJ", "ADV"):
            for inner in children(child, "advcl"):
                if child.lower_ in ("soon", "long") and tense(inner) != "past":
                    return inner
        if child.dep_ in ("prep", "mark") and child.lower_ in ("in", "on", "absent", "provided"):
            words = " ".join(token.lower_ for token in child.doc[child.i : child.i + 4])
            if words.startswith(_CONDITION_PHRASES):
                inside = [
                    token for token in child.subtree if token.dep_ in ("pobj", "pcomp", "acl")
                ]
                return inside[-1] if inside else child
    return None


def is_condition(verb: Token) -> bool:
    """Whether an adverbial clause states a condition."""
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
            and _is_inverted(verb, child)
        ):
            return True
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


def _is_inverted(verb: Token, auxiliary: Token) -> bool:
    """Whether "should" or "were" stands before the subject ("should Chad invade")."""
    found = first_child(verb, *SUBJECTS)
    if found is None or auxiliary.i > found.i:
        return False
    last = sentence_of(verb)[-1].text if len(sentence_of(verb)) else ""
    return last != "?" or verb.dep_ == "advcl"


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


_MEMORY = "secondsource.own_operators"


def own_operators(verb: Token, kind: str = "") -> tuple[str, ...]:
    """What the clause of a verb says of it, from the inside out. `kind` is the event type where the verb
    is the event itself: who says that he will use force threatens, who says it of others forecasts.

    Many walks come by the same verb, so the answers are kept with the parsed text.
    """
    memory: dict[tuple[int, str], tuple[str, ...]] = verb.doc.user_data.setdefault(_MEMORY, {})
    key = (verb.i, kind)
    if key not in memory:
        memory[key] = tuple(_find_operators(verb, kind))
    return memory[key]


def _find_operators(verb: Token, kind: str) -> list[str]:
    found: list[str] = []
    helpers = auxiliaries(verb)
    words = [helper.lower_ for helper in helpers]
    perfect = any(lemma(helper) == "have" for helper in helpers)
    modal = next((helper for helper in helpers if helper.tag_ == "MD"), None)
    when = _tense(verb, helpers)
    negated = is_negated(verb)

    if has_condition(verb, when, modal, perfect):
        found.append("conditional")
    if any(_is_inverted(verb, helper) for helper in helpers if helper.lower_ in ("should", "were")):
        found.append("conditional")
    found += _adverbs(verb)
    if modal is not None and "conditional" in found and _is_inverted(verb, modal):
        return found
    if modal is not None:
        operator = _modal(verb, modal.lower_, perfect, kind)
        if negated and modal.lower_ not in ("may", "might"):
            operator = "negated"
        found.append(operator)
    elif negated:
        found.append("denied" if _denies_himself(verb, kind) else "negated")
    elif "to" in words and (
        verb.dep_ in ("ROOT", "parataxis") or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT")
    ):
        # a headline: "Turkey to send drones"
        if not shares_auxiliaries(verb) and first_child(verb, "nsubj", "nsubjpass") is not None:
            found.append("planned")
    elif _is_imperative(verb, helpers):
        polite = any(child.lower_ == "please" for child in verb.children)
        found.append("requested" if polite else "demanded")
    elif (verb.tag_ == "VBG" and "be" in (lemma(helper) for helper in helpers)) or "being" in words:
        if when == "present" and is_future_marked(verb):
            found.append("planned")
        elif lemma(verb) not in ("go", "look") and not _is_over(verb):
            found.append("ongoing")
    elif any(child.lower_ == "still" for child in children(verb, "advmod")) and when == "present":
        found.append("ongoing")
    return [operator for operator in found if operator]


def has_condition(verb: Token, when: str, modal: Token | None, perfect: bool) -> bool:
    """Whether what a clause says holds only under a condition."""
    name = lemma(verb)
    if when == "past" or (modal is None and name in word_lists("speech")["performing"]):
        return False
    if condition_of(verb) is not None:
        return True
    if modal is None or modal.lower_ not in ("would", "'d", "’d", "will", "could", "might"):
        return False
    if any(child.lower_ in ("otherwise", "then") for child in children(verb, "advmod")):
        return "otherwise" in [child.lower_ for child in children(verb, "advmod")]
    if modal.lower_ in ("would", "could", "might") and any(
        child.lower_ in ("without", "absent") for child in children(verb, "prep")
    ):
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
    if modal.lower_ in ("would", "will") and not _is_reported(verb):
        # a condition that the parse has hung elsewhere: it opens the sentence
        start = next(
            (token for token in sentence_of(verb) if not (token.is_quote or token.is_space)), verb
        )
        return start.lower_ in ("if", "unless", "were") and start.i < verb.i
    return False


def _denies_himself(verb: Token, kind: str) -> bool:
    """Whether somebody says of himself that he has not done it: a denial, where it is held against him."""
    node: Token = verb
    if verb.dep_ == "conj" and is_verb(verb.head) and first_child(verb, *SUBJECTS) is None:
        node = verb.head
    if node.dep_ not in ("ccomp", "parataxis") or not is_verb(node.head):
        return False
    who, speaker = subject(verb), subject(node.head)
    if who is None or speaker is None:
        return False
    insists = lemma(node.head) in ("insist", "maintain", "deny", "protest", "swear")
    blameworthy = kind in ("assault", "coerce", "accuse", "mobilize", "sanction", "threaten")
    owned = any(
        child.lower_ in ("our", "my", "its", "his", "their", "her") for child in who.children
    )
    himself = (
        who.lower_ in ("we", "i", "it", "he", "she", "they")
        or owned
        or who.lower_ == speaker.lower_
    )
    none = who.lower_ in NEGATIVE_SUBJECTS
    return insists or (blameworthy and (himself or none) and lemma(node.head) != "report")


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


def _modal(verb: Token, modal: str, perfect: bool, kind: str) -> str:
    match modal:
        case "will" | "'ll" | "’ll" | "shall" | "wo":
            return _future(verb, kind)
        case "would" | "'d" | "’d":
            if perfect:
                return "hypothetical"
            return _future(verb, kind) if _is_reported(verb) else "hypothetical"
        case "must":
            return "alleged" if perfect else "demanded"
        case "should" | "ought" | "need":
            return "negated" if perfect else "demanded"
    return "hypothetical"


def _future(verb: Token, kind: str) -> str:
    """What "will" makes of an act: of the speaker's own a threat or a plan, of somebody else's a
    forecast; in the paper's own voice a plan."""
    if kind in ("assault", "coerce", "sanction", "protest"):
        if _speaks_of_himself(verb):
            return "threatened" if kind != "protest" else "future"
        reporter = _reporter(verb)
        if kind == "assault" or (kind == "coerce" and reporter is not None):
            return "forecast"
    reporter = _reporter(verb)
    if reporter is not None and lemma(reporter) in _FORECASTING and not _speaks_of_himself(verb):
        return "predicted"
    return "future"


_FORECASTING = frozenset(
    [
        "warn",
        "predict",
        "forecast",
        "expect",
        "believe",
        "think",
        "fear",
        "hope",
        "estimate",
        "reckon",
        "bet",
    ]
)


def _reporter(verb: Token) -> Token | None:
    """The verb of saying on which a clause hangs, or None."""
    node: Token = verb
    for _ in range(8):
        if node.dep_ == "ccomp" and is_verb(node.head):
            return node.head
        if node.head == node or node.dep_ not in ("conj", "advcl", "xcomp", "relcl", "acl"):
            return None
        node = node.head
    return None


def _speaks_of_himself(verb: Token) -> bool:
    """Whether the clause is about the one who speaks: "we will", "said it would", "Ordan will answer,
    its president said"."""
    who = subject(verb)
    if who is None:
        return False
    if who.lower_ in ("we", "i"):
        return True
    reporter = _reporter(verb)
    if reporter is None:
        return False
    speaker = subject(reporter)
    if speaker is None or (first_child(verb, "nsubj", "nsubjpass") is None and verb.dep_ != "conj"):
        return False
    if is_passive(verb):
        return who.lower_ not in ("it", "they", "he", "she")
    owners = {token.lower_ for token in speaker.subtree}
    return (
        who.lower_ in ("it", "they", "he", "she")
        or who.lower_ == speaker.lower_
        or who.lower_ in owners
        or bool(owners & {"its", "their"})
    )


def _is_reported(verb: Token) -> bool:
    """Whether a clause hangs on a verb in the past ("said it would")."""
    node = verb
    for _ in range(8):
        if node.dep_ == "ccomp" and is_verb(node.head):
            return True
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


def _is_over(verb: Token) -> bool:
    """Whether "no longer" stands with a verb."""
    return any(
        child.lower_ == "longer" and child.i and child.nbor(-1).lower_ == "no"
        for child in verb.children
    )


def _is_imperative(verb: Token, helpers: list[Token]) -> bool:
    """Whether a bare verb without a subject commands ("Withdraw your troops")."""
    if verb.tag_ not in ("VB", "VBP") or first_child(verb, *SUBJECTS, "mark") is not None:
        return False
    if any(helper.lower_ != "do" for helper in helpers):
        return False
    if verb.dep_ in ("ROOT", "parataxis"):
        return verb.tag_ == "VB"
    if verb.dep_ not in ("ccomp", "advcl", "dep", "conj"):
        return False
    start = verb.left_edge
    while start.i < verb.i and (start.is_punct or start.lower_ == "please"):
        start = start.nbor(1)
    before = start.nbor(-1) if start.i > sentence_of(start).start else None
    return start == verb and (before is None or before.is_quote or before.lower_ == "please")
